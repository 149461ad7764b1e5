package compose

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"text/template"

	"plimsoll/report/language"
	"plimsoll/report/standard"
)

// Printer prints values in the words of a language. Its methods are the functions of templates (functions), which are
// given numbers, dates, verdicts, ids and figures, and the parts of sentences.
type Printer struct {
	W        *language.Words
	Standard *standard.Standard
	On       standard.Date // the last day of the reported quarter
}

// Printer prints for documents of a source in a language.
func (s *Source) Printer(w *language.Words) Printer { return Printer{w, s.Standard, s.End()} }

// functions are what templates call to print values and words, by name. Those of a Printer without words only tell a
// template's parser their names.
func (p Printer) functions() template.FuncMap {
	w := p.W
	f := template.FuncMap{
		"count": p.Count, "share": p.Share, "percent": p.Percent, "unit": w.Unit,
		"date": w.Date, "cellDate": w.CellDate, "month": w.Month, "quarter": w.Quarter, "cellQuarter": w.CellQuarter,

		"area": p.AreaName, "areas": p.AreaNames, "status": p.StatusWord, "markWord": p.MarkWord,
		"measured": p.Measured, "shareNote": p.ShareNote,
		"areaPeople": p.AreaPeople, "areaNote": p.AreaNote,
		"areaVerdict": p.AreaVerdict,
		"line":        p.LineName, "level": p.Level, "levelUnit": p.LevelWithUnit, "levelNote": p.LevelNote,
		"worst": p.Worst, "place": p.WorstPlace, "arrow": Arrow, "change": p.Change, "verdict": p.Verdict,

		"figurePeople": p.FigurePeople, "figureLimit": p.FigureLimit, "figureShare": p.FigureShare, "figureWorst": p.FigureWorst,
		"gapClosed": p.GapClosed, "trend": p.Trend,

		"attention": p.Attention, "improved": p.Improved, "uncalled": p.NotCalledImproved, "closures": p.ClosuresText,
		"itemName": p.ItemName, "itemNote": p.ItemNote, "itemState": p.ItemState, "itemWhen": p.ItemWhen,
		"itemKind": p.ItemKind, "itemPeople": p.ItemPeople,
		"itemWorst": p.ItemWorst, "itemLimit": p.ItemLimit,
		"itemFindings": p.ItemFindings, "itemOwner": p.ItemOwner, "itemOverdue": p.ItemOverdue, "itemDue": p.ItemDue, "owner": p.Owner,
		"action": p.Action, "gravity": p.Gravity, "findingArea": p.FindingArea, "findingState": p.FindingState,
		"visit": p.Visit, "topics": p.Topics, "peers": p.Peers,
		"ownership": p.Ownership, "workers": p.Workers, "channel": p.Channel, "safety": p.SafetyLines,
		"list":    p.List,
		"problem": p.ProblemText, "problemPlaces": p.ProblemPlaces, "problemSeverity": p.ProblemSeverity,

		"decimal": w.Decimal, "days": p.Days, "people": p.People, "tens": p.Tens, "ofPeople": p.SplitText, "publicShare": p.PublicShare,
		"publicOf": p.PublicOf, "publicLevel": p.PublicLevel, "publicWas": p.PublicWas, "publicChange": p.PublicChange,
		"publicVerdict": p.PublicVerdict, "publicLimit": p.PublicLimit,

		"limitFor": p.LimitFor, "limitsBySource": BySource, "limitValue": p.LimitValue, "limitKind": p.LimitKind, "limitWhere": p.LimitWhere,
		"limitMark": p.LimitMark, "limitShort": p.LimitShort, "limitName": p.LimitName,

		"restatedQuarter": p.RestatedQuarter, "restatedFigure": p.RestatedFigure, "restatedValue": p.RestatedValue,
	}
	f["second"], f["below"] = p.second, p.below
	maps.Copy(f, w.Functions())
	maps.Copy(f, p.sumFunctions())
	maps.Copy(f, p.gapFunctions())
	return f
}

// second prints a value by a function in the second language of the document, beside what stands before it; nothing in a
// document of one language.
func (p Printer) second(function string, value any) (Markup, error) {
	text, err := p.inSecond(function, value)
	if text == "" || err != nil {
		return "", err
	}
	return p.W.AppendSecond("", text), nil
}

// below is second on a line of its own.
func (p Printer) below(function string, value any) (Markup, error) {
	text, err := p.inSecond(function, value)
	if text == "" || err != nil {
		return "", err
	}
	return p.W.Bilingual("", text), nil
}

func (p Printer) inSecond(function string, value any) (Markup, error) {
	words := p.W.Second()
	if words == nil {
		return "", nil
	}
	print := reflect.ValueOf(Printer{words, p.Standard, p.On}.functions()[function])
	if !print.IsValid() || print.Type().NumIn() != 1 || !reflect.TypeOf(value).AssignableTo(print.Type().In(0)) {
		return "", fmt.Errorf("%q is no function that prints a %T", function, value)
	}
	return Markup(fmt.Sprint(print.Call([]reflect.Value{reflect.ValueOf(value)})[0])), nil
}

// Count prints a number of things, "–" where it is not known.
func (p Printer) Count(n any) (string, error) {
	switch n := n.(type) {
	case int:
		return p.W.Count(float64(n)), nil
	case float64:
		if math.IsNaN(n) {
			return "–", nil
		}
		return p.W.Count(n), nil
	}
	return "", fmt.Errorf("count: %T is no number", n)
}

// List puts things in a row, with the comma of the language between them.
func (p Printer) List(things []Markup) Markup {
	var plain []string
	for _, t := range things {
		plain = append(plain, string(t))
	}
	return p.W.List("comma", plain)
}

// Share prints a share of 0–1 as whole percent, without the sign.
func (p Printer) Share(v float64) string { return p.W.Share(v) }

// Percent prints a share of 0–1 with its sign, "–" where there is none.
func (p Printer) Percent(v float64) Markup {
	if math.IsNaN(v) {
		return "–"
	}
	return p.W.Say("percent", "n", p.W.Share(v))
}

// AreaName is what an area is called.
func (p Printer) AreaName(a *standard.Area) Markup { return p.W.Area(a) }

// AreaNames are the names of areas in a row.
func (p Printer) AreaNames(areas []*standard.Area) Markup {
	var names []Markup
	for _, a := range areas {
		names = append(names, p.W.Area(a))
	}
	return p.List(names)
}

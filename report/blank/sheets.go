package blank

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"plimsoll/report/standard"
)

// Sheets declares the blank workbook of a standard in a language: its sheets in the order in which a programme fills
// them in, the areas after the visits that measured them.
func Sheets(std *standard.Standard, lang *standard.Language) []Sheet {
	f := form{std: std, lang: lang, english: std.Language("en")}
	var before, areas, after []Sheet
	for _, area := range std.Areas {
		areas = append(areas, f.of(&area.Sheet, area))
	}
	visits := slices.IndexFunc(std.Sheets, func(s *standard.Sheet) bool { return s.Name == "Audits" })
	for i, sheet := range std.Sheets {
		if i <= visits {
			before = append(before, f.of(sheet, nil))
		} else {
			after = append(after, f.of(sheet, nil))
		}
	}
	return slices.Concat(before, areas, after)
}

// form makes the declaration of one blank sheet.
type form struct {
	std           *standard.Standard
	lang, english *standard.Language // English stands in for what the language lacks
	sheet         *standard.Sheet
	area          *standard.Area // nil: the sheet is no area's
}

func (f form) of(sheet *standard.Sheet, area *standard.Area) Sheet {
	f.sheet, f.area = sheet, area
	out := Sheet{Name: cmp.Or(f.lang.Sheets[sheet.Name].Name, sheet.Name), Examples: f.examples(),
		Note: f.say("passed", "mark", f.mark())}
	for i := range sheet.Columns {
		c := &sheet.Columns[i]
		words, closed := f.words(c)
		column := Column{Heading: f.heading(c), Required: c.Required, Note: f.note(c), Format: numberFormat(c.Kind),
			Width: f.width(c, i),
			List:  f.inLanguage(c, words), Strict: closed, Reply: f.say("other")}
		if closed {
			column.Reply = f.say("choose")
		}
		out.Columns = append(out.Columns, column)
	}
	return out
}

// mark begins the first cell of an example row.
func (f form) mark() string { return cmp.Or(f.lang.Example, f.english.Example) }

// heading is what a column is called in the language.
func (f form) heading(c *standard.Column) string {
	return cmp.Or(f.lang.Text(f.sheet, c, f.area != nil).Name, c.Name)
}

// text is what the language says of a column.
func (f form) text(c *standard.Column) standard.ColumnText {
	t, english := f.lang.Text(f.sheet, c, f.area != nil), f.english.Text(f.sheet, c, f.area != nil)
	t.Says, t.Example = cmp.Or(t.Says, english.Says), cmp.Or(t.Example, english.Example)
	if t.Usual == nil {
		t.Usual = english.Usual
	}
	return t
}

// setting is what the language says of a setting of the programme.
func (f form) setting(name string) standard.ColumnText {
	t, english := f.lang.Settings[name], f.english.Settings[name]
	return standard.ColumnText{Name: cmp.Or(t.Name, name), Says: cmp.Or(t.Says, english.Says),
		Example: cmp.Or(t.Example, english.Example)}
}

// say is a sentence of the notes, with pairs of a name and a text put in.
func (f form) say(key string, pairs ...string) string {
	return put(cmp.Or(f.lang.Note[key], f.english.Note[key]), pairs)
}

func put(s string, pairs []string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
	}
	return s
}

// inLanguage gives words of a list as they are called in the language, where the column reads them so.
func (f form) inLanguage(c *standard.Column, words []string) []string {
	return names(words, func(word string) string {
		switch {
		case c.Kind == "process":
			return cmp.Or(f.lang.ProcessName(word), word)
		case c.Kind == "area" || c.Name == "Area":
			return cmp.Or(f.lang.AreaName(word), word)
		case c.Kind == "word" || c.Kind == "yesno":
			return cmp.Or(f.lang.Words[word], word)
		case c.Name == "Key":
			return f.setting(word).Name
		}
		return word
	})
}

// numberFormat is the format of a column's cells. Numbers have none: a spreadsheet then shows what it took for a date
// or a time, as one, and the reader names it; in a format of digits 7:30 would turn into 0.31 hours without a word.
func numberFormat(kind string) string {
	switch kind {
	case "number", "count", "concentration":
		return "General"
	case "share":
		return "0.0%"
	case "date":
		return "yyyy-mm-dd"
	case "month":
		return "yyyy-mm"
	}
	return TextFormat
}

// width is that of a column in characters; the first has room for the mark of an example.
func (f form) width(c *standard.Column, at int) float64 {
	w := 14.0
	switch {
	case at == 0:
		w = 24
	case c.Name == "Value":
		w = 70
	case c.Kind == "text" && slices.Contains(longTexts(), c.Name):
		w = 44
	case c.Kind == "text":
		w = 20
	case c.Kind == "agent", c.Kind == "process":
		w = 18
	}
	return max(w, float64(min(uniseg.StringWidth(f.heading(c))+4, 24)))
}

// longTexts are the headings of columns that hold sentences.
func longTexts() []string {
	return []string{"Address", "Processes", "Finding", "Root cause", "Corrective action", "Factory comment",
		"Ended because", "Note", "Source", "URL"}
}

// words are what a dropdown offers; closed says that a run refuses any other word.
func (f form) words(c *standard.Column) (list []string, closed bool) {
	switch {
	case c.Kind == "word":
		return slices.Sorted(maps.Keys(c.Words)), true
	case c.Kind == "yesno":
		return []string{"yes", "no"}, true
	case c.Kind == "process":
		return f.std.ProcessIDs(), false
	case c.Field == "unit":
		return names(f.area.Units, func(u standard.Unit) string { return u.Name }), true
	case c.Field == "currency":
		return slices.Sorted(maps.Keys(f.area.Currencies)), false
	case f.sheet.Name == "Limits":
		return f.limitWords(c)
	case c.Kind == "area": // of a finding, which is kept under another word too
		return f.std.FindingAreaIDs(), false
	case c.Name == "Key":
		return names(f.sheet.Keys, func(k standard.Column) string { return k.Name }), false
	}
	return f.text(c).Usual, false
}

// limitWords are the words of a limit, which has to name an area, a figure and a unit that are declared.
func (f form) limitWords(c *standard.Column) (list []string, closed bool) {
	switch c.Name {
	case "Area":
		return f.std.AreaIDs(), true
	case "Indicator":
		for _, a := range f.std.Areas {
			list = append(list, names(a.Indicators, func(i standard.Indicator) string { return i.ID })...)
		}
		return unique(list), true
	case "Unit":
		for _, a := range f.std.Areas {
			list = append(list, limitUnits(a)...)
		}
		return unique(list), false
	}
	return f.text(c).Usual, false
}

// limitUnits are the units that an area's limits may stand in; of pay, amounts a month and an hour.
func limitUnits(a *standard.Area) []string {
	units := names(a.Units, func(u standard.Unit) string { return u.Name })
	for _, i := range a.Indicators {
		if i.Unit != "" && i.Unit != "currency" {
			units = append(units, i.Unit)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(a.Currencies)) {
		units = append(units, code, code+"/h")
	}
	return units
}

func names[T any](list []T, name func(T) string) []string {
	out := make([]string, len(list))
	for i, item := range list {
		out[i] = name(item)
	}
	return out
}

// unique keeps the first of equal words, in their order.
func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

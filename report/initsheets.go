package report

import (
	"maps"
	"slices"
	"unicode/utf8"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// blankSheets declares the blank workbook of a standard: its sheets in the order in which a programme fills them in, the
// areas after the visits that measured them.
func blankSheets(std *standard.Standard) []workbook.BlankSheet {
	f := form{std: std, texts: sheetTexts()}
	var before, areas, after []workbook.BlankSheet
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
	std   *standard.Standard
	texts map[string]columnTexts
	sheet *standard.Sheet
	area  *standard.Area // nil: the sheet is no area's
}

func (f form) of(sheet *standard.Sheet, area *standard.Area) workbook.BlankSheet {
	f.sheet, f.area = sheet, area
	out := workbook.BlankSheet{Name: sheet.Name, Examples: f.examples(), Note: exampleNote}
	for i := range sheet.Columns {
		c := &sheet.Columns[i]
		words, closed := f.words(c)
		column := workbook.BlankColumn{Heading: c.Name, Required: c.Required, Note: f.note(c), Format: numberFormat(c.Kind), Width: width(c, i),
			List: words, Strict: closed, Reply: textNotInList}
		if closed {
			column.Reply = textChooseOne
		}
		out.Columns = append(out.Columns, column)
	}
	return out
}

// text finds what is known of a column, by its sheet or else by its heading alone.
func (f form) text(c *standard.Column) columnText {
	if t, ok := f.texts[f.sheet.Name][c.Name]; ok {
		return t
	}
	if f.area != nil || slices.Contains([]string{"Factory ID", "Period", "Note"}, c.Name) {
		return f.texts[""][c.Name]
	}
	return columnText{}
}

// numberFormat is the format of a column's cells. Numbers have none: a spreadsheet then shows what it took for a date or
// a time, as one, and the reader names it; in a format of digits 7:30 would turn into 0.31 hours without a word.
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
	return workbook.TextFormat
}

// width is that of a column in characters; the first has room for the mark of an example.
func width(c *standard.Column, at int) float64 {
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
	return max(w, float64(min(utf8.RuneCountInString(c.Name)+4, 24)))
}

// longTexts are the headings of columns that hold sentences.
func longTexts() []string {
	return []string{"Address", "Processes", "Finding", "Root cause", "Corrective action", "Factory comment", "Ended because", "Note", "Source", "URL"}
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
	return f.text(c).usual, false
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
	return f.text(c).usual, false
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

package blank

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// examples are the rows that show how the sheet is filled in: one, or one for each setting.
func (f form) examples() [][]workbook.Cell {
	if len(f.sheet.Keys) == 0 {
		return [][]workbook.Cell{f.exampleRow(f.example)}
	}
	var rows [][]workbook.Cell
	for _, key := range f.sheet.Keys {
		rows = append(rows, f.exampleRow(func(c *standard.Column) string {
			if c.Name == "Key" {
				return f.setting(key.Name).Name
			}
			return f.setting(key.Name).Example
		}))
	}
	return rows
}

func (f form) exampleRow(value func(*standard.Column) string) []workbook.Cell {
	row := make([]workbook.Cell, len(f.sheet.Columns))
	for i := range row {
		c := &f.sheet.Columns[i]
		row[i] = f.exampleCell(c, value(c), i)
	}
	return row
}

// exampleCell is a value as a cell of its column. The first cell of a row carries the mark, and so is text.
func (f form) exampleCell(c *standard.Column, value string, at int) workbook.Cell {
	if at == 0 {
		return workbook.Cell{Kind: workbook.Text, Text: f.mark() + " " + value}
	}
	number, err := strconv.ParseFloat(value, 64)
	date, isDate := standard.ParseDate(value)
	if c.Kind == "month" {
		date, isDate = standard.ParseDate(value + "-01")
	}
	switch format := numberFormat(c.Kind); {
	case value == "":
		return workbook.Cell{}
	case format != TextFormat && isDate:
		return DateCell(date.Time())
	case format != TextFormat && err == nil:
		return workbook.Cell{Kind: workbook.Number, Number: number}
	}
	return workbook.Cell{Kind: workbook.Text, Text: value}
}

// example is the value that shows how a column is filled in. Of a column that plimsoll does not know by name it is made
// of the declaration, if the column has to be filled in.
func (f form) example(c *standard.Column) string {
	words, _ := f.words(c)
	if e := f.text(c).Example; e != "" || !c.Required {
		return f.inLanguage(c, []string{e})[0]
	}
	words = f.inLanguage(c, words)
	switch c.Kind {
	case "number", "count", "concentration", "share":
		return plausibleNumber(c)
	case "date":
		return "2026-07-14"
	case "month":
		return "2026-07"
	case "period":
		return "2026-Q3"
	case "agent":
		return f.std.AgentNames()[0]
	}
	if len(words) > 0 {
		return words[0]
	}
	return c.Name + " 1"
}

// plausibleNumber lies in the middle of a column's range, or just inside its one end.
func plausibleNumber(c *standard.Column) string {
	v := 1.0
	switch {
	case c.Kind == "share":
		v = 0.04
	case c.Above != nil:
		v = *c.Above + 1
	case c.Min != nil && c.Max != nil:
		v = (*c.Min + *c.Max) / 2
	case c.Min != nil:
		v = *c.Min + 1
	case c.Max != nil:
		v = *c.Max
	}
	if c.Kind == "count" {
		v = float64(int(v))
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// note puts together what is said at a heading.
func (f form) note(c *standard.Column) string {
	need := f.say("optional")
	if c.Required {
		need = f.say("required")
	}
	says := f.text(c).Says
	if says == "" && c.Hint != "" {
		says = sentence(c.Hint)
	}
	lines := []string{says, need, f.holds(c)}
	if c.Name == "Key" {
		lines = append(lines, names(f.sheet.Keys, func(key standard.Column) string {
			return strings.TrimSuffix(f.setting(key.Name).Name+": "+f.setting(key.Name).Says, ": ")
		})...)
	}
	if e := f.example(c); e != "" {
		lines = append(lines, f.say("example", "example", e))
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}

// holds says what a cell of the column holds: its kind, words, unit and range.
func (f form) holds(c *standard.Column) string {
	kind := c.Kind
	if c.Years {
		kind = "years"
	}
	says := []string{cmp.Or(f.lang.Kind[kind], f.english.Kind[kind])}
	if words, closed := f.words(c); len(words) > 0 && c.Name != "Key" {
		line := "usual"
		if closed {
			line = "one-of"
		}
		says = []string{f.say(line, "words", strings.Join(f.inLanguage(c, words), f.say("comma")))}
	}
	says = append(says, f.unit(c))
	if bounds := f.bounds(c); bounds != "" {
		says = append(says, f.say("plausible", "range", strings.TrimSpace(bounds+" "+f.ownUnit(c))))
	}
	if c.Old {
		says = append(says, f.say("old"))
	}
	if c.Field == "value" {
		says = append(says, f.say("unmeasured", "mark", "N/A"))
	}
	return strings.Join(slices.DeleteFunc(says, func(s string) bool { return s == "" }), " ")
}

// bounds is the range of plausible values in words; blank where there is none.
func (f form) bounds(c *standard.Column) string {
	number := func(v *float64) string {
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	}
	key := ""
	switch {
	case c.Above != nil:
		return put(cmp.Or(f.lang.Range["above"], f.english.Range["above"]), []string{"low", number(c.Above)})
	case c.Min != nil && c.Max != nil:
		key = "between"
	case c.Min != nil:
		key = "least"
	}
	return put(cmp.Or(f.lang.Range[key], f.english.Range[key]), []string{"low", number(c.Min), "high", number(c.Max)})
}

// ownUnit is the unit in which the range of an area's values is declared; zero and more needs none.
func (f form) ownUnit(c *standard.Column) string {
	if c.Field != "value" || f.area.Kind.OfPay() || c.Max == nil && c.Above == nil {
		return ""
	}
	return f.area.Unit
}

// unit says in what unit a value is, and what a blank unit means.
func (f form) unit(c *standard.Column) string {
	switch {
	case c.Field == "unit" && !c.Required:
		return f.say("blank", "unit", f.area.Unit)
	case c.Field != "value":
		return ""
	case f.area.Kind.OfPay():
		return f.say("currency", "heading", f.headingOf("Currency"))
	case f.area.Unit == "":
		return ""
	}
	at := f.sheet.Column("Unit")
	switch {
	case at < 0, len(f.area.Units) < 2:
		return f.say("fixed", "unit", f.area.Unit)
	case f.sheet.Columns[at].Required:
		return f.say("needed", "heading", f.headingOf("Unit"))
	}
	return f.say("column", "unit", f.area.Unit, "heading", f.headingOf("Unit"))
}

// headingOf is what the column of an English heading is called.
func (f form) headingOf(name string) string {
	if at := f.sheet.Column(name); at >= 0 {
		return f.heading(&f.sheet.Columns[at])
	}
	return name
}

// sentence makes one of a hint, which begins in lower case.
func sentence(hint string) string {
	first, size := utf8.DecodeRuneInString(hint)
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(hint[size:], ".") + "."
}

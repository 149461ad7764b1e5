package report

import (
	"fmt"
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
				return key.Name
			}
			return settingTexts()[key.Name].example
		}))
	}
	return rows
}

func (f form) exampleRow(value func(*standard.Column) string) []workbook.Cell {
	row := make([]workbook.Cell, len(f.sheet.Columns))
	for i := range row {
		c := &f.sheet.Columns[i]
		row[i] = exampleCell(c, value(c), i)
	}
	return row
}

// exampleCell is a value as a cell of its column. The first cell of a row carries the mark, and so is text.
func exampleCell(c *standard.Column, value string, at int) workbook.Cell {
	if at == 0 {
		return workbook.Cell{Kind: workbook.Text, Text: exampleMark + value}
	}
	number, err := strconv.ParseFloat(value, 64)
	date, isDate := standard.ParseDate(value)
	if c.Kind == "month" {
		date, isDate = standard.ParseDate(value + "-01")
	}
	switch format := numberFormat(c.Kind); {
	case value == "":
		return workbook.Cell{}
	case format != workbook.TextFormat && isDate:
		return workbook.DateCell(date.Time())
	case format != workbook.TextFormat && err == nil:
		return workbook.Cell{Kind: workbook.Number, Number: number}
	}
	return workbook.Cell{Kind: workbook.Text, Text: value}
}

// example is the value that shows how a column is filled in. Of a column that plimsoll does not know by name it is made
// of the declaration, if the column has to be filled in.
func (f form) example(c *standard.Column) string {
	if e := f.text(c).example; e != "" || !c.Required {
		return e
	}
	words, _ := f.words(c)
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
	need := textOptional
	if c.Required {
		need = textRequired
	}
	lines := []string{f.text(c).says, need, f.holds(c)}
	if c.Name == "Key" {
		lines = append(lines, names(f.sheet.Keys, func(key standard.Column) string {
			return strings.TrimSuffix(key.Name+": "+settingTexts()[key.Name].says, ": ")
		})...)
	}
	if c.Hint != "" {
		lines = append(lines, sentence(c.Hint))
	}
	if e := f.example(c); e != "" {
		lines = append(lines, fmt.Sprintf(textExample, e))
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}

// holds says what a cell of the column holds: its kind, words, unit and range.
func (f form) holds(c *standard.Column) string {
	kind := c.Kind
	if c.Years {
		kind = "years"
	}
	says := []string{kindTexts()[kind]}
	if words, closed := f.words(c); len(words) > 0 && c.Name != "Key" {
		line := textUsual
		if closed {
			line = textOneOf
		}
		says = []string{fmt.Sprintf(line, strings.Join(words, ", "))}
	}
	says = append(says, f.unit(c))
	if c.Range() != "" {
		says = append(says, fmt.Sprintf(textPlausible, strings.TrimSpace(c.Range()+" "+f.ownUnit(c))))
	}
	if c.Old {
		says = append(says, textOldDate)
	}
	if c.Field == "value" {
		says = append(says, textNotMeasured)
	}
	return strings.Join(slices.DeleteFunc(says, func(s string) bool { return s == "" }), " ")
}

// ownUnit is the unit in which the range of an area's values is declared; zero and more needs none.
func (f form) ownUnit(c *standard.Column) string {
	if c.Field != "value" || f.area.Shape == "pay" || c.Max == nil && c.Above == nil {
		return ""
	}
	return f.area.Unit
}

// unit says in what unit a value is, and what a blank unit means.
func (f form) unit(c *standard.Column) string {
	switch {
	case c.Field == "unit" && !c.Required:
		return fmt.Sprintf(textUnitBlank, f.area.Unit)
	case c.Field != "value":
		return ""
	case f.area.Shape == "pay":
		return textCurrency
	case f.area.Unit == "":
		return ""
	}
	at := f.sheet.Column("Unit")
	switch {
	case at < 0, len(f.area.Units) < 2:
		return fmt.Sprintf(textUnitFixed, f.area.Unit)
	case f.sheet.Columns[at].Required:
		return textUnitNeeded
	}
	return fmt.Sprintf(textUnitColumn, f.area.Unit)
}

// sentence makes one of a hint, which begins in lower case.
func sentence(hint string) string {
	first, size := utf8.DecodeRuneInString(hint)
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(hint[size:], ".") + "."
}

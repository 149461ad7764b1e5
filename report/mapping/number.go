package mapping

import (
	"fmt"
	"strconv"
	"strings"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// number reads a text in the declared form; marks such as N/A and ND are left to the audit, and so is every text where
// no form is declared. What was read stands as a number, so that nobody reads its marks again in another way.
func (t *table) number(c *declaration.Column, v content) content {
	if c.Numbers == nil || c.Times.Clock || v.cell.Kind != workbook.Text ||
		!strings.ContainsAny(v.cell.Text, "0123456789") {
		return v
	}
	written, below := v.cell.Text, false
	if c.Decl.Kind == "concentration" {
		written, below = strings.CutPrefix(strings.Replace(written, "＜", "<", 1), "<")
	}
	plain, ok := c.Numbers.Plain(written)
	n, err := strconv.ParseFloat(plain, 64)
	switch {
	case !ok || err != nil:
		return t.refuse(v, problem.NotANumber, "correct the cell, or what the mapping "+t.Mapping+" declares of numbers",
			"%s is not a number %s", problem.Quoted(v.cell.Text), c.Numbers)
	case below && declaration.Ambiguous(plain):
		return textContent("<"+plain+"0", v.at) // 1.125 could be read as thousands again
	case below:
		return textContent("<"+plain, v.at)
	}
	return content{cell: workbook.Cell{Kind: workbook.Number, Number: n, Text: plain}, at: v.at}
}

// textNumber reads a text where no form is declared: with a decimal point. A text that can be read in two ways is no
// number, unless another one beside it says which.
func (s *scan) textNumber(written string, column int) (float64, *problem.Code) {
	if declaration.Ambiguous(written) && !s.showsPoint(column) {
		return 0, problem.AmbiguousNumber
	}
	n, err := strconv.ParseFloat(written, 64)
	if err != nil || !declaration.IsNumber(written) {
		return 0, problem.NotANumber
	}
	return n, nil
}

// ambiguous refuses a text that can be read in two ways.
func (t *table) ambiguous(c *declaration.Column, v content) content {
	return t.refuse(v, problem.AmbiguousNumber,
		"declare in the mapping "+t.Mapping+" how numbers are written: decimal: point, or decimal: comma",
		"%s of %s can be read in two ways", problem.Quoted(v.cell.Text), c.Decl.Name)
}

// showsPoint says whether the texts of a column that are numbers in one way only have a decimal point. One program
// wrote a text file, so that all of its columns tell; many may have had a hand in a workbook.
func (s *scan) showsPoint(column int) bool {
	if len(s.rows) > 0 && s.rows[0].Fields > 0 {
		column = 0
	}
	shows, looked := s.points[column]
	if !looked {
		shows = s.lookForPoint(column)
		s.points[column] = shows
	}
	return shows
}

func (s *scan) lookForPoint(column int) bool {
	found := false
	for _, row := range s.Sheet.Rows {
		for i, cell := range row.Cells {
			if cell.Kind != workbook.Text || column > 0 && i+1 != column {
				continue
			}
			switch s.std.MarkShownBy(declaration.Spaced(cell.Text)) {
			case standard.DecimalComma:
				return false
			case standard.DecimalPoint:
				found = true
			}
		}
	}
	return found
}

// numeric is a number as a cell.
func numeric(n float64, at cellRef) content {
	text := strconv.FormatFloat(n, 'g', -1, 64)
	return content{cell: workbook.Cell{Kind: workbook.Number, Number: n, Text: text}, at: at}
}

// times brings a number of a declared unit to the column's.
func (t *table) times(c *declaration.Column, v content) content {
	if c.Times.Unit == "" || v.blank() {
		return v
	}
	n, known := v.cell.Number, v.cell.Kind == workbook.Number && !c.Times.Clock
	switch {
	case c.Times.Clock:
		n, known = daysOf(v.cell)
	case v.cell.Kind == workbook.Text:
		var why *problem.Code
		if n, why = t.textNumber(v.cell.Text, int(v.at.column)); why == problem.AmbiguousNumber {
			return t.ambiguous(c, v)
		}
		known = why == nil
	}
	if !known {
		return v // the audit says what is wrong with it
	}
	return numeric(n*c.Times.By/c.Times.Per, v.at)
}

// daysOf is a time of day, or a duration of any length, in days.
func daysOf(cell workbook.Cell) (days float64, ok bool) {
	switch cell.Kind {
	case workbook.Date:
		return cell.Number, cell.Number >= 0 && (cell.Number <= 1 || cell.Duration)
	case workbook.Text:
		if m := timeOfDay.FindStringSubmatch(cell.Text); m != nil {
			return (float(m[1])*3600 + float(m[2])*60 + float(m[3])) / 86400, true
		}
	}
	return 0, false
}

func float(s string) float64 { f, _ := strconv.ParseFloat(s, 64); return f }

// refuse reports a cell that cannot be read; the audit then treats it as any bad cell.
func (t *table) refuse(v content, code *problem.Code, hint, message string, args ...any) content {
	at := v.at
	if at.in == nil {
		at.in = t.Applied
	}
	why := t.problem(at, code, fmt.Sprintf(message, args...), hint)
	return content{cell: workbook.Cell{Kind: workbook.Refused}, at: v.at, why: why}
}

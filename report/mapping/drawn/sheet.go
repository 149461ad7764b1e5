// Package drawn makes worksheets of texts, for the tests of mappings and of their proposals: what goes in are cases
// (text files that show a worksheet with tabs between its cells) and the examples of the README, what comes out are
// workbooks as they would be after reading.
//
//	-- audit.xlsx!Noise --
//	Place	Level
//	Line 1	84
package drawn

import (
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Sheet makes a worksheet of a table whose first row holds the letters of the columns and whose first column the
// numbers of the rows. → and ↑ are cells merged with the one to the left or above.
func Sheet(file, name string, rows [][]string) *workbook.Sheet {
	s := &workbook.Sheet{File: file, Name: name}
	for _, cells := range rows[1:] {
		index, _ := strconv.Atoi(cells[0])
		row := workbook.Row{Index: index}
		for i, text := range cells[1:] {
			switch text {
			case "→":
				s.Merged = widen(s.Merged, index, i, func(b *workbook.Block) { b.LastColumn = i + 1 })
			case "↑":
				s.Merged = widen(s.Merged, index-1, i+1, func(b *workbook.Block) { b.LastRow = index })
			default:
				row.Cells = append(row.Cells, make([]workbook.Cell, i-len(row.Cells))...)
				row.Cells = append(row.Cells, cell(text))
			}
		}
		s.Rows = append(s.Rows, row)
	}
	slices.SortFunc(s.Merged, func(a, b workbook.Block) int { return a.Row - b.Row })
	return s
}

// widen makes the block over a cell larger, or begins one.
func widen(blocks []workbook.Block, row, column int, grow func(*workbook.Block)) []workbook.Block {
	for i := range blocks {
		if b := &blocks[i]; b.Row <= row && row <= b.LastRow && b.Column <= column && column <= b.LastColumn {
			grow(b)
			return blocks
		}
	}
	b := workbook.Block{Row: row, Column: column, LastRow: row, LastColumn: column}
	grow(&b)
	return append(blocks, b)
}

// cell makes a cell of a text: a number, a date, an error, a formula without its value, or a text. An apostrophe makes
// anything a text.
func cell(text string) workbook.Cell {
	if date, ok := standard.ParseDate(text); ok {
		return workbook.Cell{Kind: workbook.Date, Number: float64(date) + 25569, Text: text}
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		return workbook.Cell{Kind: workbook.Number, Number: n, Text: text}
	}
	switch {
	case text == "":
		return workbook.Cell{}
	case text == "#N/A":
		return workbook.Cell{Kind: workbook.ErrorValue, Text: text}
	case text == "=uncached":
		return workbook.Cell{Kind: workbook.Uncached}
	}
	return workbook.Cell{Kind: workbook.Text, Text: strings.TrimPrefix(text, "'")}
}

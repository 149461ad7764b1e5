package mapping

import (
	"slices"
	"strings"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/workbook"
)

// heading is what stands over one column, stacked rows joined.
type heading struct {
	column int
	text   string
	key    string // in which it is compared
	cells  []cellRef
}

// headings joins the stacked cells over each column. A merged block counts for all its cells, save in the last row to
// the right, where it is one column's name.
func headings(g *grid, top, bottom int, carry bool) []heading {
	var rows []workbook.Row
	wide := 0
	for i := top; i <= bottom; i++ {
		rows = append(rows, g.row(i))
		wide = max(wide, len(rows[len(rows)-1].Cells))
	}
	above := make([]part, len(rows))
	var out []heading
	for column := 1; column <= wide; column++ {
		x := heading{column: column}
		var texts []string
		for i, row := range rows {
			p := partOf(g, row, column, i == len(rows)-1 && len(rows) == 1)
			if p.text == "" && carry && i < len(rows)-1 {
				p = above[i]
			}
			above[i] = p
			if p.text != "" && !slices.Contains(x.cells, p.at) {
				texts, x.cells = append(texts, p.text), append(x.cells, p.at)
			}
		}
		if x.text = strings.Join(texts, " "); x.text != "" {
			x.key = declaration.Key(x.text)
			out = append(out, x)
		}
	}
	return out
}

// Headings joins the stacked headings of rows, by column; 0 for bottom means top alone. Where nothing stands it is
// blank.
func Headings(sheet *workbook.Sheet, top, bottom int) []string {
	g := newGrid(&Applied{Sheet: sheet}, false)
	var out []string
	for _, x := range headings(g, top, max(top, bottom), false) {
		for len(out) < x.column {
			out = append(out, "")
		}
		out[x.column-1] = x.text
	}
	return out
}

// part is one cell of a heading.
type part struct {
	text string
	at   cellRef
}

func partOf(g *grid, row workbook.Row, column int, alone bool) part {
	cell, at := row.At(column), g.ref(row.Index, column)
	if !alone {
		cell, at = g.whole(row, column)
	}
	return part{cell.Plain(), at}
}

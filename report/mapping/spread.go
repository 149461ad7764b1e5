package mapping

import (
	"fmt"
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// undoMerges finds the columns of headings that are merged over several. Where one of those alone holds something
// below, it is the heading's; where several do, the heading names none of them for sure. Stacked headings and letters
// say which is meant.
func (h *header) undoMerges(g *grid) {
	if h.bottom == 0 {
		return
	}
	for name, column := range h.columns {
		b, merged := g.block(h.bottom, column)
		if !merged || b.LastColumn == column || b.Column != column || !h.names(column) {
			continue
		}
		switch holding := g.holding(h.bottom, b.Column, b.LastColumn); {
		case len(holding) == 1:
			h.heading(column).column, h.columns[name] = holding[0], holding[0]
		case len(holding) > 1:
			h.spread[column] = b
		}
	}
}

// names says whether a column is named by its heading, and not by its letter.
func (h *header) names(column int) bool { return h.heading(column).text != "" }

// holding lists the columns from one to another that hold something below a row.
func (g *grid) holding(below, from, to int) (columns []int) {
	for column := from; column <= to; column++ {
		for _, row := range g.rows[g.find(below+1):] {
			if row.At(column).Kind != workbook.Blank {
				columns = append(columns, column)
				break
			}
		}
	}
	return columns
}

// spreadHeading refuses what stands under a heading that names several columns.
func (t *table) spreadHeading(column int, b workbook.Block) content {
	x := t.header.heading(column)
	last := problem.ColumnName(b.LastColumn)
	why := t.problem(t.ref(b.Row, b.Column), problem.MergedHeading,
		fmt.Sprintf("the heading %s is merged over the columns %s to %s, of which more than one holds values; "+
			"nothing under it was read", problem.Quoted(x.text), problem.ColumnName(b.Column), last),
		fmt.Sprintf("say in the mapping which column is meant: {column: %s}, or that the header is stacked: header: %d-%d",
			last, b.Row, b.LastRow+1))
	return content{cell: workbook.Cell{Kind: workbook.Refused}, why: why}
}

// isSpread says whether a worksheet that has the names of one of the audit workbook's has a heading there that names
// several columns, so that it is not read as it stands.
func isSpread(sheet *workbook.Sheet, header int) bool {
	g := newGrid(&Applied{Sheet: sheet}, false)
	return slices.ContainsFunc(sheet.Merged, func(b workbook.Block) bool {
		return b.Row == header && b.LastColumn > b.Column && g.row(header).At(b.Column).Kind == workbook.Text &&
			len(g.holding(b.LastRow, b.Column, b.LastColumn)) > 1
	})
}

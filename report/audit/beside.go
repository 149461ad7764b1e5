package audit

import (
	"fmt"
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// besideTable gathers the rows that are no rows of a table though they stand in it: notes beside it, and its headings
// once more. Each block of them is said once.
type besideTable struct {
	c     *Collector
	t     *table
	block []int // of the table's rows
}

// takes says whether a row is none of the table's, and remembers it.
func (b *besideTable) takes(c *Collector, i int, row workbook.Row) bool {
	if isBlank(row) || c.isExample(row) || !b.t.isNote(row) && !b.t.repeatsHeadings(row) {
		b.end()
		return false
	}
	if n := len(b.block); n > 0 && b.t.rows[b.block[n-1]].Index != row.Index-1 {
		b.end()
	}
	b.block = append(b.block, i)
	return true
}

// end says what a block was, once it ends.
func (b *besideTable) end() {
	if len(b.block) == 0 {
		return
	}
	p := problem.UnreadCells.At(b.t.Place(b.t.rows[b.block[0]].Index, 0), "%s", b.what())
	b.c.report(p)
	for _, i := range b.block {
		b.c.data.Account.omitRow(b.t, i, p)
	}
	b.block = nil
}

// what says what the rows of the block are.
func (b *besideTable) what() string {
	switch n := len(b.block); {
	case b.t.repeatsHeadings(b.t.rows[b.block[0]]):
		return "the row repeats the headings, and is no row of the table"
	case n > 1:
		return fmt.Sprintf(
			"%d rows from here hold nothing under a heading that is known, and are no rows of the table", n)
	}
	return "the row holds nothing under a heading that is known, and is no row of the table"
}

// isNote says that a row holds nothing in any column that is read.
func (t *table) isNote(row workbook.Row) bool {
	return !slices.ContainsFunc(t.columns, func(column int) bool { return row.At(column).Kind != workbook.Blank })
}

// repeatsHeadings says that a row holds nothing but the headings of its columns, two of them or more.
func (t *table) repeatsHeadings(row workbook.Row) bool {
	same := 0
	for i, column := range t.columns {
		cell := row.At(column)
		switch {
		case cell.Kind == workbook.Blank:
		case t.decl.Column(heading(cell)) != i:
			return false
		default:
			same++
		}
	}
	return same > 1
}

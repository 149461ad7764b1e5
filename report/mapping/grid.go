package mapping

import (
	"slices"
	"sort"

	"plimsoll/report/problem"

	"plimsoll/report/workbook"
)

// cellRef is a cell of a worksheet as it was sent. The zero value is none.
type cellRef struct {
	in          *Applied
	row, column int32
}

func (s cellRef) place() problem.Place {
	return s.in.place(int(s.row), int(s.column))
}

func (s cellRef) mark(use Use) {
	if s.in != nil {
		s.in.mark(int(s.row), int(s.column), use)
	}
}

// omit marks a cell as left out, whatever it was marked before.
func (s cellRef) omit() {
	if uses := s.in.uses[int(s.row)]; int(s.column) <= len(uses) && s.column > 0 {
		uses[s.column-1] = Omitted
	}
}

func (s cellRef) use() Use { return s.in.Use(int(s.row), int(s.column)) }

// grid is a worksheet as one entry of a mapping sees it: turned where that is declared, with its merged blocks at hand.
type grid struct {
	*Applied
	rows   []workbook.Row
	turned bool
	blocks []workbook.Block // by row
	tall   int              // the most rows that a block has
}

// mostTurned is how many rows a sheet may have that is read by columns: each would be a column.
const mostTurned = 2000

// newGrid is nil where a turned sheet is too long.
func newGrid(a *Applied, turned bool) *grid {
	g := &grid{Applied: a, rows: a.Sheet.Rows, turned: turned, blocks: a.Sheet.Merged}
	if turned {
		if n := len(g.rows); n > 0 && g.rows[n-1].Index > mostTurned {
			return nil
		}
		g.turn()
	}
	for _, b := range g.blocks {
		g.tall = max(g.tall, b.LastRow-b.Row+1)
	}
	return g
}

// turn makes columns of rows.
func (g *grid) turn() {
	wide := 0
	for _, row := range g.rows {
		wide = max(wide, len(row.Cells))
	}
	turned := make([]workbook.Row, wide)
	for i := range turned {
		turned[i].Index = i + 1
	}
	for _, row := range g.rows {
		for i, cell := range row.Cells {
			if cell.Kind == workbook.Blank {
				continue
			}
			t := &turned[i]
			t.Cells = append(t.Cells, make([]workbook.Cell, row.Index-len(t.Cells))...)
			t.Cells[row.Index-1] = cell
		}
	}
	g.rows = slices.DeleteFunc(turned, func(r workbook.Row) bool { return len(r.Cells) == 0 })
	g.blocks = slices.Clone(g.blocks)
	for i, b := range g.blocks {
		g.blocks[i] = workbook.Block{Row: b.Column, Column: b.Row, LastRow: b.LastColumn, LastColumn: b.LastRow}
	}
	slices.SortFunc(g.blocks, func(a, b workbook.Block) int { return a.Row - b.Row })
}

// ref names a cell of the grid in the worksheet; column 0 is the row.
func (g *grid) ref(row, column int) cellRef {
	if g.turned {
		row, column = column, row
	}
	return cellRef{g.Applied, int32(row), int32(column)}
}

// find is the position of a row, or of the first one below it.
func (g *grid) find(index int) int {
	return sort.Search(len(g.rows), func(i int) bool { return g.rows[i].Index >= index })
}

// row gives a row by its number, blank where it holds nothing.
func (g *grid) row(index int) workbook.Row {
	if i := g.find(index); i < len(g.rows) && g.rows[i].Index == index {
		return g.rows[i]
	}
	return workbook.Row{Index: index}
}

// whole gives the cell at a place, or the one whose merged block covers it.
func (g *grid) whole(row workbook.Row, column int) (workbook.Cell, cellRef) {
	if cell := row.At(column); cell.Kind != workbook.Blank {
		return cell, g.ref(row.Index, column)
	}
	if b, ok := g.block(row.Index, column); ok {
		return g.row(b.Row).At(b.Column), g.ref(b.Row, b.Column)
	}
	return workbook.Cell{}, g.ref(row.Index, column)
}

// block finds the merged block over a cell.
func (g *grid) block(row, column int) (workbook.Block, bool) {
	after := sort.Search(len(g.blocks), func(i int) bool { return g.blocks[i].Row > row })
	for i := after - 1; i >= 0 && g.blocks[i].Row > row-g.tall; i-- {
		if b := g.blocks[i]; b.LastRow >= row && b.Column <= column && column <= b.LastColumn {
			return b, true
		}
	}
	return workbook.Block{}, false
}

// filled says whether a row holds anything.
func filled(row workbook.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
}

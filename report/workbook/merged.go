package workbook

import (
	"cmp"
	"slices"
	"strings"

	"plimsoll/report/internal/grid"
	"plimsoll/report/problem"
)

// maxMerged bounds the merged blocks of a workbook: to compare them takes time in proportion to their widths.
const maxMerged = 100_000

// Block is a rectangle of cells. Rows and columns count from 1; the last ones belong to it.
type Block struct{ Row, Column, LastRow, LastColumn int }

// String names the block as a spreadsheet does: B2:C9.
func (b Block) String() string {
	return problem.Place{Row: b.Row, Column: b.Column}.Cell() + ":" +
		problem.Place{Row: b.LastRow, Column: b.LastColumn}.Cell()
}

// merges are the merged blocks of one sheet.
type merges struct {
	blocks []Block
	odd    int    // how many are no block of the sheet, or lie over another
	oddOne string // the first of them
	beyond bool   // there were more than are kept
}

func (m *merges) refuse(ref string) {
	if m.odd++; m.odd == 1 {
		m.oddOne = ref
	}
}

// readMerge takes one <mergeCell>. A block of one cell merges nothing.
func (s *sheetReader) readMerge() {
	ref, _ := s.Attr("ref")
	b, ok := parseBlock(ref)
	switch {
	case !ok:
		s.merges.refuse(ref)
	case b.Row == b.LastRow && b.Column == b.LastColumn:
	case s.left.merged == 0:
		s.merges.beyond = true
	default:
		s.left.merged--
		s.merges.blocks = append(s.merges.blocks, b)
	}
}

func parseBlock(ref string) (b Block, ok bool) {
	from, to, found := strings.Cut(ref, ":")
	if !found {
		to = from
	}
	var first, last bool
	b.Row, b.Column, first = grid.ParseCell(from)
	b.LastRow, b.LastColumn, last = grid.ParseCell(to)
	return b, first && last && b.Row <= b.LastRow && b.Column <= b.LastColumn
}

// disjoint sorts the blocks by row and column and leaves out those that lie over an earlier one.
func (m *merges) disjoint() []Block {
	if m.beyond {
		return nil
	}
	slices.SortFunc(m.blocks, func(a, b Block) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column), cmp.Compare(a.LastRow, b.LastRow),
			cmp.Compare(a.LastColumn, b.LastColumn))
	})
	var taken []int32 // by column: the last row of the blocks before
	return slices.DeleteFunc(m.blocks, func(b Block) bool {
		if grow := b.LastColumn + 1 - len(taken); grow > 0 {
			taken = append(taken, make([]int32, grow)...)
		}
		columns := taken[b.Column : b.LastColumn+1]
		if slices.Max(columns) >= int32(b.Row) {
			m.refuse(b.String())
			return true
		}
		for i := range columns {
			columns[i] = int32(b.LastRow)
		}
		return false
	})
}

// problems says which merged blocks are ignored, if any are.
func (m *merges) problems(at problem.Place) []problem.Problem {
	switch {
	case m.beyond:
		return []problem.Problem{problem.MergedCells.At(at,
			"the workbook merges more than %d blocks of cells; those of this sheet are ignored", maxMerged).
			Hinted("split the workbook; only the upper left cell of a merged block holds a value")}
	case m.odd > 0:
		return []problem.Problem{problem.MergedCells.At(at,
			"merged blocks are ignored that overlap others or are none: %d, first %q", m.odd, grid.Cut(m.oddOne, 40)).
			Hinted("undo the merging there; only the upper left cell of a merged block holds a value")}
	}
	return nil
}

// uncover takes out the values that lie under a merged block: no spreadsheet shows them, and its upper left cell stands
// for all. It gives how many there were and where the first stood. The rows may come in any order.
func uncover(rows []Row, blocks []Block) (hidden int, first problem.Place) {
	if len(blocks) == 0 || len(rows) == 0 {
		return 0, first
	}
	inOrder := slices.SortedStableFunc(slices.Values(rows), func(a, b Row) int { return cmp.Compare(a.Index, b.Index) })
	widest := slices.MaxFunc(rows, func(a, b Row) int { return cmp.Compare(len(a.Cells), len(b.Cells)) })
	over := make([]*Block, len(widest.Cells)+1) // by column: the latest block that begins at the row or above it
	next := 0
	for _, row := range inOrder {
		for ; next < len(blocks) && blocks[next].Row <= row.Index; next++ {
			for column := blocks[next].Column; column <= min(blocks[next].LastColumn, len(over)-1); column++ {
				over[column] = &blocks[next]
			}
		}
		for i, c := range row.Cells {
			b := over[i+1]
			if c.Kind == Blank || b == nil || row.Index > b.LastRow || row.Index == b.Row && i+1 == b.Column {
				continue
			}
			if row.Cells[i] = (Cell{}); hidden == 0 {
				first = problem.Place{Row: row.Index, Column: i + 1}
			}
			hidden++
		}
	}
	return hidden, first
}

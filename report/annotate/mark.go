package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/internal/grid"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// mark is a cell with problems, the gravest first.
type mark struct {
	cellAt
	problems []*problem.Problem
}

// cellAt is a cell of a sheet; column 0 is the whole row.
type cellAt struct{ row, column int }

func (c cellAt) cell() string { return problem.Place{Row: c.row, Column: c.column}.Cell() }

// cellMarks are the marks of one sheet.
type cellMarks map[cellAt]*mark

func (c cellMarks) add(at cellAt, problems ...*problem.Problem) {
	if c[at] == nil {
		c[at] = &mark{cellAt: at}
	}
	c[at].problems = append(c[at].problems, problems...)
}

// marksIn finds the cells that are marked, by sheet, row and column.
func marksIn(b *workbook.Book, problems []problem.Problem) map[string][]*mark {
	cells := map[string]cellMarks{}
	for i := range problems {
		for _, at := range problems[i].Places() {
			if at.File != b.File || at.Row == 0 {
				continue
			}
			if cells[at.Sheet] == nil {
				cells[at.Sheet] = cellMarks{}
			}
			cells[at.Sheet].add(cellAt{at.Row, at.Column}, &problems[i])
		}
	}
	out := map[string][]*mark{}
	for _, s := range b.Sheets {
		if out[s.Name] == nil && len(cells[s.Name]) > 0 {
			out[s.Name] = seen(s, cells[s.Name])
		}
	}
	return out
}

// seen moves marks to where people see them: of a row to its first cell that holds something, and of a merged block to
// its upper left cell, where the text then says which cell is meant.
func seen(s *workbook.Sheet, marks cellMarks) []*mark {
	for _, row := range s.Rows {
		if m := marks[cellAt{row: row.Index}]; m != nil {
			delete(marks, m.cellAt)
			marks.add(cellAt{row.Index,
				1 + max(0, slices.IndexFunc(row.Cells,
					func(c workbook.Cell) bool { return c.Kind != workbook.Blank }))}, m.problems...)
		}
	}
	if len(s.Merged) == 0 {
		return marks.sorted()
	}
	return uncovered(s, marks.sorted())
}

// uncovered moves the marks that lie under a merged block.
func uncovered(s *workbook.Sheet, marks []*mark) []*mark {
	over := make([]workbook.Block, grid.MaxColumn+1) // by column: the latest block that begins at the row or above it
	blocks, out := s.Merged, cellMarks{}
	for _, m := range marks {
		for len(blocks) > 0 && blocks[0].Row <= m.row {
			for column := blocks[0].Column; column <= blocks[0].LastColumn; column++ {
				over[column] = blocks[0]
			}
			blocks = blocks[1:]
		}
		at, b := m.cellAt, over[m.column]
		if upper := (cellAt{b.Row, b.Column}); m.row <= b.LastRow && at != upper {
			for i, p := range m.problems {
				moved := *p
				moved.Message = m.cell() + ": " + p.Message
				m.problems[i] = &moved
			}
			at = upper
		}
		out.add(at, m.problems...)
	}
	return out.sorted()
}

// sorted puts marks in order, and their problems. A row that holds nothing is marked at its first cell.
func (c cellMarks) sorted() []*mark {
	out := make([]*mark, 0, len(c))
	for _, m := range c {
		m.column = max(m.column, 1)
		slices.SortFunc(m.problems,
			func(a, b *problem.Problem) int { return cmp.Or(cmp.Compare(a.Severity, b.Severity), a.Compare(*b)) })
		out = append(out, m)
	}
	slices.SortFunc(out, func(a,
		b *mark) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	return out
}

// Bounds of a comment: problems that are told, and letters (a cell or comment holds 32,767).
const (
	maxProblems = 20
	longestText = 1000
)

// text is what a comment says.
func (m *mark) text() string {
	var lines []string
	for _, p := range m.problems[:min(len(m.problems), maxProblems)] {
		lines = append(lines, grid.Cut(comment(p), longestText))
	}
	if more := len(m.problems) - maxProblems; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// comment is a problem as comments have it; its place is the cell.
func comment(p *problem.Problem) string {
	text := fmt.Sprintf("%s %s: %s", p.Severity, p.Code, p.Message)
	if p.Hint != "" {
		text = strings.TrimSuffix(text, ".") + ". Hint: " + p.Hint
	}
	return text
}

package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// mark is a cell with problems, the gravest first.
type mark struct {
	row, column int
	problems    []Problem
}

func (m *mark) cell() string { return Place{Row: m.row, Column: m.column}.Cell() }

// marks finds the cells that are marked, by sheet, row and column.
func (b *Book) marks(problems []Problem) map[string][]*mark {
	cells := map[string]map[Place]*mark{}
	for _, p := range problems {
		for _, at := range p.places() {
			if at.File != b.File || at.Row == 0 {
				continue
			}
			if cells[at.Sheet] == nil {
				cells[at.Sheet] = map[Place]*mark{}
			}
			add(cells[at.Sheet], Place{Row: at.Row, Column: at.Column}, p)
		}
	}
	out := map[string][]*mark{}
	for _, s := range b.Sheets {
		if out[s.Name] == nil && len(cells[s.Name]) > 0 {
			out[s.Name] = s.seen(cells[s.Name])
		}
	}
	return out
}

// places are all places of a problem.
func (p Problem) places() []Place { return append([]Place{p.Place}, p.More...) }

func add(marks map[Place]*mark, at Place, problems ...Problem) {
	if marks[at] == nil {
		marks[at] = &mark{row: at.Row, column: at.Column}
	}
	marks[at].problems = append(marks[at].problems, problems...)
}

// seen moves marks to where people see them: of a row to its first cell that holds something, and of a merged block to its
// upper left cell, where the text then says which cell is meant.
func (s *Sheet) seen(marks map[Place]*mark) []*mark {
	rows := map[int]Row{}
	for _, row := range s.Rows {
		if marks[Place{Row: row.Index}] != nil {
			rows[row.Index] = row
		}
	}
	cells := map[Place]*mark{}
	for at, m := range marks {
		if at.Column == 0 {
			at.Column = 1 + max(0, slices.IndexFunc(rows[at.Row].Cells, func(c Cell) bool { return c.Kind != Blank }))
		}
		add(cells, at, m.problems...)
	}
	if len(s.Merged) == 0 {
		return sorted(cells)
	}
	return s.uncovered(sorted(cells))
}

// uncovered moves the marks that lie under a merged block.
func (s *Sheet) uncovered(marks []*mark) []*mark {
	over := make([]Block, maxColumn+1) // by column: the latest block that begins at the row or above it
	blocks, out := s.Merged, map[Place]*mark{}
	for _, m := range marks {
		for len(blocks) > 0 && blocks[0].Row <= m.row {
			for column := blocks[0].Column; column <= blocks[0].LastColumn; column++ {
				over[column] = blocks[0]
			}
			blocks = blocks[1:]
		}
		at, b := Place{Row: m.row, Column: m.column}, over[m.column]
		if upper := (Place{Row: b.Row, Column: b.Column}); m.row <= b.LastRow && at != upper {
			for i := range m.problems {
				m.problems[i].Message = m.cell() + ": " + m.problems[i].Message
			}
			at = upper
		}
		add(out, at, m.problems...)
	}
	return sorted(out)
}

// Bounds of a comment: problems that are told, and letters (a cell or comment holds 32,767).
const (
	maxTold     = 20
	longestTold = 1000
)

// told is what a comment says.
func (m *mark) told() string {
	var lines []string
	for _, p := range m.problems[:min(len(m.problems), maxTold)] {
		lines = append(lines, cut(p.told(), longestTold))
	}
	if more := len(m.problems) - maxTold; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// told is a problem as comments have it; its place is the cell.
func (p Problem) told() string {
	text := fmt.Sprintf("%s %s: %s", p.Severity, p.Code, p.Message)
	if p.Hint != "" {
		text = strings.TrimSuffix(text, ".") + ". Hint: " + p.Hint
	}
	return text
}

// sorted puts marks in order, and their problems.
func sorted(marks map[Place]*mark) []*mark {
	out := make([]*mark, 0, len(marks))
	for _, m := range marks {
		slices.SortFunc(m.problems, func(a, b Problem) int { return cmp.Or(cmp.Compare(a.Severity, b.Severity), a.Compare(b)) })
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b *mark) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column)) })
	return out
}

package mapping

import (
	"slices"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/workbook"
)

// title is a line above the rows that holds true for them.
type title struct {
	patterns []declaration.Pattern // any of them; the same ones wherever they are declared are one title
	rank     int                   // by first appearance: the outer ones come first; 0 = not seen yet
	value    string
	at       cellRef
	set      bool
}

func (s *scan) titleOf(patterns []declaration.Pattern) *title {
	same := func(a, b declaration.Pattern) bool { return a.Written == b.Written }
	for _, t := range s.titles {
		if slices.EqualFunc(t.patterns, patterns, same) {
			return t
		}
	}
	return nil
}

// take is what the first of its patterns that fits takes of a text.
func (t *title) take(text string) (value string, ok bool) {
	for _, p := range t.patterns {
		if value, ok = p.Value(text); ok {
			return value, true
		}
	}
	return "", false
}

// takeTitles looks for title lines in a row: in any of its cells above the data, among the data only if the first
// filled cell is one. A title ends those that first came after it: the line of one factory says nothing of the next.
func (s *scan) takeTitles(row workbook.Row, anywhere bool) bool {
	taken := false
	for i, cell := range row.Cells {
		if cell.Kind == workbook.Blank {
			continue
		}
		found := s.takeTitle(cell.Plain(), s.ref(row.Index, i+1))
		taken = taken || found
		if !taken && !anywhere {
			return false
		}
	}
	if taken {
		s.changed++
	}
	return taken
}

// takeTitle holds a cell against every title; several may take parts of the same one.
func (s *scan) takeTitle(text string, at cellRef) bool {
	var taken []*title
	rank, last := 0, 0
	for _, t := range s.titles {
		last = max(last, t.rank)
		if v, ok := t.take(text); ok {
			t.value, t.at, t.set = v, at, true
			taken, rank = append(taken, t), max(rank, t.rank)
		}
	}
	if rank == 0 {
		rank = last + 1
	}
	for _, t := range taken {
		t.rank = rank
		at.mark(Heading)
	}
	for _, t := range s.titles {
		if len(taken) > 0 && t.rank > rank {
			t.set = false
		}
	}
	return len(taken) > 0
}

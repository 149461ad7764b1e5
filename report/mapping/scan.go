package mapping

import (
	"fmt"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// scan goes down a worksheet as one entry of a mapping describes it and hands its rows to the tables that are made.
type scan struct {
	*grid
	entry  *declaration.Sheet
	header *header
	book   *applying
	std    *standard.Standard
	form   bool // it has no header and no rows: only cells, labels and titles are read
	tables []*table

	titles   []*title
	above    map[int]carried // of columns that are filled down
	uses     map[int]Use     // of columns with a heading: Heading where the entry reads them, Omitted, or NoColumn
	letters  map[int]bool    // columns that are named by their letter
	ruling   map[int]bool    // columns that a rule looks at
	points   map[int]bool    // columns of which it is known whether their texts have a decimal point
	values   map[int]bool    // columns that a mean is taken of: it says itself what became of their cells
	labels   map[*declaration.Column]content
	ended    bool
	changed  int // counts changes of titles
	unmapped []unmapped
	notRead  []*heading // by declaration; another entry may read them
	problems []problem.Problem
}

// carried is the cell that stands for the blank ones below it.
type carried struct {
	cell workbook.Cell
	at   cellRef
}

// run reads the whole sheet.
func (s *scan) run() {
	s.prepare()
	for i := 0; i < len(s.rows) && s.book.cellsLeft >= 0; i++ {
		row := s.rows[i]
		switch {
		case !filled(row):
		case row.Index <= s.header.bottom, row.Index < s.entry.Rows.First, s.form:
			s.takeTitles(row, true)
		case s.isHeader(row):
			i = s.find(s.header.bottom+1) - 1
		default:
			s.dataRow(row)
		}
	}
	for _, t := range s.tables {
		t.finish()
	}
}

// isHeader takes a header that stands above a further block.
func (s *scan) isHeader(row workbook.Row) bool {
	if !s.entry.Repeats {
		return false
	}
	h, _ := readHeader(s.grid, s.entry, row.Index, row.Index+s.entry.Header.Rows-1)
	if h == nil {
		return false
	}
	s.header = h
	clear(s.above)
	s.markHeadings(h)
	return true
}

// markHeadings says of each heading what it means. One that means nothing is said once; whether another entry reads its
// column is known at the end.
func (s *scan) markHeadings(h *header) {
	s.uses = map[int]Use{}
	for i := range h.headings {
		x := &h.headings[i]
		if !s.turned {
			s.Applied.headings[x.column] = x.text
		}
		switch {
		case h.uses(x.column):
			s.uses[x.column] = Heading
			x.mark(Heading)
		case notRead(s.entry, x.text):
			s.uses[x.column] = Omitted
			x.mark(Omitted)
			s.notRead = append(s.notRead, x)
		default:
			s.uses[x.column] = NoColumn
			s.noColumn(x, x.cells[0])
		}
	}
}

func (x *heading) mark(use Use) {
	for _, at := range x.cells {
		at.mark(use)
	}
}

// dataRow reads a row below the header: a title, a row that is left out, or data.
func (s *scan) dataRow(row workbook.Row) {
	switch because := s.outside(row); {
	case because != "":
		s.omitRow(row, because)
		return
	case s.takeTitles(row, false):
		clear(s.above)
		return
	}
	if because := s.omitted(row); because != "" {
		s.omitRow(row, because)
		return
	}
	s.carryDown(row)
	for _, t := range s.tables {
		t.add(row)
	}
	s.markUnread(row)
}

// read gives a cell of the data, that of its merged block where the entry says so.
func (s *scan) read(row workbook.Row, column int) (workbook.Cell, cellRef) {
	if s.entry.Merged {
		return s.whole(row, column)
	}
	return row.At(column), s.ref(row.Index, column)
}

// filledDown gives a cell of the data, or where that is declared and it is blank, the one above it.
func (s *scan) filledDown(row workbook.Row, column int) (workbook.Cell, cellRef) {
	cell, at := s.read(row, column)
	if up, ok := s.above[column]; ok && cell.Kind == workbook.Blank {
		return up.cell, up.at
	}
	return cell, at
}

// carryDown remembers the cells of a row that stand for blank ones below.
func (s *scan) carryDown(row workbook.Row) {
	for _, name := range s.entry.FillDown {
		column := s.header.column(declaration.Name{Headings: []string{name}})
		if cell, at := s.read(row, column); cell.Kind != workbook.Blank {
			s.above[column] = carried{cell, at}
		}
	}
}

// noColumn remembers a column that no rule covers, once.
func (s *scan) noColumn(x *heading, at cellRef) {
	key := fmt.Sprint(x.column, " ", x.key)
	if !s.said[key] {
		s.said[key] = true
		s.unmapped = append(s.unmapped, unmapped{x, at})
	}
}

// unmapped is a column that an entry has no use for, and its heading or first cell.
type unmapped struct {
	*heading
	at cellRef
}

// prepare finds what the entry needs of the sheet before its rows are read.
func (s *scan) prepare() {
	s.above, s.points, s.letters = map[int]carried{}, map[int]bool{}, map[int]bool{}
	s.ruling, s.values = map[int]bool{}, map[int]bool{}
	for _, t := range s.tables {
		for _, c := range t.to.Columns {
			if c.From == declaration.Title && s.titleOf(c.Titles) == nil {
				s.titles = append(s.titles, &title{patterns: c.Titles})
			}
			for _, n := range append(c.Text.Names(), c.Name) {
				s.letters[n.Letter] = true
			}
			if t.days != nil && c == t.to.Value() && c.From == declaration.Heading {
				s.values[s.header.column(c.Name)] = true
			}
		}
	}
	for _, w := range s.header.wide {
		s.letters[w.column] = true
		s.values[w.column] = s.entry.Mean != nil
	}
	for _, f := range s.entry.FillDown {
		s.ruling[s.header.column(declaration.Name{Headings: []string{f}})] = true
	}
	for _, l := range s.entry.LeaveOut {
		for _, n := range l.Names() {
			s.ruling[s.header.column(n)] = true
		}
	}
	s.findLabels()
	s.markHeadings(s.header)
	s.omitRagged()
}

// problem reports something at a cell, once, and gives it back.
func (s *scan) problem(at cellRef, code *problem.Code, message, hint string) *problem.Problem {
	p := code.At(at.place(), "%s", message).Hinted(hint)
	key := p.String()
	if !s.said[key] {
		s.said[key] = true
		s.problems = append(s.problems, p)
	}
	return &p
}

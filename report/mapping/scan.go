package mapping

import (
	"fmt"
	"slices"

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

	titles    []*title
	above     map[int]carried // of columns that are filled down
	uses      map[int]Use     // of columns with a heading: Heading where the entry reads them, LeftOut, or NoColumn
	letters   map[int]bool    // columns that are named by their letter
	ruling    map[int]bool    // columns that a rule looks at
	values    map[int]bool    // columns that a mean is taken of: it says itself what became of their cells
	labels    map[*declaration.Column]content
	ended     bool
	changed   int // counts changes of titles
	strangers []stranger
	notRead   []*heading // by declaration; another entry may read them
	problems  []workbook.Problem
}

// title is a line above the rows that holds true for them.
type title struct {
	pattern declaration.Pattern
	rank    int // by first appearance: the outer ones come first; 0 = not seen yet
	value   string
	at      spot
	set     bool
}

// carried is the cell that stands for the blank ones below it.
type carried struct {
	cell workbook.Cell
	at   spot
}

// run reads the whole sheet.
func (s *scan) run() {
	s.prepare()
	for i := 0; i < len(s.rows); i++ {
		row := s.rows[i]
		switch {
		case !filled(row):
		case row.Index <= s.header.bottom, row.Index < s.entry.First, s.form:
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

func (s *scan) titleOf(written string) *title {
	for _, t := range s.titles {
		if t.pattern.Written == written {
			return t
		}
	}
	return nil
}

// takeTitles looks for title lines in a row: in any of its cells above the data, among the data only if the first filled
// cell is one. A title ends those that first came after it: the line of one factory says nothing of the next.
func (s *scan) takeTitles(row workbook.Row, anywhere bool) bool {
	taken := false
	for i, cell := range row.Cells {
		if cell.Kind == workbook.Blank {
			continue
		}
		found := s.takeTitle(cell.Plain(), s.spot(row.Index, i+1))
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
func (s *scan) takeTitle(text string, at spot) bool {
	var taken []*title
	rank, last := 0, 0
	for _, t := range s.titles {
		last = max(last, t.rank)
		if v, ok := t.pattern.Value(text); ok {
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

// isHeader takes a header that stands above a further block.
func (s *scan) isHeader(row workbook.Row) bool {
	if !s.entry.Header.Repeats {
		return false
	}
	h, _ := match(s.grid, s.entry, row.Index, row.Index+s.entry.Header.Rows-1)
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
			s.uses[x.column] = LeftOut
			x.mark(LeftOut)
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
		s.leaveRow(row, because)
		return
	case s.takeTitles(row, false):
		clear(s.above)
		return
	}
	if because := s.leftOut(row); because != "" {
		s.leaveRow(row, because)
		return
	}
	s.carryDown(row)
	for _, t := range s.tables {
		t.add(row)
	}
	s.markUnread(row)
}

// outside says why a row does not belong to the data at all.
func (s *scan) outside(row workbook.Row) string {
	e := s.entry
	first := slices.IndexFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
	if !s.ended && slices.ContainsFunc(e.Ends, func(p declaration.Pattern) bool { return p.Fits(row.Cells[first].Plain()) }) {
		s.ended = true
	}
	switch {
	case s.ended:
		return "below the end of the table"
	case e.Last > 0 && row.Index > e.Last:
		return fmt.Sprintf("below row %d", e.Last)
	}
	return ""
}

// leaveRow leaves out every cell of a row.
func (s *scan) leaveRow(row workbook.Row, because string) {
	for i, cell := range row.Cells {
		if cell.Kind != workbook.Blank {
			s.spot(row.Index, i+1).mark(LeftOut)
		}
	}
	s.leave(because, row.Index)
}

// leave notes that a rule left out a row, which of a turned sheet is a column.
func (s *scan) leave(because string, row int) {
	l := s.left(because)
	if s.turned {
		l.Columns = append(l.Columns, workbook.ColumnName(row))
		return
	}
	l.Rows = append(l.Rows, row)
}

// leftOut says which rule leaves a row out, "" for none.
func (s *scan) leftOut(row workbook.Row) string {
	for i := range s.entry.LeaveOut {
		if s.applies(&s.entry.LeaveOut[i], row) {
			return s.entry.LeaveOut[i].Because
		}
	}
	return ""
}

func (s *scan) applies(l *declaration.LeaveOut, row workbook.Row) bool {
	fits := func(text string) bool {
		return text != "" && slices.ContainsFunc(l.Is, func(p declaration.Pattern) bool { return p.Fits(text) })
	}
	switch l.How {
	case "is":
		cell, _ := s.read(row, s.header.column(l.Column))
		return fits(cell.Plain())
	case "first":
		first := slices.IndexFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
		return fits(row.Cells[first].Plain())
	case "blank":
		return !slices.ContainsFunc(l.Names(), func(n declaration.Name) bool {
			cell, _ := s.read(row, s.header.column(n))
			return cell.Kind != workbook.Blank
		})
	}
	only := s.header.column(l.Column)
	for i, cell := range row.Cells {
		if cell.Kind != workbook.Blank && i+1 != only {
			return false
		}
	}
	return row.At(only).Kind != workbook.Blank
}

// read gives a cell of the data, that of its merged block where the entry says so.
func (s *scan) read(row workbook.Row, column int) (workbook.Cell, spot) {
	if s.entry.Merged {
		return s.whole(row, column)
	}
	return row.At(column), s.spot(row.Index, column)
}

// filledDown gives a cell of the data, or where that is declared and it is blank, the one above it.
func (s *scan) filledDown(row workbook.Row, column int) (workbook.Cell, spot) {
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

// markUnread says of the cells of a row that no table read why that is: their column means nothing, or the row made nothing.
func (s *scan) markUnread(row workbook.Row) {
	left := false
	for i, cell := range row.Cells {
		column := i + 1
		at := s.spot(row.Index, column)
		if cell.Kind == workbook.Blank || at.use() > NoColumn || s.values[column] {
			continue
		}
		switch use, known := s.uses[column]; {
		case s.ruling[column]:
			at.mark(Read)
		case known && use == Heading || s.letters[column]:
			at.mark(LeftOut)
			left = true
		case known:
			at.mark(use)
		default:
			at.mark(NoColumn)
			s.noColumn(&heading{column: column}, at)
		}
	}
	if left {
		s.leave("no value in the columns that are read", row.Index)
	}
}

// noColumn remembers a column that no rule covers, once.
func (s *scan) noColumn(x *heading, at spot) {
	key := fmt.Sprint(x.column, " ", x.key)
	if !s.said[key] {
		s.said[key] = true
		s.strangers = append(s.strangers, stranger{x, at})
	}
}

// stranger is a column that an entry has no use for, and its heading or first cell.
type stranger struct {
	*heading
	at spot
}

// prepare finds what the entry needs of the sheet before its rows are read.
func (s *scan) prepare() {
	s.above, s.letters, s.ruling, s.values = map[int]carried{}, map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, t := range s.tables {
		for _, c := range t.to.Columns {
			if c.From == declaration.Title && s.titleOf(c.Take.Written) == nil {
				s.titles = append(s.titles, &title{pattern: c.Take})
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
	s.leaveRagged()
}

// leaveRagged leaves out the records of a text file that are longer than its header: their values stand in wrong columns.
func (s *scan) leaveRagged() {
	if s.turned || s.header.top == 0 {
		return
	}
	below := s.find(s.header.bottom + 1)
	whole, problems := s.Sheet.Ragged(s.row(s.header.bottom), s.rows[below:])
	s.problems = append(s.problems, problems...)
	for i, j := below, 0; i < len(s.rows); i++ {
		if j < len(whole) && whole[j].Index == s.rows[i].Index {
			j++
			continue
		}
		for k := range s.rows[i].Cells {
			s.spot(s.rows[i].Index, k+1).mark(LeftOut)
		}
	}
	s.rows = slices.Concat(s.rows[:below], whole)
}

// problem reports something at a cell, once, and gives it back.
func (s *scan) problem(at spot, severity workbook.Severity, code, message, hint string) *workbook.Problem {
	p := workbook.Problem{Place: at.place(), Severity: severity, Code: code, Message: message, Hint: hint}
	key := p.String()
	if !s.said[key] {
		s.said[key] = true
		s.problems = append(s.problems, p)
	}
	return &p
}

package workbook

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/problem"
)

// paper is what must be known of a worksheet's XML to write between its lines.
type paper struct {
	data    []byte
	root    element
	rows    element // sheetData
	boxes   element // legacyDrawing; its name is blank where there is none
	last    int     // the end of what stands before legacyDrawing
	columns []columnForm
	width   float64 // of a column, in characters, where none is declared
	height  float64 // of a row, in points
}

// maxForms bounds what a sheet may declare of its columns.
const maxForms = 1000

// columnForm is what a sheet declares of some columns.
type columnForm struct {
	from, to, style int
	width           float64 // 0 where they are hidden
}

// fillSheet looks through a worksheet and gives the cells of the marks their fills: by edits, which a later look may add to.
func fillSheet(data []byte, marks []*mark, t *styleTable) (*paper, []edit, error) {
	p := &paper{data: data, width: 9, height: 15}
	s := &filler{reader: newReader(data), paper: p, marks: marks, table: t, pending: map[cellAt]edit{}, had: make([]bool, len(marks)), rowAt: map[int]int{}}
	for {
		ev, err := s.reader.next()
		switch {
		case errors.Is(err, io.EOF) && p.rows.name == "":
			return nil, nil, errors.New("it has no rows element (sheetData)")
		case errors.Is(err, io.EOF):
			return p, s.finish(), nil
		case err != nil:
			return nil, nil, err
		case ev == closed && len(s.stack) == 1:
			s.passed()
		case ev == opened:
			if err := s.open(); err != nil {
				return nil, nil, err
			}
		}
	}
}

// filler counts rows and columns as sheetReader does, where they are not written.
type filler struct {
	*reader
	*paper
	marks       []*mark
	table       *styleTable
	edits       []edit
	pending     map[cellAt]edit // cells that their row has not; it may stand in two pieces
	had         []bool          // of each mark: its row is there
	rowAt       map[int]int     // where a row goes that is not there
	behind      int             // how many of the marks lie before the row that is being read
	next, after int
	cells       []cellPaper // of the row that is being read
}

type cellPaper struct {
	column     int
	start, end int // of its start tag
}

func (s *filler) open() error {
	switch name := string(s.name); {
	case len(s.stack) == 1:
		s.root = s.element(-1)
	case len(s.stack) == 2 && name == "sheetData":
		s.rows = s.element(-1)
	case len(s.stack) == 2 && name == "legacyDrawing":
		s.boxes = s.element(-1)
	case len(s.stack) == 2 && name == "sheetFormatPr":
		s.width, s.height = s.decimal("defaultColWidth", s.width), s.decimal("defaultRowHeight", s.height)
	case len(s.stack) == 3 && name == "col":
		s.column()
	case len(s.stack) == 3 && name == "row":
		return s.readRow()
	}
	return nil
}

// laterParts are those that stand after legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99).
func laterParts() []string {
	return []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"}
}

// passed takes note of a part of the worksheet that has ended.
func (s *filler) passed() {
	switch name := string(s.name); {
	case name == "sheetData":
		s.rows.end = s.in.Offset()
		if s.rows.close = s.start; s.rows.single {
			s.rows.close = s.rows.end
		}
		s.last = s.rows.end
	case s.rows.name != "" && !slices.Contains(laterParts(), name):
		s.last = s.in.Offset()
	}
}

func (s *filler) decimal(name string, otherwise float64) float64 {
	v, _ := s.attr(name)
	if n, err := strconv.ParseFloat(v, 64); err == nil && n > 0 && n < 1000 {
		return n
	}
	return otherwise
}

func (s *filler) whole(name string, otherwise int) int {
	v, _ := s.attr(name)
	if n, err := strconv.Atoi(v); err == nil {
		return n
	}
	return otherwise
}

func (s *filler) column() {
	c := columnForm{s.whole("min", 0), s.whole("max", 0), s.whole("style", 0), s.decimal("width", s.width)}
	if hidden, _ := s.attr("hidden"); hidden == "1" || hidden == "true" {
		c.width = 0
	}
	if len(s.columns) < maxForms {
		s.columns = append(s.columns, c)
	}
}

func (s *filler) readRow() error {
	index := s.whole("r", max(s.next, 1))
	s.next, s.after = index+1, 1
	for ; s.behind < len(s.marks) && s.marks[s.behind].row < index; s.behind++ {
		if !s.had[s.behind] {
			s.rowAt[s.marks[s.behind].row] = s.start
		}
	}
	from, to := s.marksOf(index)
	if from == to {
		return s.skip()
	}
	for i := from; i < to; i++ {
		s.had[i] = true
	}
	row, style := s.element(-1), s.whole("s", -1)
	s.cells = s.cells[:0]
	for depth := len(s.stack); len(s.stack) >= depth; {
		ev, err := s.reader.next()
		if err != nil {
			return err
		}
		if ev == opened && string(s.name) == "c" {
			s.cells = append(s.cells, s.cell())
		}
	}
	if !row.single {
		row.close = s.start
	}
	s.fillRow(&row, style, s.marks[from:to])
	return nil
}

// marksOf finds the marks of a row.
func (s *filler) marksOf(row int) (from, to int) {
	from, _ = slices.BinarySearchFunc(s.marks, row, func(m *mark, row int) int { return cmp.Compare(m.row, row) })
	for to = from; to < len(s.marks) && s.marks[to].row == row; {
		to++
	}
	return from, to
}

func (s *filler) cell() cellPaper {
	column := s.after
	if ref, written := s.attr("r"); written {
		column = columnNumber(ref)
	}
	s.after = column + 1
	return cellPaper{column, s.start, s.in.Offset()}
}

// fillRow fills the marked cells of a row. Those it has not wait: the row may stand there once more.
func (s *filler) fillRow(row *element, style int, marks []*mark) {
	text := ""
	for _, m := range marks {
		if i := slices.IndexFunc(s.cells, func(c cellPaper) bool { return c.column == m.column }); i >= 0 {
			delete(s.pending, m.cellAt)
			s.edits = append(s.edits, s.refill(s.cells[i], m.problems[0].Severity))
			continue
		}
		at := row.close
		if i := slices.IndexFunc(s.cells, func(c cellPaper) bool { return c.column > m.column }); i >= 0 {
			at = s.cells[i].start
		}
		if _, twice := s.pending[m.cellAt]; !twice && !row.single {
			s.pending[m.cellAt] = edit{at, at, s.newCell(m, style)}
		}
		text += s.newCell(m, style)
	}
	if row.single {
		s.edits = append(s.edits, row.grow(s.data, text, 0)...)
	}
}

// refill exchanges the format in the start tag of a cell.
func (s *filler) refill(c cellPaper, severity problem.Severity) edit {
	tag := string(s.data[c.start:c.end])
	for _, v := range tagValues(tag) {
		if v.name == "s" {
			own, _ := strconv.Atoi(tag[v.from:v.to])
			return edit{c.start + v.from, c.start + v.to, s.table.written(s.table.filled(own, severity))[0]}
		}
	}
	at := c.start + strings.IndexAny(tag, " \t\r\n/>")
	return edit{at, at, s.table.written(s.table.filled(0, severity))[1]}
}

// newCell writes a blank cell in the format of its row (-1: none) or column.
func (s *filler) newCell(m *mark, style int) string {
	if style < 0 {
		style = s.form(m.column).style
	}
	return fmt.Sprintf(`<%sc r="%s" s="%d"/>`, s.root.prefix(s.data), m.cell(), s.table.filled(style, m.problems[0].Severity))
}

// finish adds the cells and rows that are not there. A sheet without any row gets none.
func (s *filler) finish() []edit {
	prefix := s.root.prefix(s.data)
	for i := 0; i < len(s.marks); {
		row := s.marks[i].row
		text := ""
		had := s.had[i]
		for ; i < len(s.marks) && s.marks[i].row == row; i++ {
			if e, is := s.pending[s.marks[i].cellAt]; is {
				s.edits = append(s.edits, e)
			} else if !had {
				text += s.newCell(s.marks[i], -1)
			}
		}
		at, before := s.rowAt[row]
		if !before {
			at = s.rows.close
		}
		if !had && !s.rows.single {
			s.edits = append(s.edits, edit{at, at, fmt.Sprintf(`<%srow r="%d">%s</%srow>`, prefix, row, text, prefix)})
		}
	}
	return s.edits
}

// form is what is declared of a column.
func (p *paper) form(column int) columnForm {
	for _, c := range p.columns {
		if c.from <= column && column <= c.to {
			return c
		}
	}
	return columnForm{width: p.width}
}

package workbook

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
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
	wanted  []int   // rows, sorted
	at      map[int][]*rowPaper
	before  map[int]int // where a wanted row goes that is not there
}

// maxForms bounds what a sheet may declare of its columns.
const maxForms = 1000

// columnForm is what a sheet declares of some columns.
type columnForm struct {
	from, to, style int
	width           float64 // 0 where they are hidden
}

// rowPaper is one row, with its cells.
type rowPaper struct {
	element
	style int // -1 where none is declared
	cells []cellPaper
}

type cellPaper struct {
	column     int
	start, end int // of its start tag
}

// readPaper looks through a worksheet for the rows that are wanted.
func readPaper(data []byte, wanted []int) (*paper, error) {
	p := &paper{data: data, width: 9, height: 15, wanted: wanted, at: map[int][]*rowPaper{}, before: map[int]int{}}
	s := &paperReader{reader: newReader(data), paper: p}
	for {
		ev, err := s.reader.next()
		switch {
		case errors.Is(err, io.EOF) && p.rows.name == "":
			return nil, errors.New("it has no rows element (sheetData)")
		case errors.Is(err, io.EOF):
			return p, nil
		case err != nil:
			return nil, err
		case ev == closed && len(s.stack) == 1:
			s.passed()
		case ev == closed && len(s.stack) == 0:
			p.root.close = s.start
		case ev == opened:
			if err := s.open(); err != nil {
				return nil, err
			}
		}
	}
}

// paperReader counts rows and columns as sheetReader does, where they are not written.
type paperReader struct {
	*reader
	*paper
	next, after int
	missing     int // how many of the wanted rows were passed
}

func (s *paperReader) open() error {
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
func (s *paperReader) passed() {
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

func (s *paperReader) decimal(name string, otherwise float64) float64 {
	v, _ := s.attr(name)
	if n, err := strconv.ParseFloat(v, 64); err == nil && n > 0 && n < 1000 {
		return n
	}
	return otherwise
}

func (s *paperReader) whole(name string, otherwise int) int {
	v, _ := s.attr(name)
	if n, err := strconv.Atoi(v); err == nil {
		return n
	}
	return otherwise
}

func (s *paperReader) column() {
	c := columnForm{s.whole("min", 0), s.whole("max", 0), s.whole("style", 0), s.decimal("width", s.width)}
	if hidden, _ := s.attr("hidden"); hidden == "1" || hidden == "true" {
		c.width = 0
	}
	if len(s.columns) < maxForms {
		s.columns = append(s.columns, c)
	}
}

func (s *paperReader) readRow() error {
	index := s.whole("r", max(s.next, 1))
	s.next, s.after = index+1, 1
	for s.missing < len(s.wanted) && s.wanted[s.missing] < index {
		s.before[s.wanted[s.missing]] = s.start
		s.missing++
	}
	if _, is := slices.BinarySearch(s.wanted, index); !is {
		return s.skip()
	}
	row := &rowPaper{element: s.element(-1), style: s.whole("s", -1)}
	s.at[index] = append(s.at[index], row)
	for depth := len(s.stack); len(s.stack) >= depth; {
		ev, err := s.reader.next()
		if err != nil {
			return err
		}
		if ev == opened && string(s.name) == "c" {
			row.cells = append(row.cells, s.cell())
		}
	}
	if !row.single {
		row.close, row.end = s.start, s.in.Offset()
	}
	return nil
}

func (s *paperReader) cell() cellPaper {
	column := s.after
	if ref, written := s.attr("r"); written {
		column = columnNumber(ref)
	}
	s.after = column + 1
	return cellPaper{column, s.start, s.in.Offset()}
}

// fill gives the cells their fills; cells and rows that are not there are written.
func (p *paper) fill(marks []*mark, t *styleTable) []edit {
	var edits []edit
	for len(marks) > 0 {
		row := marks[0].row
		n := 0
		for n < len(marks) && marks[n].row == row {
			n++
		}
		edits = append(edits, p.fillRow(row, marks[:n], t)...)
		marks = marks[n:]
	}
	return edits
}

func (p *paper) fillRow(index int, marks []*mark, t *styleTable) []edit {
	prefix := p.root.prefix(p.data)
	rows := p.at[index]
	if len(rows) == 0 {
		return p.newRow(fmt.Sprintf(`<%srow r="%d">%s</%srow>`, prefix, index, p.newCells(marks, -1, t), prefix), index)
	}
	var edits []edit
	var fresh []*mark
	for _, m := range marks {
		if c, is := cellOf(rows, m.column); is {
			tag := string(p.data[c.start:c.end])
			own, _ := strconv.Atoi(attributeOf(tag, "s"))
			edits = append(edits, edit{c.start, c.end, withAttribute(tag, "s", strconv.Itoa(t.filled(own, m.problems[0].Severity)))})
			continue
		}
		fresh = append(fresh, m)
	}
	first := rows[0]
	if first.single {
		return append(edits, first.grow(p.data, p.newCells(fresh, first.style, t), 0)...)
	}
	for _, m := range fresh {
		at := first.close
		if i := slices.IndexFunc(first.cells, func(c cellPaper) bool { return c.column > m.column }); i >= 0 {
			at = first.cells[i].start
		}
		edits = append(edits, edit{at, at, p.newCells([]*mark{m}, first.style, t)})
	}
	return edits
}

func cellOf(rows []*rowPaper, column int) (cellPaper, bool) {
	for _, row := range rows {
		for _, c := range row.cells {
			if c.column == column {
				return c, true
			}
		}
	}
	return cellPaper{}, false
}

// newRow puts a row before the next one. A sheet without any row gets none.
func (p *paper) newRow(text string, index int) []edit {
	at, is := p.before[index]
	switch {
	case is:
	case p.rows.single:
		return nil
	default:
		at = p.rows.close
	}
	return []edit{{at, at, text}}
}

// newCells writes blank cells in the format of their row (-1: none) or column.
func (p *paper) newCells(marks []*mark, row int, t *styleTable) string {
	var out strings.Builder
	for _, m := range marks {
		style := row
		if style < 0 {
			style = p.form(m.column).style
		}
		fmt.Fprintf(&out, `<%sc r="%s" s="%d"/>`, p.root.prefix(p.data), m.cell(), t.filled(style, m.problems[0].Severity))
	}
	return out.String()
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

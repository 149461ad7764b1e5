package annotate

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
)

// worksheet is what must be known of a worksheet's XML to write between its lines.
type worksheet struct {
	data    []byte
	root    xmlpart.Element
	rows    xmlpart.Element // sheetData
	boxes   xmlpart.Element // legacyDrawing; its name is blank where there is none
	last    int             // the end of what stands before legacyDrawing
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

// fillSheet looks through a worksheet and gives the cells of the marks their fills: by edits, which a later look may
// add to.
func fillSheet(data []byte, marks []*mark, t *styleTable) (*worksheet, []xmlpart.Edit, error) {
	p := &worksheet{data: data, width: 9, height: 15}
	s := &sheetEditor{Scanner: xmlpart.NewScanner(data), worksheet: p, marks: marks, table: t,
		pending: map[cellAt]xmlpart.Edit{}, had: make([]bool, len(marks)), rowAt: map[int]int{}}
	for {
		ev, err := s.Scanner.Next()
		switch {
		case errors.Is(err, io.EOF) && p.rows.Name == "":
			return nil, nil, errors.New("it has no rows element (sheetData)")
		case errors.Is(err, io.EOF):
			return p, s.finish(), nil
		case err != nil:
			return nil, nil, err
		case ev == xmlpart.CloseTag && s.Depth() == 1:
			s.passed()
		case ev == xmlpart.OpenTag:
			if err := s.open(); err != nil {
				return nil, nil, err
			}
		}
	}
}

// sheetEditor counts rows and columns as the reading does, where they are not written.
type sheetEditor struct {
	*xmlpart.Scanner
	*worksheet
	marks       []*mark
	table       *styleTable
	edits       []xmlpart.Edit
	pending     map[cellAt]xmlpart.Edit // cells that their row has not; it may stand in two pieces
	had         []bool                  // of each mark: its row is there
	rowAt       map[int]int             // where a row goes that is not there
	behind      int                     // how many of the marks lie before the row that is being read
	next, after int
	cells       []cellTag // of the row that is being read
}

type cellTag struct {
	column     int
	start, end int // of its start tag
}

func (s *sheetEditor) open() error {
	switch name := string(s.Name()); {
	case s.Depth() == 1:
		s.root = s.Element(-1)
	case s.Depth() == 2 && name == "sheetData":
		s.rows = s.Element(-1)
	case s.Depth() == 2 && name == "legacyDrawing":
		s.boxes = s.Element(-1)
	case s.Depth() == 2 && name == "sheetFormatPr":
		s.width, s.height = s.decimal("defaultColWidth", s.width), s.decimal("defaultRowHeight", s.height)
	case s.Depth() == 3 && name == "col":
		s.column()
	case s.Depth() == 3 && name == "row":
		return s.readRow()
	}
	return nil
}

// laterParts are those that stand after legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99).
func laterParts() []string {
	return []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
		"tableParts", "extLst", "AlternateContent"}
}

// passed takes note of a part of the worksheet that has ended.
func (s *sheetEditor) passed() {
	switch name := string(s.Name()); {
	case name == "sheetData":
		s.rows.End = s.Offset()
		if s.rows.Close = s.Start(); s.rows.Single {
			s.rows.Close = s.rows.End
		}
		s.last = s.rows.End
	case s.rows.Name != "" && !slices.Contains(laterParts(), name):
		s.last = s.Offset()
	}
}

func (s *sheetEditor) decimal(name string, otherwise float64) float64 {
	v, _ := s.Attr(name)
	if n, err := strconv.ParseFloat(v, 64); err == nil && n > 0 && n < 1000 {
		return n
	}
	return otherwise
}

func (s *sheetEditor) whole(name string, otherwise int) int {
	v, _ := s.Attr(name)
	if n, err := strconv.Atoi(v); err == nil {
		return n
	}
	return otherwise
}

func (s *sheetEditor) column() {
	c := columnForm{s.whole("min", 0), s.whole("max", 0), s.whole("style", 0), s.decimal("width", s.width)}
	if hidden, _ := s.Attr("hidden"); hidden == "1" || hidden == "true" {
		c.width = 0
	}
	if len(s.columns) < maxForms {
		s.columns = append(s.columns, c)
	}
}

func (s *sheetEditor) readRow() error {
	index := s.whole("r", max(s.next, 1))
	s.next, s.after = index+1, 1
	for ; s.behind < len(s.marks) && s.marks[s.behind].row < index; s.behind++ {
		if !s.had[s.behind] {
			s.rowAt[s.marks[s.behind].row] = s.Start()
		}
	}
	from, to := s.marksOf(index)
	if from == to {
		return s.Skip()
	}
	for i := from; i < to; i++ {
		s.had[i] = true
	}
	row, style := s.Element(-1), s.whole("s", -1)
	s.cells = s.cells[:0]
	for depth := s.Depth(); s.Depth() >= depth; {
		ev, err := s.Scanner.Next()
		if err != nil {
			return err
		}
		if ev == xmlpart.OpenTag && string(s.Name()) == "c" {
			s.cells = append(s.cells, s.cell())
		}
	}
	if !row.Single {
		row.Close = s.Start()
	}
	s.fillRow(&row, style, s.marks[from:to])
	return nil
}

// marksOf finds the marks of a row.
func (s *sheetEditor) marksOf(row int) (from, to int) {
	from, _ = slices.BinarySearchFunc(s.marks, row, func(m *mark, row int) int { return cmp.Compare(m.row, row) })
	for to = from; to < len(s.marks) && s.marks[to].row == row; {
		to++
	}
	return from, to
}

func (s *sheetEditor) cell() cellTag {
	column := s.after
	if ref, written := s.Attr("r"); written {
		column = grid.ColumnNumber(ref)
	}
	s.after = column + 1
	return cellTag{column, s.Start(), s.Offset()}
}

// fillRow fills the marked cells of a row. Those it has not wait: the row may stand there once more.
func (s *sheetEditor) fillRow(row *xmlpart.Element, style int, marks []*mark) {
	text := ""
	for _, m := range marks {
		if i := slices.IndexFunc(s.cells, func(c cellTag) bool { return c.column == m.column }); i >= 0 {
			delete(s.pending, m.cellAt)
			s.edits = append(s.edits, s.refill(s.cells[i], m.problems[0].Severity))
			continue
		}
		at := row.Close
		if i := slices.IndexFunc(s.cells, func(c cellTag) bool { return c.column > m.column }); i >= 0 {
			at = s.cells[i].start
		}
		if _, twice := s.pending[m.cellAt]; !twice && !row.Single {
			s.pending[m.cellAt] = xmlpart.Insert(at, s.newCell(m, style))
		}
		text += s.newCell(m, style)
	}
	if row.Single {
		s.edits = append(s.edits, row.Grow(s.data, text, 0)...)
	}
}

// refill exchanges the format in the start tag of a cell.
func (s *sheetEditor) refill(c cellTag, severity problem.Severity) xmlpart.Edit {
	tag := string(s.data[c.start:c.end])
	for _, v := range xmlpart.TagValues(tag) {
		if v.Name == "s" {
			own, _ := strconv.Atoi(tag[v.From:v.To])
			return xmlpart.Replace(c.start+v.From, c.start+v.To, s.table.written(s.table.filled(own, severity))[0])
		}
	}
	at := c.start + strings.IndexAny(tag, " \t\r\n/>")
	return xmlpart.Insert(at, s.table.written(s.table.filled(0, severity))[1])
}

// newCell writes a blank cell in the format of its row (-1: none) or column.
func (s *sheetEditor) newCell(m *mark, style int) string {
	if style < 0 {
		style = s.form(m.column).style
	}
	return fmt.Sprintf(`<%sc r="%s" s="%d"/>`, s.root.Prefix(s.data), m.cell(),
		s.table.filled(style, m.problems[0].Severity))
}

// finish adds the cells and rows that are not there. A sheet without any row gets none.
func (s *sheetEditor) finish() []xmlpart.Edit {
	prefix := s.root.Prefix(s.data)
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
			at = s.rows.Close
		}
		if !had && !s.rows.Single {
			s.edits = append(s.edits,
				xmlpart.Insert(at, fmt.Sprintf(`<%srow r="%d">%s</%srow>`, prefix, row, text, prefix)))
		}
	}
	return s.edits
}

// form is what is declared of a column.
func (p *worksheet) form(column int) columnForm {
	for _, c := range p.columns {
		if c.from <= column && column <= c.to {
			return c
		}
	}
	return columnForm{width: p.width}
}

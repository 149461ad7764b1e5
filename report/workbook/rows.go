package workbook

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"plimsoll/report/problem"
)

// The grid of a worksheet, as Excel's own limits have it.
const (
	maxRow    = 1_048_576
	maxColumn = 16_384
)

// sheetReader reads the rows of one worksheet part.
type sheetReader struct {
	*reader
	frame  *frame
	left   *allowance
	rows   []Row
	row    Row
	next   int // the row number that follows where none is written
	after  int // the column that follows where none is written
	merges merges

	columns []Span // that are hidden
	hidden  []Span // the rows that are, and hold something
	drawing string // the id of its relation, "" where there is none
}

// allowance is what may still be kept of a workbook: cells, bytes of their texts, merged blocks. A shared text counts as
// often as it is shown, since whatever is done with a text is done with every cell that shows it.
type allowance struct{ cells, text, merged int }

func (b Bounds) allowance() allowance {
	return allowance{cells: b.Cells, text: int(b.AllBytes / 2), merged: maxMerged}
}

// readSheet reads a sheet up to the end of its XML. Any error means that none of its rows may be used.
func (p *pack) readSheet(e entry, f *frame, left *allowance) (*sheetReader, error) {
	if e.part == "" {
		return nil, errors.New("the workbook names it, but its part is missing")
	}
	data, err := p.part(e.part)
	if err != nil {
		return nil, err
	}
	s := &sheetReader{reader: newReader(data), frame: f, left: left}
	seen := false
	for {
		ev, err := s.reader.next()
		switch {
		case errors.Is(err, io.EOF) && !seen:
			return nil, errors.New("it has no rows element (sheetData)")
		case errors.Is(err, io.EOF):
			return s, nil
		case err != nil:
			return nil, err
		case ev == opened && string(s.name) == "sheetData" && len(s.stack) == 2:
			seen = true
			if err := s.data(); err != nil {
				return nil, err
			}
		case ev == opened && len(s.stack) <= 3:
			s.around()
		}
	}
}

// around takes what a sheet says of itself before and after its rows.
func (s *sheetReader) around() {
	switch string(s.name) {
	case "mergeCell":
		s.readMerge()
	case "col":
		s.readColumn()
	case "drawing":
		s.drawing, _ = s.attr("id")
	}
}

// data reads all rows up to </sheetData>.
func (s *sheetReader) data() error {
	for depth := len(s.stack); len(s.stack) >= depth; {
		ev, err := s.reader.next()
		if err == nil && ev == opened && string(s.name) == "row" {
			err = s.readRow()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetReader) readRow() error {
	index, err := s.rowIndex()
	if err != nil {
		return err
	}
	s.row, s.next, s.after = Row{Index: index}, index+1, 1
	hidden := s.isHidden()
	for depth := len(s.stack); len(s.stack) >= depth; {
		ev, err := s.reader.next()
		if err == nil && ev == opened && string(s.name) == "c" {
			err = s.readCell()
		}
		if err != nil {
			return err
		}
	}
	if len(s.row.Cells) == 0 {
		return nil
	}
	if s.rows = append(s.rows, s.row); hidden {
		s.hidden = addSpan(s.hidden, index)
	}
	return nil
}

func (s *sheetReader) rowIndex() (int, error) {
	v, written := s.attr("r")
	if !written {
		v = strconv.Itoa(max(s.next, 1))
	}
	index, err := strconv.Atoi(v)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange), err == nil && index < 1:
		return 0, fmt.Errorf("it has the row number %q", v)
	case err != nil, index > maxRow:
		return 0, &refusal{"too-large", fmt.Sprintf("it has the row number %s; a sheet ends at row %d", v, maxRow), "copy the rows into a new workbook; none of this sheet's rows were used"}
	}
	return index, nil
}

// readCell reads one <c>; it is kept only if it holds something.
func (s *sheetReader) readCell() error {
	column, err := s.columnIndex()
	if err != nil {
		return err
	}
	s.after = column + 1
	var raw rawCell
	raw.kind, _ = s.attr("t")
	style, _ := s.attr("s")
	raw.style, _ = strconv.Atoi(style)
	for depth := len(s.stack); len(s.stack) >= depth; {
		ev, err := s.reader.next()
		if err != nil {
			return err
		}
		if ev == opened {
			err = s.cellPart(&raw)
		}
		if err != nil {
			return err
		}
	}
	if cell := s.frame.cell(raw); cell.Kind != Blank {
		return s.keep(column, cell)
	}
	return nil
}

func (s *sheetReader) cellPart(raw *rawCell) (err error) {
	switch string(s.name) {
	case "v":
		raw.hasValue = true
		raw.value, err = s.content()
	case "is":
		raw.inline, err = s.richText()
	case "f":
		raw.formula = true
		err = s.skip()
	}
	return err
}

func (s *sheetReader) columnIndex() (int, error) {
	ref, written := s.attr("r")
	if !written {
		ref = problem.ColumnName(s.after)
	}
	column := columnNumber(ref)
	switch {
	case column < 1:
		return 0, fmt.Errorf("it has a cell at %q", ref)
	case column > maxColumn:
		return 0, &refusal{"too-large", fmt.Sprintf("it has a cell at %q, beyond the last column", ref), "copy the rows into a new workbook; none of this sheet's rows were used"}
	}
	return column, nil
}

// columnNumber reads the letters of a cell's name, whatever else stands there; it stops beyond the last column.
func columnNumber(ref string) int {
	column := 0
	for i := 0; i < len(ref) && column <= maxColumn; i++ {
		if c := ref[i] &^ 0x20; c >= 'A' && c <= 'Z' {
			column = column*26 + int(c-'A') + 1
		}
	}
	return column
}

func (s *sheetReader) keep(column int, c Cell) error {
	grow := max(column-len(s.row.Cells), 0)
	s.left.cells -= max(grow, 1)
	s.left.text -= len(c.Text)
	if s.left.cells < 0 || s.left.text < 0 {
		return &refusal{"too-large", "the workbook holds more cells, or more text, than are read", "split it into several workbooks"}
	}
	if grow > 0 {
		s.row.Cells = append(s.row.Cells, make([]Cell, grow)...)
	}
	if s.row.Cells[column-1].Kind != Blank {
		return fmt.Errorf("it has two cells at %s%d", problem.ColumnName(column), s.row.Index)
	}
	s.row.Cells[column-1] = c
	return nil
}

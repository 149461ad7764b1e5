package workbook

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
)

// sheetReader reads the rows of one worksheet part.
type sheetReader struct {
	*xmlpart.Scanner
	values *values
	left   *allowance
	rows   []Row
	row    Row
	next   int // the row number that follows where none is written
	after  int // the column that follows where none is written
	merges merges

	computed bool // values of formulas were used

	columns []Span // that are hidden
	hidden  []Span // the rows that are, and hold something
	drawing string // the id of its relation, "" where there is none
}

// allowance is what may still be kept of a workbook: cells, bytes of their texts, merged blocks. A shared text counts
// as often as it is shown, since whatever is done with a text is done with every cell that shows it.
type allowance struct{ cells, text, merged int }

func (b Bounds) allowance() allowance {
	return allowance{cells: b.Cells, text: int(b.AllBytes / 2), merged: maxMerged}
}

// readSheet reads a sheet up to the end of its XML. Any error means that none of its rows may be used.
func readSheet(pkg *ooxml.Package, part string, v *values, left *allowance) (*sheetReader, error) {
	if part == "" {
		return nil, errors.New("the workbook names it, but its part is missing")
	}
	data, err := pkg.Part(part)
	if err != nil {
		return nil, err
	}
	s := &sheetReader{Scanner: xmlpart.NewScanner(data), values: v, left: left}
	seen := false
	for {
		ev, err := s.Scanner.Next()
		switch {
		case errors.Is(err, io.EOF) && !seen:
			return nil, errors.New("it has no rows element (sheetData)")
		case errors.Is(err, io.EOF):
			return s, nil
		case err != nil:
			return nil, err
		case ev == xmlpart.OpenTag && string(s.Name()) == "sheetData" && s.Depth() == 2:
			seen = true
			if err := s.data(); err != nil {
				return nil, err
			}
		case ev == xmlpart.OpenTag && s.Depth() <= 3:
			s.around()
		}
	}
}

// around takes what a sheet says of itself before and after its rows.
func (s *sheetReader) around() {
	switch string(s.Name()) {
	case "mergeCell":
		s.readMerge()
	case "col":
		s.readColumn()
	case "drawing":
		s.drawing, _ = s.Attr("id")
	}
}

// data reads all rows up to </sheetData>.
func (s *sheetReader) data() error {
	for depth := s.Depth(); s.Depth() >= depth; {
		ev, err := s.Scanner.Next()
		if err == nil && ev == xmlpart.OpenTag && string(s.Name()) == "row" {
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
	for depth := s.Depth(); s.Depth() >= depth; {
		ev, err := s.Scanner.Next()
		if err == nil && ev == xmlpart.OpenTag && string(s.Name()) == "c" {
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
	v, written := s.Attr("r")
	if !written {
		v = strconv.Itoa(max(s.next, 1))
	}
	index, err := strconv.Atoi(v)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange), err == nil && index < 1:
		return 0, fmt.Errorf("it has the row number %q", v)
	case err != nil, index > grid.MaxRow:
		return 0, fileerr.Oversize(fmt.Sprintf("it has the row number %s; a sheet ends at row %d", v, grid.MaxRow),
			"copy the rows into a new workbook; none of this sheet's rows were used")
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
	raw.kind, _ = s.Attr("t")
	style, _ := s.Attr("s")
	raw.style, _ = strconv.Atoi(style)
	for depth := s.Depth(); s.Depth() >= depth; {
		ev, err := s.Scanner.Next()
		if err != nil {
			return err
		}
		if ev == xmlpart.OpenTag {
			err = s.cellPart(&raw)
		}
		if err != nil {
			return err
		}
	}
	cell, err := s.values.cell(raw)
	if err != nil || cell.Kind == Blank {
		return err
	}
	s.computed = s.computed || raw.formula && cell.Kind != Uncached
	return s.keep(column, cell)
}

func (s *sheetReader) cellPart(raw *rawCell) (err error) {
	switch string(s.Name()) {
	case "v":
		raw.hasValue = true
		raw.value, err = s.Content()
	case "is":
		raw.inline, err = s.RichText()
	case "f":
		raw.formula = true
		err = s.Skip()
	}
	return err
}

func (s *sheetReader) columnIndex() (int, error) {
	ref, written := s.Attr("r")
	if !written {
		ref = problem.ColumnName(s.after)
	}
	column := grid.ColumnNumber(ref)
	switch {
	case column < 1:
		return 0, fmt.Errorf("it has a cell at %q", ref)
	case column > grid.MaxColumn:
		return 0, fileerr.Oversize(fmt.Sprintf("it has a cell at %q, beyond the last column", ref),
			"copy the rows into a new workbook; none of this sheet's rows were used")
	}
	return column, nil
}

func (s *sheetReader) keep(column int, c Cell) error {
	grow := max(column-len(s.row.Cells), 0)
	s.left.cells -= max(grow, 1)
	s.left.text -= len(c.Text)
	if s.left.cells < 0 || s.left.text < 0 {
		return fileerr.Oversize("the workbook holds more cells, or more text, than are read",
			"split it into several workbooks")
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

// sheet is what was read, as a worksheet at its place, and what is odd about it.
func (s *sheetReader) sheet(at problem.Place, hidden bool) (*Sheet, []problem.Problem) {
	out := &Sheet{File: at.File, Name: at.Sheet, Rows: s.rows, Merged: s.merges.disjoint(), Hidden: hidden,
		HiddenRows: s.hidden, FullCalcOnLoad: s.values.unproven && s.computed}
	problems := s.merges.problems(at)
	if n, first := uncover(out.Rows, out.Merged); n > 0 {
		out.Rows, out.Covered = slices.DeleteFunc(out.Rows, Row.blank), n
		problems = append(problems, problem.MergedCells.At(at,
			"values lie hidden under merged blocks and were left out: %d, first %s", n, first.Cell()))
	}
	out.HiddenColumns = holding(s.columns, out.Rows)
	return out, problems
}

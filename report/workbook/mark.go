package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mark is a cell with problems, the gravest first.
type mark struct {
	row, column int
	problems    []Problem
}

func (m *mark) cell() string { return cellName(m.column, m.row) }

// mark finds the cell of every problem: that of a row's is its first that holds something, and of a merged block the upper
// left. Problems of a sheet or of the file have none.
func (a *annotation) mark() map[string][]*mark {
	marks := map[string][]*mark{}
	at := map[Place]*mark{}
	for _, p := range a.problems {
		for _, place := range append([]Place{p.Place}, p.More...) {
			i := slices.IndexFunc(a.before.Sheets, func(s *Sheet) bool { return s.Name == place.Sheet })
			if place.File != a.before.File || place.Row == 0 || i < 0 {
				continue
			}
			place.Row, place.Column = a.before.Sheets[i].seen(place.Row, place.Column)
			m := at[place]
			if m == nil {
				m = &mark{row: place.Row, column: place.Column}
				at[place], marks[place.Sheet] = m, append(marks[place.Sheet], m)
			}
			m.problems = append(m.problems, p)
		}
	}
	for _, list := range marks {
		for _, m := range list {
			slices.SortStableFunc(m.problems, func(p, q Problem) int { return cmp.Compare(p.Severity, q.Severity) })
		}
		slices.SortFunc(list, func(m, n *mark) int { return cmp.Or(cmp.Compare(m.row, n.row), cmp.Compare(m.column, n.column)) })
	}
	return marks
}

// seen is the cell that people see at a place.
func (s *Sheet) seen(row, column int) (int, int) {
	if column == 0 {
		column = 1
		if i, found := slices.BinarySearchFunc(s.Rows, row, func(r Row, row int) int { return cmp.Compare(r.Index, row) }); found {
			column += max(0, slices.IndexFunc(s.Rows[i].Cells, func(c Cell) bool { return c.Kind != Blank }))
		}
	}
	for _, b := range s.Merged {
		if b.Row <= row && row <= b.LastRow && b.Column <= column && column <= b.LastColumn {
			return b.Row, b.Column
		}
	}
	return row, column
}

// said is a problem as the comments have it.
func (p Problem) said() string {
	text := fmt.Sprintf("%s %s: %s", p.Severity, p.Code, p.Message)
	if p.Hint != "" {
		text = strings.TrimRight(text, ".") + ". Hint: " + p.Hint
	}
	return text
}

// addFills makes the fills of the severities: light red, amber, blue-grey.
func (a *annotation) addFills() error {
	a.styles = map[[2]int]int{}
	a.furnish()
	for severity, color := range []string{"FFC7CE", "FFD966", "CFD8E6"} {
		style, err := a.book.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}})
		if err != nil {
			return err
		}
		a.fills[severity] = *a.book.Styles.CellXfs.Xf[style].FillID
	}
	return nil
}

// furnish completes the tables of styles: excelize takes it that all are there, and believes what they say of their length.
func (a *annotation) furnish() {
	blank := excelize.NewFile()
	defer blank.Close()
	s := a.book.Styles
	if s.Fonts == nil || len(s.Fonts.Font) == 0 {
		s.Fonts = blank.Styles.Fonts
	}
	if s.Fills == nil || len(s.Fills.Fill) < 2 { // the first two are always none and grey
		s.Fills = blank.Styles.Fills
	}
	if s.Borders == nil || len(s.Borders.Border) == 0 {
		s.Borders = blank.Styles.Borders
	}
	if s.CellXfs == nil || len(s.CellXfs.Xf) == 0 {
		s.CellXfs = blank.Styles.CellXfs
	}
	s.Fonts.Count, s.Fills.Count, s.Borders.Count, s.CellXfs.Count = len(s.Fonts.Font), len(s.Fills.Fill), len(s.Borders.Border), len(s.CellXfs.Xf)
}

// fill gives the cells their fill and leaves the rest of their style as it is.
func (a *annotation) fill(sheet string, marks []*mark) error {
	for _, m := range marks {
		own, err := a.book.GetCellStyle(sheet, m.cell())
		if err != nil {
			return err
		}
		if err := a.book.SetCellStyle(sheet, m.cell(), m.cell(), a.filled(own, m.problems[0].Severity)); err != nil {
			return err
		}
	}
	return nil
}

// filled is a style with the fill of a severity. It is copied in the table of styles itself: what excelize gives and takes
// as a Style is less than a workbook can say.
func (a *annotation) filled(style int, severity Severity) int {
	key := [2]int{style, int(severity)}
	if id, known := a.styles[key]; known {
		return id
	}
	table := a.book.Styles.CellXfs
	applies, fill := true, a.fills[severity]
	xf := table.Xf[style]
	xf.FillID, xf.ApplyFill = &fill, &applies
	table.Xf = append(table.Xf, xf)
	table.Count = len(table.Xf)
	a.styles[key] = len(table.Xf) - 1
	return a.styles[key]
}

package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	listName = "plimsoll"
	maxLinks = 20_000 // excelize looks through all of them for each
	maxList  = 1_000_000
)

// addList adds a sheet after the others that lists the problems in their order, each cell a link.
func (a *annotation) addList() error {
	name := a.freeName()
	if _, err := a.book.NewSheet(name); err != nil {
		return err
	}
	l := &lister{book: a.book, name: name}
	for i, p := range a.problems[:min(len(a.problems), maxLinks)] {
		if to, ok := a.link(p.Place); ok {
			if err := a.book.SetCellHyperLink(name, cellName(3, i+2), to, "Location"); err != nil {
				return err
			}
		}
	}
	return l.write(a)
}

// freeName is a name for the list that no sheet has.
func (a *annotation) freeName() string {
	taken := a.book.GetSheetList()
	for n := 1; ; n++ {
		name := listName
		if n > 1 {
			name = fmt.Sprintf("%s %d", listName, n)
		}
		if !slices.ContainsFunc(taken, func(s string) bool { return strings.EqualFold(s, name) }) {
			return name
		}
	}
}

// link is where a problem is shown: its cell, else the first of its sheet.
func (a *annotation) link(p Place) (string, bool) {
	i := slices.IndexFunc(a.before.Sheets, func(s *Sheet) bool { return s.Name == p.Sheet })
	if i < 0 {
		return "", false
	}
	row, column := 1, 1
	if p.Row > 0 {
		row, column = a.before.Sheets[i].seen(p.Row, p.Column)
	}
	return "'" + strings.ReplaceAll(p.Sheet, "'", "''") + "'!" + cellName(column, row), true
}

// lister writes the list row by row, past the table of strings, which may be large.
type lister struct {
	book       *excelize.File
	name       string
	head, link int // styles
	text       int
}

func (l *lister) write(a *annotation) error {
	if err := l.addStyles(); err != nil {
		return err
	}
	w, err := l.book.NewStreamWriter(l.name)
	if err != nil {
		return err
	}
	for i, width := range []float64{10, 24, 20, 70, 60} {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := w.SetRow("A1", l.cells(l.head, "severity", "code", "cell", "message", "hint")); err != nil {
		return err
	}
	for i, p := range a.problems[:min(len(a.problems), maxList)] {
		row := l.cells(l.text, p.Severity.String(), p.Code, p.inside(), p.Message, p.Hint)
		row[0] = excelize.Cell{StyleID: a.filled(l.text, p.Severity), Value: p.Severity.String()}
		if _, ok := a.link(p.Place); ok && i < maxLinks {
			row[2] = excelize.Cell{StyleID: l.link, Value: p.inside()}
		}
		if err := w.SetRow(cellName(1, i+2), row); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (l *lister) addStyles() (err error) {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	if l.head, err = l.book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top}); err != nil {
		return err
	}
	if l.link, err = l.book.NewStyle(&excelize.Style{Font: &excelize.Font{Color: headerLine, Underline: "single"}, Alignment: top}); err != nil {
		return err
	}
	l.text, err = l.book.NewStyle(&excelize.Style{Alignment: top})
	return err
}

func (l *lister) cells(style int, values ...string) []any {
	var out []any
	for _, v := range values {
		out = append(out, excelize.Cell{StyleID: style, Value: cut(v, excelize.TotalCellChars)})
	}
	return out
}

// inside is a place within its workbook, as spreadsheets write it.
func (p Place) inside() string { p.File = ""; return strings.TrimPrefix(p.String(), "!") }

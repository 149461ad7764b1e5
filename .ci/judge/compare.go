package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// kind is what a finding is about.
type kind int

const (
	cannotOpen kind = iota // excelize opens the workbook not at all
	cannotRead             // excelize reads the sheet not at all
	otherCell              // a cell differs
)

// finding is where the two readings part.
type finding struct {
	kind   kind
	at     string // the cell
	ours   workbook.Cell
	theirs string
	detail string // what excelize says

	merged   bool   // the cell lies under a merged block
	unproven bool   // it is of a workbook that asks to be computed on opening
	alone    string // the cell as excelize gives it when it is asked for this cell alone
}

func (f finding) String() string {
	if f.kind != otherCell {
		return f.detail
	}
	return fmt.Sprintf("%s: ours %d %q, theirs %q", f.at, f.ours.Kind, f.ours.Text, f.theirs)
}

func isPackage(data []byte) bool { return bytes.HasPrefix(data, []byte("PK")) }

// open opens a workbook by excelize; a panic is an error.
func open(data []byte) (f *excelize.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
}

// table is a sheet's values by row and column, both counted from 1.
type table map[[2]int]string

func read(f *excelize.File, sheet string) (t table, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	t = table{}
	for row := 1; rows.Next(); row++ {
		columns, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		for i, value := range columns {
			if strings.TrimSpace(value) != "" {
				t[[2]int{row, i + 1}] = value
			}
		}
	}
	return t, rows.Error()
}

// compare holds the cells of a sheet to those that excelize gives.
func compare(ours *workbook.Sheet, f *excelize.File) (cells int, found []finding) {
	theirs, err := read(f, ours.Name)
	if err != nil {
		return 0, []finding{{kind: cannotRead, detail: err.Error()}}
	}
	for _, row := range ours.Rows {
		for i, c := range row.Cells {
			at := [2]int{row.Index, i + 1}
			if c.Kind == workbook.Blank && theirs[at] == "" {
				continue
			}
			cells++
			if !same(c, theirs[at]) {
				found = append(found, differing(ours, f, at, c, theirs[at]))
			}
			delete(theirs, at)
		}
	}
	for at, value := range theirs {
		cells++
		found = append(found, differing(ours, f, at, workbook.Cell{}, value))
	}
	return cells, found
}

func differing(ours *workbook.Sheet, f *excelize.File, at [2]int, c workbook.Cell, theirs string) finding {
	d := finding{kind: otherCell, at: problem.Place{Row: at[0], Column: at[1]}.Cell(), ours: c, theirs: theirs}
	for _, b := range ours.Merged {
		d.merged = d.merged || b.Row <= at[0] && at[0] <= b.LastRow && b.Column <= at[1] && at[1] <= b.LastColumn
	}
	if pr := f.WorkBook.CalcPr; pr != nil {
		d.unproven = pr.FullCalcOnLoad
	}
	d.alone, _ = f.GetCellValue(ours.Name, d.at, excelize.Options{RawCellValue: true})
	return d
}

// same says whether a cell of ours holds what excelize gives of it as text.
func same(c workbook.Cell, theirs string) bool {
	switch c.Kind {
	case workbook.Blank, workbook.Uncached:
		return strings.TrimSpace(theirs) == ""
	case workbook.Number, workbook.Date:
		a, err := strconv.ParseFloat(c.Text, 64)
		b, err2 := strconv.ParseFloat(strings.TrimSpace(theirs), 64)
		return err == nil && err2 == nil && a == b || c.Text == theirs
	case workbook.Bool:
		return c.Text == theirs || theirs == map[string]string{"1": "TRUE", "0": "FALSE"}[c.Text]
	}
	return c.Text == trimmed(theirs)
}

// trimmed is a text as ours are: white space around it gone, ends of lines as one.
func trimmed(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n").Replace(s))
}

// Package annotate marks what is wrong with a workbook in a copy of it, so that its sender sees it where it stands.
//
// What goes in are the bytes that were sent and the problems that were found in them; what comes out is the same
// workbook, in which every cell with a problem is filled and has a comment, and a last sheet that lists them all.
//
//	copied, err := annotate.Workbook(data, "audits.xlsx", reading, problems)
//
// The way, in order: mark.go gathers the problems by cell; editor.go holds a copy of the package in the making;
// sheeteditor.go gives cells their fills, styles.go the formats for them; comments.go, thread.go and boxes.go write
// what is said of a cell; list.go writes the last sheet. texttable.go makes a workbook of a text table first.
//
// excelize does not write these copies. It reads a workbook into structs and writes those back, and what they do not
// know is lost: copies made so damaged 41 of 420 workbooks of others (12 lost empty texts that formulas had saved, 5
// Strict workbooks opened no more, 7 got broken colours, 8 made it panic because they have no fonts or fills). Here a
// part that nobody needs to change is copied as it is, compressed as it was; one that is changed gets texts between its
// bytes and loses none.
package annotate

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"plimsoll/report/internal/filetype"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/compound"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// Workbook gives a copy of a workbook in which every cell with a problem is filled and has a comment, and a last sheet
// that lists all problems. Name is what their places call the workbook, o how it was opened. Of a text file the copy is
// a workbook of its table. What is not needed for that stays as it was, byte by byte; the same input gives the same
// bytes. An error says why there is no copy.
func Workbook(data []byte, name string, o workbook.Options, problems []problem.Problem) (copied []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			copied, err = nil, fmt.Errorf("copying it broke down: %v", r)
		}
	}()
	book := workbook.Read(data, name, o)
	switch {
	case len(book.Sheets) == 0:
		return nil, errors.New("it could not be read")
	case compound.Is(data):
		return nil, errors.New("it is locked with a password, and a copy would not be")
	}
	was, a := digest(book), &annotation{file: name, problems: problems, marks: marksIn(book, problems)}
	if !filetype.IsPackage(data) {
		if data, err = a.tableBook(book.Sheets[0]); err != nil {
			return nil, err
		}
	}
	book = nil // its rows are not needed any more
	o.Bounds = wider(o.BoundsOrDefault())
	if copied, err = a.write(data, o.Bounds.Parts()); err != nil {
		return nil, err
	}
	if !slices.Equal(digest(workbook.Read(copied, name, o))[:len(was)], was) {
		return nil, errors.New("its copy would not hold the same values")
	}
	return copied, nil
}

// tableBook makes a workbook of the table of a text file, and calls its sheet as a worksheet may be called.
func (a *annotation) tableBook(sheet *workbook.Sheet) ([]byte, error) {
	called := sheetName(sheet.Name)
	a.names, a.marks = map[string]string{sheet.Name: called}, map[string][]*mark{called: a.marks[sheet.Name]}
	return textBook(sheet, called)
}

// wider are bounds for a copy, which holds more than what was sent, and of which parts are read twice.
func wider(b workbook.Bounds) workbook.Bounds {
	b.PartBytes, b.AllBytes, b.Cells = 2*b.PartBytes, 3*b.AllBytes, b.Cells+10*maxList
	return b
}

// annotation is what is written into a copy.
type annotation struct {
	file     string
	problems []problem.Problem
	marks    map[string][]*mark // by sheet
	names    map[string]string  // of sheets by what places call them; nil where it is the same
}

// digest is the sum of what each sheet holds.
func digest(b *workbook.Book) []string {
	out := make([]string, len(b.Sheets))
	for i, s := range b.Sheets {
		sum, line := sha256.New(), []byte(nil)
		for _, row := range s.Rows {
			line = strconv.AppendInt(line[:0], int64(row.Index), 10)
			for i, c := range row.Cells {
				if c.Kind != workbook.Blank {
					line = strconv.AppendInt(append(line, '\n'), int64(i), 10)
					line = strconv.AppendFloat(append(line, ' ', '0'+byte(c.Kind)), c.Number, 'g', -1, 64)
					line = strconv.AppendQuote(line, c.Text)
				}
			}
			sum.Write(append(line, '\n'))
		}
		out[i] = string(sum.Sum(nil))
	}
	return out
}

// write makes the copy of a package.
func (a *annotation) write(data []byte, bounds ooxml.Bounds) ([]byte, error) {
	c, err := newEditor(data, bounds)
	if err != nil {
		return nil, err
	}
	styles := c.book.Relations.First("styles")
	if styles == "" || !c.has(styles) {
		if styles, err = c.newStyles(); err != nil {
			return nil, err
		}
	}
	t, err := c.styleTable(styles)
	if err != nil {
		return nil, err
	}
	if err := a.sheets(c, t); err != nil {
		return nil, err
	}
	if err := c.change(styles, t.edits()); err != nil {
		return nil, err
	}
	return c.write()
}

// sheets marks the sheets and adds the list.
func (a *annotation) sheets(c *editor, t *styleTable) error {
	names, done := map[string]string{}, map[string]bool{}
	for _, s := range c.book.Sheets {
		names[s.Name] = s.Name
		marks := a.marks[s.Name]
		if delete(a.marks, s.Name); len(marks) == 0 || done[s.Part] {
			continue
		}
		done[s.Part] = true
		if err := c.annotate(s.Part, marks, t); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	if a.names != nil {
		names = a.names
	}
	return c.addList(a.causes(), names, t)
}

// causes are what is wrong with this workbook, each cause once, at the places that it has here.
func (a *annotation) causes() []problem.Cause {
	var here []problem.Problem
	for _, p := range a.problems {
		for _, at := range p.Places() {
			if at.File == a.file {
				p.Place, p.More = at.Inside(), nil
				here = append(here, p)
			}
		}
	}
	return problem.ByCause(here)
}

// annotate fills the cells of a sheet and gives them their comments.
func (c *editor) annotate(part string, marks []*mark, t *styleTable) error {
	data, err := c.part(part)
	if err != nil {
		return err
	}
	p, edits, err := fillSheet(data, marks, t)
	if err != nil {
		return err
	}
	drawing, err := c.remarks(part, p, marks)
	if err != nil {
		return err
	}
	return c.change(part, append(edits, drawing...))
}

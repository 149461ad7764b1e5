package workbook

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"plimsoll/report/problem"
)

// Annotate gives a copy of a workbook in which every cell with a problem is filled and has a comment, and a last sheet that
// lists all problems. Name is what their places call the workbook, o how it was opened. Of a text file the copy is a workbook
// of its table. What is not needed for that stays as it was, byte by byte; the same input gives the same bytes. An error says
// why there is no copy.
func Annotate(data []byte, name string, o Options, problems []problem.Problem) (copied []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			copied, err = nil, fmt.Errorf("copying it broke down: %v", r)
		}
	}()
	book := Read(data, name, o)
	switch {
	case len(book.Sheets) == 0:
		return nil, errors.New("it could not be read")
	case isCompound(data):
		return nil, errors.New("it is locked with a password, and a copy would not be")
	}
	was, a := book.digest(), &annotation{file: name, problems: problems, marks: book.marks(problems)}
	if !isPackage(data) {
		sheet := book.Sheets[0]
		called := sheetName(sheet.Name)
		a.names, a.marks = map[string]string{sheet.Name: called}, map[string][]*mark{called: a.marks[sheet.Name]}
		if data, err = textBook(sheet, called); err != nil {
			return nil, err
		}
	}
	book = nil // its rows are not needed any more
	if copied, err = a.write(data, o.bounds()); err != nil {
		return nil, err
	}
	if o.Bounds = o.bounds().wider(); !slices.Equal(Read(copied, name, o).digest()[:len(was)], was) {
		return nil, errors.New("its copy would not hold the same values")
	}
	return copied, nil
}

// wider are bounds for a copy, which holds more than what was sent, and of which parts are read twice.
func (b Bounds) wider() Bounds {
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
func (b *Book) digest() []string {
	out := make([]string, len(b.Sheets))
	for i, s := range b.Sheets {
		sum, line := sha256.New(), []byte(nil)
		for _, row := range s.Rows {
			line = strconv.AppendInt(line[:0], int64(row.Index), 10)
			for i, c := range row.Cells {
				if c.Kind != Blank {
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
func (a *annotation) write(data []byte, bounds Bounds) ([]byte, error) {
	c, err := newCopying(data, bounds)
	if err != nil {
		return nil, err
	}
	relations, err := c.pkg.relations(c.main)
	if err != nil {
		return nil, err
	}
	f := &frame{}
	if err := c.pkg.readMain(c.main, relations, f); err != nil {
		return nil, err
	}
	styles := first(relations, "styles")
	if styles == "" || !c.has(styles) {
		if styles, err = c.newStyles(); err != nil {
			return nil, err
		}
	}
	t, err := c.styleTable(styles)
	if err != nil {
		return nil, err
	}
	if err := a.sheets(c, f.sheets, t); err != nil {
		return nil, err
	}
	if err := c.change(styles, t.edits()); err != nil {
		return nil, err
	}
	return c.write()
}

// sheets marks the sheets and adds the list.
func (a *annotation) sheets(c *copying, entries []entry, t *styleTable) error {
	names, done := map[string]string{}, map[string]bool{}
	for _, e := range entries {
		names[e.name] = e.name
		marks := a.marks[e.name]
		if delete(a.marks, e.name); len(marks) == 0 || done[e.part] {
			continue
		}
		done[e.part] = true
		if err := c.annotate(e.part, marks, t); err != nil {
			return fmt.Errorf("sheet %s: %w", e.name, err)
		}
	}
	if a.names != nil {
		names = a.names
	}
	lines, all := a.lines()
	return c.addList(lines, all, names, t)
}

// line is one of the list: a problem, and a place of it in this workbook.
type line struct {
	*problem.Problem
	at problem.Place
}

// maxList bounds the lines of the list, which a spreadsheet must open; who has more has one mistake often.
const maxList = 50_000

// lines are those of the list, and how many there would be.
func (a *annotation) lines() (out []line, all int) {
	for i := range a.problems {
		for _, at := range a.problems[i].Places() {
			if at.File != a.file {
				continue
			}
			if all++; all <= maxList {
				out = append(out, line{&a.problems[i], at})
			}
		}
	}
	return out, all
}

// annotate fills the cells of a sheet and gives them their comments.
func (c *copying) annotate(part string, marks []*mark, t *styleTable) error {
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

package mapping

import (
	"fmt"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/workbook"
)

// content is what a source gives: a cell, and where it stands. A constant stands nowhere; what is made of several cells
// stands in the first of them, and also in the others.
type content struct {
	cell workbook.Cell
	at   cellRef
	also []cellRef
	why  *problem.Problem // of a refused cell
}

func textContent(s string, at cellRef) content {
	if s == "" {
		return content{at: at}
	}
	return content{cell: workbook.Cell{Kind: workbook.Text, Text: s}, at: at}
}

func (c content) blank() bool { return c.cell.Kind == workbook.Blank }

// findLabels looks for the labels of the entry, each of which must stand in the sheet once.
func (s *scan) findLabels() {
	s.labels = map[*declaration.Column]content{}
	for _, t := range s.tables {
		for _, c := range t.to.Columns {
			if c.From == declaration.Label {
				s.labels[c] = s.labelled(c)
			}
		}
	}
}

// labelled gives the cell that a label speaks of: the one to its right, or as many cells away as is declared.
func (s *scan) labelled(c *declaration.Column) content {
	var found []problem.Place
	var out content
	for _, row := range s.rows {
		for i, cell := range row.Cells {
			if cell.Kind != workbook.Text || !declaration.SameName(cell.Text, c.Label) {
				continue
			}
			at := s.ref(row.Index, i+1)
			at.mark(Heading)
			if found = append(found, at.place()); len(found) == 1 {
				out = s.beside(row.Index, i+1, c)
			}
		}
	}
	switch {
	case len(found) == 0 && c.Optional, len(found) == 1:
	case len(found) == 0:
		s.problem(cellRef{in: s.Applied}, problem.MappingMismatch,
			fmt.Sprintf("no cell says %q, beside which %s stands", c.Label, c.Decl.Name),
			"correct the label in the mapping "+s.Mapping)
	default:
		why := s.problem(s.ref(found[1].Row, found[1].Column), problem.MappingMismatch,
			fmt.Sprintf("%q stands here and at %s, so it is not plain which is meant", c.Label, found[0].Cell()),
			"name the cell in the mapping: {cell: B4}")
		return content{cell: workbook.Cell{Kind: workbook.Refused}, at: out.at, why: why}
	}
	return out
}

// beside steps from a label, over the whole of its merged block.
func (s *scan) beside(row, column int, c *declaration.Column) content {
	right, below := c.Right, c.Below
	if right == 0 && below == 0 {
		right = 1
	}
	if b, ok := s.block(row, column); ok {
		if right > 0 {
			column = b.LastColumn
		}
		if below > 0 {
			row = b.LastRow
		}
	}
	cell, at := s.whole(s.row(row+below), column+right)
	return content{cell: cell, at: at}
}

// get reads the source of a column that does not depend on a wide column.
func (t *table) get(c *declaration.Column, row workbook.Row) content {
	switch c.From {
	case declaration.Heading:
		column := t.header.column(c.Name)
		if b, spread := t.header.spread[column]; spread && c.Name.Letter == 0 {
			return t.spreadHeading(column, b)
		}
		if column > 0 {
			cell, at := t.filledDown(row, column)
			return content{cell: cell, at: at}
		}
		return content{}
	case declaration.Cell:
		return t.book.cell(t.Applied, t.Mapping, c.Ref)
	case declaration.Label:
		return t.labels[c]
	case declaration.Title:
		if x := t.titleOf(c.Titles); x.set {
			return textContent(x.value, x.at)
		}
		return content{}
	case declaration.FileName:
		return t.named(c, t.Sheet.File, baseName(t.Sheet.File))
	case declaration.SheetName:
		return t.named(c, t.Sheet.Name)
	case declaration.HeadingOf:
		return t.headingOf(c)
	}
	return content{}
}

// named takes a part of a name, the first one that fits.
func (t *table) named(c *declaration.Column, names ...string) content {
	for _, name := range names {
		if v, ok := c.Take.Value(name); ok {
			return textContent(v, cellRef{})
		}
	}
	why := t.problem(cellRef{in: t.Applied}, problem.UnfitValue,
		fmt.Sprintf("%s: the name %q does not fit %q", c.Decl.Name, names[0], c.Take.Written),
		"correct the pattern, or the name")
	return content{cell: workbook.Cell{Kind: workbook.Refused}, why: why}
}

// baseName is the last part of a file's name without its ending.
func baseName(file string) string {
	file = file[strings.LastIndexByte(file, '/')+1:]
	if dot := strings.LastIndexByte(file, '.'); dot > 0 {
		file = file[:dot]
	}
	return file
}

// headingOf is the heading over the column that fills another one.
func (t *table) headingOf(c *declaration.Column) content {
	for _, other := range t.to.Columns {
		if declaration.SameName(other.Decl.Name, c.Of) && other.From == declaration.Heading {
			return headingContent(t.header.heading(t.header.column(other.Name)))
		}
	}
	return content{}
}

func headingContent(x *heading) content {
	if len(x.cells) == 0 {
		return content{}
	}
	return textContent(x.text, x.cells[len(x.cells)-1])
}

// text fills the places of a text. A blank place makes the text blank where it is an id or required; elsewhere it stays
// blank in the text, unless all of them are.
func (t *table) text(c *declaration.Column, text declaration.Text, row workbook.Row, more map[string]string) content {
	var b strings.Builder
	var at cellRef
	var all []cellRef
	places, blanks := 0, 0
	for _, p := range text {
		b.WriteString(p.Words)
		if p.Place == "" {
			continue
		}
		s := ""
		switch {
		case p.Name != nil:
			if column := t.header.column(*p.Name); column > 0 {
				cell, where := t.filledDown(row, column)
				s, at = cell.Plain(), where
				all = append(all, where)
			}
			places++
		case p.Place == "row":
			s = fmt.Sprint(row.Index)
		case p.Place == "file":
			s = baseName(t.Sheet.File)
		case p.Place == "sheet":
			s = t.Sheet.Name
		default:
			s = more[p.Place]
		}
		if s == "" && p.Name != nil {
			blanks++
		}
		b.WriteString(s)
	}
	strict := c.Decl.Required || c.Decl.Kind == "id"
	if blanks > 0 && (strict || blanks == places) {
		return content{at: at}
	}
	if places != 1 {
		at = cellRef{}
	}
	out := textContent(b.String(), at)
	out.also = all
	return out
}

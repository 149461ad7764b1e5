package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	tableast "github.com/yuin/goldmark/extension/ast"
)

// chunk is the Markdown between two container lines.
type chunk struct {
	*parser
	source []byte
	first  int // line number of the source's first line
}

// text converts plain Markdown whose first line has the number first.
func (p *parser) text(lines []string, first int) ([]Block, error) {
	var source []byte
	for _, line := range lines {
		source = append(append(source, line...), '\n')
	}
	if len(bytes.TrimSpace(source)) == 0 {
		return nil, nil
	}
	c := &chunk{parser: p, source: source, first: first}
	return c.children(p.markdown.parse(source))
}

// line is the line number of a node, or that of its nearest ancestor that has one.
func (c *chunk) line(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		pos := n.Pos()
		if t, ok := n.(*ast.Text); ok {
			pos = t.Segment.Start
		}
		if pos >= 0 && pos <= len(c.source) && n.Kind() != ast.KindDocument {
			return c.first + bytes.Count(c.source[:pos], []byte{'\n'})
		}
	}
	return c.first
}

func (c *chunk) children(parent ast.Node) ([]Block, error) {
	var blocks []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b, err := c.block(n)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, b)
	}
	return blocks, nil
}

func (c *chunk) block(n ast.Node) (Block, error) {
	line := c.line(n)
	switch n := n.(type) {
	case *ast.Heading:
		if n.Level > 4 {
			return nil, c.errorf(line, "heading of level %d (1 to 4 exist)", n.Level)
		}
		inlines, err := c.inlines(n)
		return &Heading{Line: line, Level: n.Level, Text: inlines}, err
	case *ast.Paragraph, *ast.TextBlock:
		return c.paragraph(n, line)
	case *ast.List:
		return c.list(n, line)
	case *tableast.Table:
		return c.table(n, line)
	case *ast.ThematicBreak:
		return &Rule{Line: line}, nil
	}
	return nil, c.errorf(line, "indented text (take the spaces away)")
}

func (c *chunk) paragraph(n ast.Node, line int) (Block, error) {
	if image, ok := n.FirstChild().(*ast.Image); ok && n.ChildCount() == 1 {
		return c.figure(image)
	}
	inlines, err := c.inlines(n)
	return &Paragraph{Line: line, Text: inlines}, err
}

func (c *chunk) figure(n *ast.Image) (Block, error) {
	image, err := c.image(n)
	if err != nil {
		return nil, err
	}
	figure := &Figure{Line: c.line(n), Alt: image.Alt, Ref: image.Ref}
	if len(n.Title) > 0 {
		figure.Caption = []Inline{&Text{String: unescape(n.Title)}}
	}
	return figure, nil
}

func (c *chunk) list(n *ast.List, line int) (Block, error) {
	list := &List{Line: line, Ordered: n.IsOrdered(), Start: n.Start}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		blocks, err := c.children(item)
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, blocks)
	}
	return list, nil
}

func (c *chunk) table(n *tableast.Table, line int) (Block, error) {
	table := &Table{Line: line}
	for _, a := range n.Alignments {
		table.Align = append(table.Align, align(a))
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells, err := c.row(row, len(table.Align))
		if err != nil {
			return nil, err
		}
		if row.Kind() == tableast.KindTableHeader {
			table.Head = filled(cells)
		} else {
			table.Rows = append(table.Rows, cells)
		}
	}
	return table, nil
}

func align(a tableast.Alignment) Align {
	switch a {
	case tableast.AlignRight:
		return AlignRight
	case tableast.AlignCenter:
		return AlignCenter
	}
	return AlignLeft
}

// filled is nil when every cell is empty.
func filled(cells []Cell) []Cell {
	for _, cell := range cells {
		if len(cell) > 0 {
			return cells
		}
	}
	return nil
}

func (c *chunk) row(n ast.Node, columns int) ([]Cell, error) {
	if found := c.countCells(n); found >= 0 && found != columns {
		return nil, c.errorf(c.line(n), "row has %d cells and the table %d columns (write \\| for a bar within a cell)",
			found, columns)
	}
	var cells []Cell
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		inlines, err := c.inlines(cell)
		if err != nil {
			return nil, err
		}
		cells = append(cells, inlines)
	}
	return cells, nil
}

// countCells counts the cells in a row's source as goldmark divides them, since
// goldmark drops those beyond the last column. It is -1 when the row's place is
// not known.
func (c *chunk) countCells(row ast.Node) int {
	pos := row.Pos()
	if pos < 0 || pos > len(c.source) {
		return -1
	}
	line, _, _ := bytes.Cut(c.source[pos:], []byte{'\n'})
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte{'|'})
	count := 1
	for i, b := range line {
		if b == '|' && i < len(line)-1 && (i == 0 || line[i-1] != '\\') {
			count++
		}
	}
	return count
}

package layout

import (
	"slices"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// tableLayout is a table whose columns have their widths.
type tableLayout struct {
	*layouter
	*markdown.Table
	look     TableStyle
	column   column
	rowHeads bool // the first column names the rows
	grouped  bool // rows that begin with bold text begin groups: the indicators of an area
	widths   []float64
}

func (l *layouter) newTableLayout(table *markdown.Table, col column) (*tableLayout, error) {
	look := l.Theme.table(table.Classes)
	col = col.inside(l.element("Table", col.parent))
	col.style = col.style.with(look.Text)
	t := &tableLayout{layouter: l, Table: table, look: look, column: col, rowHeads: namesRows(table)}
	var err error
	t.widths, err = t.columnWidths()
	t.grouped = table.Head != nil && !t.rowHeads && len(table.Rows) > 0 && beginsStrong(table.Rows[0])
	return t, err
}

// namesRows reports whether the first column says what each row is about: in a table without a head, or where it begins
// with bold text in every row.
func namesRows(t *markdown.Table) bool {
	return t.Head == nil || !slices.ContainsFunc(t.Rows, func(cells []markdown.Cell) bool { return !beginsStrong(cells) })
}

func beginsStrong(cells []markdown.Cell) bool {
	if len(cells) == 0 || len(cells[0]) == 0 {
		return false
	}
	first, ok := cells[0][0].(*markdown.Text)
	return ok && (first.Bold || slices.Contains(first.Classes, "strong"))
}

// table becomes one strip for the head and one for each row.
func (l *layouter) table(table *markdown.Table, col column) ([]strip, error) {
	t, err := l.newTableLayout(table, col)
	if err != nil {
		return nil, err
	}
	strips, err := t.rows()
	if err != nil {
		return nil, err
	}
	gap := l.Theme.Gap.Block
	if !t.look.Rules {
		gap = l.Theme.Gap.Paragraph
	}
	return spaced(strips, gap, gap), nil
}

func (t *tableLayout) rows() ([]strip, error) {
	if t.Head == nil {
		return t.body()
	}
	group := t.column.parent // a head without rows is no head of theirs
	if len(t.Rows) > 0 {
		group = t.element("THead", group)
	}
	head, err := t.row(t.Head, true, group)
	if err != nil {
		return nil, err
	}
	strips, err := t.body()
	if err != nil {
		return nil, err
	}
	return t.headed(head, strips), nil
}

// body is the rows without the head.
func (t *tableLayout) body() ([]strip, error) {
	var strips []strip
	var body *Element
	for i, cells := range t.Rows {
		if i == 0 || t.grouped && beginsStrong(cells) {
			body = t.element("TBody", t.column.parent)
		}
		row, err := t.row(cells, false, body)
		if err != nil {
			return nil, err
		}
		strips = append(strips, row)
	}
	chain(strips, false)
	t.ruled(strips)
	return strips, nil
}

// headed puts the head above the rows, and again on every page that begins with one of them.
func (t *tableLayout) headed(head strip, strips []strip) []strip {
	head.chained = true
	if t.look.Rules {
		head.items = append(head.items,
			t.rule(0, 0, t.column.width, chart.Ink, strongRule),
			t.rule(0, head.height, t.column.width, chart.Hairline, hairlineRule))
	}
	again := &strip{height: head.height, items: repeated(head.items)}
	for i := range strips {
		strips[i].head = again
	}
	return append([]strip{head}, strips...)
}

// Weights of a table's rules in mm.
const (
	strongRule   = 0.22
	hairlineRule = 0.2
)

// ruled draws the lines beneath the rows: hairlines, and ink under the last and
// above a sum.
func (t *tableLayout) ruled(strips []strip) {
	if !t.look.Rules {
		return
	}
	sum := slices.Contains(t.Classes, "total")
	for i := range strips {
		color, weight := chart.Hairline, hairlineRule
		if i == len(strips)-1 || sum && i == len(strips)-2 {
			color, weight = chart.Ink, strongRule
		}
		strips[i].items = append(strips[i].items, t.rule(0, strips[i].height, t.column.width, color, weight))
	}
	if t.Head == nil && len(strips) > 0 {
		strips[0].items = append(strips[0].items, t.rule(0, 0, t.column.width, chart.Ink, strongRule))
	}
}

// row sets the cells of one row.
func (t *tableLayout) row(cells []markdown.Cell, head bool, group *Element) (strip, error) {
	tr := t.element("TR", group)
	set := make([]strip, len(cells))
	var height, baseline float64
	for i, cell := range cells {
		c, err := t.cell(cell, i, t.cellElement(cell, i, head, tr), head)
		if err != nil {
			return strip{}, err
		}
		set[i] = c
		height, baseline = max(height, c.height), max(baseline, c.baseline)
	}
	if !t.look.Middle && !head {
		for _, c := range set {
			height = max(height, c.height+baseline-c.baseline)
		}
	}
	out := strip{height: height + 2*t.look.PadY, baseline: baseline + t.look.PadY}
	var x float64
	for i, c := range set {
		shift(c.items, x, t.look.PadY+t.drop(c, height, baseline, head))
		out.items = append(out.items, c.items...)
		x += t.widths[i]
	}
	return out, nil
}

// drop is how far below its row's top a cell begins. Heads stand on a common last line, other cells on a common first
// one or, if the look wants it, in the row's middle.
func (t *tableLayout) drop(cell strip, height, baseline float64, head bool) float64 {
	switch {
	case head:
		return height - cell.height
	case t.look.Middle:
		return (height - cell.height) / 2
	}
	return baseline - cell.baseline
}

// cellElement is a heading of its column or row, or plain data.
func (t *tableLayout) cellElement(cell markdown.Cell, index int, head bool, tr *Element) *Element {
	switch {
	case head:
		e := t.element("TH", tr)
		e.Scope = "Column"
		return e
	case index == 0 && len(t.Align) > 1 && (t.rowHeads || t.grouped && len(cell) > 0):
		e := t.element("TH", tr)
		e.Scope = "Row"
		return e
	}
	return t.element("TD", tr)
}

func (t *tableLayout) cellStyle(head bool) style {
	if head {
		return t.column.style.with(t.look.Head)
	}
	return t.column.style
}

// cell sets one cell of the column with this index.
func (t *tableLayout) cell(cell markdown.Cell, index int, e *Element, head bool) (strip, error) {
	x := t.look.PadX + t.leadingGap(index)
	col := column{width: t.widths[index] - 2*t.look.PadX - t.leadingGap(index), style: t.cellStyle(head), parent: e}
	lines, err := t.cellLines(cell, col)
	if err != nil {
		return strip{}, err
	}
	for _, line := range lines {
		shift(line.items, x+indent(t.Align[index], col.width-line.width), 0)
	}
	return stack(stripsOf(lines)), nil
}

// cellLines breaks a cell into lines. What its writer set on lines of their own are paragraphs, so that nobody who is read to
// hears the end of one and the beginning of the next as one word.
func (t *tableLayout) cellLines(cell markdown.Cell, col column) ([]line, error) {
	paragraphs := broken(cell)
	if len(paragraphs) == 1 {
		return t.lines(cell, col, t.Line)
	}
	var all []line
	for i, inlines := range paragraphs {
		lines, err := t.lines(inlines, col.inside(t.element("P", col.parent)), t.Line)
		if err != nil {
			return nil, err
		}
		if i < len(paragraphs)-1 {
			lines[len(lines)-1].space()
		}
		all = append(all, lines...)
	}
	return all, nil
}

// broken divides inlines at their breaks.
func broken(inlines []markdown.Inline) [][]markdown.Inline {
	parts := [][]markdown.Inline{nil}
	for _, in := range inlines {
		if _, is := in.(*markdown.Break); is {
			parts = append(parts, nil)
			continue
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], in)
	}
	return parts
}

// indent is how much of the free room stands before an aligned line.
func indent(align markdown.Align, free float64) float64 {
	switch align {
	case markdown.AlignRight:
		return free
	case markdown.AlignCenter:
		return free / 2
	}
	return 0
}

// columnGap is what keeps a column to the left from one to the right before it, in mm: their cells would else
// read as one.
const columnGap = 1.3

// leadingGap is the room before a column's cells that is added to the padding.
func (t *tableLayout) leadingGap(index int) float64 {
	if index > 0 && t.Align[index-1] == markdown.AlignRight && t.Align[index] == markdown.AlignLeft {
		return columnGap
	}
	return 0
}

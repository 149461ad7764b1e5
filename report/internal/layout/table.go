package layout

import (
	"slices"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// grille is a table being set.
type grille struct {
	*setter
	*markdown.Table
	look   TableStyle
	widths []float64
	frame  frame
	names  bool // the first column names the rows
}

// table becomes one slab for the head and one for each row.
func (s *setter) table(t *markdown.Table, f frame) ([]slab, error) {
	g := &grille{setter: s, Table: t, look: s.Theme.table(t.Classes), frame: f.inside(s.element("Table", f.parent))}
	g.frame.style, g.names = f.style.with(g.look.Text), g.named()
	if err := g.columns(); err != nil {
		return nil, err
	}
	slabs, err := g.rows()
	if err != nil {
		return nil, err
	}
	gap := s.Theme.Gap.Block
	if !g.look.Rules {
		gap = s.Theme.Gap.Paragraph
	}
	return apart(slabs, gap, gap), nil
}

func (g *grille) rows() ([]slab, error) {
	table := g.frame.parent
	var head *slab
	if g.Head != nil {
		group := table // a head without rows is no head of theirs
		if len(g.Rows) > 0 {
			group = g.element("THead", table)
		}
		row, err := g.row(g.Head, true, group)
		if err != nil {
			return nil, err
		}
		head = &row
	}
	var slabs []slab
	body := g.element("TBody", table)
	for _, cells := range g.Rows {
		row, err := g.row(cells, false, body)
		if err != nil {
			return nil, err
		}
		slabs = append(slabs, row)
	}
	chain(slabs, false)
	g.rule(slabs)
	if head == nil {
		return slabs, nil
	}
	return g.headed(*head, slabs), nil
}

// headed puts the head above the rows, and again on every page that begins with one of them.
func (g *grille) headed(head slab, slabs []slab) []slab {
	head.chained = true
	if g.look.Rules {
		head.items = append(head.items, g.setter.rule(0, 0, g.frame.width, chart.Ink, 0.22))
		head.items = append(head.items, g.setter.rule(0, head.height, g.frame.width, chart.Hairline, 0.2))
	}
	again := &slab{height: head.height, items: copies(head.items)}
	for i := range slabs {
		slabs[i].head = again
	}
	return append([]slab{head}, slabs...)
}

// rule draws the lines beneath the rows: hairlines, and ink under the last and
// above a sum.
func (g *grille) rule(slabs []slab) {
	if !g.look.Rules {
		return
	}
	sum := slices.Contains(g.Classes, "total")
	for i := range slabs {
		color, weight := chart.Hairline, 0.2
		if i == len(slabs)-1 || sum && i == len(slabs)-2 {
			color, weight = chart.Ink, 0.22
		}
		slabs[i].items = append(slabs[i].items, g.setter.rule(0, slabs[i].height, g.frame.width, color, weight))
	}
	if g.Head == nil && len(slabs) > 0 {
		slabs[0].items = append(slabs[0].items, g.setter.rule(0, 0, g.frame.width, chart.Ink, 0.22))
	}
}

// row sets the cells of one row. Heads stand on a common last line, other cells
// on a common first one or, if the look wants it, in the row's middle.
func (g *grille) row(cells []markdown.Cell, head bool, group *Element) (slab, error) {
	tr := g.element("TR", group)
	columns := make([]slab, len(cells))
	var height, baseline float64
	for i, cell := range cells {
		c, err := g.cell(cell, i, g.cellElement(i, head, tr), head)
		if err != nil {
			return slab{}, err
		}
		columns[i] = c
		height, baseline = max(height, c.height), max(baseline, c.baseline)
	}
	if !g.look.Middle && !head {
		for _, c := range columns {
			height = max(height, c.height+baseline-c.baseline)
		}
	}
	out := slab{height: height + 2*g.look.PadY, baseline: baseline + g.look.PadY}
	var x float64
	for i, c := range columns {
		y := g.look.PadY
		switch {
		case head:
			y += height - c.height
		case g.look.Middle:
			y += (height - c.height) / 2
		default:
			y += baseline - c.baseline
		}
		shift(c.items, x, y)
		out.items = append(out.items, c.items...)
		x += g.widths[i]
	}
	return out, nil
}

// named tells whether the first column says what each row is about: in a table without a head, or where it begins with
// bold text in every row.
func (g *grille) named() bool {
	return g.Head == nil || !slices.ContainsFunc(g.Rows, func(cells []markdown.Cell) bool {
		if len(cells) == 0 || len(cells[0]) == 0 {
			return true
		}
		first, ok := cells[0][0].(*markdown.Text)
		return !ok || !first.Bold && !slices.Contains(first.Classes, "strong")
	})
}

// cellElement is a heading of its column or row, or plain data.
func (g *grille) cellElement(column int, head bool, tr *Element) *Element {
	switch {
	case head:
		e := g.element("TH", tr)
		e.Scope = "Column"
		return e
	case column == 0 && len(g.Align) > 1 && g.names:
		e := g.element("TH", tr)
		e.Scope = "Row"
		return e
	}
	return g.element("TD", tr)
}

func (g *grille) style(head bool) style {
	st := g.frame.style
	if head {
		st = st.with(g.look.Head)
	}
	return st
}

func (g *grille) cell(cell markdown.Cell, column int, e *Element, head bool) (slab, error) {
	f := frame{width: g.widths[column] - 2*g.look.PadX - g.lead(column), style: g.style(head), parent: e}
	lines, err := g.lines(cell, f, g.Line)
	if err != nil {
		return slab{}, err
	}
	for _, l := range lines {
		x := g.look.PadX + g.lead(column)
		switch g.Align[column] {
		case markdown.AlignRight:
			x += f.width - l.width
		case markdown.AlignCenter:
			x += (f.width - l.width) / 2
		}
		shift(l.items, x, 0)
	}
	return stack(slabsOf(lines)), nil
}

// apartFrom is what keeps a column to the left from one to the right before it, in mm: their cells would else read as one.
const apartFrom = 1.3

// lead is the room before a column's cells, beside the padding.
func (g *grille) lead(column int) float64 {
	if column > 0 && g.Align[column-1] == markdown.AlignRight && g.Align[column] != markdown.AlignRight && g.Align[column] != markdown.AlignCenter {
		return apartFrom
	}
	return 0
}

// columns divides the width: by the widths given, as far as every column then
// holds its widest word, or else by what the cells need.
func (g *grille) columns() error {
	least, most, err := g.columnNeeds()
	if err != nil {
		return err
	}
	if g.Table.Widths == nil {
		g.widths = divide(g.frame.width, least, most)
		return nil
	}
	g.widths = widened(scaled(g.Table.Widths, g.frame.width/total(g.Table.Widths)), least)
	return nil
}

// columnNeeds is how narrow and how wide the columns could be.
func (g *grille) columnNeeds() (least, most []float64, err error) {
	n := len(g.Align)
	least, most = make([]float64, n), make([]float64, n)
	for i, cells := range append([][]markdown.Cell{g.Head}, g.Rows...) {
		at := g.Line
		if i > 0 {
			at += 1 + i // a line of dashes stands below the head
		}
		for column, cell := range cells {
			l, m, err := g.needs(cell, frame{style: g.style(i == 0)}, at)
			if err != nil {
				return nil, nil, err
			}
			least[column] = max(least[column], l+2*g.look.PadX+g.lead(column))
			most[column] = max(most[column], m+2*g.look.PadX+g.lead(column))
		}
	}
	return least, most, nil
}

// widened gives columns that are too narrow what they need at the least, taken
// from the room the others can spare, in proportion.
func widened(widths, least []float64) []float64 {
	var lacking, spare float64
	for i, w := range widths {
		lacking += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if lacking == 0 || spare == 0 {
		return widths
	}
	given := min(1, lacking/spare)
	taken := min(1, spare/lacking)
	out := make([]float64, len(widths))
	for i, w := range widths {
		out[i] = w + max(0, least[i]-w)*taken - max(0, w-least[i])*given
	}
	return out
}

// divide fills width with columns between their least and most widths. Where
// there is less than the most, all rise to one level: narrow columns have what
// they want and the wide ones share the rest. Beyond either end columns grow or
// shrink in proportion.
func divide(width float64, least, most []float64) []float64 {
	sumLeast, sumMost := total(least), total(most)
	switch {
	case sumMost > 0 && sumMost <= width:
		return scaled(most, width/sumMost)
	case sumLeast > 0 && sumLeast >= width:
		return scaled(least, width/sumLeast)
	}
	low, high := 0.0, width
	widths := make([]float64, len(least))
	for range 40 {
		level := (low + high) / 2
		for i := range widths {
			widths[i] = max(least[i], min(most[i], level))
		}
		if total(widths) > width {
			high = level
		} else {
			low = level
		}
	}
	return widths
}

func total(values []float64) float64 {
	var sum float64
	for _, v := range values {
		sum += v
	}
	return sum
}

func scaled(values []float64, by float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * by
	}
	return out
}

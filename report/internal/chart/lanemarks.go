package chart

import (
	"math"
	"slices"
)

// background is what marks stand on: lines, ticks and all text.
func (g *lanes) background() []Item {
	if len(g.rows) == 0 {
		return g.nothing()
	}
	var marks []Item
	for _, v := range g.x.lines {
		if x := g.x.at(v); !g.nearLimit(x) {
			marks = append(marks, Line{Points: []Point{{x, g.top}, {x, g.bottom()}}, Color: Tint, Width: 0.25})
		}
	}
	for i := range g.rows {
		y := g.top + float64(i)*g.pitch
		marks = append(marks, Line{Points: []Point{{0, y}, {g.width, y}}, Color: Hairline, Width: 0.15})
	}
	marks = append(marks, Line{Points: []Point{{0, g.bottom()}, {g.width, g.bottom()}}, Color: Grey, Width: 0.15})
	marks = append(marks, g.ticks()...)
	for i := range g.rows {
		marks = append(marks, g.name(i)...)
	}
	return append(marks, g.cells()...)
}

// nearLimit reports whether a limit stands here: its line takes the place of the grid's, which it would else seem to be.
func (g *lanes) nearLimit(x float64) bool {
	return slices.ContainsFunc(g.limits, func(v float64) bool { return present(v) && math.Abs(g.x.at(v)-x) < 0.4 })
}

// nothing says in the middle of the box that there are no rows.
func (g *lanes) nothing() []Item {
	if g.noData == "" {
		return nil
	}
	size := sizeFor(lastSize, g.height)
	at := Point{g.width / 2, g.height/2 + middle(size)}
	l := Label{At: at, Text: g.noData, Size: size, Color: Muted, Anchor: Middle}
	return g.measure.within(g.width, l)
}

func (g *lanes) tickLabels() []Label {
	var labels []Label
	for _, v := range g.x.ticks {
		at := Point{g.x.at(v), g.bottom() + g.foot*0.72}
		l := Label{At: at, Text: digits(v, g.format), Size: g.tickSize(), Color: Muted, Anchor: Middle}
		labels = append(labels, g.measure.inside(l, 0, g.width))
	}
	return labels
}

// ticks prints the axis's values, and its unit where it touches none of them.
func (g *lanes) ticks() []Item {
	var marks []Item
	free := g.label
	for i, l := range g.measure.thinned(g.tickLabels(), 1.5) {
		if x, _ := g.measure.span(l); i == 0 {
			free = min(free, x-1.5)
		}
		marks = append(marks, l)
	}
	unit := Label{At: Point{0, g.bottom() + g.foot*0.72}, Text: g.unit, Size: g.tickSize(), Color: Muted}
	return append(marks, g.measure.within(max(0, free), unit)...)
}

// name prints what a row is called, the id before the name.
func (g *lanes) name(row int) []Item {
	y, indent := g.y(row)+middle(g.size()), g.idWidth()
	id := Label{At: Point{0, y}, Text: g.rows[row].id, Size: g.size(), Bold: true, Color: Ink}
	name := Label{At: Point{indent, y}, Text: g.rows[row].name, Size: g.size(), Color: Ink}
	return append(g.measure.within(indent, id), g.measure.within(g.label-indent, name)...)
}

// cells prints the columns from right to left.
func (g *lanes) cells() []Item {
	var marks []Item
	right := g.width
	for i := len(g.columns) - 1; i >= 0; i-- {
		c := g.columns[i]
		room := min(g.columnWidth(c), g.cell)
		labels := []Label{{At: Point{right, g.top * 0.68}, Text: c.head, Size: g.headSize(), Color: Muted, Anchor: End}}
		for row, text := range c.cells {
			at := Point{right, g.y(row) + middle(g.size())}
			labels = append(labels, Label{At: at, Text: text, Size: g.size(), Bold: c.bold, Color: c.color, Anchor: End})
		}
		marks = append(marks, g.measure.within(room, labels...)...)
		right -= room + columnGap
	}
	return marks
}

// upright is a short line across a row, drawn like the line sample of a name.
func (g *lanes) upright(row int, v float64, status string) []Item {
	if !present(v) {
		return nil
	}
	line, _ := lineSample(status)
	x, y, half := g.x.at(v), g.y(row), g.pitch*0.38
	line.Points = []Point{{x, y - half}, {x, y + half}}
	return []Item{line}
}

// missing says that a row has no value, clear of what stands in it.
func (g *lanes) missing(row int, values ...float64) []Item {
	l := Label{Text: g.noData, Size: g.size(), Color: Muted}
	from, to := g.gap(g.measure(l.Text, l.Size, l.Bold), values)
	l.At = Point{from, g.y(row) + middle(l.Size)}
	if l = g.measure.shortened(l, to-from); l.Text == "" {
		return nil
	}
	return g.measure.backed(l, g.width)
}

// gap is the first part of the plot of this width in which none of the values stands, or else the widest.
func (g *lanes) gap(width float64, values []float64) (from, to float64) {
	places := []float64{math.Inf(1)}
	for _, v := range values {
		if present(v) {
			places = append(places, g.x.at(v))
		}
	}
	slices.Sort(places)
	start := g.left
	for _, x := range places {
		if end := min(g.right, x-g.r-0.5); to-from < width && end-start > to-from {
			from, to = start, end
		}
		start = x + g.r + 0.8
	}
	return from, to
}

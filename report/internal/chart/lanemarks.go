package chart

import (
	"cmp"
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
			marks = append(marks, Line{Points: []Point{{x, headRoom}, {x, g.bottom()}}, Color: Tint, Width: 0.25})
		}
	}
	for i := range g.rows {
		y := headRoom + float64(i)*g.pitch
		marks = append(marks, Line{Points: []Point{{0, y}, {g.width, y}}, Color: Hairline, Width: 0.15})
	}
	marks = append(marks, Line{Points: []Point{{0, g.bottom()}, {g.width, g.bottom()}}, Color: Grey, Width: 0.15})
	marks = append(marks, g.ticks()...)
	for i := range g.rows {
		marks = append(marks, g.name(i)...)
	}
	marks = append(marks, g.worseEnd()...)
	return append(marks, g.cells()...)
}

// headBaseline is that of what stands above the rows.
const headBaseline = headRoom * 0.68

// worseEnd says above the end of the axis at which things are worse that it is.
func (g *lanes) worseEnd() []Item {
	l := Label{At: Point{g.right, headBaseline}, Text: g.worse.Words, Size: tickSize, Color: Muted, Anchor: End}
	if g.worse.Left {
		l.At.X, l.Anchor = g.left, Start
	}
	return g.measure.within(g.right-g.left, l)
}

// overLimit names a limit that goes through all rows, above them and clear of the end that is worse.
func (g *lanes) overLimit(v float64, name string) []Item {
	from, to := g.left, g.right
	if w := g.measure(g.worse.Words, tickSize, false); w > 0 && g.worse.Left {
		from += w + 2
	} else if w > 0 {
		to -= w + 2
	}
	l := Label{At: Point{g.x.at(v), headBaseline}, Text: name, Size: tickSize, Color: Warm, Anchor: Middle}
	if l = g.measure.inside(l, from, to); l.Text == "" {
		return nil
	}
	return []Item{l}
}

// through is a limit's line through all rows.
func (g *lanes) through(v float64) Item {
	line := sample("line-warm")
	x := g.x.at(v)
	line.Points = []Point{{x, headRoom}, {x, g.bottom()}}
	return line
}

// nearLimit reports whether a limit stands here: its line takes the place of the grid's, which it would else seem to
// be.
func (g *lanes) nearLimit(x float64) bool {
	return slices.ContainsFunc(g.limits, func(v float64) bool { return present(v) && math.Abs(g.x.at(v)-x) < 0.4 })
}

// nothing says in the middle of the box that there are no rows.
func (g *lanes) nothing() []Item {
	if g.noData == "" {
		return nil
	}
	at := Point{g.width / 2, g.height/2 + middle(lastSize)}
	l := Label{At: at, Text: g.noData, Size: lastSize, Color: Muted, Anchor: Middle}
	return g.measure.within(g.width, l)
}

func (g *lanes) tickLabels() []Label {
	var labels []Label
	for _, v := range g.x.ticks {
		at := Point{g.x.at(v), g.bottom() + tickRoom*0.72}
		l := Label{At: at, Text: digits(v, g.format), Size: tickSize, Color: Muted, Anchor: Middle}
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
	unit := Label{At: Point{0, g.bottom() + tickRoom*0.72}, Text: g.unit, Size: tickSize, Color: Muted}
	return append(marks, g.measure.within(max(0, free), unit)...)
}

// name prints what a row is called, the id before the name.
func (g *lanes) name(row int) []Item {
	y, indent := g.y(row)+middle(nameSize), g.indent
	id := Label{At: Point{0, y}, Text: g.rows[row].id, Size: nameSize, Bold: true, Color: Ink}
	name := Label{At: Point{indent, y}, Text: g.rows[row].name, Size: nameSize, Color: Ink}
	return append(g.measure.within(indent, id), g.measure.within(g.label-indent, name)...)
}

// cells prints the columns from right to left.
func (g *lanes) cells() []Item {
	var marks []Item
	right := g.width
	for i := len(g.columns) - 1; i >= 0; i-- {
		c := g.columns[i]
		room := min(c.width, g.cell)
		labels := []Label{{At: Point{right, headBaseline}, Text: c.head, Size: tickSize, Color: Muted, Anchor: End}}
		for row, text := range c.cells {
			at := Point{right, g.y(row) + middle(nameSize)}
			l := Label{At: at, Text: text, Size: nameSize, Bold: c.bold, Color: c.color, Anchor: End}
			if g.rows[row].faint {
				l.Bold, l.Color = false, Muted
			}
			labels = append(labels, l)
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
	line := sample(status)
	x, y, half := g.x.at(v), g.y(row), g.pitch*0.38
	line.Points = []Point{{x, y - half}, {x, y + half}}
	return []Item{line}
}

// missing says that a row has no value, clear of what stands in it.
func (g *lanes) missing(row int, values ...float64) []Item {
	l := Label{Text: cmp.Or(g.rows[row].noData, g.noData), Size: nameSize, Color: Muted}
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

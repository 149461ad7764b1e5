package chart

import "math"

// lanes is the ground of a figure that has a row for each of its subjects:
// names at the left, a plot over one common axis, printed values at the right.
type lanes struct {
	rows    []lane
	columns []column
	unit    string                 // stands at the left of the ticks
	noData  string                 // stands in a row, or a figure, without values
	format  func(v float64) string // of ticks
	natural float64                // the height of a row, where there is room for it
	head    float64                // room above the rows
	before  float64                // room kept in the plot before its axis
	after   float64                // and after it
	whole   bool                   // only whole numbers are ticks

	measure       Measure
	width, height float64
	top, pitch    float64 // of the rows
	label         float64 // width of the names
	cell          float64 // width of the columns at most
	foot          float64 // room for ticks
	left, right   float64 // of the plot
	r             float64 // of a mark
	x             axis
}

// lane is what a row is called.
type lane struct{ id, name string }

// column holds a text for each row.
type column struct {
	head  string
	cells []string
	bold  bool
	color Color
}

// Sizes of lanes in points and mm.
const (
	nameSize  = 7.0
	markR     = 1.25
	nameShare = 0.35 // of the width, for the names at most
	cellShare = 0.4  // and for the columns
	plotShare = 0.4  // for the plot at least
	headRoom  = 4.2
	tickRoom  = 4.4
	topMargin = 0.2 // above the rows of a figure without heads
)

// laneHeight is the natural height of so many rows.
func laneHeight(rows int, natural, head float64) float64 {
	return head + natural*math.Max(1, float64(rows)) + tickRoom
}

// place finds room for everything, and the axis whose ticks have room.
func (g *lanes) place(width, height float64, measure Measure, log bool, series ...[]float64) {
	g.width, g.height, g.measure = width, height, measure
	g.top = math.Min(g.head, height*0.15)
	g.foot = math.Min(tickRoom, height*0.25)
	g.pitch = math.Min(g.natural, (height-g.top-g.foot)/math.Max(1, float64(len(g.rows))))
	g.r = math.Min(markR, math.Min(g.pitch*0.3, width*0.03))
	gap := math.Min(2, width*0.02)
	g.left = g.nameWidth() + gap
	g.right = width
	if w := g.columnsWidth(math.Min(cellShare*width, (1-plotShare)*width-g.left-gap)); w > 0 {
		g.right -= w + gap
	}
	for _, x := range axes(log, series...) {
		g.x = x
		if g.whole {
			g.x = x.whole()
		}
		room := (g.right - g.left) * 0.3
		g.x.from = g.left + g.r + math.Min(room, g.before)
		g.x.to = g.right - g.r - math.Min(room, g.after)
		if g.measure.apart(g.tickLabels(), 2.5) {
			break
		}
	}
}

func (g *lanes) size() float64 { return sizeFor(nameSize, g.pitch) }

// idWidth is that of the bold column before the names, with its gap.
func (g *lanes) idWidth() float64 {
	var ids []string
	for _, row := range g.rows {
		ids = append(ids, row.id)
	}
	if w := g.measure.widest(ids, g.size(), true); w > 0 {
		return math.Min(w+1.5, g.width*nameShare/2)
	}
	return 0
}

func (g *lanes) nameWidth() float64 {
	var names []string
	for _, row := range g.rows {
		names = append(names, row.name)
	}
	width := g.idWidth() + g.measure.widest(names, g.size(), false)
	width = math.Max(width, g.measure(g.unit, g.tickSize(), false))
	g.label = math.Min(width, g.width*nameShare)
	return g.label
}

func (g *lanes) tickSize() float64 { return sizeFor(tickSize, g.foot*0.7) }
func (g *lanes) headSize() float64 { return sizeFor(tickSize, g.top*0.8) }

// columnGap lies between two columns.
const columnGap = 3

// columnsWidth leaves out the last columns where there is no room for them.
func (g *lanes) columnsWidth(most float64) float64 {
	for {
		var width float64
		for i, c := range g.columns {
			width += g.columnWidth(c)
			if i > 0 {
				width += columnGap
			}
		}
		if width <= most || len(g.columns) < 2 {
			g.cell = math.Max(0, most)
			return math.Min(width, g.cell)
		}
		g.columns = g.columns[:len(g.columns)-1]
	}
}

func (g *lanes) columnWidth(c column) float64 {
	return math.Max(g.measure.widest(c.cells, g.size(), c.bold), g.measure(c.head, g.headSize(), false))
}

// y is the middle of a row.
func (g *lanes) y(row int) float64 { return g.top + (float64(row)+0.5)*g.pitch }

func (g *lanes) bottom() float64 { return g.top + float64(len(g.rows))*g.pitch }

// background is what marks stand on: lines, ticks and all text.
func (g *lanes) background() []Item {
	if len(g.rows) == 0 {
		return g.nothing()
	}
	var marks []Item
	for _, v := range g.x.lines {
		x := g.x.at(v)
		marks = append(marks, Line{Points: []Point{{x, g.top}, {x, g.bottom()}}, Color: Tint, Width: 0.25})
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

func (g *lanes) nothing() []Item {
	if g.noData == "" {
		return nil
	}
	size := sizeFor(lastSize, g.height)
	l := Label{At: Point{g.width / 2, g.height/2 + middle(size)}, Text: g.noData, Size: size, Color: Muted, Anchor: Middle}
	return []Item{g.measure.inside(l, 0, g.width)}
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
			free = math.Min(free, x-1.5)
		}
		marks = append(marks, l)
	}
	unit := Label{At: Point{0, g.bottom() + g.foot*0.72}, Text: g.unit, Size: g.tickSize(), Color: Muted}
	if unit = g.measure.shortened(unit, math.Max(0, free)); unit.Text != "" {
		marks = append(marks, unit)
	}
	return marks
}

func (g *lanes) name(row int) []Item {
	var marks []Item
	y, indent := g.y(row)+middle(g.size()), g.idWidth()
	id := Label{At: Point{0, y}, Text: g.rows[row].id, Size: g.size(), Bold: true, Color: Ink}
	name := Label{At: Point{indent, y}, Text: g.rows[row].name, Size: g.size(), Color: Ink}
	for _, l := range []Label{g.measure.shortened(id, indent), g.measure.shortened(name, g.label-indent)} {
		if l.Text != "" {
			marks = append(marks, l)
		}
	}
	return marks
}

// cells prints the columns from right to left.
func (g *lanes) cells() []Item {
	var marks []Item
	right := g.width
	for i := len(g.columns) - 1; i >= 0; i-- {
		c := g.columns[i]
		room := math.Min(g.columnWidth(c), g.cell)
		labels := []Label{{At: Point{right, g.top * 0.68}, Text: c.head, Size: g.headSize(), Color: Muted, Anchor: End}}
		for row, text := range c.cells {
			at := Point{right, g.y(row) + middle(g.size())}
			labels = append(labels, Label{At: at, Text: text, Size: g.size(), Bold: c.bold, Color: c.color, Anchor: End})
		}
		for _, l := range labels {
			if l = g.measure.shortened(l, room); l.Text != "" {
				marks = append(marks, l)
			}
		}
		right -= room + columnGap
	}
	return marks
}

// upright is a short line across a row.
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
	l := Label{At: Point{g.left, g.y(row) + middle(g.size())}, Text: g.noData, Size: g.size(), Color: Muted}
	l = g.measure.shortened(l, g.right-g.left)
	if l.Text == "" {
		return nil
	}
	_, w := g.measure.span(l)
	starts := []float64{g.left}
	for _, v := range values {
		if present(v) {
			starts = append(starts, g.x.at(v)+g.r+0.8)
		}
	}
	for _, start := range append(starts, g.right-w) {
		if start+w <= g.right+0.01 && g.isFree(start, start+w, values) {
			l.At.X = start
			break
		}
	}
	return g.measure.backed(l, g.width)
}

func (g *lanes) isFree(from, to float64, values []float64) bool {
	for _, v := range values {
		if x := g.x.at(v); present(v) && x > from-g.r-0.5 && x < to+g.r+0.5 {
			return false
		}
	}
	return true
}

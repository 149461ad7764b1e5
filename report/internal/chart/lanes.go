package chart

import "slices"

// laneTable is what a figure has for each of its subjects: a name, and printed
// values.
type laneTable struct {
	rows    []lane
	columns []column
	unit    string                 // stands at the left of the ticks
	noData  string                 // stands in a row, or a figure, without values
	format  func(v float64) string // of ticks
	log     bool                   // the axis is logarithmic
	domain  Domain
	limits  []float64
	worse   Worse
	part    part
}

// Worse is the end of an axis at which things are worse, with the words that stand there.
type Worse struct {
	Left  bool // else right
	Words string
}

// part is some of a figure's rows, from a number on; count 0 is all.
type part struct{ from, count int }

// of is how many of so many rows are shown.
func (p part) of(rows int) int {
	if p.count == 0 {
		return rows
	}
	return p.count
}

// lanes is a table with a place for everything: names at the left, a plot over
// one common axis, printed values at the right. Where a figure is cut into parts,
// each has the axis and the columns of all.
type lanes struct {
	laneTable
	measure       Measure
	width, height float64
	pitch         float64 // of the rows
	label, indent float64 // width of the names, and of the ids before them
	cell          float64 // width of the columns at most
	left, right   float64 // of the plot
	r             float64 // of a mark
	x             axis
}

// lane is what a row is called, and what stands in it without a value; what is printed of an old one is faint.
type lane struct {
	id, name, noData string
	faint            bool
}

// column holds a text for each row.
type column struct {
	head  string
	cells []string
	bold  bool
	color Color
	width float64 // of the widest text; set when room is found for it
}

// Sizes of lanes in points and mm. Rows of all figures are alike, so that those of two side by side are one.
const (
	nameSize   = 7.0
	markR      = 1.25
	nameShare  = 0.42 // of the width, for the names at most
	cellShare  = 0.4  // and for the columns
	plotShare  = 0.3  // for the plot at least
	headRoom   = 4.2  // above the rows: what the columns and the limit are called
	tickRoom   = 4.6  // below them
	lanePitch  = 6.2
	leastPitch = 3.3 // of a row that type of 7 points has room in
)

// laneHeight is the natural height of so many rows.
func laneHeight(rows int) float64 { return headRoom + lanePitch*max(1, float64(rows)) + tickRoom }

// newLanes finds room for a table in a box, and an axis over the values whose
// ticks have room. A box too low for its type gets the height it needs.
func newLanes(t laneTable, width, height float64, measure Measure, values []float64) *lanes {
	shown := max(1, float64(t.part.of(len(t.rows))))
	g := &lanes{laneTable: t, measure: measure, width: width}
	g.height = max(height, headRoom+leastPitch*shown+tickRoom)
	g.pitch = min(lanePitch, (g.height-headRoom-tickRoom)/shown)
	g.r = min(markR, g.pitch*0.3, width*0.03)
	gap := min(2, width*0.02)
	g.left = g.nameWidth() + gap
	g.right = width
	if w := g.columnsWidth(min(cellShare*width, (1-plotShare)*width-g.left-gap)); w > 0 {
		g.right -= w + gap
	}
	for _, g.x = range t.axes(values) {
		g.x.from, g.x.to = g.left+g.r, g.right-g.r
		if measure.apart(g.tickLabels(), 2.5) {
			break
		}
	}
	g.cut()
	return g
}

// cut leaves the rows of the part that is shown.
func (g *lanes) cut() {
	if g.part.count == 0 {
		return
	}
	to := g.part.from + g.part.count
	g.rows, g.columns = g.rows[g.part.from:to], slices.Clone(g.columns)
	for i, c := range g.columns {
		g.columns[i].cells = c.cells[g.part.from:to]
	}
}

// idWidth is that of the bold column before the names, with its gap.
func (g *lanes) idWidth() float64 {
	var widest float64
	for _, row := range g.rows {
		widest = max(widest, g.measure(row.id, nameSize, true))
	}
	if widest > 0 {
		return min(widest+1.5, g.width*nameShare/2)
	}
	return 0
}

func (g *lanes) nameWidth() float64 {
	var widest float64
	for _, row := range g.rows {
		widest = max(widest, g.measure(row.name, nameSize, false))
	}
	g.indent = g.idWidth()
	width := max(g.indent+widest, g.measure(g.unit, tickSize, false))
	g.label = min(width, g.width*nameShare)
	return g.label
}

// columnGap lies between two columns.
const columnGap = 3

// columnsWidth leaves out the last columns where there is no room for them.
func (g *lanes) columnsWidth(most float64) float64 {
	for {
		var width float64
		for i := range g.columns {
			width += g.columnWidth(&g.columns[i])
			if i > 0 {
				width += columnGap
			}
		}
		if width <= most || len(g.columns) < 2 {
			g.cell = max(0, most)
			return min(width, g.cell)
		}
		g.columns = g.columns[:len(g.columns)-1]
	}
}

func (g *lanes) columnWidth(c *column) float64 {
	if c.width == 0 {
		c.width = g.measure(c.head, tickSize, false)
		for _, text := range c.cells {
			c.width = max(c.width, g.measure(text, nameSize, c.bold))
		}
	}
	return c.width
}

// y is the middle of a row.
func (g *lanes) y(row int) float64 { return headRoom + (float64(row)+0.5)*g.pitch }

func (g *lanes) bottom() float64 { return headRoom + float64(len(g.rows))*g.pitch }

// drawing is the box with the marks in it, no higher than the rows and their ticks.
func (g *lanes) drawing(marks []Item) Drawing {
	d := Drawing{W: g.width, H: g.height, Marks: marks}
	if len(g.rows) > 0 {
		d.H = min(d.H, g.bottom()+tickRoom)
	}
	return d
}

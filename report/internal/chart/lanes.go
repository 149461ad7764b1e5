package chart

// laneTable is what a figure has for each of its subjects: a name, and printed
// values.
type laneTable struct {
	rows    []lane
	columns []column
	unit    string                 // stands at the left of the ticks
	noData  string                 // stands in a row, or a figure, without values
	format  func(v float64) string // of ticks
	log     bool                   // the axis is logarithmic
	domain  Domain                 // of a linear axis
	limits  []float64
	natural float64 // the height of a row, where there is room for it
	head    float64 // room above the rows
}

// lanes is a table with a place for everything: names at the left, a plot over
// one common axis, printed values at the right.
type lanes struct {
	laneTable
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
	tickRoom  = 4.6
	topMargin = 0.2 // above the rows of a figure without heads
)

// laneHeight is the natural height of so many rows.
func laneHeight(rows int, natural, head float64) float64 {
	return head + natural*max(1, float64(rows)) + tickRoom
}

// newLanes finds room for a table in a box, and an axis over the values whose
// ticks have room.
func newLanes(t laneTable, width, height float64, measure Measure, values []float64) *lanes {
	g := &lanes{laneTable: t, measure: measure, width: width, height: height}
	g.top = min(t.head, height*0.3)
	g.foot = min(tickRoom, height*0.5)
	g.pitch = min(t.natural, (height-g.top-g.foot)/max(1, float64(len(t.rows))))
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
	return g
}

func (g *lanes) size() float64 { return sizeFor(nameSize, g.pitch) }

// idWidth is that of the bold column before the names, with its gap.
func (g *lanes) idWidth() float64 {
	var widest float64
	for _, row := range g.rows {
		widest = max(widest, g.measure(row.id, g.size(), true))
	}
	if widest > 0 {
		return min(widest+1.5, g.width*nameShare/2)
	}
	return 0
}

func (g *lanes) nameWidth() float64 {
	var widest float64
	for _, row := range g.rows {
		widest = max(widest, g.measure(row.name, g.size(), false))
	}
	width := max(g.idWidth()+widest, g.measure(g.unit, g.tickSize(), false))
	g.label = min(width, g.width*nameShare)
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
			g.cell = max(0, most)
			return min(width, g.cell)
		}
		g.columns = g.columns[:len(g.columns)-1]
	}
}

func (g *lanes) columnWidth(c column) float64 {
	width := g.measure(c.head, g.headSize(), false)
	for _, text := range c.cells {
		width = max(width, g.measure(text, g.size(), c.bold))
	}
	return width
}

// y is the middle of a row.
func (g *lanes) y(row int) float64 { return g.top + (float64(row)+0.5)*g.pitch }

func (g *lanes) bottom() float64 { return g.top + float64(len(g.rows))*g.pitch }

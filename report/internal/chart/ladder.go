package chart

import (
	"math"
	"strconv"
)

// Ladder shows pay in multiples of each subject's own minimum wage, which is one
// line through all rows.
type Ladder struct {
	Rows   []LadderRow
	Unit   string // stands beside the ticks, such as × minimum wage
	NoData string // stands in a row without pay or without a minimum

	MinimumLabel                          string // stands over the line at 1
	LowestLabel, MedianLabel, LivingLabel string // stand over the printed values

	Worse Worse

	Format func(float64) string // of ticks and of multiples; nil for two decimals

	part part
}

// LadderRow is what one subject pays, in one unit of money and time.
type LadderRow struct {
	ID, Label  string  // the name, its first part bold; "" for none
	Minimum    float64 // NaN for none: then nothing is drawn
	Living     float64 // NaN for none
	Lowest     float64 // NaN for not known
	Median     float64 // NaN for not known
	MedianReal float64 // the median at the prices of the baseline; NaN for none
	NoData     string  // stands in the row without pay, "" for that of the figure
}

// Part is the figure of some of its rows, with the axis and columns of all.
func (l Ladder) Part(from, count int) Ladder {
	l.part = part{from, count}
	return l
}

// Height is the height in mm that suits the figure.
func (l Ladder) Height() float64 { return laneHeight(l.part.of(len(l.Rows))) }

// Draw draws the rows in their order.
func (l Ladder) Draw(width, height float64, measure Measure) Drawing {
	t := laneTable{unit: l.Unit, noData: l.NoData, format: l.print, worse: l.Worse, part: l.part}
	lowest := column{head: l.LowestLabel, color: Ink}
	median := column{head: l.MedianLabel, color: Ink, bold: true}
	living := column{head: l.LivingLabel, color: Muted}
	t.limits = []float64{1}
	values, rows := []float64(nil), make([]LadderRow, len(l.Rows))
	for i, row := range l.Rows {
		rows[i] = row.multiples()
		row = rows[i]
		t.rows = append(t.rows, lane{id: row.ID, name: row.Label, noData: row.NoData})
		lowest.cells = append(lowest.cells, l.print(row.Lowest))
		median.cells = append(median.cells, l.print(row.Median))
		living.cells = append(living.cells, l.print(row.Living))
		values = append(values, row.Lowest, row.Median, row.MedianReal, row.Living)
	}
	t.columns = []column{median, lowest, living}
	g := newLanes(t, width, height, measure, values)
	marks := g.background()
	if len(g.rows) > 0 {
		marks = append(append(marks, g.through(1)), g.overLimit(1, l.MinimumLabel)...)
	}
	for i := range g.rows {
		marks = append(marks, rows[l.part.from+i].draw(g, i)...)
	}
	return g.drawing(marks)
}

// multiples divides by the minimum.
func (row LadderRow) multiples() LadderRow {
	for _, v := range []*float64{&row.Living, &row.Lowest, &row.Median, &row.MedianReal} {
		*v /= row.Minimum
		if !(row.Minimum > 0) || !present(*v) {
			*v = math.NaN()
		}
	}
	return row
}

func (l Ladder) print(v float64) string {
	switch {
	case !present(v):
		return ""
	case l.Format == nil:
		return strconv.FormatFloat(v, 'f', 2, 64)
	}
	return l.Format(v)
}

func (row LadderRow) draw(g *lanes, i int) []Item {
	y := g.y(i)
	lowest, median := Point{g.x.at(row.Lowest), y}, Point{g.x.at(row.Median), y}
	marks := g.upright(i, row.Living, "line-living")
	if present(row.Lowest) && present(row.Median) {
		marks = append(marks, Line{Points: []Point{lowest, median}, Color: Grey, Width: g.r * 0.3})
	}
	if present(row.MedianReal) {
		at := Point{g.x.at(row.MedianReal), y}
		marks = append(marks, Disc{At: at, R: g.r * 0.55, Fill: Grey, Stroke: White, Width: g.r * 0.15})
	}
	if present(row.Lowest) {
		marks = append(marks, symbol(WorstPoint{Beyond: row.Lowest < 1}.mark(), lowest, g.r)...)
	}
	if present(row.Median) {
		marks = append(marks, symbol("within", median, g.r)...)
	}
	if !present(row.Lowest) && !present(row.Median) {
		marks = append(marks, g.missing(i, 1, row.Living, row.MedianReal)...)
	}
	return marks
}

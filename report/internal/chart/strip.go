package chart

import "math"

// Strip shows every sample, a row for each subject on one common axis.
type Strip struct {
	Rows   []StripRow
	Unit   string // stands beside the ticks
	NoData string // stands in a row without samples
	Log    bool   // zero and less stand at the left end of a logarithmic axis

	LimitLabel string // names a limit that all rows share, above them
	TextLabel  string // stands over the printed texts
	Worse      Worse

	Format func(float64) string // of ticks; nil for plain digits

	part part
}

// StripRow holds the samples of one subject in any order.
type StripRow struct {
	ID, Label string // the name, its first part bold; "" for none
	Points    []StripPoint
	Limits    []float64 // each drawn as a short line; more than one where places differ
	Text      string    // printed at the right, such as 3 of 34; "" for none
	NoData    string    // stands in the row without samples, "" for that of the figure
}

// StripPoint is one sample: a disc, a triangle beyond its limit, a hollow one
// that points down below detection.
type StripPoint struct {
	Value  float64 // NaN is left out
	Weight float64 // of any unit, such as people; the mark's area follows it. Alike for all where none has one
	Below  bool    // below detection; Value is the limit of detection
	Beyond bool
}

// Part is the figure of some of its rows, with the axis and columns of all.
func (s Strip) Part(from, count int) Strip {
	s.part = part{from, count}
	return s
}

// Height is the height in mm that suits the figure.
func (s Strip) Height() float64 { return laneHeight(s.part.of(len(s.Rows))) }

// Draw draws the rows in their order.
func (s Strip) Draw(width, height float64, measure Measure) Drawing {
	t := laneTable{unit: s.Unit, noData: s.NoData, format: s.Format, log: s.Log, worse: s.Worse,
		part: s.part}
	text := column{head: s.TextLabel, color: Ink}
	var values []float64
	for _, row := range s.Rows {
		t.rows = append(t.rows, lane{id: row.ID, name: row.Label, noData: row.NoData})
		text.cells = append(text.cells, row.Text)
		values = append(values, row.values()...)
		t.limits = append(t.limits, row.Limits...)
	}
	t.columns = []column{text}
	g := newLanes(t, width, height, measure, values)
	marks := g.background()
	if lo, hi, ok := extent(t.limits); ok && lo == hi && len(g.rows) > 0 {
		marks = append(marks, g.overLimit(lo, s.LimitLabel)...)
	}
	shown := s.Rows[s.part.from : s.part.from+s.part.of(len(s.Rows))]
	for i, swarm := range swarms(g, shown) {
		marks = append(marks, shown[i].draw(g, i, swarm)...)
	}
	return g.drawing(marks)
}

func (row StripRow) values() []float64 {
	values := make([]float64, len(row.Points))
	for i, p := range row.Points {
		values[i] = p.Value
	}
	return values
}

func (row StripRow) draw(g *lanes, i int, swarm []dot) []Item {
	var marks []Item
	if len(swarm) == 0 {
		marks = g.missing(i, row.Limits...)
	}
	for _, d := range swarm {
		marks = append(marks, d.draw(g.y(i)))
	}
	for _, v := range row.Limits {
		marks = append(marks, g.upright(i, v, "line-limit")...)
	}
	return marks
}

func (d dot) draw(y float64) Item {
	at := Point{d.x, y + d.dy}
	switch {
	case d.Below:
		return Area{Points: downwards(at, d.r).(Area).Points, Fill: White, Stroke: Accent, Width: d.r * 0.3}
	case d.Beyond:
		return polygon(at, d.r, Warm, None, 0, triangle(1)...)
	}
	return Disc{At: at, R: d.r * 0.92, Fill: Accent}
}

// heaviest is the greatest weight of all samples, 0 where none has one.
func heaviest(rows []StripRow) float64 {
	var most float64
	for _, row := range rows {
		for _, p := range row.Points {
			if present(p.Weight) {
				most = math.Max(most, p.Weight)
			}
		}
	}
	return most
}

package chart

import "math"

// Bars are bars from zero, beside or upon one another.
type Bars struct {
	Categories []string
	Series     []BarSeries // in the order of the legend
	Stacked    bool        // each category's values upon one another, with their sum at the end
	Horizontal bool
	Unit       string // stands beside the ticks of horizontal bars
	NoData     string // stands in a figure without values

	Format func(float64) string // of ticks and values; nil for plain digits
}

// BarSeries is one kind of bar.
type BarSeries struct {
	Name   string    // in the legend; "" for no entry
	Values []float64 // one a category; NaN for none
	Role   Color     // Accent, Grey, Warm, Tint, Ink or Muted; any other is Accent
	Hatch  bool      // as for what is repeated
}

// Sizes of bars in mm.
const (
	widestBar  = 9.0 // of upright bars
	barPitch   = 3.2 // of horizontal bars
	legendRoom = 4.4 // of one of its lines
	barsHeight = 46.0
	valueGap   = 0.8 // between a bar and its value
	slimLabel  = 5.6 // points, where values in tickSize are too wide
)

// Height is the height in mm that suits the figure, with its legend in one line.
func (b Bars) Height() float64 {
	if !b.Horizontal {
		return barsHeight
	}
	return laneHeight(len(b.Categories), b.pitch(), lip) + b.legendHeight()
}

// pitch is the natural height of a category of horizontal bars.
func (b Bars) pitch() float64 { return 1.8 + barPitch*float64(b.abreast()) }

func (b Bars) legendHeight() float64 {
	for _, s := range b.Series {
		if s.Name != "" {
			return legendRoom
		}
	}
	return 0
}

// abreast is how many bars stand beside one another in a category.
func (b Bars) abreast() int {
	if b.Stacked {
		return 1
	}
	return max(1, len(b.Series))
}

// piece is a bar, or a part of a stacked one.
type piece struct {
	series, category int
	from, to         float64
}

// pieces are the bars present. What is negative is stacked below zero.
func (b Bars) pieces() []piece {
	var out []piece
	for c := range b.Categories {
		var up, down float64
		for s, series := range b.Series {
			if c >= len(series.Values) || !present(series.Values[c]) {
				continue
			}
			base, v := &up, series.Values[c]
			if v < 0 {
				base = &down
			}
			out = append(out, piece{series: s, category: c, from: *base, to: *base + v})
			if b.Stacked {
				*base += v
			}
		}
	}
	return out
}

// ends are the pieces' ends, with zero, and whether all are whole numbers.
func ends(pieces []piece) (values []float64, whole bool) {
	values, whole = []float64{0}, true
	for _, p := range pieces {
		values = append(values, p.to)
		whole = whole && p.to == math.Trunc(p.to)
	}
	return values, whole
}

// Draw draws the legend and beneath it the bars, in the order of the categories.
func (b Bars) Draw(width, height float64, measure Measure) Drawing {
	drawing := Drawing{W: width, H: height}
	pieces := b.pieces()
	if len(pieces) == 0 {
		drawing.Marks = (&lanes{measure: measure, width: width, height: height, noData: b.NoData}).nothing()
		return drawing
	}
	legend, used := b.legend(width, height, measure)
	p := &barPlot{Bars: b, pieces: pieces, measure: measure, width: width, height: height, top: used}
	if b.Horizontal {
		drawing.Marks = p.horizontal()
	} else {
		drawing.Marks = p.upright()
	}
	drawing.Marks = append(append(legend, drawing.Marks...), p.bars()...)
	return drawing
}

// role is the colour of a series.
func (s BarSeries) role() Color {
	switch s.Role {
	case Grey, Warm, Tint, Ink, Muted:
		return s.Role
	}
	return Accent
}

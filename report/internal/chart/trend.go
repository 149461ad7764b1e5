package chart

import "math"

// Reading is one quarter of a trend.
type Reading struct {
	Value float64 // NaN where nothing was measured
	Below bool    // below detection; Value is the limit of detection
	Break bool    // the method changed before this quarter: a new series begins
}

// Trend is a quantity over quarters, against the limit in force and the peers.
// All series have one entry for each period, or are nil.
type Trend struct {
	Periods []string // labels of the shared axis, oldest first
	Values  []Reading
	Limit   []float64 // NaN where none was in force; drawn as a dashed step line
	Target  []float64 // a second line to be held against, such as a living wage; NaN for none
	Peers   []float64 // NaN where they are too few

	LastLabel   string // stands at the last value
	BreakLabel  string // stands at each change of method
	TargetLabel string // stands at the target
	NoData      string // stands in a frame without values

	Format func(float64) string // of ticks; nil for plain digits
}

// Sizes of a trend in points and mm.
const (
	tickSize   = 6.4
	lastSize   = 7.6
	mmPerPoint = 25.4 / 72
	capHeight  = 0.714 // of a text's size, in Noto Sans
	headroom   = 3.4   // above the plot, for the label of a change of method
	footroom   = 4.2   // below it, for the periods
	minGutter  = 7.0   // left and right of it, so that charts in a row line up
	inset      = 1.6   // between the plot's edge and the first and last period
)

// frame is where a trend's plot lies and how data become places.
type frame struct {
	Trend
	measure                  Measure
	width                    float64
	left, right, top, bottom float64
	inset                    float64
	y                        scale
	empty                    bool // no value to scale the axis by
}

// Draw draws the trend.
func (t Trend) Draw(width, height float64, measure Measure) Drawing {
	f := t.frame(width, height, measure)
	var marks []Item
	marks = append(marks, f.grid()...)
	marks = append(marks, f.periods()...)
	marks = append(marks, f.breaks()...)
	marks = append(marks, f.line(t.Peers, Grey, 0.3, nil)...)
	marks = append(marks, f.step(t.Limit, Warm, []float64{1.3, 0.8})...)
	marks = append(marks, f.step(t.Target, Muted, []float64{0.35, 0.7})...)
	marks = append(marks, f.targetLabel()...)
	marks = append(marks, f.values()...)
	marks = append(marks, f.last()...)
	return Drawing{W: width, H: height, Marks: marks}
}

func (t Trend) frame(width, height float64, measure Measure) *frame {
	f := &frame{Trend: t, measure: measure, width: width, top: headroom, bottom: height - footroom, inset: inset}
	lo, hi, ok := extent(t.numbers(), t.Limit, t.Target, t.Peers)
	if !ok {
		lo, hi, f.empty = 0, 1, true
	}
	f.y = newScale(lo, hi, max(2, min(5, int((f.bottom-f.top)/5))))
	gutter := minGutter
	for tick := f.y.First; tick <= f.y.Last; tick++ {
		gutter = math.Max(gutter, measure(f.tick(tick), tickSize, false)+1.5)
	}
	f.left = gutter
	f.right = width - math.Max(minGutter, measure(t.LastLabel, lastSize, true)+1.2)
	return f
}

func (t Trend) numbers() []float64 {
	var numbers []float64
	for _, r := range t.Values {
		numbers = append(numbers, r.Value)
	}
	return numbers
}

func (f *frame) tick(tick int) string {
	if f.empty {
		return ""
	}
	return digits(f.y.value(tick), f.Format)
}

// pitch is the distance between two periods.
func (f *frame) pitch() float64 {
	return (f.right - f.left - 2*f.inset) / math.Max(1, float64(len(f.Periods)-1))
}

func (f *frame) x(period int) float64 {
	if len(f.Periods) == 1 {
		return (f.left + f.right) / 2
	}
	return f.left + f.inset + float64(period)*f.pitch()
}

func (f *frame) at(period int, v float64) Point {
	return Point{X: f.x(period), Y: f.bottom - f.y.at(v)*(f.bottom-f.top)}
}

// has tells whether a series has a value at a period that the axis has too.
func (f *frame) has(series []float64, period int) bool {
	return period >= 0 && period < len(series) && period < len(f.Periods) && present(series[period])
}

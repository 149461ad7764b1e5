package chart

import (
	"math"
	"slices"
)

// TrendPoint is one quarter of a trend.
type TrendPoint struct {
	Value float64 // NaN where nothing was measured
	Below bool    // below detection; Value is the limit of detection
	Break bool    // the method changed before this quarter: a new series begins
}

// Trend is a quantity over quarters, against the limit in force and the peers.
// All series have one entry for each period, or are nil.
type Trend struct {
	Periods []string // labels of the shared axis, oldest first
	Values  []TrendPoint
	Limit   []float64 // NaN where none was in force; drawn as a dashed step line
	Target  []float64 // a second line to compare with, such as a living wage; NaN for none
	Peers   []float64 // NaN where they are too few

	LastLabel   string // stands at the last value
	BreakLabel  string // stands at each change of method
	TargetLabel string // stands at the target
	NoData      string // stands in a plot without values

	Change float64 // the smallest change that counts: the axis spans six at least; 0 where there is none
	Domain Domain

	Format func(float64) string // of ticks; nil for plain digits
}

// Sizes of a trend in points and mm.
const (
	tickSize   = leastSize
	lastSize   = 7.6
	mmPerPoint = 25.4 / 72
	capHeight  = 0.714 // of a text's size, in Noto Sans
	headroom   = 3.4   // above the plot, for the label of a change of method
	footroom   = 4.2   // below it, for the periods
	minGutter  = 7.0   // left and right of it, so that charts in a row line up
	inset      = 1.6   // between the plot's edge and the first and last period
)

// plotArea is where a trend's plot lies and how data become places.
type plotArea struct {
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
	p := t.plotArea(width, height, measure)
	ground := append(p.grid(), p.periods()...)
	data := slices.Concat(p.breaks(), p.line(t.Peers, Grey, 0.3, nil), p.step(t.Limit, Warm, []float64{1.3, 0.8}),
		p.step(t.Target, Muted, []float64{0.35, 0.7}), p.values())
	data = append(data, p.last(data)...)
	data = append(data, p.targetLabel(data)...)
	return Drawing{W: width, H: height, Marks: append(ground, data...)}
}

func (t Trend) plotArea(width, height float64, measure Measure) *plotArea {
	p := &plotArea{Trend: t, measure: measure, width: width, top: headroom, bottom: height - footroom, inset: inset}
	lo, hi, ok := t.Domain.span(slices.Concat(t.Limit, t.Target), t.numbers(), t.Peers)
	if !ok {
		lo, hi, p.empty = 0, 1, true
	}
	if !t.Domain.Whole {
		lo, hi = spread(lo, hi, t.Change)
	}
	p.y = newScale(lo, hi, max(2, min(5, int((p.bottom-p.top)/5))))
	gutter := minGutter
	for tick := p.y.First; tick <= p.y.Last; tick++ {
		gutter = math.Max(gutter, measure(p.tick(tick), tickSize, false)+1.5)
	}
	p.left = gutter
	p.right = width - math.Max(minGutter, measure(t.LastLabel, lastSize, true)+1.2)
	return p
}

func (t Trend) numbers() []float64 {
	var numbers []float64
	for _, r := range t.Values {
		numbers = append(numbers, r.Value)
	}
	return numbers
}

func (p *plotArea) tick(tick int) string {
	if p.empty {
		return ""
	}
	return digits(p.y.value(tick), p.Format)
}

// pitch is the distance between two periods.
func (p *plotArea) pitch() float64 {
	return (p.right - p.left - 2*p.inset) / math.Max(1, float64(len(p.Periods)-1))
}

func (p *plotArea) x(period int) float64 {
	if len(p.Periods) == 1 {
		return (p.left + p.right) / 2
	}
	return p.left + p.inset + float64(period)*p.pitch()
}

func (p *plotArea) at(period int, v float64) Point {
	return Point{X: p.x(period), Y: p.bottom - p.y.at(v)*(p.bottom-p.top)}
}

// has reports whether a series has a value at a period that the axis has too.
func (p *plotArea) has(series []float64, period int) bool {
	return period >= 0 && period < len(series) && period < len(p.Periods) && present(series[period])
}

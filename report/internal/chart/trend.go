package chart

import (
	"math"
	"slices"
)

// TrendPoint is one quarter of a trend.
type TrendPoint struct {
	Value    float64 // NaN where nothing was measured
	Below    bool    // below detection; Value is the limit of detection
	Break    bool    // the method changed before this quarter: a new series begins
	Baseline bool    // later quarters are compared with this one; its label is drawn
}

// WorstPoint is the least favourable unit of a quarter: a place, a room, a group of workers.
type WorstPoint struct {
	Value  float64 // NaN for none
	Beyond bool    // its limit
}

// Trend is a quantity over quarters, against the limit in force and the peers.
// All series have one entry for each period, or are nil.
type Trend struct {
	Periods []string // labels of the shared axis, oldest first
	Values  []TrendPoint
	Worst   []WorstPoint
	Limit   []float64 // NaN where none was in force; drawn as a dashed step line
	Target  []float64 // a second line to compare with, such as a living wage; NaN for none
	Peers   []float64 // NaN where they are too few

	LastLabel     string // stands at the last value
	LimitLabel    string // stands at the end of the limit
	TargetLabel   string // names the target along its line, where there is room
	TargetValue   string // stands at the end of the target
	PeersLabel    string // names the peers along their line, where there is room
	BaselineLabel string // names the baseline quarter on the axis; its period where there is no room for it
	BreakLabel    string // stands at each change of method
	NoData        string // stands in a plot without values

	Change float64 // the smallest change that counts: the axis spans six at least; 0 where there is none

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
	inset      = 2.0   // between the plot's edge and the first and last period
	endGap     = 1.2   // between the plot and the labels at its sides
	tickPitch  = 4.6   // between two ticks at least
	mostTicks  = 6
	breakRoom  = 2.2 // below the least value of an axis that does not begin at zero
	frameRoom  = 0.8 // a limit stands clear of the frame by this
	leastTrend = 17  // mm: two ticks, the periods and room for what is written in the plot
)

// plotArea is where a trend's plot lies and how data become places.
type plotArea struct {
	Trend
	measure                  Measure
	width                    float64
	left, right, top, bottom float64
	inset                    float64
	foot                     float64 // room between the frame and the least value, where a limit would lie on the frame
	domain                   Domain
	ticks                    []float64
}

// Draw draws the trend. In a box too low for its type it takes the height it needs.
func (t Trend) Draw(width, height float64, measure Measure) Drawing {
	height = max(height, leastTrend)
	p := t.plotArea(width, height, measure)
	marks := slices.Concat(p.grid(), p.periods())
	data := slices.Concat(p.breaks(), p.line(t.Peers, sample("line-grey"), nil), p.step(t.Limit, sample("line-warm")),
		p.step(t.Target, sample("line-target")), p.values())
	return Drawing{W: width, H: height, Marks: append(marks, p.labelled(data)...)}
}

func (t Trend) plotArea(width, height float64, measure Measure) *plotArea {
	p := &plotArea{Trend: t, measure: measure, width: width, top: headroom, bottom: height - footroom, inset: inset}
	p.domain = t.domain()
	p.ticks = p.domain.ticks(min(mostTicks, int((p.bottom-p.top)/tickPitch)+1))
	if !p.domain.known() {
		p.domain = Domain{From: 0, To: 1}
	}
	p.clearFrame()
	p.left, p.right = minGutter, minGutter
	for _, v := range p.ticks {
		p.left = math.Max(p.left, measure(p.print(v), tickSize, false)+endGap+0.3)
	}
	for _, l := range p.ends() {
		p.right = math.Max(p.right, measure(l.Text, l.Size, l.Bold)+endGap)
	}
	p.right = width - p.right
	return p
}

// clearFrame leaves room below the least value for the break of an axis, or where a limit would else lie on the frame.
func (p *plotArea) clearFrame() {
	if p.broken() {
		p.foot = breakRoom
		return
	}
	lowest, _, ok := extent(p.Limit, p.Target)
	if ok && p.domain.share(lowest)*(p.bottom-p.top) < frameRoom {
		p.foot = frameRoom * 1.5
	}
}

// domain is what the axis spans.
func (t Trend) domain() Domain {
	values := slices.Concat(t.numbers(), t.Peers)
	for _, w := range t.Worst {
		values = append(values, w.Value)
	}
	return trendDomainOf(values, slices.Concat(t.Limit, t.Target), t.Change)
}

func (t Trend) numbers() []float64 {
	numbers := make([]float64, len(t.Values))
	for i, r := range t.Values {
		numbers[i] = r.Value
	}
	return numbers
}

func (t Trend) print(v float64) string { return digits(v, t.Format) }

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

func (p *plotArea) y(v float64) float64 {
	return p.bottom - p.foot - p.domain.share(v)*(p.bottom-p.foot-p.top)
}

func (p *plotArea) at(period int, v float64) Point { return Point{X: p.x(period), Y: p.y(v)} }

// has reports whether a series has a value at a period that the axis has too.
func (p *plotArea) has(series []float64, period int) bool {
	return period >= 0 && period < len(series) && period < len(p.Periods) && present(series[period])
}

// last is the newest period of a series, −1 where it has none.
func (p *plotArea) last(series []float64) int {
	for i := len(p.Periods) - 1; i >= 0; i-- {
		if p.has(series, i) {
			return i
		}
	}
	return -1
}

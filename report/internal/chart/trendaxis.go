package chart

import (
	"math"
	"slices"
)

// grid draws hairlines with their values, the frame below the plot, and its break where the axis does not begin at
// zero.
func (p *plotArea) grid() []Item {
	var marks []Item
	for _, v := range p.ticks {
		y := p.y(v)
		if !p.underLimit(y) && p.bottom-y > 0.1 {
			marks = append(marks, Line{Points: []Point{{p.left, y}, {p.right, y}}, Color: Hairline, Width: 0.15})
		}
		at := Point{p.left - endGap, y + middle(tickSize)}
		marks = append(marks, Label{At: at, Text: p.print(v), Size: tickSize, Color: Muted, Anchor: End})
	}
	marks = append(marks, Line{Points: []Point{{p.left, p.bottom}, {p.right, p.bottom}}, Color: Grey, Width: 0.15})
	if p.broken() {
		marks = append(marks, axisBreak(Point{p.left, p.bottom - breakRoom/2}, breakRoom/3)...)
	}
	return marks
}

// broken reports whether the axis begins above zero.
func (p *plotArea) broken() bool { return len(p.ticks) > 0 && p.domain.From > 0 }

// axisBreak is the sign of an axis that does not begin at zero: two strokes across it.
func axisBreak(at Point, r float64) []Item {
	line := func(from, to Point) Item {
		points := []Point{{at.X + from.X*r, at.Y + from.Y*r}, {at.X + to.X*r, at.Y + to.Y*r}}
		return Line{Points: points, Color: Muted, Width: 0.2 * r}
	}
	return []Item{line(Point{0, 1.5}, Point{0, 0.4}), line(Point{-0.7, 0.7}, Point{0.7, 0.1}),
		line(Point{-0.7, -0.1}, Point{0.7, -0.7}), line(Point{0, -0.4}, Point{0, -1.5})}
}

// underLimit reports whether a limit that stands still lies here: its line takes the place of the grid's.
func (p *plotArea) underLimit(y float64) bool {
	lo, hi, ok := extent(p.Limit)
	return ok && math.Abs(p.y(lo)-y) < 0.3 && math.Abs(p.y(hi)-y) < 0.3
}

// inDrawing moves a centred label into the drawing.
func (p *plotArea) inDrawing(l Label) Label {
	half := p.measure(l.Text, l.Size, l.Bold) / 2
	l.At.X = math.Max(half, math.Min(p.width-half, l.At.X))
	return l
}

// periodGap lies between two periods on the axis.
const periodGap = 1.6

// periods labels the newest period and the baseline, and as many others as have room; each has a tick.
func (p *plotArea) periods() []Item {
	if len(p.Periods) == 0 {
		return nil
	}
	marks := p.periodTicks()
	newest := p.period(len(p.Periods) - 1)
	shown := append([]Label{newest}, p.baseline(newest)...)
	for _, l := range p.others() {
		if !slices.ContainsFunc(shown, func(s Label) bool { return p.measure.touch(s, l, periodGap) }) {
			shown = append(shown, l)
		}
	}
	for _, l := range shown {
		marks = append(marks, l)
	}
	return marks
}

func (p *plotArea) period(i int) Label {
	at := Point{p.x(i), p.bottom + footroom - 0.8}
	return p.inDrawing(Label{At: at, Text: p.Periods[i], Size: tickSize, Color: Muted, Anchor: Middle})
}

// periodTicks mark every quarter below the frame, that of the baseline longer.
func (p *plotArea) periodTicks() []Item {
	var marks []Item
	if p.pitch() < 0.8 && len(p.Periods) > 1 {
		return nil
	}
	for i := range p.Periods {
		length := 0.6
		if i < len(p.Values) && p.Values[i].Baseline {
			length = 1.2
		}
		x := p.x(i)
		marks = append(marks, Line{Points: []Point{{x, p.bottom}, {x, p.bottom + length}}, Color: Grey, Width: 0.15})
	}
	return marks
}

// baseline labels the baseline in words, or with its period alone, clear of the newest.
func (p *plotArea) baseline(newest Label) []Label {
	i := slices.IndexFunc(p.Values, func(v TrendPoint) bool { return v.Baseline })
	if i < 0 || i >= len(p.Periods)-1 {
		return nil
	}
	long := p.period(i)
	long.Text = p.BaselineLabel
	long = p.clearOf(newest, p.inDrawing(long))
	if left, w := p.measure.span(long); w > 0 && left >= 0 && left+w >= p.x(i)-periodGap {
		return []Label{long}
	}
	short := p.clearOf(newest, p.period(i))
	if left, _ := p.measure.span(short); left < 0 {
		return nil
	}
	return []Label{short}
}

// clearOf moves a label to the left of the newest, where it would touch it.
func (p *plotArea) clearOf(newest, l Label) Label {
	if left, _ := p.measure.span(newest); p.measure.touch(l, newest, periodGap) {
		l.At.X = left - periodGap - p.measure(l.Text, l.Size, l.Bold)/2
	}
	return l
}

// others are every period, every second, every fourth … before the newest, as they have room.
func (p *plotArea) others() []Label {
	for every := 1; ; every *= 2 {
		var some []Label
		for i := len(p.Periods) - 1; i >= 0; i -= every {
			some = append(some, p.period(i))
		}
		slices.Reverse(some)
		if p.measure.apart(some, periodGap) || every > len(p.Periods) {
			return some[:len(some)-1]
		}
	}
}

// breaks draws a dotted mark where the method changed. A label that would stand
// on the one before is left out; the mark is not.
func (p *plotArea) breaks() []Item {
	var marks []Item
	free := math.Inf(-1)
	for i, r := range p.Values {
		if !r.Break || i == 0 || i >= len(p.Periods) {
			continue
		}
		x := p.x(i) - p.pitch()/2
		line := sample("line-break")
		line.Points = []Point{{x, p.top - 0.6}, {x, p.bottom}}
		marks = append(marks, line)
		l := Label{At: Point{x, p.top - 1.3}, Text: p.BreakLabel, Size: tickSize, Color: Muted, Anchor: Middle}
		l = p.measure.inside(l, 0, p.right)
		if left, w := p.measure.span(l); l.Text != "" && left > free+1 {
			marks = append(marks, l)
			free = left + w
		}
	}
	return marks
}

package chart

import "math"

// runs are the unbroken parts of a series: a gap, or a period that starts
// anew, ends one.
func (p *plotArea) runs(series []float64, anew func(period int) bool) [][]Point {
	var runs [][]Point
	for i := range p.Periods {
		if !p.has(series, i) {
			continue
		}
		if len(runs) == 0 || !p.has(series, i-1) || anew(i) {
			runs = append(runs, nil)
		}
		last := len(runs) - 1
		runs[last] = append(runs[last], p.at(i, series[i]))
	}
	return runs
}

// line draws a series without markers; a single point is a dot.
func (p *plotArea) line(series []float64, color Color, width float64, anew func(int) bool) []Item {
	if anew == nil {
		anew = func(int) bool { return false }
	}
	var marks []Item
	for _, run := range p.runs(series, anew) {
		if len(run) == 1 {
			marks = append(marks, Disc{At: run[0], R: min(0.4, p.inset), Fill: color})
			continue
		}
		marks = append(marks, Line{Points: run, Color: color, Width: width})
	}
	return marks
}

// step draws a line that holds through each period and jumps between two.
func (p *plotArea) step(series []float64, color Color, dash []float64) []Item {
	var marks []Item
	var points []Point
	for i := range p.Periods {
		if !p.has(series, i) {
			continue
		}
		if !p.has(series, i-1) {
			points = nil
		}
		y := p.at(i, series[i]).Y
		if n := len(points); n > 0 && points[n-1].Y == y {
			points[n-1].X = p.edge(i, 1)
		} else {
			points = append(points, Point{p.edge(i, -1), y}, Point{p.edge(i, 1), y})
		}
		if !p.has(series, i+1) {
			marks = append(marks, Line{Points: points, Color: color, Width: 0.3, Dash: dash})
		}
	}
	return marks
}

// edge is where a period begins (side -1) or ends (side 1), within the plot.
func (p *plotArea) edge(period int, side float64) float64 {
	return max(p.left, min(p.right, p.x(period)+side*p.pitch()/2))
}

// values draws the series itself, each reading with its marker.
func (p *plotArea) values() []Item {
	numbers := p.numbers()
	var marks []Item
	for _, run := range p.runs(numbers, func(i int) bool { return p.Values[i].Break }) {
		if len(run) > 1 {
			marks = append(marks, Line{Points: run, Color: Accent, Width: 0.55})
		}
	}
	for i := range p.Periods {
		if !p.has(numbers, i) {
			continue
		}
		at := p.at(i, numbers[i])
		if p.Values[i].Below {
			marks = append(marks, downwards(at, 1))
		} else {
			marks = append(marks, Disc{At: at, R: 0.75, Fill: Accent, Stroke: White, Width: 0.25})
		}
	}
	return marks
}

// downwards is the hollow marker of a reading below detection.
func downwards(at Point, r float64) Item {
	points := []Point{{at.X - r, at.Y - r*0.7}, {at.X + r, at.Y - r*0.7}, {at.X, at.Y + r}}
	return Area{Points: points, Fill: White, Stroke: Accent, Width: 0.3}
}

// last labels the newest value at the line's end.
func (p *plotArea) last() []Item {
	numbers := p.numbers()
	for i := len(p.Periods) - 1; i >= 0 && p.LastLabel != ""; i-- {
		if !p.has(numbers, i) {
			continue
		}
		at := p.at(i, numbers[i])
		after := Point{at.X + inset + 0.6, at.Y + middle(lastSize)}
		l := Label{At: after, Text: p.LastLabel, Size: lastSize, Bold: true, Color: Accent}
		if i == len(p.Periods)-1 {
			l.At.X = p.right + 0.8
			return []Item{l}
		}
		if x, w := p.measure.span(l); x+w > p.width {
			l.At.X = p.width - w
		}
		return p.measure.backed(l, p.width)
	}
	return nil
}

// targetPlaces is how many places along the target's line its label may take.
const targetPlaces = 9

// targetLabel stands above or below the target's line, at the first place from the left where the fewest readings are
// near.
func (p *plotArea) targetLabel() []Item {
	if p.TargetLabel == "" {
		return nil
	}
	steps := p.step(p.Target, Muted, nil)
	if len(steps) == 0 {
		return nil
	}
	line := steps[len(steps)-1].(Line).Points
	_, width := p.measure.span(Label{Text: p.TargetLabel, Size: tickSize})
	first, room := line[0].X, math.Max(0, line[len(line)-1].X-line[0].X-width)
	best, least := Label{}, -1
	for x := range targetPlaces {
		x := first + room*float64(x)/(targetPlaces-1)
		for _, y := range []float64{-0.8, 0.8 + tickSize*mmPerPoint*capHeight} {
			l := Label{At: Point{x, height(line, x+width/2) + y}, Text: p.TargetLabel, Size: tickSize, Color: Muted}
			if n := p.overlaps(l); least < 0 || n < least {
				best, least = l, n
			}
		}
	}
	return p.measure.backed(best, p.width)
}

// height is where a line drawn in steps stands at x.
func height(line []Point, x float64) float64 {
	y := line[0].Y
	for _, p := range line {
		if p.X <= x {
			y = p.Y
		}
	}
	return y
}

// overlaps counts what lies under a label: readings and the way between neighbours, in quarters, and many when it
// leaves the plot.
func (p *plotArea) overlaps(l Label) int {
	x, w := p.measure.span(l)
	top := l.At.Y - l.Size*mmPerPoint
	count := 0
	if top < p.top-headroom || l.At.Y > p.bottom {
		count = 100
	}
	under := func(p Point) bool { return p.X > x-1 && p.X < x+w+1 && p.Y > top-0.8 && p.Y < l.At.Y+0.8 }
	for _, series := range [][]float64{p.numbers(), p.Peers, p.Limit} {
		for i := range p.Periods {
			if !p.has(series, i) {
				continue
			}
			at := p.at(i, series[i])
			from := at
			if p.has(series, i-1) {
				from = p.at(i-1, series[i-1])
			}
			for part := 1.0; part <= 4; part++ {
				if under(Point{from.X + (at.X-from.X)*part/4, from.Y + (at.Y-from.Y)*part/4}) {
					count++
				}
			}
		}
	}
	return count
}

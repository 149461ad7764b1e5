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
func (p *plotArea) line(series []float64, look Line, anew func(int) bool) []Item {
	if anew == nil {
		anew = func(int) bool { return false }
	}
	var marks []Item
	for _, run := range p.runs(series, anew) {
		if len(run) == 1 {
			marks = append(marks, Disc{At: run[0], R: min(0.4, p.inset), Fill: look.Color})
			continue
		}
		look.Points = run
		marks = append(marks, look)
	}
	return marks
}

// step draws a line that holds through each period and jumps between two.
func (p *plotArea) step(series []float64, look Line) []Item {
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
			look.Points = points
			marks = append(marks, look)
		}
	}
	return marks
}

// edge is where a period begins (side -1) or ends (side 1), within the plot.
func (p *plotArea) edge(period int, side float64) float64 {
	return max(p.left, min(p.right, p.x(period)+side*p.pitch()/2))
}

// values draws the series itself, each reading with its marker, and the worst unit beside it.
func (p *plotArea) values() []Item {
	numbers := p.numbers()
	marks := p.gaps(numbers)
	for _, run := range p.runs(numbers, func(i int) bool { return p.Values[i].Break }) {
		if len(run) > 1 {
			line := sample("line-accent")
			line.Points = run
			marks = append(marks, line)
		}
	}
	marks = append(marks, p.worst()...)
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

// longestGap is how many quarters without a reading a line is drawn across: as long as a last reading speaks of now.
const longestGap = 4

// gaps are lines, thin and grey, between readings with quarters between them. None crosses a change of method.
func (p *plotArea) gaps(numbers []float64) []Item {
	var marks []Item
	before := -1
	for i := range p.Periods {
		if !p.has(numbers, i) {
			continue
		}
		if missing := i - before - 1; before >= 0 && missing > 0 && missing <= longestGap && !p.Values[i].Break {
			line := sample("line-gap")
			line.Points = []Point{p.at(before, numbers[before]), p.at(i, numbers[i])}
			marks = append(marks, line)
		}
		before = i
	}
	return marks
}

// worstR is the radius of the worst unit's mark.
const worstR = 0.95

// worst draws the least favourable units, hollow; one that is the value itself has no mark of its own.
func (p *plotArea) worst() []Item {
	var marks []Item
	for i := range min(len(p.Worst), len(p.Periods)) {
		if p.showsWorst(i) {
			w := p.Worst[i]
			marks = append(marks, symbol(w.mark(), p.at(i, w.Value), worstR)...)
		}
	}
	return marks
}

// showsWorst reports whether the worst unit of a period is another value than its level.
func (t Trend) showsWorst(i int) bool {
	w := t.Worst[i].Value
	return present(w) && i < len(t.Values) && present(t.Values[i].Value) &&
		math.Abs(w-t.Values[i].Value) > 1e-9*math.Abs(w)
}

// mark is the name of a worst unit's mark.
func (w WorstPoint) mark() string {
	if w.Beyond {
		return "worst-beyond"
	}
	return "worst-within"
}

// downwards is the hollow marker of a reading below detection.
func downwards(at Point, r float64) Item {
	points := []Point{{at.X - r, at.Y - r*0.7}, {at.X + r, at.Y - r*0.7}, {at.X, at.Y + r}}
	return Area{Points: points, Fill: White, Stroke: Accent, Width: 0.3}
}

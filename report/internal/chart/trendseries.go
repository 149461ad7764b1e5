package chart

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

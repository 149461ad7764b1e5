package chart

import "math"

// bars draws the bars, the line they stand on, and their values.
func (p *barPlot) bars() []Item {
	labels := p.labels()
	var marks []Item
	for _, l := range labels {
		marks = append(marks, p.measure.backed(l, p.width)[0])
	}
	for _, b := range p.pieces {
		marks = append(marks, p.Series[b.series].fill(p.rectangle(b))...)
	}
	zero, from, to := p.v.at(0), p.start, p.start+p.slot*float64(len(p.Categories))
	base := Line{Points: []Point{{from, zero}, {to, zero}}, Color: Muted, Width: 0.25}
	if p.Horizontal {
		base.Points = []Point{{zero, from}, {zero, to}}
	}
	marks = append(marks, base)
	for _, l := range labels {
		marks = append(marks, l)
	}
	if p.Stacked {
		marks = append(marks, p.parts()...)
	}
	return marks
}

func (p *barPlot) labels() []Label {
	if p.size == 0 {
		return nil
	}
	var labels []Label
	for _, v := range p.values(p.size) {
		labels = append(labels, p.label(v))
	}
	return labels
}

// endValue is what is printed at the end of a bar.
type endValue struct {
	piece
	text string
	size float64
	bold bool
}

// values are what stands at the ends of bars: each one's own or, at a stack's
// two ends, the sums.
func (p *barPlot) values(size float64) []endValue {
	pieces := p.pieces
	if p.Stacked {
		pieces = stackEnds(pieces)
	}
	var out []endValue
	for _, b := range pieces {
		out = append(out, endValue{b, digits(b.to, p.Format), size, p.Stacked && len(p.Series) > 1})
	}
	return out
}

// stackEnds are the outermost pieces of each stack above and below zero, or one
// where all are zero.
func stackEnds(pieces []piece) []piece {
	var out []piece
	for i := 0; i < len(pieces); {
		var up, down []piece
		zero, category := pieces[i], pieces[i].category
		for ; i < len(pieces) && pieces[i].category == category; i++ {
			switch b := pieces[i]; {
			case b.to > b.from:
				up = []piece{b}
			case b.to < b.from:
				down = []piece{b}
			}
		}
		if len(up)+len(down) == 0 {
			up = []piece{zero}
		}
		out = append(append(out, up...), down...)
	}
	return out
}

// label stands beyond the end of its bar.
func (p *barPlot) label(v endValue) Label {
	from, to := p.across(v.piece)
	mid, end := (from+to)/2, p.v.at(v.to)
	l := Label{Text: v.text, Size: v.size, Bold: v.bold, Color: Ink}
	switch {
	case p.Horizontal && v.to < 0:
		l.At, l.Anchor = Point{end - valueGap, mid + middle(v.size)}, End
	case p.Horizontal:
		l.At = Point{end + valueGap, mid + middle(v.size)}
	case v.to < 0:
		l.At, l.Anchor = Point{mid, end + valueGap + 2*middle(v.size)}, Middle
	default:
		l.At, l.Anchor = Point{mid, end - valueGap}, Middle
	}
	return p.measure.inside(l, 0, p.width)
}

// parts prints the values of a stack's pieces inside them, where they fit.
func (p *barPlot) parts() []Item {
	if len(p.Series) < 2 {
		return nil
	}
	var marks []Item
	for _, b := range p.pieces {
		r, series := p.rectangle(b), p.Series[b.series]
		at := Point{(r.x0 + r.x1) / 2, (r.y0+r.y1)/2 + middle(slimLabel)}
		l := Label{At: at, Text: digits(b.to-b.from, p.Format), Size: slimLabel, Color: White, Anchor: Middle}
		if p.measure(l.Text, l.Size, false)+1.6 > r.x1-r.x0 || slimLabel*mmPerPoint+0.4 > r.y1-r.y0 {
			continue
		}
		switch {
		case series.Hatch:
			l.Color = Ink
			marks = append(marks, p.measure.backed(l, p.width)...)
			continue
		case series.role() == Grey || series.role() == Tint:
			l.Color = Ink
		}
		marks = append(marks, l)
	}
	return marks
}

// rectangle is a place from its upper left to its lower right.
type rectangle struct{ x0, y0, x1, y1 float64 }

func (r rectangle) area(fill, stroke Color, width float64) Area {
	return Area{Points: []Point{{r.x0, r.y0}, {r.x1, r.y0}, {r.x1, r.y1}, {r.x0, r.y1}}, Fill: fill, Stroke: stroke, Width: width}
}

func (r rectangle) inset(by float64) rectangle {
	return rectangle{r.x0 + by, r.y0 + by, r.x1 - by, r.y1 - by}
}

func (r rectangle) least() float64 { return math.Min(r.x1-r.x0, r.y1-r.y0) }

// fill draws a bar so that it differs from the others without its colour: Warm
// is as dark as Accent and has a white line within.
func (s BarSeries) fill(r rectangle) []Item {
	if r.least() <= 0 {
		return nil
	}
	role := s.role()
	switch {
	case s.Hatch:
		if role == Tint {
			role = Muted
		}
		edge := math.Min(0.3, r.least()/2)
		inner := r.inset(edge / 2)
		return append(append([]Item{inner.area(White, None, 0)}, inner.hatch(role)...), inner.area(None, role, edge))
	case role == Tint:
		edge := math.Min(0.2, r.least()/2)
		return []Item{r.inset(edge/2).area(Tint, Muted, edge)}
	case role == Warm && r.least() > 2.4:
		return []Item{r.area(Warm, None, 0), r.inset(0.45).area(None, White, 0.22)}
	}
	return []Item{r.area(role, None, 0)}
}

// hatch draws slanted lines, on one grid in all of the drawing.
func (r rectangle) hatch(color Color) []Item {
	const pitch = 1.1
	var marks []Item
	for sum := math.Ceil((r.x0+r.y0)/pitch) * pitch; sum < r.x1+r.y1; sum += pitch {
		from := math.Max(r.x0, sum-r.y1)
		to := math.Min(r.x1, sum-r.y0)
		if to-from > 0.05 {
			marks = append(marks, Line{Points: []Point{{from, sum - from}, {to, sum - to}}, Color: color, Width: 0.25})
		}
	}
	return marks
}

// legend names the series in as many lines as it needs; used is its height.
func (b Bars) legend(width, height float64, measure Measure) (marks []Item, used float64) {
	swatch := math.Min(3, width*0.1)
	var lines [][]BarSeries
	free := -1.0
	for _, s := range b.Series {
		if s.Name == "" {
			continue
		}
		w := swatch + 1.2 + measure(s.Name, tickSize, false)
		if free < w {
			lines, free = append(lines, nil), width
		}
		last := len(lines) - 1
		lines[last], free = append(lines[last], s), free-w-4
	}
	pitch := math.Min(legendRoom, height*0.3/math.Max(1, float64(len(lines))))
	for i, line := range lines {
		x, y := 0.0, (float64(i)+0.4)*pitch
		for _, s := range line {
			half := math.Min(1.25, pitch*0.3)
			marks = append(marks, s.fill(rectangle{x, y - half, x + swatch, y + half})...)
			size := low(tickSize, pitch)
			l := Label{At: Point{x + swatch + 1.2, y + middle(size)}, Text: s.Name, Size: size, Color: Ink}
			if l = measure.fit(l, width-l.At.X); l.Text != "" {
				marks = append(marks, l)
			}
			_, w := measure.span(l)
			x = l.At.X + w + 4
		}
	}
	return marks, pitch * float64(len(lines))
}

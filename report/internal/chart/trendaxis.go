package chart

import "math"

// grid draws hairlines with their values, and the axis darker.
func (f *frame) grid() []Item {
	var marks []Item
	for tick := f.y.First; tick <= f.y.Last; tick++ {
		y := f.at(0, f.y.value(tick)).Y
		color := Hairline
		if tick == f.y.First {
			color = Grey
		}
		marks = append(marks, Line{Points: []Point{{f.left, y}, {f.right, y}}, Color: color, Width: 0.15})
		if label := f.tick(tick); label != "" {
			at := Point{f.left - 1.2, y + middle(tickSize)}
			marks = append(marks, Label{At: at, Text: label, Size: tickSize, Color: Muted, Anchor: End})
		}
	}
	if _, _, ok := extent(f.numbers()); !ok && f.NoData != "" {
		at := Point{(f.left + f.right) / 2, (f.top+f.bottom)/2 + middle(lastSize)}
		marks = append(marks, f.measure.backed(Label{At: at, Text: f.NoData, Size: lastSize, Color: Muted, Anchor: Middle}, f.width)...)
	}
	return marks
}

// within moves a centred label into the drawing.
func (f *frame) within(l Label) Label {
	half := f.measure(l.Text, l.Size, l.Bold) / 2
	l.At.X = math.Max(half, math.Min(f.width-half, l.At.X))
	return l
}

// periods labels the newest period and as many before it as have room.
func (f *frame) periods() []Item {
	var labels []Label
	for i, text := range f.Periods {
		at := Point{f.x(i), f.bottom + footroom - 0.8}
		labels = append(labels, f.within(Label{At: at, Text: text, Size: tickSize, Color: Muted, Anchor: Middle}))
	}
	return f.measure.regular(labels)
}

// breaks draws a dotted mark where the method changed. A label that would stand
// on the one before is left out; the mark is not.
func (f *frame) breaks() []Item {
	var marks []Item
	free := math.Inf(-1)
	for i, r := range f.Values {
		if !r.Break || i == 0 || i >= len(f.Periods) {
			continue
		}
		x := f.x(i) - f.pitch()/2
		marks = append(marks, Line{Points: []Point{{x, f.top - 0.6}, {x, f.bottom}}, Color: Muted, Width: 0.25, Dash: []float64{0.25, 0.75}})
		l := f.within(Label{At: Point{x, f.top - 1.3}, Text: f.BreakLabel, Size: tickSize, Color: Muted, Anchor: Middle})
		if left, w := f.measure.span(l); f.BreakLabel != "" && left > free+1 {
			marks = append(marks, l)
			free = left + w
		}
	}
	return marks
}

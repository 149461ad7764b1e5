package chart

import "math"

// grid draws hairlines with their values, and the axis darker.
func (p *plotArea) grid() []Item {
	var marks []Item
	for tick := p.y.First; tick <= p.y.Last; tick++ {
		y := p.at(0, p.y.value(tick)).Y
		color := Hairline
		if tick == p.y.First {
			color = Grey
		}
		marks = append(marks, Line{Points: []Point{{p.left, y}, {p.right, y}}, Color: color, Width: 0.15})
		if label := p.tick(tick); label != "" {
			at := Point{p.left - 1.2, y + middle(tickSize)}
			marks = append(marks, Label{At: at, Text: label, Size: tickSize, Color: Muted, Anchor: End})
		}
	}
	if _, _, ok := extent(p.numbers()); !ok && p.NoData != "" {
		at := Point{(p.left + p.right) / 2, (p.top+p.bottom)/2 + middle(lastSize)}
		l := Label{At: at, Text: p.NoData, Size: lastSize, Color: Muted, Anchor: Middle}
		marks = append(marks, p.measure.backed(l, p.width)...)
	}
	return marks
}

// inDrawing moves a centred label into the drawing.
func (p *plotArea) inDrawing(l Label) Label {
	half := p.measure(l.Text, l.Size, l.Bold) / 2
	l.At.X = math.Max(half, math.Min(p.width-half, l.At.X))
	return l
}

// periods labels the newest period and as many before it as have room.
func (p *plotArea) periods() []Item {
	var labels []Label
	for i, text := range p.Periods {
		at := Point{p.x(i), p.bottom + footroom - 0.8}
		labels = append(labels, p.inDrawing(Label{At: at, Text: text, Size: tickSize, Color: Muted, Anchor: Middle}))
	}
	return p.measure.newestFirst(labels)
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
		line, _ := lineSample("line-break")
		line.Points = []Point{{x, p.top - 0.6}, {x, p.bottom}}
		marks = append(marks, line)
		l := p.inDrawing(Label{At: Point{x, p.top - 1.3}, Text: p.BreakLabel, Size: tickSize, Color: Muted, Anchor: Middle})
		if left, w := p.measure.span(l); p.BreakLabel != "" && left > free+1 {
			marks = append(marks, l)
			free = left + w
		}
	}
	return marks
}

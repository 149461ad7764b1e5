package chart

import "math"

// barPlot is where the bars of a figure lie.
type barPlot struct {
	Bars
	pieces        []piece
	measure       Measure
	width, height float64
	top           float64 // beneath the legend
	v             axis    // along the bars
	start, slot   float64 // across them: the first category's edge and the width of each
	size          float64 // of the values' labels, 0 where they have no room
}

// upright lays vertical bars out and draws their ground.
func (p *barPlot) upright() []Item {
	foot, room := math.Min(footroom, p.height*0.2), math.Min(headroom, p.height*0.12)
	values, whole := ends(p.pieces)
	lo, hi, _ := extent(values)
	top, bottom := p.top+room, p.height-foot
	p.v = linear(lo, hi, max(2, min(5, int((bottom-top)/5))))
	if whole {
		p.v = p.v.whole()
	}
	p.v.from, p.v.to = bottom, top
	if lo < 0 {
		p.v.from -= room
	}
	size := low(tickSize, foot*0.8)
	gutter := math.Min(minGutter, p.width*0.3)
	for _, v := range p.v.ticks {
		gutter = math.Min(math.Max(gutter, p.measure(digits(v, p.Format), size, false)+1.5), p.width*0.3)
	}
	p.start = gutter
	p.slot = (p.width - gutter) / float64(len(p.Categories))
	p.size = p.labelSize(p.room(), room)
	return append(p.grid(gutter, size), p.names(bottom+foot-math.Min(0.8, foot*0.2), size)...)
}

func (p *barPlot) grid(gutter, size float64) []Item {
	var marks []Item
	for _, v := range p.v.lines {
		y := p.v.at(v)
		marks = append(marks, Line{Points: []Point{{gutter, y}, {p.width, y}}, Color: Hairline, Width: 0.15})
		l := Label{At: Point{gutter - gutter*0.17, y + middle(size)}, Text: digits(v, p.Format), Size: size, Color: Muted, Anchor: End}
		if l = p.measure.fit(l, l.At.X); l.Text != "" {
			marks = append(marks, l)
		}
	}
	return marks
}

// names labels the categories: shortened where they are wide, and only some of
// them where they are many.
func (p *barPlot) names(y, size float64) []Item {
	var labels []Label
	for i, text := range p.Categories {
		l := Label{At: Point{p.start + (float64(i)+0.5)*p.slot, y}, Text: text, Size: size, Color: Ink, Anchor: Middle}
		if p.slot >= 9 {
			l = p.measure.fit(l, p.slot-2)
		}
		labels = append(labels, p.measure.inside(l, 0, p.width))
	}
	return p.measure.regular(labels)
}

// horizontal lays horizontal bars out on lanes and draws these.
func (p *barPlot) horizontal() []Item {
	g := &lanes{unit: p.Unit, noData: p.NoData, format: p.Format, natural: p.pitch(), head: lip}
	for _, name := range p.Categories {
		g.rows = append(g.rows, lane{name: name})
	}
	values, whole := ends(p.pieces)
	g.whole = whole
	lo, hi, _ := extent(values)
	widest := 0.0
	for _, l := range p.values(tickSize) {
		widest = math.Max(widest, p.measure(l.text, l.size, l.bold)+1.2)
	}
	if hi > 0 {
		g.after = widest
	}
	if lo < 0 {
		g.before = widest
	}
	g.place(p.width, p.height-p.top, p.measure, false, values)
	marks := lower(g.ground(), p.top)
	p.v, p.start, p.slot = g.x, p.top+g.top, g.pitch
	if thick := p.thick(); thick >= slimLabel*mmPerPoint*capHeight && widest <= (g.right-g.left)*0.3 {
		p.size = math.Min(tickSize, thick/(mmPerPoint*capHeight))
	}
	return marks
}

// lower moves marks down.
func lower(marks []Item, by float64) []Item {
	for i, m := range marks {
		switch m := m.(type) {
		case Label:
			m.At.Y += by
			marks[i] = m
		case Line:
			for j := range m.Points {
				m.Points[j].Y += by
			}
		}
	}
	return marks
}

// thick is the distance of two bars in a category.
func (p *barPlot) thick() float64 {
	thick := p.slot * 0.74 / float64(p.abreast())
	if !p.Horizontal {
		return math.Min(thick, widestBar)
	}
	return thick
}

// room is how wide a value's label may be above a vertical bar.
func (p *barPlot) room() float64 {
	if p.abreast() == 1 {
		return p.slot - 1
	}
	return p.thick() - 0.1
}

// labelSize is the size in which all values fit beyond their bars, or 0.
func (p *barPlot) labelSize(width, height float64) float64 {
	for _, size := range []float64{tickSize, slimLabel} {
		fits := valueGap+size*mmPerPoint < height
		for _, l := range p.values(size) {
			fits = fits && p.measure(l.text, l.size, l.bold) <= width
		}
		if fits {
			return size
		}
	}
	return 0
}

// across is where a bar begins and ends across its length.
func (p *barPlot) across(b piece) (from, to float64) {
	thick, n := p.thick(), float64(p.abreast())
	from = p.start + (float64(b.category)+0.5)*p.slot - n*thick/2
	if !p.Stacked {
		from += float64(b.series) * thick
	}
	gap := math.Min(0.15, thick*0.05)
	return from + gap, from + thick - gap
}

// rectangle is a bar's place.
func (p *barPlot) rectangle(b piece) rectangle {
	a0, a1 := p.v.at(b.from), p.v.at(b.to)
	c0, c1 := p.across(b)
	if p.Horizontal {
		return rectangle{math.Min(a0, a1), c0, math.Max(a0, a1), c1}
	}
	return rectangle{c0, math.Min(a0, a1), c1, math.Max(a0, a1)}
}

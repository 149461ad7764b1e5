package chart

// last labels the newest value at the line's end: right of the plot or, where it is older, at the first place around it
// that is free.
func (p *plotArea) last(drawn []Item) []Item {
	numbers := p.numbers()
	for i := len(p.Periods) - 1; i >= 0 && p.LastLabel != ""; i-- {
		if !p.has(numbers, i) {
			continue
		}
		at, l := p.at(i, numbers[i]), Label{Text: p.LastLabel, Size: lastSize, Bold: true, Color: Accent}
		if i == len(p.Periods)-1 {
			l.At = Point{p.right + 0.8, at.Y + middle(lastSize)}
			return []Item{l}
		}
		_, w := p.measure.span(l)
		around := []Point{{at.X + inset + 0.6, at.Y + middle(lastSize)}, {at.X - inset - 0.6 - w, at.Y + middle(lastSize)}}
		for _, dx := range []float64{0, -w / 2, -w} {
			below := at.Y + 1.6 + lastSize*mmPerPoint*capHeight
			around = append(around, Point{at.X + dx, at.Y - 1.6}, Point{at.X + dx, below})
		}
		around = append(around, Point{p.right + 0.8, at.Y + middle(lastSize)})
		l, _ = p.clearest(l, around, drawn)
		return p.measure.backed(l, p.width)
	}
	return nil
}

// targetPlaces is how many places along the target's line its label may take.
const targetPlaces = 25

// targetLabel stands above or below the target's line, at the first place from the left that is free. Without one it is
// left out: the key names the line.
func (p *plotArea) targetLabel(drawn []Item) []Item {
	steps := p.step(p.Target, Muted, nil)
	if p.TargetLabel == "" || len(steps) == 0 {
		return nil
	}
	line := steps[len(steps)-1].(Line).Points
	l := Label{Text: p.TargetLabel, Size: tickSize, Color: Muted}
	_, width := p.measure.span(l)
	first, room := line[0].X, max(0, line[len(line)-1].X-line[0].X-width)
	var along []Point
	for place := range targetPlaces {
		x := first + room*float64(place)/(targetPlaces-1)
		y := height(line, x+width/2)
		along = append(along, Point{x, y - 0.8}, Point{x, y + 0.8 + tickSize*mmPerPoint*capHeight})
	}
	l, over := p.clearest(l, along, drawn)
	if over > 0 {
		return nil
	}
	return p.measure.backed(l, p.width)
}

// clearest puts a label at the first of some places where it stands on the least.
func (p *plotArea) clearest(l Label, places []Point, drawn []Item) (best Label, least int) {
	least = -1
	for _, at := range places {
		l.At = at
		if n := p.overlaps(l, drawn); least < 0 || n < least {
			best, least = l, n
		}
	}
	return best, least
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

// overlaps counts what a label would stand on: parts of lines, values and other labels, and many where it leaves the
// plot.
func (p *plotArea) overlaps(l Label, drawn []Item) int {
	x, w := p.measure.span(l)
	left, right, top, bottom := p.measure.around(l)
	count := 0
	if x < p.left || x+w > p.width || top < p.top-headroom || l.At.Y > p.bottom {
		count = 100
	}
	for _, m := range drawn {
		switch m := m.(type) {
		case Line:
			count += crossings(m.Points, left, right, top, bottom)
		case Area:
			count += crossings(m.Points, left, right, top, bottom)
		case Disc:
			count += crossings([]Point{{m.At.X - m.R, m.At.Y}, {m.At.X + m.R, m.At.Y}}, left, right, top, bottom)
		case Label:
			x, w := p.measure.span(m)
			high := m.At.Y - m.Size*mmPerPoint*capHeight
			count += crossings([]Point{{x, m.At.Y}, {x + w, m.At.Y}, {x, high}, {x + w, high}}, left, right, top, bottom)
		}
	}
	return count
}

// crossings counts the points of a line, taken closely, that lie in a box.
func crossings(points []Point, left, right, top, bottom float64) int {
	count := 0
	for i, to := range points {
		from := points[max(i-1, 0)]
		const parts = 64
		for part := 1.0; part <= parts; part++ {
			x, y := from.X+(to.X-from.X)*part/parts, from.Y+(to.Y-from.Y)*part/parts
			if x > left && x < right && y > top && y < bottom {
				count++
			}
		}
	}
	return count
}

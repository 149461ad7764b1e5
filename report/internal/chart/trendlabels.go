package chart

import (
	"cmp"
	"slices"
)

// labelled adds to the data what is written at it: the last value or that there is none, the limit's, and the names of
// target and peers.
func (p *plotArea) labelled(data []Item) []Item {
	ends := p.ends()
	if inner, ok := p.beside(data); ok {
		data = append(data, p.measure.backed(inner, p.width)...)
		ends = slices.DeleteFunc(ends, func(l Label) bool { return l.Bold })
	}
	for _, l := range stacked(ends, p.bottom+middle(tickSize)) {
		data = append(data, l)
	}
	data = append(data, p.nothing(data)...)
	data = append(data, p.along(p.Target, p.TargetLabel, data)...)
	return append(data, p.along(p.Peers, p.PeersLabel, data)...)
}

// nothing says in the middle of a plot without values that there are none, or as near to it as is free.
func (p *plotArea) nothing(drawn []Item) []Item {
	if p.last(p.numbers()) >= 0 || p.NoData == "" {
		return nil
	}
	l := Label{Text: p.NoData, Size: lastSize, Color: Muted, Anchor: Middle}
	var places []Point
	for step := range 20 {
		away := float64((step+1)/2) * (p.bottom - p.top) / 20 * float64(1-2*(step%2))
		places = append(places, Point{(p.left + p.right) / 2, (p.top+p.bottom)/2 + away + middle(lastSize)})
	}
	l, ok := p.free(l, places, drawn)
	if !ok {
		return nil
	}
	return p.measure.backed(l, p.width)
}

// ends are the labels right of the plot, at the height of what they name.
func (p *plotArea) ends() []Label {
	var labels []Label
	numbers := p.numbers()
	if i := p.last(numbers); i >= 0 && p.LastLabel != "" {
		l := Label{Text: p.LastLabel, Size: lastSize, Bold: true, Color: Accent}
		labels = append(labels, p.end(l, numbers[i]))
	}
	if i := p.last(p.Limit); i >= 0 && p.LimitLabel != "" {
		labels = append(labels, p.end(Label{Text: p.LimitLabel, Size: tickSize, Color: Warm}, p.Limit[i]))
	}
	if i := p.last(p.Target); i >= 0 && p.TargetValue != "" {
		labels = append(labels, p.end(Label{Text: p.TargetValue, Size: tickSize, Color: Muted}, p.Target[i]))
	}
	return labels
}

func (p *plotArea) end(l Label, v float64) Label {
	l.At = Point{p.right + endGap - 0.2, p.y(v) + middle(l.Size)}
	return l
}

// stacked moves labels that stand one over the other apart, none lower than a place.
func stacked(labels []Label, lowest float64) []Label {
	slices.SortStableFunc(labels, func(a, b Label) int { return cmp.Compare(a.At.Y, b.At.Y) })
	const line = lastSize * mmPerPoint
	for i := range labels {
		labels[i].At.Y = max(labels[i].At.Y, lastSize*mmPerPoint*capHeight)
		if i > 0 {
			labels[i].At.Y = max(labels[i].At.Y, labels[i-1].At.Y+line)
		}
	}
	for i := len(labels) - 1; i >= 0; i-- {
		labels[i].At.Y = min(labels[i].At.Y, lowest)
		lowest = labels[i].At.Y - line
	}
	return labels
}

// beside labels a last value that is older than the axis beside its mark, at the first place around it that is free.
func (p *plotArea) beside(drawn []Item) (Label, bool) {
	numbers := p.numbers()
	i := p.last(numbers)
	if i < 0 || i == len(p.Periods)-1 || p.LastLabel == "" {
		return Label{}, false
	}
	at, l := p.at(i, numbers[i]), Label{Text: p.LastLabel, Size: lastSize, Bold: true, Color: Accent}
	_, w := p.measure.span(l)
	around := []Point{{at.X + inset + 0.6, at.Y + middle(lastSize)}, {at.X - inset - 0.6 - w, at.Y + middle(lastSize)}}
	for _, dx := range []float64{0, -w / 2, -w} {
		below := at.Y + 1.6 + lastSize*mmPerPoint*capHeight
		around = append(around, Point{at.X + dx, at.Y - 1.6}, Point{at.X + dx, below})
	}
	return p.free(l, around, drawn)
}

// alongPlaces is how many places along a line its label may take.
const alongPlaces = 25

// along names a line above or below it, at the first place from the left that is free. Without one the name is left
// out: the key has it.
func (p *plotArea) along(series []float64, name string, drawn []Item) []Item {
	steps := p.step(series, Line{})
	if name == "" || len(steps) == 0 {
		return nil
	}
	line := steps[len(steps)-1].(Line).Points
	l := Label{Text: name, Size: tickSize, Color: Muted}
	_, width := p.measure.span(l)
	first, room := line[0].X, max(0, line[len(line)-1].X-line[0].X-width)
	var places []Point
	for place := range alongPlaces {
		x := first + room*float64(place)/(alongPlaces-1)
		y := height(line, x+width/2)
		places = append(places, Point{x, y - 0.8}, Point{x, y + 0.8 + tickSize*mmPerPoint*capHeight})
	}
	l, ok := p.free(l, places, drawn)
	if !ok {
		return nil
	}
	return p.measure.backed(l, p.width)
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

// free puts a label at the first of some places that is in the plot and stands on nothing.
func (p *plotArea) free(l Label, places []Point, drawn []Item) (Label, bool) {
	for _, at := range places {
		l.At = at
		left, right, top, bottom := p.measure.around(l)
		if left < p.left || right > p.right || top < p.top-0.8 || bottom > p.bottom {
			continue
		}
		b := box{left, top, right, bottom}
		if !slices.ContainsFunc(drawn, func(m Item) bool { return b.meets(m, p.measure) }) {
			return l, true
		}
	}
	return Label{}, false
}

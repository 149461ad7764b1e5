package chart

import (
	"math"
	"sort"
	"strings"
)

// leastSize is that of the smallest type in a figure, in points.
const leastSize = 7.0

// span is a label's left edge and width.
func (m Measure) span(l Label) (x, w float64) {
	w = m(l.Text, l.Size, l.Bold)
	switch l.Anchor {
	case Middle:
		return l.At.X - w/2, w
	case End:
		return l.At.X - w, w
	}
	return l.At.X, w
}

// middle is how far below a line's middle the baseline of its label lies.
func middle(size float64) float64 { return size * mmPerPoint * capHeight / 2 }

// around is the box of a label with a little room.
func (m Measure) around(l Label) (left, right, top, bottom float64) {
	x, w := m.span(l)
	return x - 0.6, x + w + 0.6, l.At.Y - l.Size*mmPerPoint*0.85, l.At.Y + l.Size*mmPerPoint*0.25
}

// backed puts white behind a label that stands on lines, in a drawing this wide.
func (m Measure) backed(l Label, width float64) []Item {
	left, right, top, bottom := m.around(l)
	left, right = max(0, left), min(width, right)
	back := Area{Points: []Point{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, Fill: White, Stroke: None}
	return []Item{back, l}
}

// shortened shortens a label that is wider than its room, to … or, where even that
// has none, to nothing.
func (m Measure) shortened(l Label, room float64) Label {
	const hair = 1e-6 // mm: a room that was added up from the label's own width is one it fits in
	if m(l.Text, l.Size, l.Bold) <= room+hair {
		return l
	}
	runes := []rune(l.Text)
	cut := func(n int) string { return strings.TrimRight(string(runes[:n]), " ·,-") + "…" }
	n := sort.Search(len(runes), func(n int) bool { return m(cut(n), l.Size, l.Bold) > room })
	l.Text = ""
	if n > 0 {
		l.Text = cut(n - 1)
	}
	return l
}

// within shortens labels to their room; those that have none are left out.
func (m Measure) within(room float64, labels ...Label) []Item {
	var out []Item
	for _, l := range labels {
		if l = m.shortened(l, room); l.Text != "" {
			out = append(out, l)
		}
	}
	return out
}

// inside moves a label to between two places; one that is wider is shortened.
func (m Measure) inside(l Label, from, to float64) Label {
	l = m.shortened(l, max(0, to-from))
	x, w := m.span(l)
	l.At.X += max(0, from-x) - max(0, x+w-to)
	return l
}

// apart reports whether labels in a row have a gap between any two neighbours.
func (m Measure) apart(labels []Label, gap float64) bool {
	free := math.Inf(-1)
	for _, l := range labels {
		x, w := m.span(l)
		if x < free+gap {
			return false
		}
		free = x + w
	}
	return true
}

// touch reports whether two labels in a row have no such gap between them.
func (m Measure) touch(a, b Label, gap float64) bool {
	ax, aw := m.span(a)
	bx, bw := m.span(b)
	return ax < bx+bw+gap && bx < ax+aw+gap
}

// thinned leaves out labels in a row that would touch the one before.
func (m Measure) thinned(labels []Label, gap float64) []Label {
	var out []Label
	for _, l := range labels {
		if l.Text != "" && m.apart(append(out[:len(out):len(out)], l), gap) {
			out = append(out, l)
		}
	}
	return out
}

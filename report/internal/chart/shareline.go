package chart

import "math"

// ShareLine shows the shares of many on one axis from 0 to 100 %, as a row of small multiples: a tick for each, a
// hollow triangle at the lowest with its name, a dotted ring for one that is out of date; where those measured twice
// were (ring) and are, with a line between; and where everybody is (disc).
type ShareLine struct {
	Now         float64 // of everybody, 0 to 1; NaN for none
	Then, Twice float64 // of those measured twice: at the baseline and now; NaN for none
	Each        []float64
	OutOfDate   []float64
	Lowest      float64 // of Each; NaN where none is worth a name
	Name        string  // of the lowest, with its share
	ThenLabel   string  // above the ring
}

// Measures of the line in mm.
const (
	shareRing   = 1.05
	shareDisc   = 1.15
	shareTick   = 1.2 // half its height
	shareLabels = 7.0 // points
)

// Draw draws the axis in the middle of the box, with the labels above and below it.
func (s ShareLine) Draw(width, height float64, measure Measure) Drawing {
	y, inset := height/2, shareDisc+0.2
	x := func(share float64) float64 { return inset + math.Max(0, math.Min(1, share))*(width-2*inset) }
	d := Drawing{W: width, H: height}
	d.Marks = append(d.Marks, shareAxis(x, y, 0.9)...)
	d.Marks = append(d.Marks, s.units(x, y)...)
	d.Marks = append(d.Marks, s.sums(x, y)...)
	d.Marks = append(d.Marks, s.labels(x, y, width, measure)...)
	return d
}

// Uses are the names of the marks that the line draws, in the order in which a key explains them.
func (s ShareLine) Uses() []string {
	var names []string
	for _, mark := range []struct {
		name string
		used bool
	}{
		{"baseline", present(s.Then) && present(s.Twice)}, {"within", present(s.Now)}, {"worst-beyond", present(s.Lowest)},
		{"stale", len(s.OutOfDate) > 0},
	} {
		if mark.used {
			names = append(names, mark.name)
		}
	}
	return names
}

// units are the ticks of each, and the rings of those that are out of date.
func (s ShareLine) units(x func(float64) float64, y float64) []Item {
	var marks []Item
	for _, v := range s.Each {
		marks = append(marks, Line{Points: []Point{{x(v), y - shareTick}, {x(v), y + shareTick}}, Color: Muted, Width: 0.25})
	}
	for _, v := range s.OutOfDate {
		marks = append(marks, symbol("stale", Point{x(v), y}, shareDisc)...)
	}
	return marks
}

// sums are where those measured twice were and are, and where everybody is.
func (s ShareLine) sums(x func(float64) float64, y float64) []Item {
	var marks []Item
	if present(s.Then) && present(s.Twice) {
		marks = append(marks, Line{Points: []Point{{x(s.Then), y}, {x(s.Twice), y}}, Color: Accent, Width: 0.65},
			Disc{At: Point{x(s.Then), y}, R: shareRing, Fill: White, Stroke: Accent, Width: 0.4})
	}
	if present(s.Now) {
		marks = append(marks, Disc{At: Point{x(s.Now), y}, R: shareDisc, Fill: Accent})
	}
	if present(s.Lowest) {
		marks = append(marks, symbol("worst-beyond", Point{x(s.Lowest), y}, shareDisc)...)
	}
	return marks
}

// labels name the lowest beneath the axis and the baseline above it.
func (s ShareLine) labels(x func(float64) float64, y, width float64, measure Measure) []Item {
	above, below := y-shareTick-0.5, y+shareTick+0.5+shareLabels*mmPerPoint*capHeight
	var labels []Label
	if present(s.Then) {
		labels = append(labels, Label{At: Point{x(s.Then), above}, Text: s.ThenLabel, Color: Muted})
	}
	if present(s.Lowest) {
		labels = append(labels, Label{At: Point{x(s.Lowest), below}, Text: s.Name, Color: Warm})
	}
	var marks []Item
	for _, l := range labels {
		l.Size, l.Anchor = shareLabels, Middle
		if l = measure.inside(l, 0, width); l.Text != "" {
			marks = append(marks, l)
		}
	}
	return marks
}

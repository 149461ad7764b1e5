package chart

import "math"

// Track shows a share between 0 and 100 %: hollow where it was, filled where it
// is, on a line with a stroke at 0, 50 and 100 %.
type Track struct {
	Baseline      float64 // 0 to 1, NaN for none
	Now           float64 // 0 to 1, NaN for none
	Status        string  // a name of Mark, the symbol that stands at Now
	BaselineLabel string  // printed above the baseline's mark; "" for none
}

// Sizes of a track in mm.
const (
	trackR     = 1.45
	trackLabel = tickSize*mmPerPoint*capHeight + 0.9 // room above the marks for a label
)

// Draw draws the track over the box's whole width, in the middle of its height or
// below its label. A box too low for a label's type gets the height it needs.
func (t Track) Draw(width, height float64, measure Measure) Drawing {
	labelled := t.BaselineLabel != "" && present(t.Baseline)
	if labelled {
		height = max(height, trackLabel+2*trackR)
	}
	r := math.Min(trackR, height/2)
	y := height / 2
	if labelled {
		y = max(y, trackLabel+r)
	}
	x := func(share float64) float64 {
		return r + math.Max(0, math.Min(1, share))*(width-2*r)
	}
	marks := shareAxis(x, y, r*0.6)
	if present(t.Baseline) && present(t.Now) {
		marks = append(marks, Line{Points: []Point{{x(t.Baseline), y}, {x(t.Now), y}}, Color: Accent, Width: 0.7})
	}
	if present(t.Baseline) {
		marks = append(marks, Disc{At: Point{x(t.Baseline), y}, R: r * 0.82, Fill: White, Stroke: Muted, Width: 0.3})
	}
	if present(t.Now) {
		marks = append(marks, symbol(t.Status, Point{x(t.Now), y}, r)...)
	}
	if labelled {
		l := Label{At: Point{x(t.Baseline), y - r - 0.6}, Text: t.BaselineLabel, Size: tickSize, Color: Muted, Anchor: Middle}
		marks = append(marks, measure.inside(l, 0, width))
	}
	return Drawing{W: width, H: height, Marks: marks}
}

// shareAxis is a line from 0 to 100 % with a stroke at both ends and in the middle.
func shareAxis(x func(float64) float64, y, stroke float64) []Item {
	marks := []Item{Line{Points: []Point{{x(0), y}, {x(1), y}}, Color: Hairline, Width: 0.4}}
	for _, at := range []float64{0, 0.5, 1} {
		marks = append(marks, Line{Points: []Point{{x(at), y - stroke}, {x(at), y + stroke}}, Color: Hairline, Width: 0.3})
	}
	return marks
}

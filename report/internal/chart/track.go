package chart

import "math"

// Track shows a share between 0 and 100 %: hollow where it was, filled where it
// is.
type Track struct {
	Baseline float64 // 0 to 1, NaN for none
	Now      float64 // 0 to 1, NaN for none
	Status   string  // a name of Mark, the symbol that stands at Now
}

// Draw draws the track over the box's whole width, in the middle of its height.
func (t Track) Draw(width, height float64, _ Measure) Drawing {
	r := math.Min(1.45, height/2)
	y := height / 2
	x := func(share float64) float64 {
		return r + math.Max(0, math.Min(1, share))*(width-2*r)
	}
	marks := []Item{Line{Points: []Point{{r, y}, {width - r, y}}, Color: Hairline, Width: 0.5}}
	if present(t.Baseline) && present(t.Now) {
		marks = append(marks, Line{Points: []Point{{x(t.Baseline), y}, {x(t.Now), y}}, Color: Accent, Width: 0.7})
	}
	if present(t.Baseline) {
		marks = append(marks, Disc{At: Point{x(t.Baseline), y}, R: r * 0.82, Fill: White, Stroke: Muted, Width: 0.3})
	}
	if present(t.Now) {
		marks = append(marks, symbol(t.Status, Point{x(t.Now), y}, r)...)
	}
	return Drawing{W: width, H: height, Marks: marks}
}

package chart

import (
	"fmt"
	"math"
)

// Mark is the symbol of a status or of a direction, told apart by its shape and
// not by its colour alone.
type Mark struct{ Status string }

// NewMark is the Mark or Sample of a name: within, beyond, stale, not-measured,
// not-applicable, no-limit, not-judged, up, down, flat, below-detection, baseline,
// worst-within, worst-beyond, axis-break; line-accent, line-gap, line-grey,
// line-warm, line-target, line-break, line-limit, line-living. Samples look best
// three times as wide as high, the last three upright. A filled triangle means
// beyond and nothing else; a change has an arrow.
func NewMark(name string) (Figure, error) {
	if _, ok := lineSample(name); ok {
		return Sample{Name: name}, nil
	}
	if symbol(name, Point{1, 1}, 1) == nil {
		return nil, fmt.Errorf("unknown mark %q", name)
	}
	return Mark{Status: name}, nil
}

// Draw draws the symbol in the middle of the box.
func (m Mark) Draw(width, height float64, _ Measure) Drawing {
	r := math.Min(width, height) / 2
	return Drawing{W: width, H: height, Marks: symbol(m.Status, Point{width / 2, height / 2}, r)}
}

// symbol is nil for a name that has none.
func symbol(status string, at Point, r float64) []Item {
	thin := r * 0.2
	switch status {
	case "within":
		return []Item{Disc{At: at, R: r * 0.92, Fill: Accent}}
	case "beyond":
		return []Item{polygon(at, r, Warm, None, 0, triangle(1)...)}
	case "stale":
		return []Item{Disc{At: at, R: r * 0.8, Fill: White, Stroke: Muted, Width: thin, Dash: []float64{r * 0.28, r * 0.35}}}
	case "not-measured":
		return []Item{polygon(at, r*0.76, White, Muted, thin, square()...)}
	case "not-applicable":
		from, to := Point{at.X - r*0.76, at.Y + r*0.76}, Point{at.X + r*0.76, at.Y - r*0.76}
		slash := Line{Points: []Point{from, to}, Color: Muted, Width: thin}
		return []Item{polygon(at, r*0.76, White, Muted, thin, square()...), slash}
	case "no-limit":
		return []Item{polygon(at, r*0.88, White, Muted, thin, Point{0, -1}, Point{1, 0}, Point{0, 1}, Point{-1, 0})}
	case "not-judged":
		return []Item{Disc{At: at, R: r * 0.8, Fill: White, Stroke: Muted, Width: thin}, half(at, r*0.8)}
	case "baseline":
		return []Item{Disc{At: at, R: r * 0.75, Fill: White, Stroke: Muted, Width: thin}}
	case "worst-within":
		return []Item{Disc{At: at, R: r * 0.65, Fill: White, Stroke: Accent, Width: max(thin, 0.28)}}
	case "worst-beyond":
		return []Item{polygon(at, r*0.92, White, Warm, max(thin, 0.28), triangle(1)...)}
	case "axis-break":
		return axisBreak(at, r*0.66)
	case "below-detection":
		return []Item{downwards(at, r*0.8)}
	}
	return direction(status, at, r)
}

// direction is an arrow up or down, or a dash for no change.
func direction(name string, at Point, r float64) []Item {
	switch name {
	case "up":
		return arrow(at, r, 1)
	case "down":
		return arrow(at, r, -1)
	case "flat":
		return []Item{Line{Points: []Point{{at.X - r*0.7, at.Y}, {at.X + r*0.7, at.Y}}, Color: Ink, Width: r * 0.3}}
	}
	return nil
}

// arrow points up (1) or down (-1).
func arrow(at Point, r, way float64) []Item {
	tip, wing := at.Y-way*r*0.9, at.Y-way*r*0.15
	head := []Point{{at.X - r*0.6, wing}, {at.X, tip}, {at.X + r*0.6, wing}}
	return []Item{Line{Points: []Point{{at.X, at.Y + way*r*0.9}, {at.X, tip}}, Color: Ink, Width: r * 0.26},
		Line{Points: head, Color: Ink, Width: r * 0.26}}
}

// triangle points up (1) or down (-1).
func triangle(way float64) []Point {
	return []Point{{0, -way * 0.92}, {1, way * 0.8}, {-1, way * 0.8}}
}

func square() []Point { return []Point{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}} }

// polygon scales unit points around a place.
func polygon(at Point, r float64, fill, stroke Color, width float64, unit ...Point) Item {
	points := make([]Point, len(unit))
	for i, p := range unit {
		points[i] = Point{at.X + p.X*r, at.Y + p.Y*r}
	}
	return Area{Points: points, Fill: fill, Stroke: stroke, Width: width}
}

// half is the left half of a disc.
func half(at Point, r float64) Item {
	var points []Point
	for i := range 17 {
		sin, cos := math.Sincos(math.Pi/2 + math.Pi*float64(i)/16)
		points = append(points, Point{at.X + r*cos, at.Y - r*sin})
	}
	return Area{Points: points, Fill: Muted}
}

// Sample is a piece of line for a legend.
type Sample struct{ Name string }

// Draw draws the line over the box's width, in the middle of its height.
func (s Sample) Draw(width, height float64, _ Measure) Drawing {
	line, ok := lineSample(s.Name)
	if !ok {
		return Drawing{W: width, H: height}
	}
	y := height / 2
	line.Points = []Point{{0, y}, {width, y}}
	switch s.Name {
	case "line-break", "line-limit", "line-living":
		line.Points = []Point{{width / 2, 0}, {width / 2, height}}
	}
	return Drawing{W: width, H: height, Marks: []Item{line}}
}

// sample is the look of a line that there is.
func sample(name string) Line {
	line, _ := lineSample(name)
	return line
}

func lineSample(name string) (Line, bool) {
	switch name {
	case "line-accent":
		return Line{Color: Accent, Width: 0.55}, true
	case "line-gap":
		return Line{Color: Grey, Width: 0.22}, true
	case "line-grey":
		return Line{Color: Grey, Width: 0.5}, true
	case "line-warm":
		return Line{Color: Warm, Width: 0.3, Dash: []float64{1.3, 0.8}}, true
	case "line-target":
		return Line{Color: Muted, Width: 0.3, Dash: []float64{0.35, 0.7}}, true
	case "line-break":
		return Line{Color: Muted, Width: 0.25, Dash: []float64{0.25, 0.75}}, true
	case "line-limit":
		return Line{Color: Warm, Width: 0.4, Dash: []float64{0.8, 0.5}}, true
	case "line-living":
		return Line{Color: Warm, Width: 0.6, Dash: []float64{0.4, 0.4}}, true
	}
	return Line{}, false
}

package chart

import "math"

// box is a rectangle of a drawing.
type box struct{ left, top, right, bottom float64 }

// meets reports whether a mark reaches into the box.
func (b box) meets(m Item, measure Measure) bool {
	switch m := m.(type) {
	case Line:
		return b.crossed(m.Points)
	case Area:
		return len(m.Points) > 0 && (b.crossed(m.Points) || b.crossed([]Point{m.Points[len(m.Points)-1], m.Points[0]}))
	case Disc:
		dx, dy := m.At.X-clamp(m.At.X, b.left, b.right), m.At.Y-clamp(m.At.Y, b.top, b.bottom)
		return math.Hypot(dx, dy) < m.R
	case Label:
		x, w := measure.span(m)
		high := m.At.Y - m.Size*mmPerPoint*capHeight
		return x < b.right && x+w > b.left && high < b.bottom && m.At.Y > b.top
	}
	return false
}

func clamp(v, from, to float64) float64 { return max(from, min(to, v)) }

// crossed reports whether a polyline reaches into the box.
func (b box) crossed(points []Point) bool {
	for i := 1; i < len(points); i++ {
		if b.cut(points[i-1], points[i]) {
			return true
		}
	}
	return false
}

// cut reports whether a part of a line lies in the box (Liang and Barsky 1984): of the line from + t·(to − from), what
// each side leaves of t between 0 and 1.
func (b box) cut(from, to Point) bool {
	dx, dy, enter, leave := to.X-from.X, to.Y-from.Y, 0.0, 1.0
	for _, side := range [...]struct{ p, q float64 }{
		{-dx, from.X - b.left}, {dx, b.right - from.X}, {-dy, from.Y - b.top}, {dy, b.bottom - from.Y},
	} {
		switch t := side.q / side.p; {
		case side.p == 0 && side.q <= 0:
			return false
		case side.p < 0:
			enter = max(enter, t)
		case side.p > 0:
			leave = min(leave, t)
		}
	}
	return enter < leave
}

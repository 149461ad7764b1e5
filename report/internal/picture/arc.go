package picture

import "math"

// arc draws an elliptical arc as curves: the conversion from end points to a centre of SVG 1.1, appendix F.6.5.
func (p *pen) arc(rx, ry, degrees float64, large, sweep bool, to Point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || p.at == to {
		if p.at != to {
			p.line(to)
		}
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	dx, dy := (p.at.X-to.X)/2, (p.at.Y-to.Y)/2
	x, y := cos*dx+sin*dy, cos*dy-sin*dx
	if over := x*x/(rx*rx) + y*y/(ry*ry); over > 1 { // radii that cannot reach grow
		rx, ry = rx*math.Sqrt(over), ry*math.Sqrt(over)
	}
	below := rx*rx*y*y + ry*ry*x*x
	k := math.Sqrt(math.Max(0, (rx*rx*ry*ry-below)/below))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*y/ry, -k*ry*x/rx
	from := math.Atan2((y-cy)/ry, (x-cx)/rx)
	turn := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - from
	switch {
	case sweep && turn < 0:
		turn += 2 * math.Pi
	case !sweep && turn > 0:
		turn -= 2 * math.Pi
	}
	x, y = cos*cx-sin*cy+(p.at.X+to.X)/2, sin*cx+cos*cy+(p.at.Y+to.Y)/2 // the centre
	place := matrix{rx * cos, rx * sin, -ry * sin, ry * cos, x, y}
	p.unitArc(place, from, turn)
	p.at = to
	p.steps[len(p.steps)-1].Points[2] = to
}

// unitArc draws part of the unit circle, placed by a matrix, in curves of at most a quarter.
func (p *pen) unitArc(place matrix, from, turn float64) {
	parts := math.Max(1, math.Ceil(math.Abs(turn)/(math.Pi/2)-1e-9))
	each := turn / parts
	k := 4.0 / 3 * math.Tan(each/4)
	for i := range int(parts) {
		sin, cos := math.Sincos(from + float64(i)*each)
		sinTo, cosTo := math.Sincos(from + float64(i+1)*each)
		p.curve(place.of(Point{cos - k*sin, sin + k*cos}), place.of(Point{cosTo + k*sinTo, sinTo - k*cosTo}),
			place.of(Point{cosTo, sinTo}))
	}
}

package chart

import (
	"fmt"
	"strings"
)

// Dump is the drawing as text, one mark a line, positions rounded to 0.01 mm.
func (d Drawing) Dump() string {
	var out strings.Builder
	fmt.Fprintf(&out, "drawing %.2f x %.2f\n", d.W, d.H)
	for _, m := range d.Marks {
		switch m := m.(type) {
		case Line:
			fmt.Fprintf(&out, "line %s %.2f %v%s\n", m.Color, m.Width, m.Dash, dumpPoints(m.Points))
		case Area:
			fmt.Fprintf(&out, "area fill=%s stroke=%s %.2f%s\n", m.Fill, m.Stroke, m.Width, dumpPoints(m.Points))
		case Disc:
			at := dumpPoints([]Point{m.At})
			fmt.Fprintf(&out, "disc fill=%s stroke=%s %.2f %v%s r=%.2f\n", m.Fill, m.Stroke, m.Width, m.Dash, at, m.R)
		case Label:
			at := dumpPoints([]Point{m.At})
			fmt.Fprintf(&out, "label %q %g bold=%t %s anchor=%d%s\n", m.Text, m.Size, m.Bold, m.Color, m.Anchor, at)
		}
	}
	return out.String()
}

func dumpPoints(points []Point) string {
	var out strings.Builder
	for _, p := range points {
		// Adding 0 turns a rounded -0.00 into 0.00.
		fmt.Fprintf(&out, " %.2f,%.2f", p.X+0, p.Y+0)
	}
	return out.String()
}

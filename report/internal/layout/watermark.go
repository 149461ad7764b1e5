package layout

import (
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"plimsoll/report/internal/chart"
)

// How large a watermark is: this part of the page's diagonal, and no higher than this, in points.
const (
	watermarkLong = 0.72
	watermarkHigh = 190
)

// capital is the height of a capital letter, in sizes.
const capital = 0.714

// watermark is the word across a page, from the lower left to the upper right, and an artifact: it says nothing that
// the document does not say in words. It is as pale as a tint, so that it prints and hides nothing; and drawn, not
// written, so that who copies or searches the text of the page does not find its letters between the lines.
func (l *layouter) watermark() []Item {
	if l.Watermark == "" {
		return nil
	}
	diagonal := math.Hypot(l.paperW, l.paperH)
	st := l.base().with(Style{Size: 100, Color: chart.Tint})
	st.bold = true
	st.size = math.Floor(min(watermarkHigh, 100*watermarkLong*diagonal/l.textWidth(l.Watermark, st)))
	slant := slant{cos: l.paperW / diagonal, sin: l.paperH / diagonal, at: Point{l.paperW / 2, l.paperH / 2}}
	along, up := -l.textWidth(l.Watermark, st)/2, -st.size*mm*capital/2
	path := &Path{Fill: l.Theme.color(st.color)}
	for _, r := range visible(l.clean(l.Watermark, st)) {
		face, width := l.runeWidth(r, st)
		path.Steps = append(path.Steps, l.Fonts.faces[face].outline(r, func(x, y float64) Point {
			return slant.point(along+x*st.size*mm, up+y*st.size*mm)
		})...)
		along += width
	}
	return []Item{{Path: path, Artifact: Watermark}}
}

// slant turns what stands upright about the origin, y upwards, so that it rises across a page.
type slant struct {
	cos, sin float64
	at       Point
}

func (s slant) point(x, y float64) Point {
	return Point{s.at.X + x*s.cos - y*s.sin, s.at.Y - x*s.sin - y*s.cos}
}

// outline is the shape of a character of one em; place puts its points, y upwards, where they belong. A character
// without a shape has none.
func (m *metrics) outline(r rune, place func(x, y float64) Point) []Step {
	var buffer sfnt.Buffer
	glyph, err := m.font.GlyphIndex(&buffer, r)
	if err != nil {
		return nil
	}
	segments, err := m.font.LoadGlyph(&buffer, glyph, fixed.I(int(m.units)), nil)
	if err != nil {
		return nil
	}
	at := func(p fixed.Point26_6) Point { return place(float64(p.X)/64/m.units, -float64(p.Y)/64/m.units) }
	var steps []Step
	var last Point
	for i, s := range segments {
		a, b, c := at(s.Args[0]), at(s.Args[1]), at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				steps = append(steps, Step{Op: 'Z'})
			}
			steps, last = append(steps, Step{Op: 'M', Points: [3]Point{a}}), a
		case sfnt.SegmentOpLineTo:
			steps, last = append(steps, Step{Op: 'L', Points: [3]Point{a}}), a
		case sfnt.SegmentOpQuadTo: // as a cubic curve, whose handles lie two thirds of the way
			steps, last = append(steps, Step{Op: 'C', Points: [3]Point{twoThirds(last, a), twoThirds(b, a), b}}), b
		case sfnt.SegmentOpCubeTo:
			steps, last = append(steps, Step{Op: 'C', Points: [3]Point{a, b, c}}), c
		}
	}
	if len(steps) > 0 {
		steps = append(steps, Step{Op: 'Z'})
	}
	return steps
}

func twoThirds(from, to Point) Point {
	return Point{from.X + (to.X-from.X)*2/3, from.Y + (to.Y-from.Y)*2/3}
}

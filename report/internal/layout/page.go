package layout

import (
	"math"

	"plimsoll/report/internal/picture"
)

// Page is a sheet with items in reading order; all lengths are in mm, the
// origin is the upper left corner and y grows downwards.
type Page struct {
	W, H  float64
	Items []Item
}

// Item is a text, a path or an image.
type Item struct {
	Element  *Element // what it belongs to; nil for an artifact
	Artifact Artifact // which kind of one
	Text     *Text
	Path     *Path
	Image    *Image
}

// Artifact is what belongs to a page and not to the document.
type Artifact int

// The kinds of artifacts.
const (
	Decoration   Artifact = iota // a rule, a tint, a symbol that says nothing of its own
	RepeatedHead                 // a table's head, repeated on a further page
	Footer
	Watermark // a word across the page
)

// Rect is a rectangle on a page.
type Rect struct{ X, Y, W, H float64 }

// Text is characters of one face on a baseline.
type Text struct {
	X, Y    float64 // the left end of the baseline
	Width   float64
	Size    float64 // points
	Spacing float64 // added after each character
	Face    Face
	Color   Color
	String  string
}

// Color is an RGB colour; the zero value paints nothing.
type Color struct {
	R, G, B uint8
	Visible bool
}

// Path is lines and curves, filled, stroked or both.
type Path struct {
	Steps   []Step
	Fill    Color
	EvenOdd bool // the rule of what lies inside; else nonzero
	Stroke  Color
	Width   float64
	Dash    []float64
}

// Image is pixels that fill a rectangle.
type Image struct {
	Rect
	Pixels *picture.Pixels
}

// Step is one step of a path: 'M'ove and 'L'ine use one point, 'C'urve (cubic
// Bézier) three, 'Z' (close) none.
type Step struct {
	Op     byte
	Points [3]Point
}

// Point is a place on a page.
type Point struct{ X, Y float64 }

// shift moves items in place.
func shift(items []Item, dx, dy float64) {
	for _, item := range items {
		if t := item.Text; t != nil {
			t.X += dx
			t.Y += dy
		}
		if p := item.Path; p != nil {
			for i := range p.Steps {
				for j := range p.Steps[i].Points {
					p.Steps[i].Points[j].X += dx
					p.Steps[i].Points[j].Y += dy
				}
			}
		}
		if m := item.Image; m != nil {
			m.X += dx
			m.Y += dy
		}
	}
}

// repeated are artifacts that look like the items.
func repeated(items []Item) []Item {
	var out []Item
	for _, item := range items {
		copy := Item{Artifact: RepeatedHead}
		if item.Text != nil {
			t := *item.Text
			copy.Text = &t
		}
		if item.Path != nil {
			p := *item.Path
			p.Steps = append([]Step(nil), p.Steps...)
			copy.Path = &p
		}
		if item.Image != nil {
			m := *item.Image
			copy.Image = &m
		}
		out = append(out, copy)
	}
	return out
}

// bounds are how far an item reaches.
type bounds struct{ left, top, right, bottom float64 }

// Above and below its baseline a text reaches these parts of its size.
const (
	ascent  = 0.95
	descent = 0.3
)

// bounds of a curve hold its handles too.
func (i Item) bounds() bounds {
	if t := i.Text; t != nil {
		return bounds{t.X, t.Y - t.Size*mm*ascent, t.X + t.Width, t.Y + t.Size*mm*descent}
	}
	if m := i.Image; m != nil {
		return bounds{m.X, m.Y, m.X + m.W, m.Y + m.H}
	}
	b := bounds{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, s := range i.Path.Steps {
		for _, p := range s.Points[:s.count()] {
			b.left, b.right = min(b.left, p.X), max(b.right, p.X)
			b.top, b.bottom = min(b.top, p.Y), max(b.bottom, p.Y)
		}
	}
	if b.left > b.right {
		return bounds{}
	}
	return b
}

// count is how many points the step uses.
func (s Step) count() int {
	switch s.Op {
	case 'C':
		return 3
	case 'Z':
		return 0
	}
	return 1
}

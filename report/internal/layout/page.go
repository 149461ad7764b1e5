package layout

import "plimsoll/report/internal/picture"

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
	Decoration Artifact = iota // a rule, a tint, a symbol that says nothing of its own
	Again                      // a table's head, repeated on a further page
	Footer
)

// Element is a node of the document's structure, in the vocabulary of tagged PDF.
type Element struct {
	Role   string // Document, Div, Note, H1…H4, P, L, LI, Lbl, LBody, Table, THead, TBody, TR, TH, TD, Figure, Caption, Link, Span
	Parent *Element
	Kids   []*Element // in reading order
	Alt    string     // of a Figure
	URL    string     // of a Link
	Lang   string     // BCP 47, of a Span in another language than the document's
	Scope  string     // of a TH: Column or Row
	Labels string     // of an L: Disc or Decimal; blank without labels
	Box    Rect       // of a Figure, on the page Page
	Page   int        // of a Figure, from 0

	at int // its place among its parent's kids
}

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

// copies are artifacts that look the same.
func copies(items []Item) []Item {
	var out []Item
	for _, item := range items {
		twin := Item{Artifact: Again}
		if item.Text != nil {
			t := *item.Text
			twin.Text = &t
		}
		if item.Path != nil {
			p := *item.Path
			p.Steps = append([]Step(nil), p.Steps...)
			twin.Path = &p
		}
		if item.Image != nil {
			m := *item.Image
			twin.Image = &m
		}
		out = append(out, twin)
	}
	return out
}

// extent is how far an item reaches up and down.
func (i Item) extent() (top, bottom float64) {
	if t := i.Text; t != nil {
		return t.Y - t.Size*mm*0.95, t.Y + t.Size*mm*0.3
	}
	if m := i.Image; m != nil {
		return m.Y, m.Y + m.H
	}
	first := true
	for _, s := range i.Path.Steps {
		for n := range s.count() {
			y := s.Points[n].Y
			if first {
				top, bottom, first = y, y, false
			}
			top, bottom = min(top, y), max(bottom, y)
		}
	}
	return top, bottom
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

// sides is how far an item reaches to the left and right.
func (i Item) sides() (left, right float64) {
	if t := i.Text; t != nil {
		return t.X, t.X + t.Width
	}
	if m := i.Image; m != nil {
		return m.X, m.X + m.W
	}
	first := true
	for _, s := range i.Path.Steps {
		for n := range s.count() {
			x := s.Points[n].X
			if first {
				left, right, first = x, x, false
			}
			left, right = min(left, x), max(right, x)
		}
	}
	return left, right
}

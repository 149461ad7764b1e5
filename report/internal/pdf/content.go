package pdf

import (
	"fmt"

	"plimsoll/report/internal/layout"
	"plimsoll/report/internal/picture"
)

// pt is the length of a millimetre in points.
const pt = 72 / 25.4

// content writes the content of one page and remembers what it has set, so that nothing is said twice.
type content struct {
	out    []byte
	high   float64 // of the page, in mm
	fonts  map[layout.Face]*embedded
	images map[*picture.Pixels]string // names among the resources
	fill   layout.Color
	stroke layout.Color
	face   layout.Face
	size   float64
	space  float64 // after each character, in mm
	width  float64 // of lines, in mm
	dashed bool
	err    error
}

// content begins a page with the settings of PDF, except that lines join round.
func (w *writer) content(page layout.Page) *content {
	black := layout.Color{Visible: true}
	return &content{out: append(w.scratch[:0], "1 j\n"...), high: page.H, fonts: w.embedded, images: w.drawn, fill: black, stroke: black, width: 1 / pt}
}

// runs writes the items of a page in their order, each run between marks that say what it is.
func (c *content) runs(runs []layout.Run) error {
	marks := 0
	for _, run := range runs {
		if e := run.Element; e != nil {
			c.out = append(append(append(c.out, '/'), e.Role...), "<</MCID "...)
			c.out = append(appendInt(c.out, int64(marks)), ">>BDC\n"...)
			marks++
		} else {
			c.operator(artifact(run.Artifact))
		}
		for _, item := range run.Items {
			c.item(item)
		}
		c.operator("EMC")
	}
	return c.err
}

func artifact(kind layout.Artifact) string {
	switch kind {
	case layout.Footer:
		return "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
	case layout.Again:
		return "/Artifact<</Type/Pagination>>BDC"
	}
	return "/Artifact<</Type/Layout>>BDC"
}

func (c *content) item(item layout.Item) {
	switch {
	case item.Path != nil:
		c.path(item.Path)
	case item.Text != nil:
		c.text(item.Text)
	case item.Image != nil:
		c.image(item.Image)
	}
}

// number writes a number and a blank; one that no page can hold is an error in the end.
func (c *content) number(v float64, places int) {
	var ok bool
	if c.out, ok = appendNumber(c.out, v, places); !ok && c.err == nil {
		c.err = fmt.Errorf("pdf: a length of %g points", v)
	}
	c.out = append(c.out, ' ')
}

// point writes a place; PDF counts from the lower left corner.
func (c *content) point(x, y float64) {
	c.number(x*pt, 2)
	c.number((c.high-y)*pt, 2)
}

func (c *content) operator(name string) { c.out = append(append(c.out, name...), '\n') }

// color sets a colour where it is not the one that is set.
func (c *content) color(is *layout.Color, want layout.Color, operator string) {
	want.Visible = true
	if *is == want {
		return
	}
	*is = want
	for _, v := range []uint8{want.R, want.G, want.B} {
		c.number(float64(v)/255, 3)
	}
	c.operator(operator)
}

func (c *content) text(t *layout.Text) {
	font := c.fonts[t.Face]
	c.color(&c.fill, t.Color, "rg")
	c.out = append(c.out, "BT "...)
	c.look(t, font)
	c.point(t.X, t.Y)
	c.out = append(c.out, "Td "...)
	c.glyphs(t.String, font)
	c.operator(" Tj ET")
}

// look sets the font of a text and how far apart its characters stand.
func (c *content) look(t *layout.Text, font *embedded) {
	if c.face != t.Face || c.size != t.Size {
		c.face, c.size = t.Face, t.Size
		c.out = append(append(append(c.out, '/'), font.name...), ' ')
		c.number(t.Size, 3)
		c.out = append(c.out, "Tf "...)
	}
	if c.space != t.Spacing {
		c.space = t.Spacing
		c.number(t.Spacing*pt, 3)
		c.out = append(c.out, "Tc "...)
	}
}

// glyphs writes a text as the two-byte numbers of its glyphs.
func (c *content) glyphs(text string, font *embedded) {
	c.out = append(c.out, '(')
	for _, r := range text {
		cid := font.cid(r)
		c.out = appendEscaped(c.out, byte(cid>>8))
		c.out = appendEscaped(c.out, byte(cid))
	}
	c.out = append(c.out, ')')
}

func (c *content) path(p *layout.Path) {
	fill, stroke := p.Fill.Visible, p.Stroke.Visible && p.Width > 0
	if len(p.Steps) == 0 || !fill && !stroke {
		return
	}
	if fill {
		c.color(&c.fill, p.Fill, "rg")
	}
	if stroke {
		c.pen(p)
	}
	for _, s := range p.Steps {
		c.step(s)
	}
	c.operator(painting(fill, stroke, p.EvenOdd))
}

func painting(fill, stroke, evenOdd bool) string {
	operator := "S"
	switch {
	case fill && stroke:
		operator = "B"
	case fill:
		operator = "f"
	}
	if fill && evenOdd {
		operator += "*"
	}
	return operator
}

// image stretches the unit square, which is what an image is to PDF.
func (c *content) image(m *layout.Image) {
	c.out = append(c.out, "q "...)
	c.number(m.W*pt, 2)
	c.out = append(c.out, "0 0 "...)
	c.number(m.H*pt, 2)
	c.point(m.X, m.Y+m.H)
	c.out = append(append(append(c.out, "cm /"...), c.images[m.Pixels]...), " Do Q\n"...)
}

func (c *content) step(s layout.Step) {
	a, b, e := s.Points[0], s.Points[1], s.Points[2]
	switch s.Op {
	case 'M':
		c.point(a.X, a.Y)
		c.operator("m")
	case 'L':
		c.point(a.X, a.Y)
		c.operator("l")
	case 'C':
		c.point(a.X, a.Y)
		c.point(b.X, b.Y)
		c.point(e.X, e.Y)
		c.operator("c")
	case 'Z':
		c.operator("h")
	}
}

// pen sets how lines look.
func (c *content) pen(p *layout.Path) {
	c.color(&c.stroke, p.Stroke, "RG")
	if c.width != p.Width {
		c.width = p.Width
		c.number(p.Width*pt, 2)
		c.operator("w")
	}
	if dashed := visible(p.Dash); dashed || c.dashed {
		c.dash(p.Dash, dashed)
	}
}

func (c *content) dash(lengths []float64, dashed bool) {
	c.dashed = dashed
	c.out = append(c.out, "[ "...)
	if dashed {
		for _, v := range lengths {
			c.number(v*pt, 2)
		}
	}
	c.operator("] 0 d")
}

// visible tells whether lengths make a pattern of dashes; PDF knows none without any length.
func visible(dash []float64) bool {
	var sum float64
	for _, v := range dash {
		if v < 0 {
			return false
		}
		sum += v
	}
	return sum > 0.01
}

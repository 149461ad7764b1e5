package pdf

import (
	"bytes"

	"github.com/go-pdf/fpdf"

	"plimsoll/report/internal/layout"
)

func (d *drawing) item(item layout.Item) {
	switch {
	case item.Path != nil:
		d.path(item.Path)
	case item.Text != nil:
		d.text(item.Text)
	case item.Image != nil:
		d.image(item.Image)
	}
}

// fill sets the colour of texts and areas. That of texts comes first: while the two differ, fpdf sets a colour around
// every text (line 2461).
func (d *drawing) fill(want layout.Color) {
	want.Visible = true
	if d.look.fill == want {
		return
	}
	d.look.fill = want
	d.doc.SetTextColor(int(want.R), int(want.G), int(want.B))
	d.doc.SetFillColor(int(want.R), int(want.G), int(want.B))
}

func (d *drawing) text(t *layout.Text) {
	font := d.fonts[t.Face]
	d.fill(t.Color)
	if d.look.face != t.Face || d.look.size != t.Size {
		d.look.face, d.look.size = t.Face, t.Size
		d.doc.SetFont(font.family, "", max(smallest, d.points(t.Size/pt)))
	}
	if d.look.space != t.Spacing {
		d.look.space = t.Spacing
		d.spacing(t.Spacing)
	}
	d.glyphs = d.glyphs[:0]
	for _, r := range t.String {
		cid := font.cid(r)
		d.glyphs = append(d.glyphs, byte(cid>>8), byte(cid))
	}
	d.doc.Text(d.points(t.X), d.down(t.Y), string(d.glyphs))
}

// smallest is the smallest size of text; 0 means the size before to fpdf.
const smallest = 0.01

// spacing sets how far apart characters stand, for which fpdf has no call.
func (d *drawing) spacing(mm float64) {
	out, ok := appendNumber(nil, mm*pt, 3)
	if !ok {
		d.fail("a length of %g points", mm*pt)
	}
	d.doc.RawWriteStr(string(out) + " Tc")
}

func (d *drawing) path(p *layout.Path) {
	fill, stroke := p.Fill.Visible, p.Stroke.Visible && p.Width > 0
	if len(p.Steps) == 0 || !fill && !stroke {
		return
	}
	if fill {
		d.fill(p.Fill)
	}
	if stroke {
		d.pen(p)
	}
	if s := p.Steps; !fill && len(s) == 2 && s[0].Op == 'M' && s[1].Op == 'L' {
		from, to := s[0].Points[0], s[1].Points[0]
		d.doc.Line(d.points(from.X), d.down(from.Y), d.points(to.X), d.down(to.Y))
		return
	}
	for _, s := range p.Steps {
		d.step(s)
	}
	d.doc.DrawPath(painting(fill, stroke, p.EvenOdd))
}

func painting(fill, stroke, evenOdd bool) string {
	style := "D"
	switch {
	case fill && stroke:
		style = "FD"
	case fill:
		style = "F"
	}
	if fill && evenOdd {
		style += "*"
	}
	return style
}

func (d *drawing) step(s layout.Step) {
	a, b, e := s.Points[0], s.Points[1], s.Points[2]
	switch s.Op {
	case 'M':
		d.doc.MoveTo(d.points(a.X), d.down(a.Y))
	case 'L':
		d.doc.LineTo(d.points(a.X), d.down(a.Y))
	case 'C':
		d.doc.CurveBezierCubicTo(d.points(a.X), d.down(a.Y), d.points(b.X), d.down(b.Y), d.points(e.X), d.down(e.Y))
	case 'Z':
		d.doc.ClosePath()
	}
}

// pen sets how lines look.
func (d *drawing) pen(p *layout.Path) {
	color := p.Stroke
	if d.look.stroke != color {
		d.look.stroke = color
		d.doc.SetDrawColor(int(color.R), int(color.G), int(color.B))
	}
	if d.look.width != p.Width {
		d.look.width = p.Width
		d.doc.SetLineWidth(d.points(p.Width))
	}
	if dashed := visible(p.Dash); dashed || d.look.dashed {
		d.look.dashed = dashed
		d.dash(p.Dash, dashed)
	}
}

func (d *drawing) dash(lengths []float64, dashed bool) {
	var pattern []float64
	if dashed {
		for _, v := range lengths {
			pattern = append(pattern, d.points(v))
		}
	}
	d.doc.SetDashPattern(pattern, 0)
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

// image draws a picture. It is called what it is made of, so that fpdf writes each once. One without a size is not
// drawn: fpdf would choose a size.
func (d *drawing) image(m *layout.Image) {
	name, options := string(m.Pixels.PNG()), fpdf.ImageOptions{ImageType: "png", AllowNegativePosition: true}
	d.doc.RegisterImageOptionsReader(name, options, bytes.NewReader(m.Pixels.PNG()))
	if w, h := d.points(m.W), d.points(m.H); w > 0 && h > 0 {
		d.doc.ImageOptions(name, d.points(m.X), d.down(m.Y+m.H)-h, w, h, false, options, 0, "")
	}
}

// link makes a run clickable, line by line, where it belongs to a link.
func (d *drawing) link(run layout.Run) {
	e := run.Element
	for e != nil && e.URL == "" {
		e = e.Parent
	}
	if e == nil {
		return
	}
	for i := 0; i < len(run.Items); i++ {
		first := run.Items[i].Text
		if first == nil {
			continue
		}
		right := first.X + first.Width
		for ; i+1 < len(run.Items) && run.Items[i+1].Text != nil && run.Items[i+1].Text.Y == first.Y; i++ {
			right = max(right, run.Items[i+1].Text.X+run.Items[i+1].Text.Width)
		}
		high := first.Size / pt
		left, top, bottom := d.points(first.X), d.down(first.Y-high), d.down(first.Y+high/4)
		d.doc.LinkString(left, top, d.points(right)-left, bottom-top, uri(e.URL))
		d.links[len(d.links)-1] = append(d.links[len(d.links)-1], e)
	}
}

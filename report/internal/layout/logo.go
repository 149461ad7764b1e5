package layout

import (
	"io/fs"
	"strings"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/picture"
	"plimsoll/report/internal/yaml"
)

// Logo is a picture that templates place with ![what it shows](logo:).
type Logo struct {
	File   string  `yaml:"file"`   // a PNG or SVG in the theme's folder
	Height float64 `yaml:"height"` // mm
	Alt    string  `yaml:"alt"`    // what it shows

	picture *picture.Picture
}

// The heights in mm that a logo may have.
const (
	lowestLogo  = 3
	highestLogo = 60
)

// readLogo reads the file of a theme's logo, if it has one, from the folder the theme stands in.
func (t *Theme) readLogo(folder fs.FS) error {
	l := t.Logo
	if l == nil {
		return nil
	}
	mistake := func(key, format string, args ...any) error {
		return yaml.Wrong(yaml.At("logo", key), "logo: "+format, args...)
	}
	switch {
	case l.File == "" || strings.ContainsAny(l.File, `/\`):
		return mistake("file", "file is %q (name a .png or .svg that stands beside theme.yaml)", l.File)
	case l.Alt == "" || l.Alt == "-":
		return mistake("alt", "alt is missing (say what the logo shows, such as the company's name)")
	case !(l.Height >= lowestLogo && l.Height <= highestLogo):
		return mistake("height", "height is %g (write millimetres, %d to %d)", l.Height, lowestLogo, highestLogo)
	}
	raw, err := fs.ReadFile(folder, l.File)
	if err != nil {
		return mistake("file", "there is no file %q (put it beside theme.yaml)", l.File)
	}
	if l.picture, err = picture.Read(l.File, raw); err != nil {
		return mistake("file", "%v", err)
	}
	if w, _ := t.paper(false); l.width(l.Height) > w-t.Margin.Left-t.Margin.Right {
		return mistake("height", "at a height of %g mm it is %.0f mm wide, more than the page (make it lower)",
			l.Height, l.width(l.Height))
	}
	return nil
}

// width in mm at a height.
func (l *Logo) width(height float64) float64 { return height * l.picture.W / l.picture.H }

// drawLogo gives the logo the height of the theme, or that of the reference.
func (l *layouter) drawLogo(ref string, lineNumber int) (drawn, error) {
	logo := l.Theme.Logo
	if logo == nil || logo.picture == nil {
		return drawn{}, l.errorf(lineNumber, "%s: theme.yaml has no logo "+
			"(write {{with .Logo}}![{{.}}](logo:){{end}} to place it where there is one)", ref)
	}
	box, err := figureBox{height: logo.Height}.of(ref)
	if err != nil {
		return drawn{}, l.errorf(lineNumber, "%s: %w", ref, err)
	}
	return drawn{Drawing: chart.Drawing{W: logo.width(box.height), H: box.height}, logo: logo}, nil
}

// fitted makes a logo no wider than its column. A width of 0 is one that is not known yet.
func (d drawn) fitted(width float64) drawn {
	if d.logo != nil && width > 0 && d.W > width {
		d.W, d.H = width, d.H*width/d.W
	}
	return d
}

// items places the logo in a box.
func (l *Logo) items(box Rect, e *Element) []Item {
	if l.picture.Pixels != nil {
		return []Item{{Element: e, Image: &Image{Rect: box, Pixels: l.picture.Pixels}}}
	}
	scale := box.H / l.picture.H
	var items []Item
	for _, shape := range l.picture.Shapes {
		p := &Path{Steps: make([]Step, len(shape.Steps)), EvenOdd: shape.EvenOdd,
			Fill: Color{R: shape.Fill[0], G: shape.Fill[1], B: shape.Fill[2], Visible: true}}
		for i, step := range shape.Steps {
			p.Steps[i].Op = step.Op
			for j, at := range step.Points {
				p.Steps[i].Points[j] = Point{box.X + at.X*scale, box.Y + at.Y*scale}
			}
		}
		items = append(items, Item{Element: e, Path: p})
	}
	return items
}

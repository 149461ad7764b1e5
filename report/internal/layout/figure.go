package layout

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"plimsoll/report/internal/chart"
)

// drawn is a figure that is ready to be placed: a chart's drawing, or the logo.
type drawn struct {
	chart.Drawing
	logo *Logo // nil for a chart
}

// draw asks for a figure and has it drawn, at the size its reference gives, else
// at the height it has by itself, else at the given one.
func (l *layouter) draw(ref string, width, height float64, lineNumber int) (drawn, error) {
	if strings.HasPrefix(ref, "logo:") {
		return l.drawLogo(ref, lineNumber)
	}
	if l.Figures == nil {
		return drawn{}, l.errorf(lineNumber, "%s: no figures are given", ref)
	}
	figure, err := l.Figures(ref)
	if err != nil {
		return drawn{}, l.errorf(lineNumber, "%s: %w", ref, err)
	}
	if tall, knows := figure.(interface{ Height() float64 }); knows {
		height = tall.Height()
	}
	width, height, err = size(ref, width, height)
	if err != nil {
		return drawn{}, l.errorf(lineNumber, "%s: %w", ref, err)
	}
	drawing := figure.Draw(width, height, func(text string, size float64, bold bool) float64 {
		return l.textWidth(text, style{size: size, bold: bold})
	})
	return drawn{Drawing: drawing}, nil
}

// size reads width= and height= from a reference's query.
func size(ref string, width, height float64) (float64, float64, error) {
	_, query, _ := strings.Cut(ref, "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return 0, 0, fmt.Errorf("%q is no list of key=value parted by &", query)
	}
	for _, side := range []struct {
		name   string
		target *float64
	}{{"width", &width}, {"height", &height}} {
		if !values.Has(side.name) {
			continue
		}
		v, err := strconv.ParseFloat(values.Get(side.name), 64)
		if err != nil || !(v > 0 && v < 1000) {
			return 0, 0, fmt.Errorf("%s is %q (write a number of millimetres above 0 and below 1000)",
				side.name, values.Get(side.name))
		}
		*side.target = v
	}
	return width, height, nil
}

// paint turns a figure into items at a place.
func (l *layouter) paint(d drawn, x, y float64, e *Element) []Item {
	if d.logo != nil {
		return d.logo.items(Rect{x, y, d.W, d.H}, e)
	}
	var items []Item
	for _, mark := range d.Marks {
		if label, ok := mark.(chart.Label); ok {
			items = append(items, l.labelItems(label, e)...)
			continue
		}
		items = append(items, Item{Element: e, Path: l.outline(mark)})
	}
	shift(items, x, y)
	return items
}

// outline is a chart's mark as a path, in the theme's colours.
func (l *layouter) outline(mark chart.Item) *Path {
	color := l.Theme.color
	switch m := mark.(type) {
	case chart.Line:
		return &Path{Steps: polyline(m.Points), Stroke: color(m.Color), Width: m.Width, Dash: m.Dash}
	case chart.Area:
		steps := append(polyline(m.Points), Step{Op: 'Z'})
		return &Path{Steps: steps, Fill: color(m.Fill), Stroke: color(m.Stroke), Width: m.Width}
	case chart.Disc:
		steps := circle(Point(m.At), m.R)
		return &Path{Steps: steps, Fill: color(m.Fill), Stroke: color(m.Stroke), Width: m.Width, Dash: m.Dash}
	}
	return &Path{}
}

// labelItems put a label's anchor at its place.
func (l *layouter) labelItems(m chart.Label, e *Element) []Item {
	st := style{size: m.Size, bold: m.Bold, color: m.Color}
	x := m.At.X
	switch m.Anchor {
	case chart.Middle:
		x -= l.textWidth(m.Text, st) / 2
	case chart.End:
		x -= l.textWidth(m.Text, st)
	}
	return l.textItems(x, m.At.Y, m.Text, st, e)
}

func polyline(points []chart.Point) []Step {
	steps := make([]Step, 0, len(points)+1)
	for i, p := range points {
		op := byte('L')
		if i == 0 {
			op = 'M'
		}
		steps = append(steps, Step{Op: op, Points: [3]Point{Point(p)}})
	}
	return steps
}

// kappa places the handles of a cubic curve that follows a quarter circle.
const kappa = 0.5522847498

func circle(c Point, r float64) []Step {
	return rounded(Rect{X: c.X - r, Y: c.Y - r, W: 2 * r, H: 2 * r}, r)
}

// rounded is a rectangle with round corners.
func rounded(b Rect, r float64) []Step {
	r = min(r, min(b.W, b.H)/2)
	k := r * (1 - kappa)
	x, y, X, Y := b.X, b.Y, b.X+b.W, b.Y+b.H
	line := func(x, y float64) Step { return Step{Op: 'L', Points: [3]Point{{x, y}}} }
	curve := func(a, b, c Point) Step { return Step{Op: 'C', Points: [3]Point{a, b, c}} }
	return []Step{
		{Op: 'M', Points: [3]Point{{x + r, y}}},
		line(X-r, y), curve(Point{X - k, y}, Point{X, y + k}, Point{X, y + r}),
		line(X, Y-r), curve(Point{X, Y - k}, Point{X - k, Y}, Point{X - r, Y}),
		line(x+r, Y), curve(Point{x + k, Y}, Point{x, Y - k}, Point{x, Y - r}),
		line(x, y+r), curve(Point{x, y + k}, Point{x + k, y}, Point{x + r, y}),
		{Op: 'Z'},
	}
}

// boxes gives the figures of a page their place; one that is cut has that of its beginning.
func boxes(page Page, number int) {
	for _, item := range page.Items {
		if e := item.Element; e != nil && e.Role == "Figure" && (e.Box == Rect{} || e.Page == number) {
			e.Page = number
			e.Box = e.Box.including(item)
		}
	}
}

// including is the rectangle grown to hold an item.
func (r Rect) including(item Item) Rect {
	b := item.bounds()
	if r == (Rect{}) {
		return Rect{X: b.left, Y: b.top, W: b.right - b.left, H: b.bottom - b.top}
	}
	x, y := min(r.X, b.left), min(r.Y, b.top)
	return Rect{X: x, Y: y, W: max(r.X+r.W, b.right) - x, H: max(r.Y+r.H, b.bottom) - y}
}

package layout

import (
	"fmt"
	"math"
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
func (s *setter) draw(ref string, width, height float64, lineNumber int) (drawn, error) {
	if strings.HasPrefix(ref, "logo:") {
		return s.drawLogo(ref, lineNumber)
	}
	if s.Figures == nil {
		return drawn{}, s.errorf(lineNumber, "%s: no figures are given", ref)
	}
	figure, err := s.Figures(ref)
	if err != nil {
		return drawn{}, s.errorf(lineNumber, "%s: %w", ref, err)
	}
	if tall, knows := figure.(interface{ Height() float64 }); knows {
		height = tall.Height()
	}
	width, height, err = size(ref, width, height)
	if err != nil {
		return drawn{}, s.errorf(lineNumber, "%s: %w", ref, err)
	}
	drawing := figure.Draw(width, height, func(text string, size float64, bold bool) float64 {
		return s.textWidth(text, style{size: size, bold: bold})
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
			return 0, 0, fmt.Errorf("%s is %q (write a number of millimetres above 0 and below 1000)", side.name, values.Get(side.name))
		}
		*side.target = v
	}
	return width, height, nil
}

// paint turns a figure into items at a place.
func (s *setter) paint(d drawn, x, y float64, e *Element) []Item {
	if d.logo != nil {
		return d.logo.items(Rect{x, y, d.W, d.H}, e)
	}
	var items []Item
	for _, mark := range d.Marks {
		switch m := mark.(type) {
		case chart.Line:
			p := &Path{Steps: polyline(m.Points), Stroke: s.Theme.color(m.Color), Width: m.Width, Dash: m.Dash}
			items = append(items, Item{Element: e, Path: p})
		case chart.Area:
			p := &Path{Steps: append(polyline(m.Points), Step{Op: 'Z'}), Fill: s.Theme.color(m.Fill), Stroke: s.Theme.color(m.Stroke), Width: m.Width}
			items = append(items, Item{Element: e, Path: p})
		case chart.Disc:
			p := &Path{Steps: circle(Point(m.At), m.R), Fill: s.Theme.color(m.Fill), Stroke: s.Theme.color(m.Stroke), Width: m.Width, Dash: m.Dash}
			items = append(items, Item{Element: e, Path: p})
		case chart.Label:
			items = append(items, s.lettering(m, e)...)
		}
	}
	shift(items, x, y)
	return items
}

func (s *setter) lettering(m chart.Label, e *Element) []Item {
	st := style{size: m.Size, bold: m.Bold, color: m.Color}
	x := m.At.X
	switch m.Anchor {
	case chart.Middle:
		x -= s.textWidth(m.Text, st) / 2
	case chart.End:
		x -= s.textWidth(m.Text, st)
	}
	return s.put(x, m.At.Y, m.Text, st, e)
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
	r = math.Min(r, math.Min(b.W, b.H)/2)
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
			e.Box = e.Box.with(item)
		}
	}
}

// with is the rectangle grown to hold an item.
func (r Rect) with(item Item) Rect {
	top, bottom := item.extent()
	left, right := item.sides()
	if r == (Rect{}) {
		return Rect{X: left, Y: top, W: right - left, H: bottom - top}
	}
	x, y := math.Min(r.X, left), math.Min(r.Y, top)
	return Rect{X: x, Y: y, W: math.Max(r.X+r.W, right) - x, H: math.Max(r.Y+r.H, bottom) - y}
}

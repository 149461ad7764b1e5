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
	logo      *Logo // nil for a chart
	stretches int   // 1 for a chart that grows with the room on its page
}

// figureBox is the box that a figure is asked to fill, in mm: what its place wishes, until a reference
// says otherwise.
type figureBox struct {
	width, height float64
	most          float64 // the greatest height, where the figure takes the room that is left; 0 where it does not
	room          float64 // the greatest width; 0 where it is not known yet
}

// draw asks for a figure and has it drawn, at the size its reference gives, else
// at the height it has by itself, else at the given one. It is never wider than its room.
func (l *layouter) draw(ref string, box figureBox, lineNumber int) (drawn, error) {
	if strings.HasPrefix(ref, "logo:") {
		logo, err := l.drawLogo(ref, lineNumber)
		return logo.fitted(box.room), err
	}
	if l.Figures == nil {
		return drawn{}, l.errorf(lineNumber, "%s: no figures are given", ref)
	}
	figure, err := l.Figures(ref)
	if err != nil {
		return drawn{}, l.errorf(lineNumber, "%s: %w", ref, err)
	}
	if tall, knows := figure.(interface{ Height() float64 }); knows {
		box.height = tall.Height()
	}
	if box, err = box.of(ref); err != nil {
		return drawn{}, l.errorf(lineNumber, "%s: %w", ref, err)
	}
	return l.drawChart(figure, box), nil
}

// drawChart has a chart drawn: no wider than its room, as labels keep their size, and as high as the page allows.
func (l *layouter) drawChart(figure chart.Figure, box figureBox) drawn {
	var d drawn
	if box.room > 0 {
		box.width = min(box.width, box.room)
	}
	if box.most > 0 {
		box.height, d.stretches = min(box.height+l.grown, box.most), 1
	}
	d.Drawing = figure.Draw(box.width, box.height, func(text string, size float64, bold bool) float64 {
		return l.textWidth(text, style{size: size, bold: bold})
	})
	return d
}

// of is the box by a reference's query: width=40, height=20, or height=17-32 for one that takes the room that is left.
func (b figureBox) of(ref string) (figureBox, error) {
	_, query, _ := strings.Cut(ref, "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return b, fmt.Errorf("%q is no list of key=value parted by &", query)
	}
	if values.Has("width") {
		if b.width, err = length("width", values.Get("width")); err != nil {
			return b, err
		}
	}
	if !values.Has("height") {
		return b, nil
	}
	least, most, stretches := strings.Cut(values.Get("height"), "-")
	if b.height, err = length("height", least); err != nil || !stretches {
		return b, err
	}
	if b.most, err = length("height", most); err == nil && b.most < b.height {
		err = fmt.Errorf("height is %q (write the lesser height first: 17-32)", values.Get("height"))
	}
	return b, err
}

func length(name, text string) (float64, error) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v > 0 && v < 1000) {
		return 0, fmt.Errorf("%s is %q (write a number of millimetres above 0 and below 1000)", name, text)
	}
	return v, nil
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

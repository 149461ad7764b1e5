package picture

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

var number = regexp.MustCompile(`^[\s,]*([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)`)

// largest bounds coordinates, so that no arithmetic with them overflows.
const largest = 1e6

// leadingNumber reads the number that a text begins with.
func leadingNumber(text string) (v float64, rest string, ok bool) {
	match := number.FindStringSubmatch(text)
	if match == nil {
		return 0, text, false
	}
	v, err := strconv.ParseFloat(match[1], 64)
	return v, text[len(match[0]):], err == nil && math.Abs(v) <= largest
}

// numbers reads a list of numbers and nothing else.
func numbers(text string) ([]float64, error) {
	var out []float64
	rest := text
	for strings.Trim(rest, " \t\r\n,") != "" {
		v, more, ok := leadingNumber(rest)
		if !ok {
			return nil, fmt.Errorf("%q is no list of numbers up to %d", text, int(largest))
		}
		out, rest = append(out, v), more
	}
	return out, nil
}

// pen draws an outline.
type pen struct {
	steps     []Step
	at, start Point
	before    byte  // the command before, in upper case
	control   Point // the last control point of the curve before
	opened    bool
}

// argumentCount is how many numbers each command of a path takes.
func argumentCount(command byte) int {
	switch command {
	case 'M', 'L', 'T':
		return 2
	case 'H', 'V':
		return 1
	case 'S', 'Q':
		return 4
	case 'C':
		return 6
	case 'A':
		return 7
	}
	return 0
}

// outline reads the d of a path.
func outline(d string) ([]Step, error) {
	var p pen
	rest := strings.TrimLeft(d, " \t\r\n,")
	for command := byte(0); rest != ""; rest = strings.TrimLeft(rest, " \t\r\n,") {
		if letter := rest[0]; letter >= 'A' {
			command, rest = letter, rest[1:]
		}
		upper := command &^ 0x20
		count := argumentCount(upper)
		if count == 0 && upper != 'Z' || !p.opened && upper != 'M' {
			return nil, fmt.Errorf("the path is not understood at %q", beginning(rest))
		}
		var v [7]float64
		for i := range count {
			var ok bool
			if upper == 'A' && (i == 3 || i == 4) {
				v[i], rest, ok = flag(rest)
			} else {
				v[i], rest, ok = leadingNumber(rest)
			}
			if !ok {
				return nil, fmt.Errorf("the path lacks a number at %q", beginning(rest))
			}
		}
		p.draw(upper, command != upper, v)
		switch upper {
		case 'M':
			command -= 'M' - 'L' // pairs that follow are lines
		case 'Z':
			command = 0 // nothing may follow without its letter
		}
	}
	return p.steps, nil
}

// flag reads a 0 or 1, behind which no blank need stand.
func flag(text string) (float64, string, bool) {
	text = strings.TrimLeft(text, " \t\r\n,")
	if text == "" || text[0] != '0' && text[0] != '1' {
		return 0, text, false
	}
	return float64(text[0] - '0'), text[1:], true
}

func beginning(text string) string { return text[:min(len(text), 20)] }

func (p *pen) draw(command byte, relative bool, v [7]float64) {
	var o Point
	if relative {
		o = p.at
	}
	point := func(i int) Point { return Point{o.X + v[i], o.Y + v[i+1]} }
	switch command {
	case 'M':
		p.at, p.start, p.opened = point(0), point(0), true
		p.steps = append(p.steps, Step{Op: 'M', Points: [3]Point{p.at}})
	case 'L':
		p.line(point(0))
	case 'H':
		p.line(Point{o.X + v[0], p.at.Y})
	case 'V':
		p.line(Point{p.at.X, o.Y + v[0]})
	case 'C':
		p.curve(point(0), point(2), point(4))
	case 'S':
		p.curve(p.mirrored('C', 'S'), point(0), point(2))
	case 'Q':
		p.quadratic(point(0), point(2))
	case 'T':
		p.quadratic(p.mirrored('Q', 'T'), point(0))
	case 'A':
		p.arc(v[0], v[1], v[2], v[3] == 1, v[4] == 1, point(5))
	case 'Z':
		p.steps = append(p.steps, Step{Op: 'Z'})
		p.at = p.start
	}
	p.before = command
}

func (p *pen) line(to Point) {
	p.steps = append(p.steps, Step{Op: 'L', Points: [3]Point{to}})
	p.at = to
}

func (p *pen) curve(a, b, to Point) {
	p.steps = append(p.steps, Step{Op: 'C', Points: [3]Point{a, b, to}})
	p.at, p.control = to, b
}

// mirrored is the control point that goes on smoothly from a curve of the same kind.
func (p *pen) mirrored(kinds ...byte) Point {
	if p.before != kinds[0] && p.before != kinds[1] {
		return p.at
	}
	return Point{2*p.at.X - p.control.X, 2*p.at.Y - p.control.Y}
}

func (p *pen) quadratic(h, to Point) {
	from := p.at
	third := func(a, b Point) Point { return Point{a.X + (b.X-a.X)*2/3, a.Y + (b.Y-a.Y)*2/3} }
	p.curve(third(from, h), third(to, h), to)
	p.control = h
}

func polygon(points string) ([]Step, error) {
	v, err := numbers(points)
	if err != nil || len(v)%2 == 1 || len(v) < 6 {
		return nil, fmt.Errorf("points %q are not three pairs of numbers or more", beginning(points))
	}
	var p pen
	for i := 0; i < len(v); i += 2 {
		command := byte('L')
		if i == 0 {
			command = 'M'
		}
		p.draw(command, false, [7]float64{v[i], v[i+1]})
	}
	p.draw('Z', false, [7]float64{})
	return p.steps, nil
}

// lengths reads several lengths at once.
func lengths(attrs []xml.Attr, names ...string) ([]float64, error) {
	out := make([]float64, len(names))
	for i, name := range names {
		var err error
		if out[i], err = length(attrs, name); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func rectangle(attrs []xml.Attr) ([]Step, error) {
	v, err := lengths(attrs, "x", "y", "width", "height", "rx", "ry")
	if err != nil {
		return nil, err
	}
	x, y, w, h := v[0], v[1], v[2], v[3]
	if !(w > 0 && h > 0) {
		return nil, nil
	}
	rx, ry := v[4], v[5]
	if attribute(attrs, "rx") == "" {
		rx = ry
	} else if attribute(attrs, "ry") == "" {
		ry = rx
	}
	rx, ry = math.Min(rx, w/2), math.Min(ry, h/2)
	if !(rx > 0 && ry > 0) {
		rx, ry = 0, 0
	}
	corner := func(x, y float64) string { return fmt.Sprintf("A%g %g 0 0 1 %g %g", rx, ry, x, y) }
	return outline(fmt.Sprintf("M%g %gH%g%sV%g%sH%g%sV%g%sZ",
		x+rx, y, x+w-rx, corner(x+w, y+ry), y+h-ry, corner(x+w-rx, y+h),
		x+rx, corner(x, y+h-ry), y+ry, corner(x+rx, y)))
}

// ellipse reads an ellipse or a circle.
func ellipse(name string, attrs []xml.Attr) ([]Step, error) {
	radii := []string{"rx", "ry"}
	if name == "circle" {
		radii = []string{"r", "r"}
	}
	v, err := lengths(attrs, "cx", "cy", radii[0], radii[1])
	if err != nil || !(v[2] > 0 && v[3] > 0) {
		return nil, err
	}
	x, y, rx, ry := v[0], v[1], v[2], v[3]
	return outline(fmt.Sprintf("M%g %gA%g %g 0 0 1 %g %gA%g %g 0 0 1 %g %gZ", x-rx, y, rx, ry, x+rx, y, rx, ry, x-rx, y))
}

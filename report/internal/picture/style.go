package picture

import (
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// with is the look changed by an element's attributes, and by its style, which counts more.
func (s style) with(attrs []xml.Attr) (style, error) {
	for _, a := range attrs {
		if a.Name.Space != "" || a.Name.Local == "style" {
			continue
		}
		if err := s.set(a.Name.Local, strings.TrimSpace(a.Value)); err != nil {
			return s, err
		}
	}
	for _, declaration := range strings.Split(attribute(attrs, "style"), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		if err := s.set(strings.TrimSpace(name), strings.TrimSpace(value)); err != nil {
			return s, err
		}
	}
	return s, nil
}

func (s *style) set(name, value string) (err error) {
	switch name {
	case "fill":
		s.none = value == "none" || value == "transparent"
		if !s.none {
			s.fill, err = fillOf(value)
		}
	case "fill-rule":
		s.evenOdd = value == "evenodd"
	case "transform":
		var m matrix
		if m, err = transform(value); err == nil {
			s.place = m.then(s.place)
		}
	case "stroke":
		if value != "none" {
			return fmt.Errorf("a stroke is not understood (turn strokes into paths)")
		}
	case "opacity", "fill-opacity":
		if v, err := numbers(value); value != "100%" && (err != nil || len(v) != 1 || v[0] != 1) {
			return fmt.Errorf("%s is not understood (use a plain colour)", name)
		}
	case "class", "clip-path", "mask", "filter", "display", "visibility":
		if value != "inline" && value != "visible" && value != "none" || name == "display" && value == "none" {
			return fmt.Errorf("%s is not understood (save as plain SVG with fills as attributes)", name)
		}
	}
	return err
}

var hex = regexp.MustCompile(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

// fillOf reads #rgb, #rrggbb and the sixteen names that every reader of HTML knows.
func fillOf(value string) ([3]uint8, error) {
	names := map[string]string{
		"black": "#000000", "silver": "#c0c0c0", "gray": "#808080", "white": "#ffffff",
		"maroon": "#800000", "red": "#ff0000", "purple": "#800080", "fuchsia": "#ff00ff",
		"green": "#008000", "lime": "#00ff00", "olive": "#808000", "yellow": "#ffff00",
		"navy": "#000080", "blue": "#0000ff", "teal": "#008080", "aqua": "#00ffff",
	}
	if named, ok := names[strings.ToLower(value)]; ok {
		value = named
	}
	if !hex.MatchString(value) {
		return [3]uint8{}, fmt.Errorf("fill %q is not understood (write #rrggbb)", value)
	}
	if len(value) == 4 {
		value = string([]byte{'#', value[1], value[1], value[2], value[2], value[3], value[3]})
	}
	n, _ := strconv.ParseUint(value[1:], 16, 32)
	return [3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix [6]float64

func unchanged() matrix { return moved(0, 0) }

func moved(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

func (m matrix) of(p Point) Point {
	return Point{m[0]*p.X + m[2]*p.Y + m[4], m[1]*p.X + m[3]*p.Y + m[5]}
}

// then is m first, then outer.
func (m matrix) then(outer matrix) matrix {
	x, y, o := Point{m[0], m[1]}, Point{m[2], m[3]}, outer.of(Point{m[4], m[5]})
	turned := matrix{outer[0], outer[1], outer[2], outer[3], 0, 0}
	x, y = turned.of(x), turned.of(y)
	return matrix{x.X, x.Y, y.X, y.Y, o.X, o.Y}
}

var step = regexp.MustCompile(`^\s*,?\s*([a-zA-Z]+)\s*\(([^)]*)\)`)

// transform reads a list of transformations; the last is carried out first.
func transform(text string) (matrix, error) {
	all := unchanged()
	for rest := text; strings.TrimSpace(rest) != ""; {
		match := step.FindStringSubmatch(rest)
		if match == nil {
			return all, fmt.Errorf("transform %q is not understood", text)
		}
		v, err := numbers(match[2])
		if err != nil {
			return all, err
		}
		one, ok := transformation(match[1], v)
		if !ok {
			return all, fmt.Errorf("transform %q is not understood (translate, scale, rotate and matrix are)", match[0])
		}
		all, rest = one.then(all), rest[len(match[0]):]
	}
	return all, nil
}

func transformation(name string, v []float64) (matrix, bool) {
	switch {
	case name == "matrix" && len(v) == 6:
		return matrix(v), true
	case name == "translate" && len(v) == 1:
		return moved(v[0], 0), true
	case name == "translate" && len(v) == 2:
		return moved(v[0], v[1]), true
	case name == "scale" && len(v) == 1:
		return matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && len(v) == 2:
		return matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && len(v) == 1:
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		return matrix{cos, sin, -sin, cos, 0, 0}, true
	case name == "rotate" && len(v) == 3:
		turn, _ := transformation(name, v[:1])
		return moved(-v[1], -v[2]).then(turn).then(moved(v[1], v[2])), true
	}
	return matrix{}, false
}

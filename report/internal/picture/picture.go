// Package picture reads a small picture, such as a logo, for pages to carry.
//
// In goes a file's name and its bytes; out comes a Picture: pixels of a PNG, or
// the filled shapes of an SVG, moved so that the viewBox begins at the origin.
// An SVG is read element by element (svg.go). Each hands its style down to those
// inside it (style.go), each shape becomes an outline of moves, lines and curves
// (outline.go, arc.go), and only then is an outline put where its transform says.
//
// Strokes, text, gradients and style sheets are not understood. What cannot be
// shown as it was meant is an error with its line, never left out:
//
//	_, err := picture.Read("logo.svg", data)
//	// logo.svg:3: <text> is not understood (turn text and strokes into paths …)
package picture

import (
	"fmt"
	"path"
	"strings"
)

// Picture is shapes, or else pixels.
type Picture struct {
	W, H   float64 // in its own units; only their ratio means anything
	Shapes []Shape // in the order they are painted, the origin in the upper left corner
	Pixels *Pixels
}

// Shape is a filled area.
type Shape struct {
	Steps   []Step
	Fill    [3]uint8 // red, green, blue
	EvenOdd bool     // the rule of what lies inside; else nonzero
}

// Step is one step of an outline: 'M'ove and 'L'ine use one point, 'C'urve (cubic Bézier) three, 'Z' (close) none.
type Step struct {
	Op     byte
	Points [3]Point
}

// Point is a place in a picture.
type Point struct{ X, Y float64 }

// largestFile bounds a picture's file, in bytes: every document carries the picture.
const largestFile = 1 << 20

// Read reads a picture by the ending of its name.
func Read(name string, data []byte) (*Picture, error) {
	if len(data) > largestFile {
		return nil, fmt.Errorf("%s has %d bytes, more than %d (make it smaller: every document carries it)",
			name, len(data), largestFile)
	}
	var p *Picture
	var err error
	switch strings.ToLower(path.Ext(name)) {
	case ".png":
		p, err = readPNG(data)
	case ".svg":
		p, err = readSVG(data)
	default:
		return nil, fmt.Errorf("%s is neither .png nor .svg", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s%w", name, err)
	}
	return p, nil
}

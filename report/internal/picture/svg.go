package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

// understood are the elements that draw or group; ignored are those that show nothing.
const (
	understood = " svg g path rect circle ellipse polygon "
	ignored    = " title desc metadata defs "
)

// mostSteps bounds the shapes of a picture.
const mostSteps = 20_000

// drawing reads an SVG.
type drawing struct {
	decoder *xml.Decoder
	picture Picture
	styles  []style // of the open elements, innermost last
	steps   int
}

// style is what an element hands down to those inside it.
type style struct {
	fill    [3]uint8
	none    bool
	evenOdd bool
	place   matrix
}

func readSVG(data []byte) (*Picture, error) {
	d := &drawing{decoder: xml.NewDecoder(bytes.NewReader(data)), styles: []style{{place: unchanged()}}}
	for {
		token, err := d.decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = d.token(token)
		}
		if err != nil {
			line, _ := d.decoder.InputPos()
			return nil, fmt.Errorf(":%d: %w", line, plainError(err))
		}
	}
	if len(d.picture.Shapes) == 0 {
		return nil, fmt.Errorf(" draws nothing (an svg with a viewBox and filled shapes is understood)")
	}
	return &d.picture, nil
}

// plainError says what encoding/xml found without saying the line twice.
func plainError(err error) error {
	var mistake *xml.SyntaxError
	if errors.As(err, &mistake) {
		return fmt.Errorf("it is no XML: %s", mistake.Msg)
	}
	return err
}

func (d *drawing) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return d.open(t)
	case xml.EndElement:
		d.styles = d.styles[:len(d.styles)-1]
	}
	return nil
}

func (d *drawing) open(e xml.StartElement) error {
	name := e.Name.Local
	foreign := e.Name.Space != "" && e.Name.Space != "http://www.w3.org/2000/svg"
	switch {
	case foreign || strings.Contains(ignored, " "+name+" "):
		return d.decoder.Skip()
	case !strings.Contains(understood, " "+name+" "):
		return fmt.Errorf("<%s> is not understood (turn text and strokes into paths and fill them plainly: "+
			"svg, g, path, rect, circle, ellipse and polygon are)", name)
	case (name == "svg") != (len(d.styles) == 1):
		return fmt.Errorf("<%s> stands where none can (one svg holds everything)", name)
	}
	own, err := d.styles[len(d.styles)-1].with(e.Attr)
	if err != nil {
		return err
	}
	d.styles = append(d.styles, own)
	if name == "svg" {
		return d.size(e.Attr)
	}
	return d.shape(name, e.Attr, own)
}

// size reads the box that is shown and moves its corner to the origin.
func (d *drawing) size(attrs []xml.Attr) error {
	box, err := numbers(attribute(attrs, "viewBox"))
	if err != nil {
		return fmt.Errorf("viewBox: %w", err)
	}
	if len(box) == 0 {
		w, errW := length(attrs, "width")
		h, errH := length(attrs, "height")
		if err := errors.Join(errW, errH); err != nil {
			return err
		}
		box = []float64{0, 0, w, h}
	}
	if len(box) != 4 || !(box[2] > 0 && box[3] > 0) {
		return fmt.Errorf("the svg has no size (give it a viewBox of four numbers)")
	}
	d.picture.W, d.picture.H = box[2], box[3]
	own := &d.styles[len(d.styles)-1]
	own.place = moved(-box[0], -box[1]).then(own.place)
	return nil
}

func (d *drawing) shape(name string, attrs []xml.Attr, own style) error {
	var steps []Step
	var err error
	switch name {
	case "g":
		return nil
	case "path":
		steps, err = outline(attribute(attrs, "d"))
	case "polygon":
		steps, err = polygon(attribute(attrs, "points"))
	case "rect":
		steps, err = rectangle(attrs)
	default:
		steps, err = ellipse(name, attrs)
	}
	if err != nil {
		return fmt.Errorf("<%s>: %w", name, err)
	}
	if d.steps += len(steps); d.steps > mostSteps {
		return fmt.Errorf("more than %d steps (simplify the paths)", mostSteps)
	}
	if own.none || len(steps) == 0 {
		return nil
	}
	for i := range steps {
		for j, p := range steps[i].Points {
			steps[i].Points[j] = own.place.of(p)
		}
	}
	if d.outside(steps) {
		return fmt.Errorf("<%s> reaches beyond the viewBox, where it would be cut off (fit the viewBox to the drawing)", name)
	}
	d.picture.Shapes = append(d.picture.Shapes, Shape{Steps: steps, Fill: own.fill, EvenOdd: own.evenOdd})
	return nil
}

// overhang is how far a shape may reach out of the picture, in parts of its size.
const overhang = 0.02

// outside looks at where the steps end; a curve's control points may lie anywhere.
func (d *drawing) outside(steps []Step) bool {
	w, h := d.picture.W, d.picture.H
	for _, s := range steps {
		end := s.Points[0]
		switch s.Op {
		case 'Z':
			continue
		case 'C':
			end = s.Points[2]
		}
		if !(math.Abs(end.X-w/2) <= w*(0.5+overhang) && math.Abs(end.Y-h/2) <= h*(0.5+overhang)) {
			return true
		}
	}
	return false
}

// attribute is blank where there is none.
func attribute(attrs []xml.Attr, name string) string {
	for _, a := range attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// length reads a number, 0 where there is none; px is the only unit.
func length(attrs []xml.Attr, name string) (float64, error) {
	text := strings.TrimSuffix(strings.TrimSpace(attribute(attrs, name)), "px")
	if text == "" {
		return 0, nil
	}
	v, err := numbers(text)
	if err != nil || len(v) != 1 {
		return 0, fmt.Errorf("%s is %q (a plain number)", name, text)
	}
	return v[0], nil
}

// Package chart turns a figure's data into marks: lines, areas, discs and
// labels in millimetres, in colours named by their role. It knows neither pages
// nor fonts nor the words it prints.
//
// In goes a figure, that is data ready to be drawn; out comes a Drawing, a box
// with marks in the order they are painted. A figure finds out first what room
// its words need (Measure, text.go), then lays its axis through what is left
// (ticks.go, axis.go), and then draws: the ground, the data, the labels.
//
//	t := chart.Trend{Periods: []string{"2026 Q1", "2026 Q2"}, Values: []chart.TrendPoint{{Value: 86}, {Value: 84}}}
//	t.Draw(80, 30, measure).Dump()
//
//	drawing 80.00 x 30.00
//	line hairline 0.15 [] 7.00,20.23 73.00,20.23
//	label "84" 7 bold=false muted anchor=2 5.80,21.11
//	…
//
// There is one file for each kind of figure: Trend (a quantity over the
// quarters), Spark (the same, tiny and bare), Track and ShareLine (shares between
// 0 and 100 %), Mark (the symbol of a status) and Sample (a piece of line for a
// legend). Dumbbell (then and now), Strip (every sample) and Ladder (pay against
// the minimum) have a lane for each subject on one common axis (lanes.go), and
// Distribution a mark for each of many. What is missing is NaN; it is left out or
// named, never drawn as zero.
//
// Figures are honest by construction, and honest_test.go holds them to it: an
// axis is that of all the data at every size (domain.go), no limit lies on the
// frame, no label on a line or on another, type has 7 points, and a key can ask
// which marks are drawn (key.go).
package chart

// Figure is anything that can be drawn into a box.
type Figure interface {
	// Draw fills a box of this size in mm; no mark lies outside it. A box too low for the figure's type gets the
	// height it needs, which the drawing says.
	Draw(width, height float64, measure Measure) Drawing
}

// Measure is the width in mm of a text set at a size in points.
type Measure func(text string, size float64, bold bool) float64

// Drawing is a box with marks, in the order they are painted. The origin is the
// box's upper left corner and y grows downwards.
type Drawing struct {
	W, H  float64
	Marks []Item
}

// Color is the role of a colour; the theme says what it looks like.
type Color string

// The roles of colours. None paints nothing.
const (
	None     Color = ""
	Ink      Color = "ink"
	Muted    Color = "muted"
	Hairline Color = "hairline"
	Accent   Color = "accent"
	Warm     Color = "warm"
	Grey     Color = "grey"
	Tint     Color = "tint"
	White    Color = "white"
)

// Colors are the roles that a theme must give a colour, in the order above.
func Colors() []Color { return []Color{Ink, Muted, Hairline, Accent, Warm, Grey, Tint, White} }

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Item is a Line, Area, Disc or Label.
type Item interface{ item() }

// Line is an open polyline.
type Line struct {
	Points []Point
	Color  Color
	Width  float64
	Dash   []float64 // lengths of dashes and gaps in turn; nil for an unbroken line
}

// Area is a closed polygon.
type Area struct {
	Points []Point
	Fill   Color
	Stroke Color
	Width  float64 // of the stroke
}

// Disc is a circle.
type Disc struct {
	At     Point
	R      float64
	Fill   Color
	Stroke Color
	Width  float64 // of the stroke
	Dash   []float64
}

// Anchor says which part of a label stands at its point.
type Anchor int

// The anchors of a label.
const (
	Start Anchor = iota
	Middle
	End
)

// Label is a line of text whose baseline passes through At.
type Label struct {
	At     Point
	Text   string
	Size   float64 // points
	Bold   bool
	Color  Color
	Anchor Anchor
}

func (Line) item()  {}
func (Area) item()  {}
func (Disc) item()  {}
func (Label) item() {}

package layout

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"plimsoll/report/chart"
	"plimsoll/report/document"
)

// Theme is the look of pages; lengths in mm, sizes of text in points.
type Theme struct {
	Paper    string                   `yaml:"paper"` // a4 or letter
	Margin   Sides                    `yaml:"margin"`
	Duplex   bool                     `yaml:"duplex"` // even pages mirror odd ones
	Foot     Foot                     `yaml:"foot"`
	Text     Style                    `yaml:"text"`
	Gap      Gaps                     `yaml:"gap"`
	Headings []Heading                `yaml:"headings"`
	Classes  map[string]Style         `yaml:"classes"`
	Tables   map[string]TableStyle    `yaml:"tables"`
	Band     Band                     `yaml:"band"`
	Figure   FigureSize               `yaml:"figure"`
	Logo     *Logo                    `yaml:"logo"` // nil without one
	Colors   map[chart.Color]HexColor `yaml:"colors"`
}

// Sides are the four margins.
type Sides struct {
	Top    float64 `yaml:"top"`
	Right  float64 `yaml:"right"`
	Bottom float64 `yaml:"bottom"`
	Left   float64 `yaml:"left"`
}

// Foot is the line at the bottom of each page.
type Foot struct {
	Height float64 `yaml:"height"` // from its rule to the paper's edge
	Size   float64 `yaml:"size"`
}

// Style is how text looks; what is left out stays as it is around it.
type Style struct {
	Size    float64     `yaml:"size"`
	Leading float64     `yaml:"leading"` // line height, in sizes
	Bold    *bool       `yaml:"bold"`
	Color   chart.Color `yaml:"color"`
	Upper   bool        `yaml:"upper"`
	Spacing float64     `yaml:"spacing"` // between letters, in sizes
}

// Gaps are the distances between neighbours.
type Gaps struct {
	Paragraph float64 `yaml:"paragraph"`
	Item      float64 `yaml:"item"`   // of a list
	Indent    float64 `yaml:"indent"` // of a list
	Block     float64 `yaml:"block"`  // around tables, figures and boxes
	Column    float64 `yaml:"column"`
	Row       float64 `yaml:"row"` // of a grid
}

// Heading is a style with room around it.
type Heading struct {
	Style  `yaml:",inline"`
	Before float64 `yaml:"before"`
	After  float64 `yaml:"after"`
}

// TableStyle is the look of a class of table; "default" serves the rest.
type TableStyle struct {
	Rules  bool    `yaml:"rules"`  // hairlines between rows and ink ones around
	Middle bool    `yaml:"middle"` // cells centred in the row's height
	PadX   float64 `yaml:"pad_x"`
	PadY   float64 `yaml:"pad_y"`
	Head   Style   `yaml:"head"`
	Text   Style   `yaml:"text"`
}

// Band is a tinted box.
type Band struct {
	PadX   float64     `yaml:"pad_x"`
	PadY   float64     `yaml:"pad_y"`
	Radius float64     `yaml:"radius"`
	Color  chart.Color `yaml:"color"`
}

// FigureSize is what a figure has whose reference does not say.
type FigureSize struct {
	Height float64 `yaml:"height"`
	Inline float64 `yaml:"inline"` // width and height in a line of text, in sizes of the text
}

// HexColor is a colour written #rrggbb.
type HexColor struct{ Color }

// UnmarshalYAML reads #rrggbb.
func (c *HexColor) UnmarshalYAML(data []byte) error {
	s := strings.Trim(strings.TrimSpace(string(data)), `"'`)
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return fmt.Errorf("%q is no colour (write \"#rrggbb\")", s)
	}
	c.Color = Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), Visible: true}
	return nil
}

// LoadTheme reads a theme; file is named in errors.
func LoadTheme(data []byte, file string) (Theme, error) {
	var theme Theme
	if err := yaml.UnmarshalWithOptions(data, &theme, yaml.Strict()); err != nil {
		return Theme{}, fmt.Errorf("%s: %w", file, err)
	}
	if err := theme.check(); err != nil {
		return Theme{}, fmt.Errorf("%s: %w", file, err)
	}
	return theme, nil
}

// On is the theme on other paper.
func (t Theme) On(paper string) (Theme, error) {
	t.Paper = paper
	return t, t.check()
}

// check finds what is missing or cannot work, before any page is laid out.
func (t Theme) check() error {
	if t.Paper != "a4" && t.Paper != "letter" {
		return fmt.Errorf("paper is %q (a4 or letter)", t.Paper)
	}
	if t.Text.Size <= 0 || t.Text.Leading < 1 {
		return fmt.Errorf("text needs a size above 0 and a leading of at least 1")
	}
	if len(t.Headings) != 4 {
		return fmt.Errorf("headings has %d entries (levels 1 to 4)", len(t.Headings))
	}
	if w, h := t.paper(false); t.Margin.Left+t.Margin.Right > w/2 || t.Margin.Top+t.Margin.Bottom > h/2 {
		return fmt.Errorf("margins leave less than half of the paper")
	}
	for _, class := range document.Classes() {
		if _, ok := t.Classes[class]; !ok {
			return fmt.Errorf("classes lacks %q", class)
		}
	}
	if _, ok := t.Tables["default"]; !ok {
		return fmt.Errorf("tables lacks \"default\"")
	}
	return t.checkColors()
}

func (t Theme) checkColors() error {
	used := []chart.Color{
		chart.Ink, chart.Muted, chart.Hairline, chart.Accent, chart.Warm, chart.Grey, chart.Tint, chart.White,
		t.Text.Color, t.Band.Color,
	}
	for _, name := range slices.Sorted(maps.Keys(t.Classes)) {
		used = append(used, t.Classes[name].Color)
	}
	for _, h := range t.Headings {
		used = append(used, h.Color)
	}
	for _, role := range used {
		if _, ok := t.Colors[role]; role != chart.None && !ok {
			return fmt.Errorf("colors lacks %q", role)
		}
	}
	return nil
}

// paper is the sheet's width and height.
func (t Theme) paper(landscape bool) (w, h float64) {
	w, h = 210, 297
	if t.Paper == "letter" {
		w, h = 215.9, 279.4
	}
	if landscape {
		w, h = h, w
	}
	return w, h
}

func (t Theme) color(role chart.Color) Color { return t.Colors[role].Color }

// table is the style of the first class that has one.
func (t Theme) table(classes []string) TableStyle {
	for _, c := range classes {
		if s, ok := t.Tables[c]; ok {
			return s
		}
	}
	return t.Tables["default"]
}

package layout

import (
	"cmp"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
	"plimsoll/report/internal/yaml"
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

	colors map[chart.Color]Color
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
type HexColor string

var hexColor = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// LoadTheme reads theme.yaml, a folder's own over the built-in one, and the logo it names. Its errors name the line.
func LoadTheme(templates fs.FS) (Theme, error) {
	var theme Theme
	file, err := yaml.ReadOver(templates, "theme.yaml")
	if err != nil {
		return Theme{}, err
	}
	if err := file.Decode(&theme); err != nil {
		return Theme{}, err
	}
	if err := cmp.Or(theme.check(), theme.readLogo(templates)); err != nil {
		return Theme{}, file.Locate(err)
	}
	return theme.withColors(), nil
}

// withColors has its colours ready for the page.
func (t Theme) withColors() Theme {
	t.colors = map[chart.Color]Color{}
	for role, hex := range t.Colors {
		n, _ := strconv.ParseUint(strings.TrimPrefix(string(hex), "#"), 16, 32) // checked before
		t.colors[role] = Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), Visible: true}
	}
	return t
}

// OnPaper is the theme on other paper.
func (t Theme) OnPaper(paper string) (Theme, error) {
	t.Paper = paper
	return t, t.check()
}

// check finds what is missing or cannot work, before any page is laid out.
func (t Theme) check() error {
	if t.Paper != "a4" && t.Paper != "letter" {
		return yaml.Wrong(yaml.At("paper"), "paper is %q (a4 or letter)", t.Paper)
	}
	if t.Text.Size <= 0 || t.Text.Leading < 1 {
		return yaml.Wrong(yaml.At("text"), "text needs a size above 0 and a leading of at least 1")
	}
	if len(t.Headings) != 4 {
		return yaml.Wrong(yaml.At("headings"), "headings has %d entries (levels 1 to 4)", len(t.Headings))
	}
	for _, class := range markdown.Classes() {
		if _, ok := t.Classes[class]; !ok {
			return yaml.Wrong(yaml.At("classes"), "classes lacks %q", class)
		}
	}
	if _, ok := t.Tables["default"]; !ok {
		return yaml.Wrong(yaml.At("tables"), "tables lacks \"default\"")
	}
	return cmp.Or(t.checkLengths(), t.checkStyles(), t.checkColors())
}

// checkLengths refuses what no page can have.
func (t Theme) checkLengths() error {
	for _, l := range []struct {
		value float64
		at    []any
	}{
		{t.Margin.Top, yaml.At("margin", "top")}, {t.Margin.Right, yaml.At("margin", "right")},
		{t.Margin.Bottom, yaml.At("margin", "bottom")}, {t.Margin.Left, yaml.At("margin", "left")},
		{t.Foot.Height, yaml.At("foot", "height")}, {t.Foot.Size, yaml.At("foot", "size")},
		{t.Gap.Paragraph, yaml.At("gap", "paragraph")}, {t.Gap.Item, yaml.At("gap", "item")},
		{t.Gap.Indent, yaml.At("gap", "indent")}, {t.Gap.Block, yaml.At("gap", "block")},
		{t.Gap.Column, yaml.At("gap", "column")}, {t.Gap.Row, yaml.At("gap", "row")},
		{t.Band.PadX, yaml.At("band", "pad_x")}, {t.Band.PadY, yaml.At("band", "pad_y")},
		{t.Band.Radius, yaml.At("band", "radius")},
		{t.Figure.Height, yaml.At("figure", "height")}, {t.Figure.Inline, yaml.At("figure", "inline")},
	} {
		if !(l.value >= 0 && l.value <= longest) {
			return yaml.Wrong(l.at, "%v is no length for a page (0 to %v)", l.value, longest)
		}
	}
	if w, h := t.paper(false); t.Margin.Left+t.Margin.Right > w/2 || t.Margin.Top+t.Margin.Bottom > h/2 {
		return yaml.Wrong(yaml.At("margin"), "margins leave less than half of the paper")
	}
	return nil
}

// longest bounds every length and size of a theme, in mm or points.
const longest = 200

// checkStyles holds every style of text against what can be set.
func (t Theme) checkStyles() error {
	err := t.checkStyle(t.Text, "text")
	for i, h := range t.Headings {
		err = cmp.Or(err, t.checkStyle(h.Style, "headings", i))
	}
	for _, name := range slices.Sorted(maps.Keys(t.Classes)) {
		err = cmp.Or(err, t.checkStyle(t.Classes[name], "classes", name))
	}
	for _, name := range slices.Sorted(maps.Keys(t.Tables)) {
		err = cmp.Or(err, t.checkStyle(t.Tables[name].Head, "tables", name, "head"),
			t.checkStyle(t.Tables[name].Text, "tables", name, "text"))
	}
	return err
}

func (t Theme) checkStyle(s Style, at ...any) error {
	_, known := t.Colors[s.Color]
	switch {
	case s.Size < 0 || s.Size > longest:
		return yaml.Wrong(append(at, "size"), "%v is no size for text (up to %v points)", s.Size, longest)
	case s.Leading < 0 || s.Leading > 10:
		return yaml.Wrong(append(at, "leading"), "%v is no leading (1 is one size of the text)", s.Leading)
	case s.Spacing < -1 || s.Spacing > 10:
		return yaml.Wrong(append(at, "spacing"), "%v is no distance between letters (0.1 is a tenth of the size)", s.Spacing)
	case s.Color != chart.None && !known:
		return yaml.Wrong(append(at, "color"), "colors lacks %q", s.Color)
	}
	return nil
}

func (t Theme) checkColors() error {
	for _, role := range slices.Sorted(maps.Keys(t.Colors)) {
		if !hexColor.MatchString(string(t.Colors[role])) {
			return yaml.Wrong(yaml.At("colors", string(role)), "%q is no colour (write \"#rrggbb\")", t.Colors[role])
		}
	}
	if _, ok := t.Colors[t.Band.Color]; !ok && t.Band.Color != chart.None {
		return yaml.Wrong(yaml.At("band", "color"), "colors lacks %q", t.Band.Color)
	}
	for _, role := range chart.Colors() {
		if _, ok := t.Colors[role]; !ok {
			return yaml.Wrong(yaml.At("colors"), "colors lacks %q", role)
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

func (t Theme) color(role chart.Color) Color { return t.colors[role] }

// table is the style of the first class that has one.
func (t Theme) table(classes []string) TableStyle {
	for _, c := range classes {
		if s, ok := t.Tables[c]; ok {
			return s
		}
	}
	return t.Tables["default"]
}

// Package layout turns documents into pages of placed items, in millimetres.
//
// Every block becomes slabs: strips of a page that are never broken, with what
// must stay together chained. Pages are filled with slabs. Each placed item
// knows the element of the document it belongs to.
package layout

import (
	"fmt"
	"strconv"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// Options are what pages need beside the document.
type Options struct {
	Theme     Theme
	Paper     string // a4 or letter; blank = that of the theme
	Fonts     *Fonts
	Landscape bool
	Lang      string // BCP 47; Chinese sets shared punctuation wide
	Han       string // BCP 47, of Han characters in a document that is not written in them; "" when not known

	// Figures draws what an image refers to. Of the reference, layout itself
	// reads only width= and height=.
	Figures func(ref string) (chart.Figure, error)

	// The foot of each page. Right is given the page's number, from 1, and how
	// many there are; nil leaves it empty.
	Left, Middle string
	Right        func(page, pages int) string
}

// Missing is a character that no font has; □ stands in its place.
type Missing struct {
	Rune rune
	Text string // the text it was first seen in
}

// Pages lays a document out. Its errors are mistakes in the document, and begin with its file and line.
func Pages(doc *markdown.Document, opt Options) ([]Page, []Missing, error) {
	s := newSetter(doc, opt)
	root := s.element("Document", nil)
	slabs, err := s.blocks(doc.Blocks, frame{width: s.width, style: s.base(), parent: root})
	if err != nil {
		return nil, nil, err
	}
	pages := s.paginate(slabs)
	headingLevels(root, pages)
	for i := range pages {
		boxes(pages[i], i)
		pages[i].Items = append(pages[i].Items, s.foot(i+1, len(pages))...)
	}
	return pages, s.missing, nil
}

// setter lays out one document.
type setter struct {
	Options
	doc     *markdown.Document
	chinese bool
	missing []Missing
	seen    map[rune]bool

	paperW, paperH float64
	width, height  float64 // of the text area
}

func newSetter(doc *markdown.Document, opt Options) *setter {
	if opt.Lang == "" {
		opt.Lang = doc.Lang
	}
	if opt.Paper != "" {
		opt.Theme.Paper = opt.Paper
	}
	s := &setter{Options: opt, doc: doc, seen: map[rune]bool{}}
	s.chinese = len(opt.Lang) >= 2 && opt.Lang[:2] == "zh"
	s.paperW, s.paperH = opt.Theme.paper(opt.Landscape)
	m := opt.Theme.Margin
	s.width, s.height = s.paperW-m.Left-m.Right, s.paperH-m.Top-m.Bottom
	return s
}

func (s *setter) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", s.doc.File, s.doc.Line(line), fmt.Errorf(format, args...))
}

// element hangs a new element below a parent; nil is one that is only measured.
func (s *setter) element(role string, parent *Element) *Element {
	e := &Element{Role: role, Parent: parent}
	if parent != nil {
		e.at = len(parent.Kids)
		parent.Kids = append(parent.Kids, e)
	}
	return e
}

// undo takes away the elements that an attempt hung below a parent which had so many before.
func (e *Element) undo(kids int) { e.Kids = e.Kids[:kids] }

// headingLevels makes levels of headings follow each other: the first is 1, and none is skipped. Templates choose a
// heading by its look. One without any text is none.
func headingLevels(root *Element, pages []Page) {
	held := map[*Element]bool{}
	for _, page := range pages {
		for _, item := range page.Items {
			held[item.Element.within()] = true
		}
	}
	var open []string
	var walk func(e *Element)
	walk = func(e *Element) {
		if e.heading() && held[e] {
			for len(open) > 0 && open[len(open)-1] >= e.Role {
				open = open[:len(open)-1]
			}
			open = append(open, e.Role)
			e.Role = "H" + strconv.Itoa(len(open))
		}
		for _, kid := range e.Kids {
			walk(kid)
		}
	}
	walk(root)
}

// heading tells whether the element is one, of any level.
func (e *Element) heading() bool { return len(e.Role) == 2 && e.Role[0] == 'H' }

// within is the heading that an element is or lies in, nil without one.
func (e *Element) within() *Element {
	for e != nil && !e.heading() {
		e = e.Parent
	}
	return e
}

// frame is the column a block is set in.
type frame struct {
	width  float64
	style  style
	parent *Element
}

func (f frame) inside(parent *Element) frame {
	f.parent = parent
	return f
}

func (f frame) narrowed(width float64) frame {
	f.width = width
	return f
}

// even tells whether a page, counted from 1, mirrors the others: it is the back of a sheet.
func (s *setter) even(page int) bool { return s.Theme.Duplex && page%2 == 0 }

// left is a page's left margin.
func (s *setter) left(page int) float64 {
	if s.even(page) {
		return s.Theme.Margin.Right
	}
	return s.Theme.Margin.Left
}

// foot is the line at the bottom of a page.
func (s *setter) foot(page, pages int) []Item {
	t, from := s.Theme, s.left(page)
	y := s.paperH - t.Foot.Height
	st := s.base().with(Style{Size: t.Foot.Size, Color: chart.Muted})
	left, right := s.Left, ""
	if s.Right != nil {
		right = s.Right(page, pages)
	}
	if s.even(page) {
		left, right = right, left
	}
	end := from + s.width - s.textWidth(right, st)
	middle, wide := s.paperW/2, s.textWidth(s.Middle, st)
	middle = max(min(middle-wide/2, end-wide-4), from+s.textWidth(left, st)+4)
	items := []Item{s.rule(from, y, s.width, chart.Hairline, 0.2)}
	for _, part := range []struct {
		x    float64
		text string
	}{{from, left}, {middle, s.Middle}, {end, right}} {
		items = append(items, s.put(part.x, y+t.Foot.Size*mm*1.35, part.text, st, nil)...)
	}
	for i := range items {
		items[i].Artifact = Footer
	}
	return items
}

// rule is a horizontal line; it means nothing and is an artifact.
func (s *setter) rule(x, y, width float64, color chart.Color, weight float64) Item {
	return Item{Path: &Path{
		Steps:  []Step{{Op: 'M', Points: [3]Point{{x, y}}}, {Op: 'L', Points: [3]Point{{x + width, y}}}},
		Stroke: s.Theme.color(color), Width: weight,
	}}
}

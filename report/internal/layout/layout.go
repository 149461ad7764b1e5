// Package layout turns a document into pages of placed items, in millimetres.
//
// In goes a document as package markdown reads it, with a Theme (the look),
// Fonts (the widths of characters) and somebody who draws its figures. Out come
// pages: texts, paths and images at their places, in reading order, each with
// the element of the document it belongs to. Nothing here knows PDF.
//
// The steps, in their order:
//
//  1. Inlines become runs of text, cleaned and measured (inline.go, text.go),
//     which are broken into lines at the places UAX #14 allows (wrap.go).
//  2. Blocks become strips (block.go, box.go, table.go, figure.go): pieces as
//     wide as their column that are never broken, such as a line or a table's
//     row. Those that must stay together are chained.
//  3. Figures that may stretch take the room that is left on their page
//     (stretch.go).
//  4. Pages are filled with strips (paginate.go); each gets its foot.
//  5. What a reader who does not see the pages is told is read off them:
//     StructureOf (structure.go), Headings (headings.go).
//
// So "# Noise" and a paragraph of three lines are four strips. The first is
// chained to the second, since no page ends with a heading, and the lines to
// each other, since none stands alone:
//
//	doc, err := markdown.Parse("a.md", "# Noise\n\nThree lines …")
//	pages, missing, err := layout.Pages(doc, layout.Options{Theme: theme, Fonts: fonts})
package layout

import (
	"fmt"
	"slices"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// Options are what pages need that the document does not say.
type Options struct {
	Theme     Theme
	Paper     string // a4 or letter; blank = that of the theme
	Fonts     *Fonts
	Landscape bool
	Lang      string // BCP 47; Chinese sets shared punctuation wide
	Han       string // BCP 47, of Han characters in a document that is not written in them; "" when not known

	// Figures draws what an image refers to. Of the reference, layout itself
	// reads only width= and height=; height=17-32 takes the room that is left on
	// the page.
	Figures func(ref string) (chart.Figure, error)

	// Watermark is a word that stands pale across every page, below all else; blank for none.
	Watermark string

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
	l := newLayouter(doc, opt)
	root := l.element("Document", nil)
	sections, err := l.sections(root, doc.Blocks)
	if err != nil {
		return nil, nil, err
	}
	elementsOfAll(root, sections)
	pages := l.fill(stripsOfAll(sections)).pages
	headingLevels(root, pages)
	across := l.watermark()
	for i := range pages {
		boxes(pages[i], i)
		pages[i].Items = slices.Concat(across, pages[i].Items, l.foot(i+1, len(pages)))
	}
	return pages, l.missing, nil
}

// layouter lays out one document.
type layouter struct {
	Options
	doc     *markdown.Document
	chinese bool
	missing []Missing
	seen    map[rune]bool

	paperW, paperH float64
	width, height  float64 // of the text area
	grown          float64 // what figures that stretch are higher than at least
}

func newLayouter(doc *markdown.Document, opt Options) *layouter {
	if opt.Lang == "" {
		opt.Lang = doc.Lang
	}
	if opt.Paper != "" {
		opt.Theme.Paper = opt.Paper
	}
	l := &layouter{Options: opt, doc: doc, seen: map[rune]bool{}}
	l.chinese = len(opt.Lang) >= 2 && opt.Lang[:2] == "zh"
	l.paperW, l.paperH = opt.Theme.paper(opt.Landscape)
	m := opt.Theme.Margin
	l.width, l.height = l.paperW-m.Left-m.Right, l.paperH-m.Top-m.Bottom
	return l
}

func (l *layouter) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", l.doc.File, l.doc.Line(line), fmt.Errorf(format, args...))
}

// column is what a block is set in: so wide, in this style, below this element.
// Its methods give a changed copy.
type column struct {
	width  float64
	style  style
	parent *Element
}

func (col column) inside(parent *Element) column {
	col.parent = parent
	return col
}

func (col column) narrowed(width float64) column {
	col.width = width
	return col
}

// even reports whether a page, counted from 1, mirrors the others: it is the back of a sheet.
func (l *layouter) even(page int) bool { return l.Theme.Duplex && page%2 == 0 }

// left is a page's left margin.
func (l *layouter) left(page int) float64 {
	if l.even(page) {
		return l.Theme.Margin.Right
	}
	return l.Theme.Margin.Left
}

// foot is the line at the bottom of a page.
func (l *layouter) foot(page, pages int) []Item {
	t, from := l.Theme, l.left(page)
	y := l.paperH - t.Foot.Height
	st := l.base().with(Style{Size: t.Foot.Size, Color: chart.Muted})
	left, right := l.Left, ""
	if l.Right != nil {
		right = l.Right(page, pages)
	}
	if l.even(page) {
		left, right = right, left
	}
	end := from + l.width - l.textWidth(right, st)
	middle, wide := l.paperW/2, l.textWidth(l.Middle, st)
	middle = max(min(middle-wide/2, end-wide-4), from+l.textWidth(left, st)+4)
	items := []Item{l.rule(from, y, l.width, chart.Hairline, 0.2)}
	for _, part := range []struct {
		x    float64
		text string
	}{{from, left}, {middle, l.Middle}, {end, right}} {
		items = append(items, l.textItems(part.x, y+t.Foot.Size*mm*1.35, part.text, st, nil)...)
	}
	for i := range items {
		items[i].Artifact = Footer
	}
	return items
}

// rule is a horizontal line; it means nothing and is an artifact.
func (l *layouter) rule(x, y, width float64, color chart.Color, weight float64) Item {
	return Item{Path: &Path{
		Steps:  []Step{{Op: 'M', Points: [3]Point{{x, y}}}, {Op: 'L', Points: [3]Point{{x + width, y}}}},
		Stroke: l.Theme.color(color), Width: weight,
	}}
}

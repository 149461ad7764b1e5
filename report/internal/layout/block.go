package layout

import (
	"slices"
	"strconv"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// strip is a piece of a page as wide as its column that is never
// broken, unless it is higher than a page.
// Its items lie relative to its upper left corner.
type strip struct {
	before, after float64 // white space; the greater of two neighbours counts, none at a page's top
	height        float64
	baseline      float64 // of its first line, 0 without one
	items         []Item
	stretches     int     // figures over one another in it that grow with the room on the page
	chained       bool    // no page ends after it
	newPage       bool    // a page begins with it,
	unlessBelow   float64 // but not where less of the one before it is used
	head          *strip  // a table's head, repeated when a page begins with this strip
}

// chain keeps strips together: all of them, or only the first two and the last
// two, so that neither stands alone.
func chain(strips []strip, all bool) {
	for i := range strips[:max(0, len(strips)-1)] {
		if all || i == 0 || i == len(strips)-2 {
			strips[i].chained = true
		}
	}
}

// spaced puts white space around strips as a whole.
func spaced(strips []strip, before, after float64) []strip {
	if n := len(strips); n > 0 {
		strips[0].before = max(strips[0].before, before)
		strips[n-1].after = max(strips[n-1].after, after)
	}
	return strips
}

// indented moves strips to the right, and the heads they repeat.
func indented(strips []strip, by float64) {
	for i, s := range strips {
		shift(s.items, by, 0)
		if s.head != nil && (i == 0 || strips[i-1].head != s.head) {
			shift(s.head.items, by, 0)
		}
	}
}

// stack joins strips into one, the first at its top.
func stack(strips []strip) strip {
	var out strip
	for i, s := range strips {
		if i > 0 {
			out.height += max(strips[i-1].after, s.before)
		}
		shift(s.items, 0, out.height)
		if out.baseline == 0 && s.baseline > 0 {
			out.baseline = out.height + s.baseline
		}
		out.items = append(out.items, s.items...)
		out.height += s.height
		out.stretches += s.stretches
	}
	return out
}

func (l *layouter) blocks(blocks []markdown.Block, col column) ([]strip, error) {
	var strips []strip
	for _, b := range blocks {
		more, err := l.block(b, col)
		if err != nil {
			return nil, err
		}
		strips = append(strips, more...)
	}
	return strips, nil
}

func (l *layouter) block(b markdown.Block, col column) ([]strip, error) {
	switch b := b.(type) {
	case *markdown.Heading:
		return l.heading(b, col)
	case *markdown.Paragraph:
		return l.paragraph(b, col)
	case *markdown.List:
		return l.list(b, col)
	case *markdown.Table:
		return l.table(b, col)
	case *markdown.Figure:
		return l.figure(b, col)
	case *markdown.Box:
		return l.box(b, col)
	}
	gap := l.Theme.Gap.Block / 2
	line := l.rule(0, 0.1, col.width, chart.Hairline, 0.2)
	return []strip{{before: gap, after: gap, chained: true, height: 0.2, items: []Item{line}}}, nil
}

func (l *layouter) heading(h *markdown.Heading, col column) ([]strip, error) {
	look := l.Theme.Headings[h.Level-1]
	col.style = col.style.with(look.Style)
	col.parent = l.element("H"+strconv.Itoa(h.Level), col.parent)
	lines, err := l.lines(h.Text, col, h.Line)
	if err != nil {
		return nil, err
	}
	strips := spaced(stripsOf(lines), look.Before, look.After)
	for i := range strips {
		strips[i].chained = true
	}
	return strips, nil
}

func (l *layouter) paragraph(p *markdown.Paragraph, col column) ([]strip, error) {
	col.parent = l.element("P", col.parent)
	lines, err := l.lines(p.Text, col, p.Line)
	if err != nil {
		return nil, err
	}
	strips := stripsOf(lines)
	chain(strips, false)
	return spaced(strips, l.Theme.Gap.Paragraph, l.Theme.Gap.Paragraph), nil
}

func stripsOf(lines []line) []strip {
	strips := make([]strip, len(lines))
	for i, line := range lines {
		strips[i] = strip{height: line.height, baseline: line.baseline, items: line.items}
	}
	return strips
}

func (l *layouter) list(list *markdown.List, col column) ([]strip, error) {
	col.parent = l.element("L", col.parent)
	var strips []strip
	for i, item := range list.Items {
		mark := "•"
		if list.Ordered {
			mark = strconv.Itoa(list.Start+i) + "."
		}
		more, err := l.item(item, mark, col)
		if err != nil {
			return nil, err
		}
		strips = append(strips, spaced(more, l.Theme.Gap.Item, l.Theme.Gap.Item)...)
	}
	col.parent.Labels = labels(col.parent, list.Ordered)
	chain(strips, false)
	return spaced(strips, l.Theme.Gap.Paragraph, l.Theme.Gap.Paragraph), nil
}

// labels says how the items of a list are labelled.
func labels(list *Element, ordered bool) string {
	switch {
	case !slices.ContainsFunc(list.Kids, func(li *Element) bool { return li.Kids[0].Role == "Lbl" }):
		return ""
	case ordered:
		return "Decimal"
	}
	return "Disc"
}

// item sets one item of a list. An image at its beginning takes the place of
// the mark.
func (l *layouter) item(blocks []markdown.Block, mark string, col column) ([]strip, error) {
	li := l.element("LI", col.parent)
	var label markdown.Inline = &markdown.Text{String: mark, Classes: []string{"muted"}}
	image, lineNumber, rest := leadingImage(blocks)
	if image != nil {
		label, blocks = image, rest
	}
	marks, err := l.label(label, col.inside(li), lineNumber)
	if err != nil {
		return nil, err
	}
	indent := max(l.Theme.Gap.Indent, marks.width+1.2)
	strips, err := l.blocks(blocks, col.narrowed(col.width-indent).inside(l.element("LBody", li)))
	if err != nil {
		return nil, err
	}
	if len(strips) == 0 {
		strips = []strip{{height: marks.height, baseline: marks.baseline}}
	}
	indented(strips, indent)
	shift(marks.items, 0, strips[0].baseline-marks.baseline)
	strips[0].items = append(marks.items, strips[0].items...)
	return strips, nil
}

// label sets the mark of an item; one that is mere decoration is none to a reader who cannot see it.
func (l *layouter) label(mark markdown.Inline, col column, lineNumber int) (line, error) {
	if image, ok := mark.(*markdown.Image); !ok || image.Alt != "-" {
		col.parent = l.element("Lbl", col.parent)
	}
	lines, err := l.lines([]markdown.Inline{mark}, col, lineNumber)
	if err != nil {
		return line{}, err
	}
	return lines[0], nil
}

func (l *layouter) figure(b *markdown.Figure, col column) ([]strip, error) {
	drawing, err := l.draw(b.Ref, figureBox{width: col.width, height: l.Theme.Figure.Height, room: col.width}, b.Line)
	if err != nil {
		return nil, err
	}
	e := l.figureElement(b.Alt, col.parent)
	strips := []strip{{height: drawing.H, items: l.paint(drawing, 0, 0, e), stretches: drawing.stretches}}
	if b.Caption != nil {
		role := "Caption"
		if e == nil {
			role = "P" // there is nothing that it is the caption of
		}
		caption, err := l.caption(b, col.inside(l.element(role, col.parent)))
		if err != nil {
			return nil, err
		}
		strips = append(strips, caption...)
	}
	chain(strips, true)
	return spaced(strips, l.Theme.Gap.Paragraph, l.Theme.Gap.Paragraph), nil
}

func (l *layouter) caption(b *markdown.Figure, col column) ([]strip, error) {
	col.style = col.style.with(l.Theme.Classes["small"]).with(l.Theme.Classes["muted"])
	lines, err := l.lines(b.Caption, col, b.Line)
	return spaced(stripsOf(lines), l.Theme.Gap.Item, 0), err
}

package layout

import (
	"slices"
	"strconv"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// slab is a strip of a page that is never broken, unless it is higher than one.
// Its items lie relative to its upper left corner.
type slab struct {
	before, after float64 // white space; the greater of two neighbours counts, none at a page's top
	height        float64
	baseline      float64 // of its first line, 0 without one
	items         []Item
	chained       bool  // no page ends after it
	newPage       bool  // a page begins with it
	head          *slab // a table's head, repeated when a page begins with this slab
}

// chain keeps slabs together: all of them, or only the first two and the last
// two, so that neither stands alone.
func chain(slabs []slab, all bool) {
	for i := range slabs[:max(0, len(slabs)-1)] {
		if all || i == 0 || i == len(slabs)-2 {
			slabs[i].chained = true
		}
	}
}

// apart puts white space around slabs as a whole.
func apart(slabs []slab, before, after float64) []slab {
	if n := len(slabs); n > 0 {
		slabs[0].before = max(slabs[0].before, before)
		slabs[n-1].after = max(slabs[n-1].after, after)
	}
	return slabs
}

// indented moves slabs to the right, and the heads they repeat.
func indented(slabs []slab, by float64) {
	for i, b := range slabs {
		shift(b.items, by, 0)
		if b.head != nil && (i == 0 || slabs[i-1].head != b.head) {
			shift(b.head.items, by, 0)
		}
	}
}

// stack joins slabs into one.
func stack(slabs []slab) slab {
	var out slab
	for i, b := range slabs {
		if i > 0 {
			out.height += max(slabs[i-1].after, b.before)
		}
		shift(b.items, 0, out.height)
		if out.baseline == 0 && b.baseline > 0 {
			out.baseline = out.height + b.baseline
		}
		out.items = append(out.items, b.items...)
		out.height += b.height
	}
	return out
}

func (s *setter) blocks(blocks []markdown.Block, f frame) ([]slab, error) {
	var slabs []slab
	for _, b := range blocks {
		more, err := s.block(b, f)
		if err != nil {
			return nil, err
		}
		slabs = append(slabs, more...)
	}
	return slabs, nil
}

func (s *setter) block(b markdown.Block, f frame) ([]slab, error) {
	switch b := b.(type) {
	case *markdown.Heading:
		return s.heading(b, f)
	case *markdown.Paragraph:
		return s.paragraph(b, f)
	case *markdown.List:
		return s.list(b, f)
	case *markdown.Table:
		return s.table(b, f)
	case *markdown.Figure:
		return s.figure(b, f)
	case *markdown.Box:
		return s.box(b, f)
	}
	gap := s.Theme.Gap.Block / 2
	rule := slab{before: gap, after: gap, chained: true, height: 0.2, items: []Item{s.rule(0, 0.1, f.width, chart.Hairline, 0.2)}}
	return []slab{rule}, nil
}

func (s *setter) heading(h *markdown.Heading, f frame) ([]slab, error) {
	look := s.Theme.Headings[h.Level-1]
	f.style = f.style.with(look.Style)
	f.parent = s.element("H"+strconv.Itoa(h.Level), f.parent)
	lines, err := s.lines(h.Text, f, h.Line)
	if err != nil {
		return nil, err
	}
	slabs := apart(slabsOf(lines), look.Before, look.After)
	for i := range slabs {
		slabs[i].chained = true
	}
	return slabs, nil
}

func (s *setter) paragraph(p *markdown.Paragraph, f frame) ([]slab, error) {
	f.parent = s.element("P", f.parent)
	lines, err := s.lines(p.Text, f, p.Line)
	if err != nil {
		return nil, err
	}
	slabs := slabsOf(lines)
	chain(slabs, false)
	return apart(slabs, s.Theme.Gap.Paragraph, s.Theme.Gap.Paragraph), nil
}

func slabsOf(lines []line) []slab {
	slabs := make([]slab, len(lines))
	for i, l := range lines {
		slabs[i] = slab{height: l.height, baseline: l.baseline, items: l.items}
	}
	return slabs
}

func (s *setter) list(l *markdown.List, f frame) ([]slab, error) {
	f.parent = s.element("L", f.parent)
	var slabs []slab
	for i, item := range l.Items {
		mark := "•"
		if l.Ordered {
			mark = strconv.Itoa(l.Start+i) + "."
		}
		more, err := s.item(item, mark, f)
		if err != nil {
			return nil, err
		}
		slabs = append(slabs, apart(more, s.Theme.Gap.Item, s.Theme.Gap.Item)...)
	}
	f.parent.Labels = labels(f.parent, l.Ordered)
	chain(slabs, false)
	return apart(slabs, s.Theme.Gap.Paragraph, s.Theme.Gap.Paragraph), nil
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
func (s *setter) item(blocks []markdown.Block, mark string, f frame) ([]slab, error) {
	li := s.element("LI", f.parent)
	var label markdown.Inline = &markdown.Text{String: mark, Classes: []string{"muted"}}
	line := 0
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*markdown.Paragraph); ok {
			if image, rest := startsWithImage(p); image != nil {
				label, line = image, p.Line
				blocks = append([]markdown.Block{rest}, blocks[1:]...)
			}
		}
	}
	marks, err := s.label(label, f.inside(li), line)
	if err != nil {
		return nil, err
	}
	indent := max(s.Theme.Gap.Indent, marks.width+1.2)
	slabs, err := s.blocks(blocks, f.narrowed(f.width-indent).inside(s.element("LBody", li)))
	if err != nil {
		return nil, err
	}
	if len(slabs) == 0 {
		slabs = []slab{{height: marks.height, baseline: marks.baseline}}
	}
	indented(slabs, indent)
	shift(marks.items, 0, slabs[0].baseline-marks.baseline)
	slabs[0].items = append(marks.items, slabs[0].items...)
	return slabs, nil
}

// label sets the mark of an item; one that is mere decoration is none to a reader who cannot see it.
func (s *setter) label(mark markdown.Inline, f frame, lineNumber int) (line, error) {
	if image, ok := mark.(*markdown.Image); !ok || image.Alt != "-" {
		f.parent = s.element("Lbl", f.parent)
	}
	lines, err := s.lines([]markdown.Inline{mark}, f, lineNumber)
	if err != nil {
		return line{}, err
	}
	return lines[0], nil
}

func (s *setter) figure(b *markdown.Figure, f frame) ([]slab, error) {
	drawing, err := s.draw(b.Ref, f.width, s.Theme.Figure.Height, b.Line)
	if err != nil {
		return nil, err
	}
	drawing = drawing.within(f.width)
	var e *Element
	if b.Alt != "-" {
		e = s.element("Figure", f.parent)
		e.Alt = b.Alt
	}
	slabs := []slab{{height: drawing.H, items: s.paint(drawing, 0, 0, e)}}
	if b.Caption != nil {
		f.style = f.style.with(s.Theme.Classes["small"]).with(s.Theme.Classes["muted"])
		role := "Caption"
		if e == nil {
			role = "P"
		}
		lines, err := s.lines(b.Caption, f.inside(s.element(role, f.parent)), b.Line)
		if err != nil {
			return nil, err
		}
		slabs = append(slabs, apart(slabsOf(lines), s.Theme.Gap.Item, 0)...)
	}
	chain(slabs, true)
	return apart(slabs, s.Theme.Gap.Paragraph, s.Theme.Gap.Paragraph), nil
}

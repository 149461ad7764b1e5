package layout

import (
	"strings"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// object stands for a figure in a line of text; UAX #14 lets a line break on
// either side of it.
const object = '\ufffc'

// piece is a stretch of a paragraph in one style, or a figure.
type piece struct {
	text    string // clean
	style   style
	element *Element
	figure  *drawn
}

// line is one line of text; its items lie relative to its upper left corner.
type line struct {
	items    []Item
	width    float64
	height   float64
	baseline float64
	caps     float64 // size of its largest text
}

// stretch is the pieces between two forced breaks, as one text.
type stretch struct {
	pieces []piece
	text   string
	at     []float64 // widths of the text's beginnings, by byte
	style  style     // of an empty line
}

// stretches prepares inlines for breaking. Elements of figures and links hang
// under the frame's parent.
func (s *setter) stretches(inlines []markdown.Inline, f frame, lineNumber int) ([]stretch, error) {
	all := []stretch{{style: f.style}}
	for _, in := range inlines {
		last := &all[len(all)-1]
		switch in := in.(type) {
		case *markdown.Text:
			last.pieces = s.addText(last.pieces, in, f)
		case *markdown.Image:
			p, err := s.imagePiece(in, f, lineNumber)
			if err != nil {
				return nil, err
			}
			last.pieces = append(last.pieces, p)
		case *markdown.Break:
			all = append(all, stretch{style: f.style})
		}
	}
	for i := range all {
		s.measure(&all[i])
	}
	return all, nil
}

// addText adds a piece for each passage in a language; where text is only measured, one for all.
func (s *setter) addText(pieces []piece, t *markdown.Text, f frame) []piece {
	st := f.style
	for _, class := range t.Classes {
		st = st.with(s.Theme.Classes[class])
	}
	st.bold = st.bold || t.Bold
	e := f.parent
	if t.Link != "" {
		e = s.element("Link", e)
		e.URL = t.Link
		st.color = chart.Accent
	}
	text := strings.ReplaceAll(s.clean(t.String, st), string(object), "")
	if f.parent == nil {
		return append(pieces, piece{text: text, style: st})
	}
	for text != "" {
		passage, lang := s.passage(text, t.Lang)
		holder := e
		if lang != "" {
			holder = s.element("Span", e)
			holder.Lang = lang
		}
		pieces = append(pieces, piece{text: passage, style: st, element: holder})
		text = text[len(passage):]
	}
	return pieces
}

func (s *setter) imagePiece(image *markdown.Image, f frame, lineNumber int) (piece, error) {
	side := f.style.size * mm * s.Theme.Figure.Inline
	drawing, err := s.draw(image.Ref, side, side, lineNumber)
	if err != nil {
		return piece{}, err
	}
	drawing = drawing.within(f.width)
	var e *Element
	if image.Alt != "-" {
		e = s.element("Figure", f.parent)
		e.Alt = image.Alt
	}
	return piece{text: string(object), style: f.style, element: e, figure: &drawing}, nil
}

func (s *setter) measure(st *stretch) {
	var all strings.Builder
	for _, p := range st.pieces {
		all.WriteString(p.text)
	}
	st.text = all.String()
	st.at = make([]float64, len(st.text)+1)
	offset, x := 0, 0.0
	for _, p := range st.pieces {
		for i, r := range p.text {
			st.at[offset+i] = x
			if p.figure != nil {
				x += p.figure.W
				continue
			}
			_, w := s.runeWidth(r, p.style)
			x += w
		}
		offset += len(p.text)
		st.at[offset] = x
	}
}

// lines breaks inlines to the frame's width.
func (s *setter) lines(inlines []markdown.Inline, f frame, lineNumber int) ([]line, error) {
	all, err := s.stretches(inlines, f, lineNumber)
	if err != nil {
		return nil, err
	}
	var lines []line
	for i := range all {
		for _, part := range wrap(all[i].text, all[i].at, f.width) {
			l := s.line(&all[i], part)
			if end := part.to; end < len(all[i].text) && all[i].text[end-1] == ' ' || end == len(all[i].text) && i < len(all)-1 {
				l.space()
			}
			lines = append(lines, l)
		}
	}
	return lines, nil
}

// space ends a line that goes on with one that takes no room, for those who read the text without seeing its lines.
func (l *line) space() {
	if n := len(l.items); n > 0 && l.items[n-1].Text != nil {
		l.items[n-1].Text.String += " "
	}
}

// line places what a span of a stretch holds.
func (s *setter) line(st *stretch, part span) line {
	part.to = part.from + len(strings.TrimRight(st.text[part.from:part.to], " "))
	out := line{width: st.at[part.to] - st.at[part.from]}
	s.lineHeight(&out, st, part)
	offset := 0
	for _, p := range st.pieces {
		from, to := max(part.from, offset), min(part.to, offset+len(p.text))
		if from < to {
			x := st.at[from] - st.at[part.from]
			if p.figure != nil {
				// Figures stand in the middle of the capitals beside them.
				top := out.baseline - out.caps*mm*0.357 - p.figure.H/2
				out.items = append(out.items, s.paint(*p.figure, x, top, p.element)...)
			} else {
				out.items = append(out.items, s.putClean(x, out.baseline, p.text[from-offset:to-offset], p.style, p.element)...)
			}
		}
		offset += len(p.text)
	}
	return out
}

// lineHeight is that of the line's highest text; a higher figure makes room for
// itself.
func (s *setter) lineHeight(out *line, st *stretch, part span) {
	offset, figure := 0, 0.0
	for _, p := range st.pieces {
		inside := max(part.from, offset) < min(part.to, offset+len(p.text))
		offset += len(p.text)
		if !inside {
			continue
		}
		if p.figure != nil {
			figure = max(figure, p.figure.H)
		} else {
			out.caps = max(out.caps, p.style.size)
		}
		out.height = max(out.height, p.style.lineHeight())
		out.baseline = max(out.baseline, p.style.baseline())
	}
	if out.caps == 0 {
		out.caps = st.style.size
	}
	if out.height == 0 {
		out.height, out.baseline = st.style.lineHeight(), st.style.baseline()
	}
	if more := figure - out.height; more > 0 {
		out.height += more
		out.baseline += more / 2
	}
}

// needs is the width inlines need at the least, with every break taken, and at
// the most, with none.
func (s *setter) needs(inlines []markdown.Inline, f frame, lineNumber int) (least, most float64, err error) {
	all, err := s.stretches(inlines, f, lineNumber)
	for _, st := range all {
		least = max(least, widest(st.text, st.at))
		most = max(most, st.at[len(strings.TrimRight(st.text, " "))])
	}
	return least, most, err
}

// startsWithImage takes the image off that a paragraph begins with, to serve as
// the mark of a list's item.
func startsWithImage(p *markdown.Paragraph) (*markdown.Image, *markdown.Paragraph) {
	if len(p.Text) == 0 {
		return nil, p
	}
	image, ok := p.Text[0].(*markdown.Image)
	if !ok {
		return nil, p
	}
	rest := &markdown.Paragraph{Line: p.Line, Text: append([]markdown.Inline(nil), p.Text[1:]...)}
	if len(rest.Text) > 0 {
		if t, ok := rest.Text[0].(*markdown.Text); ok {
			trimmed := *t
			trimmed.String = strings.TrimLeft(t.String, " \u00a0")
			rest.Text[0] = &trimmed
		}
	}
	return image, rest
}

package layout

import (
	"slices"
	"strings"

	"plimsoll/report/internal/chart"
	"plimsoll/report/internal/markdown"
)

// objectReplacement stands for a figure in a line of text; UAX #14 lets a line break on
// either side of it.
const objectReplacement = '\ufffc'

// piece is a part of a paragraph in one style, or a figure.
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

// textRun is the pieces between two forced breaks, as one text.
type textRun struct {
	pieces []piece
	text   string
	at     []float64 // widths of the text's beginnings, by byte
	style  style     // of an empty line
}

// textRuns prepares inlines for breaking. Elements of figures and links hang
// below the column's parent.
func (l *layouter) textRuns(inlines []markdown.Inline, col column, lineNumber int) ([]textRun, error) {
	all := []textRun{{style: col.style}}
	for _, in := range inlines {
		last := &all[len(all)-1]
		switch in := in.(type) {
		case *markdown.Text:
			last.pieces = l.addText(last.pieces, in, col)
		case *markdown.Image:
			p, err := l.imagePiece(in, col, lineNumber)
			if err != nil {
				return nil, err
			}
			last.pieces = append(last.pieces, p)
		case *markdown.Break:
			all = append(all, textRun{style: col.style})
		}
	}
	for i := range all {
		l.measure(&all[i])
	}
	return all, nil
}

// addText adds a piece for each passage in a language; where text is only measured, one for all.
func (l *layouter) addText(pieces []piece, t *markdown.Text, col column) []piece {
	st := col.style
	for _, class := range t.Classes {
		st = st.with(l.Theme.Classes[class])
	}
	st.bold = st.bold || t.Bold
	e := col.parent
	if t.Link != "" {
		e = l.element("Link", e)
		e.URL = t.Link
		st.color = chart.Accent
	}
	text := strings.ReplaceAll(l.clean(t.String, st), string(objectReplacement), "")
	if col.parent == nil {
		return append(pieces, piece{text: text, style: st})
	}
	for text != "" {
		passage, lang := l.passage(text, t.Lang)
		holder := e
		if lang != "" || t.Says != "" {
			holder = l.element("Span", e)
			holder.Lang, holder.Alt = lang, t.Says
		}
		pieces = append(pieces, piece{text: passage, style: st, element: holder})
		text = text[len(passage):]
	}
	return pieces
}

func (l *layouter) imagePiece(image *markdown.Image, col column, lineNumber int) (piece, error) {
	side := col.style.size * mm * l.Theme.Figure.Inline
	drawing, err := l.draw(image.Ref, figureBox{width: side, height: side, room: col.width}, lineNumber)
	if err != nil {
		return piece{}, err
	}
	e := l.figureElement(image.Alt, col.parent)
	return piece{text: string(objectReplacement), style: col.style, element: e, figure: &drawing}, nil
}

func (l *layouter) measure(run *textRun) {
	var all strings.Builder
	for _, p := range run.pieces {
		all.WriteString(p.text)
	}
	run.text = all.String()
	run.at = make([]float64, len(run.text)+1)
	offset, x := 0, 0.0
	for _, p := range run.pieces {
		for i, r := range p.text {
			run.at[offset+i] = x
			if p.figure != nil {
				x += p.figure.W
				continue
			}
			_, w := l.runeWidth(r, p.style)
			x += w
		}
		offset += len(p.text)
		run.at[offset] = x
	}
}

// lines breaks inlines to the column's width.
func (l *layouter) lines(inlines []markdown.Inline, col column, lineNumber int) ([]line, error) {
	all, err := l.textRuns(inlines, col, lineNumber)
	if err != nil {
		return nil, err
	}
	var lines []line
	for i := range all {
		for _, part := range wrap(all[i].text, all[i].at, col.width) {
			line := l.line(&all[i], part)
			last := part.to == len(all[i].text)
			if last && i < len(all)-1 || !last && all[i].text[part.to-1] == ' ' {
				line.space()
			}
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// space ends a line that goes on with one that takes no room, for those who read the text without seeing its lines.
func (line *line) space() {
	if n := len(line.items); n > 0 && line.items[n-1].Text != nil {
		line.items[n-1].Text.String += " "
	}
}

// line places what a span of a run of text holds.
func (l *layouter) line(run *textRun, part span) line {
	part.to = part.from + len(strings.TrimRight(run.text[part.from:part.to], " "))
	out := line{width: run.at[part.to] - run.at[part.from]}
	l.lineHeight(&out, run, part)
	offset := 0
	for _, p := range run.pieces {
		from, to := max(part.from, offset), min(part.to, offset+len(p.text))
		if from < to {
			x := run.at[from] - run.at[part.from]
			if p.figure != nil {
				// Figures stand in the middle of the capitals around them.
				top := out.baseline - out.caps*mm*0.357 - p.figure.H/2
				out.items = append(out.items, l.paint(*p.figure, x, top, p.element)...)
			} else {
				text := p.text[from-offset : to-offset]
				out.items = append(out.items, l.cleanItems(x, out.baseline, text, p.style, p.element)...)
			}
		}
		offset += len(p.text)
	}
	return out
}

// lineHeight is that of the line's highest text; a higher figure makes room for
// itself.
func (l *layouter) lineHeight(out *line, run *textRun, part span) {
	offset, figure := 0, 0.0
	for _, p := range run.pieces {
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
		out.caps = run.style.size
	}
	if out.height == 0 {
		out.height, out.baseline = run.style.lineHeight(), run.style.baseline()
	}
	if more := figure - out.height; more > 0 {
		out.height += more
		out.baseline += more / 2
	}
}

// needs is the width inlines need at the least, with every break taken, and at
// the most, with none.
func (l *layouter) needs(inlines []markdown.Inline, col column, lineNumber int) (least, most float64, err error) {
	all, err := l.textRuns(inlines, col, lineNumber)
	for _, run := range all {
		least = max(least, widest(run.text, run.at))
		most = max(most, run.at[len(strings.TrimRight(run.text, " "))])
	}
	return least, most, err
}

// leadingImage takes the image off that the first paragraph of an item begins with, to serve as its mark. It is nil where
// there is none.
func leadingImage(blocks []markdown.Block) (image *markdown.Image, lineNumber int, rest []markdown.Block) {
	if len(blocks) == 0 {
		return nil, 0, blocks
	}
	p, ok := blocks[0].(*markdown.Paragraph)
	if !ok || len(p.Text) == 0 {
		return nil, 0, blocks
	}
	if image, ok = p.Text[0].(*markdown.Image); !ok {
		return nil, 0, blocks
	}
	text := slices.Clone(p.Text[1:])
	if len(text) > 0 {
		if t, ok := text[0].(*markdown.Text); ok {
			trimmed := *t
			trimmed.String = strings.TrimLeft(t.String, " \u00a0")
			text[0] = &trimmed
		}
	}
	return image, p.Line, append([]markdown.Block{&markdown.Paragraph{Line: p.Line, Text: text}}, blocks[1:]...)
}

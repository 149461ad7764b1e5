package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"plimsoll/report/internal/chart"
)

// style is how text looks, with nothing left open.
type style struct {
	size    float64
	leading float64
	bold    bool
	color   chart.Color
	upper   bool
	spacing float64 // in sizes
}

// base is the style of running text.
func (l *layouter) base() style {
	return style{leading: 1.36, color: chart.Ink}.with(l.Theme.Text)
}

// with lays what a Style says over a style.
func (st style) with(over Style) style {
	if over.Size > 0 {
		st.size = math.Round(over.Size*100) / 100 // as a document states it
	}
	if over.Leading > 0 {
		st.leading = over.Leading
	}
	if over.Bold != nil {
		st.bold = *over.Bold
	}
	if over.Color != chart.None {
		st.color = over.Color
	}
	if over.Spacing != 0 {
		st.spacing = over.Spacing
	}
	st.upper = st.upper || over.Upper
	return st
}

// lineHeight is in mm.
func (st style) lineHeight() float64 { return st.size * st.leading * mm }

// baseline is how far below a line's top its baseline lies: capitals stand in
// the line's middle, a hair low to leave room for marks on them.
func (st style) baseline() float64 { return st.size * mm * (st.leading/2 + 0.37) }

// clean makes text that every font can be asked for: composed characters, no
// line ends, capitals where the style wants them, and a box for what no face
// has, which is reported.
func (l *layouter) clean(text string, st style) string {
	if st.upper {
		text = strings.ToUpper(text)
	}
	if plain(text) {
		return text
	}
	text = norm.NFC.String(strings.ToValidUTF8(text, "\ufffd"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == objectReplacement || invisible(r):
			return r
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u3000' || r == 0:
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		// A character for private use means nothing to a reader, whatever a font draws for it.
		if _, _, ok := l.Fonts.face(r, st.bold, l.chinese); !ok || r == '\ufffd' || unicode.Is(unicode.Co, r) {
			l.report(r, text)
			return l.Fonts.substitute()
		}
		return r
	}, text)
}

// plain reports whether a text is printable ASCII, which needs no cleaning.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

func (l *layouter) report(r rune, text string) {
	if l.seen[r] {
		return
	}
	l.seen[r] = true
	l.missing = append(l.missing, Missing{Rune: r, Text: text})
}

// runeWidth is the width of a clean character in mm.
func (l *layouter) runeWidth(r rune, st style) (Face, float64) {
	if invisible(r) {
		return "", 0
	}
	face, width, _ := l.Fonts.face(r, st.bold, l.chinese)
	return face, (float64(width)/1000 + st.spacing) * st.size * mm
}

// textWidth is the width of any text on one line.
func (l *layouter) textWidth(text string, st style) float64 {
	var width float64
	for _, r := range l.clean(text, st) {
		_, w := l.runeWidth(r, st)
		width += w
	}
	return width
}

// textItems places any text on a baseline, in as many items as it needs faces.
func (l *layouter) textItems(x, y float64, text string, st style, e *Element) []Item {
	return l.cleanItems(x, y, l.clean(text, st), st, e)
}

// cleanItems is the same for text that is clean.
func (l *layouter) cleanItems(x, y float64, text string, st style, e *Element) []Item {
	var items []Item
	var open *Text
	from := 0
	text = visible(text)
	for i, r := range text {
		face, width := l.runeWidth(r, st)
		if open == nil || open.Face != face {
			from = i
			open = &Text{X: x, Y: y, Size: st.size, Spacing: st.spacing * st.size * mm, Face: face,
				Color: l.Theme.color(st.color)}
			items = append(items, Item{Element: e, Text: open})
		}
		open.String = text[from : i+utf8.RuneLen(r)]
		open.Width += width
		x += width
	}
	return items
}

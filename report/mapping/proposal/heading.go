package proposal

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
)

// certainty is how sure a recognition is.
type certainty int

const (
	no certainty = iota
	unsure
	likely
	sure
)

func (c certainty) String() string { return [...]string{"", "unsure", "likely", "sure"}[c] }

// reading is what a heading may mean.
type reading struct {
	how     certainty
	because string
	words   float64 // where it is not sure: how many words of the name say so
}

// inBrackets is what a heading says beside its name: a unit, a limit, a remark.
var inBrackets = regexp.MustCompile(`[(\[（【].*?[)\]）】]`)

// counting is a word behind a name that says how it is written: Room no.
var counting = regexp.MustCompile(`(?i)[ .]+(?:no|nr|num|number)\.?$`)

// parts are the pieces of a heading that may be its name: without brackets and units, and each language of several.
func parts(heading string, area *standard.Area) []string {
	bare := inBrackets.ReplaceAllString(heading, " ")
	list := []string{bare}
	between := func(r rune) bool { return strings.ContainsRune("\n/|,;:：，；", r) }
	list = append(list, strings.FieldsFunc(bare, between)...)
	list = append(list, scripts(bare)...)
	list = append(list, counting.ReplaceAllString(strings.TrimSpace(bare), ""))
	if area != nil {
		for _, p := range append(list[:len(list):len(list)], heading) {
			list = append(list, withoutUnits(p, area))
		}
	}
	return list
}

// scripts parts a text where Han and Latin letters meet: 噪声 Noise.
func scripts(s string) []string {
	var han, other strings.Builder
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			han.WriteRune(r)
			other.WriteRune(' ')
		} else {
			other.WriteRune(r)
			han.WriteRune(' ')
		}
	}
	return []string{strings.ReplaceAll(han.String(), " ", ""), other.String()}
}

// withoutUnits drops the words that are units of the area.
func withoutUnits(s string, area *standard.Area) string {
	var kept []string
	for _, word := range strings.Fields(s) {
		if len(area.UnitsIn(word)) == 0 {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

// name is a name of a column of the audit workbook in the forms in which it is compared.
type name struct {
	written, key string
	words        []string
	han          bool
}

func newName(written string) name {
	key := declaration.Key(written)
	return name{written, key, words(written), key != "" && unicode.Is(unicode.Han, []rune(key)[0])}
}

// text is a heading, or a label, in the forms in which it is compared.
type text struct {
	written, key string
	pieces       []string // keys
	words        map[string]bool
}

// newText knows the units of an area; nil is fine.
func newText(written string, area *standard.Area) *text {
	t := &text{written: written, key: declaration.Key(written), words: map[string]bool{}}
	for _, p := range parts(written, area) {
		if key := declaration.Key(p); key != "" && key != "sign " {
			t.pieces = append(t.pieces, key)
		}
	}
	for _, w := range words(written) {
		t.words[w] = true
	}
	return t
}

// meaning holds a heading against the names of a column of a sheet, in every language.
func (p *proposer) meaning(t *text, sheet *standard.Sheet, col *standard.Column) reading {
	best := reading{}
	named := func(s string) bool { at := sheet.Column(s); return at >= 0 && &sheet.Columns[at] == col }
	switch {
	case named(t.written):
		return reading{sure, "the heading is a name of the column", 1}
	case slices.ContainsFunc(t.pieces, named):
		best = reading{likely, "the heading holds the column's name", 1}
	}
	for _, n := range p.names[col] {
		if r := t.resembles(n); r.how > best.how {
			best = r
		}
	}
	if best.how < likely && p.called(t, col) {
		return reading{likely, "people call " + col.Name + " so", 1}
	}
	if best.how < likely && slices.ContainsFunc(p.others[col.Name], func(n name) bool { return n.key == t.key }) {
		return reading{likely, "the heading is a name of " + col.Name + " in another table", 1}
	}
	return best
}

// called says whether a heading, or a piece of it, is what people call a column.
func (p *proposer) called(t *text, col *standard.Column) bool {
	list := p.set.Words["headings"]
	return list[t.key] == col.Name || slices.ContainsFunc(t.pieces, func(key string) bool { return list[key] == col.Name })
}

// limitWords says whether a heading speaks of a limit and not of what was measured.
func (p *proposer) limitWords(heading string) bool {
	list := p.set.Words["limits"]
	for _, piece := range append(parts(heading, nil), words(heading)...) {
		if list[declaration.Key(piece)] != "" {
			return true
		}
	}
	return false
}

// isMean says whether a heading speaks of a mean.
func (p *proposer) isMean(heading string) bool {
	return slices.ContainsFunc(words(heading), func(w string) bool {
		word, known := p.set.Words.Find("totals", w)
		return known && word == "mean"
	})
}

// slipLength is how long a name must be for a heading that differs a little to be taken for a slip of the pen.
const slipLength = 6

func (t *text) resembles(n name) reading {
	switch {
	case t.holds(n):
		return reading{unsure, "the heading speaks of " + strings.ToLower(n.written), float64(len(n.words))}
	case len(n.key) >= slipLength && abs(len(n.key)-len(t.key)) <= 2 &&
		standard.Nearest(t.written, []string{n.written}) != "":
		return reading{unsure, "the heading looks like " + n.written, 0.3}
	}
	return reading{}
}

func abs(n int) int { return max(n, -n) }

// holds says whether a heading has all words of a name, or of a Han name all of it.
func (t *text) holds(n name) bool {
	if n.han {
		return len([]rune(n.key)) >= 2 && strings.Contains(t.key, n.key)
	}
	if len(n.key) < 4 {
		return false
	}
	for _, w := range n.words {
		if !t.words[w] && !t.words[w+"s"] && !t.words[strings.TrimSuffix(w, "s")] {
			return false
		}
	}
	return true
}

func words(s string) []string {
	return strings.FieldsFunc(standard.FoldText(s), notOfWord)
}

func notOfWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

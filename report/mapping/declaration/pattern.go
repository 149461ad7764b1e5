package declaration

import (
	"errors"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"plimsoll/report/standard"
)

// Pattern is a text in which * stands for anything, ? for one character and # for one digit. What stands between < and
// > is its value; without them the value is what its only * stands for. A backslash takes the meaning from the next
// one.
type Pattern struct {
	Written string

	name  *regexp.Regexp // nil where the pattern has no wildcard
	whole *regexp.Regexp
	value int // the group of whole that is its value
	stars int
}

// NewPattern reads a pattern.
func NewPattern(written string) (Pattern, error) {
	p := Pattern{Written: written}
	var name, whole, run strings.Builder
	wild, from, to := false, 0, 0
	name.WriteString("^")
	whole.WriteString("(?is)^")
	flush := func() {
		name.WriteString(regexp.QuoteMeta(standard.Fold(run.String())))
		whole.WriteString(regexp.QuoteMeta(run.String()))
		run.Reset()
	}
	form := []rune(Spaced(written))
	for i := 0; i < len(form); i++ {
		stands, found := wildcards[form[i]]
		switch {
		case form[i] == '\\' && i+1 < len(form):
			i++
			run.WriteRune(form[i])
		case found:
			flush()
			wild = true
			name.WriteString(stands.name)
			whole.WriteString(stands.whole)
			if form[i] == '*' {
				p.stars++
			}
		case form[i] == '<' && from == 0:
			flush()
			from = i + 1
			whole.WriteString("(?P<value>")
		case form[i] == '>' && from > 0 && to == 0:
			flush()
			to = i + 1
			whole.WriteString(")")
		default:
			run.WriteRune(form[i])
		}
	}
	flush()
	if (from > 0) != (to > 0) || from > 0 && to == from+1 {
		return p, errors.New(`< and > stand around the part that counts, as in "air <*> 2026"; write \< for the sign itself`)
	}
	p.whole = regexp.MustCompile(whole.String() + "$")
	if wild {
		p.name = regexp.MustCompile(name.String() + "$")
	}
	p.value = max(p.whole.SubexpIndex("value"), 0)
	if p.value == 0 && p.stars == 1 {
		p.value = 1
	}
	return p, nil
}

// wildcards are what the signs of a pattern stand for: in a folded name, and in a text as written.
var wildcards = map[rune]struct{ name, whole string }{
	'*': {`.*?`, `(.*?)`},
	'?': {`.`, `.`},
	'#': {`\p{Nd}`, `\p{Nd}`},
}

// Spaced is a text with compatibility characters resolved and every run of white space made one space.
func Spaced(s string) string { return strings.Join(strings.Fields(norm.NFKC.String(s)), " ") }

// Names says whether a name fits: upper and lower case, spaces and punctuation do not matter.
func (p Pattern) Names(name string) bool {
	if p.name == nil {
		return SameName(p.Written, name)
	}
	return p.name.MatchString(standard.Fold(name))
}

// Value is what the pattern takes of a text; ok is false where the text does not fit. Upper and lower case do not
// matter.
func (p Pattern) Value(s string) (value string, ok bool) {
	m := p.whole.FindStringSubmatch(Spaced(s))
	if m == nil {
		return "", false
	}
	return strings.TrimSpace(m[p.value]), true
}

// Fits says whether a text fits as a whole.
func (p Pattern) Fits(s string) bool { return p.whole.MatchString(Spaced(s)) }

// Anything says that every text fits.
func (p Pattern) Anything() bool { return strings.Trim(p.Written, "*") == "" && p.Written != "" }

// hasValue says whether it is plain which part of a text the pattern takes.
func (p Pattern) hasValue() bool { return p.whole.SubexpIndex("value") > 0 || p.stars < 2 }

// SameName says whether two names or headings mean the same.
func SameName(a, b string) bool { return Key(a) == Key(b) }

// anyNames says whether one of the patterns fits a name, anyFits whether one fits a text.
func anyNames(patterns []Pattern, name string) bool {
	for _, p := range patterns {
		if p.Names(name) {
			return true
		}
	}
	return false
}

func anyFits(patterns []Pattern, s string) bool {
	for _, p := range patterns {
		if p.Fits(s) {
			return true
		}
	}
	return false
}

package audit

import (
	"strings"

	"golang.org/x/text/language"

	"plimsoll/report/problem"
)

// LanguageTags are the languages of a factory as its row gives them; what is no tag of a language is in unknown.
func (f *Factory) LanguageTags() (known []language.Tag, unknown []string) {
	for _, word := range strings.FieldsFunc(f.Languages, func(r rune) bool {
		return strings.ContainsRune(",;|/ ，、；",
			r)
	}) {
		if tag, err := language.Parse(word); err == nil {
			known = append(known, tag)
		} else {
			unknown = append(unknown, word)
		}
	}
	return known, unknown
}

// checkLanguages warns of languages that are none: the factory would get no documents in them.
func (c *Collector) checkLanguages(f *Factory) {
	if _, unknown := f.LanguageTags(); len(unknown) > 0 {
		c.report(problem.UnknownLanguage.At(c.cells[factoryCell{f, "Languages"}], "%s is no tag of a language",
			problem.Quoted(strings.Join(unknown, ", "))).Of(f.ID))
	}
}

// SameLanguage says that two tags mean one language in one script: zh-CN and zh-Hans.
func SameLanguage(a, b language.Tag) bool {
	baseA, _ := a.Base()
	baseB, _ := b.Base()
	scriptA, _ := a.Script()
	scriptB, _ := b.Script()
	return baseA == baseB && scriptA == scriptB
}

// In is the programme for documents in a language: each text that it gives in it stands in the place of the plain one.
func (p Programme) In(tag string) Programme {
	for key, text := range p.Spoken {
		if into := p.text(key.Key); into != nil && p.spoken(key.Key, tag) == key {
			*into = text
		}
	}
	return p
}

// Gives says that a text of the programme is given in a language, and not only in one that nobody knows.
func (p *Programme) Gives(key, tag string) bool { return p.spoken(key, tag) != SpokenKey{} }

// spoken is the key under which a text is given in a language: that of the very tag, else of one that means the same,
// of several the first by its letters.
func (p *Programme) spoken(key, tag string) (best SpokenKey) {
	wanted, err := language.Parse(tag)
	if err != nil {
		return best
	}
	for k := range p.Spoken {
		given := language.Make(k.Language)
		switch {
		case k.Key != key || !SameLanguage(given, wanted):
		case k.Language == wanted.String():
			return k
		case best == SpokenKey{} || k.Language < best.Language:
			best = k
		}
	}
	return best
}

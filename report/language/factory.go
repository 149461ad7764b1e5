package language

import (
	"slices"

	"golang.org/x/text/language"

	"plimsoll/report/audit"
)

// tags are the languages of a factory as its row gives them; what is no tag of a known language is left out.
func tags(f *audit.Factory) []language.Tag {
	known, _ := f.LanguageTags()
	return known
}

// LocalTag is the language of a factory's local name: the first of its languages, blank where it gives none.
func LocalTag(f *audit.Factory) string {
	if all := tags(f); len(all) > 0 {
		return all[0].String()
	}
	return ""
}

// HanTag is the language that a factory writes in Han characters, blank where its row does not say.
func HanTag(f *audit.Factory) string {
	for _, tag := range tags(f) {
		script, _ := tag.Script()
		if slices.Contains([]string{"Hans", "Hant", "Jpan", "Kore"}, script.String()) {
			return tag.String()
		}
	}
	return ""
}

// CommonHanTag is the language that all factories that write in Han characters share, blank where they differ.
func CommonHanTag(factories []*audit.Factory) string {
	common := ""
	for _, f := range factories {
		lang := HanTag(f)
		if common != "" && lang != "" && lang != common {
			return ""
		}
		if lang != "" {
			common = lang
		}
	}
	return common
}

// Speaks says whether a language is one of a factory's own: of its Languages, or where it names none, of its country.
func Speaks(f *audit.Factory, lang string) bool {
	wanted, err := language.Parse(lang)
	own := tags(f)
	if country, known := language.Parse("und-" + f.Country); f.Languages == "" && known == nil {
		own = []language.Tag{country}
	}
	return err == nil && slices.ContainsFunc(own, func(tag language.Tag) bool { return audit.SameLanguage(tag, wanted) })
}

// Names gives a factory's two names, the one that leads in this language first. Where both are one, other is blank. lang is
// the language of the other, blank where it is not known.
func (w *Words) Names(f *audit.Factory) (leads, other, lang string) {
	switch {
	case f.LocalName == "" || f.LocalName == f.Name:
		return f.Name, "", ""
	case Speaks(f, w.Lang):
		return f.LocalName, f.Name, ""
	}
	return f.Name, f.LocalName, LocalTag(f)
}

// NameOf is the name of a factory that leads in this language.
func (w *Words) NameOf(f *audit.Factory) string {
	leads, _, _ := w.Names(f)
	return leads
}

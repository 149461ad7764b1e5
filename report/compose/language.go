package compose

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"plimsoll/report/audit"
)

// tags are the languages of a factory as its row gives them; what is no tag of a known language is left out.
func tags(f *audit.Factory) []language.Tag {
	var out []language.Tag
	for _, word := range strings.FieldsFunc(f.Languages, func(r rune) bool { return strings.ContainsRune(",;| ", r) }) {
		if tag, err := language.Parse(word); err == nil {
			out = append(out, tag)
		}
	}
	return out
}

// localLang is the language of a factory's local name: the first of its languages, blank where it gives none.
func localLang(f *audit.Factory) string {
	if all := tags(f); len(all) > 0 {
		return all[0].String()
	}
	return ""
}

// hanLang is the language that a factory writes in Han characters, blank where its row does not say.
func hanLang(f *audit.Factory) string {
	for _, tag := range tags(f) {
		script, _ := tag.Script()
		if slices.Contains([]string{"Hans", "Hant", "Jpan", "Kore"}, script.String()) {
			return tag.String()
		}
	}
	return ""
}

// commonHan is the language that all factories that write in Han characters share, blank where they differ.
func commonHan(factories []*audit.Factory) string {
	common := ""
	for _, f := range factories {
		lang := hanLang(f)
		if common != "" && lang != "" && lang != common {
			return ""
		}
		if lang != "" {
			common = lang
		}
	}
	return common
}

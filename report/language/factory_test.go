package language

import (
	"testing"

	"plimsoll/report/audit"
)

func TestLanguagesOfFactories(t *testing.T) {
	for languages, want := range map[string][2]string{
		"":               {"", ""},
		"zh-Hans":        {"zh-Hans", "zh-Hans"},
		"vi, zh-Hans":    {"vi", "zh-Hans"},
		"Chinese; en":    {"en", ""},
		"zh} {.big | ja": {"ja", "ja"},
		"zh":             {"zh", "zh"},
	} {
		f := &audit.Factory{Languages: languages}
		if got := [2]string{LocalTag(f), HanTag(f)}; got != want {
			t.Errorf("%q: %v, not %v", languages, got, want)
		}
	}
	for want, languages := range map[string][]string{"zh-Hans": {"vi", "zh-Hans", "", "zh-Hans"}, "": {"zh-Hans", "ja"}} {
		var all []*audit.Factory
		for _, l := range languages {
			all = append(all, &audit.Factory{Languages: l})
		}
		if got := CommonHanTag(all); got != want {
			t.Errorf("%v have %q in common, not %q", languages, got, want)
		}
	}
}

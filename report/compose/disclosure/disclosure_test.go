package disclosure

import (
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/templates"
)

// TestEverySectionIsIndexed holds the indexes to sections and words that exist, in every language.
func TestEverySectionIsIndexed(t *testing.T) {
	std, err := standard.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	all := language.Open(std)
	for _, lang := range all.Known {
		w, err := all.Words(lang)
		if err != nil {
			t.Fatal(err)
		}
		d := &disclosure{Programme: &compose.Programme{W: w}}
		for _, set := range standards() {
			keys := []string{"disclosure.index." + set.id}
			for _, it := range set.items {
				keys = append(keys, "disclosure.item."+it.id, "disclosure.asks."+it.id)
				for _, place := range d.places(it.sections, func(string) int { return 3 }) {
					keys = append(keys, "disclosure.section."+place.Section)
					if place.Section != "cover" && (place.Number == "" || place.Page != 3) {
						t.Errorf("%s stands at %+v", it.id, place)
					}
				}
			}
			for _, key := range keys {
				if !w.Has(key) {
					t.Errorf("%s: no word %s", lang, key)
				}
			}
		}
	}
}

// TestIsLatin: a text in other letters is not taken for English.
func TestIsLatin(t *testing.T) {
	for text, want := range map[string]bool{"": true, "We measure.": true, "我们测量 (ISO).": false, "Đo 84 dB(A)": true} {
		if isLatin(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

package language

import (
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/report/standard"
	"plimsoll/templates"
)

// ownWords are the words of a language with a file of the user's own in front of the built-in one.
func ownWords(t *testing.T, lang, text string) (*Words, *standard.Standard, error) {
	t.Helper()
	folder := fstest.MapFS{"languages/" + lang + ".yaml": {Data: []byte(text)}}
	std, err := standard.Load(templates.Over(folder, templates.Files))
	if err != nil {
		return nil, nil, err
	}
	w, err := Open(std).Words(lang)
	return w, std, err
}

// TestOwnMessages: a file of two lines changes one message, whichever way its key is written and whether it has plural forms.
func TestOwnMessages(t *testing.T) {
	for text, want := range map[string][3]string{ // scorecard.title, people.workers of 1, chart.living.reached
		"scorecard: {title: Card}":      {"Card", "1 worker", "{share}\u00a0% of workers reach the living-wage benchmark of {limit} (a target)"},
		"scorecard.title: Card":         {"Card", "1 worker", "{share}\u00a0% of workers reach the living-wage benchmark of {limit} (a target)"},
		"people: {workers: {one: Ann}}": {"Factory scorecard", "Ann", "{share}\u00a0% of workers reach the living-wage benchmark of {limit} (a target)"},
		"people: {workers: \"n {count}\"}": {"Factory scorecard", "n 1",
			"{share}\u00a0% of workers reach the living-wage benchmark of {limit} (a target)"},
		"chart: {living: {reached: \"{share} of {limit}\"}}": {"Factory scorecard", "1 worker", "{share} of {limit}"},
	} {
		w, _, err := ownWords(t, "en", text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		got := [3]string{string(w.Word("scorecard.title")), string(w.Say("people.workers", "count", 1)), string(w.Word("chart.living.reached"))}
		if got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
		if len(w.Missing()) > 0 || w.Word("chart.living") != "living wage" {
			t.Errorf("%q: %v is missing", text, w.Missing())
		}
	}
}

// TestMistakesInOwnMessages are named with their line and the word that was meant.
func TestMistakesInOwnMessages(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "factory:\n  workers: \"{number}\"\n", `languages/en.yaml:2: nothing fills {number} in "factory.workers" (it may have {n} {women})`},
		{"en", "factory:\n  workers: \"{wommen}\"\n", `languages/en.yaml:2: nothing fills {wommen} in "factory.workers" ({women} is meant?)`},
		{"en", "\nscorecard.title: \"{n}\"\n", `languages/en.yaml:2: nothing fills {n} in "scorecard.title" (it has none)`},
		{"es", "people:\n  workers:\n    one: \"{x} y\"\n", `languages/es.yaml:3: nothing fills {x} in "people.workers.one"`},
		{"vi", "scorecard:\n  title: \"{n\"\n", `languages/vi.yaml:2: "{n" has a brace that stands alone`},
		{"en", "scorecard:\n  title: A\n  titel: B\n", `languages/en.yaml:3: no document asks for "scorecard.titel" (scorecard.title is meant?)`},
		{"pt", "scorecard: {title: A}\nattention:\n  exposur: x\n", `languages/pt.yaml:3: no document asks for "attention.exposur" (attention.exposure is meant?)`},
		{"en", "wholly.unheard.of: x\n", `languages/en.yaml:1: no document asks for "wholly.unheard.of" (the built-in languages/en.yaml has all`},
		{"en", "agent: {\"1-2-3\": dust}\n", `languages/en.yaml:1: `},
		{"en", "workbook:\n  sheets:\n    Noise: {columns: {Levle: {says: x}}}\n", `languages/en.yaml:3: the sheet Noise has no column "Levle"`},
	} {
		w, std, err := ownWords(t, c.lang, c.text)
		if err == nil {
			err = w.Unknown(std, func(string) bool { return false })
		}
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, not %s", c.text, err, c.want)
		}
	}
}

// TestWordsOfOwnThings: a template's own messages, and words for areas and indicators of the standard, are no mistakes.
func TestWordsOfOwnThings(t *testing.T) {
	w, std, err := ownWords(t, "en", "letter: {dear: Dear}\nindicator: {exposure: noise}\nunit: {mg/L: mg/L}\nattention: {toilets: \"{who}\"}\n")
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Unknown(std, func(key string) bool { return key == "letter.dear" }); err != nil {
		t.Error(err)
	}
}

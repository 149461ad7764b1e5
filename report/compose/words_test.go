package compose

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"plimsoll/templates"
)

func english(t *testing.T) *Words {
	t.Helper()
	w, err := LoadWords(templates.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var (
	inCode     = regexp.MustCompile(`\b(?:word|say|pattern)\("([a-z.-]+)"`)
	inTemplate = regexp.MustCompile(`\b(?:word|say|head) "([a-z.-]+)"`)
	groups     = regexp.MustCompile(`(?:Name|name|fallbackSay)\(?\s*"([a-z.-]+?)\.?"`)
	anyKey     = regexp.MustCompile(`"([a-z.]+(?:-[a-z]+)*)"`)
)

// TestEveryWordExists holds every key in the code and the templates against the English file.
func TestEveryWordExists(t *testing.T) {
	w := english(t)
	files, _ := filepath.Glob("*.go")
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inCode.FindAllStringSubmatch(string(data), -1) {
			if _, ok := w.find(m[1]); !ok && !hasPlural(w, m[1]) {
				t.Errorf("%s: no word %q", file, m[1])
			}
		}
	}
	names, _ := fs.Glob(templates.Files, "reports/*.md")
	for _, name := range names {
		data, _ := fs.ReadFile(templates.Files, name)
		for _, m := range inTemplate.FindAllStringSubmatch(string(data), -1) {
			if _, ok := w.find(m[1]); !ok && !hasPlural(w, m[1]) {
				t.Errorf("%s: no word %q", name, m[1])
			}
		}
	}
}

func hasPlural(w *Words, key string) bool { _, ok := w.findFor(key, new(float64)); return ok }

// TestNoWordIsDead holds every word of the English file against the code and the templates.
func TestNoWordIsDead(t *testing.T) {
	var all strings.Builder
	files, _ := filepath.Glob("*.go")
	for _, file := range files {
		data, _ := os.ReadFile(file)
		all.Write(data)
	}
	names, _ := fs.Glob(templates.Files, "reports/*.md")
	for _, name := range names {
		data, _ := fs.ReadFile(templates.Files, name)
		all.Write(data)
	}
	var prefixes, keys []string
	for _, m := range groups.FindAllStringSubmatch(all.String(), -1) {
		prefixes = append(prefixes, m[1]+".")
	}
	for _, m := range anyKey.FindAllStringSubmatch(all.String(), -1) {
		keys = append(keys, m[1])
	}
	prefixes = append(prefixes, "area.", "indicator.", "agent.", "line.", "attention.", "people.", "channel.")
	own := english(t).own
	for key := range own.words {
		bare := own.base(key)
		used := slices.Contains(keys, bare) || slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) })
		if !used {
			t.Errorf("nothing says %q", key)
		}
	}
}

func TestSayEscapesValues(t *testing.T) {
	w := english(t)
	got := w.say("chart.worst", "place", "a | *b* {worst}", "worst", Markup("**1**"))
	if strings.Contains(string(got), "| *b*") || !strings.Contains(string(got), "**1**") {
		t.Errorf("%s", got)
	}
}

func TestSayChoosesTheForm(t *testing.T) {
	w := english(t)
	for count, want := range map[float64]string{1: "1 worker", 2: "2 workers", 1234: "1,234 workers", 0: "0 workers"} {
		if got := w.say("people.workers", "count", count); string(got) != want {
			t.Errorf("%v: %q, not %q", count, got, want)
		}
	}
	if _, err := w.Say("no.such.word"); err == nil {
		t.Error("an unknown word is no error")
	}
}

func TestMissingWordFallsBackToEnglish(t *testing.T) {
	w := &Words{Lang: "xx", own: &lexicon{words: map[string]string{"chart.none": "nix"}}, behind: english(t).own}
	if w.word("chart.none") != "nix" || w.word("chart.break") != "method changed" || !slices.Contains(w.Missing(), "chart.break") {
		t.Error(w.word("chart.none"), w.word("chart.break"))
	}
}

package language

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
	"plimsoll/templates"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

var builtIn = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

// shipped are the languages that are built in.
func shipped(t *testing.T) *Catalogs {
	t.Helper()
	std, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return Open(std)
}

func wordsOf(t *testing.T, lang string) *Words {
	t.Helper()
	w, err := shipped(t).Words(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func englishWords(t *testing.T) *Words { t.Helper(); return wordsOf(t, "en") }

var (
	inCode     = regexp.MustCompile(`\b(?:Word|Say|pattern|day)\("([a-z.-]+)"`)
	inTemplate = regexp.MustCompile(`\b(?:word|say|head) "([a-z.-]+)"`)
	groups     = regexp.MustCompile(`(?:Name|name|SayOf|print)\(?\s*"([a-z.-]+?)\.?"`)
	anyKey     = regexp.MustCompile(`"([a-z.]+(?:-[a-z]+)*)"`)
)

// speakers are the files of the program that ask for words.
func speakers(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, pattern := range []string{"*.go", "../compose/*.go", "../compose/*/*.go", "../told/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, files...)
	}
	return out
}

// TestEveryWordExists holds every key in the code and the templates against the English file.
func TestEveryWordExists(t *testing.T) {
	w := englishWords(t)
	files := speakers(t)
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
	files := speakers(t)
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
	prefixes = append(prefixes, "unit.", "area.", "indicator.", "agent.", "line.", "attention.", "people.", "channel.", "problem.", "date.")
	own := englishWords(t).own
	for key := range own.words {
		bare := own.base(key)
		used := slices.Contains(keys, bare) || slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(key, p) })
		if !used {
			t.Errorf("nothing says %q", key)
		}
	}
}

func TestSayEscapesValues(t *testing.T) {
	w := englishWords(t)
	got := w.Say("chart.worst", "place", "a | *b* {worst}", "worst", Markup("**1**"))
	if strings.Contains(string(got), "| *b*") || !strings.Contains(string(got), "**1**") {
		t.Errorf("%s", got)
	}
}

func TestSayChoosesTheForm(t *testing.T) {
	w := englishWords(t)
	for count, want := range map[float64]string{1: "1 worker", 2: "2 workers", 1234: "1,234 workers", 0: "0 workers"} {
		if got := w.Say("people.workers", "count", count); string(got) != want {
			t.Errorf("%v: %q, not %q", count, got, want)
		}
	}
	if _, err := w.checkedSay("no.such.word"); err == nil {
		t.Error("an unknown word is no error")
	}
}

func TestMissingWordFallsBackToEnglish(t *testing.T) {
	w := &Words{Lang: "xx", own: &catalog{words: map[string]string{"chart.none": "nix"}}, behind: englishWords(t).own}
	if w.Word("chart.none") != "nix" || w.Word("chart.break") != "method changed" || !slices.Contains(w.Missing(), "chart.break") {
		t.Error(w.Word("chart.none"), w.Word("chart.break"))
	}
}

// TestShippedLanguagesAreComplete: nothing that is shipped falls back to English, and nothing in a file is in vain.
func TestShippedLanguagesAreComplete(t *testing.T) {
	langs := shipped(t).Known
	if len(langs) < 4 {
		t.Errorf("only %v", langs)
	}
	for _, lang := range langs {
		w := wordsOf(t, lang)
		std, _ := builtIn()
		never := func(string) bool { return false }
		if missing, unknown := w.Missing(), w.Unknown(std, never); len(missing) > 0 || unknown != nil {
			t.Errorf("%s: missing %v, unknown %v", lang, missing, unknown)
		}
		for key, text := range w.own.words {
			if strings.ContainsAny(text, "|\n") || text != norm.NFC.String(text) {
				t.Errorf("%s: %s: %q", lang, key, text)
			}
		}
		for key := range englishWords(t).own.words {
			a, _ := w.behind.find(key, nil)
			b, _ := w.find(key)
			if placeholders(a) != placeholders(b) && !slices.Contains([]string{"date", "report"}, strings.Split(key, ".")[0]) {
				t.Errorf("%s: %s: %q has other placeholders than %q", lang, key, b, a)
			}
		}
	}
}

// placeholders lists the placeholders of a message in order of their names; count may be said in words.
func placeholders(text string) string {
	found := slices.DeleteFunc(standard.Placeholder.FindAllString(text, -1), func(s string) bool { return s == "{count}" })
	slices.Sort(found)
	return strings.Join(slices.Compact(found), " ")
}

func TestPluralForms(t *testing.T) {
	for lang, want := range map[string][3]string{"en": {"1 worker", "2 workers", "1.5 workers"}, "es": {"1 trabajador", "2 trabajadores", "1,5 trabajadores"}} {
		w := wordsOf(t, lang)
		for i, count := range []float64{1, 2, 1.5} {
			if got := w.Say("people.workers", "count", count); string(got) != want[i] {
				t.Errorf("%s: %q, want %q", lang, got, want[i])
			}
		}
	}
	russian := &catalog{tag: language.Russian}
	for count, want := range map[float64]string{1: "one", 2: "few", 5: "many", 21: "one", 1.5: "other", 1000000: "many"} {
		if got := russian.pluralForm(count); got != want {
			t.Errorf("ru %v: %s, want %s", count, got, want)
		}
	}
}

func TestLocalNameLeadsInItsOwnLanguage(t *testing.T) {
	f := &audit.Factory{Name: "Meihua Footwear", LocalName: "美华鞋业有限公司", Languages: "zh-Hans", Country: "CN"}
	for lang, want := range map[string]string{"en": "Meihua Footwear", "vi": "Meihua Footwear", "zh-Hans": "美华鞋业有限公司"} {
		for _, own := range []string{"zh-Hans", "zh-CN, en-GB", ""} {
			f.Languages = own
			if leads, other, _ := (&Words{Lang: lang}).Names(f); leads != want && !(lang == "en" && own == "zh-CN, en-GB") || other == leads {
				t.Errorf("%s, %q: %s, %s", lang, own, leads, other)
			}
		}
	}
	if Speaks(&audit.Factory{Country: "VN"}, "zh-Hans") || !Speaks(&audit.Factory{Country: "VN"}, "vi") || Speaks(&audit.Factory{Country: "TW"}, "zh-Hans") {
		t.Error("a country's language is not told")
	}
}

package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/report/standard"
	"plimsoll/templates"
)

// block is a code block of the README by its language and a word in it.
func block(t *testing.T, lang, word string) []byte {
	t.Helper()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for i, part := range strings.Split(string(readme), "```") {
		written, text, _ := strings.Cut(part, "\n")
		if i%2 == 1 && written == lang && strings.Contains(text, word) {
			return []byte(text)
		}
	}
	t.Fatalf("the README has no %s with %q", lang, word)
	return nil
}

// TestReadmeIsTrue does what the README shows: another sentence, another colour, a logo, a kind of document, an area.
func TestReadmeIsTrue(t *testing.T) {
	logo, _ := themed(t, "logo.svg", "9", "x")
	theme := string(block(t, "yaml", "accent")) + strings.Replace(string(block(t, "yaml", "logo: {")), "logo.png", "logo.svg", 1)
	own := templates.Over(fstest.MapFS{
		"languages/en.yaml": {Data: block(t, "yaml", "mend next")},
		"theme.yaml":        {Data: []byte(theme)},
		"logo.svg":          logo["mark.svg"],
		"reports/letter.md": {Data: block(t, "markdown", "title: Letter")},
		"areas/water.yaml":  {Data: block(t, "yaml", "id: water")},
		"limits/water.yaml": {Data: block(t, "yaml", "limits/water.yaml")},
	}, templates.Files)
	std, err := standard.Load(own)
	if err != nil || std.Area("water") == nil {
		t.Fatal(err)
	}
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
	texts, list := prepared(t, o, own)
	said := map[string]string{}
	for _, m := range list {
		for _, item := range laidOut(t, texts, m).pages[0].Items {
			if item.Text != nil {
				said[m.path] += item.Text.String + " "
			}
		}
	}
	if !strings.Contains(said["letters/VN-1.en.pdf"], "To the management of Mill") || !strings.Contains(said["scorecards/VN-1.en.pdf"], "What we ask you to mend next") {
		t.Errorf("%q", said)
	}
}

// TestReadmeNamesFiles holds that each file and folder of the program that the README names is there.
func TestReadmeNamesFiles(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`((?:report|cmd|templates|sample-data)/[a-z0-9_./-]+)`").FindAllSubmatch(readme, -1)
	for _, name := range named {
		if _, err := os.Stat(filepath.Join("..", string(name[1]))); err != nil {
			t.Error(err)
		}
	}
	if len(named) < 10 {
		t.Errorf("it names %d", len(named))
	}
}

// TestReadmeExplains holds the lines of the README that explain a figure against what is printed.
func TestReadmeExplains(t *testing.T) {
	text := explained(t, options(t, "../sample-data"), Asked{Factory: "US-01", Area: "air", Subject: "toluene"})
	for line := range strings.Lines(string(block(t, "", "plimsoll explain US-01"))) {
		if strings.HasPrefix(line, "    ") && !strings.Contains(text, line) {
			t.Errorf("it does not print %q", line)
		}
	}
}

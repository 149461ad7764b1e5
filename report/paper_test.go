package report

import (
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/templates"
)

// TestPaperOfAKind: --paper goes before the head of a kind, and that before the theme.
func TestPaperOfAKind(t *testing.T) {
	t.Parallel()
	const letter = "---\ntitle: Letter\nper: programme\npaper: letter\n---\n# On {{.Paper}}\n"
	own := templates.Over(fstest.MapFS{"reports/letter.md": {Data: []byte(letter)}}, templates.Files)
	for asked, want := range map[string]float64{"": 279.4, "a4": 297, "letter": 279.4} {
		o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
		o.Reports, o.Paper = []string{"letter"}, asked
		texts, list := prepared(t, o, own)
		if got := laidOut(t, texts, list[0]).pages[0].H; got != want {
			t.Errorf("--paper %q: %v mm, want %v", asked, got, want)
		}
	}
	bad := templates.Over(fstest.MapFS{"reports/letter.md": {Data: []byte(strings.Replace(letter, "letter\n", "foolscap\n", 1))}}, templates.Files)
	if _, _, err := planDocuments(options(t, "../sample-data"), bad); err == nil || !strings.Contains(err.Error(), "reports/letter.md:4: paper is \"foolscap\"") {
		t.Error(err)
	}
}

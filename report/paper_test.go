package report

import (
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/templates"
)

// TestPaperOfAKind: --paper goes before the head of a kind, and that before the theme.
func TestPaperOfAKind(t *testing.T) {
	const letter = "---\ntitle: Letter\nper: programme\npaper: letter\n---\n# On {{.Paper}}\n"
	own := templates.Over(fstest.MapFS{"reports/letter.md": {Data: []byte(letter)}}, templates.Files)
	for asked, want := range map[string]float64{"": 279.4, "a4": 297, "letter": 279.4} {
		o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
		o.Reports, o.Paper = []string{"letter"}, asked
		h, in, err := begin(o, own, nil)
		if err != nil {
			t.Fatal(err)
		}
		jobs, err := h.jobs(in, o)
		if err != nil {
			t.Fatal(err)
		}
		m := &made{job: jobs[0]}
		if err := h.lay(m); err != nil || m.pages[0].H != want {
			t.Errorf("--paper %q: %v mm, want %v, %v", asked, m.pages[0].H, want, err)
		}
	}
	bad := templates.Over(fstest.MapFS{"reports/letter.md": {Data: []byte(strings.Replace(letter, "letter\n", "foolscap\n", 1))}}, templates.Files)
	if _, _, err := begin(options(t, "../sample-data"), bad, nil); err == nil || !strings.Contains(err.Error(), "reports/letter.md:4: paper is \"foolscap\"") {
		t.Error(err)
	}
}

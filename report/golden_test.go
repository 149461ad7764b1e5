package report

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/layout"
	"plimsoll/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds a text against testdata/<name>.
func golden(t *testing.T, name, got string) {
	t.Helper()
	at := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(at, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-update writes it anew):\n%s", name, diff)
	}
}

// prepared is the way of a run up to the list of its documents.
func prepared(t testing.TB, o Options) (*house, []job) {
	t.Helper()
	h, in, err := begin(o, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	jobs, err := h.jobs(in, o)
	if err != nil {
		t.Fatal(err)
	}
	return h, jobs
}

// laid is the first document of a run, on its pages.
func laid(t testing.TB, o Options) *made {
	t.Helper()
	h, jobs := prepared(t, o)
	m := &made{job: jobs[0]}
	if err := h.lay(m); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestGoldenScorecard holds the document and the placed pages of the factory with the most to say: one that got worse,
// has a stale area, a broken relationship and Chinese names.
func TestGoldenScorecard(t *testing.T) {
	o := options(t, "../sample-data")
	o.Factories = []string{"CN-03"}
	o.Reports = []string{"scorecard"}
	m := laid(t, o)
	golden(t, "CN-03.document.txt", m.doc.Doc.Dump())
	golden(t, "CN-03.pages.txt", layout.Dump(m.pages))
	golden(t, "CN-03.reading.txt", layout.Read(m.pages).Dump())
}

func BenchmarkRun(b *testing.B) {
	for b.Loop() {
		o := Options{Paths: []string{"../sample-data"}, Out: b.TempDir(), Languages: []string{"en"}, Version: "test"}
		if _, err := Run(o, templates.Files, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScorecard composes and lays out one scorecard.
func BenchmarkScorecard(b *testing.B) {
	o := Options{Paths: []string{"../sample-data"}, Languages: []string{"en"}, Factories: []string{"CN-01"}}
	h, jobs := prepared(b, o)
	for b.Loop() {
		if err := h.lay(&made{job: jobs[0]}); err != nil {
			b.Fatal(err)
		}
	}
}

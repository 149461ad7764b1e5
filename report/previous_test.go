package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/templates"
)

// TestRestatements runs a quarter, corrects a reading, and runs again against the first results.
func TestRestatements(t *testing.T) {
	t.Parallel()
	first := mill("VN-1", "Mill")
	o := options(t, book(t, t.TempDir(), "a.xlsx", first))
	mustRun(t, o)
	before := filepath.Join(o.Out, "2026-Q3", "results.csv")

	first["Noise"][1][3] = 92.5 // was 91.5
	o = options(t, book(t, t.TempDir(), "a.xlsx", first))
	o.Previous = before
	p, _, in, err := begin(o, templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	got := in.Made.Restatements(p.earlier, in.Data.Factories)
	want := benchmark.Restatement{Factory: "VN-1", Period: "2026-Q1", Area: "noise", Indicator: "exposure", What: "level", Old: "91.5", New: "92.5", Reason: "recomputed"}
	if len(got) != 1 || got[0] != want {
		t.Errorf("%+v", got)
	}
	if out := mustRun(t, o); len(out.Failed) > 0 {
		t.Error(out.Failed)
	}
	if same := benchmark.Restatements(p.earlier, func(string) []*benchmark.Result { return nil }, "2025-Q1"); len(same) != 0 {
		t.Errorf("later quarters count as restated: %+v", same)
	}
}

func TestPreviousMustBeResults(t *testing.T) {
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
	o.Previous = filepath.Join(t.TempDir(), "x.csv")
	for _, content := range []string{"", "a,b\n1,2\n"} {
		if err := os.WriteFile(o.Previous, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Run(t.Context(), o, templates.Files, nil)
		if _, ok := IsUsage(err); !ok || !strings.Contains(err.Error(), "--previous") {
			t.Errorf("%q: %v", content, err)
		}
	}
}

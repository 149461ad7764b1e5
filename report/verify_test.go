package report

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/internal/pdf"
)

// finished is the folder of a run over two factories.
func finished(t *testing.T) string {
	t.Helper()
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")), book(t, t.TempDir(), "b.xlsx", mill("VN-2", "Other Mill")))
	mustRun(t, o)
	return o.Out
}

func TestVerify(t *testing.T) {
	t.Parallel()
	damage := func(name string, change func([]byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, out string) {
			at := filepath.Join(out, "2026-Q3", name)
			data, err := os.ReadFile(at)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(at, change(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, test := range []struct {
		name   string
		change func(*testing.T, string)
		want   []string
	}{
		{"nothing", func(*testing.T, string) {}, nil},
		{"a byte of a document", damage("scorecards/VN-1.en.pdf", func(b []byte) []byte { b[len(b)/2] ^= 1; return b }), []string{"2026-Q3/scorecards/VN-1.en.pdf: was changed"}},
		{"half a document", damage("quarterly.en.pdf", func(b []byte) []byte { return b[:len(b)/2] }), []string{"2026-Q3/quarterly.en.pdf: was changed", "2026-Q3/quarterly.en.pdf: its data cannot be read"}},
		{"a figure of results.csv", damage("results.csv", func(b []byte) []byte { return bytes.Replace(b, []byte(",91.5,"), []byte(",81.5,"), 1) }),
			[]string{"2026-Q3/results.csv: was changed", "scorecards/VN-1.en.pdf: VN-1 2026-Q1 noise exposure , level: it carries \"91.5\""}},
		{"a document gone", func(t *testing.T, out string) { os.Remove(filepath.Join(out, "2026-Q3", "disclosure.en.pdf")) }, []string{"2026-Q3/disclosure.en.pdf: is missing"}},
		{"the manifest", damage("manifest.json", func(b []byte) []byte { return b[:40] }), []string{"2026-Q3/manifest.json: cannot be read"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := finished(t)
			test.change(t, out)
			v, err := Verify(out)
			if err != nil {
				t.Fatal(err)
			}
			all := strings.Join(v.Differences, "\n")
			for _, want := range test.want {
				if !strings.Contains(all, want) {
					t.Errorf("%q does not say %q", all, want)
				}
			}
			if test.want == nil && (len(v.Differences) > 0 || v.Documents != 4 || len(v.Others) > 0) {
				t.Errorf("%+v", v)
			}
			one, err := Verify(filepath.Join(out, "2026-Q3"))
			if err != nil || len(one.Differences) != len(v.Differences) {
				t.Errorf("the folder of the period alone: %+v, %v", one, err)
			}
		})
	}
	if _, err := Verify(t.TempDir()); err == nil {
		t.Error("a folder without a manifest is taken")
	}
}

// TestPublicDataHoldsNothingInternal looks into the public document: no worst place, no source, no weight, no
// unverified limit.
func TestPublicDataHoldsNothingInternal(t *testing.T) {
	o := options(t, "../sample-data")
	o.Reports = []string{"disclosure"}
	mustRun(t, o)
	data, err := os.ReadFile(filepath.Join(o.Out, "2026-Q3", "disclosure.en.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := pdf.Attached(data)
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		rows, err := csv.NewReader(bytes.NewReader(f.Data)).ReadAll()
		if err != nil || len(rows) < 10 {
			t.Fatalf("%s: %d rows, %v", f.Name, len(rows), err)
		}
		for _, secret := range []string{"worst", "worst_place", "sources", "weight", "peers_n"} {
			if slices.Contains(rows[0], secret) {
				t.Errorf("%s has a column %s", f.Name, secret)
			}
		}
		if strings.Contains(string(f.Data), ".xlsx") || strings.Contains(string(f.Data), "Clicking press hall") || f.Name == attachedLimits && strings.Contains(string(f.Data), ",false\n") {
			t.Errorf("%s holds what is not for the public", f.Name)
		}
	}
}

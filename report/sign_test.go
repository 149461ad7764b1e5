package report

import (
	"slices"
	"strings"
	"testing"

	"plimsoll/templates"
)

// TestDisclosureNeedsCompanyAndContact: without them the run says so, with an error; documents that do not need them
// go without.
func TestDisclosureNeedsCompanyAndContact(t *testing.T) {
	sheets := mill("VN-1", "Mill")
	sheets["Programme"] = [][]any{{"Key", "Value"}, {"Contact", "desk@example.org"}}
	for kind, want := range map[string]int{"disclosure": 1, "scorecard": 0} {
		o := options(t, book(t, t.TempDir(), "a.xlsx", sheets))
		o.Reports = []string{kind}
		out := mustRun(t, o)
		if out.Errors() != want || want > 0 && !strings.Contains(out.Problems[0].Message, "no Company") {
			t.Errorf("%s: %v", kind, out.Problems)
		}
	}
	delete(sheets, "Programme")
	for kind, want := range map[string]int{"disclosure": 2, "": 0} {
		o := options(t, book(t, t.TempDir(), "a.xlsx", sheets))
		if kind != "" {
			o.Reports = []string{kind}
		}
		if out := mustRun(t, o); out.Errors() != want {
			t.Errorf("%q without a sheet Programme: %v", kind, out.Problems)
		}
	}
}

// TestUnwrittenLanguages: a factory whose language has no file gets no documents in it, which is said where its own
// are asked for.
func TestUnwrittenLanguages(t *testing.T) {
	sheets := mill("VN-1", "Mill")
	sheets["Factories"] = [][]any{{"Factory ID", "Name", "Country", "Languages"}, {"VN-1", "Mill", "VN", "km, vi, Klingon!"}}
	for _, lang := range []string{"en", "own"} {
		o := options(t, book(t, t.TempDir(), "a.xlsx", sheets))
		o.Reports, o.Languages = []string{"scorecard"}, []string{lang}
		var said []string
		for _, p := range mustRun(t, o).Problems {
			if p.Code == "unknown-language" {
				said = append(said, p.Message)
			}
		}
		want := []string{`"Klingon!" is no tag of a language`}
		if lang == "own" {
			want = []string{"there is no file for the language km of VN-1, so it gets no documents in it", want[0]}
		}
		slices.Sort(said)
		slices.Sort(want)
		if !slices.Equal(said, want) {
			t.Errorf("%s: %q", lang, said)
		}
	}
}

// TestWithheldVerdictsAreSaid: one line says what is withheld in public, and what to verify first.
func TestWithheldVerdictsAreSaid(t *testing.T) {
	sheets := mill("VN-1", "Mill")
	sheets["Limits"] = [][]any{{"Area", "Indicator", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "Verified"},
		{"noise", "exposure", "VN", 80, "dB(A)", "legal", "a lawyer", "no"}}
	o := options(t, book(t, t.TempDir(), "a.xlsx", sheets))
	o.Reports = []string{"disclosure"}
	out, err := Run(t.Context(), o, templates.Files, nil)
	if err != nil || !strings.HasPrefix(out.Withheld, "no verdict in public on noise at 1 factory") || strings.Contains(out.Withheld, "\n") {
		t.Errorf("%q %v", out.Withheld, err)
	}
}

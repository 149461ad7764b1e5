package problem

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlaceString(t *testing.T) {
	for want, place := range map[string]Place{
		"audits.xlsx!Noise!C7":   {File: "audits.xlsx", Sheet: "Noise", Row: 7, Column: 3},
		"audits.xlsx!Noise!7":    {File: "audits.xlsx", Sheet: "Noise", Row: 7},
		"audits.xlsx!Noise":      {File: "audits.xlsx", Sheet: "Noise"},
		"audits.xlsx":            {File: "audits.xlsx"},
		"a.xlsx!噪声!XFD1048576":   {File: "a.xlsx", Sheet: "噪声", Row: 1048576, Column: 16384},
		"q3/a.xlsx!Sheet 1!AA10": {File: "q3/a.xlsx", Sheet: "Sheet 1", Row: 10, Column: 27},
		"":                       {},
	} {
		if got := place.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestColumnName(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := ColumnName(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func TestProblemString(t *testing.T) {
	at := Place{File: "audits.xlsx", Sheet: "Noise", Row: 14, Column: 6}
	for want, p := range map[string]Problem{
		`error audits.xlsx!Noise!F14 not-a-number: "84dB" is not a number (hint: write the level without its unit)`: {Place: at, Code: "not-a-number", Message: `"84dB" is not a number`, Hint: "write the level without its unit"},
		"note audits.xlsx!Noise!F14 not-measured: it says so":                                                       {Place: at, Severity: Note, Code: "not-measured", Message: "it says so"},
		"warning no-limit: there is none":                                                                           {Severity: Warning, Code: "no-limit", Message: "there is none"},
	} {
		if got := p.String(); got != want {
			t.Errorf("\ngot  %s\nwant %s", got, want)
		}
	}
}

// TestProblemsSort holds that places sort as people read them, rows by number.
func TestProblemsSort(t *testing.T) {
	want := []Problem{
		{Place: Place{File: "a.xlsx"}},
		{Place: Place{File: "a.xlsx", Sheet: "Air", Row: 9, Column: 1}},
		{Place: Place{File: "a.xlsx", Sheet: "Noise", Row: 2, Column: 26}},
		{Place: Place{File: "a.xlsx", Sheet: "Noise", Row: 2, Column: 27}},
		{Place: Place{File: "a.xlsx", Sheet: "Noise", Row: 10, Column: 1}},
		{Place: Place{File: "a.xlsx", Sheet: "Noise", Row: 10, Column: 1}, Severity: Warning, Code: "a"},
		{Place: Place{File: "a.xlsx", Sheet: "Noise", Row: 10, Column: 1}, Severity: Warning, Code: "b", Message: "a"},
		{Place: Place{File: "a.xlsx", Sheet: "Noise", Row: 10, Column: 1}, Severity: Warning, Code: "b", Message: "b"},
		{Place: Place{File: "b.xlsx"}},
	}
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, Problem.Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

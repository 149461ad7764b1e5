package report

import (
	"slices"
	"testing"
)

// lit is a mill with two places of light, the second too dark.
func lit(dark int) map[string][][]any {
	sheets := mill("VN-1", "Mill")
	sheets["Light"] = [][]any{{"Factory ID", "Date", "Location", "Process", "Illuminance", "Workers"},
		{"VN-1", "2026-08-03", "A", "inspection", 1100, 400}, {"VN-1", "2026-08-03", "B", "inspection", 90, dark}}
	return sheets
}

// TestFewPeopleLeaveNoTrace makes the public document of two programmes that differ only in a number under ten: they
// may not differ in a byte, and with ten they must.
func TestFewPeopleLeaveNoTrace(t *testing.T) {
	var made []string
	for _, dark := range []int{3, 9, 10} {
		o := options(t, book(t, t.TempDir(), "a.xlsx", lit(dark)))
		o.Reports = []string{"disclosure"}
		if out := mustRun(t, o); len(out.Failed) > 0 {
			t.Fatal(out.Failed)
		}
		made = append(made, read(t, o, "2026-Q3/disclosure.en.pdf"))
	}
	if made[0] != made[1] {
		t.Error("the document shows whether 3 or 9 people stand beyond")
	}
	if made[1] == made[2] {
		t.Error("the document does not show that 10 people stand beyond")
	}
}

func TestUnverifiedLimitsAreNotedWithTheDisclosureOnly(t *testing.T) {
	sheets := mill("VN-1", "Mill")
	sheets["Limits"] = [][]any{{"Area", "Indicator", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "Verified"},
		{"noise", "exposure", "VN", 80, "dB(A)", "legal", "a lawyer", "no"}}
	for kind, want := range map[string]string{"disclosure": "a.xlsx!Limits!2", "quarterly": ""} {
		o := options(t, book(t, t.TempDir(), "a.xlsx", sheets))
		o.Reports = []string{kind}
		out, got := mustRun(t, o), ""
		for _, p := range out.Problems {
			if p.Code == "unverified-limit" {
				got += p.Place.String()
			}
		}
		if got != want || slices.Contains(out.Written, "2026-Q3/factories.csv") != (want != "") {
			t.Errorf("%s: %q, written %v", kind, got, out.Written)
		}
	}
}

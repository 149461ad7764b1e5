package report

import (
	"encoding/csv"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/audit"
)

func TestFactoriesCSV(t *testing.T) {
	list := []*audit.Factory{
		{Country: "VN", Name: "Mill, \"One\"", Address: "1 Road\nTown", Product: "shoes, boots; ", Processes: "cutting、stitching", Workers: 1200, Parent: "=Parent", OSID: "VN1"},
		{Country: "CN", Name: "@Mill", Workers: math.NaN()},
		{Country: "CN", Name: "Ended on the last day", Ended: 100, Workers: 5},
		{Country: "CN", Name: "Ends later", Ended: 101, Workers: 5},
	}
	rows, err := csv.NewReader(strings.NewReader(string(factoriesCSV(list, 100)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{factoryColumns(),
		{"VN", "Mill, \"One\"", "1 Road Town", "", "shoes|boots", "", "cutting|stitching", "1001-5000", "=Parent", "VN1"},
		{"CN", "@Mill", "", "", "", "", "", "", "", ""},
		{"CN", "Ends later", "", "", "", "", "", "Less than 1000", "", ""}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

// lit is a mill with two places of light, the second too dark.
func lit(dark int) map[string][][]any {
	sheets := mill("VN-1", "Mill")
	sheets["Light"] = [][]any{{"Factory ID", "Date", "Location", "Process", "Illuminance", "Workers"},
		{"VN-1", "2026-08-03", "A", "inspection", 1100, 400}, {"VN-1", "2026-08-03", "B", "inspection", 90, dark}}
	return sheets
}

// TestFewPeopleLeaveNoTrace makes the public document of two programmes that differ only in a number under ten: they may not
// differ in a byte, and with ten they must.
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

package benchmark_test

import (
	"fmt"
	"strings"
	"testing"

	"plimsoll/report/problem"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// TestAccountOfWhatIsLeftOut holds that rows which enter no figure count as left out, of pay its own cells alone, and that
// what is said once names every row.
func TestAccountOfWhatIsLeftOut(t *testing.T) {
	b := newBook(t)
	audits := &workbook.Book{File: "audit.xlsx", Sheets: []*workbook.Sheet{
		sheet("Factories", `Factory ID | Name | Country
			F | Mill | CN`),
		sheet("Air", `Factory ID | Date | Location | Agent | Concentration | Unit | Sample
			F | 2026-07-14 | line 1 | toluene | 5 | mg/m3 | personal
			F | 2026-07-14 | line 1 | toluene | 9 | mg/m3 | area
			F | 2026-07-15 | line 1 | toluene | 9 | mg/m3 | area`),
		sheet("Noise", `Factory ID | Date | Location | Level | Hours a day
			F | 2026-07-14 | line 1 | 84 | 8
			F | 2026-07-14 | roof | 90 | 0`),
		sheet("Dorms", `Factory ID | Date | Room | Floor area | Occupants | Building | Toilets
			F | 2026-07-14 | 1 | 20 | 4 | A | -
			F | 2026-07-14 | 2 | 20 | 0 | A | 2
			F | 2026-07-14 | 3 | 20 | 0 | A | -
			F | 2026-07-14 | 1 | 20 | 0 | B | 2
			F | 2026-07-15 | 1 | 20 | 5 | A | -`),
		sheet("Earnings", `Factory ID | Month | Worker group | Workers | Regular pay | Currency | Basis | Hours per week
			F | 2026-07 | sewers | 50 | 4000 | CNY | net | 48
			F | 2026-07 | cutters | 5 | 600 | USD | net | 50
			F | 2026-07 | packers | 5 | 5000 | CNY | gross | 50`),
	}}
	collector := audit.NewCollector(b.std, audit.Keep{Account: true})
	collector.Take(audits)
	data, _ := collector.Records()
	period, _ := standard.ParseQuarter("2026-Q3")
	_, problems := benchmark.Compare(data, standard.NewLimits(nil, nil), b.std.Areas, period)
	var got []string
	for _, s := range data.Account.Sheets() {
		line := fmt.Sprintf("%s: %d of %d used", s.Sheet, s.Outcomes[audit.Used], s.Cells)
		for _, c := range s.Causes {
			line += fmt.Sprintf(", %d %s", c.Cells, c.Code)
		}
		if s.Settled() != s.Cells {
			line += ", the rest is not settled"
		}
		got = append(got, line)
	}
	want := []string{"Factories: 6 of 6 used", "Air: 14 of 28 used, 14 area-sample", "Noise: 10 of 15 used, 5 zero-hours",
		"Dorms: 19 of 39 used, 14 empty-room, 6 room-again", "Earnings: 26 of 32 used, 3 currency-mismatch, 3 basis-mismatch"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	holdMore(t, problems)
}

// holdMore holds that the two area samples are said once, and both named.
func holdMore(t *testing.T, problems []problem.Problem) {
	t.Helper()
	for _, p := range problems {
		if p.Code == "area-sample" {
			if len(p.More) != 1 || p.Row != 3 || p.More[0].Row != 4 || !strings.HasSuffix(p.Message, "(and 1 more row of F)") {
				t.Errorf("%s, and %v", p, p.More)
			}
			return
		}
	}
	t.Errorf("no area sample: %v", problems)
}

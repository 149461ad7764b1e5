package explain_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// The steps of the second edition: what was lost and what stands all the same, isomers, places, bases, targets, prices, ties.
func TestExplainedSecondEdition(t *testing.T) {
	const day = "2026-07-14"
	noise := []any{"Factory ID", "Date", "Location", "Level", "Worker code", "Hours a day", "Workers"}
	air := []any{"Factory ID", "Date", "Location", "Agent", "Concentration", "Unit", "Sample", "Worker code", "Hours a day"}
	pay := []any{"Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency", "Basis", "Ordinary hours"}
	solvents := [][]any{{"air", "concentration", "*", 50, "mg/m3", "code", "own", "toluene"},
		{"air", "concentration", "*", 100, "mg/m3", "code", "own", "acetone"}, {"air", "concentration", "*", 50, "mg/m3", "code", "own", "xylene"}}
	for _, v := range []struct {
		name, area   string
		rows, limits [][]any
		want         []string
	}{
		{"a part was lost, what is left is beyond", "Noise",
			[][]any{noise, {"F", day, "a", 92, "W", 4}, {"F", day, "b", "loud", "W", 4}}, nil,
			[]string{"88.9897 > 85 dB(A); a.xlsx!Noise!3 was lost, but could only add"}},
		{"a part was lost", "Noise",
			[][]any{noise, {"F", day, "a", 70}, {"F", day, "a", 80, "W", 4}, {"F", day, "b", "N/A", "W", 4}}, nil,
			[]string{"Rows that enter no figure: a.xlsx!Noise!3", "day-not-whole: a.xlsx!Noise!4 was lost"}},
		{"zero hours, no workers", "Noise",
			[][]any{noise, {"F", day, "a", 80, "", 8, 0}, {"F", day, "b", 80, "", 0, 0}}, nil,
			[]string{"every row gives 0 people, so each counts 1", "zero-hours"}},
		{"isomers", "Air",
			[][]any{air, {"F", day, "a", "o-xylene", 20, "mg/m3"}, {"F", day, "a", "m,p-xylene", "<2", "mg/m3"}}, solvents,
			[]string{"(20 + 2/√2)·8 ÷ 8 = 21.4142 mg/m3 (isomers of one sample add up: o- + m,p-)"}},
		{"a lost solvent", "Air",
			[][]any{air, {"F", day, "a", "toluene", 20, "mg/m3"}, {"F", day, "a", "acetone", "wet", "mg/m3"}}, solvents,
			[]string{"left out here as not whole: it cannot be within", "mixture-not-whole: 2026-07-14 at a: a solvent of the place was lost (acetone)"}},
		{"an area sample above its limit", "Air",
			[][]any{air, {"F", day, "a", "toluene", 20, "mg/m3", "personal"}, {"F", day, "a", "toluene", 90, "mg/m3", "area"}}, solvents,
			[]string{"warning a.xlsx!Air!3 area-sample", "its value lies beyond the limit", "Rows that enter no figure: a.xlsx!Air!3"}},
		{"who moved is a place", "Air",
			[][]any{air, {"F", day, "a", "toluene", 20, "mg/m3", "", "W", 4}, {"F", day, "b", "toluene", 20, "mg/m3", "", "W", 4},
				{"F", day, "b", "acetone", 50, "mg/m3", "", "W", 8}}, solvents,
			[]string{"20/50 + 50/100 = 0.9", "1. W · 2026-07-14"}},
		{"a deduction", "Earnings",
			[][]any{pay, {"F", "2026-07", "a", 10, 2600, "CNY", "net"}, {"F", "2026-07", "b", 10, 2800, "CNY", "net"}},
			[][]any{{"earnings", "minimum", "CN-GD", 3000, "CNY", "legal", "own", "", "gross", 0.1}},
			[]string{"certain all the same; within from 3000; beyond under 2700 (at most 10 % of gross pay may be deducted)",
				"2800 cannot be held against 3000 CNY: it is gross, the pay net"}},
		{"a basis that is not said", "Earnings", [][]any{pay, {"F", "2026-07", "a", 10, 2600, "CNY", ""}},
			[][]any{{"earnings", "minimum", "CN-GD", 3000, "CNY", "legal", "own", "", "gross"}},
			[]string{"it is gross, the pay does not say whether it is net or gross; within from 3000 (no largest deduction is known)",
				"basis-not-said"}},
		{"a target under the law", "Earnings", [][]any{pay, {"F", "2026-07", "a", 10, 2600, "CNY", "net"}},
			[][]any{{"earnings", "minimum", "CN-GD", 2500, "CNY", "legal", "own"}, {"earnings", "living", "CN-GD", 2400, "CNY", "target", "old aim"},
				{"earnings", "living", "CN", 4000, "CNY", "target", "new aim"}},
			[]string{"it lies below the legal minimum wage, so it is out of date", "4000 CNY, target, CN: new aim", "target-below-law"}},
		{"an hourly limit", "Earnings",
			[][]any{pay, {"F", "2026-07", "a", 10, 2600, "CNY", "net", 160}, {"F", "2026-07", "b", 30, 2600, "CNY", "net", 200}},
			[][]any{{"earnings", "minimum", "CN-GD", 10, "CNY/h", "legal", "own"}},
			[]string{"10 CNY/h × 190 hours a month, their mean by weight"}},
		{"pay that was left out", "Earnings",
			[][]any{pay, {"F", "2026-07", "a", 10, 2600, "CNY", "net"}, {"F", "2026-07", "b", 3, 900, "USD", "net"}},
			[][]any{{"earnings", "minimum", "CN-GD", 2500, "CNY", "legal", "own"}},
			[]string{"its pay was left out, though law or code draw a line for it: it cannot be within"}},
		{"another currency", "Earnings", [][]any{pay, {"F", "2026-04", "a", 10, 2600, "CNY", "net"}, {"F", "2026-07", "a", 10, 400, "USD", "net"}}, nil,
			[]string{"break: the currency is another than before (now USD)"}},
		{"another basis", "Earnings", [][]any{pay, {"F", "2026-04", "a", 10, 2600, "CNY", "net"}, {"F", "2026-07", "a", 10, 2600, "CNY", ""}}, nil,
			[]string{"break: the pay is on another basis than before (now not said)"}},
		{"steady, with ties", "Air", [][]any{air, {"F", "2025-04-04", "a", "toluene", 40, "mg/m3"}, {"F", "2025-07-04", "a", "toluene", 40, "mg/m3"},
			{"F", "2025-10-04", "a", "toluene", 33, "mg/m3"}, {"F", "2026-01-04", "a", "toluene", 31, "mg/m3"}, {"F", "2026-04-04", "a", "toluene", 28, "mg/m3"}}, nil,
			[]string{"0.0432627 (normal approximation, corrected for ties)", "improved"}},
	} {
		limits := [][]any{{"Area", "Indicator", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "Subject", "Basis", "Deduction"}}
		says(t, v.name, read(t, map[string][][]any{v.area: v.rows, "Limits": append(limits, v.limits...)}).explain(v.area), v.want...)
	}
}

// Real change stands beside the nominal one, and decides.
func TestExplainedPrices(t *testing.T) {
	p := read(t, map[string][][]any{
		"Earnings": {{"Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency"},
			{"F", "2026-04", "a", 10, 3000, "CNY"}, {"F", "2026-07", "a", 10, 3090, "CNY"}},
		"Prices": {{"Country", "Month", "Index"}, {"CN", "2026-04", 100}, {"CN", "2026-08", 105}},
	})
	e := p.explain("earnings")
	says(t, "real change", e, "−57.1429 CNY: in the prices of 2026-Q2: 3090 × index(2026-Q2) ÷ index(2026-Q3) − 3000",
		"worsened: in real terms −57.1429; 30 CNY counts (1 % of 3000)")
	text, err := e.JSON()
	for _, want := range []string{`"real_change": -57.14285714285`, `"compliance": ""`, `"utl": null`, `"lost": []`, `"hindrance": ""`} {
		if err != nil || !json.Valid(text) || !strings.Contains(string(text), want) {
			t.Errorf("%s is not in the JSON (%v)", want, err)
		}
	}
}

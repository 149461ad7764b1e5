package explain_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/explain"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

var builtIn = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

// programme is a workbook of one factory, F in CN-GD, as a test writes it down: sheets of rows, the headings first.
type programme struct {
	t      testing.TB
	std    *standard.Standard
	sheets []*workbook.Sheet
}

func read(t testing.TB, sheets map[string][][]any) *programme {
	t.Helper()
	std, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	p := &programme{t: t, std: std}
	p.add("Factories", [][]any{{"Factory ID", "Name", "Country", "Region"}, {"F", "Mill", "CN", "CN-GD"}})
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		p.add(name, sheets[name])
	}
	return p
}

func (p *programme) add(name string, rows [][]any) {
	s := &workbook.Sheet{File: "a.xlsx", Name: name}
	for i, row := range rows {
		r := workbook.Row{Index: i + 1}
		for _, v := range row {
			r.Cells = append(r.Cells, cellOf(v))
		}
		s.Rows = append(s.Rows, r)
	}
	p.sheets = append(p.sheets, s)
}

func cellOf(v any) workbook.Cell {
	switch v := v.(type) {
	case int:
		return workbook.Cell{Kind: workbook.Number, Number: float64(v), Text: fmt.Sprint(v)}
	case float64:
		return workbook.Cell{Kind: workbook.Number, Number: v, Text: fmt.Sprint(v)}
	case string:
		if v != "" {
			return workbook.Cell{Kind: workbook.Text, Text: v}
		}
	}
	return workbook.Cell{}
}

// explain computes all figures up to the latest quarter, and explains those of an area of the factory.
func (p *programme) explain(area string) *explain.Explanation {
	p.t.Helper()
	book := &workbook.Book{File: "a.xlsx", Sheets: p.sheets}
	collector := audit.NewCollector(p.std, audit.Keep{Factory: "F", Area: p.std.Area(area)})
	collector.Take(book)
	data, problems := collector.Records()
	origins := collector.Origins()
	period, ok := data.LatestPeriod()
	q := &explain.Question{Factory: data.Factories[0], Area: p.std.Area(area), Data: data, Origins: origins,
		Limits: standard.NewLimits(p.std.Limits, data.Limits), Problems: problems}
	if ok {
		var found []problem.Problem
		q.Period = period.String()
		q.Results, found = benchmark.Compare(data, q.Limits, p.std.Areas, period)
		q.Problems = append(problems, found...)
	}
	e := explain.Of(q)
	p.agree(e)
	return e
}

// agree holds the units of each figure against its row: the share within, and where it is made of others what they say.
func (p *programme) agree(e *explain.Explanation) {
	p.t.Helper()
	for _, r := range e.Results {
		within, judged := 0.0, 0.0
		for _, u := range r.Units {
			if u.State == benchmark.Within {
				within += float64(u.Weight)
			}
			if u.State == benchmark.Within || u.State == benchmark.Beyond {
				judged += float64(u.Weight)
			}
		}
		if share := within / judged; math.Abs(share-float64(r.Row.Within)) > 1e-12 || (judged > 0) == math.IsNaN(float64(r.Row.Within)) {
			p.t.Errorf("%s: the units give %v, the row %v", r.Name, share, r.Row.Within)
		}
	}
}

// says wants texts in an explanation, however its lines are broken.
func says(t testing.TB, name string, e *explain.Explanation, want ...string) {
	t.Helper()
	text := strings.Join(strings.Fields(e.Text()), " ")
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%s: %q is not in\n%s", name, w, e.Text())
		}
	}
}

// vector is a workbook of one factory with rows of one sheet, and what the explanation must say.
type vector struct {
	name, area string
	rows       [][]any
	want       []string
}

// The vectors of the methodology: their numbers stand in the text, with the formula that gives them.
func TestExplainedVectors(t *testing.T) {
	noise := []any{"Factory ID", "Date", "Location", "Level", "Worker code", "Hours a day", "Workers"}
	air := []any{"Factory ID", "Date", "Location", "Agent", "Concentration", "Unit", "Workers"}
	day := "2026-07-14"
	for _, v := range []vector{
		{"parts of a day", "Noise", [][]any{noise, {"F", day, "a", 92, "W1", 4}, {"F", day, "b", 86, "W1", 3}, {"F", day, "c", 78, "W1", 1}},
			[]string{"10·log10((4·10^(92/10) + 3·10^(86/10) + 1·10^(78/10)) ÷ 8) = 89.7755 dB(A)", "a.xlsx!Noise!D2: Level 92", "Hours a day 4 (F2)"}},
		{"a long day", "Noise", [][]any{noise, {"F", day, "a", 85, "", 10}}, []string{"10·log10(10·10^(85/10) ÷ 8) = 85.9691 dB(A)", "85.9691 > 85 dB(A)"}},
		{"a hair beyond", "Noise", [][]any{noise, {"F", day, "a", 85.000001}}, []string{"85.000001 > 85 dB(A)"}},
		{"an energy mean", "Noise", [][]any{noise, {"F", day, "a", 80}, {"F", day, "b", 80}, {"F", day, "c", 80}, {"F", day, "d", 95}},
			[]string{"10·log10((1·10^(80/10) + 1·10^(80/10) + 1·10^(80/10) + 1·10^(95/10)) ÷ 4) = 89.373 dB(A)", "(no hours are given: a whole day)"}},
		{"a mixture", "Air", [][]any{air, {"F", day, "a", "toluene", 30, "mg/m3"}, {"F", day, "a", "n-hexane", 40, "mg/m3"}, {"F", day, "a", "acetone", 100, "mg/m3"}, {"F", day, "a", "butanone", 60, "mg/m3"}},
			[]string{"30/50 + 40/100 + 100/300 + 60/300 = 1.53333", "1.53333 > 1"}},
		{"ppm at 20 °C", "Air", [][]any{air, {"F", day, "a", "toluene", 1, "ppm"}}, []string{"1 ppm × 92.14 g/mol ÷ 24.055 L/mol (20 °C) = 3.83039 mg/m3"}},
		{"ppm at 25 °C", "Air", [][]any{air, {"F", day, "a", "acetone", 1, "ppm"}}, []string{"1 ppm × 58.08 g/mol ÷ 24.45 L/mol (25 °C) = 2.37546 mg/m3"}},
		{"ppb", "Air", [][]any{air, {"F", day, "a", "benzene", 1000, "ppb"}}, []string{"1000 ppb × 0.001 = 1 ppm; 1 ppm × 78.11 g/mol ÷ 24.45 L/mol (25 °C) = 3.19468 mg/m3"}},
		{"below detection", "Air", [][]any{air, {"F", day, "a", "toluene", "<1", "mg/m3"}}, []string{"below detection: 1 ÷ √2 = 0.707107 mg/m3", "the detection limit 1 keeps the limit 50 mg/m3", "<1 mg/m3"}},
		{"foot-candles", "Light", [][]any{{"Factory ID", "Date", "Location", "Process", "Illuminance", "Unit"}, {"F", day, "a", "stitching", 50, "fc"}},
			[]string{"50 fc × 10.7639 = 538.196 lx"}},
		{"square feet", "Dorms", [][]any{{"Factory ID", "Date", "Room", "Floor area", "Occupants", "Unit", "Toilets"}, {"F", day, "1", 400, 8, "ft2", 0}},
			[]string{"400 ft2 × 0.092903 = 37.1612 m2", "37.1612 ÷ 8 = 4.64515 m2", "people share none: beyond any limit"}},
		{"a weighted median", "Earnings", [][]any{{"Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency"}, {"F", "2026-07", "a", 10, 4000, "CNY"}, {"F", "2026-07", "b", 30, 5000, "CNY"}, {"F", "2026-07", "c", 20, 9000, "CNY"}},
			[]string{"5000 CNY: weighted median", "reaches 30, half of 60; by value (weight): 4000 (10), 5000 (30), 9000 (20)", "the group's average (no lowest pay is given) 4000"}},
		{"a slope", "Noise", [][]any{noise, {"F", "2022-01-04", "a", 88.2}, {"F", "2023-01-04", "a", 87.1}, {"F", "2024-01-04", "a", 87.5}, {"F", "2025-01-04", "a", 86}, {"F", "2026-01-04", "a", 84.9}},
			[]string{"−0.779167 dB(A) a year", "the 10 slopes a year between any two of 5 quarters", "|84.9 − 88.2| = 3.3; 3 dB(A) counts", "(88.2 − 84.9) ÷ (88.2 − 85) = 1.03125"}},
		{"a ratio", "Air", [][]any{air, {"F", "2026-01-04", "a", "toluene", 38.8, "mg/m3"}, {"F", "2026-01-04", "b", "toluene", 38.8, "mg/m3"}, {"F", day, "a", "toluene", 10, "mg/m3"}, {"F", day, "b", "toluene", 10, "mg/m3"}},
			[]string{"held: 38.8 ÷ 10 = 3.88; R = exp(1.96·ln 2·√(1/2 + 1/2)), but 1.25 at least, = 3.89062 counts"}},
		{"a steady series", "Air", [][]any{air, {"F", "2025-04-04", "a", "toluene", 38.8, "mg/m3"}, {"F", "2025-07-04", "a", "toluene", 36, "mg/m3"}, {"F", "2025-10-04", "a", "toluene", 33, "mg/m3"}, {"F", "2026-01-04", "a", "toluene", 31, "mg/m3"}, {"F", "2026-04-04", "a", "toluene", 28, "mg/m3"}},
			[]string{"improved: 38.8 ÷ 28", "Mann–Kendall's p over the 5 quarters, 0.0166667, is 0.05 at most"}},
	} {
		limits := [][]any{{"Area", "Indicator", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "Subject", "Temperature"},
			{"air", "concentration", "*", 100, "mg/m3", "code", "own", "n-hexane"}, {"air", "concentration", "*", 0.5, "mg/m3", "code", "own", "benzene", 25},
			{"air", "concentration", "CN", 300, "mg/m3", "legal", "own", "acetone", 25}, {"earnings", "minimum", "CN-GD", 4000, "CNY", "legal", "own"}}
		p := read(t, map[string][][]any{v.area: v.rows, "Limits": limits})
		says(t, v.name, p.explain(v.area), v.want...)
	}
}

// What is left out, cannot be judged, or starts anew is said, and the figures still agree.
func TestExplainedExceptions(t *testing.T) {
	sheets := map[string][][]any{
		"Limits": {{"Area", "Indicator", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "Subject", "Basis"},
			{"earnings", "minimum", "CN-GD", 3000, "CNY", "legal", "gross law", "", "gross"}, {"earnings", "living", "CN", 20, "USD/h", "target", "dollars"},
			{"noise", "exposure", "CN-GD", 80, "dB(A)", "target", "aim"}},
		"Air": {{"Factory ID", "Date", "Location", "Agent", "Concentration", "Unit", "Sample", "Hours a day", "Worker code", "Detection limit"},
			{"F", "2026-07-14", "a", "toluene", 30, "mg/m3", "personal"}, {"F", "2026-07-14", "a", "toluene", 99, "mg/m3", "area"}, {"F", "2026-07-14", "a", "benzene", "<5", "mg/m3", "personal"},
			{"F", "2026-07-14", "c", "acetone", 30, "mg/m3", "personal", 9, "W"}, {"F", "2026-07-14", "d", "acetone", "ND", "mg/m3", "personal", 9, "W", 2},
			{"F", "2026-07-14", "e", "acetone", 30, "mg/m3", "personal", 9, "V"}},
		"Dorms": {{"Factory ID", "Date", "Room", "Floor area", "Occupants", "Building", "Toilets"},
			{"F", "2026-07-14", "1", 30, 8, "A", 0}, {"F", "2026-07-14", "2", 30, 0, "B", 2}, {"F", "2026-07-02", "1", 30, 9, "A", 1}},
		"Earnings": {{"Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency", "Basis", "Longest week"},
			{"F", "2026-07", "a", 10, 4000, "CNY", "net", 61}, {"F", "2026-08", "a", 10, 2000, "CNY", "net"}, {"F", "2026-08", "b", 2, 5000, "CNY", "gross"}, {"F", "2026-08", "c", 2, 500, "USD", "net"}},
		"Noise": {{"Factory ID", "Date", "Location", "Level", "Method"}, {"F", "2026-01-14", "a", 88, "ISO 9612"}, {"F", "2026-07-14", "a", 84, "sound level meter"}},
		"Light": {{"Factory ID", "Date", "Location", "Process", "Illuminance"}, {"F", "2026-07-14", "a", "stitching", "dim"}},
	}
	p := read(t, sheets)
	for area, wants := range map[string][]string{
		"air":      {"Rows that enter no figure: a.xlsx!Air!3, a.xlsx!Air!5, a.xlsx!Air!6", "the detection limit 5 lies above the limit 0.66 mg/m3: it cannot be judged", "30·9 ÷ 8 = 33.75 mg/m3", "warning a.xlsx!Air!5 hours-over-day"},
		"dorms":    {"people share none: beyond any limit", "at A: people share none", "Rows that enter no figure: a.xlsx!Dorms!4"},
		"earnings": {"net pay 4000, gross limit 3000 CNY: certain all the same; within from 3000 (no largest deduction is known)", "2000 cannot be held against 3000 CNY: it is gross, the pay net", "it is in another currency or on another basis", "it is in USD, the pay in CNY", "(10 + 10) ÷ 2 months", "the longest week 61 > 60 h", "3466.6 USD (20 USD/h × 173.33 hours a month)"},
		"noise":    {"break: the method is another than before (now soundlevelmeter)", "a target does only where neither law nor code draws a line", "· = of another series", "·2026-Q1 88 dB(A)"},
		"light":    {"not measured: no reading of the sheet Light is of F up to 2026-Q3 that could be used (errors listed below: 1)", "error a.xlsx!Light!E2 not-a-number"},
	} {
		says(t, area, p.explain(area), wants...)
	}
}

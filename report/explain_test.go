package report

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/report/explain"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// explained is the explanation as text.
func explained(t *testing.T, o Options, asked Asked) string {
	t.Helper()
	e, err := Explain(o, asked, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(e.Text()) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > 100 {
			t.Errorf("a line of %d characters: %s", n, line)
		}
	}
	return e.Text()
}

// TestGoldenExplanations holds the text for every shape of area, a stale one, one never measured, and pay by the hour.
func TestGoldenExplanations(t *testing.T) {
	var all strings.Builder
	for _, asked := range []Asked{
		{"CN-01", "noise", "exposure", ""}, {"CN-01", "air", "concentration", "toluene"}, {"CN-01", "air", "mixture", ""}, {"CN-01", "air", "all", ""},
		{"CN-01", "light", "illuminance", "stitching"}, {"CN-01", "dorms", "space", ""}, {"CN-01", "dorms", "toilets", ""}, {"CN-01", "dorms", "all", ""},
		{"CN-01", "earnings", "minimum", ""}, {"CN-01", "earnings", "hours", ""}, {"US-01", "air", "concentration", "toluene"},
		{"US-01", "earnings", "minimum", ""}, {"CN-03", "noise", "", ""}, {"GB-01", "dorms", "", ""},
	} {
		all.WriteString("$ plimsoll explain " + asked.Factory + " " + asked.Area + " " + asked.Indicator + " " + asked.Subject + "\n")
		all.WriteString(explained(t, options(t, "../sample-data"), asked) + "\n")
	}
	golden(t, "explain.txt", all.String())
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
		o := options(t, book(t, t.TempDir(), "a.xlsx", map[string][][]any{"Factories": {{"Factory ID", "Name", "Country", "Region"}, {"F", "Mill", "CN", "CN-GD"}}, v.area: v.rows,
			"Limits": {{"Area", "Indicator", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "Subject", "Temperature"}, {"air", "concentration", "*", 100, "mg/m3", "code", "own", "n-hexane"},
				{"air", "concentration", "*", 0.5, "mg/m3", "code", "own", "benzene", 25}, {"air", "concentration", "CN", 300, "mg/m3", "legal", "own", "acetone", 25}, {"earnings", "minimum", "CN-GD", 4000, "CNY", "legal", "own"}}}))
		text := strings.Join(strings.Fields(explained(t, o, Asked{Factory: "F", Area: v.area})), " ")
		for _, want := range v.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in\n%s", v.name, want, text)
			}
		}
	}
}

// sample opens the sample's workbooks once, and gives each explanation its own.
func sample(t *testing.T) (Options, func() *Input) {
	t.Helper()
	o := options(t, "../sample-data")
	in, err := openBooks(o, rulesOf(templates.Files, o), nil)
	if err != nil {
		t.Fatal(err)
	}
	return o, func() *Input {
		fresh := &Input{Standard: in.Standard}
		for _, b := range in.Books {
			fresh.Books = append(fresh.Books, &workbook.Book{File: b.File, Sheets: b.Sheets, Problems: b.Problems})
		}
		return fresh
	}
}

// TestExplanationsAgree holds, for every factory and area of the sample, the explanation against results.csv: the same
// figures, the share within of the units listed, the same rows.
func TestExplanationsAgree(t *testing.T) {
	o, fresh := sample(t)
	whole := fresh()
	if err := whole.compute(o); err != nil {
		t.Fatal(err)
	}
	explainedRows := 0
	for _, f := range whole.Data.Factories {
		for _, area := range whole.Standard.Areas {
			e, err := fresh().explain(o, Asked{Factory: f.ID, Area: area.ID}, area)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range whole.Results {
				if r.Factory.ID != f.ID || r.Area != area {
					continue
				}
				if r.Period.String() == e.Measured && !r.Carried {
					explainedRows++
					agrees(t, e, r)
				} else if r.Carried || r.Status == benchmark.NotMeasured {
					sameRow(t, e, e.Carried, r)
				}
			}
		}
	}
	if explainedRows < 100 {
		t.Errorf("only %d rows of the sample were explained", explainedRows)
	}
}

// agrees finds the explanation of a row through the JSON, as another program would.
func agrees(t *testing.T, e *explain.Explanation, r *benchmark.Result) {
	t.Helper()
	i := slices.IndexFunc(e.Results, func(x explain.Result) bool { return x.Row.Indicator == r.IndicatorID() && x.Row.Subject == r.Subject })
	if i < 0 {
		t.Fatalf("%s %s %s %s is not explained", e.Factory.ID, e.Area, r.IndicatorID(), r.Subject)
	}
	x := &e.Results[i]
	sameRow(t, e, &x.Row, r)
	within, judged, rows := 0.0, 0.0, slices.Clone(x.OtherRows)
	for _, u := range x.Units {
		switch u.State {
		case benchmark.Within:
			within, judged = within+float64(u.Weight), judged+float64(u.Weight)
		case benchmark.Beyond:
			judged += float64(u.Weight)
		}
		for _, read := range u.Readings {
			rows = append(rows, read.Place)
			if len(read.Cells) == 0 {
				t.Errorf("%s: the reading has no cells", read.Place)
			}
		}
		if r.Indicator == nil && u.State != strongest(u.JudgedBy) {
			t.Errorf("%s %s %s: %s, but it is judged by %v", e.Factory.ID, e.Area, u.Name, u.State, u.JudgedBy)
		}
	}
	if share := within / judged; math.Abs(share-r.Within) > 1e-12 || (judged > 0) == math.IsNaN(r.Within) {
		t.Errorf("%s %s %s: the units give %v, the row %v", e.Factory.ID, e.Area, r.IndicatorID(), share, r.Within)
	}
	sources := slices.Clone(x.Row.Sources)
	slices.Sort(rows)
	slices.Sort(sources)
	if rows = slices.Compact(rows); !slices.Equal(rows, sources) {
		t.Errorf("%s %s %s: rows %v, sources %v", e.Factory.ID, e.Area, r.IndicatorID(), rows, sources)
	}
}

// strongest is the state of a place by what is judged there.
func strongest(parts []explain.Contribution) string {
	order := []string{benchmark.NoLimit, benchmark.NotJudged, benchmark.Within, benchmark.Beyond}
	most := 0
	for _, p := range parts {
		most = max(most, slices.Index(order, p.State))
	}
	return order[most]
}

// sameRow compares the row of the JSON with that of results.csv, column by column.
func sameRow(t *testing.T, e *explain.Explanation, row *explain.Row, r *benchmark.Result) {
	t.Helper()
	var fields map[string]any
	text, err := json.Marshal(row)
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if err != nil || decoder.Decode(&fields) != nil {
		t.Fatalf("%s: %v", text, err)
	}
	for _, column := range benchmark.Columns() {
		want, got := column.Of(r), ""
		switch v := fields[column.String()].(type) {
		case string:
			got = v
		case json.Number:
			got = v.String()
		}
		switch column {
		case benchmark.ColumnFactory:
			got = e.Factory.ID
		case benchmark.ColumnArea:
			got = e.Area
		case benchmark.ColumnSources:
			continue // rows one by one; agrees compares them
		}
		if got != want {
			t.Errorf("%s %s %s %s: %s is %q, results.csv has %q", e.Factory.ID, e.Area, r.IndicatorID(), r.Subject, column, got, want)
		}
	}
}

// What is left out, cannot be judged, or starts anew is said, and the figures still agree.
func TestExplainedExceptions(t *testing.T) {
	sheets := map[string][][]any{
		"Factories": {{"Factory ID", "Name", "Country", "Region"}, {"F", "Mill", "CN", "CN-GD"}},
		"Limits": {{"Area", "Indicator", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "Subject", "Basis"},
			{"earnings", "minimum", "CN-GD", 3000, "CNY", "legal", "gross law", "", "gross"}, {"earnings", "living", "CN", 20, "USD/h", "target", "dollars"},
			{"noise", "exposure", "CN-GD", 80, "dB(A)", "target", "aim"}},
		"Air": {{"Factory ID", "Date", "Location", "Agent", "Concentration", "Unit", "Sample", "Hours a day", "Worker code", "Detection limit"},
			{"F", "2026-07-14", "a", "toluene", 30, "mg/m3", "personal"}, {"F", "2026-07-14", "b", "toluene", 99, "mg/m3", "area"}, {"F", "2026-07-14", "a", "benzene", "<5", "mg/m3", "personal"},
			{"F", "2026-07-14", "c", "acetone", 30, "mg/m3", "personal", 9, "W"}, {"F", "2026-07-14", "d", "acetone", "ND", "mg/m3", "personal", 9, "W", 2}},
		"Dorms": {{"Factory ID", "Date", "Room", "Floor area", "Occupants", "Building", "Toilets"},
			{"F", "2026-07-14", "1", 30, 8, "A", 0}, {"F", "2026-07-14", "2", 30, 0, "B", 2}, {"F", "2026-07-02", "1", 30, 9, "A", 1}},
		"Earnings": {{"Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency", "Basis", "Longest week"},
			{"F", "2026-07", "a", 10, 4000, "CNY", "net", 61}, {"F", "2026-08", "a", 10, 2000, "CNY", "net"}, {"F", "2026-08", "b", 2, 5000, "CNY", "gross"}, {"F", "2026-08", "c", 2, 500, "USD", "net"}},
		"Noise": {{"Factory ID", "Date", "Location", "Level", "Method"}, {"F", "2026-01-14", "a", 88, "ISO 9612"}, {"F", "2026-07-14", "a", 84, "sound level meter"}},
		"Light": {{"Factory ID", "Date", "Location", "Process", "Illuminance"}, {"F", "2026-07-14", "a", "stitching", "dim"}},
	}
	o := options(t, book(t, t.TempDir(), "a.xlsx", sheets))
	_, in, err := begin(o, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	for area, wants := range map[string][]string{
		"air":      {"Rows that enter no figure: a.xlsx!Air!3", "the detection limit 5 lies above the limit 0.66 mg/m3: it cannot be judged", "30·9 ÷ 8 = 33.75 mg/m3", "warning a.xlsx!Air!5 hours-over-day"},
		"dorms":    {"people share none: beyond any limit", "at A: people share none", "Rows that enter no figure: a.xlsx!Dorms!4"},
		"earnings": {"net pay 4000, gross limit 3000 CNY: certain on any basis", "2000 cannot be held against 3000 CNY: it is gross, the pay net", "it is in another currency or on another basis", "it is in USD, the pay in CNY", "(10 + 10) ÷ 2 months", "the longest week 61 > 60 h", "3466.6 USD (20 USD/h × 173.33 hours a month)"},
		"noise":    {"break: the method or the basis is another than before (now soundlevelmeter)", "a target does only where neither law nor code draws a line", "· = of another series", "·2026-Q1 88 dB(A)"},
		"light":    {"not measured: no reading of the sheet Light is of F up to 2026-Q3 that could be used (errors listed below: 1)", "error a.xlsx!Light!E2 not-a-number"},
	} {
		e, err := Explain(o, Asked{Factory: "F", Area: area}, templates.Files, nil)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(e.Text()), " ")
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in\n%s", area, want, text)
			}
		}
		for _, r := range in.Results {
			if r.Area.ID == area && r.Period.String() == e.Measured && !r.Carried {
				agrees(t, e, r)
			}
		}
	}
}

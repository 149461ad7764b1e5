package report

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// TestExplainOddProgrammes: whatever a programme holds, an explanation says what results.csv says.
func TestExplainOddProgrammes(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		dir := t.TempDir()
		for n, s := range oddProgramme(rand.New(rand.NewPCG(seed, 1))) {
			book(t, dir, n, s)
		}
		for _, period := range []string{"", "2026-Q1"}[seed%2:][:1] { // an earlier period of every second programme
			o := Options{Paths: []string{dir}, Period: period, Languages: []string{"en"}}
			p, fresh := opened(t, o)
			whole := computed(t, p, fresh(audit.Keep{}))
			for _, f := range whole.Data.Factories {
				for _, area := range p.standard.Areas {
					if !slices.ContainsFunc(whole.of(f), func(r *benchmark.Result) bool { return r.Area == area }) {
						continue // each look reads the workbooks again
					}
					e, err := p.explain(t.Context(), fresh(audit.Keep{Factory: f.ID, Area: area}), Asked{Factory: f.ID, Area: area.ID}, area)
					if err != nil {
						t.Fatal(err)
					}
					for _, r := range whole.of(f) {
						if r.Factory.ID != f.ID || r.Area != area {
							continue
						}
						if r.Period.String() == e.Measured && !r.Carried {
							agrees(t, e, r)
						} else if r.Carried || r.Status == benchmark.NotMeasured {
							sameRow(t, e, e.Carried, r)
						}
					}
				}
			}
		}
	}
}

// oddProgramme is a programme in two workbooks that hold every oddity on purpose.
func oddProgramme(r *rand.Rand) map[string]map[string][][]any {
	pick := func(of ...any) any { return of[r.IntN(len(of))] }
	between := func(low, high float64) float64 { return math.Round((low+r.Float64()*(high-low))*10) / 10 }
	files := map[string]map[string][][]any{}
	for _, name := range []string{"a.xlsx", "b.xlsx"} {
		s := map[string][][]any{
			"Noise":    {{"Factory ID", "Date", "Location", "Level", "Hours a day", "Worker code", "Group", "Workers", "Method"}},
			"Light":    {{"Factory ID", "Date", "Location", "Process", "Illuminance", "Unit", "Workers", "Method"}},
			"Air":      {{"Factory ID", "Date", "Location", "Agent", "Concentration", "Unit", "Detection limit", "Sample", "Worker code", "Hours a day", "Workers", "Group", "Method"}},
			"Dorms":    {{"Factory ID", "Date", "Room", "Floor area", "Occupants", "Unit", "Building", "Toilets", "Showers"}},
			"Earnings": {{"Factory ID", "Month", "Worker group", "Workers", "Regular pay", "Currency", "Basis", "Lowest pay", "Ordinary hours", "Hours per week", "Longest week"}},
		}
		for q := range 8 {
			for _, f := range []string{"CN-1", "CN-2", "US-1"} {
				if r.IntN(6) == 0 {
					continue // not visited
				}
				visit := fmt.Sprintf("%d-%02d-10", 2024+q/4, q%4*3+1)
				day := func() string {
					return pick(visit, visit, fmt.Sprintf("%d-%02d-%02d", 2024+q/4, q%4*3+1+r.IntN(3), 1+r.IntN(3))).(string)
				}
				for range 1 + r.IntN(5) {
					people := pick(10, 20, 30, 40, 50, nil)
					s["Noise"] = append(s["Noise"], []any{f, day(), pick("Hall 1", "Hall 2"), pick(between(70, 99), "N/A"), pick(nil, nil, 0, 2, 4, 9, 12), pick(nil, "W1", "W2"), pick(nil, "G"), people, pick("ISO 9612", "ISO 9612", "other")})
					s["Air"] = append(s["Air"], []any{f, day(), pick("Line 1", "Line 2"), pick("toluene", "acetone", "benzene", "n-hexane", "dust-total", "78-78-4"), pick(between(0, 300), "<0.5", "<70", "ND"), pick("mg/m3", "ug/m3", "ppm", "ppb"), pick(nil, 0.2, 90), pick(nil, "personal", "area"), pick(nil, nil, "W1"), pick(nil, nil, 3, 10), people, pick(nil, "SEG 1"), pick(nil, "NIOSH 1501", "NIOSH 1501", "NIOSH 1501", "GC")})
					if f == "US-1" && q > 1 { // nobody came again for the rest
						continue
					}
					s["Light"] = append(s["Light"], []any{f, day(), pick("A", "B"), pick("cutting", "stitching", "storage", "laser"), between(5, 900), pick(nil, "lx", "fc"), people, pick(nil, "meter 1", "meter 2")})
					s["Dorms"] = append(s["Dorms"], []any{f, day(), pick(1, 2, 3, 4), between(20, 60), pick(0, 4, 8, 12), pick(nil, "m2", "ft2"), pick(nil, "A", "B"), pick(nil, 0, 1, 2), pick(nil, 0, 1)})
					s["Earnings"] = append(s["Earnings"], []any{f, day()[:7], pick("sewers", "cutters", "packers"), pick(0, 0, 0, 60, 90), between(1500, 4500), pick("CNY", "CNY", "USD"), pick(nil, "net", "gross"), pick(nil, 1400.5, 2600), pick(nil, 160, 176), pick(nil, 44, 58.5), pick(nil, 50, 66)})
				}
			}
		}
		files[name] = s
	}
	first := files["a.xlsx"]
	for _, sheet := range slices.Sorted(maps.Keys(first)) { // some rows stand in the other workbook too
		files["b.xlsx"][sheet] = append(files["b.xlsx"][sheet], first[sheet][1+r.IntN(3)])
	}
	for q := range 8 { // what chance brings too seldom: steady work, a place with one solvent, pay of nobody
		air := func(place, agent string, c int) {
			first["Air"] = append(first["Air"], []any{"CN-3", fmt.Sprintf("%d-%02d-10", 2024+q/4, q%4*3+1), place, agent, c, "mg/m3", nil, nil, nil, nil, nil, nil, nil})
		}
		air("Line 1", "toluene", 60-4*q)
		air("Line 1", "acetone", 60)
		air("Line 2", "acetone", 50)
		first["Earnings"] = append(first["Earnings"], []any{"CN-3", fmt.Sprintf("%d-%02d", 2024+q/4, q%4*3+1), "sewers", 0, 3000, "CNY", nil, nil, nil, nil, nil})
	}
	first["Factories"] = [][]any{{"Factory ID", "Name", "Country", "Region", "Wage region"}, {"CN-1", "Mill 1", "CN", "CN-GD", "CN-GD"}, {"CN-2", "厂二", "CN", "CN-FJ", "CN-FJ-2"}, {"CN-3", "Mill 3", "CN", "CN-FJ", "CN-FJ-2"},
		{"US-1", "Mill 3", "US", "US-CA", "US-CA"}, {"US-2", "Nothing measured", "US", "US-CA", "US-CA"}}
	first["Limits"] = [][]any{{"Area", "Indicator", "Subject", "Jurisdiction", "Limit", "Unit", "Kind", "Source", "From", "To", "Temperature", "Averaging", "Exchange", "Basis", "Verified"},
		{"noise", "exposure", nil, "CN", 84, "dB(A)", "legal", "own law", "2025-01-01", nil, nil, nil, nil, nil, "yes"},
		{"noise", "exposure", nil, "CN-GD", 83, "dB(A)", "code", "own code", nil, nil, nil, nil, 5, nil, "no"},
		{"air", "concentration", "toluene", "CN", 20, "ppm", "legal", "own toluene", nil, "2025-06-30", 20, nil, nil, nil, "no"},
		{"air", "concentration", "toluene", "*", 10, "ppm", "target", "goal", nil, nil, 25, nil, nil, nil, "yes"},
		{"air", "concentration", "78-78-4", "US", 30, "mg/m3", "target", "goal", nil, nil, nil, nil, nil, nil, "yes"},
		{"air", "concentration", "acetone", "*", 90, "mg/m3", "code", "short", nil, nil, nil, "15min", nil, nil, "yes"},
		{"light", "illuminance", nil, "*", 120, "lx", "legal", "any light", nil, nil, nil, nil, nil, nil, "yes"},
		{"earnings", "minimum", nil, "CN", 2100, "CNY", "legal", "month", nil, nil, nil, nil, nil, "net", "yes"},
		{"earnings", "minimum", nil, "CN-GD", 14.5, "CNY/h", "code", "hour", nil, nil, nil, nil, nil, nil, "yes"},
		{"earnings", "living", nil, "*", 20, "USD/h", "target", "living", nil, nil, nil, nil, nil, "gross", "no"}}
	return files
}

package benchmark_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// What a user writes who wants drinking water measured too: two files, no Go.
const (
	waterArea = `# Drinking water at the taps.
id: water
name: Drinking water
aliases: [Water, 饮用水]
shape: readings
people: workers
sheet:
  name: Water
  aliases: [饮用水]
  columns:
    - {name: Factory ID, kind: id, field: factory, required: true}
    - {name: Date, kind: date, field: date, required: true}
    - {name: Tap, kind: text, field: place, required: true}
    - {name: Substance, kind: text, field: subject, required: true}
    - {name: Result, kind: concentration, field: value, required: true, min: 0, aliases: [Concentration]}
    - {name: Unit, kind: text, field: unit}
    - {name: Detection limit, kind: number, field: detection, min: 0}
    - {name: Workers, kind: number, field: workers, min: 0}
    - {name: Method, kind: text, field: method}
unit: mg/L
units:
  - {name: mg/L}
  - {name: ug/L, factor: 0.001, aliases: [µg/L]}
indicators:
  - {id: content, unit: mg/L, level: highest, better: lower, change_percent: 20}
`
	waterLimits = `limits:
- {area: water, indicator: content, subject: lead, jurisdiction: "*", limit: 10, unit: ug/L, kind: code, source: WHO Guidelines (2022)}
- {area: water, indicator: content, subject: nitrate, jurisdiction: "*", limit: 50, unit: mg/L, kind: code, source: WHO Guidelines (2022)}
`
)

// sheet writes a sheet as a table of words; a cell "-" is left blank.
func sheet(name, table string) *workbook.Sheet {
	s := &workbook.Sheet{File: "audit.xlsx", Name: name}
	for line := range strings.Lines(table) {
		row := workbook.Row{Index: len(s.Rows) + 1}
		for _, cell := range strings.Split(line, "|") {
			c := workbook.Cell{Kind: workbook.Text, Text: strings.TrimSpace(cell)}
			if c.Text == "-" {
				c = workbook.Cell{}
			}
			row.Cells = append(row.Cells, c)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func TestNewAreaNeedsNoGo(t *testing.T) {
	std, err := standard.Load(templates.Over(fstest.MapFS{
		"areas/water.yaml":  {Data: []byte(waterArea)},
		"limits/water.yaml": {Data: []byte(waterLimits)},
	}, templates.Files))
	if err != nil {
		t.Fatal(err)
	}
	audits := &workbook.Book{File: "audit.xlsx", Sheets: []*workbook.Sheet{
		sheet("Factories", `Factory ID | Name | Country
			F | Mill | VN
			G | Other mill | VN`),
		sheet("Water", `Factory ID | Date | Tap | Substance | Result | Unit | Detection limit | Workers
			F | 2025-07-14 | canteen | lead | 12 | µg/L | - | 200
			F | 2026-07-14 | canteen | lead | 0.008 | mg/L | - | 200
			F | 2026-07-14 | line 2 | lead | 14 | ug/L | - | 50
			F | 2026-07-14 | gate | lead | <0.001 | - | - | 150
			F | 2026-07-14 | canteen | nitrate | ND | mg/L | 2 | 200
			F | 2026-07-14 | gate | nitrate | <3 | mg/L | - | 150
			F | 2026-07-14 | gate | colour | 5 | mg/L | - | 150
			F | 2026-07-14 | gate | lead | much | mg/L | - | 150`),
		sheet("Limits", `Area | Indicator | Jurisdiction | Limit | Unit | Kind | Source | Subject | From
			Water | Content | VN | 9 | µg/L | legal | QCVN 01-1:2018/BYT | lead | 2026-01-01`),
	}}
	data, problems := audit.Collect([]*workbook.Book{audits}, std)
	if len(problems) != 1 || problems[0].Code != "not-a-number" || problems[0].Cell() != "E9" {
		t.Errorf("problems are %v", problems)
	}
	b := &book{t: t, std: std, data: *data, limits: std.Limits, own: data.Limits}
	for r := range data.Readings.All() {
		b.rows = append(b.rows, *r)
	}
	b.hold(`2025-Q3 water content lead: level=0.012 unit=mg/L limit=0.010 kind=code within=0 verdict=first
		water content lead: level=0.014 n=3 weight=400 within=0.875 worst=0.014 place=line_2 limit=0.009 kind=legal source=QCVN_01-1:2018/BYT status=beyond
		water content lead: change=0.002 verdict=held gap=-0.667 baseline=2025-Q3
		water content nitrate: level=3 qualifier=< within=1 status=within worst=3 place=gate
		water content colour: level=5 within= status=no-limit
		water all: n=6 within=0.933 status=beyond
		no G water all
		noise all: status=not-measured
		says no-limit`)
}

// The levels that a plain area may ask for.
func TestPlainLevels(t *testing.T) {
	for level, want := range map[string]string{"mean": "4.000", "weighted-mean": "2.700", "median": "3.000", "highest": "7.000", "lowest": "2.000", "energy-mean": "3.031"} {
		std, err := standard.Load(templates.Over(fstest.MapFS{
			"areas/water.yaml": {Data: []byte(strings.Replace(waterArea, "highest", level, 1))},
		}, templates.Files))
		if err != nil {
			t.Fatal(err)
		}
		b := newBook(t)
		b.std = std
		for i, value := range []float64{2, 3, 7} {
			b.row("water", value, []change{workers([]float64{70, 20, 10}[i]), func(r *reading) { r.Subject = "lead" }})
		}
		b.hold("water content lead: level=" + want)
	}
}

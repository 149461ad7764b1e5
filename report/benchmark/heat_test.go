package benchmark_test

import (
	"testing"
	"testing/fstest"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// Heat: the wet bulb globe temperature by how heavy the work is, and the air temperature beside it in the same rows. Two
// columns of values, a closed list of subjects, a scale whose zero lies elsewhere: two files, no Go.
const (
	heatArea = `id: heat
name: Heat stress
shape: readings
people: workers
lead: wbgt
sheet:
  name: Heat
  columns:
    - {name: Factory ID, kind: id, field: factory, required: true}
    - {name: Date, kind: date, field: date, required: true}
    - {name: Location, kind: text, field: place, required: true}
    - {name: Workload, kind: word, field: subject, required: true, words: {light: [sitting], moderate: [], heavy: [carrying]}}
    - {name: WBGT, kind: number, field: value, indicator: wbgt, required: true, min: 0, max: 60}
    - {name: Air temperature, kind: number, field: value, indicator: air-temperature, min: -10, max: 70}
    - {name: Unit, kind: text, field: unit}
    - {name: Workers, kind: number, field: workers, min: 0}
unit: °C
units:
  - {name: °C, aliases: [C, degC]}
  - {name: °F, offset: -32, factor: 0.5555555555555556, aliases: [F, degF]}
indicators:
  - {id: wbgt, unit: °C, level: highest, better: lower, change: 1}
  - {id: air-temperature, unit: °C, level: mean, better: lower, change: 2, apart: true}
`
	heatLimits = `limits:
- {area: heat, indicator: wbgt, subject: light, jurisdiction: "*", limit: 31, unit: °C, kind: code, source: S, url: u}
- {area: heat, indicator: wbgt, subject: carrying, jurisdiction: "*", limit: 81.5, unit: °F, kind: code, source: S, url: u}
`
)

func TestHeat(t *testing.T) {
	std, err := standard.Load(templates.Over(fstest.MapFS{
		"areas/heat.yaml":  {Data: []byte(heatArea)},
		"limits/heat.yaml": {Data: []byte(heatLimits)},
	}, templates.Files))
	if err != nil {
		t.Fatal(err)
	}
	data, problems := audit.Collect([]*workbook.Book{{File: "audit.xlsx", Sheets: []*workbook.Sheet{
		sheet("Programme", "Key | Value\nAreas | heat, Noise"),
		sheet("Factories", "Factory ID | Name | Country\nF | Mill | VN"),
		sheet("Heat", `Factory ID | Date | Location | Workload | WBGT | Air temperature | Unit | Workers
			F | 2026-07-14 | press | carrying | 82.4 | 95 | °F | 30
			F | 2026-07-14 | store | heavy | 26 | 33 | °C | 10
			F | 2026-07-15 | line 1 | light | 30 | - | - | 60
			F | 2026-07-15 | line 2 | dozing | 30 | 31 | - | 60
			F | 2026-07-15 | line 3 | light | 30 | much | - | 20`),
		sheet("Limits", `Area | Indicator | Jurisdiction | Limit | Unit | Kind | Source | Subject
			heat | wbgt | VN | 29 | °C | legal | own | sitting
			heat | wbgt | VN | 29 | °C | legal | own | jogging`),
	}}}, std)
	for i, want := range []string{"unknown-word Limits!H3", "unknown-word Heat!D5", "not-a-number Heat!F6"} {
		if i >= len(problems) {
			t.Fatalf("problems are %v", problems)
		}
		found := false
		for _, p := range problems {
			found = found || p.Code+" "+p.Sheet+"!"+p.Cell() == want
		}
		if !found {
			t.Errorf("%s is not among %v", want, problems)
		}
	}
	b := &book{t: t, std: std, data: *data, limits: std.Limits, own: data.Limits}
	for r := range data.Readings.All() {
		b.rows = append(b.rows, *r)
	}
	b.hold(`heat wbgt heavy: level=28 unit=°C n=2 weight=40 limit=27.5 within=0.25 worst=28.0 place=press status=beyond
		heat wbgt light: level=30 n=2 weight=80 limit=29 kind=legal within=0
		heat air-temperature heavy: level=34 n=2 status=no-limit
		no heat air-temperature light
		heat all: n=4 weight=120 within=0.0833
		noise all: status=not-measured
		no light all
		no air all`)
}

// A checklist is an area of yes and no: its level and its share within are the share of questions answered yes.
func TestChecklist(t *testing.T) {
	std, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	data, problems := audit.Collect([]*workbook.Book{{File: "audit.xlsx", Sheets: []*workbook.Sheet{
		sheet("Factories", "Factory ID | Name | Country\nF | Mill | VN"),
		sheet("Equipment safety", `Factory ID | Date | Question | Answer | Severity
			F | 2026-07-14 | Guards? | yes | critical
			F | 2026-07-14 | Stops? | no | critical
			F | 2026-07-14 | Lockout? | N/A | critical
			F | 2026-07-14 | Shields? | có | minor
			F | 2026-07-14 | Labels? | 是 | -
			F | 2026-07-14 | Lamps? | perhaps | minor`),
	}}}, std)
	if len(problems) != 2 || problems[0].Code != "not-measured" || problems[1].Code != "unknown-word" {
		t.Errorf("problems are %v", problems)
	}
	b := &book{t: t, std: std, data: *data, limits: std.Limits}
	for r := range data.Readings.All() {
		b.rows = append(b.rows, *r)
	}
	b.hold(`equipment met critical: level=0.5 n=2 within=0.5 worst=0 place=Stops? limit=1 kind=code
		equipment met minor: level=1 status=within
		equipment met: level=1 n=1
		equipment all: n=4 within=0.75`)
}

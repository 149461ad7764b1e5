package audit

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// ownArea is an area that somebody added, with headings that are none of ours.
const ownArea = `
id: vapour
name: Vapour
shape: air
sheet:
  name: Vapour
  columns:
    - {name: Plant, aliases: [Factory ID], kind: id, field: factory, required: true}
    - {name: Day, kind: date, field: date, required: true}
    - {name: Spot, kind: text, field: place, required: true}
    - {name: Stuff, kind: agent, field: subject, required: true}
    - {name: Amount, aliases: [Concentration], kind: concentration, field: value, required: true, min: 0}
    - {name: Measure, aliases: [Unit], kind: text, field: unit, required: true}
unit: mg/m3
units: [{name: mg/m3}, {name: ppm, by_volume: true}]
indicators: [{id: concentration, unit: mg/m3, level: mean, better: lower, change_percent: 10}]
`

// loadWith loads the built-in templates with one area more.
func loadWith(t *testing.T, area string) *standard.Standard {
	t.Helper()
	files := fstest.MapFS{"areas/own.yaml": {Data: []byte(area)}}
	for _, pattern := range []string{"*.yaml", "areas/*.yaml"} {
		names, err := fs.Glob(templates.Files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(templates.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: data}
		}
	}
	std, err := standard.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return std
}

// TestAreaWithItsOwnHeadings holds that nothing relies on the headings of the built-in areas.
func TestAreaWithItsOwnHeadings(t *testing.T) {
	c := &testCase{sections: []section{{"a.xlsx!Vapour", "Plant\tDay\tSpot\tStuff\tAmount\tMeasure\n" +
		"CN-01\t2026-07-14\tLine 1\ttoluene\t5\tppm\n" +
		"CN-09\t2026-07-14\tLine 1\ttoluene\t5\tppm\n" +
		"CN-01\t2026-07-14\tLine 1\ttoluene\tND\tppm\n" +
		"CN-01\t2026-07-14\tLine 1\ttoluene\t5\tppb\n" +
		"CN-01\t2026-07-14\tLine 1\twood dust\t5\tppm\n" +
		"CN-01\t2026-07-14\tLine 1\ttoluene\t-5\tppm\n"}}}
	data, problems := Collect(c.books(t), loadWith(t, ownArea))
	want := `error a.xlsx!Vapour!A3 unknown-factory: no factory is called "CN-09" (hint: write CN-01 if that is meant, or add it to the sheet Factories)
error a.xlsx!Vapour!E4 missing-value: the result is below a detection limit that is not given (hint: write the laboratory's limit under Detection limit, or the result as <0.5)
error a.xlsx!Vapour!F5 unknown-unit: "ppb" is no unit of Vapour (hint: write one of mg/m3, ppm)
error a.xlsx!Vapour!F6 unknown-unit: ppm cannot be converted: no molar mass is known for wood dust (hint: write the concentration in mg/m3)
error a.xlsx!Vapour!E7 out-of-range: Amount is -5 (hint: plausible is 0 or more)
`
	if diff := cmp.Diff(want, listed(problems)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if data.Readings.Len() != 1 || readings(data)[0].Factory.ID != "CN-01" || problems[0].Factory != "CN-09" {
		t.Errorf("%+v, problem of factory %q", readings(data), problems[0].Factory)
	}
}

// TestProblemsOfWorkbooksArePassedOn holds that what could not be opened is told, and said to be no worse than that.
func TestProblemsOfWorkbooksArePassedOn(t *testing.T) {
	sad := &workbook.Book{File: "sad.xlsx", Problems: []problem.Problem{{Place: problem.Place{File: "sad.xlsx"}, Code: "encrypted-workbook", Message: "the workbook is locked with a password"}}}
	data, problems := Collect([]*workbook.Book{sad}, shipped(t))
	if got := listed(problems); got != "error sad.xlsx encrypted-workbook: the workbook is locked with a password\n" || records(data) > 0 {
		t.Error(got)
	}
}

// TestProblemsKnowTheirFactory holds that what is wrong with a row is put down to its factory.
func TestProblemsKnowTheirFactory(t *testing.T) {
	c := &testCase{sections: []section{{"a.xlsx!Noise", "Factory ID\tDate\tLocation\tLevel\nCN-01\t2026-07-14\tLine 1\t84dB\nVN-01\tN/A\tLine 1\t84\n#N/A\t2026-07-14\tLine 1\t84\nUS-01\t2026-07-14\tLine 1\t1\n"}}}
	_, problems := Collect(c.books(t), shipped(t))
	got := map[string]string{}
	for _, p := range problems {
		got[p.Place.Cell()] = p.Factory
	}
	if diff := cmp.Diff(map[string]string{"D2": "CN-01", "B3": "VN-01", "A4": "", "D5": "US-01"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSettingsComeFirst holds that the order of dates and the factories count for workbooks that are read before theirs.
func TestSettingsComeFirst(t *testing.T) {
	c := &testCase{sections: []section{{"a.xlsx!Noise", "Factory ID\tDate\tLocation\tLevel\nNEW\t14/07/2026\tLine 1\t84\n"},
		{"b.xlsx!Factories", "Factory ID\tName\tCountry\nNEW\tMill\tCN\n"}, {"c.xlsx!Programme", "Key\tValue\nDate order\tdmy\n"}}}
	data, problems := Collect(c.books(t), shipped(t))
	if len(problems) > 0 || data.Readings.Len() != 1 || readings(data)[0].Date.String() != "2026-07-14" {
		t.Error(listed(problems), readings(data))
	}
}

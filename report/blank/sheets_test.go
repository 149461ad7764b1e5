package blank

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

func mustLoad(t *testing.T) *standard.Standard {
	t.Helper()
	std, err := standard.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	return std
}

// english is the blank workbook in English.
func english(t *testing.T) []Sheet {
	std := mustLoad(t)
	return Sheets(std, std.Language("en"))
}

// TestExamplesAreTrue reads the examples without their mark, in every language: each must be a row that a run takes
// without a word, and with its mark a row that it passes over.
func TestExamplesAreTrue(t *testing.T) {
	std := mustLoad(t)
	for _, lang := range std.Languages {
		t.Run(lang.Tag, func(t *testing.T) {
			sheets := Sheets(std, lang)
			if got, problems := collected(t, std, sheets); len(problems) > 0 || len(got.Factories) > 0 {
				t.Error(problems)
			}
			rows := 0
			for _, s := range sheets {
				for _, row := range s.Examples {
					row[0].Text = strings.TrimSpace(strings.TrimPrefix(row[0].Text, lang.Example))
					rows++
				}
			}
			got, problems := collected(t, std, sheets)
			if len(problems) > 0 {
				t.Error(problems)
			}
			if rows != 16+16 || got.Readings.Len() != 7 || len(got.Factories) != 1 || len(got.Limits) != 1 ||
				got.Programme.HomeCountry != "US" {
				t.Errorf("%d rows gave %+v", rows, got)
			}
		})
	}
}

func collected(t *testing.T, std *standard.Standard, sheets []Sheet) (*audit.Data, []problem.Problem) {
	t.Helper()
	data, err := Book(sheets)
	if err != nil {
		t.Fatal(err)
	}
	return audit.Collect([]*workbook.Book{workbook.Read(data, "blank.xlsx", workbook.Options{})}, std)
}

// TestEveryHeadingIsExplained holds notes, marks and widths of all sheets against their declarations.
func TestEveryHeadingIsExplained(t *testing.T) {
	f := openExcelize(t, mustBlank(t, english(t)))
	std := mustLoad(t)
	for _, s := range allSheets(std) {
		notes := map[string]string{}
		comments, err := f.GetComments(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range comments {
			for _, run := range c.Paragraph {
				notes[c.Cell] += run.Text
			}
		}
		for i, c := range s.Columns {
			at := problem.ColumnName(i+1) + "1"
			heading, _ := f.GetCellValue(s.Name, at)
			need, marked := "May be left blank.", c.Name
			if c.Required {
				need, marked = "Required.", c.Name+" *"
			}
			if heading != marked || !strings.Contains(notes[at], need) || strings.ContainsAny(notes[at], "{}") {
				t.Errorf("%s!%s: heading %q, note %q", s.Name, at, heading, notes[at])
			}
		}
		if !strings.Contains(notes["A2"], "begins with “Example:”") {
			t.Errorf("%s: the example is not explained", s.Name)
		}
	}
}

func allSheets(std *standard.Standard) []*standard.Sheet {
	sheets := slices.Clone(std.Sheets)
	for _, a := range std.Areas {
		sheets = append(sheets, &a.Sheet)
	}
	return sheets
}

func TestColumnsOfTheBlankWorkbook(t *testing.T) {
	got := map[string]Column{}
	for _, s := range english(t) {
		for _, c := range s.Columns {
			got[s.Name+" "+c.Heading] = c
		}
	}
	const areas = "Air,Light,Noise,Dorms,Earnings,Living conditions,Equipment safety"
	for name, want := range map[string]struct {
		format, words string // words as a dropdown joins them; a closed list ends in a full stop
	}{
		"Programme Key": {"@",
			"Programme,Company,Contact,Code of conduct,Statement,Year starts,Date order,Home country,Assurance," +
				"Decimal,Approved by,Approved on,Signed by,Policies URL,Areas,Targets"},
		"Factories Dormitory": {"@", "yes,no."},
		"Factories Workers":   {"General", ""},
		"Audits Date":         {"yyyy-mm-dd", ""},
		"Noise Factory ID":    {"@", ""},
		"Noise Hours a day":   {"General", ""},
		"Light Unit":          {"@", "lx,fc."},
		"Air Agent":           {"@", ""},
		"Air Concentration":   {"General", ""},
		"Air Sample":          {"@", "area,personal."},
		"Earnings Month":      {"yyyy-mm", ""},
		"Earnings Currency":   {"@", "CNY,EUR,GBP,USD,VND"},
		"Findings Area":       {"@", areas + ",Feedback,Management,Safety,Training"},
		"Feedback Period":     {"@", ""},
		"Feedback Channel":    {"@", "comment box,hotline,meeting,project team"},
		"Production Absence":  {"0.0%", ""},
		"Limits Area":         {"@", areas + "."},
		"Limits Subject":      {"@", ""},
		"Limits Verified":     {"@", "yes,no."},
	} {
		words := strings.Join(got[name].List, ",")
		if got[name].Strict {
			words += "."
		}
		if got[name].Format != want.format || words != want.words {
			t.Errorf("%s: format %q, words %q", name, got[name].Format, words)
		}
	}
	if p := got["Light Process"]; p.Strict || !slices.Contains(p.List, "sole pressing") {
		t.Errorf("processes: %v", p.List)
	}
}

// TestOwnAreaHasItsSheet adds an area as the README says: its sheet stands behind the other areas, explained and with
// an example made of its declaration.
func TestOwnAreaHasItsSheet(t *testing.T) {
	area, err := os.ReadFile("../testdata/water.yaml")
	if err != nil {
		t.Fatal(err)
	}
	own := templates.Over(fstest.MapFS{"areas/water.yaml": {Data: area}}, templates.Files)
	std, err := standard.Load(own)
	if err != nil {
		t.Fatal(err)
	}
	sheets := Sheets(std, std.Language("en"))
	at := slices.IndexFunc(sheets, func(s Sheet) bool { return s.Name == "Water" })
	if at < 0 || sheets[at-1].Name != "Equipment safety" || sheets[at+1].Name != "Findings" {
		t.Fatal("Water has no place")
	}
	water := sheets[at]
	want := "Required.\nA number, without its unit. In mg/L, or in the unit that stands under Unit. Plausible is 0 " +
		"to 10 mg/L. " +
		"Write N/A where nothing was measured: it is counted and said, never read as zero.\nExample: 5"
	if diff := cmp.Diff(want, water.Columns[3].Note); diff != "" {
		t.Error(diff)
	}
	date, _ := standard.ParseDate("2026-07-14")
	row := []workbook.Cell{{Kind: workbook.Text, Text: "Example: CN-01"}, DateCell(date.Time()),
		{Kind: workbook.Text, Text: "Tap 1"}, {Kind: workbook.Number, Number: 5}, {}, {}}
	if diff := cmp.Diff(row, water.Examples[0]); diff != "" {
		t.Error(diff)
	}
}

package report

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"plimsoll/report/problem"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"plimsoll/report/audit"
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

// initialised is a fresh folder after Init.
func initialised(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "new", "programme")
	if err := Init(folder, "en", templates.Files); err != nil {
		t.Fatal(err)
	}
	return folder
}

// below lists all files below a folder.
func below(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(at string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(folder, at)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestBlankWorkbookHasNoProblem(t *testing.T) {
	folder := initialised(t)
	out, err := Check(options(t, folder), templates.Files, nil)
	if err != nil || len(out.Problems) > 0 {
		t.Fatal(err, out.Problems)
	}
	book := workbook.Open(filepath.Join(folder, blankName), blankName, workbook.Options{})
	var sheets []string
	for _, s := range book.Sheets {
		sheets = append(sheets, s.Name)
	}
	want := strings.Fields("Programme Factories Audits Air Light Noise Dorms Earnings Findings Training Feedback Safety Production Limits Prices")
	if diff := cmp.Diff(want, sheets); diff != "" {
		t.Error(diff)
	}
	data, problems := audit.Collect([]*workbook.Book{book}, mustLoad(t))
	if len(problems) > 0 || len(data.Factories)+len(data.Readings)+len(data.Findings)+len(data.Limits) > 0 || data.Programme.Name != "" {
		t.Errorf("an example was read: %+v, %v", data, problems)
	}
}

// english is the blank workbook in English.
func english(t *testing.T) []workbook.BlankSheet {
	std := mustLoad(t)
	return blankSheets(std, std.Language("en"))
}

// TestExamplesAreTrue reads the examples without their mark, in every language: each must be a row that a run takes
// without a word, and with its mark a row that it passes over.
func TestExamplesAreTrue(t *testing.T) {
	std := mustLoad(t)
	for _, lang := range std.Languages {
		t.Run(lang.Tag, func(t *testing.T) {
			sheets := blankSheets(std, lang)
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
			if rows != 14+9 || len(got.Readings) != 5 || len(got.Factories) != 1 || len(got.Limits) != 1 || got.Programme.HomeCountry != "US" {
				t.Errorf("%d rows gave %+v", rows, got)
			}
		})
	}
}

func collected(t *testing.T, std *standard.Standard, sheets []workbook.BlankSheet) (*audit.Data, []problem.Problem) {
	t.Helper()
	data, err := workbook.BlankBook(sheets)
	if err != nil {
		t.Fatal(err)
	}
	return audit.Collect([]*workbook.Book{workbook.Read(data, blankName, workbook.Options{})}, std)
}

// TestEveryHeadingIsExplained holds notes, marks and widths of all sheets against their declarations.
func TestEveryHeadingIsExplained(t *testing.T) {
	f, err := excelize.OpenFile(filepath.Join(initialised(t), blankName))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
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
	got := map[string]workbook.BlankColumn{}
	for _, s := range english(t) {
		for _, c := range s.Columns {
			got[s.Name+" "+c.Heading] = c
		}
	}
	for name, want := range map[string]struct {
		format, words string // words as a dropdown joins them; a closed list ends in a full stop
	}{
		"Programme Key":       {"@", "Programme,Company,Contact,Code of conduct,Statement,Year starts,Date order,Home country,Assurance"},
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
		"Findings Area":       {"@", "Air,Light,Noise,Dorms,Earnings,Feedback,Management,Safety,Training"},
		"Feedback Period":     {"@", ""},
		"Feedback Channel":    {"@", "comment box,hotline,meeting,project team"},
		"Production Absence":  {"0.0%", ""},
		"Limits Area":         {"@", "Air,Light,Noise,Dorms,Earnings."},
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

func TestInitWritesTheSameBytes(t *testing.T) {
	a, b := initialised(t), initialised(t)
	names := below(t, a)
	if diff := cmp.Diff(names, below(t, b)); diff != "" {
		t.Fatal(diff)
	}
	for _, name := range names {
		x, _ := os.ReadFile(filepath.Join(a, name))
		y, _ := os.ReadFile(filepath.Join(b, name))
		if !bytes.Equal(x, y) || len(x) == 0 {
			t.Errorf("%s differs", name)
		}
	}
}

// TestInitOverwritesNothing holds that what is in the way stays, and nothing is written beside it.
func TestInitOverwritesNothing(t *testing.T) {
	for _, taken := range []string{blankName, templatesName, templatesName + "/areas/noise.yaml"} {
		folder := t.TempDir()
		at := filepath.Join(folder, filepath.FromSlash(taken))
		if err := writeWhole(at, []byte("mine")); err != nil {
			t.Fatal(err)
		}
		err := Init(folder, "en", templates.Files)
		e, ok := IsUsage(err)
		if !ok || e.Hint == "" || !strings.Contains(e.Message, filepath.Join(folder, strings.Split(taken, "/")[0])) {
			t.Errorf("%s: %v", taken, err)
		}
		data, _ := os.ReadFile(at)
		if names := below(t, folder); string(data) != "mine" || !slices.Equal(names, []string{taken}) {
			t.Errorf("%s: %q among %v", taken, data, names)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, ok := IsUsage(Init(file, "en", templates.Files)); !ok {
		t.Error("a file was taken for a folder")
	}
}

func TestInitKeepsOtherFilesOfTheFolder(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "audits.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Init(folder, "en", templates.Files); err != nil {
		t.Fatal(err)
	}
	entries, _ := os.ReadDir(folder)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if diff := cmp.Diff([]string{blankName, "audits.txt", templatesName}, names); diff != "" {
		t.Error(diff)
	}
}

// TestCopiedTemplatesGiveTheSameDocuments runs with the copy in front of the built-in templates.
func TestCopiedTemplatesGiveTheSameDocuments(t *testing.T) {
	own := filepath.Join(initialised(t), templatesName)
	for _, name := range below(t, own) {
		built, err := templates.Files.ReadFile(name)
		copied, _ := os.ReadFile(filepath.Join(own, name))
		if err != nil || !bytes.Equal(built, copied) {
			t.Errorf("%s is no copy: %v", name, err)
		}
	}
	plain, copied := options(t, "../sample-data"), options(t, "../sample-data")
	plain.Factories = []string{"GB-01"}
	copied.Factories, copied.Templates = plain.Factories, own
	out := mustRun(t, plain)
	if _, err := Run(copied, templates.Over(os.DirFS(own), onlyFonts()), nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range out.Written {
		if !strings.HasSuffix(name, "manifest.json") && read(t, plain, name) != read(t, copied, name) {
			t.Errorf("%s differs", name)
		}
	}
}

// onlyFonts are the built-in fonts and nothing else, so that every other template must be in the copy.
func onlyFonts() fstest.MapFS {
	files := fstest.MapFS{}
	for _, name := range fontFiles() {
		data, _ := templates.Files.ReadFile("fonts/" + name)
		files["fonts/"+name] = &fstest.MapFile{Data: data}
	}
	return files
}

// TestOwnAreaHasItsSheet adds an area as the README says: its sheet stands behind the other areas, explained and with an
// example made of its declaration.
func TestOwnAreaHasItsSheet(t *testing.T) {
	area, err := os.ReadFile("testdata/water.yaml")
	if err != nil {
		t.Fatal(err)
	}
	own := templates.Over(fstest.MapFS{"areas/water.yaml": {Data: area}, ".git/x.yaml": {Data: area}}, templates.Files)
	std, err := standard.Load(own)
	if err != nil {
		t.Fatal(err)
	}
	sheets := blankSheets(std, std.Language("en"))
	at := slices.IndexFunc(sheets, func(s workbook.BlankSheet) bool { return s.Name == "Water" })
	if at < 0 || sheets[at-1].Name != "Earnings" || sheets[at+1].Name != "Findings" {
		t.Fatal("Water has no place")
	}
	water := sheets[at]
	want := "Required.\nA number, without its unit. In mg/L, or in the unit that stands under Unit. Plausible is 0 to 10 mg/L. " +
		"Write N/A where nothing was measured: it is counted and said, never read as zero.\nExample: 5"
	if diff := cmp.Diff(want, water.Columns[3].Note); diff != "" {
		t.Error(diff)
	}
	date, _ := standard.ParseDate("2026-07-14")
	row := []workbook.Cell{{Kind: workbook.Text, Text: "Example: CN-01"}, workbook.DateCell(date.Time()), {Kind: workbook.Text, Text: "Tap 1"}, {Kind: workbook.Number, Number: 5}, {}, {}}
	if diff := cmp.Diff(row, water.Examples[0]); diff != "" {
		t.Error(diff)
	}
	folder := t.TempDir()
	if err := Init(folder, "en", own); err != nil {
		t.Fatal(err)
	}
	if names := below(t, folder); !slices.Contains(names, "templates/areas/water.yaml") || slices.Contains(names, "templates/.git/x.yaml") {
		t.Errorf("copied: %v", names)
	}
}

// TestHalfIsNotLeftBehind lets the second of the two moves fail.
func TestHalfIsNotLeftBehind(t *testing.T) {
	beside, folder := t.TempDir(), t.TempDir()
	if err := writeWhole(filepath.Join(beside, templatesName, "theme.yaml"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := moveBoth(beside, folder); err == nil {
		t.Error("there was no workbook to move, and no error")
	}
	if names := below(t, folder); len(names) > 0 {
		t.Errorf("left behind: %v", names)
	}
}

func TestInitRefusesAMistakenTemplate(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	for name, front := range map[string]fstest.MapFS{
		"yaml":  {"areas/water.yaml": {Data: []byte("id: [")}},
		"sheet": {"sheets.yaml": {Data: []byte("sheets: [{name: 'a/b', columns: [{name: x, kind: text}]}]")}},
	} {
		err := Init(folder, "en", templates.Over(front, templates.Files))
		if _, ok := IsUsage(err); !ok {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(folder); !os.IsNotExist(err) {
			t.Errorf("%s: something was written", name)
		}
	}
}

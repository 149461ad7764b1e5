package report

import (
	"encoding/csv"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"plimsoll/report/benchmark"
	"plimsoll/report/internal/layout"
	"plimsoll/templates"
)

// book writes a workbook of rows by sheet and gives its path.
func book(t *testing.T, dir, name string, sheets map[string][][]any) string {
	t.Helper()
	saved(t, dir, name, slices.Sorted(maps.Keys(sheets)), sheets)
	return filepath.Join(dir, name)
}

// saved writes a workbook whose sheets stand in an order.
func saved(t *testing.T, dir, name string, sheets []string, rows map[string][][]any) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, sheet := range sheets {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows[sheet] {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(sheet, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = f.DeleteSheet("Sheet1")
	if err := f.SaveAs(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
}

// mill is a programme of one factory with a reading of noise in two quarters.
func mill(id, name string) map[string][][]any {
	return map[string][][]any{
		"Programme": {{"Key", "Value"}, {"Company", "Mills"}, {"Contact", "desk@example.org"}},
		"Factories": {{"Factory ID", "Name", "Country", "Workers"}, {id, name, "VN", 100}},
		"Noise": {{"Factory ID", "Date", "Location", "Level", "Workers"},
			{id, "2026-02-03", name, 91.5, 40}, {id, "2026-08-03", name, 84.1, 40}, {id, "2026-08-03", "Canteen", 62, 60}},
	}
}

func options(t *testing.T, paths ...string) Options {
	return Options{Paths: paths, Out: filepath.Join(t.TempDir(), "out"), Languages: []string{"en"}, Version: "test"}
}

func mustRun(t *testing.T, o Options) *Outcome {
	t.Helper()
	out, err := Run(t.Context(), o, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func read(t *testing.T, o Options, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(o.Out, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestSampleRunsWithoutErrors(t *testing.T) {
	o := options(t, "../sample-data")
	out := mustRun(t, o)
	if out.Errors() != 0 || len(out.Failed) != 0 || out.Period.String() != "2026-Q3" {
		t.Fatalf("%d errors, failed %v, period %s", out.Errors(), out.Failed, out.Period)
	}
	want := []string{"2026-Q3/disclosure.en.pdf", "2026-Q3/factories.csv", "2026-Q3/manifest.json", "2026-Q3/problems.csv", "2026-Q3/quarterly.en.pdf", "2026-Q3/results.csv"}
	for _, id := range []string{"CN-01", "CN-02", "CN-03", "CN-04", "GB-01", "US-01", "US-02", "VN-01"} {
		want = append(want, "2026-Q3/scorecards/"+id+".en.pdf")
	}
	if diff := cmp.Diff(want, out.Written); diff != "" {
		t.Error(diff)
	}
	rows, err := csv.NewReader(strings.NewReader(read(t, o, "2026-Q3/results.csv"))).ReadAll()
	if err != nil || len(rows) < 1000 || !startsWithKey(rows[0]) || len(rows[0]) != len(benchmark.Columns()) {
		t.Errorf("results.csv: %d rows, %v", len(rows), err)
	}
}

func TestSameBytesOnAnyNumberOfJobs(t *testing.T) {
	t.Parallel()
	var manifests []string
	for _, jobs := range []int{1, 3, 8} {
		o := options(t, "../sample-data")
		o.Jobs = jobs
		mustRun(t, o)
		manifests = append(manifests, read(t, o, "2026-Q3/manifest.json")) // it holds the sums of all other files
	}
	if manifests[0] != manifests[1] || manifests[0] != manifests[2] {
		t.Error("the manifests differ")
	}
}

func TestOneBadWorkbookStopsNoOtherFactory(t *testing.T) {
	dir := t.TempDir()
	book(t, dir, "good.xlsx", mill("VN-1", "Good Mill"))
	whole, err := os.ReadFile(book(t, t.TempDir(), "bad.xlsx", mill("VN-2", "Bad Mill")))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bad.xlsx"), whole[:len(whole)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	o := options(t, dir)
	out := mustRun(t, o)
	if out.Errors() != 1 || out.Problems[0].Code != "unreadable-workbook" || !slices.Contains(out.Written, "2026-Q3/scorecards/VN-1.en.pdf") {
		t.Errorf("problems %v, written %v", out.Problems, out.Written)
	}
	o.Strict, o.Out = true, filepath.Join(t.TempDir(), "strict")
	out = mustRun(t, o)
	if _, err := os.Stat(o.Out); !out.Stopped || !os.IsNotExist(err) {
		t.Errorf("--strict wrote something: %v", out.Written)
	}
}

func TestHostileNamesStayText(t *testing.T) {
	t.Parallel()
	for i, name := range []string{"# Mill | *x*", "{{.Factory.ID}} `a` [b]{.big} ![c](mark:within)", "::: page", "<br>\n| --- |", "𠮷野家 🙂 \u202e", strings.Repeat("Wide", 300), "a\x00b"} {
		id := "../" + strings.Repeat("x", i) + "/.."
		o := options(t, book(t, t.TempDir(), "a.xlsx", mill(id, name)))
		out := mustRun(t, o)
		if len(out.Failed) > 0 || len(out.Written) != 7 {
			t.Fatalf("%q: failed %v, written %v", name, out.Failed, out.Written)
		}
		for _, file := range out.Written {
			if strings.Contains(file, "/..") || strings.Contains(file, "../") {
				t.Errorf("%q: a file is called %s", id, file)
			}
		}
	}
}

func TestMissingGlyphIsReported(t *testing.T) {
	out := mustRun(t, options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill \U0001F600"))))
	if !slices.ContainsFunc(out.Problems, func(p Problem) bool { return p.Code == "missing-glyph" }) {
		t.Errorf("no missing-glyph in %v", out.Problems)
	}
}

func TestFileNames(t *testing.T) {
	names := map[string]bool{}
	for _, f := range fileNames(factoriesCalled("a/b", "a_b", "A_B", "CON", "...", "", "工厂", strings.Repeat("y", 400))) {
		lower := strings.ToLower(f)
		if names[lower] || f == "" || strings.ContainsAny(f, `/\:*?"<>|`) || strings.HasPrefix(f, ".") || len([]rune(f)) > 80 {
			t.Errorf("unsafe or double name %q", f)
		}
		names[lower] = true
	}
	if !names["工厂"] {
		t.Error("a harmless name was changed")
	}
}

func TestUsageMistakes(t *testing.T) {
	good := book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill"))
	for name, change := range map[string]func(*Options){
		"path":     func(o *Options) { o.Paths = []string{"nowhere"} },
		"empty":    func(o *Options) { o.Paths = []string{t.TempDir()} },
		"period":   func(o *Options) { o.Period = "2026" },
		"date":     func(o *Options) { o.Date = "5.10.2026" },
		"report":   func(o *Options) { o.Reports = []string{"score"} },
		"language": func(o *Options) { o.Languages = []string{"tlh"} },
		"factory":  func(o *Options) { o.Factories = []string{"VN-9"} },
		"paper":    func(o *Options) { o.Paper = "legal" },
	} {
		o := options(t, good)
		change(&o)
		_, err := Run(t.Context(), o, templates.Files, nil)
		if _, ok := IsUsage(err); !ok {
			t.Errorf("%s: %v is no error of usage", name, err)
		}
		if _, err := os.Stat(o.Out); !os.IsNotExist(err) {
			t.Errorf("%s: something was written", name)
		}
	}
}

func TestPaper(t *testing.T) {
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
	o.Paper = "letter"
	if page := laid(t, o).pages[0]; page.W != 215.9 || page.H != 279.4 {
		t.Errorf("letter paper is %g × %g mm", page.W, page.H)
	}
}

func TestPeriodAskedForLeavesLaterReadingsOut(t *testing.T) {
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
	o.Period = "2026-Q1"
	out := mustRun(t, o)
	if out.Errors() != 0 || !strings.Contains(read(t, o, "2026-Q1/results.csv"), ",91.5,") || strings.Contains(read(t, o, "2026-Q1/results.csv"), "2026-08") {
		t.Errorf("problems %v", out.Problems)
	}
}

func TestNewKindOfDocumentIsOneFile(t *testing.T) {
	front := fstest.MapFS{"reports/letter.md": {Data: []byte("---\ntitle: Letter\nper: factory\n---\n# Dear {{.Factory.Name}}\n\n{{range .Attention}}- {{attention .}}\n{{end}}\n")}}
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
	o.Reports = []string{"letter"}
	out, err := Run(t.Context(), o, templates.Over(front, templates.Files), nil)
	if err != nil || len(out.Failed) > 0 || !slices.Contains(out.Written, "2026-Q3/letters/VN-1.en.pdf") {
		t.Errorf("%v %v %v", err, out.Failed, out.Written)
	}
}

// TestNewAreaIsOneFile adds an area as the README says, without touching Go.
func TestNewAreaIsOneFile(t *testing.T) {
	area, err := os.ReadFile("testdata/water.yaml")
	if err != nil {
		t.Fatal(err)
	}
	limits, err := os.ReadFile("testdata/water-limits.yaml")
	if err != nil {
		t.Fatal(err)
	}
	front := fstest.MapFS{"areas/water.yaml": {Data: area}, "limits/water.yaml": {Data: limits}}
	sheets := mill("VN-1", "Mill")
	sheets["Water"] = [][]any{{"Factory ID", "Date", "Tap", "Lead", "Unit", "People"}, {"VN-1", "2026-08-04", "Canteen", 12, "ug/L", 70}, {"VN-1", "2026-08-04", "Dormitory", 0.004, "mg/L", 30}}
	o := options(t, book(t, t.TempDir(), "a.xlsx", sheets))
	out, err := Run(t.Context(), o, templates.Over(front, templates.Files), nil)
	if err != nil || out.Errors() > 0 || len(out.Failed) > 0 {
		t.Fatal(err, out)
	}
	want := "VN-1,2026-Q3,water,lead,,mg/L,0.012,,2,100,0.01,legal,WHO guideline (2022),0.3,0.012,Canteen,beyond,2026-08-04"
	if got := read(t, o, "2026-Q3/results.csv"); !strings.Contains(got, want) {
		t.Errorf("results.csv lacks %s:\n%s", want, got)
	}
}

// TestTemplateMistakesNameTheirLine holds that a mistake in a template is named with file and line before any document
// is written.
func TestTemplateMistakesNameTheirLine(t *testing.T) {
	t.Parallel()
	workbook := book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill"))
	head := "---\ntitle: Letter\nper: factory\n---\n# Dear {{.Factory.Name}}\n\n{{range .Areas}}- {{area .Area}}\n{{end}}\n"
	for mistake, want := range map[string]string{
		"{{.Factory.Nmae}}\n":                       "reports/letter.md:9",
		"{{say \"no.such.word\"}}\n":                "reports/letter.md:9",
		"![](chart:trend?area=air)\n":               "reports/letter.md:9",
		"![x](chart:trend?area=airs)\n":             "reports/letter.md:9",
		"![x](chart:pie?area=air)\n":                "reports/letter.md:9",
		"[x]{.bigg}\n":                              "reports/letter.md:9",
		"::: bnad\nx\n:::\n":                        "reports/letter.md:9",
		"{{range .Areas}}\n\n[x]{.hugo}\n{{end}}\n": "reports/letter.md:11",
		"{{end}}\n":                                 "reports/letter.md:9",
		"![x](logo:)\n":                             "reports/letter.md:9",
		"![x](chart:trend?area=noise&height=abc)\n": "reports/letter.md:9: chart:trend?area=noise&height=abc: height is \"abc\" (write a number of millimetres",
		"{{range .Areas}}\n{{end}}\n| a |\n|---|\n| ![x](mark:up?width=-1) |\n": "reports/letter.md:13",
	} {
		front := fstest.MapFS{"reports/letter.md": {Data: []byte(head + mistake)}}
		o := options(t, workbook)
		_, err := Run(t.Context(), o, templates.Over(front, templates.Files), nil)
		if _, ok := IsUsage(err); !ok || !strings.Contains(err.Error()+":", want) {
			t.Errorf("%q: %v, not %s", mistake, err, want)
		}
		if _, err := os.Stat(o.Out); !os.IsNotExist(err) {
			t.Errorf("%q: something was written", mistake)
		}
	}
}

const (
	logo    = "\nlogo:\n  file: %s\n  height: %s\n  alt: %s\n"
	drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#0b5c7a"/></svg>`
)

// themed is the built-in theme with a logo beside it; it says on which line the logo begins.
func themed(t *testing.T, file, height, alt string) (fstest.MapFS, int) {
	t.Helper()
	theme, err := templates.Files.ReadFile("theme.yaml")
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Count(string(theme), "\n") + 2
	return fstest.MapFS{"theme.yaml": {Data: fmt.Appendf(theme, logo, file, height, alt)}, "mark.svg": {Data: []byte(drawing)}}, at
}

func TestLogoStandsInEveryDocument(t *testing.T) {
	front, _ := themed(t, "mark.svg", "8", "Harbour [x] *Shoes*")
	o := options(t, book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill")))
	texts, list := prepared(t, o, templates.Over(front, templates.Files))
	if len(list) != 3 {
		t.Fatal(list)
	}
	for _, m := range list {
		found := slices.ContainsFunc(laidOut(t, texts, m).pages[0].Items, func(i layout.Item) bool {
			return i.Element != nil && i.Element.Alt == "Harbour [x] *Shoes*" && i.Path != nil && math.Abs(i.Element.Box.H-8) < 1e-9 && math.Abs(i.Element.Box.W-24) < 1e-9
		})
		if !found {
			t.Errorf("%s: the logo is not on the first page", m.path)
		}
	}
}

func TestLogoMistakesNameTheirLine(t *testing.T) {
	t.Parallel()
	workbook := book(t, t.TempDir(), "a.xlsx", mill("VN-1", "Mill"))
	for want, c := range map[string][3]string{
		"theme.yaml:%d+1: logo: there is no file \"none.png\"":       {"none.png", "8", "Mill"},
		"theme.yaml:%d+1: logo: file is \"a/b.svg\"":                 {"a/b.svg", "8", "Mill"},
		"theme.yaml:%d+1: logo: mark.jpg is neither .png nor .svg":   {"mark.jpg", "8", "Mill"},
		"theme.yaml:%d+1: logo: bad.svg:1: <text> is not understood": {"bad.svg", "8", "Mill"},
		"theme.yaml:%d+2: logo: height is 800":                       {"mark.svg", "800", "Mill"},
		"theme.yaml:%d+2: logo: height is 0":                         {"mark.svg", "0", "Mill"},
		"theme.yaml:%d+2: logo: at a height of 60 mm it is":          {"wide.svg", "60", "Mill"},
		"theme.yaml:%d+3: logo: alt is missing":                      {"mark.svg", "8", "\"\""},
	} {
		front, at := themed(t, c[0], c[1], c[2])
		front["bad.svg"] = &fstest.MapFile{Data: []byte("<svg viewBox='0 0 1 1'><text>M</text></svg>")}
		front["mark.jpg"] = front["mark.svg"]
		front["wide.svg"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(drawing, "30", "300"))}
		for more := 1; more <= 3; more++ {
			want = strings.Replace(want, fmt.Sprintf("%%d+%d", more), strconv.Itoa(at+more), 1)
		}
		o := options(t, workbook)
		_, err := Run(t.Context(), o, templates.Over(front, templates.Files), nil)
		if _, ok := IsUsage(err); !ok || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, not %s", err, want)
		}
		if _, err := os.Stat(o.Out); !os.IsNotExist(err) {
			t.Errorf("%s: something was written", want)
		}
	}
}

package report

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/problem"

	"golang.org/x/text/encoding/simplifiedchinese"

	"plimsoll/report/audit"
	"plimsoll/templates"
)

// theirs is a laboratory's workbook in a layout of its own, with a total and a cell that is no number.
func theirs() map[string][][]any {
	return map[string][][]any{
		"Cover": {{"Lab X"}, {"Client", "VN-1"}},
		"Messwerte": {{"Noise in dB(A)"}, {"Ort", "Datum", "LAeq"},
			{"Line 1", "03.02.2026", "84,5"}, {"Line 2", "03.02.2026", "8o,1"}, {"Line 1", "04.08.2026", "82,5"}, {"Mittel", "", "83,5"}},
	}
}

const theirMapping = `
dates: dmy
decimal: comma
sheets:
  - from: Messwerte
    leave_out: {first: Mittel}
    to:
      Factories: {Factory ID: {cell: Cover!B2}, Name: {write: "Mill {sheet}"}, Country: {write: VN}}
      Noise: {Factory ID: {cell: Cover!B2}, Date: Datum, Location: Ort, Level: LAeq, Unit: {cell: A1, find: unit}}
`

func file(t *testing.T, dir, name, text string) string {
	t.Helper()
	at := filepath.Join(dir, name)
	if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return at
}

// TestMappedWorkbook goes the whole way: figures name the rows that were sent, problems the cells.
func TestMappedWorkbook(t *testing.T) {
	dir := t.TempDir()
	o := options(t, book(t, dir, "lab.xlsx", theirs()))
	o.Mappings = []string{file(t, dir, "lab.yaml", theirMapping)}
	out := mustRun(t, o)
	if out.Errors() != 1 || out.Period.String() != "2026-Q3" || len(out.Failed) > 0 {
		t.Errorf("period %s, failed %v, problems %v", out.Period, out.Failed, out.Problems)
	}
	results := read(t, o, "2026-Q3/results.csv")
	for _, want := range []string{"VN-1,2026-Q1,noise,exposure,,dB(A),84.5,", "lab.xlsx!Messwerte!3\n", "VN-1,2026-Q3,noise,exposure,,dB(A),82.5,", "lab.xlsx!Messwerte!5\n"} {
		if !strings.Contains(results, want) {
			t.Errorf("results.csv lacks %q:\n%s", want, results)
		}
	}
	if i := slices.IndexFunc(out.Problems, func(p Problem) bool { return p.Code == "not-a-number" }); i < 0 || out.Problems[i].Factory != "VN-1" {
		t.Errorf("the level that is none concerns no factory: %v", out.Problems)
	}
	problems := read(t, o, "2026-Q3/problems.csv")
	if want := `error,not-a-number,lab.xlsx,Messwerte,C4,"""8o,1"" is not a number with a decimal comma`; !strings.Contains(problems, want) {
		t.Errorf("problems.csv:\n%s", problems)
	}
}

// TestMeanNamesItsRows holds that a figure of a log leads back to all rows it was made of.
func TestMeanNamesItsRows(t *testing.T) {
	dir := t.TempDir()
	lines := []string{"Time;PM10"}
	for _, hour := range []string{"00", "06", "12", "18"} {
		lines = append(lines, "14.07.2026 "+hour+":00;"+strings.TrimPrefix(hour, "0")+",5")
	}
	file(t, dir, "dust CN-9.csv", strings.Join(append(lines, "15.07.2026 00:00;1"), "\n"))
	o := options(t, dir)
	o.Mappings = []string{file(t, t.TempDir(), "dust.yaml", `
files: "dust *.csv"
text: {delimiter: ";", encoding: utf-8}
dates: dmy
decimal: comma
sheets:
  - from: "*"
    mean: {over: day, values: 4, at_least: 75 %}
    to:
      Factories: {Factory ID: {file: "dust <*>.csv"}, Name: {write: Mill}, Country: {write: CN}}
      Air: {Factory ID: {file: "dust <*>.csv"}, Date: Time, Location: {write: hall}, Agent: {write: PM10}, Concentration: PM10, Unit: {write: mg/m3}}
`)}
	mustRun(t, o)
	results := read(t, o, "2026-Q3/results.csv")
	if want := "CN-9,2026-Q3,air,concentration,pm10,mg/m3,9.5,"; !strings.Contains(results, want) || !strings.Contains(results, "dust CN-9.csv!dust CN-9!2-5\n") {
		t.Errorf("results.csv:\n%s", results)
	}
}

// TestMappingOfTemplates holds that a mapping in a user's own templates is applied, and says how a text file is
// written.
func TestMappingOfTemplates(t *testing.T) {
	own, dir := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(own, "mappings"), 0o755); err != nil {
		t.Fatal(err)
	}
	file(t, own, "mappings/lab.yaml", `
files: "检测 *.csv"
text: {encoding: gb18030, delimiter: ";"}
sheets:
  - from: "*"
    to:
      Factories: {Factory ID: {file: "检测 <*>.csv"}, Name: {write: 一厂}, Country: {write: CN}}
      Noise: {Factory ID: {file: "检测 <*>.csv"}, Date: 日期, Location: 地点, Level: 声级}
`)
	text, err := simplifiedchinese.GB18030.NewEncoder().String("日期;地点;声级\n2026-07-14;针车;84.5\n")
	if err != nil {
		t.Fatal(err)
	}
	file(t, dir, "检测 CN-7.csv", text)
	o := options(t, dir)
	o.Templates = own
	_, _, in, err := begin(o, templates.Over(os.DirFS(own), templates.Files))
	if err != nil {
		t.Fatal(err)
	}
	read := in.Data.Readings.Of(in.Data.Factories[0])
	if len(read) != 1 || read[0].Location != "针车" || read[0].Value != 84.5 || in.Data.Factories[0].ID != "CN-7" {
		t.Errorf("%+v %v", read, in.Problems)
	}
}

// TestMistakeInMapping holds that a run with a mistaken mapping is one of usage, and that nothing is written.
func TestMistakeInMapping(t *testing.T) {
	dir := t.TempDir()
	o := options(t, book(t, dir, "lab.xlsx", theirs()))
	for mapping, want := range map[string]string{
		file(t, dir, "bad.yaml", strings.Replace(theirMapping, "LAeq", "???", 1)): "bad.yaml:9: ??? is still to be filled in",
		filepath.Join(dir, "none.yaml"):                                           "--mapping " + filepath.Join(dir, "none.yaml") + ": it cannot be read",
	} {
		o.Mappings = []string{mapping}
		_, err := Run(t.Context(), o, templates.Files, nil)
		if e, ok := IsUsage(err); !ok || !strings.Contains(e.Message, want) || e.Hint == "" {
			t.Errorf("%v", err)
		}
	}
	if _, err := os.Stat(o.Out); !os.IsNotExist(err) {
		t.Error("something was written")
	}
}

// TestAccountOfMapped holds that the account of a mapped workbook speaks of its cells as they were sent.
func TestAccountOfMapped(t *testing.T) {
	dir := t.TempDir()
	o := options(t, book(t, dir, "lab.xlsx", theirs()))
	o.Account, o.Mappings = true, []string{file(t, dir, "lab.yaml", theirMapping)}
	out, err := Check(t.Context(), o, templates.Files, nil)
	if err != nil {
		t.Fatal(err)
	}
	// Cover: B2 is used, two cells are not read. Messwerte: A1, three headings and two rows are used; of a third row
	// the level is refused, so that the row is left out; the mean is left out by the mapping.
	want := []string{"lab.xlsx!Cover 3: 1 used, 2 above", "lab.xlsx!Messwerte 15: 10 used, 5 left out"}
	var got []string
	for _, s := range out.Account.Sheets() {
		got = append(got, fmt.Sprintf("%s!%s %d: %s", s.File, s.Sheet, s.Cells, outcomesInWords(&s)))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\n%s", got, out.Account)
	}
}

func outcomesInWords(s *audit.SheetAccount) string {
	var parts []string
	names := []string{"unsettled", "used", "information", "left out", "later", "example", "above", "no column", "no sheet"}
	for outcome, n := range s.Outcomes {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, names[outcome]))
		}
	}
	return strings.Join(parts, ", ")
}

// TestOwnWorkbooksNeedNoMapping holds that no shipped mapping takes a sheet of the sample data or of the blank
// workbook.
func TestOwnWorkbooksNeedNoMapping(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "begun")
	if err := Init(folder, "en", templates.Files); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"../sample-data", folder} {
		out, err := Check(t.Context(), options(t, path), templates.Files, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range out.Problems {
			if p.Code == "mapped" || strings.HasPrefix(p.Code, "mapping-") {
				t.Error(p)
			}
		}
	}
}

// imitations writes small workbooks in the layouts that the shipped mappings are for.
func imitations(t *testing.T, dir string) {
	saved(t, dir, "cap.xlsx", []string{"Coversheet", "Form"}, map[string][][]any{
		"Coversheet": {{"Federal Audit Clearinghouse\nfac.gov", "Read me."}, {"Version", "1"}, {"Section", "CorrectiveActionPlan"}, {"Auditee UEI:", "ABC123"}},
		"Form":       {{"Audit Finding Reference Number", "Planned Corrective Action", "Did Text Contain a Chart or Table?"}, {"2024-001", "Fit guards.", "N"}, {"first", "Train.", "N"}},
	})
	header := []any{"House ID", "Light", "Room ID", "Room Type", "Area", "height", "Switch", "Same", "Conn Type", "Dimmer", "Motion", "Fitting", "Colour", "Lamp Tech", "Lamp Shape",
		"Lamp Cap", "Transf/ballast", "W power", "W source", "USAGE", "Comments and notes", "OK", "", "", "", "", "", "", "", "", "", "Tech/Shape Range", "Tech/Cap Range", "Tech/Trans Range", "Complete"}
	lamp := []any{"H1", "L1", 2, "Hallway", 9, 2.4, 1, nil, "F", "N", "N", "Wall Light", "W", "LED", "Other", "E27", nil, 9, "L", 0.5, nil, "OK"}
	none := []any{nil, "L2", nil, nil, nil, nil, 2}
	saved(t, dir, "lights.xlsx", []string{"Rules", "Room", "Light"}, map[string][][]any{
		"Rules": {{"Rules"}},
		"Room":  {{"Room Survey Sheet"}, nil, {"House ID", "H1"}, nil, {"Name or initials", "2016-02-11"}},
		"Light": {{"Lighting Technology and Attribute Survey"}, nil, nil, nil, nil, header, lamp, none},
	})
	scores := []any{"Factory Code", "Factory Group", "Factory Name", "Region", "Country", "Period", "Status", "Compliance Score", "Pass/Fail", "Verification Date"}
	saved(t, dir, "scores.xlsx", []string{"Factory Contact Database", "Factory Audit Data", "Dashboard"}, map[string][][]any{
		"Factory Contact Database": {{"Factory Code", "Factory Email 1"}, {"F1", "a@b.c"}},
		"Factory Audit Data": {scores, {"F1", "Shoes", "Mill", "Asia", "Viet Nam", "2026-07-01", "Submitted", 60, "Fail", "2026-07-15"},
			{"F1", "Shoes", "Mill", "Asia", "Viet Nam", "2026-08-01", "Not Submitted"}},
		"Dashboard": {{"Count", 1}},
	})
	file(t, dir, "list.csv", "country,name,address,sector\nViet Nam,Alpha Shoes,\"1 Main St, Hue\",Shoes\nAtlantis,Beta,,Shoes\n")
	names := []string{"Time", "PMin", "PMout", "AVP_BR1_PM25", "AVP_BR1_PM10", "AVP_IN1_PM25", "AVP_IN1_PM10", "AVP_IN2_PM25", "AVP_IN2_PM10", "OUT_T"}
	log := strings.Builder{}
	log.WriteString(strings.Join(names, ",") + "\n")
	for minute := range 1440 {
		value := "2"
		if minute%2 == 1 {
			value = "4"
		}
		log.WriteString("05/22/2019 " + strings.TrimLeft(twoDigits(minute/60), "0") + ":" + twoDigits(minute%60) + ",1,3," + strings.Repeat(value+",", 6) + "20\n")
	}
	file(t, dir, "log.csv", strings.ReplaceAll(log.String(), " :", " 0:")+"05/23/2019 0:00,1,3,1,1,1,1,1,1,20\n")
	saved(t, dir, "programme.xlsx", []string{"Factories"}, map[string][][]any{"Factories": {{"Factory ID", "Name", "Country"}, {"H1", "House", "AU"}, {"log", "House", "US"}}})
}

func twoDigits(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

// TestShippedMappings reads workbooks in the layouts that the shipped mappings are for.
func TestShippedMappings(t *testing.T) {
	dir := t.TempDir()
	imitations(t, dir)
	_, in := mapped(t, dir)
	d := in.Data
	if len(d.Findings) != 1 || d.Findings[0].ID != "2024-001" || d.Findings[0].Raised.String() != "2024-12-31" || d.Findings[0].Corrective != "Fit guards." || d.Findings[0].Factory.ID != "ABC123" {
		t.Errorf("findings %+v", d.Findings)
	}
	if len(d.Audits) != 1 || d.Audits[0].ID != "F1 2026-07-01" || d.Audits[0].Note != "period 2026-07-01, Submitted, score 60, Fail" {
		t.Errorf("audits %+v", d.Audits)
	}
	var ids []string
	for _, f := range d.Factories {
		ids = append(ids, f.ID+" "+f.Country)
	}
	if want := []string{"ABC123 US", "Alpha Shoes, Viet Nam VN", "Beta, Atlantis Atlantis", "F1 VN", "H1 AU", "log US"}; !slices.Equal(ids, want) {
		t.Errorf("factories %q", ids)
	}
	means := map[string]float64{}
	for r := range d.Readings.All() {
		means[r.Location+" "+r.Subject] = r.Value * 1000
		if r.Area.ID != "air" || r.Date.String() != "2019-05-22" || r.Source.Span != "2-1441" && r.Location != "indoors 2" {
			t.Errorf("%+v", r)
		}
	}
	if len(means) != 7 || means["outdoors pm2.5"] != 3 || means["bedroom 1 pm10"] != 3 {
		t.Errorf("means %v", means)
	}
	want := map[string]int{"error unfit-value": 1, "error unknown-country": 1, "warning assumed-date": 1, "note not-measured": 1}
	got := map[string]int{}
	for _, p := range in.Problems {
		if p.Severity != problem.Note || p.Code == "not-measured" {
			got[p.Severity.String()+" "+p.Code]++
		}
	}
	for code, n := range want {
		if got[code] != n {
			t.Errorf("%d %s, not %d: %v", got[code], code, n, in.Problems)
		}
	}
}

// mapped reads a folder as check would, with an account.
func mapped(t *testing.T, path string) (*received, *figures) {
	t.Helper()
	o := options(t, path)
	o.Account = true
	p, err := newPlan(o, templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	sent, err := p.read(t.Context(), audit.Keep{Account: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found, err := p.compute(t.Context(), sent, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sent, found
}

// TestFoundWorkbooks reads the six workbooks that people really keep. They are not part of the repository;
// PLIMSOLL_CORPUS names where they lie. What stands in them is held in numbers alone.
func TestFoundWorkbooks(t *testing.T) {
	root := os.Getenv("PLIMSOLL_CORPUS")
	if root == "" {
		t.Skip("PLIMSOLL_CORPUS names no folder of spreadsheets")
	}
	dir := t.TempDir()
	found, err := filepath.Glob(filepath.Join(root, "found", "*.*"))
	if err != nil || len(found) < 6 {
		t.Fatalf("%d files, %v", len(found), err)
	}
	for _, f := range found {
		if strings.HasSuffix(f, ".md") {
			continue
		}
		if err := os.Symlink(f, filepath.Join(dir, filepath.Base(f))); err != nil {
			t.Fatal(err)
		}
	}
	saved(t, dir, "programme.xlsx", []string{"Factories"}, map[string][][]any{"Factories": {{"Factory ID", "Name", "Country"}, {"G15", "House", "AU"}, {"indoor-air-minute-data", "House", "US"}}})
	sent, in := mapped(t, dir)
	counts := []int{len(in.Data.Findings), len(in.Data.Audits), in.Data.Readings.Len(), len(in.Data.Factories)}
	if want := []int{1, 456, 21, 1 + 50 + 26 + 15 + 2}; !slices.Equal(counts, want) {
		t.Errorf("findings, audits, readings, factories: %v, not %v", counts, want)
	}
	codes := map[string]int{}
	for _, p := range in.Problems {
		codes[p.Severity.String()+" "+p.Code]++
	}
	if codes["note not-measured"] != 44 || codes["note mapped"] != 6 || codes["note too-few-values"] != 14 {
		t.Errorf("problems: %v", codes)
	}
	for code, n := range codes {
		if strings.HasPrefix(code, "error") || strings.Contains(code, "mapping-") {
			t.Errorf("%d %s", n, code)
		}
	}
	cells := 0
	in.Data.Account.Trace(sent.worksheets(), nil)
	for _, s := range in.Data.Account.Sheets() {
		if cells += s.Cells; s.Settled() != s.Cells {
			t.Errorf("%+v", s)
		}
	}
	if want := 14 + 108 + 64 + 12914 + 305000 + 8311 + 9; cells != want {
		t.Errorf("%d cells, not %d", cells, want)
	}
}

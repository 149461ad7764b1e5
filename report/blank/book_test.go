package blank

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// blanks are two small sheets; the second has the name that excelize gives to the sheet of a new file.
func blanks() []Sheet {
	text := func(s string) workbook.Cell { return workbook.Cell{Kind: workbook.Text, Text: s} }
	return []Sheet{
		{Name: "Noise", Note: "an example", Columns: []Column{
			{Heading: "Factory ID", Required: true, Note: "The factory's id.\nRequired.", Format: TextFormat,
				Width: 24},
			{Heading: "Date", Required: true, Note: "A date.", Format: "yyyy-mm-dd", Width: 14},
			{Heading: "Level", Required: true, Note: "A number.", Format: "General", Width: 14},
			{Heading: "Unit", Note: "One of: dB(A), dB.", Format: TextFormat, Width: 14, List: []string{"dB(A)", "dB"},
				Strict: true, Reply: "Choose."},
			{Heading: "Process", Note: "A process.", Format: TextFormat, Width: 14,
				List: []string{"cutting", "stitching"}, Reply: "Kept?"},
		}, Examples: [][]workbook.Cell{{text("Example: CN-01"), DateCell(time.Date(2026, 7, 14, 0, 0, 0, 0, time.UTC)),
			{Kind: workbook.Number, Number: 84.5}, text("dB(A)"), {}}}},
		{Name: "Sheet1", Columns: []Column{
			{Heading: "Comma", Note: "x", Format: TextFormat, Width: 9, List: []string{"a,b", "c"}},
			{Heading: "Long", Note: "x", Format: TextFormat, Width: 9,
				List: strings.Split(strings.Repeat("word ", 60), " ")},
			{Heading: "Formula", Note: "x", Format: TextFormat, Width: 9, List: []string{"=A1"}},
		}},
	}
}

func mustBlank(t *testing.T, sheets []Sheet) []byte {
	t.Helper()
	data, err := Book(sheets)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func openExcelize(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestBlankBookIsReadBack(t *testing.T) {
	b := workbook.Read(mustBlank(t, blanks()), "blank.xlsx", workbook.Options{})
	if len(b.Problems) > 0 || len(b.Sheets) != 2 || b.Sheets[0].Name != "Noise" || b.Sheets[1].Name != "Sheet1" {
		t.Fatalf("problems %v, sheets %v", b.Problems, b.Sheets)
	}
	text := func(s string) workbook.Cell { return workbook.Cell{Kind: workbook.Text, Text: s} }
	want := []workbook.Row{
		{Index: 1, Cells: []workbook.Cell{text("Factory ID *"), text("Date *"), text("Level *"), text("Unit"),
			text("Process")}},
		{Index: 2, Cells: []workbook.Cell{text("Example: CN-01"), {Kind: workbook.Date, Number: 46217, Text: "46217"},
			{Kind: workbook.Number, Number: 84.5, Text: "84.5"}, text("dB(A)")}},
	}
	if diff := cmp.Diff(want, b.Sheets[0].Rows); diff != "" {
		t.Error(diff)
	}
}

func TestBlankBookIsTheSameEveryTime(t *testing.T) {
	first := mustBlank(t, blanks())
	for range 5 {
		if !bytes.Equal(first, mustBlank(t, blanks())) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestBlankNotesAndHeader(t *testing.T) {
	f := openExcelize(t, mustBlank(t, blanks()))
	comments, err := f.GetComments("Noise")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range comments {
		got[c.Cell] = c.Text
		for _, run := range c.Paragraph {
			got[c.Cell] += run.Text
		}
	}
	want := map[string]string{"A1": "The factory's id.\nRequired.", "B1": "A date.", "C1": "A number.",
		"D1": "One of: dB(A), dB.", "E1": "A process.", "A2": "an example"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	panes, err := f.GetPanes("Noise")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	style := styleAt(t, f, "Noise", "A1")
	if !style.Font.Bold || len(style.Fill.Color) != 1 {
		t.Errorf("the header has the style %+v", style)
	}
}

func styleAt(t *testing.T, f *excelize.File, sheet, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return style
}

// TestBlankFormatsReachEveryRow holds that a row far below the example is formatted too.
func TestBlankFormatsReachEveryRow(t *testing.T) {
	f := openExcelize(t, mustBlank(t, blanks()))
	for i, want := range []string{"@", "yyyy-mm-dd", "General"} {
		id, err := f.GetColStyle("Noise", problem.ColumnName(i+1))
		if err != nil {
			t.Fatal(err)
		}
		for _, style := range []int{id, mustStyle(t, f, problem.ColumnName(i+1)+"2")} {
			if got := formatOf(t, f, style); got != want {
				t.Errorf("column %d: %q, not %q", i+1, got, want)
			}
		}
	}
}

func mustStyle(t *testing.T, f *excelize.File, cell string) int {
	t.Helper()
	id, err := f.GetCellStyle("Noise", cell)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func formatOf(t *testing.T, f *excelize.File, id int) string {
	t.Helper()
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	if style.CustomNumFmt == nil {
		return map[int]string{0: "General", 49: "@"}[style.NumFmt]
	}
	return *style.CustomNumFmt
}

func TestBlankDropdowns(t *testing.T) {
	f := openExcelize(t, mustBlank(t, blanks()))
	rules, err := f.GetDataValidations("Noise")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rules {
		got = append(got, strings.Join([]string{r.Sqref, r.Formula1, *r.ErrorStyle, *r.ErrorTitle, *r.Error}, " "))
	}
	want := []string{`D2:D1048576 "dB(A),dB" stop Unit Choose.`,
		`E2:E1048576 "cutting,stitching" warning Process Kept?`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if rules, err := f.GetDataValidations("Sheet1"); err != nil || len(rules) > 0 {
		t.Errorf("lists that a dropdown cannot hold became %v, %v", rules, err)
	}
}

func TestBlankBookNamesABadSheet(t *testing.T) {
	for _, name := range []string{"Air/Water", strings.Repeat("x", 32), ""} {
		_, err := Book([]Sheet{{Name: name, Columns: blanks()[0].Columns}})
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestDateCell(t *testing.T) {
	days := []time.Time{time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 7, 14, 0, 0, 0, 0, time.UTC)}
	var got []float64
	for _, day := range days {
		got = append(got, DateCell(day).Number)
	}
	if !slices.Equal(got, []float64{61, 46217}) {
		t.Error(got)
	}
}

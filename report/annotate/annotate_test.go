package annotate

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/internal/ooxml/xmlpart"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// sentBook is a workbook with what senders put into theirs, and what a copy could lose.
func sentBook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	format, date := `0.0" dB"`, "dd/mm/yyyy"
	loud, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Bold: true, Color: "FF0000"},
		Border: []excelize.Border{{Type: "top", Style: 2, Color: "00FF00"}}})
	must(t, err)
	day, err := f.NewStyle(&excelize.Style{CustomNumFmt: &date})
	must(t, err)
	mid, err := f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1,
		Color: []string{"00FF00"}}})
	must(t, err)
	yes := true
	must(t, f.SetSheetName("Sheet1", "Sender's"), f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}),
		f.SetSheetRow("Sender's", "A1", &[]any{"Place", "Level", "Day", "Total"}),
		f.SetSheetRow("Sender's", "A2", &[]any{"Line 1", 84.123456789012345, 43000.5}),
		f.SetSheetRow("Sender's", "B3", &[]any{"84dB", 43001, true}), f.SetCellFormula("Sender's", "D2", "B2*2"),
		f.SetCellStyle("Sender's", "B2", "B3", loud), f.SetColStyle("Sender's", "C", day),
		f.SetCellStyle("Sender's", "C2", "C3", day),
		f.MergeCell("Sender's", "A5", "B6"), f.SetCellStr("Sender's", "A5", " two\nlines "),
		f.SetColWidth("Sender's", "A", "A", 33),
		f.SetRowVisible("Sender's", 3, false),
		f.SetConditionalFormat("Sender's", "B2:B9",
			[]excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Format: &mid, Value: "6"}}),
		f.SetDefinedName(&excelize.DefinedName{Name: "levels", RefersTo: "'Sender''s'!$B$2:$B$9"}),
		f.AddComment("Sender's",
			excelize.Comment{Cell: "B3", Author: "Ann",
				Paragraph: []excelize.RichTextRun{{Text: "as "}, {Text: "the lab wrote it"}}}),
		f.AddComment("Sender's", excelize.Comment{Cell: "A1", Author: "Ann", Text: "where"}))
	for _, name := range []string{"Plimsoll", "Other"} {
		_, err := f.NewSheet(name)
		must(t, err, f.SetCellStr(name, "A1", "x"))
	}
	must(t, f.AddComment("Other", excelize.Comment{Cell: "A1", Author: "Bo", Text: "another"}),
		f.SetSheetVisible("Other", false))
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

func at(sheet string, row, column int) problem.Place {
	return problem.Place{File: "x.xlsx", Sheet: sheet, Row: row, Column: column}
}

// sentProblems are of every kind of place.
func sentProblems() []problem.Problem {
	return []problem.Problem{
		{Place: problem.Place{File: "x.xlsx"}, Severity: problem.Warning, Code: "of-the-file", Message: "all of it"},
		{Place: at("Sender's", 0, 0), Severity: problem.Note, Code: "of-the-sheet", Message: "all of the sheet"},
		{Place: at("Sender's", 2, 2), Severity: problem.Note, Code: "high", Message: "it is high"},
		{Place: at("Sender's", 3, 0), Severity: problem.Warning, Code: "of-the-row", Message: "the row",
			More: []problem.Place{at("Other", 1, 1)}},
		{Place: at("Sender's", 3, 2), Severity: problem.Error, Code: "not-a-number", Message: `"84dB" is not a number`,
			Hint: "write the level without its unit"},
		{Place: at("Sender's", 6, 2), Severity: problem.Error, Code: "merged", Message: "under a block"},
		{Place: at("Sender's", 9, 7), Severity: problem.Error, Code: "missing", Message: "nothing is there"},
		{Place: at("Gone", 9, 7), Severity: problem.Error, Code: "gone", Message: "no such sheet"},
	}
}

func annotated(t *testing.T, data []byte, problems []problem.Problem) ([]byte, *excelize.File) {
	t.Helper()
	sent := bytes.Clone(data)
	out, err := Workbook(data, "x.xlsx", workbook.Options{}, problems)
	must(t, err)
	again, err := Workbook(data, "x.xlsx", workbook.Options{}, problems)
	if err != nil || !bytes.Equal(out, again) || !bytes.Equal(data, sent) {
		t.Errorf("a second copy is another one, or the first changed what was sent: %v", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out))
	must(t, err)
	t.Cleanup(func() { f.Close() })
	return out, f
}

// TestAnnotateSaysProblems looks at comments, fills and the list.
func TestAnnotateSaysProblems(t *testing.T) {
	data, f := annotated(t, sentBook(t), sentProblems())
	got, err := commentsOf(data)
	must(t, err)
	row, bad := "warning of-the-row: the row",
		`error not-a-number: "84dB" is not a number. Hint: write the level without its unit`
	want := map[problem.Place]string{
		{Sheet: "Sender's", Row: 1, Column: 1}: "where",
		{Sheet: "Sender's", Row: 2, Column: 2}: "note high: it is high",
		{Sheet: "Sender's", Row: 3, Column: 2}: "as the lab wrote it\n" + bad + "\n" + row,
		{Sheet: "Sender's", Row: 5, Column: 1}: "error merged: B6: under a block",
		{Sheet: "Sender's", Row: 9, Column: 7}: "error missing: nothing is there",
		{Sheet: "Other", Row: 1, Column: 1}:    "another\n" + row,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for cell, color := range map[string]string{"B2": "CFD8E6", "B3": "FFC7CE", "A5": "FFC7CE", "G9": "FFC7CE", "A1": "",
		"C2": ""} {
		id, err := f.GetCellStyle("Sender's", cell)
		must(t, err)
		style, err := f.GetStyle(id)
		must(t, err)
		if got := strings.Join(style.Fill.Color, " "); got != color {
			t.Errorf("%s is filled %q, not %q", cell, got, color)
		}
		if cell[0] == 'B' && (!style.Font.Bold || style.Font.Color != "FF0000" || *style.CustomNumFmt != `0.0" dB"` ||
			len(style.Border) != 1) {
			t.Errorf("%s lost its style: %+v", cell, style)
		}
	}
	list := f.GetSheetList()
	if diff := cmp.Diff([]string{"Sender's", "Plimsoll", "Other", "plimsoll 2"}, list); diff != "" {
		t.Fatal(diff)
	}
	rows, err := f.GetRows("plimsoll 2")
	must(t, err)
	if len(rows) != 10 || strings.Join(rows[0], "|") != "severity|code|place|message|hint" ||
		strings.Join(rows[6],
			"|") != `error|not-a-number|Sender's!B3|"84dB" is not a number|write the level without its unit` {
		t.Errorf("%q", rows)
	}
	for i, want := range []string{"", "'Sender''s'!A1", "'Sender''s'!B2", "'Sender''s'!A3", "'Other'!A1",
		"'Sender''s'!B3", "'Sender''s'!B6", "'Sender''s'!G9", ""} {
		if _, link, err := f.GetCellHyperLink("plimsoll 2", fmt.Sprintf("C%d", i+2)); err != nil || link != want {
			t.Errorf("row %d links to %q, not %q: %v", i+2, link, want, err)
		}
	}
}

// TestAnnotateKeeps holds that the copy has what was sent, as our reader and as excelize see it.
func TestAnnotateKeeps(t *testing.T) {
	sent := sentBook(t)
	copied, f := annotated(t, sent, sentProblems())
	before, after := workbook.Read(sent, "x.xlsx", workbook.Options{}),
		workbook.Read(copied, "x.xlsx", workbook.Options{})
	if !reflect.DeepEqual(before.Sheets, after.Sheets[:3]) || len(dump(before.Sheets[0])) != 12 {
		t.Errorf("%v\n%v", dump(before.Sheets[0]), dump(after.Sheets[0]))
	}
	was, err := excelize.OpenReader(bytes.NewReader(sent))
	must(t, err)
	defer was.Close()
	for name, ask := range map[string]func(f *excelize.File) (any, error){
		"formula":      func(f *excelize.File) (any, error) { return f.GetCellFormula("Sender's", "D2") },
		"width":        func(f *excelize.File) (any, error) { return f.GetColWidth("Sender's", "A") },
		"conditional":  func(f *excelize.File) (any, error) { return f.GetConditionalFormats("Sender's") },
		"names":        func(f *excelize.File) (any, error) { return f.GetDefinedName(), nil },
		"hidden row":   func(f *excelize.File) (any, error) { return f.GetRowVisible("Sender's", 3) },
		"hidden sheet": func(f *excelize.File) (any, error) { return f.GetSheetVisible("Other") },
		"1904":         func(f *excelize.File) (any, error) { return f.GetWorkbookProps() },
		"author": func(f *excelize.File) (any, error) {
			c, err := f.GetComments("Sender's")
			return c[0].Author,
				err
		},
		"properties": func(f *excelize.File) (any, error) { return f.GetDocProps() },
		"active":     func(f *excelize.File) (any, error) { return f.GetActiveSheetIndex(), nil },
	} {
		a, err := ask(was)
		b, err2 := ask(f)
		must(t, err, err2)
		if diff := cmp.Diff(a, b); diff != "" || a == nil {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// repacked is a package with its parts changed.
func repacked(t *testing.T, data []byte, change func(p parts)) []byte {
	t.Helper()
	p := partsOf(t, data)
	change(p)
	return p.Zip(t)
}

func partsOf(t *testing.T, data []byte) parts {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	p := parts{}
	for _, f := range archive.File {
		r, err := f.Open()
		must(t, err)
		part, err := io.ReadAll(r)
		must(t, err)
		p[f.Name] = string(part)
	}
	return p
}

// move gives a part another name, wherever it is named.
func move(p parts, from, to string) {
	p[to] = p[from]
	delete(p, from)
	for name := range p {
		p.Replace(name, `"/`+from+`"`, `"/`+to+`"`)
		p.Replace(name, `"../`+strings.TrimPrefix(from, "xl/")+`"`, `"/`+to+`"`)
	}
}

// TestAnnotateOtherNumbers holds that comments stay where parts are numbered as other writers do: no number at all, or
// those of another sheet.
func TestAnnotateOtherNumbers(t *testing.T) {
	for name, change := range map[string]func(p parts){
		"openpyxl": func(p parts) {
			move(p, "xl/comments1.xml", "xl/comments/comment1.xml")
			move(p, "xl/drawings/vmlDrawing1.vml", "xl/drawings/commentsDrawing1.vml")
			move(p, "xl/comments2.xml", "xl/comments/comment2.xml")
			move(p, "xl/drawings/vmlDrawing2.vml", "xl/drawings/commentsDrawing2.vml")
		},
		"crossed": func(p parts) {
			move(p, "xl/comments1.xml", "xl/comments9.xml")
			move(p, "xl/comments2.xml", "xl/comments1.xml")
		},
		"taken": func(p parts) {
			move(p, "xl/comments1.xml", "xl/comments3.xml")
			p["xl/drawings/vmlDrawing4.vml"] = "<xml/>"
		},
	} {
		sent := repacked(t, sentBook(t), change)
		problems := append(sentProblems(),
			problem.Problem{Place: at("Plimsoll", 1, 1), Code: "new", Message: "none was here"})
		copied, f := annotated(t, sent, problems)
		got, err := commentsOf(copied)
		must(t, err)
		if len(got) != 7 || !strings.HasPrefix(got[problem.Place{Sheet: "Other", Row: 1, Column: 1}],
			"another\nwarning") ||
			got[problem.Place{Sheet: "Plimsoll", Row: 1, Column: 1}] != "error new: none was here" {
			t.Errorf("%s: %q", name, got)
		}
		types := partsOf(t, copied)["[Content_Types].xml"]
		for part := range partsOf(t, copied) {
			if strings.Contains(part, "omments") && strings.HasSuffix(part, ".xml") &&
				strings.Count(types, `"/`+part+`"`) != 1 {
				t.Errorf("%s: %s in %s", name, part, types)
			}
		}
		if c, err := f.GetComments("Other"); err != nil || len(c) != 1 || c[0].Author != "Bo" {
			t.Errorf("%s: %v, %v", name, c, err)
		}
	}
}

// TestAnnotateKeepsMacros holds that macros stay, with the type that makes a workbook one of macros.
func TestAnnotateKeepsMacros(t *testing.T) {
	const main, macro = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
		"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
	sent := repacked(t, sentBook(t), func(p parts) {
		p["xl/vbaProject.bin"] = "macros"
		p.Relate("vbaProject", "vbaProject.bin").Replace("[Content_Types].xml", main,
			macro).Replace("[Content_Types].xml", "<Default ",
			`<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default `)
	})
	copied, _ := annotated(t, sent, sentProblems())
	p := partsOf(t, copied)
	types := p["[Content_Types].xml"]
	if p["xl/vbaProject.bin"] != "macros" || !strings.Contains(types, macro) || strings.Contains(types, main) ||
		!strings.Contains(types, "ms-office.vbaProject") ||
		!strings.Contains(p["xl/_rels/workbook.xml.rels"], "vbaProject.bin") {
		t.Error(types)
	}
}

// TestAnnotateKeepsEmptyResults holds that a formula that gives an empty text stays apart from one that was never
// computed.
func TestAnnotateKeepsEmptyResults(t *testing.T) {
	sent := ooxmltest.Workbook(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(A1&gt;2,A1,"")</f><v></v>` +
		`</c><c r="C1"><f>A1</f></c><c r="D1" t="str"><f>""</f><v/></c></row>`).WithFormats("0").WithContents().Zip(t)
	copied, f := annotated(t, sent, []problem.Problem{{Place: at("S1", 1, 1), Code: "c", Message: "m"}})
	want := []string{fmt.Sprintf(`A1 %d "1" 1`, workbook.Number), fmt.Sprintf(`C1 %d "" 0`, workbook.Uncached)}
	for _, data := range [][]byte{sent, copied} {
		if diff := cmp.Diff(want, dump(workbook.Read(data, "x.xlsx", workbook.Options{}).Sheets[0])); diff != "" {
			t.Error(diff)
		}
	}
	if formula, err := f.GetCellFormula("S1", "B1"); err != nil || formula != `IF(A1>2,A1,"")` {
		t.Error(formula, err)
	}
}

// TestAnnotateAddsFewStyles holds that the table of styles grows by styles, not by cells, and comments stay in their
// bounds.
func TestAnnotateAddsFewStyles(t *testing.T) {
	var rows strings.Builder
	var problems []problem.Problem
	for row := 1; row <= maxRemarks+500; row++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, row, row)
		problems = append(problems,
			problem.Problem{Place: at("S1", row, 1), Severity: problem.Severity(row % 3), Code: "c", Message: "m"})
	}
	sent := ooxmltest.Workbook(rows.String()).WithFormats("0.00").WithContents()
	out, f := annotated(t, sent.Zip(t), problems)
	comments, err := commentsOf(out)
	must(t, err)
	list, err := f.GetRows(listName)
	must(t, err)
	if n := len(f.Styles.CellXfs.Xf); n > 16 || len(comments) != maxRemarks || len(list) != 4 {
		t.Errorf("%d styles, %d comments, %d rows", n, len(comments), len(list))
	}
	if !strings.HasPrefix(comments[problem.Place{Sheet: "S1", Row: len(problems) / 3 * 3, Column: 1}], "error") {
		t.Error("the gravest have no comment")
	}
	want := fmt.Sprintf("S1!A3, A6, A9, A12, A15, A18, A21, A24, A27, A30, A33, A36 and %d more", len(problems)/3-12)
	if got := list[3][2]; got != want {
		t.Errorf("the list names %s, not %s", got, want)
	}
}

// TestAnnotateRefuses holds what gets no copy, and why.
func TestAnnotateRefuses(t *testing.T) {
	for want, data := range map[string][]byte{
		"it could not be read":                    ooxmltest.Workbook("<row").Zip(t),
		"its part [Content_Types].xml is missing": ooxmltest.Workbook(`<row r="1"><c r="A1"><v>1</v></c></row>`).Zip(t),
	} {
		if out, err := Workbook(data, "x.xlsx", workbook.Options{},
			[]problem.Problem{{Place: at("S1", 1, 1), Message: "m"}}); err == nil || err.Error() != want || out != nil {
			t.Errorf("%v, not %s", err, want)
		}
	}
}

// commentsOf are the comments of a workbook by their place.
func commentsOf(data []byte) (map[problem.Place]string, error) {
	pkg, err := ooxml.Open(data, workbook.DefaultBounds().Parts())
	if err != nil {
		return nil, err
	}
	book, err := pkg.Workbook()
	if err != nil {
		return nil, err
	}
	out := map[problem.Place]string{}
	for _, sheet := range book.Sheets {
		relations, err := pkg.Relations(sheet.Part)
		if part := relations.First("comments"); err == nil && part != "" {
			err = pkg.Each(part, func(r *xmlpart.Scanner) (err error) {
				if string(r.Name()) == "comment" {
					ref, _ := r.Attr("ref")
					at := problem.Place{Sheet: sheet.Name}
					at.Row, at.Column, _ = grid.ParseCell(ref)
					out[at], err = r.RichText()
				}
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

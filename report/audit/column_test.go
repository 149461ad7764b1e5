package audit

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// everySheet lists the declared sheets, those of areas included.
func everySheet(std *standard.Standard) []*standard.Sheet {
	list := append([]*standard.Sheet(nil), std.Sheets...)
	for _, a := range std.Areas {
		list = append(list, &a.Sheet)
	}
	return list
}

// fitting is a cell that fits a column, for a factory of the test.
func fitting(sheet *standard.Sheet, col standard.Column) workbook.Cell {
	text := func(s string) workbook.Cell { return workbook.Cell{Kind: workbook.Text, Text: s} }
	units := map[string]string{"Noise": "dB(A)", "Light": "lx", "Air": "mg/m3", "Dorms": "m2", "Limits": "dB(A)", "Production": "pairs"}
	named := map[string]workbook.Cell{"Factory ID": text("CN-01"), "Country": text("CN"), "Currency": text("CNY"), "Indicator": text("exposure"), "Jurisdiction": text("CN"), "Region": text("CN-GD"), "Wage region": text("CN-GD"),
		"Languages": text("vi"), "Subject": {}, "Deduction": {}, "Normal": {}, "Key": text("Company"), "Unit": text(units[sheet.Name])}
	if sheet.Name == "Findings" && (col.Name == "Audit ID" || col.Name == "Repeats") {
		return workbook.Cell{} // nothing else is there that it could name
	}
	if cell, ok := named[col.Name]; ok {
		return cell
	}
	switch col.Kind {
	case "number", "count":
		n := 50.0
		if col.Max != nil && *col.Max < 30 {
			n = 5
		}
		if col.Name == "Temperature" {
			n = 25
		}
		return workbook.Cell{Kind: workbook.Number, Number: n}
	case "share":
		return workbook.Cell{Kind: workbook.Number, Number: 0.5}
	case "concentration":
		return workbook.Cell{Kind: workbook.Number, Number: 60}
	case "date", "month":
		return workbook.Cell{Kind: workbook.Date, Number: 46217}
	}
	if col.Name == "Languages" {
		return text("vi")
	}
	return text(map[string]string{"period": "2026-Q3", "yesno": "yes", "area": "noise", "agent": "toluene", "process": "sewing", "word": strings.Split(col.WordList(), ", ")[0]}[col.Kind] + map[string]string{"text": "words", "id": "A-1"}[col.Kind])
}

// around collects a workbook with one row that fits, but for one cell of one column (−1: none).
func around(std *standard.Standard, sheet *standard.Sheet, column int, cell workbook.Cell) (*Data, []problem.Problem) {
	return Collect([]*workbook.Book{aroundBook(sheet, column, cell)}, std)
}

func aroundBook(sheet *standard.Sheet, column int, cell workbook.Cell) *workbook.Book {
	header, row := workbook.Row{Index: 1}, workbook.Row{Index: 2}
	for i, col := range sheet.Columns {
		header.Cells = append(header.Cells, workbook.Cell{Kind: workbook.Text, Text: col.Name})
		row.Cells = append(row.Cells, fitting(sheet, col))
		if i == column {
			row.Cells[i] = cell
		}
	}
	book := &workbook.Book{File: "a.xlsx", Sheets: []*workbook.Sheet{{File: "a.xlsx", Name: sheet.Name, Rows: []workbook.Row{header, row}}}}
	if sheet.Name != "Factories" {
		known := workbook.Sheet{File: "a.xlsx", Name: "Factories"}
		for n, cells := range [][]string{{"Factory ID", "Name", "Country"}, {"CN-01", "Mill", "CN"}} {
			row := workbook.Row{Index: n + 1}
			for _, c := range cells {
				row.Cells = append(row.Cells, workbook.Cell{Kind: workbook.Text, Text: c})
			}
			known.Rows = append(known.Rows, row)
		}
		book.Sheets = append(book.Sheets, &known)
	}
	return book
}

// records counts what was made of the rows.
func records(d *Data) int {
	n := d.Readings.Len() + len(d.Audits) + len(d.Findings) + len(d.Training) + len(d.Feedback) + len(d.Safety) + len(d.Production) + len(d.Prices) + len(d.Limits)
	if !reflect.DeepEqual(d.Programme, Programme{YearStarts: 1}) {
		n++
	}
	for _, f := range d.Factories {
		if f.Name != "Mill" {
			n++
		}
	}
	return n
}

func TestFittingRows(t *testing.T) {
	std := shipped(t)
	for _, sheet := range everySheet(std) {
		data, problems := around(std, sheet, -1, workbook.Cell{})
		if records(data) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d records\n%s", sheet.Name, records(data), listed(problems))
		}
	}
}

// TestEveryColumn holds for every column what becomes of a row whose cell there is blank, an error or a formula without
// a value: a record or none, and a problem just there.
func TestEveryColumn(t *testing.T) {
	std := shipped(t)
	for _, sheet := range everySheet(std) {
		for i, col := range sheet.Columns {
			for code, cell := range map[string]workbook.Cell{"missing-value": {}, "error-value": {Kind: workbook.ErrorValue, Text: "#N/A"}, "formula-without-value": {Kind: workbook.Uncached}} {
				data, problems := around(std, sheet, i, cell)
				var here []string
				for _, p := range problems {
					if p.Place == (problem.Place{File: "a.xlsx", Sheet: sheet.Name, Row: 2, Column: i + 1}) {
						here = append(here, p.Code)
					}
				}
				if wrong := code != "missing-value" || col.Required; wrong != (len(here) == 1 && here[0] == code) {
					t.Errorf("%s, %s, %s: %v", sheet.Name, col.Name, code, here)
				}
				if lost := records(data) == 0; lost && !col.Required && !decides(col.Field) && sheet.Name != "Limits" || !lost && col.Required {
					t.Errorf("%s, %s, %s: %d records", sheet.Name, col.Name, code, records(data))
				}
			}
		}
	}
}

// oddCells are cells of every kind that people, laboratories and spreadsheets put where they do not belong.
func oddCells() []workbook.Cell {
	list := []workbook.Cell{cellOf(workbook.Blank, 0, ""), cellOf(workbook.Uncached, 0, ""), cellOf(workbook.Bool, 0, ""), cellOf(workbook.Bool, 0, "x")}
	for _, number := range []float64{0, -1, 0.3125, 1, 2.5, 59, 60, 2026, 27639, 46217, 46217.5, 1e15, math.MaxFloat64, -1e300, 5e-324} {
		list = append(list, cellOf(workbook.Number, number, ""), cellOf(workbook.Date, number, ""),
			workbook.Cell{Kind: workbook.Date, Duration: true, Number: number, Text: fmt.Sprint(number)})
	}
	for _, text := range []string{"84.5", "84,5", "1.200,50", "7:30", "<0.5", "＜0.5", "ND", "N/A", "-", "2026-07-14", "14/07/2026", "2026-Q3", "2026", "1975-09-02", "108-88-3", "苯", "yes", "#N/A", "0", "-1", "1e400", "\x00\x1f", "4%", "Example: x",
		"60.000", "-4,960", "0.673", "80-85", ">1000", "¥4960", "84±2", "ND (0.25)", "0.25 U", "ND<1.250", "未检出(<0.25)", "8\u200b4.5", "๘๔.๕",
		"14/07/2569", "๑๔/๐๗/๒๕๖๙", "令和8年7月14日", "R8.7.14", "115/07/14", "1405-04-23", "Jul 2026", "Q3 2026", "2026年第3季度",
		"2569-Q3", "9999-12-31", "Statement [zh-Hans]", "x [!]"} {
		list = append(list, cellOf(workbook.Text, 0, text), cellOf(workbook.ErrorValue, 0, text))
	}
	return list
}

func TestOddCellsInEveryColumn(t *testing.T) {
	std := shipped(t)
	for _, sheet := range everySheet(std) {
		for i := range sheet.Columns {
			for _, cell := range oddCells() {
				checkCell(t, std, sheet, i, cell)
			}
		}
	}
}

// FuzzCell puts any cell into any column: no panic, never both a value and an error, never neither.
func FuzzCell(f *testing.F) {
	for n, cell := range oddCells() {
		f.Add(uint16(n), uint8(cell.Kind), cell.Number, cell.Text)
	}
	std := shipped(f)
	f.Fuzz(func(t *testing.T, column uint16, kind uint8, number float64, text string) {
		sheets := everySheet(std)
		sheet := sheets[int(column)%len(sheets)]
		checkCell(t, std, sheet, int(column)/len(sheets)%len(sheet.Columns), cellOf(workbook.Kind(kind%7), number, text))
	})
}

// cellOf is a cell as the reader of workbooks may give it.
func cellOf(kind workbook.Kind, number float64, text string) workbook.Cell {
	text = strings.TrimSpace(text)
	switch kind {
	case workbook.Number, workbook.Date:
		if math.IsNaN(number) || math.IsInf(number, 0) {
			number = 0
		}
		return workbook.Cell{Kind: kind, Number: number, Text: fmt.Sprint(number)}
	case workbook.Bool:
		return workbook.Cell{Kind: kind, Text: fmt.Sprint(len(text) % 2)}
	case workbook.Text:
		if text == "" {
			return workbook.Cell{}
		}
	case workbook.Blank, workbook.Uncached:
		text = ""
	}
	return workbook.Cell{Kind: kind, Text: text}
}

func checkCell(t *testing.T, std *standard.Standard, sheet *standard.Sheet, column int, cell workbook.Cell) {
	c := &Collector{std: std, data: &Data{}, near: map[string]string{}}
	row := &table{decl: sheet, columns: make([]int, len(sheet.Columns)), rows: []workbook.Row{{Cells: []workbook.Cell{cell}}}}
	row.columns[column] = 1
	d := &decoder{c: c, col: &sheet.Columns[column], column: column, marks: &marks{row, std, map[int]standard.DecimalMark{}}}
	v := d.decode(cell)
	errors := 0
	for _, p := range c.problems {
		if p.Severity == problem.Error {
			errors++
		}
	}
	if want := map[bool]int{true: 1, false: 0}[v.state == bad]; errors != want {
		t.Errorf("%s, %s, %+v: value %+v and %s", sheet.Name, d.col.Name, cell, v, listed(c.problems))
	}
	data, problems := around(std, sheet, column, cell)
	if records(data) == 0 && len(problems) == 0 && !c.isExample(workbook.Row{Cells: []workbook.Cell{cell}}) {
		t.Errorf("%s, %s, %+v: a row is gone without a word", sheet.Name, d.col.Name, cell)
	}
}

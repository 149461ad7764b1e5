package audit

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// A case is a text file: what it shows, sheets, and what comes of them.
//
//	A level with its unit is no number.
//	-- audits.xlsx!Noise --
//	Factory ID	Date	Location	Level
//	CN-01	=date:2026-07-14	Line 1	84dB
//	-- problems --
//	error audits.xlsx!Noise!D2 not-a-number: …
//	-- records --
//
// Cells stand between tabs. What looks like a number is one; '84 is the text 84; =date:2026-07-14, =moment:2026-07-14 09:30, =time:7:30, =long:30:15 (a length of time), =true and
// =uncached (a formula without its value) are what they say, and #N/A an error. A line of "@25" alone says that the next
// row is the 25th, one of "@merge E1:G1" that these cells are merged. A file called .csv is a text file. The factories CN-01, US-01 and VN-01 are known unless the case has a sheet Factories. With a section
// "period", the default period is looked for ("default"), or the one that it names is asked for.
type testCase struct {
	name, text string
	sections   []section
}

type section struct{ name, body string }

func readCase(t *testing.T, path string) *testCase {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := &testCase{name: path}
	into := &c.text
	for line := range strings.Lines(string(data)) {
		name, isHeader := strings.CutPrefix(strings.TrimRight(line, "\n"), "-- ")
		if name, closed := strings.CutSuffix(name, " --"); isHeader && closed {
			c.sections = append(c.sections, section{name: name})
			into = &c.sections[len(c.sections)-1].body
			continue
		}
		*into += line
	}
	return c
}

// golden is the case as a file, with what came of it.
func (c *testCase) golden(problems, records string) string {
	out := c.text
	for _, s := range c.sections {
		if s.name != "problems" && s.name != "records" {
			out += "-- " + s.name + " --\n" + s.body
		}
	}
	return out + "-- problems --\n" + problems + "-- records --\n" + records
}

func (c *testCase) section(name string) string {
	for _, s := range c.sections {
		if s.name == name {
			return s.body
		}
	}
	return ""
}

// books makes the workbooks of a case, in the order of their names.
func (c *testCase) books(t *testing.T) []*workbook.Book {
	t.Helper()
	known := &workbook.Sheet{File: " known.xlsx", Name: "Factories"}
	for n, line := range []string{"Factory ID\tName\tCountry", "CN-01\tMill one\tCN", "US-01\tMill two\tUS", "VN-01\tMill three\tVN"} {
		known.Rows = append(known.Rows, textRow(t, n+1, line))
	}
	books := []*workbook.Book{{File: known.File, Sheets: []*workbook.Sheet{known}}}
	for _, s := range c.sections {
		file, name, isSheet := strings.Cut(s.name, "!")
		if !isSheet {
			continue
		}
		if last := books[len(books)-1]; last.File != file {
			books = append(books, &workbook.Book{File: file})
		}
		book := books[len(books)-1]
		book.Sheets = append(book.Sheets, textSheet(t, file, name, s.body))
		if name == "Factories" {
			books[0].Sheets = nil
		}
	}
	return slices.DeleteFunc(books, func(b *workbook.Book) bool { return len(b.Sheets) == 0 })
}

func textSheet(t testing.TB, file, name, body string) *workbook.Sheet {
	t.Helper()
	sheet := &workbook.Sheet{File: file, Name: name}
	index := 0
	for line := range strings.Lines(body) {
		line = strings.TrimRight(line, "\n")
		if block, ok := strings.CutPrefix(line, "@merge "); ok {
			sheet.Merged = append(sheet.Merged, textBlock(t, block))
			continue
		}
		if at, ok := strings.CutPrefix(line, "@"); ok {
			index, _ = strconv.Atoi(at)
			index--
			continue
		}
		index++
		row := textRow(t, index, line)
		if strings.HasSuffix(file, ".csv") {
			row.Fields = len(row.Cells)
		}
		if len(row.Cells) > 0 {
			sheet.Rows = append(sheet.Rows, row)
		}
	}
	return sheet
}

// textBlock reads the name of a block whose columns have one letter.
func textBlock(t testing.TB, name string) workbook.Block {
	t.Helper()
	var b workbook.Block
	var from, to rune
	if _, err := fmt.Sscanf(name, "%c%d:%c%d", &from, &b.Row, &to, &b.LastRow); err != nil {
		t.Fatalf("%q: %v", name, err)
	}
	b.Column, b.LastColumn = int(from-'A')+1, int(to-'A')+1
	return b
}

func textRow(t testing.TB, index int, line string) workbook.Row {
	t.Helper()
	row := workbook.Row{Index: index}
	if line == "" {
		return row
	}
	for _, text := range strings.Split(line, "\t") {
		row.Cells = append(row.Cells, textCell(t, strings.TrimSpace(text)))
	}
	return row
}

// textCell reads a cell of a case.
func textCell(t testing.TB, text string) workbook.Cell {
	t.Helper()
	if text == "" {
		return workbook.Cell{}
	}
	if number, err := strconv.ParseFloat(text, 64); err == nil {
		return workbook.Cell{Kind: workbook.Number, Number: number, Text: text}
	}
	kind, rest, _ := strings.Cut(text, ":")
	switch {
	case kind == "=date":
		day, ok := standard.ParseDate(rest)
		if !ok {
			t.Fatalf("%q is no date", text)
		}
		return workbook.Cell{Kind: workbook.Date, Number: float64(day) + 25569, Text: fmt.Sprint(int(day) + 25569)}
	case kind == "=time":
		var hours, minutes float64
		if _, err := fmt.Sscanf(rest, "%f:%f", &hours, &minutes); err != nil {
			t.Fatal(err)
		}
		return workbook.Cell{Kind: workbook.Date, Number: (hours + minutes/60) / 24}
	case kind == "=long":
		var hours, minutes float64
		if _, err := fmt.Sscanf(rest, "%f:%f", &hours, &minutes); err != nil {
			t.Fatal(err)
		}
		return workbook.Cell{Kind: workbook.Date, Duration: true, Number: (hours + minutes/60) / 24}
	case kind == "=moment":
		day, ok := standard.ParseDate(rest)
		if !ok {
			t.Fatalf("%q is no date", text)
		}
		return workbook.Cell{Kind: workbook.Date, Number: float64(day) + 25569 + float64(standard.ParseClock(rest))/86400}
	case text == "=uncached":
		return workbook.Cell{Kind: workbook.Uncached}
	case text == "=true":
		return workbook.Cell{Kind: workbook.Bool, Text: "1"}
	case text[0] == '#':
		return workbook.Cell{Kind: workbook.ErrorValue, Text: text}
	}
	return workbook.Cell{Kind: workbook.Text, Text: strings.TrimPrefix(text, "'")}
}

// run collects a case.
func (c *testCase) run(t *testing.T, std *standard.Standard) (*Data, []problem.Problem) {
	t.Helper()
	data, problems := Collect(c.books(t), std)
	switch want := strings.TrimSpace(c.section("period")); want {
	case "":
	case "default":
		if period, ok := data.LatestPeriod(); ok {
			problems = append(problems, data.Until(period, false)...)
		}
	default:
		period, ok := standard.ParseQuarter(want)
		if !ok {
			t.Fatalf("the period %q is none", want)
		}
		problems = append(problems, data.Until(period, true)...)
	}
	return data, problems
}

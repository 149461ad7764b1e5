package mapping

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plimsoll/report/problem"

	"plimsoll/report/workbook"
)

var update = flag.Bool("update", false, "write what comes of the cases into their files")

// A case is a text file: what it shows, worksheets, mappings, and what comes of them.
//
//	A heading that no rule covers.
//	-- audit.xlsx!Noise --
//	Place	Level
//	Line 1	84
//	-- mapping --
//	sheets: …
//	-- made --
//	-- problems --
//	-- uses --
//
// Cells stand between tabs; →, ↑ and the kinds of cells are those of the README's examples. A line of "@25" alone says
// that the next row is the 25th. Under uses stands for each cell what became of it: R read, H heading, L left out, n no
// column, a aside.
type testCase struct {
	text     string
	sections []section
}

type section struct{ name, body string }

func readCase(t *testing.T, path string) *testCase {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := &testCase{}
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

// books makes the workbooks of a case, in the order in which they stand there.
func (c *testCase) books() []*workbook.Book {
	var books []*workbook.Book
	for _, s := range c.sections {
		file, name, isSheet := strings.Cut(s.name, "!")
		if !isSheet {
			continue
		}
		rows, next := [][]string{nil}, 1
		for line := range strings.Lines(s.body) {
			line = strings.TrimRight(line, "\n")
			if at, found := strings.CutPrefix(line, "@"); found {
				next, _ = strconv.Atoi(at)
				continue
			}
			rows = append(rows, append([]string{fmt.Sprint(next)}, strings.Split(line, "\t")...))
			next++
		}
		i := slices.IndexFunc(books, func(b *workbook.Book) bool { return b.File == file })
		if i < 0 {
			books, i = append(books, &workbook.Book{File: file}), len(books)
		}
		books[i].Sheets = append(books[i].Sheets, drawn(file, name, rows))
	}
	return books
}

func (c *testCase) mappings() (own []string) {
	for _, s := range c.sections {
		if s.name == "mapping" {
			own = append(own, s.body)
		}
	}
	return own
}

// TestCases runs every case.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			c := readCase(t, path)
			got := c.text
			for _, s := range c.sections {
				if s.name == "mapping" || strings.Contains(s.name, "!") {
					got += "-- " + s.name + " --\n" + s.body
				}
			}
			got += c.outcome(t)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil || got != string(want) {
				t.Errorf("not as the file has it; what came of it:\n%s", got)
			}
		})
	}
}

// outcome applies the mappings and shows what came of it.
func (c *testCase) outcome(t *testing.T) string {
	t.Helper()
	var made, problems, uses strings.Builder
	s := set(t, c.mappings()...)
	var outcomes []*Outcome
	var all []problem.Problem
	for _, book := range c.books() {
		sent := slices.Clone(book.Sheets)
		o := s.Apply(book)
		accounted(t, o, sent...)
		outcomes = append(outcomes, o)
		all = append(all, book.Problems...)
		for _, sheet := range book.Sheets {
			if !slices.Contains(sent, sheet) {
				showMade(&made, sheet)
			} else {
				fmt.Fprintf(&made, "%s!%s stays as it is\n", sheet.File, sheet.Name)
			}
		}
		for _, a := range o.Applied {
			showUses(&uses, a)
		}
	}
	all = append(all, s.Unused(outcomes)...)
	slices.SortStableFunc(all, problem.Problem.Compare)
	for _, p := range all {
		fmt.Fprintln(&problems, p)
	}
	return "-- made --\n" + made.String() + "-- problems --\n" + problems.String() + "-- uses --\n" + uses.String()
}

// showMade writes a table with the place of each cell that is not the row's own.
func showMade(b *strings.Builder, sheet *workbook.Sheet) {
	fmt.Fprintf(b, "%s\n", sheet.Name)
	for _, row := range sheet.Rows {
		at := sheet.Place(row.Index, 0)
		for i, cell := range row.Cells {
			text := cell.Plain()
			if cell.Kind == workbook.Refused {
				text = "(refused)"
			}
			if p := sheet.Place(row.Index, i+1); row.Index > 1 && p != at && text != "" {
				text += " «" + strings.TrimPrefix(p.String(), at.File+"!"+at.Sheet+"!") + "»"
			}
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(text)
		}
		if row.Index > 1 {
			fmt.Fprintf(b, "\t← %s%s", strings.TrimPrefix(at.String(), at.File+"!"),
				strings.TrimSuffix(" of "+sheet.Span(row.Index), " of "))
		}
		b.WriteByte('\n')
	}
}

func showUses(b *strings.Builder, a *Applied) {
	fmt.Fprintf(b, "%s\n", a.Sheet.Name)
	for _, row := range a.Sheet.Rows {
		fmt.Fprintf(b, "%4d ", row.Index)
		for i, cell := range row.Cells {
			letter := "·"
			if cell.Kind != workbook.Blank {
				letter = string("?anLHR"[a.Use(row.Index, i+1)])
			}
			b.WriteString(letter)
		}
		b.WriteByte('\n')
	}
}

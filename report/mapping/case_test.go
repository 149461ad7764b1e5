package mapping

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/mapping/drawn"
	"plimsoll/report/problem"

	"plimsoll/report/workbook"
)

var update = flag.Bool("update", false, "write what comes of the cases into their files")

// TestCases runs every case.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			c := drawn.Read(t, path)
			got := c.Text
			for _, s := range c.Sections {
				if s.Name == "mapping" || strings.Contains(s.Name, "!") {
					got += "-- " + s.Name + " --\n" + s.Body
				}
			}
			got += outcomeOf(t, c)
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
func outcomeOf(t *testing.T, c *drawn.Case) string {
	t.Helper()
	var made, problems, uses strings.Builder
	s := set(t, c.Mappings()...)
	var outcomes []*Outcome
	var all []problem.Problem
	for _, book := range c.Books() {
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

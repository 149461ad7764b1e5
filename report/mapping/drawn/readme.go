package drawn

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"plimsoll/report/workbook"
)

// Example is one section of the README: a sheet, a mapping, and the tables that it makes.
type Example struct {
	Name, File, Mapping string
	Sheet               *workbook.Sheet
	Want                map[string][][]string
}

var (
	sheetLine = regexp.MustCompile("^Sheet `(.+)` of `(.+)`:$")
	tableLine = regexp.MustCompile("^(?:makes|and) `(.+)`:$")
)

// Examples reads the README of mappings: lines that name a table, tables, and YAML in fences.
func Examples(t testing.TB, readme string) []*Example {
	t.Helper()
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	var out []*Example
	var into func([][]string)
	var table [][]string
	var now *Example
	fenced := false
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch name, isSection := strings.CutPrefix(line, "### "); {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
		case fenced:
			now.Mapping += line + "\n"
		case isSection:
			now = &Example{Name: name, Want: map[string][][]string{}}
			out = append(out, now)
		case strings.HasPrefix(line, "## "):
			now, into = nil, nil
		case sheetLine.MatchString(line):
			m := sheetLine.FindStringSubmatch(line)
			example := now
			example.File = m[2]
			into = func(rows [][]string) { example.Sheet = Sheet(m[2], m[1], rows) }
		case tableLine.MatchString(line):
			name, example := tableLine.FindStringSubmatch(line)[1], now
			into = func(rows [][]string) { example.Want[name] = rows }
		case strings.HasPrefix(line, "|") && into != nil:
			if cells := strings.Split(strings.Trim(line, "|"), "|"); strings.Trim(line, "|- ") != "" {
				for i := range cells {
					cells[i] = strings.TrimSpace(cells[i])
				}
				table = append(table, cells)
			}
		case len(table) > 0:
			into(table)
			table, into = nil, nil
		}
	}
	return out
}

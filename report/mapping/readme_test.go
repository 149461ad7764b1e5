package mapping

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"plimsoll/report/problem"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// example is one section of the README: a sheet, a mapping, and the tables that it makes.
type example struct {
	name, file, mapping string
	sheet               *workbook.Sheet
	want                map[string][][]string
}

var (
	sheetLine = regexp.MustCompile("^Sheet `(.+)` of `(.+)`:$")
	tableLine = regexp.MustCompile("^(?:makes|and) `(.+)`:$")
)

// examples reads the README: lines that name a table, tables, and YAML in fences.
func examples(t *testing.T) []*example {
	t.Helper()
	data, err := os.ReadFile("../../templates/mappings/README.md")
	if err != nil {
		t.Fatal(err)
	}
	var out []*example
	var into func([][]string)
	var table [][]string
	var now *example
	fenced := false
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch name, isSection := strings.CutPrefix(line, "### "); {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
		case fenced:
			now.mapping += line + "\n"
		case isSection:
			now = &example{name: name, want: map[string][][]string{}}
			out = append(out, now)
		case strings.HasPrefix(line, "## "):
			now, into = nil, nil
		case sheetLine.MatchString(line):
			m := sheetLine.FindStringSubmatch(line)
			example := now
			example.file = m[2]
			into = func(rows [][]string) { example.sheet = drawn(m[2], m[1], rows) }
		case tableLine.MatchString(line):
			name, example := tableLine.FindStringSubmatch(line)[1], now
			into = func(rows [][]string) { example.want[name] = rows }
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

// drawn makes a worksheet of a table whose first row holds the letters of the columns and whose first column the numbers of
// the rows. → and ↑ are cells merged with the one to the left or above.
func drawn(file, name string, rows [][]string) *workbook.Sheet {
	s := &workbook.Sheet{File: file, Name: name}
	for _, cells := range rows[1:] {
		index, _ := strconv.Atoi(cells[0])
		row := workbook.Row{Index: index}
		for i, text := range cells[1:] {
			switch text {
			case "→":
				s.Merged = widen(s.Merged, index, i, func(b *workbook.Block) { b.LastColumn = i + 1 })
			case "↑":
				s.Merged = widen(s.Merged, index-1, i+1, func(b *workbook.Block) { b.LastRow = index })
			default:
				row.Cells = append(row.Cells, make([]workbook.Cell, i-len(row.Cells))...)
				row.Cells = append(row.Cells, cellFrom(text))
			}
		}
		s.Rows = append(s.Rows, row)
	}
	slices.SortFunc(s.Merged, func(a, b workbook.Block) int { return a.Row - b.Row })
	return s
}

// widen makes the block over a cell larger, or begins one.
func widen(blocks []workbook.Block, row, column int, grow func(*workbook.Block)) []workbook.Block {
	for i := range blocks {
		if b := &blocks[i]; b.Row <= row && row <= b.LastRow && b.Column <= column && column <= b.LastColumn {
			grow(b)
			return blocks
		}
	}
	b := workbook.Block{Row: row, Column: column, LastRow: row, LastColumn: column}
	grow(&b)
	return append(blocks, b)
}

// cellFrom makes a cell of a text: a number, a date, an error, a formula without its value, or a text. An apostrophe makes
// anything a text.
func cellFrom(text string) workbook.Cell {
	if date, ok := standard.ParseDate(text); ok {
		return workbook.Cell{Kind: workbook.Date, Number: float64(date) + 25569, Text: text}
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		return workbook.Cell{Kind: workbook.Number, Number: n, Text: text}
	}
	switch {
	case text == "":
		return workbook.Cell{}
	case text == "#N/A":
		return workbook.Cell{Kind: workbook.ErrorValue, Text: text}
	case text == "=uncached":
		return workbook.Cell{Kind: workbook.Uncached}
	}
	return workbook.Cell{Kind: workbook.Text, Text: strings.TrimPrefix(text, "'")}
}

var load = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

func shipped(t testing.TB) *standard.Standard {
	t.Helper()
	std, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return std
}

// set loads mappings besides the shipped ones, as for a run.
func set(t testing.TB, own ...string) *Set {
	t.Helper()
	var sources []declaration.Source
	for i, text := range own {
		sources = append(sources, declaration.Source{Name: fmt.Sprintf("own%d.yaml", i+1), Own: true, Data: []byte(text)})
	}
	s, err := Load(templates.Files, sources, shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// plain is a made table as texts.
func plain(s *workbook.Sheet) [][]string {
	var out [][]string
	for _, row := range s.Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.Plain())
		}
		out = append(out, cells)
	}
	return out
}

func TestReadmeExamples(t *testing.T) {
	all := examples(t)
	if len(all) != 11 {
		t.Errorf("the README has %d examples", len(all))
	}
	for _, e := range all {
		t.Run(e.name, func(t *testing.T) {
			book := &workbook.Book{File: e.file, Sheets: []*workbook.Sheet{e.sheet}}
			outcome := set(t, e.mapping).Apply(book)
			got := map[string][][]string{}
			for _, s := range book.Sheets {
				got[s.Name] = plain(s)
			}
			if diff := cmp.Diff(e.want, got); diff != "" {
				t.Error(diff)
			}
			for _, p := range book.Problems {
				if p.Severity != problem.Note {
					t.Error(p)
				}
				t.Log(p)
			}
			accounted(t, outcome, e.sheet)
		})
	}
}

// accounted holds that something is said of every cell.
func accounted(t *testing.T, o *Outcome, sheets ...*workbook.Sheet) {
	t.Helper()
	for _, sheet := range sheets {
		at := slices.IndexFunc(o.Applied, func(a *Applied) bool { return a.Sheet == sheet })
		if at < 0 {
			continue
		}
		for _, row := range sheet.Rows {
			for i, c := range row.Cells {
				if c.Kind != workbook.Blank && o.Applied[at].Use(row.Index, i+1) == Unread {
					t.Errorf("nothing is said of %s", sheet.Place(row.Index, i+1))
				}
			}
		}
	}
}

// TestTooMuchMade holds that a sheet of which more would be made than is kept is left out as a whole, and the others are not.
func TestTooMuchMade(t *testing.T) {
	s := set(t, "sheets:\n  - from: \"Noise *\"\n    to: {Noise: {Factory ID: {write: A}, Date: {write: \"2026-07-14\"}, Location: Place, Level: Level}}\n")
	s.most = 10 // two rows and a half
	small := drawn("a.xlsx", "Noise 1", [][]string{nil, {"1", "Place", "Level"}, {"2", "x", "84"}})
	large := drawn("a.xlsx", "Noise 2", [][]string{nil, {"1", "Place", "Level"}, {"2", "x", "84"}, {"3", "y", "85"}})
	book := &workbook.Book{File: "a.xlsx", Sheets: []*workbook.Sheet{small, large}}
	accounted(t, s.Apply(book), small, large)
	var codes []string
	for _, p := range book.Problems {
		codes = append(codes, p.Severity.String()+" "+p.Code+" "+p.Sheet)
	}
	want := []string{"note mapped Noise 1", "error too-large Noise 2", "note left-out Noise 2"}
	if !slices.Equal(codes, want) || len(book.Sheets) != 1 {
		t.Errorf("%q, %d sheets", codes, len(book.Sheets))
	}
}

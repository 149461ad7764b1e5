// Package small makes small programmes for tests of documents: sheets are written down as comma-separated lines, and what comes out is
// what documents are made of, by the same way as in a run.
//
//	source := small.Read(t, small.Sheets{"Factories": "Factory ID,Name,Country\nA,Mill,VN", "Noise": "…"})
package small

import (
	"encoding/csv"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/told"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// Sheets are the lines of sheets by name, the headings first.
type Sheets map[string]string

var builtIn = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

// Read makes a source of the sheets, as of the latest quarter in them.
func Read(t testing.TB, sheets Sheets) *compose.Source {
	t.Helper()
	return compute(t, sheets).source(nil)
}

// ReadAfter is Read with what another edition of the same sheets had in its results.csv.
func ReadAfter(t testing.TB, sheets, earlier Sheets) *compose.Source {
	t.Helper()
	var rows []benchmark.Earlier
	before := compute(t, earlier)
	for _, r := range before.all() {
		row := benchmark.Earlier{}
		for _, c := range benchmark.Columns() {
			row[c] = c.Of(r)
		}
		rows = append(rows, row)
	}
	return compute(t, sheets).source(rows)
}

type computed struct {
	data     *audit.Data
	standard *standard.Standard
	limits   *standard.Limits
	figures  *benchmark.Figures
	problems []problem.Problem
	period   standard.Quarter
}

func compute(t testing.TB, sheets Sheets) *computed {
	t.Helper()
	std, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	c := &computed{standard: std}
	c.data, c.problems = audit.Collect([]*workbook.Book{book(t, sheets)}, std)
	var any bool
	if c.period, any = c.data.LatestPeriod(); !any {
		t.Fatalf("no period: %v", c.problems)
	}
	c.limits = standard.NewLimits(std.Limits, c.data.Limits)
	figures, found, err := benchmark.Make(t.Context(), c.data, c.limits, std.Areas, c.period, 1, told.IsPeer)
	if err != nil {
		t.Fatal(err)
	}
	c.figures, c.problems = figures, append(c.problems, found...)
	return c
}

func (c *computed) source(earlier []benchmark.Earlier) *compose.Source {
	programme := told.New(c.data, c.standard, c.limits, c.figures, c.period)
	return compose.NewSource(programme, compose.Issue{Problems: c.problems, Issued: programme.End(), Version: "0", Paper: "a4",
		Restatements: c.figures.Restatements(earlier, c.data.Factories), Compared: earlier != nil})
}

func book(t testing.TB, sheets Sheets) *workbook.Book {
	t.Helper()
	b := &workbook.Book{File: "a.xlsx"}
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		lines, err := csv.NewReader(strings.NewReader(sheets[name])).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		s := &workbook.Sheet{File: b.File, Name: name}
		for i, line := range lines {
			row := workbook.Row{Index: i + 1}
			for _, text := range line {
				row.Cells = append(row.Cells, cellOf(text))
			}
			s.Rows = append(s.Rows, row)
		}
		b.Sheets = append(b.Sheets, s)
	}
	return b
}

func cellOf(text string) workbook.Cell {
	number, err := strconv.ParseFloat(text, 64)
	switch {
	case text == "":
		return workbook.Cell{}
	case err == nil:
		return workbook.Cell{Kind: workbook.Number, Number: number, Text: text}
	}
	return workbook.Cell{Kind: workbook.Text, Text: text}
}

// shipped are the languages' words, each read once for all tests of a package.
var shipped = struct {
	sync.Mutex
	*language.Catalogs
}{}

// Words are those of a language that is shipped.
func Words(t testing.TB, lang string) *language.Words {
	t.Helper()
	shipped.Lock()
	defer shipped.Unlock()
	if shipped.Catalogs == nil {
		std, err := builtIn()
		if err != nil {
			t.Fatal(err)
		}
		shipped.Catalogs = language.Open(std)
	}
	w, err := shipped.Words(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Template is a kind of document that is shipped, in a language.
func Template(t testing.TB, kind string, w *language.Words) *compose.Template {
	t.Helper()
	kinds, err := compose.LoadKinds(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(kinds, func(k *compose.Kind) bool { return k.Name == kind })
	return kinds[i].In(w)
}

// all are the results of all factories.
func (c *computed) all() (out []*benchmark.Result) {
	for _, f := range c.data.Factories {
		out = append(out, c.figures.Of(f)...)
	}
	return out
}

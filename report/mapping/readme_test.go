package mapping

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"plimsoll/report/problem"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/mapping/drawn"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

const readme = "../../templates/mappings/README.md"

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
	all := drawn.Examples(t, readme)
	if len(all) != 14 {
		t.Errorf("the README has %d examples", len(all))
	}
	for _, e := range all {
		t.Run(e.Name, func(t *testing.T) {
			book := &workbook.Book{File: e.File, Sheets: []*workbook.Sheet{e.Sheet}}
			outcome := set(t, e.Mapping).Apply(book)
			got := map[string][][]string{}
			for _, s := range book.Sheets {
				got[s.Name] = plain(s)
			}
			if diff := cmp.Diff(e.Want, got); diff != "" {
				t.Error(diff)
			}
			for _, p := range book.Problems {
				if p.Severity != problem.Note {
					t.Error(p)
				}
				t.Log(p)
			}
			accounted(t, outcome, e.Sheet)
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

// TestTooMuchMade holds that a sheet of which more would be made than is kept is left out as a whole, and the others
// are not.
func TestTooMuchMade(t *testing.T) {
	s := set(t, "sheets:\n  - from: \"Noise *\"\n    to: {Noise: {Factory ID: {write: A}, Date: {write: \"2026-07-14\"}, Location: Place, Level: Level}}\n")
	s.most = 10 // two rows and a half
	small := drawn.Sheet("a.xlsx", "Noise 1", [][]string{nil, {"1", "Place", "Level"}, {"2", "x", "84"}})
	large := drawn.Sheet("a.xlsx", "Noise 2", [][]string{nil, {"1", "Place", "Level"}, {"2", "x", "84"}, {"3", "y", "85"}})
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

package workbook

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

// merging is a sheet of the rows with these references merged.
func merging(rows string, refs ...string) parts {
	p := ooxmltest.Workbook(rows)
	return p.Replace(ooxmltest.SheetPart, "</sheetData>",
		`</sheetData><mergeCells><mergeCell ref="`+strings.Join(refs, `"/><mergeCell ref="`)+`"/></mergeCells>`)
}

func TestMerged(t *testing.T) {
	const rows = `<row r="1"><c r="A1"><v>1</v></c></row>`
	for _, c := range []struct {
		name string
		refs string
		want string // the blocks
		odd  string // how the problem ends, "" where there is none
	}{
		{"one", "A1:C1", "A1:C1", ""},
		{"by row and column", "D5:E6 B5:C6 A1:A2", "A1:A2 B5:C6 D5:E6", ""},
		{"dollars and small letters", "$a$1:$B$2", "A1:B2", ""},
		{"a single cell", "A1:A1 B2", "", ""},
		{"side by side and below", "A1:B2 C1:D2 A3:D3", "A1:B2 C1:D2 A3:D3", ""},
		{"the last cell", "XFC1048575:XFD1048576", "XFC1048575:XFD1048576", ""},
		{"one over another", "A1:B3 B3:C4", "A1:B3", `1, first "B3:C4"`},
		{"twice", "A1:B3 A1:B3", "A1:B3", `1, first "A1:B3"`},
		{"a hole between", "A1:B3 D1:E3 B3:D3 A9:Z9", "A1:B3 D1:E3 A9:Z9", `1, first "B3:D3"`},
		{"outside", "A1:A0 A0:B2 A1:XFE2 A1:B1048577 A1:B99999999999999999999", "", `5, first "A1:A0"`},
		{"upside down", "C3:A1", "", `1, first "C3:A1"`},
		{"no block", "A:C 1:3 x R1C1:R2C2 ß1:ß2", "", `5, first "A:C"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := readParts(t, merging(rows, strings.Fields(c.refs)...))
			if got := strings.Trim(fmt.Sprint(book.Sheets[0].Merged), "[]"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			var want []string
			if c.odd != "" {
				want = []string{"warning x.xlsx!S1 merged-cells: merged blocks are ignored that overlap others or " +
					"are none: " + c.odd +
					" (hint: undo the merging there; only the upper left cell of a merged block holds a value)"}
			}
			var got []string
			for _, p := range book.Problems {
				got = append(got, p.String())
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

// TestHiddenUnderMerged holds that what no spreadsheet shows is no value, and is said.
func TestHiddenUnderMerged(t *testing.T) {
	book := readParts(t, merging(`<row r="3"><c r="A3"><v>7</v></c><c r="C3"><v>8</v></c></row><row r="1"><c r="B1">`+
		`<v>1</v></c><c r="C1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>`,
		"B1:C2", "A3:B4"))
	if got := dump(book.Sheets[0]); !slices.Equal(got, []string{"A3 number 7", "C3 number 8", "B1 number 1"}) {
		t.Error(got)
	}
	if len(book.Sheets[0].Rows) != 2 || book.Sheets[0].Covered != 2 || len(book.Problems) != 1 ||
		book.Problems[0].Message != "values lie hidden under merged blocks and were left out: 2, first C1" {
		t.Error(len(book.Sheets[0].Rows), book.Problems)
	}
}

// TestMergedAreDisjoint compares the sweep with comparing each with each, the earlier one by row and column staying.
func TestMergedAreDisjoint(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		var m merges
		for range 1 + random.IntN(30) {
			b := Block{Row: 1 + random.IntN(20), Column: 1 + random.IntN(20)}
			b.LastRow, b.LastColumn = b.Row+random.IntN(5), b.Column+random.IntN(5)
			m.blocks = append(m.blocks, b)
		}
		all := len(m.blocks)
		got := m.disjoint()
		for i, a := range got {
			for _, b := range got[i+1:] {
				if a.Row <= b.LastRow && b.Row <= a.LastRow && a.Column <= b.LastColumn && b.Column <= a.LastColumn {
					t.Fatalf("%v lies over %v", a, b)
				}
			}
		}
		if len(got)+m.odd != all ||
			!slices.IsSortedFunc(got, func(a, b Block) int { return cmp.Or(a.Row-b.Row, a.Column-b.Column) }) {
			t.Fatal(all, m.odd, got)
		}
	}
}

// TestHostileMerges holds the bound, whatever the blocks are.
func TestHostileMerges(t *testing.T) {
	wide := make([]string, maxMerged)
	for i := range wide {
		wide[i] = fmt.Sprintf("A%d:XFD%d", i+1, i+1)
	}
	book := readParts(t, merging(`<row><c><v>1</v></c></row>`, wide...))
	if len(book.Problems) > 0 || len(book.Sheets[0].Merged) != maxMerged {
		t.Error(len(book.Sheets[0].Merged), book.Problems)
	}
	book = readParts(t, merging(`<row><c><v>1</v></c></row>`, append(wide, "A200001:B200001")...))
	if !slices.Equal(codes(book), []string{"x.xlsx!S1 merged-cells"}) || len(book.Sheets[0].Merged) != 0 ||
		len(book.Sheets[0].Rows) != 1 {
		t.Error(len(book.Sheets[0].Merged), codes(book))
	}
}

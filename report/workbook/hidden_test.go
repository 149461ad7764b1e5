package workbook

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

func TestHidden(t *testing.T) {
	row := func(n int, attributes string) string {
		return fmt.Sprintf(`<row r="%d" %s><c r="A%d"><v>1</v></c><c r="D%d"><v>1</v></c><c r="E%d" s="1"/></row>`, n,
			attributes, n, n, n)
	}
	rows := row(1, "") + row(2, `hidden="1"`) + row(3, `hidden="true"`) + row(4, `hidden="0"`) +
		`<row r="5" hidden="1"/>` + row(6, `hidden="1"`)
	const columns = `<cols><col min="5" max="9" hidden="1"/><col min="3" max="4" hidden="1"/><col min="1" max="4"/>` +
		`<col min="4" max="16384" hidden="true"/><col min="0" max="2" hidden="1"/><col min="2" max="1" hidden="1"/>` +
		`<col hidden="1"/></cols>`
	book := readParts(t, ooxmltest.Workbook(rows, row(1, "")).Replace(ooxmltest.SheetPart, "<sheetData>",
		columns+"<sheetData>").Replace(ooxmltest.MainPart, `name="S1"`, `name="S1" state="hidden"`))
	want := []string{
		"note x.xlsx!S1 hidden-sheet: the sheet is hidden and was read",
		"note x.xlsx!S1 hidden-rows: rows are hidden and were read: 2–3, 6",
		"note x.xlsx!S1 hidden-columns: columns are hidden and were read: D",
	}
	if diff := cmp.Diff(want,
		said(&Book{Problems: append(book.Problems, book.Sheets[0].Notes()...)})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if notes := book.Sheets[1].Notes(); len(notes) > 0 {
		t.Error(notes)
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		rows []int
		want string
	}{
		{nil, ""},
		{[]int{7}, "7"},
		{[]int{12, 13, 14, 15, 17}, "12–15, 17"},
		{[]int{9, 2, 3, 3}, "9, 2–3"}, // rows of a file may come in any order
		{[]int{1, 3, 5, 7, 9, 11, 12, 13, 20}, "1, 3, 5, 7, 9 and 4 more"},
	} {
		var list []Span
		for _, n := range c.rows {
			list = addSpan(list, n)
		}
		if got := spans(list, rowName); got != c.want {
			t.Errorf("%v: %q, want %q", c.rows, got, c.want)
		}
	}
}

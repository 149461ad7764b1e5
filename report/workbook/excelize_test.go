package workbook

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

// theirRows are the rows that excelize reads of the sheet S1.
func theirRows(t *testing.T, data []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("S1", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestWhyRowsAreOurs shows in small what excelize makes of a sheet that is not as it should be, without an error. When
// it fails, excelize has mended that.
func TestWhyRowsAreOurs(t *testing.T) {
	const first, second = `<row r="1"><c r="A1"><v>1</v></c></row>`, `<row r="2"><c r="A2"><v>2</v></c></row>`
	for name, c := range map[string]struct {
		parts parts
		rows  int
	}{
		"cut off after the first row": {ooxmltest.Workbook(first+second).Replace(ooxmltest.SheetPart,
			second+"</sheetData></worksheet>", ""), 1},
		"a shared text that is not there": {ooxmltest.Workbook(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`).
			WithStrings("<t>x</t>"), 0},
	} {
		data := c.parts.WithContents().Zip(t)
		if got := theirRows(t, data); len(got) != c.rows {
			t.Errorf("%s: excelize reads %q", name, got)
		}
		book := Read(data, "x.xlsx", Options{})
		if len(book.Problems) == 0 && (len(book.Sheets) == 0 || book.Sheets[0].Rows[0].At(1).Kind != ErrorValue) {
			t.Errorf("%s: read without a word", name)
		}
	}
	if got := theirRows(t,
		ooxmltest.Workbook(`<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><v>#N/A</v></c></row>`).
			WithContents().Zip(t)); len(got) != 1 || !slices.Equal(got[0], []string{"", "#N/A"}) {
		t.Errorf("a formula without a value and an error have kinds: %q", got)
	}
}

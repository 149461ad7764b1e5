package workbook

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml/ooxmltest"
)

// said lists the problems of a book as lines.
func said(b *Book) []string {
	var out []string
	for _, p := range b.Problems {
		out = append(out, p.String())
	}
	return out
}

func TestTextRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"comma", "a,b\n1,2\n", []string{"A1 text a", "B1 text b", "A2 text 1", "B2 text 2"}},
		{"semicolon, decimal commas", "a;b\n1,5;2,5\n1,25;3,5\n",
			[]string{"A1 text a", "B1 text b", "A2 text 1,5", "B2 text 2,5", "A3 text 1,25", "B3 text 3,5"}},
		{"tab, no end of line", "a\tb\n1, 2\t3", []string{"A1 text a", "B1 text b", "A2 text 1, 2", "B2 text 3"}},
		{"bar", "a|b\n1|2", []string{"A1 text a", "B1 text b", "A2 text 1", "B2 text 2"}},
		{"one column", "a\nb c\n", []string{"A1 text a", "A2 text b c"}},
		{"ends of lines of Windows and of old", "a,b\r\n1,2\r3,4",
			[]string{"A1 text a", "B1 text b", "A2 text 1", "B2 text 2", "A3 text 3", "B3 text 4"}},
		{"blank lines count", "\n\na,b\n,\n1,2\n", []string{"A3 text a", "B3 text b", "A5 text 1", "B5 text 2"}},
		{"a title above", "Noise in July\na,b\n1,2\n3,4",
			[]string{"A1 text Noise in July", "A2 text a", "B2 text b", "A3 text 1", "B3 text 2", "A4 text 3",
				"B4 text 4"}},
		{"white space", " a , b\t\n\u00a0 1\u3000,2", []string{"A1 text a", "B1 text b", "A2 text 1", "B2 text 2"}},
		{"quotes", `"a","b, c"` + "\n" + `"say ""x""",""` + "\n",
			[]string{"A1 text a", "B1 text b, c", `A2 text say "x"`}},
		{"a line within quotes is of its record", "a,b\n\"1\r\n2\",3\n4,5\n",
			[]string{"A1 text a", "B1 text b", "A2 text 1\n2", "B2 text 3", "A3 text 4", "B3 text 5"}},
		{"spaces around quotes", `"a" , "b, c" ,d` + "\n1,2,3",
			[]string{"A1 text a", "B1 text b, c", "C1 text d", "A2 text 1", "B2 text 2", "C2 text 3"}},
		{"a quote inside", "a,b\n6\" belt,5'\n", []string{"A1 text a", "B1 text b", "A2 text 6\" belt", "B2 text 5'"}},
		{"text that is told to stay one", "a,b\n=\"007\",\"=\"\"01-02\"\"\"\n",
			[]string{"A1 text a", "B1 text b", "A2 text 007", "B2 text 01-02"}},
		{"the half of one", "a,b\n=\",2\n", []string{"A1 text a", "B1 text b", "A2 text =\"", "B2 text 2"}},
		{"a formula is text", "a,b\n=A1&\"x\",2\n", []string{"A1 text a", "B1 text b", `A2 text =A1&"x"`, "B2 text 2"}},
		{"Excel's line", "sep=;\r\na;b,c\r\n1;2,5\r\n",
			[]string{"A1 text a", "B1 text b,c", "A2 text 1", "B2 text 2,5"}},
		{"Excel's line in quotes", "\"sep=,\"\na,b;c\n", []string{"A1 text a", "B1 text b;c"}},
		{"Excel's line, and the other is regular", "SEP=|\na,b|c\n1,2|3\n",
			[]string{"A1 text a,b", "B1 text c", "A2 text 1,2", "B2 text 3"}},
		{"semicolons in a later column", "a,b\n1,x;y\n2,x;z\n3,y;z\n",
			[]string{"A1 text a", "B1 text b", "A2 text 1", "B2 text x;y", "A3 text 2", "B3 text x;z", "A4 text 3",
				"B4 text y;z"}},
		{"quotes say which", `"a";"b, c"` + "\n" + `"1";"2, 3"`,
			[]string{"A1 text a", "B1 text b, c", "A2 text 1", "B2 text 2, 3"}},
		{"a ragged one that nothing else parts", "a,b\n1\n2,3,4\n5\n",
			[]string{"A1 text a", "B1 text b", "A2 text 1", "A3 text 2", "B3 text 3", "C3 text 4", "A4 text 5"}},
		{"Excel's escapes are none here", "a,b\n_x0041_,2",
			[]string{"A1 text a", "B1 text b", "A2 text _x0041_", "B2 text 2"}},
		{"only blanks", " \n,,,\n", nil},
		{"byte order mark", "\ufeffa,b", []string{"A1 text a", "B1 text b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := Read([]byte(c.text), "in/Noise.csv", Options{})
			if len(book.Problems) > 0 || len(book.Sheets) != 1 || book.Sheets[0].Name != "Noise" {
				t.Fatal(book.Sheets, book.Problems)
			}
			if diff := cmp.Diff(c.want, dump(book.Sheets[0])); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// encodingHint is what is said to a text in an unknown encoding.
const encodingHint = `save it as "CSV UTF-8", or declare its encoding: --encoding gb18030 (windows-1252, ` +
	`windows-1258, …)`

func TestTextIsRefused(t *testing.T) {
	const none = "none of its rows were used)"
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "unreadable-workbook: the file is empty (hint: ask for it again)"},
		{"ambiguous", "a;b,c\n1;2,3\n",
			"unknown-delimiter: nothing tells for certain which of , ; tab | parts its values (hint: write the line " +
				"sep=; (or another) above the first one, or declare the delimiter in a mapping)"},
		{"irregular", "a;b\nc,d\n1\n1;2;3\n",
			"unknown-delimiter: nothing tells for certain which of , ; tab | parts its values (hint: write the line " +
				"sep=; (or another) above the first one, or declare the delimiter in a mapping)"},
		{"an open quote", "a,b\n\"1,2\n3,4\n",
			"truncated-sheet: the quote that opens in line 2 is never closed (hint: close it, or ask for the whole " +
				"file; " + none},
		{"text after a quote", "a,b\n1,\"2\"3\n",
			"truncated-sheet: line 2 has text after a closing quote (hint: double a quote that stands inside of " +
				"quotes; " + none},
		{"NUL", "a,b\n1,\x00\n",
			"unknown-encoding: it holds NUL bytes: it is no text, or UTF-16 without its mark (hint: " + encodingHint +
				")"},
		{"a web page", "<html><table>",
			"unreadable-workbook: it is a web page with the name of a workbook (hint: " + fileerr.SaveAs + ")"},
		{"an old workbook", string(ooxmltest.Compound(ooxmltest.Stream{Name: "Book", Data: []byte("x")})),
			"unreadable-workbook: it is an old workbook (.xls) (hint: " + fileerr.SaveAs + ")"},
		{"too many values", strings.Repeat(",", grid.MaxColumn) + "1",
			"too-large: line 1 holds more than 16384 values (hint: split the workbook, or remove what it does not " +
				"need)"},
		{"a value without end", "a," + strings.Repeat("x", 1<<20+1),
			"too-large: line 1 holds a text of more than 1048576 characters (hint: split the workbook, or remove " +
				"what it does not need)"},
		{"too many rows", strings.Repeat("\n", grid.MaxRow) + "1",
			"too-large: it holds more than 1048576 rows (hint: split the workbook, or remove what it does not need)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := Read([]byte(c.text), "Noise.csv", Options{})
			if diff := cmp.Diff([]string{"error Noise.csv " + c.want}, said(book)); diff != "" || len(book.Sheets) > 0 {
				t.Errorf("%d sheets (-want +got):\n%s", len(book.Sheets), diff)
			}
		})
	}
}

// TestTextBounds holds that cells are counted as they are kept, blanks at the end of a record not.
func TestTextBounds(t *testing.T) {
	o := Options{Bounds: Bounds{FileBytes: 1 << 20, PartBytes: 1 << 20, AllBytes: 1 << 20, Cells: 100}}
	for text, want := range map[string][]string{
		strings.Repeat("1,2,,,,,,,\n", 50):         nil,
		strings.Repeat("1,2,,,,,,,\n", 50) + "1,2": {"x.csv too-large"},
		strings.Repeat(",,,,,,,\n", 500):           nil,
	} {
		if diff := cmp.Diff(want, codes(Read([]byte(text), "x.csv", o))); diff != "" {
			t.Error(diff)
		}
	}
}

// TestTextByItsName holds what is read as a text: by the ending, unless the bytes are a workbook's.
func TestTextByItsName(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{"a.CSV": []byte("x,y\n1,2"), "b.tsv": []byte("x\ty\n1\t2"),
		"c.txt": []byte("x;y\n1;2"), "d.csv": one().Zip(t)} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		book := Open(path, "in/"+name, Options{})
		if len(book.Problems) > 0 || len(book.Sheets) != 1 || book.Size != len(data) || len(book.SHA256) != 64 {
			t.Errorf("%s: %v %v", name, book.Sheets, book.Problems)
		}
	}
	if got := codes(Read([]byte("x,y\n1,2"), "a.xlsx", Options{})); !slices.Equal(got,
		[]string{"a.xlsx unreadable-workbook"}) {
		t.Error(got)
	}
}

func TestDeclaredDelimiter(t *testing.T) {
	o := Options{Text: func(name string) TextForm {
		return map[string]TextForm{"a.csv": {Delimiter: ';'}, "b.csv": {Delimiter: '~'}}[name]
	}}
	for name, want := range map[string]string{"a.csv": "a~b,c ~1", "b.csv": "a b,c; 1"} {
		row := Read([]byte("a~b,c;~1\n"), name, o).Sheets[0].Rows[0]
		var got []string
		for _, c := range row.Cells {
			got = append(got, c.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", name, strings.Join(got, " "), want)
		}
	}
}

// TestRagged holds rows against the header: too long ones are left out, short ones are said.
func TestRagged(t *testing.T) {
	sheet := Read([]byte("Noise,,\na,b,c\n1,2,3\n1,2\n1,2,3,\n84,5,3,x\n1\n\n1,2,3\n1,2,\n1,2\n1\n"), "Noise.csv",
		Options{}).Sheets[0]
	rows, problems := sheet.Ragged(sheet.Rows[1], sheet.Rows[2:])
	var kept []int
	for _, row := range rows {
		kept = append(kept, row.Index)
	}
	if !slices.Equal(kept, []int{3, 4, 5, 7, 9, 10, 11, 12}) {
		t.Error(kept)
	}
	want := []string{
		"error Noise.csv!Noise!6 ragged-row: the row has 4 values under a header of 3 (hint: put quotes around a " +
			"value that holds the delimiter; the row was left out)",
		"warning Noise.csv!Noise ragged-row: the header has 3 values, and rows have fewer: 4, 7, 11–12; their last " +
			"columns were taken as blank (hint: look whether a delimiter is missing)",
	}
	if diff := cmp.Diff(want, said(&Book{Problems: problems})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	worksheet := readParts(t,
		ooxmltest.Workbook(`<row><c><v>1</v></c></row><row><c><v>1</v></c><c><v>1</v></c></row>`)).Sheets[0]
	if rows, problems := worksheet.Ragged(worksheet.Rows[0], worksheet.Rows[1:]); len(rows) != 1 || problems != nil {
		t.Error(rows, problems)
	}
}

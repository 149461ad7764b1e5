package workbook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

func TestPlacesOfCells(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		want       []string
	}{
		{"gaps", `<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row r="70"><c r="XFD70"><v>3</v>` +
			`</c></row>`,
			[]string{"B3 number 1", "AA3 number 2", "XFD70 number 3"}},
		{"no places written", `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`,
			[]string{"A1 number 1", "B1 number 2", "A2 number 3"}},
		{"a blank cell without a place takes one",
			`<row><c><v>1</v></c><c s="4"/><c t="str"><v></v></c><c><v>4</v></c></row>`,
			[]string{"A1 number 1", "D1 number 4"}},
		{"a blank row without a place takes one", `<row/><row><c/></row><row><c><v>1</v></c></row>`,
			[]string{"A3 number 1"}},
		{"places written now and then", `<row r="5"><c r="C5"/><c><v>4</v></c></row><row><c><v>1</v></c></row>`,
			[]string{"D5 number 4", "A6 number 1"}},
		{"lower case", `<row r="1"><c r="ab1"><v>1</v></c></row>`, []string{"AB1 number 1"}},
		{"rows out of order stay in it",
			`<row r="9"><c r="A9"><v>9</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`,
			[]string{"A9 number 9", "A2 number 2"}},
		{"cells out of order", `<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`,
			[]string{"A1 number 1", "C1 number 3"}},
		{"a row twice is two", `<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>`,
			[]string{"A1 number 1", "A1 number 2"}},
		{"the last row", `<row r="1048576"><c r="A1048576"><v>1</v></c></row>`, []string{"A1048576 number 1"}},
		{"nothing", ``, nil},
		{"white space and comments",
			"\n <!-- <row r=\"1\"/> -->\n<row r=\"1\">\n <c r=\"A1\">\n <v>1</v>\n </c>\n</row>\n",
			[]string{"A1 number 1"}},
		{"single quotes and tight tags", `<row r='1'><c r='A1't='str'><v>x</v ></c></row >`, []string{"A1 text x"}},
		{"a foreign c in a cell's extension", `<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"/></extLst></c></row>`,
			[]string{"A1 number 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := readParts(t, ooxmltest.Workbook(c.rows))
			if len(book.Problems) > 0 {
				t.Fatal(book.Problems)
			}
			if diff := cmp.Diff(c.want, dump(book.Sheets[0])); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// one is a workbook with a text in A1 of its sheet 噪声.
func one() parts {
	return ooxmltest.Workbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>甲苯</t></is></c></row>`+
		``).Replace("xl/workbook.xml", `name="S1"`, `name="噪声 &amp; Co"`)
}

// encoded rewrites a part in another encoding, its declaration included where it has one.
func encoded(t *testing.T, p parts, name, label string, e encoding.Encoding) parts {
	t.Helper()
	text, err := e.NewEncoder().String(strings.Replace(p[name], `encoding="UTF-8"`, `encoding="`+label+`"`, 1))
	if err != nil {
		t.Fatal(err)
	}
	return p.With(name, text)
}

// TestWaysToWriteAPackage holds that the same workbook reads the same however its package is written.
func TestWaysToWriteAPackage(t *testing.T) {
	prefix := strings.NewReplacer("</", "</x:", "<?", "<?", "<", "<x:", "xmlns=", "xmlns:x=")
	strict := func(p parts) parts {
		for name := range p {
			p.Replace(name, "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
				"http://purl.oclc.org/ooxml/officeDocument/relationships")
		}
		return p
	}
	for name, p := range map[string]parts{
		"plain": one(),
		"namespace prefixes": one().With(ooxmltest.MainPart,
			prefix.Replace(one()[ooxmltest.MainPart])).With(ooxmltest.SheetPart,
			prefix.Replace(one()[ooxmltest.SheetPart])),
		"strict namespaces": strict(one()),
		"byte order mark":   one().With(ooxmltest.SheetPart, "\ufeff"+one()[ooxmltest.SheetPart]),
		"UTF-16 little endian": encoded(t, one(), ooxmltest.SheetPart, "UTF-16",
			unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		"UTF-16 big endian": encoded(t, one(), ooxmltest.SheetPart, "UTF-16",
			unicode.UTF16(unicode.BigEndian, unicode.UseBOM)),
		"UTF-16 without its mark": encoded(t, one(), ooxmltest.SheetPart, "UTF-16",
			unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)),
		"UTF-16, big, without": encoded(t, one(), ooxmltest.SheetPart, "UTF-16",
			unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)),
		"GB 18030":                   encoded(t, one(), ooxmltest.SheetPart, "gb18030", simplifiedchinese.GB18030),
		"called UTF-16 and is UTF-8": one().Replace(ooxmltest.SheetPart, "UTF-8", "utf-16"),
		"absolute targets":           one().Replace("xl/_rels/workbook.xml.rels", `"worksheets/`, `"/xl/worksheets/`),
		"backslashes":                one().Replace("xl/_rels/workbook.xml.rels", `"worksheets/`, `"worksheets\`),
		"other case": one().With("XL/Workbook.xml", one()[ooxmltest.MainPart]).With(ooxmltest.MainPart,
			""),
		"no relations of the whole": one().With("_rels/.rels", ""),
		"main part elsewhere": one().With("book/main.xml", one()[ooxmltest.MainPart]).With(ooxmltest.MainPart,
			"").With("_rels/.rels", ooxmltest.Relationships("officeDocument:book/main.xml")).
			With("book/_rels/main.xml.rels",
				ooxmltest.Relationships("worksheet:../xl/worksheets/sheet1.xml")).With("xl/_rels/workbook.xml.rels",
			""),
		"relation nobody needs": one().Relate("externalLink", "externalLinks/nowhere.xml"),
		"chart sheet beside": one().Relate("chartsheet", "chartsheets/sheet1.xml").
			Replace(ooxmltest.MainPart, "</sheets>", `<sheet name="Chart1" sheetId="9" r:id="chartsheet"/></sheets>`),
		"macro module beside": one().Replace(ooxmltest.MainPart, "</sheets>",
			`<sheet name="Module1" sheetId="9" r:id=""/></sheets>`),
	} {
		t.Run(name, func(t *testing.T) {
			book := readParts(t, p)
			if got := only(t, book); got != "A1 text 甲苯" || book.Sheets[0].Name != "噪声 & Co" {
				t.Errorf("sheet %q holds %q", book.Sheets[0].Name, got)
			}
		})
	}
}

// TestSheetsByName holds that sheets come in the order of the workbook, hidden and empty ones too.
func TestSheetsByName(t *testing.T) {
	book := readParts(t, ooxmltest.Workbook(`<row><c><v>1</v></c></row>`, ``,
		`<row><c><v>3</v></c></row>`).Replace(ooxmltest.MainPart, `name="S3"`, `name="S3" state="veryHidden"`))
	var got []string
	for _, s := range book.Sheets {
		got = append(got, s.File+"!"+s.Name+" "+strings.Join(dump(s), ";"))
	}
	if diff := cmp.Diff([]string{"x.xlsx!S1 A1 number 1", "x.xlsx!S2 ", "x.xlsx!S3 A1 number 3"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRowAt(t *testing.T) {
	row := Row{Index: 1, Cells: []Cell{{Kind: Number, Number: 1}}}
	for column, want := range map[int]Kind{-1: Blank, 0: Blank, 1: Number, 2: Blank, 1 << 40: Blank} {
		if got := row.At(column).Kind; got != want {
			t.Errorf("column %d: %v", column, got)
		}
	}
}

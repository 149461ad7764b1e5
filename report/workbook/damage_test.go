package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

// sample is a workbook of forty rows that uses every part there is.
func sample() parts {
	var rows strings.Builder
	for n := 1; n <= 40; n++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" t="s"><v>%d</v></c><c r="B%d" s="1"><v>%d</v></c><c r="C%d"><v>`+
			`%d.5</v></c></row>`, n, n, n%2, n, 46200+n, n, n)
	}
	return ooxmltest.Workbook(rows.String()).WithStrings(`<t>cutting &amp; more</t>`,
		`<t>缝纫</t>`).WithFormats(`yyyy"年"m"月"d"日"`)
}

// formatted is a workbook of numbers in formats, without texts.
func formatted() parts {
	return ooxmltest.Workbook(`<row><c s="1"><v>46201</v></c></row>`).WithFormats("14")
}

// TestPartsThatNobodyNeeds holds that what is named and missing hurts only those cells that refer to it.
func TestPartsThatNobodyNeeds(t *testing.T) {
	plain := func() parts { return ooxmltest.Workbook(`<row><c><v>1</v></c><c s="0" t="str"><v>x</v></c></row>`) }
	whole := dump(readParts(t, plain()).Sheets[0])
	for name, p := range map[string]parts{
		"shared texts": plain().Relate("sharedStrings", "sharedStrings.xml"),
		"styles":       plain().Relate("styles", "styles.xml"),
		"a theme":      plain().Relate("theme", "theme/theme1.xml"),
	} {
		if book := readParts(t, p); len(book.Problems) > 0 || !slices.Equal(dump(book.Sheets[0]), whole) {
			t.Errorf("%s: %v", name, book.Problems)
		}
	}
	second := plain().With("xl/worksheets/sheet2.xml", ooxmltest.SheetXML(`<row><c t="s"><v>0</v></c></row>`)).
		Relate("worksheet", "worksheets/sheet2.xml").Relate("sharedStrings", "sharedStrings.xml").
		Replace(ooxmltest.MainPart, "</sheets>", `<sheet name="S2" sheetId="2" r:id="worksheet"/></sheets>`)
	if book := readParts(t, second); len(book.Sheets) != 1 ||
		!slices.Equal(codes(book), []string{"x.xlsx!S2 truncated-sheet"}) {
		t.Error(book.Problems)
	}
}

// wholeOrProblem fails where a damaged workbook gives other rows than the whole one and says nothing.
func wholeOrProblem(t *testing.T, what string, book *Book, whole []string) {
	t.Helper()
	if len(book.Problems) > 0 && len(book.Sheets) == 0 {
		return
	}
	if len(book.Problems) > 0 || len(book.Sheets) != 1 || !slices.Equal(dump(book.Sheets[0]), whole) {
		t.Errorf("%s: %d sheets and %v", what, len(book.Sheets), book.Problems)
	}
}

// TestPartsCutOff cuts every part off at every byte, as a writer does that dies: all rows or a problem, never some.
func TestPartsCutOff(t *testing.T) {
	whole := dump(readParts(t, sample()).Sheets[0])
	for name, text := range sample() {
		for at := 0; at < len(text); at += 1 + len(text)/400 {
			p := sample()
			p[name] = text[:at]
			wholeOrProblem(t, fmt.Sprintf("%s cut off at byte %d", name, at), readParts(t, p), whole)
		}
	}
}

// TestFileCutOff cuts the file off, as a lost connection does: never a row.
func TestFileCutOff(t *testing.T) {
	data := sample().Zip(t)
	for at := range data {
		book := Read(data[:at], "x.xlsx", Options{})
		if len(book.Sheets) > 0 || !slices.Equal(codes(book), []string{"x.xlsx unreadable-workbook"}) {
			t.Fatalf("cut off at byte %d: %d sheets, %v", at, len(book.Sheets), codes(book))
		}
	}
}

// TestBytesTurnedOver damages single bytes: checksums make a problem of it wherever it matters.
func TestBytesTurnedOver(t *testing.T) {
	data, whole := sample().Packed(t), dump(readParts(t, sample()).Sheets[0])
	for at := range data {
		for _, mask := range []byte{0x01, 0x20, 0xff} {
			damaged := bytes.Clone(data)
			damaged[at] ^= mask
			wholeOrProblem(t, fmt.Sprintf("byte %d turned over by %#x", at, mask), Read(damaged, "x.xlsx", Options{}),
				whole)
		}
	}
}

func TestOneBadSheetLeavesTheOthers(t *testing.T) {
	book := readParts(t, ooxmltest.Workbook(`<row><c><v>1</v></c></row>`, `<row><c><v>2</v></c></row>`,
		`<row><c><v>3</v></c></row>`).Replace("xl/worksheets/sheet2.xml", "</worksheet>", ""))
	if len(book.Sheets) != 2 || book.Sheets[1].Name != "S3" {
		t.Error(book.Sheets)
	}
	want := "error x.xlsx!S2 truncated-sheet: the sheet is not whole: it is cut off before </worksheet> (hint: open " +
		"the workbook in a spreadsheet program and save it again; none of its rows were used)"
	if len(book.Problems) != 1 || book.Problems[0].String() != want {
		t.Errorf("got  %v\nwant %s", book.Problems, want)
	}
}

func TestDamage(t *testing.T) {
	row := func(attributes string) parts {
		return ooxmltest.Workbook(`<row ` + attributes + `><c><v>1</v></c></row>`)
	}
	cell := func(place string) parts {
		return ooxmltest.Workbook(`<row r="1"><c r="` + place + `"><v>1</v></c></row>`)
	}
	bomb := `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	for _, c := range []struct {
		name  string
		parts parts
		want  string
	}{
		{"row far below the grid", row(`r="3000000"`), "x.xlsx!S1 too-large"},
		{"row just below the grid", row(`r="1048577"`), "x.xlsx!S1 too-large"},
		{"row no number can hold", row(`r="99999999999999999999"`), "x.xlsx!S1 too-large"},
		{"row below the grid by counting", ooxmltest.Workbook(`<row r="1048576"/><row><c><v>1</v></c></row>`),
			"x.xlsx!S1 too-large"},
		{"row 0", row(`r="0"`), "x.xlsx!S1 truncated-sheet"},
		{"row -1", row(`r="-1"`), "x.xlsx!S1 truncated-sheet"},
		{"row abc", row(`r="abc"`), "x.xlsx!S1 truncated-sheet"},
		{"column right of the grid", cell("XFE1"), "x.xlsx!S1 too-large"},
		{"column no number can hold", cell("ZZZZZZZZZZZZZZZZZZZZ1"), "x.xlsx!S1 too-large"},
		{"column without a letter", cell("12"), "x.xlsx!S1 truncated-sheet"},
		{"column right of the grid by counting", ooxmltest.Workbook(`<row><c r="XFD1"/><c><v>1</v></c></row>`),
			"x.xlsx!S1 too-large"},
		{"two cells in one place", ooxmltest.Workbook(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`),
			"x.xlsx!S1 truncated-sheet"},
		{"DOCTYPE in a sheet",
			row(`r="1"`).Replace(ooxmltest.SheetPart, "<worksheet", "<!DOCTYPE worksheet><worksheet"),
			"x.xlsx!S1 unreadable-workbook"},
		{"entity bomb in shared texts", sample().Replace("xl/sharedStrings.xml", "<sst", bomb+"<sst"),
			"x.xlsx unreadable-workbook"},
		{"deep nesting", ooxmltest.Workbook(strings.Repeat("<a>", 100_000)), "x.xlsx!S1 too-large"},
		{"tags that do not match", ooxmltest.Workbook(`<row r="1"><c r="A1"></row></c>`), "x.xlsx!S1 truncated-sheet"},
		{"a tag too many", ooxmltest.Workbook(`</sheetData></worksheet></worksheet>`), "x.xlsx!S1 truncated-sheet"},
		{"a NUL", ooxmltest.Workbook("<row><c><v>1\x00</v></c></row>"), "x.xlsx!S1 truncated-sheet"},
		{"a NUL that ends a comment", ooxmltest.Workbook("<!-- \x00<row><c><v>1</v></c></row> -->"),
			"x.xlsx!S1 truncated-sheet"},
		{"CDATA without its end", ooxmltest.Workbook(`<row><c t="str"><v><![CDATA[abc</v></c></row>`),
			"x.xlsx!S1 truncated-sheet"},
		{"no sheetData", row(`r="1"`).Replace(ooxmltest.SheetPart, "sheetData", "rows"), "x.xlsx!S1 truncated-sheet"},
		{"an empty part", sample().With(ooxmltest.SheetPart, " "), "x.xlsx!S1 truncated-sheet"},
		{"an unknown encoding", row(`r="1"`).Replace(ooxmltest.SheetPart, "UTF-8", "klingon"),
			"x.xlsx!S1 unreadable-workbook"},
		{"sheet's part missing", sample().With(ooxmltest.SheetPart, ""), "x.xlsx!S1 truncated-sheet"},
		{"sheet's relation missing", sample().Replace(ooxmltest.MainPart, `"rId1"`, `"rId9"`),
			"x.xlsx!S1 truncated-sheet"},
		{"sheet without a relation", sample().Replace(ooxmltest.MainPart, `r:id="rId1"`, ``),
			"x.xlsx unreadable-workbook"},
		{"relations of another namespace", sample().Replace(ooxmltest.MainPart, `xmlns:r="`, `xmlns:r="x`),
			"x.xlsx unreadable-workbook"},
		{"main part missing", sample().With(ooxmltest.MainPart, ""), "x.xlsx unreadable-workbook"},
		{"relations missing", sample().With("xl/_rels/workbook.xml.rels", ""), "x.xlsx unreadable-workbook"},
		{"shared texts missing", sample().With("xl/sharedStrings.xml", ""), "x.xlsx!S1 truncated-sheet"},
		{"styles missing", formatted().With("xl/styles.xml", ""), "x.xlsx!S1 truncated-sheet"},
		{"no sheet at all", ooxmltest.Workbook(), "x.xlsx unreadable-workbook"},
		{"chart sheets only",
			sample().Replace("xl/_rels/workbook.xml.rels", "relationships/worksheet", "relationships/chartsheet"),
			"x.xlsx unreadable-workbook"},
		{"a zip of something else", parts{"a.txt": "a"}, "x.xlsx unreadable-workbook"},
	} {
		t.Run(c.name, func(t *testing.T) {
			book := readParts(t, c.parts)
			if diff := cmp.Diff([]string{c.want}, codes(book)); diff != "" || len(book.Sheets) > 0 {
				t.Errorf("%d sheets, problems (-want +got):\n%s", len(book.Sheets), diff)
			}
		})
	}
}

func TestBounds(t *testing.T) {
	row := `<row><c><v>1</v></c><c r="J1"><v>2</v></c></row>`
	bounds := Bounds{FileBytes: 1 << 20, PartBytes: 4 << 10, AllBytes: 10 << 10, Cells: 100}
	for _, c := range []struct {
		name  string
		parts parts
		want  []string
	}{
		{"as many cells as are read, gaps counted", ooxmltest.Workbook(strings.Repeat(row, 10)), nil},
		{"one more", ooxmltest.Workbook(strings.Repeat(row, 10) + `<row><c><v>1</v></c></row>`),
			[]string{"x.xlsx!S1 too-large"}},
		{"too many in the second sheet", ooxmltest.Workbook(strings.Repeat(row, 6), strings.Repeat(row, 6)),
			[]string{"x.xlsx!S2 too-large"}},
		{"more shared texts than cells",
			ooxmltest.Workbook(row).WithStrings(strings.Split(strings.Repeat("<t/>,", 110), ",")...),
			[]string{"x.xlsx too-large"}},
		{"a part that is too long", ooxmltest.Workbook(row + strings.Repeat(" ", 4<<10)),
			[]string{"x.xlsx!S1 too-large"}},
		{"parts too long together",
			ooxmltest.Workbook(strings.Repeat(" ", 3<<10), strings.Repeat(" ", 3<<10), strings.Repeat(" ", 3<<10)),
			[]string{"x.xlsx!S3 too-large"}},
		{"a long part in another encoding",
			ooxmltest.Workbook(strings.Repeat(" ", 2<<10)).Replace(ooxmltest.SheetPart, "UTF-8", "gbk"),
			[]string{"x.xlsx!S1 too-large"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, codes(Read(c.parts.Zip(t), "x.xlsx", Options{Bounds: bounds}))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// raw writes parts into a zip as they are, with what their header claims of them.
func raw(t *testing.T, p parts, claim func(*zip.FileHeader)) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		size := uint64(len(p[name]))
		h := &zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE([]byte(p[name])), CompressedSize64: size,
			UncompressedSize64: size}
		if name == ooxmltest.SheetPart {
			claim(h)
		}
		f, err := w.CreateRaw(h)
		if err == nil {
			_, err = f.Write([]byte(p[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestZipHeadersThatLie(t *testing.T) {
	for name, c := range map[string]struct {
		claim func(*zip.FileHeader)
		want  []string
	}{
		"the truth":        {func(h *zip.FileHeader) {}, nil},
		"another checksum": {func(h *zip.FileHeader) { h.CRC32++ }, []string{"x.xlsx!S1 truncated-sheet"}},
		"shorter than it is": {func(h *zip.FileHeader) { h.UncompressedSize64 -= 20 },
			[]string{"x.xlsx!S1 truncated-sheet"}},
		"longer than it is": {func(h *zip.FileHeader) { h.UncompressedSize64 += 20 },
			[]string{"x.xlsx!S1 truncated-sheet"}},
		"stored and is deflated": {func(h *zip.FileHeader) { h.Method = zip.Deflate },
			[]string{"x.xlsx!S1 truncated-sheet"}},
		"a method of its own": {func(h *zip.FileHeader) { h.Method = 99 }, []string{"x.xlsx!S1 truncated-sheet"}},
		"an enormous part": {func(h *zip.FileHeader) { h.UncompressedSize64 = 1 << 40 },
			[]string{"x.xlsx!S1 too-large"}},
		"more than there are": {func(h *zip.FileHeader) { h.UncompressedSize64 = 1<<64 - 1 },
			[]string{"x.xlsx!S1 too-large"}},
		"locked": {func(h *zip.FileHeader) { h.Flags |= 1 }, []string{"x.xlsx!S1 encrypted-workbook"}},
		"same name as the part 0": {func(h *zip.FileHeader) { h.Name = "xl/workbook.xml" },
			[]string{"x.xlsx unreadable-workbook"}},
	} {
		t.Run(name, func(t *testing.T) {
			book := Read(raw(t, sample(), c.claim), "x.xlsx", Options{})
			if diff := cmp.Diff(c.want, codes(book)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSheetsOfOnePart holds that rows count once, however many sheets have them.
func TestSheetsOfOnePart(t *testing.T) {
	const cell = `<row><c><v>1</v></c></row>`
	for again, want := range map[string]string{
		``: "",
		`<sheet name="S2" sheetId="2" r:id="rId1"/>`: `error x.xlsx!S2 unreadable-workbook: its rows are those of ` +
			`the sheet "S1", ` +
			`which were read once (hint: give every sheet rows of its own: copy the sheet in a spreadsheet program, ` +
			`or remove it)`,
		`<sheet name="S2" sheetId="2" r:id="rId1"/><sheet name="S3" sheetId="3" r:id="other"/>`: `error x.xlsx!S2 ` +
			`unreadable-workbook: ` +
			`its rows are those of the sheet "S1", which were read once; so it is with 1 more (hint: give every ` +
			`sheet rows of ` +
			`its own: copy the sheet in a spreadsheet program, or remove it)`,
	} {
		p := ooxmltest.Workbook(cell).Relate("other", "Worksheets/Sheet1.xml").Replace("xl/_rels/workbook.xml.rels",
			"relationships/other",
			"relationships/worksheet").Replace(ooxmltest.MainPart, "</sheets>", again+"</sheets>")
		book := readParts(t, p)
		if got := strings.Join(said(book), "\n"); got != want || len(book.Sheets) != 1 {
			t.Errorf("%d sheets\ngot  %s\nwant %s", len(book.Sheets), got, want)
		}
	}
}

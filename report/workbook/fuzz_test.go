package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/internal/textable"
)

// small keeps one turn of a fuzz target short.
var small = Bounds{FileBytes: 1 << 20, PartBytes: 1 << 20, AllBytes: 4 << 20, Cells: 10_000}

// holds reads and expects sheets or a problem, no panic (Read makes a problem of one), rows in the grid, and the bytes
// unchanged.
func holds(t *testing.T, data []byte, name string, o Options) *Book {
	o.Bounds = small
	before := bytes.Clone(data)
	book := Read(data, name, o)
	if len(book.Sheets) == 0 && len(book.Problems) == 0 {
		t.Error("neither a sheet nor a problem")
	}
	if !bytes.Equal(data, before) {
		t.Error("reading changed the bytes it read")
	}
	for _, p := range book.Problems {
		if strings.Contains(p.Message, "broke down") || len(p.Message) > 3*longestMessage {
			t.Error(p)
		}
	}
	for _, s := range book.Sheets {
		for _, row := range s.Rows {
			if row.Index < 1 || row.Index > grid.MaxRow || len(row.Cells) > grid.MaxColumn || row.blank() {
				t.Errorf("row %d of %d cells", row.Index, len(row.Cells))
			}
		}
		for i, span := range s.HiddenColumns {
			if span.First < 1 || span.Last < span.First || i > 0 && span.First <= s.HiddenColumns[i-1].Last {
				t.Error(s.HiddenColumns)
			}
		}
		s.Notes()
	}
	return book
}

// FuzzRead holds that any bytes end in sheets or in a problem.
func FuzzRead(f *testing.F) {
	for _, seed := range []parts{sample(), one(), ooxmltest.Workbook(``),
		ooxmltest.Workbook(`<row><c t="inlineStr"><is><t>a</t></is></c></row>`,
			`<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>`)} {
		f.Add(seed.Zip(f))
	}
	f.Add(ooxmltest.Compound(ooxmltest.Stream{Name: "EncryptionInfo", Data: []byte("\x03\x00\x02\x00")},
		ooxmltest.Stream{Name: "EncryptedPackage", Data: []byte("x")}))
	f.Add([]byte("<html>"))
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, data, "x.xlsx", Options{}) })
}

// FuzzSheet is FuzzRead past the zip: any XML of a sheet.
func FuzzSheet(f *testing.F) {
	for _, c := range cellCases {
		f.Add([]byte(ooxmltest.SheetXML(`<row r="1">` + c.xml + `</row>`)))
	}
	f.Add([]byte(merging(`<row r="2" hidden="1"><c><v>1</v></c></row>`, "A2:B3", "$C$1:D9")[ooxmltest.SheetPart]))
	f.Add([]byte(`<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData/><drawing r:id="rId1"/>` +
		`</worksheet>`))
	f.Fuzz(func(t *testing.T, xml []byte) {
		holds(t, sample().With(ooxmltest.SheetPart, string(xml)).Zip(t), "x.xlsx", Options{})
	})
}

// FuzzPart puts any XML in the place of another part: the list of sheets, relations, shared texts, styles.
func FuzzPart(f *testing.F) {
	names := []string{ooxmltest.MainPart, "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
		"_rels/.rels"}
	for i, name := range names {
		f.Add(byte(i), []byte(sample()[name]))
	}
	f.Add(byte(2), []byte(`<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si><si/></sst>`))
	f.Add(byte(3), []byte(`<styleSheet><numFmts><numFmt numFmtId="14" formatCode="[h]:mm"/></numFmts><cellXfs>`+
		`<xf numFmtId="14"/></cellXfs></styleSheet>`))
	f.Fuzz(func(t *testing.T, which byte, xml []byte) {
		holds(t, sample().With(names[int(which)%len(names)], string(xml)).Zip(t), "x.xlsx", Options{})
	})
}

// FuzzText reads any text: what is read back of it, written as RFC 4180 has it, is the same.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "sep=;\na;b\n", "\"a\"\"b\",c\r\nd,\"e\nf\"\r\n", "a|b\n\n1|2",
		"a\tb\r1\t2", "=\"007\",2\n", "a;b,c\n1;2,3"} {
		f.Add([]byte(seed), byte(0))
	}
	f.Add([]byte("a~b\n1~2"), byte('~'))
	f.Add([]byte("\xb9\xa4\xb3\xa7,\xc8\xd5\xc6\xda\n"), byte(0)) // 工厂,日期 in GB 18030
	f.Fuzz(func(t *testing.T, data []byte, delimiter byte) {
		form := TextForm{Encoding: "windows-1252"}
		if textable.CanDelimit(delimiter) {
			form.Delimiter = delimiter
		}
		book := holds(t, data, "x.csv", Options{Text: func(string) TextForm { return form }})
		if len(book.Sheets) == 0 || len(book.Sheets[0].Rows) == 0 {
			return
		}
		again := Read(written(book.Sheets[0]), "x.csv",
			Options{Bounds: small, Text: func(string) TextForm { return TextForm{Delimiter: ','} }})
		if len(again.Sheets) == 0 || !slices.Equal(dump(again.Sheets[0]), dump(book.Sheets[0])) {
			t.Errorf("%q became %q, %v", dump(book.Sheets[0]), written(book.Sheets[0]), again.Problems)
		}
	})
}

// written is a sheet as a text, each value in quotes.
func written(s *Sheet) []byte {
	var out bytes.Buffer
	line := 1
	for _, row := range s.Rows {
		for ; line < row.Index; line++ {
			out.WriteByte('\n')
		}
		for i, c := range row.Cells {
			if i > 0 {
				out.WriteByte(',')
			}
			text := c.Text
			if strings.HasPrefix(text, `="`) || strings.HasPrefix(strings.ToLower(text), "sep=") {
				text = " " + text // what looks like one of Excel's signs and is a text
			}
			out.WriteString(`"` + strings.ReplaceAll(text, `"`, `""`) + `"`)
		}
	}
	return out.Bytes()
}

// FuzzLocked reads any compound file.
func FuzzLocked(f *testing.F) {
	f.Add(ooxmltest.Compound(ooxmltest.Stream{Name: "Workbook", Data: []byte("x")}))
	f.Add(ooxmltest.Compound(ooxmltest.Stream{Name: "EncryptionInfo",
		Data: []byte("\x04\x00\x04\x00\x40\x00\x00\x00<encryption><keyData/></encryption>")},
		ooxmltest.Stream{Name: "EncryptedPackage", Data: make([]byte, 600)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		holds(t, append([]byte(ooxmltest.CompoundStart), data[min(len(data), len(ooxmltest.CompoundStart)):]...),
			"x.xlsx", Options{Passwords: []string{"secret"}})
	})
}

// FuzzMerge reads any reference: a block of the grid, or none.
func FuzzMerge(f *testing.F) {
	for _, ref := range []string{"A1:B2", "$A$1:XFD1048576", "B2", "C3:A1", "A:C", "ZZZZZZZZZZ1:B2", "A-1:B2",
		"A+1:B２"} {
		f.Add(ref)
	}
	f.Fuzz(func(t *testing.T, ref string) {
		b, ok := parseBlock(ref)
		if ok && (b.Row < 1 || b.Column < 1 || b.LastRow < b.Row || b.LastColumn < b.Column ||
			b.LastRow > grid.MaxRow || b.LastColumn > grid.MaxColumn) {
			t.Errorf("%q is %v", ref, b)
		}
		if again, same := parseBlock(b.String()); ok && (!same || again != b) {
			t.Errorf("%q is %v and then %v", ref, b, again)
		}
	})
}

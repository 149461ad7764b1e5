package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// small keeps one turn of a fuzz target short.
var small = Bounds{FileBytes: 1 << 20, PartBytes: 1 << 20, AllBytes: 4 << 20, Cells: 10_000, Together: 10_000}

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
			if row.Index < 1 || row.Index > maxRow || len(row.Cells) > maxColumn || row.blank() {
				t.Errorf("row %d of %d cells", row.Index, len(row.Cells))
			}
		}
		for i, span := range s.HiddenColumns {
			if span.First < 1 || span.Last < span.First || i > 0 && span.First <= s.HiddenColumns[i-1].Last {
				t.Error(s.HiddenColumns)
			}
		}
		s.HiddenNotes()
	}
	return book
}

// FuzzRead holds that any bytes end in sheets or in a problem.
func FuzzRead(f *testing.F) {
	for _, seed := range []parts{sample(), one(), packageOf(``), packageOf(`<row><c t="inlineStr"><is><t>a</t></is></c></row>`, `<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>`)} {
		f.Add(seed.zip(f))
	}
	f.Add(compoundOf(file{"EncryptionInfo", []byte("\x03\x00\x02\x00")}, file{"EncryptedPackage", []byte("x")}))
	f.Add([]byte("<html>"))
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, data, "x.xlsx", Options{}) })
}

// FuzzSheet is FuzzRead past the zip: any XML of a sheet.
func FuzzSheet(f *testing.F) {
	for _, c := range cellCases {
		f.Add([]byte(sheetXML(`<row r="1">` + c.xml + `</row>`)))
	}
	f.Add([]byte(merging(`<row r="2" hidden="1"><c><v>1</v></c></row>`, "A2:B3", "$C$1:D9")[sheetPart]))
	f.Add([]byte(`<worksheet><cols><col min="1" max="3" hidden="1"/></cols><sheetData/><drawing r:id="rId1"/></worksheet>`))
	f.Fuzz(func(t *testing.T, xml []byte) {
		holds(t, sample().with(sheetPart, string(xml)).zip(t), "x.xlsx", Options{})
	})
}

// FuzzPart puts any XML in the place of another part: the list of sheets, relations, shared texts, styles.
func FuzzPart(f *testing.F) {
	names := []string{mainPart, "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"}
	for i, name := range names {
		f.Add(byte(i), []byte(sample()[name]))
	}
	f.Add(byte(2), []byte(`<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si><si/></sst>`))
	f.Add(byte(3), []byte(`<styleSheet><numFmts><numFmt numFmtId="14" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`))
	f.Fuzz(func(t *testing.T, which byte, xml []byte) {
		holds(t, sample().with(names[int(which)%len(names)], string(xml)).zip(t), "x.xlsx", Options{})
	})
}

// FuzzText reads any text: what is read back of it, written as RFC 4180 has it, is the same.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "sep=;\na;b\n", "\"a\"\"b\",c\r\nd,\"e\nf\"\r\n", "a|b\n\n1|2", "a\tb\r1\t2", "=\"007\",2\n", "a;b,c\n1;2,3"} {
		f.Add([]byte(seed), byte(0))
	}
	f.Add([]byte("a~b\n1~2"), byte('~'))
	f.Add(simplifiedChinese(f), byte(0))
	f.Fuzz(func(t *testing.T, data []byte, delimiter byte) {
		form := TextForm{Encoding: "windows-1252"}
		if CanDelimit(delimiter) {
			form.Delimiter = delimiter
		}
		book := holds(t, data, "x.csv", Options{Text: func(string) TextForm { return form }})
		if len(book.Sheets) == 0 || len(book.Sheets[0].Rows) == 0 {
			return
		}
		again := Read(written(book.Sheets[0]), "x.csv", Options{Bounds: small, Text: func(string) TextForm { return TextForm{Delimiter: ','} }})
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

func simplifiedChinese(f *testing.F) []byte {
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(chinese))
	if err != nil {
		f.Fatal(err)
	}
	return data
}

// FuzzEncoding holds that a text that is read is UTF-8 without NULs, and that a conclusion is the only one.
func FuzzEncoding(f *testing.F) {
	f.Add([]byte("a"), "")
	f.Add([]byte("\xff\xfea\x00"), "")
	f.Add([]byte("\xfe\xff\x00a"), "")
	f.Add(simplifiedChinese(f), "gbk")
	f.Add(simplifiedChinese(f), "")
	for _, name := range []string{"utf-16le", "windows-1258", "shift_jis", "iso-2022-jp", "big5", "hz-gb-2312", "utf-8"} {
		f.Add([]byte("25\xb0C \xe9t\xe9"), name)
	}
	if data, err := charmap.Windows1258.NewEncoder().Bytes([]byte(decomposed(vietnamese))); err == nil {
		f.Add(data, "")
	}
	if data, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(chinese)); err == nil {
		f.Add(data, "")
	}
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		text, concluded, err := decodeText(data, declared)
		if err == nil && (!utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0) {
			t.Errorf("%q became %q", data, text)
		}
		if concluded != "" && (declared != "" || utf8.Valid(data)) {
			t.Errorf("%q was taken for %s", data, concluded)
		}
	})
}

// FuzzLocked reads any compound file.
func FuzzLocked(f *testing.F) {
	f.Add(compoundOf(file{"Workbook", []byte("x")}))
	f.Add(compoundOf(file{"EncryptionInfo", []byte("\x04\x00\x04\x00\x40\x00\x00\x00<encryption><keyData/></encryption>")}, file{"EncryptedPackage", make([]byte, 600)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		holds(t, append([]byte(compound), data[min(len(data), len(compound)):]...), "x.xlsx", Options{Passwords: []string{"secret"}})
	})
}

// FuzzLock reads any description of an encryption, and opens nothing with it but what its own verifier allows.
func FuzzLock(f *testing.F) {
	f.Add([]byte("\x03\x00\x02\x00\x24\x00\x00\x00\x24\x00\x00\x00" + strings.Repeat("\x00", 200)))
	f.Add([]byte("\x04\x00\x04\x00\x40\x00\x00\x00" + `<encryption><keyData saltSize="16" blockSize="16" keyBits="128" hashSize="20" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA1" saltValue="MDEyMzQ1Njc4OWFiY2RlZg=="/><encryptedKey spinCount="1" saltSize="16" blockSize="16" keyBits="128" hashSize="20" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA1" saltValue="MDEyMzQ1Njc4OWFiY2RlZg==" encryptedVerifierHashInput="MDEyMzQ1Njc4OWFiY2RlZg==" encryptedVerifierHashValue="MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=" encryptedKeyValue="MDEyMzQ1Njc4OWFiY2RlZg=="/></encryption>`))
	f.Fuzz(func(t *testing.T, info []byte) {
		l, err := readLock(info)
		if err != nil || l.spins > 1000 {
			return
		}
		if key := l.key("secret"); key != nil {
			t.Errorf("%q is opened by any password", info)
		}
		if err := l.open(make([]byte, 16), make([]byte, 4096+32)); err != nil {
			t.Error(err)
		}
	})
}

// FuzzDateFormat holds that quotes, brackets and escapes hide letters, whatever stands in them.
func FuzzDateFormat(f *testing.F) {
	for _, code := range []string{"yyyy-mm-dd", `0.0" dB"`, `[$-804]aaaa`, `\d0`, "[h]:mm", "General", `"unclosed`} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		isDate := isDateFormat(code)
		if !strings.ContainsAny(code, `"[\_*`) && isDateFormat(`"days"`+code+`\d`) != isDate {
			t.Errorf("%q", code)
		}
	})
}

// FuzzMerge reads any reference: a block of the grid, or none.
func FuzzMerge(f *testing.F) {
	for _, ref := range []string{"A1:B2", "$A$1:XFD1048576", "B2", "C3:A1", "A:C", "ZZZZZZZZZZ1:B2", "A-1:B2", "A+1:B２"} {
		f.Add(ref)
	}
	f.Fuzz(func(t *testing.T, ref string) {
		b, ok := parseBlock(ref)
		if ok && (b.Row < 1 || b.Column < 1 || b.LastRow < b.Row || b.LastColumn < b.Column || b.LastRow > maxRow || b.LastColumn > maxColumn) {
			t.Errorf("%q is %v", ref, b)
		}
		if again, same := parseBlock(b.String()); ok && (!same || again != b) {
			t.Errorf("%q is %v and then %v", ref, b, again)
		}
	})
}

package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// parts are the parts of a package by name, for XML that no library would write.
type parts map[string]string

const (
	spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relation1   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// packageOf is a workbook with one sheet a string, named S1, S2, …; a string is what stands between <sheetData> tags.
func packageOf(rows ...string) parts {
	p := parts{"_rels/.rels": relationships("officeDocument:xl/workbook.xml")}
	var sheets strings.Builder
	var targets []string
	for i, data := range rows {
		p[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = sheetXML(data)
		fmt.Fprintf(&sheets, `<sheet name="S%d" sheetId="%d" r:id="rId%d"/>`, i+1, i+1, i+1)
		targets = append(targets, fmt.Sprintf("worksheet:worksheets/sheet%d.xml", i+1))
	}
	p["xl/workbook.xml"] = `<workbook ` + spreadsheet + `><workbookPr/><sheets>` + sheets.String() + `</sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = relationships(targets...)
	return p
}

func sheetXML(data string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet ` + spreadsheet + `><sheetData>` + data + `</sheetData></worksheet>`
}

// relationships writes a .rels part of kind:target pairs, with the ids rId1, rId2, ….
func relationships(pairs ...string) string {
	var out strings.Builder
	for i, pair := range pairs {
		kind, target, _ := strings.Cut(pair, ":")
		fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i+1, relation1, kind, target)
	}
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + out.String() + `</Relationships>`
}

// withStrings adds shared strings, one <si> a string.
func (p parts) withStrings(items ...string) parts {
	p["xl/sharedStrings.xml"] = `<sst ` + spreadsheet + `><si>` + strings.Join(items, `</si><si>`) + `</si></sst>`
	return p.relate("sharedStrings", "sharedStrings.xml")
}

// withFormats adds styles: 0 is General, 1 and on have these number formats, digits alone being a built-in id.
func (p parts) withFormats(codes ...string) parts {
	var formats, styles strings.Builder
	for i, code := range codes {
		id := code
		if strings.Trim(code, "0123456789") != "" {
			id = fmt.Sprint(164 + i)
			fmt.Fprintf(&formats, `<numFmt numFmtId="%s" formatCode="%s"/>`, id, escaped.Replace(code))
		}
		fmt.Fprintf(&styles, `<xf numFmtId="%s"/>`, id)
	}
	p["xl/styles.xml"] = `<styleSheet ` + spreadsheet + `><numFmts>` + formats.String() + `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
		`<cellXfs><xf numFmtId="0"/>` + styles.String() + `</cellXfs></styleSheet>`
	return p.relate("styles", "styles.xml")
}

var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// relate adds a relation of the workbook.
func (p parts) relate(kind, target string) parts {
	const name = "xl/_rels/workbook.xml.rels"
	line := fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"/>`, kind, relation1, kind, target)
	p[name] = strings.Replace(p[name], `</Relationships>`, line+`</Relationships>`, 1)
	return p
}

// with sets a part, or takes it out where the text is "".
func (p parts) with(name, text string) parts {
	if p[name] = text; text == "" {
		delete(p, name)
	}
	return p
}

// replace changes the text of a part.
func (p parts) replace(name, old, new string) parts {
	p[name] = strings.ReplaceAll(p[name], old, new)
	return p
}

// zip stores the parts as they are; packed also compresses them, which takes time.
func (p parts) zip(t testing.TB) []byte    { return p.archive(t, zip.Store) }
func (p parts) packed(t testing.TB) []byte { return p.archive(t, zip.Deflate) }

func (p parts) archive(t testing.TB, method uint16) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
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

// read reads the package as x.xlsx.
func (p parts) read(t testing.TB) *Book {
	t.Helper()
	return Read(p.zip(t), "x.xlsx", Options{})
}

// codes lists the problems of a book as place and code.
func codes(b *Book) []string {
	var out []string
	for _, p := range b.Problems {
		out = append(out, p.Place.String()+" "+p.Code)
	}
	return out
}

// dump lists the cells that hold something, as A1 kind text (number), for tables of tests.
func dump(s *Sheet) []string {
	var out []string
	for _, row := range s.Rows {
		for i, c := range row.Cells {
			if c.Kind != Blank {
				out = append(out, s.Place(row.Index, i+1).Cell()+" "+c.String())
			}
		}
	}
	return out
}

// String is how tests name a cell; the number stands where it is not the text.
func (c Cell) String() string {
	kind := [...]string{"blank", "number", "date", "text", "bool", "error", "uncached"}[c.Kind]
	number := ""
	if shown := fmt.Sprint(c.Number); (c.Kind == Number || c.Kind == Date) && shown != c.Text {
		number = " =" + shown
	}
	return strings.TrimSpace(kind + " " + c.Text + number)
}

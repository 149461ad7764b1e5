// Package ooxmltest makes workbooks part by part, so that a test says exactly the XML that is to be read: also what no
// library would write. Compound makes the other kind of file in which workbooks come.
//
//	data := ooxmltest.Workbook(`<row r="1"><c r="A1"><v>84.5</v></c></row>`).WithFormats("0.0").Zip(t)
package ooxmltest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// Parts are the parts of a package by name, for XML that no library would write.
type Parts map[string]string

// The parts of Workbook that tests change.
const (
	MainPart  = "xl/workbook.xml"
	SheetPart = "xl/worksheets/sheet1.xml"
)

// Namespaces are those that a part of a workbook declares.
const (
	Namespaces = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relation1 = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// Workbook is a workbook with one sheet a string, named S1, S2, …; a string is what stands between <sheetData> tags.
func Workbook(rows ...string) Parts {
	p := Parts{"_rels/.rels": Relationships("officeDocument:xl/workbook.xml")}
	var sheets strings.Builder
	var targets []string
	for i, data := range rows {
		p[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = SheetXML(data)
		fmt.Fprintf(&sheets, `<sheet name="S%d" sheetId="%d" r:id="rId%d"/>`, i+1, i+1, i+1)
		targets = append(targets, fmt.Sprintf("worksheet:worksheets/sheet%d.xml", i+1))
	}
	p["xl/workbook.xml"] = `<workbook ` + Namespaces + `><workbookPr/><sheets>` + sheets.String() +
		`</sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = Relationships(targets...)
	return p
}

// SheetXML is a sheet of what stands between its <sheetData> tags.
func SheetXML(data string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet ` + Namespaces + `><sheetData>` + data +
		`</sheetData></worksheet>`
}

// Relationships writes a .rels part of kind:target pairs, with the ids rId1, rId2, ….
func Relationships(pairs ...string) string {
	var out strings.Builder
	for i, pair := range pairs {
		kind, target, _ := strings.Cut(pair, ":")
		fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i+1, relation1, kind, target)
	}
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + out.String() +
		`</Relationships>`
}

// WithStrings adds shared strings, one <si> a string.
func (p Parts) WithStrings(items ...string) Parts {
	p["xl/sharedStrings.xml"] = `<sst ` + Namespaces + `><si>` + strings.Join(items, `</si><si>`) + `</si></sst>`
	return p.Relate("sharedStrings", "sharedStrings.xml")
}

// WithFormats adds styles: 0 is General, 1 and on have these number formats, digits alone being a built-in id.
func (p Parts) WithFormats(codes ...string) Parts {
	var formats, styles strings.Builder
	for i, code := range codes {
		id := code
		if strings.Trim(code, "0123456789") != "" {
			id = fmt.Sprint(164 + i)
			fmt.Fprintf(&formats, `<numFmt numFmtId="%s" formatCode="%s"/>`, id, escaped.Replace(code))
		}
		fmt.Fprintf(&styles, `<xf numFmtId="%s"/>`, id)
	}
	p["xl/styles.xml"] = `<styleSheet ` + Namespaces + `><numFmts>` + formats.String() +
		`</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
		`<cellXfs><xf numFmtId="0"/>` + styles.String() + `</cellXfs></styleSheet>`
	return p.Relate("styles", "styles.xml")
}

var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// Relate adds a relation of the workbook.
func (p Parts) Relate(kind, target string) Parts {
	const name = "xl/_rels/workbook.xml.rels"
	line := fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"/>`, kind, relation1, kind, target)
	p[name] = strings.Replace(p[name], `</Relationships>`, line+`</Relationships>`, 1)
	return p
}

// With sets a part, or takes it out where the text is "".
func (p Parts) With(name, text string) Parts {
	if p[name] = text; text == "" {
		delete(p, name)
	}
	return p
}

// Replace changes the text of a part.
func (p Parts) Replace(name, old, new string) Parts {
	p[name] = strings.ReplaceAll(p[name], old, new)
	return p
}

// Zip stores the parts as they are; Packed also compresses them, which takes time.
func (p Parts) Zip(t testing.TB) []byte    { return p.archive(t, zip.Store) }
func (p Parts) Packed(t testing.TB) []byte { return p.archive(t, zip.Deflate) }

func (p Parts) archive(t testing.TB, method uint16) []byte {
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

// WithContents adds the list of contents that a copy is added to.
func (p Parts) WithContents() Parts {
	return p.With("[Content_Types].xml",
		`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
			`<Default Extension="xml" ContentType="application/xml"/></Types>`)
}

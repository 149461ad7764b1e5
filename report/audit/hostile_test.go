package audit

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/workbook"
)

// hostileFile is a file that somebody made to hurt, or that a program made by mistake, and what reading it comes to.
type hostileFile struct {
	name  string
	make  func(t *testing.T) []byte
	codes string // of the problems, each once and sorted; "-" where there is none
	rows  int    // over all sheets
}

// TestHostile holds that each ends within memory, in rows and problems.
func TestHostile(t *testing.T) {
	for _, f := range slices.Concat(hostilePackages, hostileSheets, hostileTexts) {
		t.Run(f.name, func(t *testing.T) {
			data := f.make(t)
			ending := ".xlsx"
			if !bytes.HasPrefix(data, []byte("PK")) {
				ending = ".csv"
			}
			o := observe(t, f.name, func() *workbook.Book { return workbook.Read(data, "Noise"+ending, workbook.Options{}) })
			found := map[string]bool{}
			for _, p := range o.problems {
				found[p.Code] = true
				if len(p.String()) > 2000 {
					t.Errorf("a problem of %d bytes: %.300s", len(p.String()), p)
				}
			}
			if codes := strings.Join(slices.Sorted(maps.Keys(found)), " "); codes != f.codes || o.rows != f.rows {
				t.Errorf("%d rows and %q, want %d and %q", o.rows, codes, f.rows, f.codes)
				for _, p := range o.problems[:min(len(o.problems), 5)] {
					t.Logf("%.500s", p.String())
				}
			}
			t.Logf("%4.1f s %4d MB, of %d bytes: %d sheets, %d rows, %d problems", o.took.Seconds(), o.heap>>20, len(data), o.sheets, o.rows, len(o.problems))
		})
	}
}

// parts of a package: their names, and texts with how often each is repeated.
type hostileParts map[string][]repeated

type repeated struct {
	text  string
	times int
}

func once(text string) []repeated { return []repeated{{text, 1}} }

func relationsXML(lines string) []repeated {
	return once(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + lines + `</Relationships>`)
}

func relationXML(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, id, kind, target)
}

// ordinary is a workbook of a sheet Noise whose rows are pieces.
func ordinary(rows ...repeated) hostileParts {
	sheet := slices.Concat(once("<worksheet><sheetData>"), rows, once("</sheetData></worksheet>"))
	return hostileParts{
		"[Content_Types].xml":        once("<Types/>"),
		"_rels/.rels":                relationsXML(relationXML("rId1", "officeDocument", "xl/workbook.xml")),
		"xl/_rels/workbook.xml.rels": relationsXML(relationXML("rId1", "worksheet", "worksheets/sheet1.xml") + relationXML("rId2", "sharedStrings", "sharedStrings.xml") + relationXML("rId3", "styles", "styles.xml")),
		"xl/workbook.xml":            once(`<workbook><sheets><sheet name="Noise" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		"xl/sharedStrings.xml":       once(`<sst><si><t>x</t></si></sst>`),
		"xl/styles.xml":              once(`<styleSheet/>`),
		"xl/worksheets/sheet1.xml":   sheet,
	}
}

// knowing adds a sheet that knows the factory CN-01.
func (p hostileParts) knowing() hostileParts {
	p["xl/workbook.xml"] = once(`<workbook><sheets><sheet name="Noise" sheetId="1" r:id="rId1"/><sheet name="Factories" sheetId="2" r:id="rId4"/></sheets></workbook>`)
	p["xl/_rels/workbook.xml.rels"] = relationsXML(relationXML("rId1", "worksheet", "worksheets/sheet1.xml") + relationXML("rId3", "styles", "styles.xml") + relationXML("rId4", "worksheet", "worksheets/sheet2.xml"))
	p["xl/worksheets/sheet2.xml"] = once(`<worksheet><sheetData>` + textXML("Factory ID", "Name", "Country") + textXML("CN-01", "Jia", "CN") + `</sheetData></worksheet>`)
	return p
}

// textXML is a row of texts.
func textXML(texts ...string) string {
	return `<row><c t="str"><v>` + strings.Join(texts, `</v></c><c t="str"><v>`) + `</v></c></row>`
}

// with sets a part.
func (p hostileParts) with(name string, pieces ...repeated) hostileParts {
	p[name] = pieces
	return p
}

// zip packs the parts; claim may change what the archive says of the sheet's part.
func (p hostileParts) zip(t *testing.T, claim func(*zip.FileHeader)) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		packed, h := deflated(t, p[name])
		if h.Name = name; claim != nil && name == "xl/worksheets/sheet1.xml" {
			claim(h)
		}
		f, err := w.CreateRaw(h)
		if err == nil {
			_, err = f.Write(packed)
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

// deflated packs pieces and never holds them.
func deflated(t *testing.T, pieces []repeated) ([]byte, *zip.FileHeader) {
	t.Helper()
	var out bytes.Buffer
	if len(pieces) == 0 {
		return nil, &zip.FileHeader{}
	}
	packer, err := flate.NewWriter(&out, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	sum, size := crc32.NewIEEE(), uint64(0)
	to := io.MultiWriter(packer, sum)
	for _, piece := range pieces {
		block := 1 + (64<<10)/max(len(piece.text), 1)
		text := []byte(strings.Repeat(piece.text, min(block, piece.times)))
		for left := piece.times; left > 0; left -= block {
			n := min(left, block) * len(piece.text)
			if _, err := to.Write(text[:n]); err != nil {
				t.Fatal(err)
			}
			size += uint64(n)
		}
	}
	if err := packer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), &zip.FileHeader{Method: zip.Deflate, CRC32: sum.Sum32(), CompressedSize64: uint64(out.Len()), UncompressedSize64: size}
}

// packed is a file of parts that tell the truth.
func packed(parts func() hostileParts) func(*testing.T) []byte {
	return func(t *testing.T) []byte { return parts().zip(t, nil) }
}

// text is a file of pieces.
func text(pieces ...repeated) func(*testing.T) []byte {
	return func(*testing.T) []byte {
		var out bytes.Buffer
		for _, p := range pieces {
			out.WriteString(strings.Repeat(p.text, p.times))
		}
		return out.Bytes()
	}
}

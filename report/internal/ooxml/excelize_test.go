package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

var bounds = Bounds{PartBytes: 192 << 20, AllBytes: 256 << 20}

// opened is what a package says of itself, or why it says nothing.
func opened(t testing.TB, data []byte) (*Workbook, error) {
	t.Helper()
	pkg, err := Open(data, bounds)
	if err != nil {
		t.Fatal(err)
	}
	return pkg.Workbook()
}

func TestWorkbook(t *testing.T) {
	p := ooxmltest.Workbook("", "", "").WithFormats("14", "[h]:mm", "0.0").WithStrings("<t>x</t>").
		Replace(ooxmltest.MainPart, `name="S2"`, `name="S2" state="hidden"`).
		Replace(ooxmltest.MainPart, `name="S3"`, `name="S3" state="veryHidden"`).
		Replace(ooxmltest.MainPart, "<workbookPr/>", `<workbookPr date1904="1"/>`).
		Replace(ooxmltest.MainPart, "</sheets>",
			`</sheets><definedNames><definedName hidden="perhaps"/></definedNames>`+
				`<calcPr fullCalcOnLoad="1"/>`)
	got, err := opened(t, p.Zip(t))
	if err != nil {
		t.Fatal(err)
	}
	want := &Workbook{Part: ooxmltest.MainPart, Relations: got.Relations, From1904: true, FullCalcOnLoad: true,
		Formats: []Format{Plain, Moment, Duration, Plain}, Strings: "xl/sharedStrings.xml", Styles: "xl/styles.xml",
		Sheets: []SheetPart{{"S1", ooxmltest.SheetPart, false, ""}, {"S2", "xl/worksheets/sheet2.xml", true, ""},
			{"S3", "xl/worksheets/sheet3.xml", true, ""}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCarelessNamespaces holds that a part is opened that declares none, and that none is lost of which excelize says
// nothing.
func TestCarelessNamespaces(t *testing.T) {
	bare := func(p ooxmltest.Parts, name string) ooxmltest.Parts {
		return p.Replace(name, " "+ooxmltest.Namespaces, "").
			Replace(name, ` xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`, "")
	}
	const rels = "xl/_rels/workbook.xml.rels"
	for name, p := range map[string]ooxmltest.Parts{
		"main part": bare(ooxmltest.Workbook(""), ooxmltest.MainPart),
		"relations": bare(ooxmltest.Workbook(""), rels),
		"styles":    bare(ooxmltest.Workbook("").WithFormats("14"), "xl/styles.xml"),
	} {
		if w, err := opened(t, p.Zip(t)); err != nil || len(w.Sheets) != 1 || w.Sheets[0].Part != ooxmltest.SheetPart {
			t.Errorf("%s: %+v, %v", name, w, err)
		}
	}
	other := ooxmltest.Workbook("", "").Replace(ooxmltest.MainPart, `name="S2" sheetId="2" r:id`,
		`name="S2" sheetId="2" xmlns:q="q" q:id`)
	if w, err := opened(t, other.Zip(t)); err == nil {
		t.Errorf("a sheet was lost: %+v", w.Sheets)
	}
}

// TestHostileParts holds what excelize is given to read: all parts that it would take long for, or much room, end in
// an error, or in less than 300 MB of all that was ever allocated.
func TestHostileParts(t *testing.T) {
	ns := ooxmltest.Namespaces
	styles := func(inner string) string { return `<styleSheet ` + ns + `>` + inner + `</styleSheet>` }
	xf := `<xf numFmtId="0" fontId="1" fillId="2" borderId="3" xfId="0" applyFont="1"><alignment wrapText="1"/></xf>`
	links := func(line string, n int) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			strings.Repeat(line, n) +
			`</Relationships>`
	}
	const link = `<Relationship Id="rId%d" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`
	sheets := strings.Repeat(`<sheet name="a" sheetId="1" r:id="rId1"/>`, maxSheets)
	for _, c := range []struct {
		name, part, xml string
		opens           bool
	}{
		{"all styles that Excel holds", "xl/styles.xml",
			styles(`<cellXfs>` + strings.Repeat(xf, 65_490) + `</cellXfs>`), true},
		{"a million styles", "xl/styles.xml", styles(`<cellXfs>` + strings.Repeat(`<xf/>`, 1_000_000) + `</cellXfs>`),
			false},
		{"190 MB of styles", "xl/styles.xml", styles(`<cellXfs>` + strings.Repeat(`<xf/>`, 38_000_000) + `</cellXfs>`),
			false},
		{"a million number formats", "xl/styles.xml",
			styles(`<numFmts>` + strings.Repeat(`<numFmt/>`, 1_000_000) + `</numFmts>`), false},
		{"a million fonts", "xl/styles.xml", styles(`<fonts>` + strings.Repeat(`<font/>`, 1_000_000) + `</fonts>`),
			true},
		{"a format of 10 MB", "xl/styles.xml",
			styles(`<numFmts><numFmt numFmtId="164" formatCode="` + strings.Repeat("[", 10<<20) + `"/></numFmts>`),
			false},
		{"as many sheets and relations as are read", "xl/_rels/workbook.xml.rels",
			links(fmt.Sprintf(link, 1), maxLinks-1), true},
		{"a million relations", "xl/_rels/workbook.xml.rels", links(`<Relationship Id="a"/>`, 500_000), true},
		{"a million names", ooxmltest.MainPart, `<workbook ` + ns + `><sheets>` + sheets + `</sheets><definedNames>` +
			strings.Repeat(`<definedName/>`, 1_000_000) + `</definedNames></workbook>`, true},
		{"a hundred thousand sheets", ooxmltest.MainPart,
			`<workbook ` + ns + `><sheets>` + strings.Repeat(sheets, 10) + `</sheets></workbook>`, false},
		{"themes without end", "xl/theme/theme1.xml", strings.Repeat("<a>", 1_000_000), true},
		{"a chain of formulas without end", "xl/calcChain.xml", strings.Repeat("<c/>", 1_000_000), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := ooxmltest.Workbook("").WithFormats("14").Relate("theme", "theme/theme1.xml").Relate("calcChain",
				"calcChain.xml")
			if c.part == "xl/_rels/workbook.xml.rels" {
				p.With(ooxmltest.MainPart, `<workbook `+ns+`><sheets>`+sheets+`</sheets></workbook>`)
			}
			data := p.With(c.part, c.xml).Zip(t)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := opened(t, data)
			runtime.ReadMemStats(&after)
			if taken := after.TotalAlloc - before.TotalAlloc; (err == nil) != c.opens || taken > 300<<20 {
				t.Errorf("%d MB, %v", taken>>20, err)
			}
		})
	}
}

// TestWhyPartsAreProven shows what excelize does with packages that are damaged, each in the smallest form; this room
// declines them. When one of these fails, excelize has mended it, and a proof may go.
func TestWhyPartsAreProven(t *testing.T) {
	list := func(name string) string {
		return `<workbook ` + ooxmltest.Namespaces + `><sheets><sheet name="` + name +
			`" sheetId="1" r:id="rId1"/></sheets></workbook>`
	}
	archive := func(write func(w *zip.Writer)) []byte {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		p := ooxmltest.Workbook("")
		for _, name := range []string{"_rels/.rels", "xl/_rels/workbook.xml.rels", ooxmltest.SheetPart} {
			store(t, w, name, p[name], crc32.ChecksumIEEE([]byte(p[name])))
		}
		write(w)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for name, data := range map[string][]byte{
		"a turned byte, which the checksum shows": archive(func(w *zip.Writer) {
			store(t, w, ooxmltest.MainPart, list("Sunday"), crc32.ChecksumIEEE([]byte(list("Monday"))))
		}),
		"two parts of one name": archive(func(w *zip.Writer) {
			for _, day := range []string{"Monday", "Sunday"} {
				store(t, w, ooxmltest.MainPart, list(day), crc32.ChecksumIEEE([]byte(list(day))))
			}
		}),
	} {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil || !cmp.Equal(f.GetSheetList(), []string{"Sunday"}) {
			t.Errorf("%s: excelize says %v", name, err)
		}
		if w, err := opened(t, data); err == nil {
			t.Errorf("%s: opened as %+v", name, w.Sheets)
		}
	}
}

// store writes a part as it is, with what is claimed to be its checksum.
func store(t *testing.T, w *zip.Writer, name, text string, sum uint32) {
	t.Helper()
	size := uint64(len(text))
	f, err := w.CreateRaw(&zip.FileHeader{Name: name, CRC32: sum, CompressedSize64: size, UncompressedSize64: size})
	if err == nil {
		_, err = f.Write([]byte(text))
	}
	if err != nil {
		t.Fatal(err)
	}
}

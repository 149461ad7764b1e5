package workbook

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/problem"
)

// TestPretenders names files that only have the name of a workbook for what they are.
func TestPretenders(t *testing.T) {
	archive := func(names ...string) string {
		p := parts{}
		for _, name := range names {
			p[name] = "x"
		}
		return string(p.Zip(t))
	}
	for name, c := range map[string]struct{ data, want string }{
		"empty": {"", "unreadable-workbook: the file is empty"},
		"old workbook": {string(ooxmltest.Compound(ooxmltest.Stream{Name: "Workbook", Data: []byte("x")})),
			"unreadable-workbook: it is an old workbook (.xls)"},
		"half of one": {ooxmltest.CompoundStart + strings.Repeat("\x00", 2000),
			"unreadable-workbook: it is an old workbook (.xls), or a locked one, and damaged"},
		"binary workbook": {archive("[Content_Types].xml", "xl/workbook.bin"),
			"unreadable-workbook: it is a binary workbook (.xlsb)"},
		"OpenDocument": {archive("mimetype", "content.xml"),
			"unreadable-workbook: it is an OpenDocument file (.ods)"},
		"text document": {archive("[Content_Types].xml", "word/document.xml"),
			"unreadable-workbook: it is a text document (.docx), not a workbook"},
		"web page": {"\r\n<!DOCTYPE html>\n<p>",
			"unreadable-workbook: it is a web page with the name of a workbook"},
		"web page, bare": {"<HTML><body>", "unreadable-workbook: it is a web page with the name of a workbook"},
		"table of a web app": {`<meta charset="utf-8"><table><tr><td>1`,
			"unreadable-workbook: it is a web page with the name of a workbook"},
		"XML of 2003": {`<?xml version="1.0"?><Workbook>`,
			"unreadable-workbook: it is an XML file with the name of a workbook"},
		"PDF": {"%PDF-1.7\n", "unreadable-workbook: it is a PDF, not a workbook"},
		"CSV": {"Factory ID,Date\nCN-01,2026-07-14\n",
			"unreadable-workbook: it is a text file (CSV?) with the name of a workbook"},
		"CSV of Excel": {"\xff\xfea\x00,\x00b\x00", "unreadable-workbook: it is not an .xlsx file"},
		"JPEG": {"\xff\xd8\xff\xe0\x00\x10JFIF",
			"unreadable-workbook: it is a picture (JPEG), not a workbook"},
		"PNG": {"\x89PNG\r\n\x1a\n", "unreadable-workbook: it is a picture (PNG), not a workbook"},
		"workbook of 2003": {`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`,
			"unreadable-workbook: it is a workbook in the XML format of 2003"},
		"page in one file": {"MIME-Version: 1.0\r\n", "unreadable-workbook: it is a web page in one file (.mht)"},
		"workbook of 1993": {"\x09\x08\x08\x00\x00\x05\x05\x00", "unreadable-workbook: it is an old workbook (.xls)"},
		"Numbers": {archive("Index/Document.iwa"),
			"unreadable-workbook: it is a workbook of Numbers (.numbers)"},
		"archive":            {archive("audits/Q3.XLSX"), "unreadable-workbook: it is an archive (.zip)"},
		"other archive":      {"Rar!\x1a\x07", "unreadable-workbook: it is an archive (.rar)"},
		"picture of a table": {string(pictured("").Zip(t)), "unreadable-workbook: it holds pictures and not one row"},
		"noise":              {"\x00\x01\x02\x03", "unreadable-workbook: it is not an .xlsx file"},
		"half a zip": {archive("xl/workbook.xml")[:60],
			"unreadable-workbook: it is not a whole .xlsx file (zip: not a valid zip file)"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.xlsx")
			if err := os.WriteFile(path, []byte(c.data), 0o600); err != nil {
				t.Fatal(err)
			}
			book := Open(path, "sub/x.xlsx", Options{})
			if len(book.Problems) != 1 || len(book.Sheets) > 0 || book.Problems[0].Severity != problem.Error ||
				book.Problems[0].Hint == "" {
				t.Fatalf("%d sheets, %v", len(book.Sheets), book.Problems)
			}
			p := book.Problems[0]
			if got := p.Place.String() + " " + p.Code + ": " + p.Message; got != "sub/x.xlsx "+c.want {
				t.Errorf("\ngot  %s\nwant sub/x.xlsx %s", got, c.want)
			}
		})
	}
}

func TestOpenWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	big := filepath.Join(dir, "big.xlsx")
	if err := os.WriteFile(big, make([]byte, 2<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none.xlsx"): "error n.xlsx unreadable-workbook: cannot be read: no such file or " +
			"directory (hint: check the file and its permissions)",
		dir: "error n.xlsx unreadable-workbook: it is a folder, not a file (hint: name a workbook)",
		big: "error n.xlsx too-large: the file has 2 MB; more than 1 MB is not read " +
			"(hint: remove pictures and unused sheets, or split it)",
	} {
		book := Open(path, "n.xlsx", Options{Bounds: Bounds{FileBytes: 1 << 20}})
		if len(book.Problems) != 1 || book.Problems[0].String() != want {
			t.Errorf("got  %v\nwant %s", book.Problems, want)
		}
	}
}

// bomb is a workbook whose sheet unzips to 16 MB of blanks, with what its header claims of its size.
func bomb(t *testing.T, claimed uint64) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create(ooxmltest.SheetPart)
	for range 16 {
		if err == nil {
			_, err = f.Write(bytes.Repeat([]byte(" "), 1<<20))
		}
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	packed := make([]byte, r.File[0].CompressedSize64)
	source, err := r.File[0].OpenRaw()
	if err == nil {
		_, err = source.Read(packed)
	}
	if err != nil {
		t.Fatal(err)
	}
	return raw(t, sample().With(ooxmltest.SheetPart, string(packed)), func(h *zip.FileHeader) {
		h.Method, h.CRC32, h.UncompressedSize64 = zip.Deflate, r.File[0].CRC32, claimed
	})
}

// TestBombIsNotUnzipped holds that a part is refused by its size before it is unzipped, and that one which lies about
// its size is left when it passes it.
func TestBombIsNotUnzipped(t *testing.T) {
	for claimed, want := range map[uint64]string{16 << 20: "x.xlsx!S1 too-large", 1000: "x.xlsx!S1 truncated-sheet"} {
		data, bounds := bomb(t, claimed), DefaultBounds()
		bounds.PartBytes = 8 << 20
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		book := Read(data, "x.xlsx", Options{Bounds: bounds})
		runtime.ReadMemStats(&after)
		if diff := cmp.Diff([]string{want}, codes(book)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 1<<20 {
			t.Errorf("a part that claims %d bytes took %d", claimed, taken)
		}
	}
}

// pictured is a workbook of one sheet that has a picture, and rows.
func pictured(rows string) parts {
	p := ooxmltest.Workbook(rows).Replace(ooxmltest.SheetPart, "</sheetData>", `</sheetData><drawing r:id="rId1"/>`)
	p["xl/worksheets/_rels/sheet1.xml.rels"] = ooxmltest.Relationships("drawing:../drawings/drawing1.xml")
	p["xl/drawings/drawing1.xml"] = `<xdr:wsDr xmlns:xdr="x"><xdr:twoCellAnchor><xdr:pic><xdr:blipFill/></xdr:pic>` +
		`</xdr:twoCellAnchor></xdr:wsDr>`
	return p
}

// TestPictures holds that a picture is said only where it stands for the rows.
func TestPictures(t *testing.T) {
	cell := `<row><c><v>1</v></c></row>`
	chart := pictured("").Replace("xl/drawings/drawing1.xml", "xdr:pic>", "xdr:graphicFrame>")
	second := pictured("")
	second = second.With("xl/worksheets/sheet2.xml", ooxmltest.SheetXML(cell)).Relate("worksheet",
		"worksheets/sheet2.xml").Replace(ooxmltest.MainPart, "</sheets>",
		`<sheet name="S2" r:id="worksheet"/></sheets>`)
	for name, c := range map[string]struct {
		parts    parts
		pictures int // of the first sheet
	}{
		"a picture beside rows":   {pictured(cell), 0},
		"a chart":                 {chart, 0},
		"a drawing that is lost":  {pictured("").With("xl/drawings/drawing1.xml", ""), 0},
		"a drawing that is cut":   {pictured("").Replace("xl/drawings/drawing1.xml", "</xdr:wsDr>", ""), 0},
		"rows in another sheet":   {second, 1},
		"relations that are lost": {pictured("").With("xl/worksheets/_rels/sheet1.xml.rels", ""), 0},
	} {
		if book := readParts(t, c.parts); len(book.Problems) > 0 || len(book.Sheets) == 0 ||
			book.Sheets[0].Pictures != c.pictures {
			t.Errorf("%s: %v %v", name, book.Sheets, book.Problems)
		}
	}
}

// TestLockFiles holds that a lock file is named for what it is, and a workbook with such a name is read.
func TestLockFiles(t *testing.T) {
	for _, name := range []string{"in/~$x.xlsx", ".~x.csv", ".~lock.x.xlsx#"} {
		if got := Read([]byte("\x05Lin  \x00"), name, Options{}).Problems; len(got) != 1 ||
			got[0].Hint != "name the workbook itself" {
			t.Error(got)
		}
		if book := Read(one().Zip(t), name, Options{}); len(book.Sheets) != 1 {
			t.Error(book.Problems)
		}
	}
}

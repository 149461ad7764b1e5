package pdf

import (
	"bytes"
	"fmt"
	"math"

	"github.com/go-pdf/fpdf"

	"plimsoll/report/internal/layout"
)

// pt is the length of a millimetre in points.
const pt = 72 / 25.4

// drawing is a document that fpdf draws, with what finishing it needs to know.
type drawing struct {
	doc      *fpdf.Fpdf
	fonts    map[layout.Face]*embedded
	embedded []*embedded // in the order of their objects
	tags     *structure
	links    [][]*layout.Element // by page, in the order drawn
	levels   []int               // of the bookmarks, from 0

	high   float64 // of the page, in mm
	look   look
	glyphs []byte // of the text that is drawn
	err    error
}

// look is what fpdf has been told of how things look, so that nothing is told twice. It keeps that from page to page.
type look struct {
	fill   layout.Color
	stroke layout.Color
	face   layout.Face
	size   float64
	space  float64 // after each character, in mm; of this page alone, since fpdf knows nothing of it
	width  float64 // of lines, in mm
	dashed bool
}

// draw has fpdf draw the pages.
func draw(pages []layout.Page, meta Meta, set *FontSet) (*drawing, error) {
	black := layout.Color{Visible: true}
	d := &drawing{tags: newStructure(pages), look: look{fill: black, stroke: black, width: -1}}
	d.begin(d.paper(pages[0]), meta)
	if err := d.addFonts(pages, set); err != nil {
		return nil, err
	}
	for _, page := range pages {
		d.page(page)
	}
	d.bookmarks()
	return d, d.err
}

// begin makes the document. Its unit is the point, since fpdf multiplies every length by its unit, and so by 1. It packs
// nothing: that would take a megabyte of tables a page. It gets texts as PDF has them, since it makes wrong UTF-16 of
// characters above U+FFFF (util.go, line 80).
func (d *drawing) begin(paper fpdf.SizeType, meta Meta) {
	d.doc = fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: paper})
	d.doc.SetCatalogSort(true)
	d.doc.SetCompression(false)
	d.doc.SetAutoPageBreak(false, 0)
	d.doc.SetLineJoinStyle("round")
	d.doc.SetTitle(textBytes(meta.Title), false)
	d.doc.SetAuthor(textBytes(meta.Author), false)
	d.doc.SetSubject(textBytes(meta.Subject), false)
	d.doc.SetKeywords(textBytes(meta.Keywords), false)
	d.doc.SetProducer(textBytes(meta.Producer), false)
	d.doc.SetXmpMetadata(xmp(meta))
	d.doc.SetCreationDate(meta.Date) // else the clock's
	d.doc.SetModificationDate(meta.Date)
}

// paper is the size of a page.
func (d *drawing) paper(page layout.Page) fpdf.SizeType {
	if !(page.W > 0 && page.H > 0) {
		d.fail("a page of %g × %g mm", page.W, page.H)
	}
	return fpdf.SizeType{Wd: d.points(page.W), Ht: d.points(page.H)}
}

// fail keeps the first mistake.
func (d *drawing) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("pdf: "+format, args...)
	}
}

// points is a length in mm as fpdf gets it, in whole hundredths of a point: so it has nothing left to round, which
// processors do differently. One that no page can hold is an error in the end.
func (d *drawing) points(mm float64) float64 {
	v := mm * pt
	if !(math.Abs(v) <= largest) {
		d.fail("a length of %g points", v)
		return 0
	}
	return math.Round(v*100) / 100
}

// down is a place as fpdf counts, from the upper edge. It takes that from the height again, since PDF counts from
// below.
func (d *drawing) down(y float64) float64 { return d.points(d.high) - d.points(d.high-y) }

// page draws the items of a page in their order, each run between marks that say what it is.
func (d *drawing) page(page layout.Page) {
	d.high = page.H
	d.doc.AddPageFormat("P", d.paper(page))
	d.look.space = 0
	d.links = append(d.links, nil)
	marks := 0
	for _, run := range page.Runs() {
		if e := run.Element; e != nil {
			d.doc.RawWriteStr(fmt.Sprintf("/%s<</MCID %d>>BDC", e.Role, marks))
			marks++
		} else {
			d.doc.RawWriteStr(artifact(run.Artifact))
		}
		for _, item := range run.Items {
			d.item(item)
		}
		d.doc.RawWriteStr("EMC")
		d.link(run)
	}
}

func artifact(kind layout.Artifact) string {
	switch kind {
	case layout.Footer:
		return "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
	case layout.Watermark:
		return "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"
	case layout.RepeatedHead:
		return "/Artifact<</Type/Pagination>>BDC"
	}
	return "/Artifact<</Type/Layout>>BDC"
}

// output is the file as fpdf makes it.
func (d *drawing) output() ([]byte, error) {
	var out bytes.Buffer
	if err := d.doc.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: fpdf: %w", err)
	}
	return out.Bytes(), nil
}

package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// Bounds of a part that excelize reads. Its structs take much room and time for an element: a million of <xf/> are 350
// MB and seconds. A workbook with all formats that Excel holds (65,490), each with an alignment, stays below.
const (
	maxOpened  = 16 << 20 // bytes of the part
	maxLinks   = 20_000   // elements of the list of sheets, and relations of a part
	maxFormats = 200_000  // elements of number formats and of styles of cells
)

// The paths at which excelize looks for parts, whatever a workbook calls them.
const (
	mainPath   = "xl/workbook.xml"
	stylesPath = "xl/styles.xml"
)

// topRelations lead excelize to the main part.
const topRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="` + relationships + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`

// open gives excelize a package of what it is asked for: the list of sheets and the styles of cells, each proven by
// this room. excelize drops the error of a checksum, takes the last of two parts of one name, and holds neither time
// nor memory to anything. It gets no relations of sheets: it would make a path for every pair of a sheet and a relation
// that fit, two hundred million times where both are many.
func (p *Package) open(main, styles string) (*excelize.File, error) {
	var out bytes.Buffer
	seen := &sheetCount{}
	h := &handing{pkg: p, to: zip.NewWriter(&out)}
	h.add("_rels/.rels", []byte(topRelations))
	h.hand(main, mainPath, []string{"workbookPr", "sheets", "calcPr"}, maxLinks, seen.count)
	if p.Has(styles) {
		h.hand(styles, stylesPath, []string{"numFmts", "cellXfs"}, maxFormats, nil)
	}
	if err := errors.Join(h.err, h.to.Close()); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		return nil, fmt.Errorf("it cannot be opened: %w", err)
	}
	return f, seen.hold(f)
}

// sheetCount is what our own look at the list of sheets finds. excelize passes over what is written in a namespace that
// it does not know, without a word.
type sheetCount struct{ related, unrelated int }

func (n *sheetCount) count(r *xmlpart.Scanner) {
	if string(r.Name()) != "sheet" || r.Parent() != "sheets" {
		return
	}
	switch id, written := r.Attr("id"); {
	case id != "":
		n.related++
	case !written:
		n.unrelated++
	}
}

// hold is an error where excelize saw other sheets than there are.
func (n *sheetCount) hold(f *excelize.File) error {
	for _, s := range f.WorkBook.Sheets.Sheet {
		if s.ID != "" {
			n.related--
		}
	}
	if n.related != 0 || n.unrelated > 0 {
		return errors.New("its list of sheets does not say which parts they are, or in another way than is read")
	}
	return nil
}

// handing writes the package that excelize gets. The first error stays.
type handing struct {
	pkg *Package
	to  *zip.Writer
	err error
}

func (h *handing) add(name string, part []byte) {
	if h.err != nil {
		return
	}
	f, err := h.to.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err == nil {
		_, err = f.Write(part)
	}
	h.err = err
}

// hand hands on a part under the path where excelize looks for it: of its root the elements that are asked for, each
// seen.
func (h *handing) hand(name, path string, elements []string, most int, see func(*xmlpart.Scanner)) {
	if h.err != nil {
		return
	}
	part, err := h.pkg.partUpTo(name, maxOpened)
	if err == nil {
		part, err = extract(part, elements, most, see)
	}
	if err != nil {
		h.err = err
		return
	}
	h.add(path, part)
}

// extract cuts a part down to its root and those of its children that have certain names. The part is proven to be well
// formed to its end, the declaration of an encoding that it no longer has is left off, and what remains is bounded.
func extract(part []byte, names []string, most int, see func(*xmlpart.Scanner)) ([]byte, error) {
	r := xmlpart.NewScanner(part)
	out, from, elements := make([]byte, 0, len(part)), -1, 0
	for {
		ev, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return append(out, part[from:]...), nil
		case err != nil:
			return nil, err
		case ev != xmlpart.OpenTag:
			continue
		case from < 0:
			tag := withNamespaces(string(part[r.Start():r.Offset()]))
			out, from = append(out, tag...), r.Offset()
		case r.Depth() == 2 && !slices.Contains(names, string(r.Name())):
			out = append(out, part[from:r.Start()]...)
			if err := r.Skip(); err != nil {
				return nil, err
			}
			from = r.Offset()
			continue
		}
		if elements++; elements > most {
			return nil, fileerr.TooLarge(fmt.Sprintf("it defines more than %d sheets, relations or formats", most))
		}
		if see != nil {
			see(r)
		}
	}
}

// The namespaces of parts.
const (
	spreadsheetML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// withNamespaces declares the usual namespaces in the tag of a root that declares none, as careless programs write it:
// excelize opens no such part.
func withNamespaces(root string) string {
	prefixed := strings.Contains(root[:strings.IndexAny(root, " \t\r\n/>")], ":")
	if !prefixed && xmlpart.Attribute(root, "xmlns") == "" {
		root = xmlpart.WithAttribute(root, "xmlns", spreadsheetML)
	}
	if xmlpart.Attribute(root, "xmlns:r") == "" {
		root = xmlpart.WithAttribute(root, "xmlns:r", relationships)
	}
	return root
}

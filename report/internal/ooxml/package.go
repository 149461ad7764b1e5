// Package ooxml opens the package that a workbook is (ECMA-376 part 2): a zip archive of parts that refer to each
// other.
//
// Open proves that it is one, and a workbook; Part unzips a part with its checksum proven, its size bounded and its
// text in UTF-8; Workbook opens the workbook by excelize, which says what there is: the sheets in their order and their
// states, the calendar, whether it asks to be computed, and the formats of cells.
//
//	pkg, err := ooxml.Open(data, bounds)
//	book, err := pkg.Workbook()
//	rows, err := pkg.Part(book.Sheets[0].Part)
//
// excelize gets parts that are proven and cut down to what it is asked (excelize.go), under the paths where it looks
// for them; excelize_test.go shows in small what it does with others. Names of parts are told apart without their case,
// as Excel does; two parts of one name are an error.
package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/filetype"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// maxParts bounds the parts of a package, pictures among them.
const maxParts = 20_000

// Bounds keep a package that unzips to more than it seems from taking the machine down.
type Bounds struct {
	PartBytes int64 // unzipped size of one part
	AllBytes  int64 // unzipped size of all parts that are read
}

// Package is an opened zip package. It is used by one goroutine.
type Package struct {
	parts  map[string]*zip.File // by lower-case name with forward slashes
	twice  map[string]bool      // names that two parts have
	bounds Bounds
	left   int64 // bytes that may still be unzipped
}

// Open opens a package; what is none, or one of another program, is named.
func Open(data []byte, bounds Bounds) (*Package, error) {
	if err := filetype.Sniff(data); err != nil {
		return nil, err
	}
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts { // each entry of the directory begins so
		return nil, fileerr.TooLarge(fmt.Sprintf("it holds more than %d parts", maxParts))
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fileerr.Unreadable("it is not a whole .xlsx file ("+err.Error()+")",
			"it may have been cut off on its way; ask for it again")
	}
	p := &Package{parts: map[string]*zip.File{}, twice: map[string]bool{}, bounds: bounds, left: bounds.AllBytes}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		p.twice[name] = p.parts[name] != nil
		p.parts[name] = f
	}
	return p, p.recognise()
}

// recognise refuses packages that are zip files but no workbook we read.
func (p *Package) recognise() error {
	has := func(name string) bool { _, ok := p.parts[name]; return ok }
	switch {
	case has("xl/workbook.bin"):
		return fileerr.Unreadable("it is a binary workbook (.xlsb)", fileerr.SaveAs)
	case has("word/document.xml"):
		return fileerr.Unreadable("it is a text document (.docx), not a workbook", "send the table as .xlsx")
	case has("mimetype") && has("content.xml"):
		return fileerr.Unreadable("it is an OpenDocument file (.ods)", fileerr.SaveAs)
	case !has("[content_types].xml") && !has("xl/workbook.xml") && p.holdsWorkbook():
		return fileerr.Unreadable("it is an archive (.zip)", "unpack it and name what is in it")
	case has("index/document.iwa"), has("index.zip"):
		return fileerr.Unreadable("it is a workbook of Numbers (.numbers)", "open it in Numbers and export it as .xlsx")
	}
	return nil
}

// holdsWorkbook says whether one of the parts is a table by its ending.
func (p *Package) holdsWorkbook() bool {
	for name := range p.parts {
		if filetype.IsRead(name) || filetype.IsOtherTable(name) {
			return true
		}
	}
	return false
}

// Has says whether the package holds a part.
func (p *Package) Has(name string) bool {
	_, is := p.parts[PartKey(name)]
	return is
}

// PartKey is the name under which a part is kept: letters of either case mean the same one.
func PartKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Part gives the unzipped bytes of a part, its checksum proven.
func (p *Package) Part(name string) ([]byte, error) { return p.partUpTo(name, p.bounds.PartBytes) }

// partUpTo gives a part of so many bytes at most.
func (p *Package) partUpTo(name string, most int64) ([]byte, error) {
	key := PartKey(name)
	most = min(most, p.bounds.PartBytes)
	f, ok := p.parts[key]
	switch {
	case !ok:
		return nil, fmt.Errorf("its part %s is missing", name)
	case p.twice[key]:
		return nil, fmt.Errorf("it holds two parts called %s", name)
	case f.Flags&1 != 0:
		return nil, fileerr.Encrypted("its parts are locked as those of a .zip archive are",
			"unpack it with its password and zip it again without one, or send another copy")
	case f.UncompressedSize64 > uint64(most):
		return nil, fileerr.TooLarge(fmt.Sprintf("its part %s unzips to %d MB; more than %d MB is not read", name,
			f.UncompressedSize64>>20, most>>20))
	case f.UncompressedSize64 > uint64(p.left):
		return nil, fileerr.TooLarge(fmt.Sprintf("with its part %s the workbook unzips to more than %d MB, "+
			"which is not read", name, p.bounds.AllBytes>>20))
	}
	p.left -= int64(f.UncompressedSize64)
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be unzipped: %w", name, err)
	}
	defer r.Close()
	// One byte of room beyond the end: the lexer needs it and would copy the whole part to get it.
	buf := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64+bytes.MinRead+1))
	if _, err := io.Copy(buf, io.LimitReader(r, most+1)); err != nil {
		return nil, fmt.Errorf("its part %s is damaged: %w", name, err)
	}
	return utf8Text(buf.Bytes(), p.bounds.PartBytes)
}

// Each walks through a part and calls visit at every element that begins.
func (p *Package) Each(part string, visit func(r *xmlpart.Scanner) error) error {
	data, err := p.Part(part)
	if err != nil {
		return err
	}
	return each(data, visit)
}

func each(part []byte, visit func(r *xmlpart.Scanner) error) error {
	r := xmlpart.NewScanner(part)
	for {
		ev, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case ev == xmlpart.OpenTag:
			if err := visit(r); err != nil {
				return err
			}
		}
	}
}

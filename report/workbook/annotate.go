package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"reflect"
	"strings"

	"github.com/xuri/excelize/v2"
)

// What excelize holds of a workbook at once: it keeps every cell of a row up to its last one, blank ones as well.
const (
	maxGrid     = 1_000_000 // cells of the sheets that are marked
	maxFurnish  = 16 << 20  // bytes of one part that is neither rows nor strings: styles, comments, drawings
	maxUnzipped = 384 << 20 // bytes of all parts, pictures among them
)

// Annotate gives a copy of the workbook of that name in which every cell with a problem is filled and has a comment, and a
// sheet at the end lists all problems of the workbook. Formats, formulas, macros and what else there is stay; the same
// input gives the same bytes. The copy is read again before it is given: an error, which says in a few words why there
// is none, is better than a copy in which a value or a comment is another one.
func Annotate(data []byte, name string, problems []Problem) (copied []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			copied, err = nil, errors.New("copying it broke down")
		}
	}()
	switch {
	case isCompound(data):
		return nil, errors.New("it is locked, and a copy would not be")
	case !isPackage(data):
		return nil, errors.New("text files carry no comments")
	}
	a := &annotation{problems: problems, before: Read(data, name, Options{})}
	if a.marks = a.mark(); len(a.before.Sheets) == 0 {
		return nil, errors.New("it cannot be read")
	}
	if err := a.weigh(data); err != nil {
		return nil, err
	}
	if copied, err = a.write(data); err != nil {
		return nil, fmt.Errorf("it cannot be copied: %w", err)
	}
	return copied, a.verify(data, copied)
}

// annotation is the work on one workbook.
type annotation struct {
	before   *Book
	problems []Problem
	marks    map[string][]*mark // by sheet
	book     *excelize.File
	fills    [Note + 1]int    // of each severity
	styles   map[[2]int]int   // by style and severity, so that a sheet of marks adds few
	parts    map[string]paper // by sheet: where its comments are kept
}

// weigh refuses what excelize would need too much memory for.
func (a *annotation) weigh(data []byte) error {
	pkg, err := openPackage(data, DefaultBounds())
	if err != nil {
		return err
	}
	var all uint64
	for name, f := range pkg.parts {
		all += min(f.UncompressedSize64, maxUnzipped)
		if f.UncompressedSize64 > maxFurnish && !isBulk(name) {
			return fmt.Errorf("its part %s is too large for a copy", path.Base(name))
		}
	}
	if all > maxUnzipped {
		return errors.New("it is too large for a copy")
	}
	if relations, err := pkg.relations(pkg.workbookPart()); err != nil || first(relations, "styles") != "xl/styles.xml" {
		return errors.New("it has no styles where they are looked for, so that no cell can be filled")
	}
	frame, err := pkg.frame()
	if err != nil {
		return err
	}
	grid := 0
	a.parts = map[string]paper{}
	for _, sheet := range frame.sheets {
		a.parts[sheet.name] = pkg.paper(sheet.part)
		if len(a.marks[sheet.name]) == 0 {
			continue
		}
		n, err := pkg.grid(sheet.part)
		if grid += n; err != nil || grid > maxGrid {
			return errors.New("its sheets are too large for a copy")
		}
	}
	return nil
}

// isBulk says whether a part is copied as it is, or counted otherwise.
func isBulk(part string) bool {
	for _, folder := range []string{"xl/worksheets/", "xl/sharedstrings", "xl/pivotcache/", "xl/media/", "xl/embeddings/", "xl/vbaproject"} {
		if strings.HasPrefix(part, folder) {
			return true
		}
	}
	return false
}

// grid counts the cells of a sheet with the blank ones before them, and its rows.
func (p *pack) grid(part string) (int, error) {
	total, wide, last := 0, 0, 0
	err := p.each(part, func(r *reader) error {
		ref, _ := r.attr("r")
		switch string(r.name) {
		case "row":
			total, wide, last = total+wide, 0, last+1
			if row, _, ok := parseCell("A" + ref); ok {
				last = max(last, row)
			}
		case "c":
			wide++
			if _, column, ok := parseCell(ref); ok {
				wide = max(wide, column)
			}
		}
		return nil
	})
	return total + wide + last, err
}

func (a *annotation) write(data []byte) ([]byte, error) {
	var err error
	a.book, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		return nil, err
	}
	defer a.book.Close()
	for _, step := range []func() error{a.numberParts, a.addFills, a.annotateSheets, a.addList} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	a.book.SetZipWriter(a.mender)
	var out bytes.Buffer
	err = a.book.Write(&out)
	return out.Bytes(), err
}

func (a *annotation) annotateSheets() error {
	for _, s := range a.before.Sheets {
		if marks := a.marks[s.Name]; len(marks) > 0 {
			if err := errors.Join(a.fill(s.Name, marks), a.comment(s.Name, marks)); err != nil {
				return fmt.Errorf("sheet %s: %w", s.Name, err)
			}
		}
	}
	return nil
}

// verify reads the copy: everything that stood in the workbook must stand in it as it did.
func (a *annotation) verify(data, copied []byte) error {
	after := Read(copied, a.before.File, Options{})
	if len(after.Sheets) != len(a.before.Sheets)+1 {
		return errors.New("a copy would have other sheets")
	}
	for i, s := range a.before.Sheets {
		if !reflect.DeepEqual(s, after.Sheets[i]) {
			return fmt.Errorf("a copy would hold other values in the sheet %s", s.Name)
		}
	}
	were, err := commentsOf(data)
	if err != nil {
		return err
	}
	are, err := commentsOf(copied)
	if err != nil {
		return err
	}
	for at, text := range were {
		if !strings.HasPrefix(are[at], text) {
			return fmt.Errorf("a copy would lose the comment at %s", at.inside())
		}
	}
	return nil
}

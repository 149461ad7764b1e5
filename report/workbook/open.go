package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/filetype"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/compound"
	"plimsoll/report/internal/ooxml/locked"
	"plimsoll/report/problem"
)

// Bounds keep a hostile file from taking the machine down.
type Bounds struct {
	FileBytes int64 // size of the file on disk
	PartBytes int64 // unzipped size of one part
	AllBytes  int64 // unzipped size of all parts that are read
	Cells     int   // cells that hold something, over all sheets of a workbook
}

// DefaultBounds keeps the reading of one file well under 1 GB of memory. How many there are has no bound.
func DefaultBounds() Bounds {
	return Bounds{FileBytes: 128 << 20, PartBytes: 192 << 20, AllBytes: 256 << 20, Cells: 3_000_000}
}

// Options say how files are opened. The zero value reads with the default bounds, no password and nothing declared.
type Options struct {
	Bounds Bounds // the zero value stands for DefaultBounds

	Passwords []string // are tried in this order on locked workbooks

	// Text is what is declared of a text file by its name in the run; nil where nothing is.
	Text func(name string) TextForm
}

// Parts are the bounds of the package that a workbook is.
func (b Bounds) Parts() ooxml.Bounds {
	return ooxml.Bounds{PartBytes: b.PartBytes, AllBytes: b.AllBytes}
}

// BoundsOrDefault are those that are asked for, or the default ones.
func (o Options) BoundsOrDefault() Bounds {
	if o.Bounds == (Bounds{}) {
		return DefaultBounds()
	}
	return o.Bounds
}

func (o Options) text(name string) TextForm {
	if o.Text == nil {
		return TextForm{}
	}
	return o.Text(name)
}

// Open reads the workbook at a path, or the text file (.csv, .tsv, .txt) as a workbook of one sheet; name is how
// problems and sources call it. It never fails as a whole: what cannot be read, a panic of a library included, is a
// problem of the book.
func Open(file, name string, o Options) *Book {
	book := &Book{File: name}
	book.carefully(func() error {
		data, err := load(file, o.BoundsOrDefault())
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		book.Size, book.SHA256 = len(data), hex.EncodeToString(sum[:])
		return book.read(data, o)
	})
	return book
}

// Read reads a file that is already in memory.
func Read(data []byte, name string, o Options) *Book {
	book := &Book{File: name}
	book.carefully(func() error { return book.read(data, o) })
	return book
}

// load reads a file that is not too large.
func load(file string, bounds Bounds) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, unreadable(err)
	case !info.Mode().IsRegular(): // to open a pipe could take for ever
		return nil, fileerr.Unreadable("it is "+whatIsNoFile(info.Mode())+", not a file", "name a workbook")
	case info.Size() > bounds.FileBytes:
		return nil, fileerr.Oversize(fmt.Sprintf("the file has %d MB; more than %d MB is not read", info.Size()>>20,
			bounds.FileBytes>>20), "remove pictures and unused sheets, or split it")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, unreadable(err)
	}
	return data, nil
}

// whatIsNoFile names what a mode says that is no regular file.
func whatIsNoFile(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

func unreadable(err error) error {
	return fileerr.Unreadable("cannot be read: "+plain(err), "check the file and its permissions")
}

// read tells a package from a text by its bytes and its name.
func (b *Book) read(data []byte, o Options) error {
	switch name := path.Base(b.File); {
	case filetype.IsPackage(data), compound.Is(data):
	case strings.HasPrefix(name, "~$"), strings.HasPrefix(name, ".~"):
		return fileerr.Unreadable("it is the lock file that a spreadsheet program leaves beside an open workbook",
			"name the workbook itself")
	case filetype.IsText(name):
		return b.readText(data, o)
	}
	data, err := locked.Unlock(data, o.Passwords)
	if err != nil {
		return err
	}
	return b.readPackage(data, o.BoundsOrDefault())
}

// readPackage reads the sheets one by one; a bad one does not stop the next.
func (b *Book) readPackage(data []byte, bounds Bounds) error {
	pkg, err := ooxml.Open(data, bounds.Parts())
	if err != nil {
		return err
	}
	book, err := pkg.Workbook()
	if err != nil {
		return err
	}
	v, err := newValues(pkg, book, bounds)
	if err != nil {
		return err
	}
	left := bounds.allowance()
	for _, part := range book.Sheets {
		if part.Copies == "" {
			b.readSheet(pkg, part, v, &left)
		}
	}
	b.noteCopies(book.Sheets)
	if b.onlyPictures() {
		b.Sheets = nil
		return fileerr.Unreadable("it holds pictures and not one row", pictureHint)
	}
	return nil
}

// readSheet adds a sheet, or the problem that none of its rows can be used.
func (b *Book) readSheet(pkg *ooxml.Package, part ooxml.SheetPart, v *values, left *allowance) {
	at := problem.Place{File: b.File, Sheet: part.Name}
	sheet, err := readSheet(pkg, part.Part, v, left)
	if err != nil {
		b.Problems = append(b.Problems, failure(at, err, damagedSheet))
		return
	}
	read, problems := sheet.sheet(at, part.Hidden)
	read.Pictures = sheet.pictures(pkg, part.Part)
	b.Sheets, b.Problems = append(b.Sheets, read), append(b.Problems, problems...)
}

// noteCopies names the sheets whose part is that of another one. Their rows would count twice, or thousands of times.
func (b *Book) noteCopies(sheets []ooxml.SheetPart) {
	sheets = slices.DeleteFunc(slices.Clone(sheets), func(s ooxml.SheetPart) bool { return s.Copies == "" })
	if len(sheets) == 0 {
		return
	}
	first, more := sheets[0], ""
	if len(sheets) > 1 {
		more = fmt.Sprintf("; so it is with %d more", len(sheets)-1)
	}
	b.Problems = append(b.Problems, problem.UnreadableWorkbook.At(problem.Place{File: b.File, Sheet: first.Name},
		"its rows are those of the sheet %s, which were read once%s", problem.Quoted(first.Copies), more).
		Hinted("give every sheet rows of its own: copy the sheet in a spreadsheet program, or remove it"))
}

package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path"
	"strings"

	"plimsoll/report/problem"
)

// Bounds keep a hostile file from taking the machine down.
type Bounds struct {
	FileBytes int64 // size of the file on disk
	PartBytes int64 // unzipped size of one part
	AllBytes  int64 // unzipped size of all parts that are read
	Cells     int   // cells that hold something, over all sheets of a workbook
	Together  int   // the same over all files that are opened by OpenAll
}

// DefaultBounds keeps the reading of one file well under 1 GB of memory, and a run over many as well.
func DefaultBounds() Bounds {
	return Bounds{FileBytes: 128 << 20, PartBytes: 192 << 20, AllBytes: 256 << 20, Cells: 3_000_000, Together: 3_500_000}
}

// Options say how files are opened. The zero value reads with the default bounds, no password and nothing declared.
type Options struct {
	Bounds Bounds // the zero value stands for DefaultBounds

	Passwords []string // are tried in this order on locked workbooks

	// Text is what is declared of a text file by its name in the run; nil where nothing is.
	Text func(name string) TextForm
}

func (o Options) bounds() Bounds {
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

// Open reads the workbook at a path, or the text file (.csv, .tsv, .txt) as a workbook of one sheet; name is how problems
// and sources call it. It never fails as a whole: what cannot be read, a panic of a library included, is a problem of the
// book.
func Open(file, name string, o Options) *Book {
	book := &Book{File: name}
	book.carefully(func() error {
		data, err := load(file, o.bounds())
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

// carefully reads, and makes a problem of an error or a panic.
func (b *Book) carefully(read func() error) {
	defer func() {
		if r := recover(); r != nil {
			b.Sheets = nil
			b.fail(problem.Place{File: b.File}, "unreadable-workbook", fmt.Sprintf("reading it broke down: %v", r), "open it in a spreadsheet program and save it again as .xlsx")
		}
	}()
	err := read()
	var refused *refusal
	switch {
	case err == nil:
	case errors.As(err, &refused):
		b.fail(problem.Place{File: b.File}, refused.code, refused.message, refused.hint)
	default:
		b.fail(problem.Place{File: b.File}, "unreadable-workbook", "the workbook is damaged: "+err.Error(), "open it in a spreadsheet program, repair it and save it again as .xlsx")
	}
}

// longestMessage is in UTF-16 units: a message may quote what a file says.
const longestMessage = 300

func (b *Book) fail(at problem.Place, code, message, hint string) {
	b.Problems = append(b.Problems, problem.Problem{Place: at, Severity: problem.Error, Code: code, Message: cut(message, longestMessage), Hint: hint})
}

// refusal is an error that already knows its code and hint.
type refusal struct{ code, message, hint string }

func (r *refusal) Error() string { return r.message }

// plain drops the path of this machine from an error of the operating system.
func plain(err error) string {
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err.Error()
	}
	return err.Error()
}

// load reads a file that is not too large.
func load(file string, bounds Bounds) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, unreadable(err)
	case !info.Mode().IsRegular(): // to read a pipe could take for ever
		return nil, &refusal{"unreadable-workbook", "it is not a file", "name a workbook"}
	case info.Size() > bounds.FileBytes:
		return nil, &refusal{"too-large", fmt.Sprintf("the file has %d MB; more than %d MB is not read", info.Size()>>20, bounds.FileBytes>>20), "remove pictures and unused sheets, or split it"}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, unreadable(err)
	}
	return data, nil
}

func unreadable(err error) error {
	return &refusal{"unreadable-workbook", "cannot be read: " + plain(err), "check the file and its permissions"}
}

// read tells a package from a text by its bytes and its name.
func (b *Book) read(data []byte, o Options) error {
	switch name := path.Base(b.File); {
	case isPackage(data), isCompound(data):
	case strings.HasPrefix(name, "~$"), strings.HasPrefix(name, ".~"):
		return &refusal{"unreadable-workbook", "it is the lock file that a spreadsheet program leaves beside an open workbook", "name the workbook itself"}
	case isText(name):
		return b.readText(data, o)
	}
	data, err := unlocked(data, o.Passwords)
	if err != nil {
		return err
	}
	pkg, err := openPackage(data, o.bounds())
	if err != nil {
		return err
	}
	return b.readSheets(pkg, o.bounds())
}

// readSheets reads the sheets one by one; a bad one does not stop the next.
func (b *Book) readSheets(pkg *pack, bounds Bounds) error {
	frame, err := pkg.frame()
	if err != nil {
		return err
	}
	left := bounds.allowance()
	for _, entry := range frame.sheets {
		at := problem.Place{File: b.File, Sheet: entry.name}
		sheet, err := pkg.readSheet(entry, frame, &left)
		var refused *refusal
		switch {
		case errors.As(err, &refused):
			b.fail(at, refused.code, refused.message, refused.hint)
		case err != nil:
			b.fail(at, "truncated-sheet", "the sheet is not whole: "+err.Error(), "open the workbook in a spreadsheet program and save it again; none of its rows were used")
		default:
			b.add(at, entry.hidden, sheet)
			b.Sheets[len(b.Sheets)-1].Pictures = pkg.pictures(entry.part, sheet)
		}
	}
	if b.onlyPictures() {
		b.Sheets = nil
		return &refusal{"unreadable-workbook", "it holds pictures and not one row", pictureHint}
	}
	return nil
}

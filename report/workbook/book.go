// Package workbook reads .xlsx and .xlsm files as tables of raw cells that know their place.
//
// It reads the parts of the package itself instead of going through excelize's rows: excelize returns half of a sheet
// whose XML was cut in half without a word, allocates millions of rows for one absurd row number, and cannot tell a date
// from a number, an error from a text or a formula without a value from a blank. Here every sheet is either seen whole,
// with its checksum, up to its closing tag, or it is a named problem and gives no rows at all.
package workbook

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
)

// Kind says what a cell holds.
type Kind uint8

// The kinds of cells. Date is a number whose format shows a date or a time; its Number is a serial day of the 1900
// system whatever the workbook uses. Uncached is a formula saved without its value. Refused is a cell of a made table whose
// problem is said already: it has no value.
const (
	Blank Kind = iota
	Number
	Date
	Text
	Bool
	ErrorValue
	Uncached
	Refused
)

// Cell is the raw content of one cell: never rounded, never formatted.
type Cell struct {
	Kind   Kind
	Number float64 // of Number and Date
	Text   string  // as stored, trimmed of white space; of a number its stored digits
}

// Plain is a cell as text: numbers in their shortest form, dates as ISO.
func (c Cell) Plain() string {
	switch c.Kind {
	case Number:
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	case Date:
		if c.Number >= 0 && c.Number <= lastSerial {
			return time.Unix((int64(c.Number)-unixSerial)*86400, 0).UTC().Format("2006-01-02")
		}
	case Bool:
		return map[string]string{"1": "TRUE", "0": "FALSE"}[c.Text]
	}
	return c.Text
}

// Serial days of 1970-01-01 and 9999-12-31.
const (
	unixSerial = 25569
	lastSerial = 2_958_465
)

// Row is one row that holds something; Index counts from 1. Cells start at column A.
type Row struct {
	Index int
	Cells []Cell
}

// At gives the cell in a column counted from 1, Blank where the row is shorter.
func (r Row) At(column int) Cell {
	if column < 1 || column > len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column-1]
}

// Sheet is one worksheet, complete, or a table that a mapping made of one.
type Sheet struct {
	File, Name string
	Rows       []Row
	Merged     []Block // by row and column, none over another; the upper left cell alone holds a value

	// Origin says where a cell of a made table stands in the worksheet; nil for a worksheet itself.
	Origin func(row, column int) Place
	// Span names the rows that a row of a made table was made of (2-1441), blank where it is one.
	Span func(row int) string
}

// Place names a cell of the sheet as it was sent; column 0 is the whole row.
func (s *Sheet) Place(row, column int) Place {
	if s.Origin != nil {
		return s.Origin(row, column)
	}
	return Place{s.File, s.Name, row, column}
}

// Book is what could be read of one file, and what could not.
type Book struct {
	File     string
	Size     int // bytes of the file, and their SHA-256 in hex; 0 and blank where it could not be opened
	SHA256   string
	Sheets   []*Sheet
	Problems []Problem
}

// Bounds keep a hostile file from taking the machine down.
type Bounds struct {
	FileBytes int64 // size of the file on disk
	PartBytes int64 // unzipped size of one part
	AllBytes  int64 // unzipped size of all parts that are read
	Cells     int   // cells that hold something, over all sheets of a workbook
}

// DefaultBounds keeps the reading of one file well under 1 GB of memory.
func DefaultBounds() Bounds {
	return Bounds{FileBytes: 128 << 20, PartBytes: 192 << 20, AllBytes: 256 << 20, Cells: 3_000_000}
}

// Open reads the workbook at a path; name is how problems and sources call it. It never fails as a whole: what
// cannot be read, a panic of a library included, is a problem of the book.
func Open(file, name string, bounds Bounds) (book *Book) {
	book = &Book{File: name}
	defer func() {
		if r := recover(); r != nil {
			book.Sheets = nil
			book.fail(Place{File: name}, "unreadable-workbook", fmt.Sprintf("reading it broke down: %v", r), "open it in a spreadsheet program and save it again as .xlsx")
		}
	}()
	data, err := load(file, bounds)
	var refused *refusal
	switch {
	case errors.As(err, &refused):
		book.fail(Place{File: name}, refused.code, refused.message, refused.hint)
	case err != nil:
		book.fail(Place{File: name}, "unreadable-workbook", "cannot be read: "+plain(err), "check the file and its permissions")
	default:
		sum := sha256.Sum256(data)
		book.Size, book.SHA256 = len(data), hex.EncodeToString(sum[:])
		book.read(data, bounds)
	}
	return book
}

// Read reads a workbook that is already in memory.
func Read(data []byte, name string, bounds Bounds) (book *Book) {
	book = &Book{File: name}
	defer func() {
		if r := recover(); r != nil {
			book.Sheets = nil
			book.fail(Place{File: name}, "unreadable-workbook", fmt.Sprintf("reading it broke down: %v", r), "open it in a spreadsheet program and save it again as .xlsx")
		}
	}()
	book.read(data, bounds)
	return book
}

func (b *Book) fail(at Place, code, message, hint string) {
	b.Problems = append(b.Problems, Problem{Place: at, Severity: Error, Code: code, Message: message, Hint: hint})
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

func load(file string, bounds Bounds) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // to read a pipe could take for ever
		return nil, &refusal{"unreadable-workbook", "it is not a file", "name a workbook"}
	case info.Size() > bounds.FileBytes:
		return nil, &refusal{"too-large", fmt.Sprintf("the file has %d MB; more than %d MB is not read", info.Size()>>20, bounds.FileBytes>>20), "remove pictures and unused sheets, or split it"}
	}
	return os.ReadFile(file)
}

// read opens the package and reads its sheets one by one; a bad sheet does not stop the next.
func (b *Book) read(data []byte, bounds Bounds) {
	pkg, err := openPackage(data, bounds)
	if err == nil {
		err = b.readSheets(pkg, bounds)
	}
	if err == nil {
		return
	}
	var refused *refusal
	if errors.As(err, &refused) {
		b.fail(Place{File: b.File}, refused.code, refused.message, refused.hint)
		return
	}
	b.fail(Place{File: b.File}, "unreadable-workbook", "the workbook is damaged: "+err.Error(), "open it in a spreadsheet program, repair it and save it again as .xlsx")
}

func (b *Book) readSheets(pkg *pack, bounds Bounds) error {
	frame, err := pkg.frame()
	if err != nil {
		return err
	}
	left := bounds.Cells
	for _, entry := range frame.sheets {
		at := Place{File: b.File, Sheet: entry.name}
		rows, err := pkg.readRows(entry, frame, &left)
		var refused *refusal
		switch {
		case errors.As(err, &refused):
			b.fail(at, refused.code, refused.message, refused.hint)
		case err != nil:
			b.fail(at, "truncated-sheet", "the sheet is not whole: "+err.Error(), "open the workbook in a spreadsheet program and save it again; none of its rows were used")
		default:
			b.Sheets = append(b.Sheets, &Sheet{File: b.File, Name: entry.name, Rows: rows})
		}
	}
	return nil
}

// pack is an opened zip package.
type pack struct {
	parts  map[string]*zip.File // by lower-case name with forward slashes
	twice  map[string]bool      // names that two parts have
	bounds Bounds
	left   int64 // bytes that may still be unzipped
}

func openPackage(data []byte, bounds Bounds) (*pack, error) {
	if err := sniff(data); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &refusal{"unreadable-workbook", "it is not a whole .xlsx file (" + err.Error() + ")", "it may have been cut off on its way; ask for it again"}
	}
	p := &pack{parts: map[string]*zip.File{}, twice: map[string]bool{}, bounds: bounds, left: bounds.AllBytes}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		p.twice[name] = p.parts[name] != nil
		p.parts[name] = f
	}
	return p, p.recognise()
}

// recognise refuses packages that are zip files but no workbook we read.
func (p *pack) recognise() error {
	has := func(name string) bool { _, ok := p.parts[name]; return ok }
	switch {
	case has("xl/workbook.bin"):
		return &refusal{"unreadable-workbook", "it is a binary workbook (.xlsb)", "open it in a spreadsheet program and save it as .xlsx"}
	case has("word/document.xml"):
		return &refusal{"unreadable-workbook", "it is a text document (.docx), not a workbook", "send the table as .xlsx"}
	case has("mimetype") && has("content.xml"):
		return &refusal{"unreadable-workbook", "it is an OpenDocument file (.ods)", "open it in a spreadsheet program and save it as .xlsx"}
	}
	return nil
}

// part returns the unzipped bytes of a part, its checksum proven.
func (p *pack) part(name string) ([]byte, error) {
	key := strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
	f, ok := p.parts[key]
	switch {
	case !ok:
		return nil, fmt.Errorf("its part %s is missing", name)
	case p.twice[key]:
		return nil, fmt.Errorf("it holds two parts called %s", name)
	case f.UncompressedSize64 > uint64(p.bounds.PartBytes):
		return nil, tooLarge(fmt.Sprintf("its part %s unzips to %d MB; more than %d MB is not read", name, f.UncompressedSize64>>20, p.bounds.PartBytes>>20))
	case f.UncompressedSize64 > uint64(p.left):
		return nil, tooLarge(fmt.Sprintf("with its part %s the workbook unzips to more than %d MB, which is not read", name, p.bounds.AllBytes>>20))
	}
	p.left -= int64(f.UncompressedSize64)
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be unzipped: %w", name, err)
	}
	defer r.Close()
	// One byte of room beyond the end: the lexer needs it and would copy the whole part to get it.
	buf := bytes.NewBuffer(make([]byte, 0, f.UncompressedSize64+bytes.MinRead+1))
	if _, err := io.Copy(buf, io.LimitReader(r, p.bounds.PartBytes+1)); err != nil {
		return nil, fmt.Errorf("its part %s is damaged: %w", name, err)
	}
	return utf8Text(buf.Bytes(), p.bounds)
}

func tooLarge(message string) error {
	return &refusal{"too-large", message, "split the workbook, or remove what it does not need"}
}

package mapping

import (
	"testing"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// What the tests of proposals share with those of mappings.
var (
	Update  = update
	Shipped = shipped
)

// CaseOf reads a case: what it shows, its worksheets as they stand in the file, and as workbooks.
func CaseOf(t *testing.T, path string) (head string, books []*workbook.Book) {
	c := readCase(t, path)
	head = c.text
	for _, s := range c.sections {
		if s.name != "proposal" {
			head += "-- " + s.name + " --\n" + s.body
		}
	}
	return head, c.books()
}

// ReadmeSheets are the worksheets of the README's examples.
func ReadmeSheets(t *testing.T) (books []*workbook.Book) {
	for _, e := range examples(t) {
		books = append(books, &workbook.Book{File: e.file, Sheets: []*workbook.Sheet{e.sheet}})
	}
	return books
}

// SetOf loads mappings besides the shipped ones.
func SetOf(t testing.TB, own ...string) *Set { return set(t, own...) }

// SheetNamed finds a sheet of the standard.
func SheetNamed(std *standard.Standard, name string) *standard.Sheet {
	for _, s := range std.AllSheets() {
		if s.Named(name) {
			return s
		}
	}
	return nil
}

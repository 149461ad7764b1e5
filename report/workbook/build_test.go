package workbook

import (
	"fmt"
	"strings"
	"testing"

	"plimsoll/report/internal/ooxml/ooxmltest"
)

// parts are those of a package that a test makes.
type parts = ooxmltest.Parts

// readParts reads the package as x.xlsx.
func readParts(t testing.TB, p parts) *Book {
	t.Helper()
	return Read(p.Zip(t), "x.xlsx", Options{})
}

// codes lists the problems of a book as place and code.
func codes(b *Book) []string {
	var out []string
	for _, p := range b.Problems {
		out = append(out, p.Place.String()+" "+p.Code)
	}
	return out
}

// dump lists the cells that hold something, as A1 kind text (number), for tables of tests.
func dump(s *Sheet) []string {
	var out []string
	for _, row := range s.Rows {
		for i, c := range row.Cells {
			if c.Kind != Blank {
				out = append(out, s.Place(row.Index, i+1).Cell()+" "+c.String())
			}
		}
	}
	return out
}

// String is how tests name a cell; the number stands where it is not the text.
func (c Cell) String() string {
	kind := [...]string{"blank", "number", "date", "text", "bool", "error", "uncached"}[c.Kind]
	number := ""
	if shown := fmt.Sprint(c.Number); (c.Kind == Number || c.Kind == Date) && shown != c.Text {
		number = " =" + shown
	}
	return strings.TrimSpace(kind + " " + c.Text + number)
}

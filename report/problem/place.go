package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Place says where in the senders' spreadsheets something stands.
// Row and Column count from 1; 0 means the whole sheet (or file).
type Place struct {
	File, Sheet string
	Row, Column int
}

// Cell names the cell as a spreadsheet does (C7), the row alone (7) or nothing.
func (p Place) Cell() string {
	switch {
	case p.Row == 0:
		return ""
	case p.Column == 0:
		return fmt.Sprint(p.Row)
	}
	return ColumnName(p.Column) + fmt.Sprint(p.Row)
}

// String is the form people can search for: audits.xlsx!Noise!C7.
func (p Place) String() string {
	parts := []string{p.File, p.Sheet, p.Cell()}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), "!")
}

// Inside is the place as whoever has the file open says it: Noise!C7.
func (p Place) Inside() Place {
	p.File = ""
	return p
}

// Compare orders places by file, sheet, row and column.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Sheet, q.Sheet),
		cmp.Compare(p.Row, q.Row), cmp.Compare(p.Column, q.Column))
}

// ColumnName turns 1 into A, 28 into AB.
func ColumnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// Counted is a number of things as messages have it: 1 row, 2 rows.
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Quoted is a text as messages have it: in quotes, and cut short where it is a novel.
func Quoted(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		s = string(runes[:60]) + "…"
	}
	return strconv.Quote(s)
}

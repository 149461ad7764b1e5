// Package grid is the paper that spreadsheets are written on: how many rows and columns a worksheet has, how its cells
// are named, and how much text a cell or a name takes. The numbers are Excel's own (its specifications and limits),
// which other programs keep to.
//
//	row, column, ok := grid.ParseCell("$C$7") // 7, 3, true
package grid

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// The grid of a worksheet.
const (
	MaxRow    = 1_048_576
	MaxColumn = 16_384
)

// The longest texts, in UTF-16 units as spreadsheets count letters.
const (
	MaxCellText  = 32_767
	MaxSheetName = 31
)

// ParseCell reads the name of a cell on the grid: C7 or $C$7. Rows and columns count from 1.
func ParseCell(name string) (row, column int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	digits := strings.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
	column = ColumnNumber(name[:len(name)-len(digits)])
	row, err := strconv.Atoi(digits)
	return row, column, err == nil && row >= 1 && row <= MaxRow && column >= 1 && column <= MaxColumn
}

// ColumnNumber reads the letters of a cell's name, whatever else stands there; it stops beyond the last column.
func ColumnNumber(ref string) int {
	column := 0
	for i := 0; i < len(ref) && column <= MaxColumn; i++ {
		if c := ref[i] &^ 0x20; c >= 'A' && c <= 'Z' {
			column = column*26 + int(c-'A') + 1
		}
	}
	return column
}

// Cut shortens a text to so many letters, of which one outside the first plane counts as two.
func Cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	units := utf16.Encode([]rune(s))
	return string(utf16.Decode(units[:min(len(units), most)]))
}

package workbook

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"plimsoll/report/internal/ooxml"
)

// offset1904 is the distance in days between the two calendars of serial days.
const offset1904 = 1462

// rawCell is a cell as the XML has it.
type rawCell struct {
	kind, value, inline string
	style               int
	formula, hasValue   bool
}

// values is what a workbook says of its cells' values: shared texts, formats, calendar.
type values struct {
	strings  []string       // the shared texts
	formats  []ooxml.Format // by style
	from1904 bool           // serial days count from 1904-01-01
	unproven bool           // it asks to be computed on opening: what formulas saved was perhaps never computed

	// Why there are none, nil where there are: a cell that needs them cannot be read.
	noStrings, noFormats error
}

// newValues reads what cells of a workbook refer to.
func newValues(pkg *ooxml.Package, book *ooxml.Workbook, bounds Bounds) (v *values, err error) {
	v = &values{formats: book.Formats, from1904: book.From1904, unproven: book.FullCalcOnLoad}
	if book.Styles != "" && !pkg.Has(book.Styles) {
		v.noFormats = fmt.Errorf("its part %s, which says how its numbers are shown, is missing", book.Styles)
	}
	switch {
	case book.Strings == "":
	case !pkg.Has(book.Strings):
		v.noStrings = fmt.Errorf("its part %s, which holds its texts, is missing", book.Strings)
	default:
		v.strings, err = readStrings(pkg, book.Strings, bounds.Cells)
	}
	return v, err
}

// cell decides what a cell holds. Where results of formulas are unproven, 0 and the empty text are none: libraries
// write one of them for every formula.
func (v *values) cell(raw rawCell) (Cell, error) {
	c, err := v.saved(raw)
	if v.unproven && raw.formula && (c.Kind == Blank || c.Number == 0 && (c.Kind == Number || c.Kind == Date)) {
		c = Cell{Kind: Uncached}
	}
	return c, err
}

// saved is what was saved of a cell. A formula may have an empty text for a value, but nothing else that is empty.
func (v *values) saved(raw rawCell) (Cell, error) {
	value := strings.TrimSpace(raw.value)
	switch {
	case raw.formula && value == "" && raw.inline == "" && !(raw.kind == "str" && raw.hasValue):
		return Cell{Kind: Uncached}, nil
	case raw.kind == "inlineStr":
		return textCell(cmp.Or(raw.inline, raw.value)), nil
	case raw.kind == "str":
		return textCell(raw.value), nil
	case value == "" && raw.kind != "e":
		return textCell(raw.inline), nil
	}
	switch raw.kind {
	case "s":
		return v.sharedCell(value), v.noStrings
	case "e":
		return Cell{Kind: ErrorValue, Text: value}, nil
	case "b":
		return boolCell(value), nil
	case "d":
		return isoCell(value), nil
	}
	if raw.style > 0 && v.noFormats != nil {
		return Cell{}, v.noFormats
	}
	return v.numberCell(value, raw.style), nil
}

// textCell is the cell of a text as its XML has it.
func textCell(s string) Cell {
	if s = plainText(s); s == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: s}
}

// boolCell brings the two ways to write a boolean to one: 1 and 0.
func boolCell(value string) Cell {
	switch value {
	case "1", "true":
		return Cell{Kind: Bool, Text: "1"}
	case "0", "false":
		return Cell{Kind: Bool, Text: "0"}
	}
	return Cell{Kind: ErrorValue, Text: value}
}

func (v *values) sharedCell(value string) Cell {
	index, err := strconv.Atoi(value)
	if err != nil || index < 0 || index >= len(v.strings) {
		return Cell{Kind: ErrorValue, Text: "text number " + value + ", which the workbook does not hold"}
	}
	if v.strings[index] == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: v.strings[index]}
}

func (v *values) numberCell(value string, style int) Cell {
	number, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(number) || math.IsInf(number, 0) ||
		strings.ContainsAny(value, "xX_") { // Go has more ways to write one
		return Cell{Kind: ErrorValue, Text: value}
	}
	format := ooxml.Plain
	if style >= 0 && style < len(v.formats) {
		format = v.formats[style]
	}
	switch {
	case format == ooxml.Plain:
		return Cell{Kind: Number, Number: number, Text: value}
	case format == ooxml.Duration: // counts from no day
		return Cell{Kind: Date, Duration: true, Number: number, Text: value}
	case v.from1904 && number >= 1: // below 1 it is a time of day alone
		number += offset1904
	}
	return Cell{Kind: Date, Number: number, Text: value}
}

// isoCell reads a date written as ISO 8601 text (t="d").
func isoCell(value string) Cell {
	for _, form := range []string{"2006-01-02", "2006-01-02T15:04:05", time.RFC3339} {
		if t, err := time.Parse(form, value); err == nil {
			_, zone := t.Zone() // the day where it was written, not in Greenwich
			return Cell{Kind: Date, Number: unixSerial + float64(t.Unix()+int64(zone))/86400, Text: value}
		}
	}
	return textCell(value)
}

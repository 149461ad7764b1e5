// Package workbook reads .xlsx and .xlsm files, and text tables, as tables of raw cells that know their place: any file
// gives sheets, or problems that say what is wrong and what helps.
//
//	files, notes, err := workbook.Find([]string{"audits/"})
//	err = workbook.Each(ctx, files, workbook.Options{}, jobs, beside, func(i int, book *workbook.Book) error {
//		cell := book.Sheets[0].Rows[5].At(4) // cell.Kind, cell.Number, cell.Text
//		…
//	})
//
// The way of a workbook: internal/filetype tells what the file is, internal/ooxml unlocks it and opens it by excelize
// (sheets, calendar, formats); here its rows and shared texts are streamed from their parts (rows.go, strings.go,
// cell.go), merged blocks and hidden parts with them. Every sheet is either seen whole, with its checksum, up to its
// closing tag, or it is a named problem and gives no rows at all. A text table is taken apart by internal/textable.
//
// Why rows are not read by excelize, each measured over 563 workbooks of others: its Rows gives half of a sheet that
// was cut in half and no error, and knows no kinds of cells; with GetCellType, style and formula beside it, it is 28
// times slower and 413 of the workbooks come out equal. Its shared texts take six times as long as the whole reading
// (2.9 million of them: 1.1 GB), its merged cells 48 s for one file, and overlapping ones are fused. It judges our rows
// instead, cell by cell, in .ci/judge.
package workbook

import (
	"slices"
	"strconv"
	"time"

	"plimsoll/report/problem"
)

// Kind says what a cell holds.
type Kind uint8

// The kinds of cells. Date is a number whose format shows a date or a time; its Number is a serial day of the 1900
// system whatever the workbook uses, or a length of time in days. Uncached is a formula saved without its value.
// Refused is a cell of a made table whose problem is said already: it has no value.
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
	Kind     Kind
	Duration bool    // of Date: a length of time, which its format counts on beyond a day ([h]:mm); 1.5 is 36 hours
	Number   float64 // of Number and Date
	Text     string  // as stored, trimmed of white space; of a number its stored digits
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
	Index  int
	Fields int // of a text file: how many values the record has, blank ones at its end included; of a worksheet 0
	Cells  []Cell
}

// At gives the cell in a column counted from 1, Blank where the row is shorter.
func (r Row) At(column int) Cell {
	if column < 1 || column > len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column-1]
}

// blank says whether the row holds nothing.
func (r Row) blank() bool {
	return !slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Kind != Blank })
}

// Sheet is one worksheet, complete, or a table that a mapping made of one.
type Sheet struct {
	File, Name string
	Rows       []Row
	Covered    int     // how many values lay under merged blocks, and were taken out
	Merged     []Block // by row and column, none over another; the upper left cell alone holds a value

	// What nobody sees who opens the workbook: all of the sheet, and rows and columns that hold something.
	Hidden                    bool
	HiddenRows, HiddenColumns []Span

	// FullCalcOnLoad says that values of formulas were used, in a workbook that asks to be computed on opening: perhaps
	// they were never computed. Those of 0 and empty text are Uncached.
	FullCalcOnLoad bool

	Pictures int // of a sheet without rows

	// Origin says where a cell of a made table stands in the worksheet; nil for a worksheet itself.
	Origin func(row, column int) problem.Place
	// Refusal is what was said of a Refused cell of a made table.
	Refusal func(row, column int) problem.Problem
	// Span names the rows that a row of a made table was made of (2-1441), blank where it is one.
	Span func(row int) string
}

// Place names a cell of the sheet as it was sent; column 0 is the whole row.
func (s *Sheet) Place(row, column int) problem.Place {
	if s.Origin != nil {
		return s.Origin(row, column)
	}
	return problem.Place{File: s.File, Sheet: s.Name, Row: row, Column: column}
}

// Book is what could be read of one file, and what could not.
type Book struct {
	File     string
	Size     int // bytes of the file, and their SHA-256 in hex; 0 and blank where it could not be opened
	SHA256   string
	Sheets   []*Sheet
	Problems []problem.Problem
}

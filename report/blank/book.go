// Package blank makes the workbook that init writes: the sheets of a standard with their headings explained, formats,
// dropdowns and an example row, in a language.
//
//	data, err := blank.Book(blank.Sheets(std, std.Language("vi")))
//
// sheets.go says which sheets and columns there are, notes.go what is said at a heading and what an example holds;
// book.go writes them with excelize.
package blank

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"plimsoll/report/internal/grid"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// Sheet declares a sheet of a blank workbook: its headings, and rows that show how it is filled in.
type Sheet struct {
	Name     string
	Columns  []Column
	Examples [][]workbook.Cell // below the headings, cell by column; a Date's Number is its serial day
	Note     string            // explains the first example
}

// Column declares a column of a blank workbook.
type Column struct {
	Heading  string
	Required bool     // its heading is marked with a star
	Note     string   // shown to who points at the heading
	Format   string   // number format of its cells, TextFormat for text
	Width    float64  // in characters
	List     []string // words to choose from; none = no dropdown
	Strict   bool     // another word is refused; else it is only asked whether it is meant
	Reply    string   // what is said to another word
}

// TextFormat keeps what is typed as it is: 75-09-2 stays a CAS number, 007 keeps its zeros.
const TextFormat = "@"

// The looks of a blank workbook.
const (
	headerFill  = "D9E8EF"
	headerLine  = "0B5C7A"
	exampleInk  = "5F6B73"
	headerSize  = 32 // points: two lines
	noteWidth   = 330
	noteLine    = 16 // pixels
	noteLetters = 48 // in a line
)

// What a spreadsheet can hold of a dropdown and its reply, in UTF-16 units.
const (
	longestList  = 255
	longestTitle = 32
	longestReply = 255
)

// DateCell is a day as a spreadsheet of the 1900 system stores it.
func DateCell(day time.Time) workbook.Cell {
	return workbook.Cell{Kind: workbook.Date,
		Number: day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24}
}

// Book makes a workbook of the sheets, in their order. The same sheets give the same bytes: excelize stamps nothing
// with the clock.
func Book(sheets []Sheet) ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	for i, s := range sheets {
		if err := addBlank(book, i, s); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	book.SetActiveSheet(0)
	if err := book.SetDocProps(&excelize.DocProperties{Creator: "plimsoll", Title: "Audit workbook"}); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := book.Write(&out)
	return out.Bytes(), err
}

// addBlank writes one sheet. The order matters: a column's style is laid over cells that are there already, and a note
// is placed by the widths of columns.
func addBlank(book *excelize.File, at int, s Sheet) error {
	if at == 0 { // a new file has one sheet; it becomes the first, so that any sheet may be called Sheet1
		if err := book.SetSheetName(book.GetSheetName(0), s.Name); err != nil {
			return err
		}
	} else if _, err := book.NewSheet(s.Name); err != nil {
		return err
	}
	b := &sheetWriter{book, s}
	for _, step := range []func() error{b.columns, b.header, b.examples, b.dropdowns, b.notes} {
		if err := step(); err != nil {
			return err
		}
	}
	return book.SetSheetDimension(s.Name, "A1:"+cellName(len(s.Columns), 1+len(s.Examples)))
}

type sheetWriter struct {
	book *excelize.File
	Sheet
}

func cellName(column, row int) string { return problem.Place{Row: row, Column: column}.Cell() }

// columns gives each whole column its width and format, rows that are filled in later included.
func (b *sheetWriter) columns() error {
	for i, c := range b.Columns {
		style, err := b.book.NewStyle(b.style(c, false))
		if err != nil {
			return err
		}
		name := problem.ColumnName(i + 1)
		if err := b.book.SetColWidth(b.Name, name, name, c.Width); err != nil {
			return err
		}
		if err := b.book.SetColStyle(b.Name, name, style); err != nil {
			return err
		}
	}
	return nil
}

func (b *sheetWriter) style(c Column, example bool) *excelize.Style {
	style := &excelize.Style{CustomNumFmt: &c.Format,
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: c.Format == TextFormat}}
	if example {
		style.Font = &excelize.Font{Italic: true, Color: exampleInk}
	}
	return style
}

// header writes the headings into the first row and keeps it in sight.
func (b *sheetWriter) header() error {
	style, err := b.book.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headerFill}},
		Border:    []excelize.Border{{Type: "bottom", Color: headerLine, Style: 1}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	})
	if err != nil {
		return err
	}
	for i, c := range b.Columns {
		heading := c.Heading
		if c.Required {
			heading += " *"
		}
		if err := b.book.SetCellStr(b.Name, cellName(i+1, 1), heading); err != nil {
			return err
		}
	}
	if err := b.book.SetCellStyle(b.Name, "A1", cellName(len(b.Columns), 1), style); err != nil {
		return err
	}
	if err := b.book.SetRowHeight(b.Name, 1, headerSize); err != nil {
		return err
	}
	return b.book.SetPanes(b.Name,
		&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// examples writes the example rows, in another ink than what is filled in.
func (b *sheetWriter) examples() error {
	for i, c := range b.Columns {
		style, err := b.book.NewStyle(b.style(c, true))
		if err != nil {
			return err
		}
		for j, row := range b.Examples {
			at := cellName(i+1, j+2)
			if err := b.set(at, row[i]); err != nil {
				return err
			}
			if err := b.book.SetCellStyle(b.Name, at, at, style); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *sheetWriter) set(at string, c workbook.Cell) error {
	switch c.Kind {
	case workbook.Blank:
		return nil
	case workbook.Number, workbook.Date:
		return b.book.SetCellFloat(b.Name, at, c.Number, -1, 64)
	}
	return b.book.SetCellStr(b.Name, at, c.Text)
}

// dropdowns offer the words of a list in every row under the headings.
func (b *sheetWriter) dropdowns() error {
	for i, c := range b.Columns {
		if !listFits(c.List) {
			continue
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(cellName(i+1, 2) + ":" + cellName(i+1, grid.MaxRow))
		if err := rule.SetDropList(c.List); err != nil {
			return err
		}
		severity := excelize.DataValidationErrorStyleWarning
		if c.Strict {
			severity = excelize.DataValidationErrorStyleStop
		}
		rule.SetError(severity, grid.Cut(c.Heading, longestTitle), grid.Cut(c.Reply, longestReply))
		if err := b.book.AddDataValidation(b.Name, rule); err != nil {
			return err
		}
	}
	return nil
}

// listFits says whether a dropdown can hold the words: a spreadsheet parts them by commas and takes no long list. To
// offer some of the words alone would say that the others are wrong, so a list that does not fit gives no dropdown.
func listFits(words []string) bool {
	all := strings.Join(words, ",")
	return all != "" && strings.Count(all, ",") == len(words)-1 && all[0] != '=' &&
		len(utf16.Encode([]rune(all))) <= longestList
}

// notes explains each heading, and the first example.
func (b *sheetWriter) notes() error {
	for i, c := range b.Columns {
		if err := b.note(cellName(i+1, 1), c.Note); err != nil {
			return err
		}
	}
	if len(b.Examples) == 0 {
		return nil
	}
	return b.note("A2", b.Note)
}

// note adds a note that is high enough for its text.
func (b *sheetWriter) note(at, text string) error {
	if text == "" {
		return nil
	}
	lines := 1
	for line := range strings.Lines(text) {
		lines += 1 + len([]rune(line))/noteLetters
	}
	return b.book.AddComment(b.Name,
		excelize.Comment{Cell: at, Author: "plimsoll", Width: noteWidth, Height: uint(lines * noteLine),
			Paragraph: []excelize.RichTextRun{{Text: text}}})
}

package main

import (
	"fmt"
	"os"
	"time"

	"github.com/xuri/excelize/v2"
)

// numberFormats are those of the columns, as a spreadsheet writes them.
var numberFormats = map[string]string{
	"text": "@", "general": "General", "whole": "#,##0", "tenths": "#,##0.0", "cents": "#,##0.00", "percent": "0.0%",
	"day": "yyyy-mm-dd", "month": "yyyy-mm",
}

const (
	headerFill = "EDF2F5"
	headerLine = "0B5C7A"
)

type column struct {
	Heading string
	Width   float64
	Format  string // a name of numberFormats
}

// A sheet is a header row and rows of string, int, float64, time.Time or nil (blank) under it.
type sheet struct {
	name    string
	columns []column
	rows    [][]any
}

// writeBook saves the sheets in order; the dates in the properties are fixed, so that the bytes are.
func writeBook(path string, sheets []sheet) error {
	book := excelize.NewFile(excelize.Options{ShortDatePattern: numberFormats["day"]})
	defer book.Close()
	for _, s := range sheets {
		if _, err := book.NewSheet(s.name); err != nil {
			return err
		}
		if err := writeSheet(book, s); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	book.SetActiveSheet(0)
	if err := book.SetDocProps(properties()); err != nil {
		return err
	}
	return save(book, path)
}

// save is SaveAs without its permission to execute.
func save(book *excelize.File, path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := book.Write(file); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

func properties() *excelize.DocProperties {
	return &excelize.DocProperties{
		Creator: "Harbour Footwear (invented)", Title: "Sample data of plimsoll: all names and figures are invented",
		Created: "2026-10-01T08:00:00Z", Modified: "2026-10-01T08:00:00Z",
	}
}

func writeSheet(book *excelize.File, s sheet) error {
	if err := writeHeader(book, s); err != nil {
		return err
	}
	for i, row := range s.rows {
		if len(row) != len(s.columns) {
			return fmt.Errorf("row %d has %d cells under %d headings", i+2, len(row), len(s.columns))
		}
		if err := book.SetSheetRow(s.name, fmt.Sprintf("A%d", i+2), &row); err != nil {
			return err
		}
	}
	if err := book.SetSheetDimension(s.name, "A1:"+cellName(len(s.columns), len(s.rows)+1)); err != nil {
		return err
	}
	return formatColumns(book, s)
}

func writeHeader(book *excelize.File, s sheet) error {
	headings := make([]any, len(s.columns))
	for i, c := range s.columns {
		headings[i] = c.Heading
	}
	if err := book.SetSheetRow(s.name, "A1", &headings); err != nil {
		return err
	}
	style, err := book.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headerFill}},
		Border:    []excelize.Border{{Type: "bottom", Color: headerLine, Style: 1}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	})
	if err != nil {
		return err
	}
	if err := book.SetCellStyle(s.name, "A1", cellName(len(s.columns), 1), style); err != nil {
		return err
	}
	if err := book.SetRowHeight(s.name, 1, 30); err != nil {
		return err
	}
	if err := book.AutoFilter(s.name, "A1:"+cellName(len(s.columns), len(s.rows)+1), nil); err != nil {
		return err
	}
	return book.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// formatColumns comes after the values: excelize gives a time its own style when it is set.
func formatColumns(book *excelize.File, s sheet) error {
	for i, c := range s.columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := book.SetColWidth(s.name, name, name, c.Width); err != nil {
			return err
		}
		format := numberFormats[c.Format]
		alignment := &excelize.Alignment{Vertical: "top", WrapText: c.Width >= 40}
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format, Alignment: alignment})
		if err != nil {
			return err
		}
		if err := book.SetCellStyle(s.name, cellName(i+1, 2), cellName(i+1, len(s.rows)+1), style); err != nil {
			return err
		}
	}
	return nil
}

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // only a column below 1 or above 16,384
	}
	return name
}

// date reads the dates of the tables; "" is a blank cell.
func date(iso string) any {
	if iso == "" {
		return nil
	}
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		panic(err) // a slip in a table of this folder
	}
	return t
}

// stated is a number's cell, blank where there is none.
func stated(v float64) any {
	if v == 0 {
		return nil
	}
	return v
}

// counted is the same for a count.
func counted(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// filled is a text cell, blank where there is nothing to say.
func filled(s string) any {
	if s == "" {
		return nil
	}
	return s
}

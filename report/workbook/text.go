package workbook

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/filetype"
	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/textable"
	"plimsoll/report/problem"
)

// TextForm is what is declared of a text file. The zero value declares nothing.
type TextForm struct {
	// Encoding is a name as textable.CheckEncoding knows it. Where a byte order mark or valid UTF-8 says otherwise, it
	// is not heeded.
	Encoding  string
	Delimiter byte // what stands between values; 0 = to be found
}

// readText reads a text file as a sheet that has its name. The number of a row is that of its record, as a spreadsheet
// shows it: blank lines count, ends of lines in quotes do not, nor does a line sep=.
func (b *Book) readText(data []byte, o Options) error {
	form, bounds := o.text(b.File), o.BoundsOrDefault()
	if err := filetype.Recognise(data); err != nil {
		return err
	}
	if int64(len(data)) > bounds.PartBytes/4 && !utf8.Valid(data) { // a copy in UTF-8 takes more room
		return fileerr.TooLarge(fmt.Sprintf("it has %d MB in another encoding than UTF-8", len(data)>>20))
	}
	text, concluded, err := textable.Decode(data, form.Encoding)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(path.Base(b.File), path.Ext(b.File))
	if concluded != "" {
		b.Problems = append(b.Problems, problem.TextEncoding.At(problem.Place{File: b.File},
			"it was read as %s, which its bytes alone can be", concluded))
	}
	rows, err := textRows(text, form.Delimiter, bounds.Cells)
	if err != nil {
		return err
	}
	b.Sheets = append(b.Sheets, &Sheet{File: b.File, Name: name, Rows: rows})
	return nil
}

// textRows makes rows of the records of a text, so many cells at most.
func textRows(text []byte, delimiter byte, cells int) ([]Row, error) {
	var rows []Row
	for record, err := range textable.Records(text, delimiter) {
		if err != nil {
			return nil, err
		}
		row := textRow(record.Index, record.Fields)
		switch cells -= len(row.Cells); {
		case len(row.Cells) == 0:
		case row.Index > grid.MaxRow:
			return nil, fileerr.TooLarge(fmt.Sprintf("it holds more than %d rows", grid.MaxRow))
		case cells < 0:
			return nil, fileerr.TooLarge("it holds more cells than are read")
		default:
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// textRow makes a row of a record, up to its last value that is not blank. It has no cells where all are.
func textRow(index int, fields []string) Row {
	last := len(fields)
	for last > 0 && fieldCell(fields[last-1]).Kind == Blank {
		last--
	}
	row := Row{Index: index, Fields: len(fields), Cells: make([]Cell, last)}
	for i, value := range fields[:last] {
		row.Cells[i] = fieldCell(value)
	}
	return row
}

// fieldCell is the cell of a value. ="007" is how spreadsheets are told to leave a text alone.
func fieldCell(value string) Cell {
	value = strings.TrimSpace(value)
	if inner, found := strings.CutPrefix(value, `="`); found && inner != "" &&
		strings.IndexByte(inner, '"') == len(inner)-1 {
		value = strings.TrimSpace(inner[:len(inner)-1])
	}
	if strings.Contains(value, "\r") {
		value = newlines.Replace(value)
	}
	if value == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: value}
}

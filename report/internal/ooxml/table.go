package ooxml

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Texts are a row of texts from column A on; "" is no cell. Rows count from 1.
type Texts struct {
	Row   int
	Cells []string
}

// Table writes a new workbook of one sheet, by excelize. The rows, which are in order, are texts whatever they look
// like; the same rows give the same bytes.
func Table(sheet string, rows []Texts) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName(f.GetSheetName(0), sheet); err != nil {
		return nil, err
	}
	w, err := f.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", row.Row), row.values()); err != nil {
			return nil, err
		}
	}
	if err := w.Flush(); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = f.Write(&out)
	return out.Bytes(), err
}

// values are the texts as excelize takes them; nil is no cell.
func (t Texts) values() []any {
	out := make([]any, len(t.Cells))
	for i, text := range t.Cells {
		if text != "" {
			out[i] = text
		}
	}
	return out
}

package annotate

import (
	"errors"
	"strings"

	"plimsoll/report/internal/grid"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/workbook"
)

// sheetName makes a name that a worksheet may have of one that it may not.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return '_'
		}
		return r
	}, name)
	if name = strings.Trim(grid.Cut(name, grid.MaxSheetName), "' "); name == "" {
		return "table"
	}
	return name
}

// textBook writes the table of a text file as a workbook of one sheet. All cells stay texts: a spreadsheet changes
// nothing.
func textBook(s *workbook.Sheet, called string) ([]byte, error) {
	var rows []ooxml.Texts
	for _, row := range s.Rows {
		texts := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			if len(grid.Cut(c.Text, grid.MaxCellText)) < len(c.Text) {
				return nil, errors.New("a value of it is longer than a cell of a workbook")
			}
			texts[i] = c.Text
		}
		rows = append(rows, ooxml.Texts{Row: row.Index, Cells: texts})
	}
	return ooxml.Table(called, rows)
}

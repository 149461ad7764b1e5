package annotate

import (
	"fmt"

	"plimsoll/report/internal/ooxml/ooxmltest"
	"plimsoll/report/workbook"
)

// parts are those of a package that a test makes.
type parts = ooxmltest.Parts

// dump lists the cells that hold something, as A1, kind, text and number.
func dump(s *workbook.Sheet) []string {
	var out []string
	for _, row := range s.Rows {
		for i, c := range row.Cells {
			if c.Kind != workbook.Blank {
				out = append(out, fmt.Sprintf("%s %d %q %v", s.Place(row.Index, i+1).Cell(), c.Kind, c.Text, c.Number))
			}
		}
	}
	return out
}

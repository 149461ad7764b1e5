package workbook

import (
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/xmlpart"
)

const pictureHint = "a picture of a table cannot be read: ask for the spreadsheet it was made from, or type it into " +
	"cells"

// pictures counts the pictures of a sheet that has no rows; of another sheet nobody asks. A drawing that cannot be read
// counts as none.
func (s *sheetReader) pictures(pkg *ooxml.Package, part string) (n int) {
	if len(s.rows) > 0 || s.drawing == "" {
		return 0
	}
	relations, err := pkg.Relations(part)
	if err != nil || relations[s.drawing].Kind != "drawing" {
		return 0
	}
	err = pkg.Each(relations[s.drawing].Target, func(r *xmlpart.Scanner) error {
		if string(r.Name()) == "pic" {
			n++
		}
		return nil
	})
	if err != nil {
		return 0
	}
	return n
}

// onlyPictures says whether no sheet holds a row, and all of them pictures or nothing.
func (b *Book) onlyPictures() bool {
	pictures := 0
	for _, s := range b.Sheets {
		if len(s.Rows) > 0 {
			return false
		}
		pictures += s.Pictures
	}
	return pictures > 0
}

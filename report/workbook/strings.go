package workbook

import (
	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// readStrings reads the shared texts of a workbook, so many at most. Phonetic guides (rPh) are not part of a text.
func readStrings(pkg *ooxml.Package, part string, most int) (texts []string, err error) {
	err = pkg.Each(part, func(r *xmlpart.Scanner) error {
		if string(r.Name()) != "si" {
			return nil
		}
		if len(texts) > most {
			return fileerr.Oversize("it holds more shared texts than are read", "split the workbook")
		}
		s, err := r.RichText()
		texts = append(texts, plainText(s))
		return err
	})
	return texts, err
}

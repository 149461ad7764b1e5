package workbook

import (
	"plimsoll/report/internal/fileerr"
	"plimsoll/report/internal/ooxml"
	"plimsoll/report/internal/ooxml/xmlpart"
)

// readStrings reads the shared texts of a workbook, none where it has no part for them. Phonetic guides (rPh) are not
// part of a text.
func readStrings(pkg *ooxml.Package, part string, most int) (texts []string, err error) {
	if part == "" {
		return nil, nil
	}
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

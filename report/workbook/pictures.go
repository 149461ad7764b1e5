package workbook

const pictureHint = "a picture of a table cannot be read: ask for the spreadsheet it was made from, or type it into cells"

// pictures counts the pictures of a sheet that has no rows; of another sheet nobody asks. A drawing that cannot be read
// counts as none.
func (p *pack) pictures(part string, s *sheetReader) (n int) {
	if len(s.rows) > 0 || s.drawing == "" {
		return 0
	}
	relations, err := p.relations(part)
	if err != nil || relations[s.drawing].kind != "drawing" {
		return 0
	}
	err = p.each(relations[s.drawing].target, func(r *reader) error {
		if string(r.name) == "pic" {
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

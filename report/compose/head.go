package compose

import (
	"cmp"

	"plimsoll/report/language"
	"plimsoll/report/standard"
)

// Head is the data that every kind of document has.
type Head struct {
	Programme Text
	Company   Text
	Contact   Text
	Period    standard.Quarter // the reported quarter
	Issued    standard.Date    // the date of issue
	Ended     standard.Date    // last day of the quarter
	Version   Text
	Logo      Text   // what the theme's logo shows, blank without one
	Paper     string // a4 or letter
	Limits    []LimitRow
	Bilingual bool // a second language stands under the first
}

// Head is that of a kind in a language, but for the limits, which each kind chooses.
func (s *Source) Head(k *Kind, w *language.Words) Head {
	p := s.Data.Programme.In(w.Lang)
	return Head{Programme: Text(p.Name), Company: Text(p.Company), Contact: Text(p.Contact),
		Period: s.Period, Issued: s.Issued, Ended: s.End(),
		Version: Text(s.Version), Logo: Text(s.Logo), Paper: cmp.Or(k.Paper, s.Paper), Bilingual: w.Second() != nil}
}

package compose

import (
	"cmp"

	"plimsoll/report/language"
)

// Head is the data that every kind of document has.
type Head struct {
	Programme Text
	Company   Text
	Contact   Text
	Period    Text // the reported quarter
	Issued    Text // the date of issue
	Ended     Text // last day of the quarter
	Version   Text
	Logo      Text   // what the theme's logo shows, blank without one
	Paper     string // a4 or letter
	Limits    []LimitRow
	Bilingual bool // a second language stands under the first
}

// Head tells it for a kind in a language, but for the limits, which each kind chooses.
func (s *Source) Head(k *Kind, w *language.Words) Head {
	p := s.Data.Programme
	return Head{Programme: Text(p.Name), Company: Text(p.Company), Contact: Text(p.Contact), Period: Text(w.Quarter(s.Period)),
		Issued: Text(w.Date(s.Issued)), Ended: Text(w.Date(s.End())), Version: Text(s.Version), Logo: Text(s.Logo),
		Paper: cmp.Or(k.Paper, s.Paper)}
}

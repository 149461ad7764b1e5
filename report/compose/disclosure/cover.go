package disclosure

import (
	"unicode"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// draft finds why the document may not be published yet.
func (d *disclosure) draft() Draft {
	p := d.Data.Programme
	v := Draft{NotApproved: p.ApprovedBy == "" || p.ApprovedOn == 0, NoCompany: p.Company == "",
		NoContact: p.Contact == "",
		Areas:     d.Withholding(d.Source.Active()).Areas}
	v.Is = v.NotApproved || v.NoCompany || v.NoContact || len(v.Areas) > 0
	return v
}

// sign tells who answers for the document, and what the programme says of itself.
func (d *disclosure) sign(v *PublicView) {
	p := d.Data.Programme.In(d.W.Lang)
	v.Code, v.Targets, v.Policies = Text(p.CodeOfConduct), Text(p.Targets), Text(p.PoliciesURL)
	v.Statement, v.Assurance = d.passage("Statement", p.Statement), d.passage("Assurance", p.Assurance)
	v.ApprovedBy, v.ApprovedOn, v.SignedBy = Text(p.ApprovedBy), p.ApprovedOn, Text(p.SignedBy)
}

// passage is a text of the programme. One that is not marked with the document's language is taken for English, where
// its letters are Latin.
func (d *disclosure) passage(key, text string) Passage {
	given := d.Data.Programme.Gives(key, d.W.Lang) || d.W.IsEnglish() && isLatin(text)
	return Passage{Text: Text(text), Foreign: text != "" && !given}
}

// isLatin says that most letters of a text are Latin.
func isLatin(text string) bool {
	latin, letters := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	return 2*latin >= letters
}

// factories lists the factories by the fields of the Transparency Pledge.
func (d *disclosure) factories() []Factory {
	var out []Factory
	for _, s := range d.Active() {
		f := s.F
		name, other, lang := d.W.Names(f)
		row := Factory{ID: Text(f.ID), Name: Text(name), LocalName: Text(other), LocalLang: Text(lang),
			Address: Text(f.Address),
			Country: d.CountryName(f.Country), OSID: Text(f.OSID), Parent: Text(f.Parent), Product: Text(f.Product),
			Ownership: f.Ownership, Since: Text(f.Since), Band: benchmark.WorkerBand(f.Workers)}
		if f.Ended <= d.End() {
			row.Ended = f.Ended
		}
		out = append(out, row)
	}
	return out
}

// exits are the relationships that ended in the year up to the end of the quarter, the latest first, and how many
// ended before.
func (d *disclosure) exits() (list []Exit, before int) {
	year := (d.Period - 3).Start(d.Data.Programme.YearStarts)
	for _, s := range d.Rows {
		f := s.F
		switch {
		case f.Ended == 0 || f.Ended > d.End():
			continue
		case f.Ended < year:
			before++
			continue
		}
		exit := Exit{ID: Text(f.ID), Name: Text(d.W.NameOf(f)), Because: Text(f.EndedBecause), Since: Text(f.Since),
			On:      f.Ended,
			Country: d.CountryName(f.Country), Band: benchmark.WorkerBand(f.Workers), Within: f.Ended >= d.Start()}
		exit.Open, exit.Critical = d.openWhen(f.Ended, f)
		list = append(list, exit)
	}
	return list, before
}

// openWhen counts the findings of a factory that were open on a day, and the critical ones among them.
func (d *disclosure) openWhen(day standard.Date, factory *audit.Factory) (open, critical int) {
	for _, f := range d.findingsOf[factory] {
		if f.Raised > day || !f.IsOpen(day) {
			continue
		}
		if open++; f.Severity == "critical" {
			critical++
		}
	}
	return open, critical
}

// Package disclosure is the document for the public: what its template may use, which is a type that holds nothing private, its
// tables, and the indexes of standards. In come a compose.Programme and a template; out comes a compose.Document.
package disclosure

import (
	"fmt"
	"math"
	"net/url"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/internal/chart"
	"plimsoll/report/told"
)

// disclosure is a document for the public in the making.
type disclosure struct{ *compose.Programme }

// Document makes the public document by a template. pageOf gives the page of a heading, 0 where it is not known (yet): a document
// with an index is made, laid out and made once more.
func Document(p *compose.Programme, t *compose.Template, pageOf func(heading string) int) (*compose.Document, error) {
	d := &disclosure{p}
	view := View{Head: d.Head(t.Kind, d.W), Public: d.public()}
	view.Public.Index = index(d.W, pageOf)
	view.Limits = view.Public.Limits
	return t.Document(d.Source, nil, view, noCharts)
}

// noCharts refuses every chart: they draw figures of single places and people.
func noCharts(name string, _ url.Values) (chart.Figure, error) {
	return nil, fmt.Errorf("chart:%s is not for a public document (hint: use what stands under .Public)", name)
}

// public tells the programme to the public.
func (d *disclosure) public() *PublicView {
	p := d.Data.Programme
	v := &PublicView{Code: Text(p.CodeOfConduct), Statement: Text(p.Statement), Assurance: Text(p.Assurance), From: Text(d.W.Date(d.Start())),
		Section: map[string]Markup{}, Count: d.W.Count(float64(len(d.Active()))), Workers: d.print(d.WorkersInPublic()), NotCovered: d.notCovered(),
		Factories: d.factories(), Monitoring: d.Monitoring(func(people float64) string { return string(d.count(people)) }), Findings: d.findings(), Feedback: d.feedback(),
		Training: d.training(), Restatements: d.restatements(), Compared: d.Compared}
	for _, id := range sections() {
		v.Section[id] = heading(d.W, id)
	}
	for _, area := range d.MeasuredAreas() {
		a := d.area(area, len(v.Areas)+1)
		v.Areas, v.Summary = append(v.Areas, a), append(v.Summary, a.Sum)
	}
	v.Limits = compose.LimitRows(d.PublishedLimits())
	return v
}

// notCovered names relationships that ended, before the quarter or in it.
func (d *disclosure) notCovered() []Markup {
	var out []Markup
	for _, s := range d.Rows {
		switch f := s.F; {
		case f.Ended == 0 || f.Ended > d.End():
		case f.Ended < d.Start():
			out = append(out, d.W.Say("disclosure.ended.before", "id", f.ID, "name", d.W.NameOf(f), "date", d.W.Date(f.Ended)))
		default:
			out = append(out, d.W.Say("disclosure.ended.within", "id", f.ID, "name", d.W.NameOf(f), "date", d.W.Date(f.Ended)))
		}
	}
	return out
}

// factories lists the factories by the fields of the Transparency Pledge.
func (d *disclosure) factories() []PublicFactory {
	var out []PublicFactory
	for _, s := range d.Active() {
		f := s.F
		name, other, lang := d.W.Names(f)
		row := PublicFactory{ID: Text(f.ID), Name: Text(name), LocalName: Text(other), LocalLang: Text(lang), Address: Text(f.Address), Country: Text(d.CountryName(f.Country)),
			OSID: Text(f.OSID), Parent: Text(f.Parent), Product: Text(f.Product), Ownership: s.Ownership(f), Workers: d.W.Word("factory.unknown")}
		if band := benchmark.WorkerBand(f.Workers); band != "" {
			row.Workers = d.W.Name("disclosure.band", band)
		}
		if f.Ended != 0 && f.Ended <= d.End() {
			row.Ended = Text(d.W.Date(f.Ended))
		}
		out = append(out, row)
	}
	return out
}

// count prints a number of people, or that it is withheld.
func (d *disclosure) count(people float64) Markup { return d.print(told.CountOf(people)) }

func (d *disclosure) print(c told.Count) Markup {
	switch {
	case c.Withheld:
		return d.W.Word("disclosure.few")
	case math.IsNaN(c.N):
		return "–"
	}
	return Markup(d.W.Count(c.N))
}

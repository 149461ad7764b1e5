// Package disclosure is the document for the public: what its template may use, which is a type that holds nothing
// private, and how that is found. In come a compose.Programme and a template; out comes a compose.Document.
//
// The way: told decides what may be said; here it is put together into a View of values (view.go), part by part: who
// answers for the document and why it may still be a draft (cover.go), the page to quote (page.go), sums and tables
// by area (area.go), what became of findings (remedy.go), workers' voice (voice.go), and where standards' items stand
// (index.go). The template prints it.
package disclosure

import (
	"fmt"
	"math"
	"net/url"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/internal/chart"
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// disclosure is a document for the public in the making.
type disclosure struct {
	*compose.Programme
	findingsOf map[*audit.Factory][]*audit.Finding // raised up to the end of the quarter
}

func newDisclosure(p *compose.Programme) *disclosure {
	d := &disclosure{p, map[*audit.Factory][]*audit.Finding{}}
	for _, f := range d.Raised() {
		d.findingsOf[f.Factory] = append(d.findingsOf[f.Factory], f)
	}
	return d
}

// Document makes the public document by a template. pageOf gives the page of a heading, 0 where it is not known
// (yet): a document with an index is made, laid out and made once more.
func Document(p *compose.Programme, t *compose.Template, pageOf func(heading string) int) (*compose.Document, error) {
	d := newDisclosure(p)
	view := View{Head: d.Head(t.Kind, d.W), Public: d.public()}
	view.Public.Index = d.index(view.Public, pageOf)
	view.Limits = view.Public.Limits
	doc, err := t.Document(d.Source, nil, view, func(name string, parameters url.Values) (chart.Figure, error) {
		return d.charts(view.Public, name, parameters)
	})
	if err == nil && view.Public.Draft.Is {
		doc.Watermark = d.W.SayPlain("disclosure.draft.mark")
		doc.Left = doc.Watermark + " · " + doc.Left
	}
	return doc, err
}

// public tells the programme to the public.
func (d *disclosure) public() *PublicView {
	v := &PublicView{
		From: d.Start(), Section: numbers(), Count: len(d.Active()), Workers: d.WorkersInPublic(), Draft: d.draft(),
		Visits: d.visits(), Measured: d.measured(), NotVisited: d.notVisited(), Factories: d.factories(),
		Limits: compose.LimitRows(d.PublishedLimits()), Awaited: d.awaited(),
		Findings: d.findings(), Critical: d.critical(), Injuries: d.InjuriesInPublic(), Feedback: d.Channels(),
		Training: d.training(), Restated: d.restated(), Compared: d.Compared,
	}
	d.sign(v)
	v.Ended, v.Before = d.exits()
	for _, s := range d.Active() {
		if math.IsNaN(s.F.Workers) {
			v.Silent++
		}
	}
	v.Law, v.CodeOnly = d.notMet(standard.Legal), d.notMet(standard.Code) // of the law nothing is cut
	v.CodeMore = max(0, len(v.CodeOnly)-mostOfCode)
	v.CodeOnly = v.CodeOnly[:len(v.CodeOnly)-v.CodeMore]
	for _, area := range d.MeasuredAreas() {
		v.Sums = append(v.Sums, d.sum(area))
		v.Sums[len(v.Sums)-1].Outside = outside(area, v.Law)
	}
	v.Unknown = slices.DeleteFunc(slices.Clone(v.Sums), func(s AreaSum) bool {
		return s.Never.Count == 0 &&
			s.Old.Count == 0
	})
	if v.TooMany = v.Count > mostByFactory; !v.TooMany {
		for i, area := range d.MeasuredAreas() {
			v.ByFactory = append(v.ByFactory, d.byFactory(area, v.Sums[i]))
		}
	}
	v.Suppliers = d.suppliers(v)
	v.Page = d.page(v)
	return v
}

// charts draws what the public may see: shares of areas that are told.
func (d *disclosure) charts(v *PublicView, name string, parameters url.Values) (chart.Figure, error) {
	i := slices.IndexFunc(v.Sums, func(s AreaSum) bool { return s.Area.ID == parameters.Get("area") })
	switch {
	case name != "shares":
		return nil, fmt.Errorf("chart:%s is not for a public document (hint: chart:shares?area=noise is)", name)
	case i < 0 || !v.Sums[i].IsTold:
		return nil, fmt.Errorf("chart:shares: there is no share of the area %q to tell", parameters.Get("area"))
	}
	return v.Sums[i].line(d.W), nil
}

// line draws a share on an axis from 0 to 100 %, as it is printed: everyone judged now, and where those measured
// twice were and are.
func (s AreaSum) line(w *language.Words) chart.Figure {
	line := chart.ShareLine{Now: told.Percent(s.Now.Share()), Then: math.NaN(), Twice: math.NaN(), Lowest: math.NaN()}
	if s.Twice.Factories > 0 {
		line.Then, line.Twice = told.Percent(s.Twice.Then.Share()), told.Percent(s.Twice.Now.Share())
		line.ThenLabel = w.Share(s.Twice.Then.Share())
	}
	return line
}

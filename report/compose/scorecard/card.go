// Package scorecard is the document of one factory: what its template may use, the sentences that only it has, and its charts.
// In come a factory of compose.Source and a template; out comes a compose.Document.
package scorecard

import (
	"math"
	"slices"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/told"
)

// How much a scorecard shows of lists that may be long; problems.csv and results.csv have all of it.
const (
	mostLeftOut = 12
	mostTopics  = 4
)

// card is a factory's document in the making.
type card struct {
	*compose.FactoryText
	statuses []*told.AreaStatus
}

// Document makes the document of a factory by a template.
func Document(s *compose.Source, t *compose.Template, f *audit.Factory) (*compose.Document, error) {
	c := newCard(s, t.Words, f)
	view := c.view(t.Kind)
	if second := t.Words.Second(); second != nil {
		view.withSecond(t.Words, newCard(s, second, f).view(t.Kind))
	}
	return t.Document(s, f, view, c.charts)
}

func newCard(s *compose.Source, w *language.Words, f *audit.Factory) *card {
	return &card{compose.NewFactoryText(s, w, f), s.Areas(f)}
}

// view is the data of the document.
func (c *card) view(k *compose.Kind) View {
	v := View{Head: c.Head(k, c.W), Factory: c.factory(), Baseline: Text(c.W.CellQuarter(c.Baseline)), Areas: c.areaViews(),
		Figures: c.figureRows(), Findings: c.findings(), Training: c.training(), Feedback: c.Feedback(), Safety: c.Safety(),
		Notes: c.notes(), PeersNote: c.peersNote()}
	v.Limits = c.LimitRows()
	v.Attention, v.More = c.attention(&v.Findings)
	v.Improved = c.improved(&v.Findings)
	v.LeftOut, v.LeftMore = c.leftOut()
	return v
}

// factory tells who it is.
func (c *card) factory() *FactoryView {
	f := c.F
	name, other, lang := c.W.Names(f)
	v := &FactoryView{ID: Text(f.ID), Name: Text(name), LocalName: Text(other), LocalLang: Text(lang), OSID: Text(f.OSID), Parent: Text(f.Parent),
		Product: Text(f.Product), Processes: c.W.Processes(c.Standard, f.Processes), EndedBecause: Text(f.EndedBecause), HasDormitory: f.Dormitory == "yes"}
	v.Place = Text(strings.Join(compose.NonBlank(f.Address, c.Country()), ", "))
	v.Ownership, v.Workers = c.Ownership(), c.Workers()
	if f.Ended != 0 && f.Ended <= c.End() {
		v.Ended = Text(c.W.Date(f.Ended))
	}
	v.Audit = c.latestAudit()
	return v
}

// latestAudit tells the last visit up to the end of the quarter.
func (c *card) latestAudit() []Markup {
	var last *audit.Audit
	for i := range c.Data.Audits {
		if a := &c.Data.Audits[i]; a.Factory == c.F && a.Date <= c.End() {
			last = a
		}
	}
	if last == nil {
		return []Markup{c.W.Word("audit.none")}
	}
	first := []string{c.W.Date(last.Date)}
	if last.Kind != "" {
		first = append(first, string(c.W.Name("kind", last.Kind)))
	}
	if last.Announced != "" {
		first = append(first, string(c.W.Name("announced", last.Announced)))
	}
	var second []string
	if last.Auditor != "" {
		second = append(second, Text(last.Auditor).String())
	}
	if !math.IsNaN(last.Days) {
		second = append(second, string(c.W.Say("audit.days", "count", last.Days)))
	}
	lines := []Markup{c.W.List("comma", first), c.W.List("comma", second)}
	if !math.IsNaN(last.Interviewed) {
		lines = append(lines, c.W.Say("audit.interviewed", "count", last.Interviewed))
	}
	return slices.DeleteFunc(lines, func(m Markup) bool { return m == "" })
}

// areaViews tells every area that has a row for the factory.
func (c *card) areaViews() []AreaView {
	out := make([]AreaView, len(c.statuses))
	for i, st := range c.statuses {
		out[i] = c.areaView(st)
	}
	return out
}

func (c *card) areaView(st *told.AreaStatus) AreaView {
	v := AreaView{AreaText: c.AreaText(st)}
	if st.Last == nil {
		v.TrackAlt, v.ChartAlt, v.Caption = v.StatusWord, v.StatusWord, v.StatusWord
		return v
	}
	v.TrackAlt = c.trackAlt(st)
	if st.Lead != nil {
		v.ChartTitle, v.ChartAlt, v.Caption = c.leadTitle(st.Lead), c.chartAlt(st.Lead), c.caption(st)
	}
	return v
}

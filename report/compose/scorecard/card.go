// Package scorecard is the document of one factory: what its template may use, the sentences that only it has, and its charts.
// In come a factory of compose.Source and a template; out comes a compose.Document.
package scorecard

import (
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/told"
)

// How much a scorecard shows of lists that may be long; problems.csv and results.csv have all of it.
const (
	mostLeftOut = 12
)

// card is a factory's document in the making.
type card struct {
	*compose.FactoryText
	statuses []*told.AreaStatus
}

// Document makes the document of a factory by a template.
func Document(s *compose.Source, t *compose.Template, f *audit.Factory) (*compose.Document, error) {
	c := &card{compose.NewFactoryText(s, t.Words, f), s.Areas(f)}
	return t.Document(s, f, c.view(t.Kind), c.charts)
}

// view is the data of the document.
func (c *card) view(k *compose.Kind) View {
	v := View{Head: c.Head(k, c.W), Factory: c.factory(), Unreported: c.unreported(), Baseline: c.Baseline, Areas: c.areaViews(), Key: c.key(),
		Figures: c.figureRows(), Findings: c.findings(), Training: c.training(), Feedback: c.Feedback(),
		Safety: c.Safety(), Notes: c.notes(), Peers: c.peers()}
	v.Limits, v.IsComplete = c.LimitRows(), isComplete(v.Areas)
	v.Unlawful, v.Attention, v.More = c.attention()
	v.Improved, v.Uncalled = c.improved()
	v.LeftOut, v.LeftMore = c.leftOut()
	return v
}

// factory is who it is.
func (c *card) factory() *FactoryView {
	f := c.F
	v := &FactoryView{Factory: f, HasEnded: f.Ended != 0 && f.Ended <= c.End(), Visit: c.latestVisit()}
	v.Leads, v.Other, v.LocalLang = c.W.Names(f)
	v.Place = strings.Join(compose.NonBlank(f.Address, c.Country()), ", ")
	return v
}

// latestVisit is the last one up to the end of the quarter.
func (c *card) latestVisit() *audit.Audit {
	var last *audit.Audit
	for _, a := range c.Records(c.F).Audits {
		if a.Date <= c.End() {
			last = a
		}
	}
	return last
}

// areaViews tells every area that has a row for the factory.
func (c *card) areaViews() []AreaView {
	out := make([]AreaView, len(c.statuses))
	for i, st := range c.statuses {
		out[i] = c.areaView(st)
	}
	return out
}

// shown is where a factory stands in an area with the indicator in the lead that its row tells.
func shown(st *told.AreaStatus) *told.AreaStatus {
	told := *st
	told.Lead = compose.Shown(st)
	return &told
}

func (c *card) areaView(st *told.AreaStatus) AreaView {
	v := AreaView{AreaView: c.AreaView(st)}
	if st.Last == nil {
		word := c.StatusWord(st)
		v.TrackAlt, v.ChartAlt, v.Caption = word, word, word
		return v
	}
	v.TrackAlt = c.trackAlt(st)
	if drawn := shown(st); drawn.Lead != nil {
		v.ChartTitle, v.ChartAlt, v.Caption = c.leadTitle(drawn.Lead), c.chartAlt(drawn.Lead), c.caption(drawn)
	}
	return v
}

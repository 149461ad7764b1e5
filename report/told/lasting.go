package told

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Lasting is the programme for documents about all factories, which keep what is told of every one: as it is, but for
// what such documents ask of no earlier quarter, the units and rows behind its figures. What the rules of privacy make
// of them is settled before they are forgotten.
func (p *Programme) Lasting() *Programme {
	whole := New(p.Data, p.Standard, p.Limits, p.figures, p.Period)
	whole.lasting = true
	return whole
}

// areaQuarter is an area in a quarter.
type areaQuarter struct {
	area   *standard.Area
	period standard.Quarter
}

// slim forgets most of what is behind the figures of a factory. People are counted in the quarters of the last figures,
// of their baselines, and a year ago: their units stay.
func (p *Programme) slim(one *factoryFigures) {
	stays := map[areaQuarter]bool{}
	for _, st := range one.statuses {
		stays[areaQuarter{st.Area, p.Period}] = true
		if st.Last == nil {
			continue
		}
		for _, r := range append([]*Figure{st.Last, p.yearAgo(st)}, st.Rows...) {
			if r != nil {
				stays[areaQuarter{st.Area, r.Period}], stays[areaQuarter{st.Area, r.Baseline().Period}] = true, true
			}
		}
	}
	for _, f := range one.figures {
		f.publicly = forPublic().withheld(f.raw)
	}
	one.figures = slices.DeleteFunc(one.figures, func(f *Figure) bool {
		here := stays[areaQuarter{f.Area, f.Period}]
		f.forget(here)
		return !here && f.Indicator != nil
	})
}

// forget forgets what is behind a figure. Of a level that is followed stay its first and last quarter; shares within
// are followed quarter by quarter.
func (f *Figure) forget(unitsStay bool) {
	f.lasting = true
	for _, r := range []*benchmark.Result{f.Result, f.raw} {
		r.Forget(unitsStay)
	}
	if f.quarters = len(f.Series); f.Indicator != nil && f.quarters > 2 {
		f.Series = []*Figure{f.Series[0], f.Series[f.quarters-1]}
	}
}

// whole is what may be told inside of a factory, with all that is behind it.
func (p *Programme) whole(f *audit.Factory) []*Figure {
	if p.lasting {
		return p.tell(f)
	}
	return p.Of(f)
}

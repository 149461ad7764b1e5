package quarterly

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// business puts conditions and business side by side, without saying that one makes the other.
func (q *report) business() []BusinessRow {
	var out []BusinessRow
	for i, s := range q.Rows {
		p, ok := q.latestProduction(s.F)
		if !ok {
			continue
		}
		within, areas := 0, 0
		for _, st := range s.Statuses {
			if st.Last != nil && st.Overall.Status != benchmark.Stale && !math.IsNaN(st.Last.Within) {
				areas++
				if st.Last.Status == benchmark.Within {
					within++
				}
			}
		}
		alts := map[string]Markup{}
		for _, rate := range []string{"defects", "ontime", "turnover", "absence"} {
			alts[rate] = q.sparkAlt(s.F.ID, i, rate, "business."+rate)
		}
		out = append(out, BusinessRow{N: i, ID: Text(s.F.ID), Within: q.W.Say("report.areas", "within", within, "count", areas),
			Defects: q.percent(p.Defects),
			OnTime:  q.percent(p.OnTime), Turnover: q.percent(p.Turnover), Absence: q.percent(p.Absence), Alts: alts})
	}
	return out
}

// latestProduction is the row of the reported quarter.
func (q *report) latestProduction(f *audit.Factory) (*audit.Production, bool) {
	for _, p := range q.Records(f).Production {
		if p.Period.Quarter == q.Period && !p.Period.Year {
			return p, true
		}
	}
	return nil, false
}

// percent prints a share with one decimal, for rates that lie close together.
func (q *report) percent(v float64) Markup {
	if math.IsNaN(v) {
		return "–"
	}
	return q.W.Say("percent", "n", q.W.Decimal(v*100, 1))
}

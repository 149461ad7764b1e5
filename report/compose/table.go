package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// figureRows is every indicator of every area, as last measured.
func (t *teller) figureRows(list []*told.AreaStatus) []FigureRow {
	var out []FigureRow
	for _, st := range list {
		for i, r := range st.Rows {
			row := t.figureRow(r)
			if st.Overall.Status == benchmark.Stale {
				row.Status = benchmark.Stale
			}
			if i > 0 {
				row.Area = ""
			}
			out = append(out, row)
		}
	}
	return out
}

// roundPay drops the fraction of a minimum wage that was multiplied out from an hour's.
func roundPay(r *benchmark.Result) float64 {
	if r.Limit.PerHour {
		return math.Round(r.LimitValue)
	}
	return r.LimitValue
}

// enoughForTrend is the number of quarters from which a slope says something.
const enoughForTrend = 5

// lineName is what a row is about: its subject, or its indicator where it has none.
func (t *teller) lineName(r *benchmark.Result) Markup {
	if r.Subject != "" {
		return t.subjectName(r)
	}
	return t.w.Indicator(r.Indicator)
}

func (t *teller) figureRow(r *benchmark.Result) FigureRow {
	row := FigureRow{Area: t.w.Area(r.Area), Indicator: t.lineName(r), Status: r.Status,
		N: Markup(t.w.Count(float64(r.N))), People: "–", Level: levelOf(t.w, r), Line: "–", Share: "–", Worst: "–", Change: "–", Gap: "–", Trend: "–"}
	if r.Unit != "" && !math.IsNaN(r.Level) {
		row.Level = t.w.Say("amount", "n", row.Level, "unit", t.w.Unit(r.Unit))
	}
	if r.CountsPeople {
		row.People = Markup(t.w.Count(r.Weight))
	}
	if r.Limit != nil {
		row.Line = t.limitText(r.Indicator, r.Limit, roundPay(r), "", false)
		if !r.Limit.Verified {
			row.Line += t.w.Word("limit.unverified.mark")
		}
	}
	if !math.IsNaN(r.Within) {
		row.Share = t.w.Say("percent", "n", t.w.Share(r.Within))
	}
	if r.UnjudgedCount > 0 {
		row.Share += t.w.Word("list.comma") + t.w.Say("share.unjudged", "count", r.UnjudgedCount, "all", r.N)
	}
	if r.WorstPlace != "" {
		row.Worst = t.w.Say("worst.place", "worst", t.worst(r), "place", t.worstPlace(r))
	}
	_, row.Change, row.Verdict = t.changeOf(r)
	if !math.IsNaN(r.GapClosed) {
		row.Gap = t.w.Say("percent", "n", t.w.Decimal(math.Round(min(r.GapClosed, 1)*100), 0))
	}
	if n := len(r.Series); n > 1 && n < enoughForTrend {
		row.Trend = t.w.Word("figures.few")
	} else if !math.IsNaN(r.Trend) {
		row.Trend = Markup(t.w.Signed(r.Indicator, r.Trend))
	}
	return row
}

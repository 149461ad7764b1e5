package scorecard

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/told"
)

// figureRows is every indicator of every area, as last measured.
func (c *card) figureRows() []FigureRow {
	var out []FigureRow
	for _, st := range c.statuses {
		for i, r := range st.Rows {
			row := c.figureRow(r)
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
func roundPay(r *told.Figure) float64 {
	if r.Limit.PerHour {
		return math.Round(r.LimitValue)
	}
	return r.LimitValue
}

// enoughForTrend is the number of quarters from which a slope says something.
const enoughForTrend = 5

func (c *card) figureRow(r *told.Figure) FigureRow {
	row := FigureRow{Area: c.W.Area(r.Area), Indicator: c.LineName(r), Status: r.Status,
		N: Markup(c.W.Count(float64(r.N))), People: "–", Level: compose.LevelOf(c.W, r), Line: "–", Share: "–", Worst: "–", Change: "–", Gap: "–", Trend: "–"}
	if r.Unit != "" && !math.IsNaN(r.Level) {
		row.Level = c.W.Say("amount", "n", row.Level, "unit", c.W.Unit(r.Unit))
	}
	if r.CountsPeople {
		row.People = Markup(c.W.Count(r.Weight))
	}
	if r.Limit != nil {
		row.Line = c.LimitText(r.Indicator, r.Limit, roundPay(r), "", false)
		if !r.Limit.Verified {
			row.Line += c.W.Word("limit.unverified.mark")
		}
	}
	if !math.IsNaN(r.Within) {
		row.Share = c.W.Say("percent", "n", c.W.Share(r.Within))
	}
	if r.UnjudgedCount > 0 {
		row.Share += c.W.Word("list.comma") + c.W.Say("share.unjudged", "count", r.UnjudgedCount, "all", r.N)
	}
	if r.WorstPlace != "" || r.Withholds(benchmark.ColumnWorst) {
		row.Worst = c.W.Say("worst.place", "worst", c.Worst(r), "place", c.WorstPlace(r))
	}
	_, row.Change, row.Verdict = c.ChangeOf(r)
	if !math.IsNaN(r.GapClosed) {
		row.Gap = c.W.Say("percent", "n", c.W.Decimal(math.Round(min(r.GapClosed, 1)*100), 0))
	}
	if n := len(r.Series); n > 1 && n < enoughForTrend {
		row.Trend = c.W.Word("figures.few")
	} else if !math.IsNaN(r.Trend) {
		row.Trend = Markup(c.W.Signed(r.Indicator, r.Trend))
	}
	return row
}

package scorecard

import (
	"math"

	"plimsoll/report/compose"
	"plimsoll/report/told"
)

func (c *card) trackAlt(st *told.AreaStatus) Markup {
	r := st.Last
	switch {
	case math.IsNaN(r.Within) || compose.TooFewJudged(r):
		return c.W.Word("share.none")
	case r.HasBaseline && r.BaselinePeriod != r.Period:
		return c.W.Say("track.both", "now", c.W.Share(r.Within), "then", c.W.Share(r.BaselineLevel), "since", c.W.Quarter(r.BaselinePeriod))
	}
	return c.W.Say("track.now", "now", c.W.Share(r.Within))
}

func (c *card) leadTitle(r *told.Figure) Markup {
	return c.W.SayOf("chart.title.", r.Indicator.ID, "any", "unit", c.W.Unit(r.Unit), "subject", c.SubjectName(r), "indicator", c.W.Indicator(r.Indicator))
}

// chartAlt says in words and numbers what the chart shows.
func (c *card) chartAlt(r *told.Figure) Markup {
	rows := c.History(r)
	if len(rows) == 0 { // measured before the time axis begins
		rows = []*told.Figure{r}
	}
	measured := 0
	for _, h := range rows {
		if !math.IsNaN(h.Level) {
			measured++
		}
	}
	all := int(c.Period-c.First) + 1
	alt := c.W.Say("chart.alt", "title", c.leadTitle(r), "first", compose.LevelOf(c.W, rows[0]), "from", c.W.Quarter(rows[0].Period),
		"last", compose.LevelOf(c.W, r), "to", c.W.Quarter(r.Period), "measured", measured, "all", all)
	if r.Limit != nil {
		alt = c.W.AddSentence(alt, c.W.Say("chart.alt.limit", "limit", c.LimitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, false)))
	}
	return alt
}

// caption names the worst place, and how many reach the living wage.
func (c *card) caption(st *told.AreaStatus) Markup {
	r := st.Lead
	var caption Markup
	if compose.HasWorst(r) {
		caption = c.W.Say("chart.worst", "place", c.WorstPlace(r), "worst", c.Worst(r))
	}
	for _, other := range st.Rows {
		if other.Indicator.IsLiving() && !math.IsNaN(other.Within) {
			caption = c.W.Say("chart.living.reached", "share", c.W.Share(other.Within), "limit", compose.Amount(c.W, other, other.LimitValue))
		}
	}
	return caption
}

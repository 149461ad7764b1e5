package scorecard

import (
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/internal/chart"
	"plimsoll/report/told"
)

// notApplicable is the symbol of an area that the factory cannot have; it has no chart.
const notApplicable = "not-applicable"

// key is what the first page uses, no more and no less.
func (c *card) key() Key {
	k := Key{Lines: c.lines()}
	k.Peers = slices.Contains(k.Lines, "line-grey")
	for _, mark := range []string{benchmark.Within, benchmark.Beyond, benchmark.Stale, benchmark.NotMeasured, notApplicable,
		benchmark.NoLimit, benchmark.NotJudged} {
		if slices.ContainsFunc(c.statuses, func(st *told.AreaStatus) bool { return compose.MarkOf(st) == mark }) {
			k.Marks = append(k.Marks, mark)
		}
	}
	for _, st := range c.statuses {
		k.Unverified = k.Unverified || st.Lead != nil && slices.ContainsFunc(st.Rows, func(r *told.Figure) bool {
			return r.Limit != nil && !r.Limit.Verified
		})
	}
	return k
}

// lines are the marks that the trends of the factory draw, in the order in which the key explains them.
func (c *card) lines() []string {
	var used []string
	for _, st := range c.statuses {
		if compose.MarkOf(st) != notApplicable {
			used = append(used, c.trend(st).Uses()...)
		}
	}
	return slices.DeleteFunc(chart.TrendMarks(), func(mark string) bool { return !slices.Contains(used, mark) })
}

package scorecard

import (
	"math"
	"slices"

	"plimsoll/report/compose"
	"plimsoll/report/told"
)

// mostAttention bounds the list on the first page; the table of all figures has the rest. What breaks the law is never
// cut.
const mostAttention = 10

// attention parts what needs attention into what breaks the law and what else there is, and counts what finds no room.
func (c *card) attention() (unlawful, others []compose.Item, more int) {
	items := c.Items()
	at := slices.IndexFunc(items, func(it compose.Item) bool { return it.Rank != compose.BreaksLaw })
	if at < 0 {
		return items, nil, 0
	}
	unlawful, others = items[:at], items[at:]
	if more = len(others) - mostAttention; more > 0 {
		return unlawful, others[:mostAttention], more
	}
	return unlawful, others, 0
}

// improved lists the areas that got better since the baseline, and apart from them those where a legal minimum is missed.
func (c *card) improved() (improved, uncalled []*told.AreaStatus) {
	for _, st := range c.statuses {
		switch {
		case !compose.HasImproved(st) || st.IsStale():
		case st.BreaksLaw():
			uncalled = append(uncalled, st)
		default:
			improved = append(improved, st)
		}
	}
	return improved, uncalled
}

// isComplete says that every area that is expected of the factory was measured in the last four quarters, all of it was
// judged and nothing was left out: only then it can be said that nothing needs attention.
func isComplete(areas []AreaView) bool {
	return !slices.ContainsFunc(areas, func(v AreaView) bool {
		expected := v.Mark != "not-applicable"
		return expected && (v.Last == nil || v.IsStale() || math.IsNaN(v.Last.Within) || v.Last.UnjudgedCount > 0 || v.Lost || v.Refused > 0 ||
			v.Lead != nil && math.IsNaN(v.Lead.Within))
	})
}

// unreported are the ids of what the factory sent nothing of for the quarter.
func (c *card) unreported() []string {
	var out []string
	add := func(id string, sent bool) {
		if !sent {
			out = append(out, id)
		}
	}
	add("training", slices.ContainsFunc(c.TrainingOf(c.F), func(t compose.Training) bool { return t.Sessions > 0 }))
	add("feedback", len(c.Feedback()) > 0)
	add("safety", len(c.Safety()) > 0)
	add("audit", len(c.Records(c.F).Audits) > 0)
	return out
}

package scorecard

import (
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// training sums up the sessions of the quarter by audience.
func (c *card) training() []compose.Training {
	return slices.DeleteFunc(c.TrainingOf(c.F), func(t compose.Training) bool { return t.Sessions == 0 })
}

// leftOut lists what was left out of the factory's data or needs a look, each cause once, the gravest first.
func (c *card) leftOut() (list []problem.Cause, more int) {
	all := c.Causes()
	shown := min(len(all), mostLeftOut)
	return all[:shown], len(all) - shown
}

// notes says what a reader of these figures must know, each thing once with the areas that it holds for.
func (c *card) notes() []Note {
	var out []Note
	add := func(id string, area *standard.Area, since standard.Quarter) {
		at := slices.IndexFunc(out, func(n Note) bool { return n.ID == id && n.Since == since })
		if at < 0 {
			at, out = len(out), append(out, Note{ID: id, Since: since})
		}
		out[at].Areas = append(out[at].Areas, area)
	}
	for _, st := range c.statuses {
		if st.Last == nil {
			continue
		}
		if st.Area.Kind.OfPay() && judgedByAverage(st) {
			add("average", st.Area, 0)
		}
		if st.Last.HasBaseline && st.Last.BaselinePeriod > c.First && c.brokeAt(st.Last) {
			add("break", st.Area, st.Last.BaselinePeriod)
		}
		if !st.Last.CountsPeople {
			add("places", st.Area, 0)
		}
	}
	return out
}

// brokeAt says whether the series of a row began with a change of method.
func (c *card) brokeAt(r *told.Figure) bool {
	return len(r.Series) > 0 && r.Series[0].Verdict == benchmark.Break
}

// judgedByAverage says that some groups gave no lowest pay, so that their average was held against the minimum wage.
func judgedByAverage(st *told.AreaStatus) bool {
	for _, r := range st.Rows {
		if !r.Indicator.IsMinimum() {
			continue
		}
		for i := range r.Units {
			if r.Units[i].ByAverage() {
				return true
			}
		}
	}
	return false
}

// peers is how many factories a figure is compared with, at most.
func (c *card) peers() int {
	most := 0
	for _, st := range c.statuses {
		if st.Lead != nil && st.Lead.HasPeers {
			most = max(most, st.Lead.PeersN)
		}
	}
	return most
}

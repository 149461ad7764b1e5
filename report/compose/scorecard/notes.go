package scorecard

import (
	"slices"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/problem"
	"plimsoll/report/told"
)

// training sums up the sessions of the quarter by audience.
func (c *card) training() []TrainingRow {
	var out []TrainingRow
	for _, t := range c.TrainingOf(c.F) {
		if t.Sessions == 0 {
			continue
		}
		topics := strings.Join(t.Topics[:min(len(t.Topics), mostTopics)], string(c.W.Word("list.semicolon")))
		out = append(out, TrainingRow{Audience: c.W.Name("audience", t.Audience), Sessions: t.Sessions, People: c.W.Count(t.People),
			Hours: c.W.Count(t.Hours), Topics: Text(topics)})
	}
	return out
}

// leftOut lists the problems of the factory's data, the gravest first.
func (c *card) leftOut() (rows []compose.ProblemRow, more int) {
	problems := c.FactoryProblems(c.F)
	slices.SortStableFunc(problems, func(a, b problem.Problem) int { return int(a.Severity) - int(b.Severity) })
	for i, p := range problems {
		if i == mostLeftOut {
			return rows, len(problems) - mostLeftOut
		}
		rows = append(rows, compose.TellProblem(c.W, p))
	}
	return rows, 0
}

// notes says what a reader of these figures must know.
func (c *card) notes() []Markup {
	var out []Markup
	for _, st := range c.statuses {
		if st.Last == nil {
			continue
		}
		if st.Area.Kind.OfPay() && judgedByAverage(st) {
			out = append(out, c.W.Say("note.average", "area", c.W.Area(st.Area)))
		}
		if st.Last.HasBaseline && st.Last.BaselinePeriod > c.First && c.brokeAt(st.Last) {
			out = append(out, c.W.Say("note.break", "area", c.W.Area(st.Area), "since", c.W.Quarter(st.Last.BaselinePeriod)))
		}
		if !st.Last.CountsPeople {
			out = append(out, c.W.Say("note.places", "area", c.W.Area(st.Area)))
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

// peersNote says whom the grey line stands for, or why there is none.
func (c *card) peersNote() Markup {
	most := 0
	for _, st := range c.statuses {
		if st.Lead != nil && st.Lead.HasPeers {
			most = max(most, st.Lead.PeersN)
		}
	}
	switch {
	case most == 0:
		return c.W.Word("peers.none")
	case most < benchmark.LeastPeers:
		return c.W.Say("peers.few", "count", most)
	}
	return c.W.Say("peers.median", "count", most)
}

package scorecard

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
)

// How much of the findings a scorecard shows.
const (
	mostDue      = 6
	mostComments = 4
)

// factoryFindings are the findings of the factory raised up to the end of the quarter.
func (c *card) factoryFindings() []*audit.Finding {
	var out []*audit.Finding
	for _, f := range c.Records(c.F).Findings {
		if f.Raised <= c.End() {
			out = append(out, f)
		}
	}
	return out
}

func (c *card) findings() FindingsView {
	list := c.factoryFindings()
	view := FindingsView{Any: len(list) > 0, Actions: c.ActionRows(list), Sum: c.Closures(list)}
	c.nextDue(&view, list)
	return view
}

// all counts all findings.
func (v *FindingsView) all() compose.Tally { return v.Actions[len(v.Actions)-1].Tally }

// IsGood says that some findings are closed, and none is overdue or repeated.
func (v FindingsView) IsGood() bool {
	return v.Sum.Closed > 0 && v.all().Overdue == 0 && v.all().Repeat == 0
}

// nextDue lists open findings by due date, those without one last, and the factory's comments.
func (c *card) nextDue(view *FindingsView, list []*audit.Finding) {
	var open []*audit.Finding
	for _, f := range list {
		if f.IsOpen(c.End()) {
			open = append(open, f)
		} else if f.Closed >= c.Start() {
			view.Closed = append(view.Closed, c.FindingRow(f))
		}
		if f.Comment != "" && (f.IsOpen(c.End()) || f.Closed >= c.Start()) && len(view.Comments) < mostComments {
			view.Comments = append(view.Comments, f)
		}
	}
	slices.SortStableFunc(open, func(a, b *audit.Finding) int { return dueOrder(a) - dueOrder(b) })
	for i, f := range open {
		if i == mostDue {
			view.DueMore = len(open) - mostDue
			break
		}
		view.Due = append(view.Due, c.FindingRow(f))
	}
}

func dueOrder(f *audit.Finding) int {
	if f.Due == 0 {
		return 1 << 30
	}
	return int(f.Due)
}

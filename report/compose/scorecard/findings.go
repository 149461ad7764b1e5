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
	for i := range c.Data.Findings {
		if f := &c.Data.Findings[i]; f.Factory == c.F && f.Raised <= c.End() {
			out = append(out, f)
		}
	}
	return out
}

func (c *card) findings() FindingsView {
	list := c.factoryFindings()
	view := FindingsView{Any: len(list) > 0, Actions: c.ActionRows(c.W, list)}
	c.nextDue(&view, list)
	view.Summary = c.closedSummary(list)
	return view
}

// nextDue lists open findings by due date, those without one last, and the factory's comments.
func (c *card) nextDue(view *FindingsView, list []*audit.Finding) {
	var open []*audit.Finding
	for _, f := range list {
		if compose.IsOpen(f, c.End()) {
			open = append(open, f)
		} else if f.Closed >= c.Start() {
			view.Closed = append(view.Closed, c.FindingRow(f))
		}
		if f.Comment != "" && (compose.IsOpen(f, c.End()) || f.Closed >= c.Start()) && len(view.Comments) < mostComments {
			view.Comments = append(view.Comments, c.W.Say("findings.comment", "id", f.ID, "text", f.Comment))
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

// closedSummary counts all findings so far: how many are closed, and how many in time.
func (c *card) closedSummary(list []*audit.Finding) Markup {
	closed, inTime := 0, 0
	for _, f := range list {
		if !compose.IsOpen(f, c.End()) {
			closed++
			if f.Due != 0 && f.Closed <= f.Due {
				inTime++
			}
		}
	}
	if closed == 0 {
		return ""
	}
	return c.W.Say("findings.closed", "closed", closed, "all", len(list), "intime", inTime)
}

// findingsItem tells overdue and repeated findings in the list of what needs attention.
func (c *card) findingsItem(view *FindingsView) (Markup, bool) {
	total := view.Actions[len(view.Actions)-1]
	if total.Overdue == 0 && total.Repeat == 0 {
		return "", false
	}
	return c.W.Say("attention.findings", "overdue", total.Overdue, "repeated", total.Repeat), true
}

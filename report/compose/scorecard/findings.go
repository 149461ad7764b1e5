package scorecard

// mostDue bounds the open findings that a card shows.
const mostDue = 40

// findings are those of the factory at the end of the quarter.
func (c *card) findings() FindingsView {
	list := c.FindingsOf(c.F)
	v := FindingsView{Any: len(list) > 0, Actions: c.ActionRows(list), Sum: c.Closures(c.F), Due: c.OpenFindings()}
	v.Tally = v.Actions[len(v.Actions)-1].Tally
	if v.DueMore = len(v.Due) - mostDue; v.DueMore > 0 {
		v.Due = v.Due[:mostDue]
	}
	v.DueMore = max(v.DueMore, 0)
	return v
}

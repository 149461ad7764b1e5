package compose

import (
	"slices"
	"strconv"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// How much of the findings a scorecard shows.
const (
	mostDue      = 6
	mostComments = 4
)

// tally counts findings at the end of the quarter.
type tally struct{ fresh, open, overdue, closed, inTime, repeated int }

// actions are the classes of what is done about a finding, in the order of documents.
func actions() []string { return []string{"remediation", "improvement", "monitoring"} }

// isOpen says whether a finding was open at the end of a day; one that was closed later was.
func isOpen(f *audit.Finding, on standard.Date) bool { return f.Closed == 0 || f.Closed > on }

// isOverdue says whether an open finding's due date had passed.
func isOverdue(f *audit.Finding, on standard.Date) bool {
	return isOpen(f, on) && f.Due != 0 && f.Due < on
}

// count adds a finding to a tally of the quarter from start to end.
func (n *tally) count(f *audit.Finding, start, end standard.Date) {
	isNew := f.Raised >= start
	closed := !isOpen(f, end) && f.Closed >= start
	add := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	add(&n.fresh, isNew)
	add(&n.open, isOpen(f, end))
	add(&n.overdue, isOverdue(f, end))
	add(&n.closed, closed)
	add(&n.inTime, closed && f.Due != 0 && f.Closed <= f.Due)
	add(&n.repeated, f.Repeats != "" && (isNew || isOpen(f, end)))
}

// factoryFindings are the findings of the factory raised up to the end of the quarter.
func (t *teller) factoryFindings() []*audit.Finding {
	var out []*audit.Finding
	for i := range t.Data.Findings {
		if f := &t.Data.Findings[i]; f.Factory == t.f && f.Raised <= t.End() {
			out = append(out, f)
		}
	}
	return out
}

func (t *teller) findings() FindingsView {
	list := t.factoryFindings()
	view := FindingsView{Any: len(list) > 0}
	var total tally
	for _, action := range actions() {
		var n tally
		for _, f := range list {
			if f.Action == action {
				n.count(f, t.Start(), t.End())
			}
		}
		view.Actions = append(view.Actions, actionRow(t.w.Name("action", action), n))
	}
	for _, f := range list {
		total.count(f, t.Start(), t.End())
	}
	row := actionRow(t.w.Word("action.all"), total)
	row.Total = true
	view.Actions = append(view.Actions, row)
	t.nextDue(&view, list)
	view.Summary = t.closedSummary(list)
	return view
}

func actionRow(name Markup, n tally) ActionRow {
	return ActionRow{Action: name, New: strconv.Itoa(n.fresh), Open: strconv.Itoa(n.open), Overdue: strconv.Itoa(n.overdue),
		Closed: strconv.Itoa(n.closed), InTime: strconv.Itoa(n.inTime), Repeat: strconv.Itoa(n.repeated)}
}

// nextDue lists open findings by due date, those without one last, and the factory's comments.
func (t *teller) nextDue(view *FindingsView, list []*audit.Finding) {
	var open []*audit.Finding
	for _, f := range list {
		if isOpen(f, t.End()) {
			open = append(open, f)
		} else if f.Closed >= t.Start() {
			view.Closed = append(view.Closed, t.findingRow(f))
		}
		if f.Comment != "" && (isOpen(f, t.End()) || f.Closed >= t.Start()) && len(view.Comments) < mostComments {
			view.Comments = append(view.Comments, t.w.Say("findings.comment", "id", f.ID, "text", f.Comment))
		}
	}
	slices.SortStableFunc(open, func(a, b *audit.Finding) int { return dueOrder(a) - dueOrder(b) })
	for i, f := range open {
		if i == mostDue {
			view.DueMore = len(open) - mostDue
			break
		}
		view.Due = append(view.Due, t.findingRow(f))
	}
}

func dueOrder(f *audit.Finding) int {
	if f.Due == 0 {
		return 1 << 30
	}
	return int(f.Due)
}

func (t *teller) findingRow(f *audit.Finding) FindingRow {
	row := FindingRow{ID: Text(f.ID), Text: Text(f.Text), Corrective: Text(f.Corrective), Comment: Text(f.Comment), Area: t.w.AreaID(t.Standard, f.Area),
		Severity: "–", Action: t.w.Name("action", f.Action), Due: Text(t.w.CellDate(f.Due)), State: t.w.Word("finding.open"), Overdue: isOverdue(f, t.End())}
	if f.Severity != "" {
		row.Severity = t.w.Name("severity", f.Severity)
	}
	switch {
	case !isOpen(f, t.End()):
		row.State = t.w.Say("finding.closed", "date", t.w.CellDate(f.Closed))
	case row.Overdue:
		row.State = t.w.Say("finding.overdue", "count", int(t.End()-f.Due))
	}
	if f.Repeats != "" {
		row.State += t.w.Say("finding.repeats", "id", f.Repeats)
	}
	return row
}

// closedSummary counts all findings so far: how many are closed, and how many in time.
func (t *teller) closedSummary(list []*audit.Finding) Markup {
	closed, inTime := 0, 0
	for _, f := range list {
		if !isOpen(f, t.End()) {
			closed++
			if f.Due != 0 && f.Closed <= f.Due {
				inTime++
			}
		}
	}
	if closed == 0 {
		return ""
	}
	return t.w.Say("findings.closed", "closed", closed, "all", len(list), "intime", inTime)
}

// findingsItem tells overdue and repeated findings in the list of what needs attention.
func (t *teller) findingsItem(view *FindingsView) (Markup, bool) {
	total := view.Actions[len(view.Actions)-1]
	if total.Overdue == "0" && total.Repeat == "0" {
		return "", false
	}
	return t.w.Say("attention.findings", "overdue", Text(total.Overdue), "repeated", Text(total.Repeat)), true
}

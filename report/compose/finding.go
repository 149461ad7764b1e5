package compose

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/language"
	"plimsoll/report/standard"
)

// Tally counts findings at the end of the quarter.
type Tally struct{ New, Open, Overdue, Closed, InTime, Repeat int }

// Count adds a finding to a tally of the quarter from start to end.
func (n *Tally) Count(f *audit.Finding, start, end standard.Date) {
	isNew := f.Raised >= start
	closed := !IsOpen(f, end) && f.Closed >= start
	add := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	add(&n.New, isNew)
	add(&n.Open, IsOpen(f, end))
	add(&n.Overdue, IsOverdue(f, end))
	add(&n.Closed, closed)
	add(&n.InTime, closed && f.Due != 0 && f.Closed <= f.Due)
	add(&n.Repeat, f.Repeats != "" && (isNew || IsOpen(f, end)))
}

// Actions are the classes of what is done about a finding, in the order of documents.
func Actions() []string { return []string{"remediation", "improvement", "monitoring"} }

// IsOpen says whether a finding was open at the end of a day; one that was closed later was.
func IsOpen(f *audit.Finding, on standard.Date) bool { return f.IsOpen(on) }

// IsOverdue says whether an open finding's due date had passed.
func IsOverdue(f *audit.Finding, on standard.Date) bool { return f.IsOverdue(on) }

// ActionRow counts the findings of one action class; the last row counts all.
type ActionRow struct {
	Action Markup
	Tally
	Total bool
}

// ActionRows count findings by what is done about them, at the end of the quarter; the last row counts all.
func (s *Source) ActionRows(w *language.Words, list []*audit.Finding) []ActionRow {
	rows := make([]ActionRow, 0, len(Actions())+1)
	for _, action := range Actions() {
		rows = append(rows, ActionRow{Action: w.Name("action", action)})
	}
	all := ActionRow{Action: w.Word("action.all"), Total: true}
	for _, f := range list {
		all.Count(f, s.Start(), s.End())
		if i := slices.Index(Actions(), f.Action); i >= 0 {
			rows[i].Count(f, s.Start(), s.End())
		}
	}
	return append(rows, all)
}

// FindingRow is one finding.
type FindingRow struct {
	Factory                       Text // in documents about the programme
	ID, Text, Corrective, Comment Text
	Area, Severity, Action        Markup
	Due                           Text
	State                         Markup
	Overdue                       bool
}

// FindingRow tells a finding.
func (t *FactoryText) FindingRow(f *audit.Finding) FindingRow {
	row := FindingRow{ID: Text(f.ID), Text: Text(f.Text), Corrective: Text(f.Corrective), Comment: Text(f.Comment), Area: t.W.AreaID(t.Standard, f.Area),
		Severity: "–", Action: t.W.Name("action", f.Action), Due: Text(t.W.CellDate(f.Due)), State: t.W.Word("finding.open"), Overdue: IsOverdue(f, t.End())}
	if f.Severity != "" {
		row.Severity = t.W.Name("severity", f.Severity)
	}
	switch {
	case !IsOpen(f, t.End()):
		row.State = t.W.Say("finding.closed", "date", t.W.CellDate(f.Closed))
	case row.Overdue:
		row.State = t.W.Say("finding.overdue", "count", int(t.End()-f.Due))
	}
	if f.Repeats != "" {
		row.State += t.W.Say("finding.repeats", "id", f.Repeats)
	}
	return row
}

// Raised are the findings raised up to the end of the quarter.
func (o *Programme) Raised() []*audit.Finding {
	var out []*audit.Finding
	for i := range o.Data.Findings {
		if f := &o.Data.Findings[i]; f.Raised <= o.End() {
			out = append(out, f)
		}
	}
	return out
}

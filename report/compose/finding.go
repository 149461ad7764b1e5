package compose

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// Tally counts findings at the end of the quarter.
type Tally struct{ New, Open, Overdue, Closed, InTime, Repeat int }

// Count adds a finding to a tally of the quarter from start to end.
func (n *Tally) Count(f *audit.Finding, start, end standard.Date) {
	isNew := f.Raised >= start
	closed := !f.IsOpen(end) && f.Closed >= start
	add := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	add(&n.New, isNew)
	add(&n.Open, f.IsOpen(end))
	add(&n.Overdue, f.IsOverdue(end))
	add(&n.Closed, closed)
	add(&n.InTime, closed && f.Due != 0 && f.Closed <= f.Due)
	add(&n.Repeat, f.Repeats != "" && (isNew || f.IsOpen(end)))
}

// Actions are the classes of what is done about a finding, in the order of documents.
func Actions() []string { return []string{"remediation", "improvement", "monitoring"} }

// ActionRow counts the findings of one action class; the last row counts all.
type ActionRow struct {
	Action string // its id, blank in the row of all
	Tally
}

// Total says that the row counts all.
func (r ActionRow) Total() bool { return r.Action == "" }

// Action names what is done about findings, or all of them.
func (p Printer) Action(id string) Markup {
	if id == "" {
		return p.W.Word("action.all")
	}
	return p.W.Name("action", id)
}

// ActionRows count findings by what is done about them, at the end of the quarter; the last row counts all.
func (s *Source) ActionRows(list []*audit.Finding) []ActionRow {
	rows := make([]ActionRow, 0, len(Actions())+1)
	for _, action := range Actions() {
		rows = append(rows, ActionRow{Action: action})
	}
	var all ActionRow
	for _, f := range list {
		all.Count(f, s.Start(), s.End())
		if i := slices.Index(Actions(), f.Action); i >= 0 {
			rows[i].Count(f, s.Start(), s.End())
		}
	}
	return append(rows, all)
}

// critical is the gravest severity of a finding.
const critical = "critical"

// FindingRow is one finding at the end of the quarter.
type FindingRow struct {
	*audit.Finding
	Open    bool
	Overdue int // days since it was due, 0 where it is not overdue
}

// FindingRow is a finding as it stood at the end of the quarter.
func (s *Source) FindingRow(f *audit.Finding) FindingRow {
	row := FindingRow{Finding: f, Open: f.IsOpen(s.End())}
	if f.IsOverdue(s.End()) {
		row.Overdue = int(s.End() - f.Due)
	}
	return row
}

// Compare orders findings by severity, then by the days they are overdue, then by when they are due.
func (row FindingRow) Compare(other FindingRow) int {
	due := func(r FindingRow) standard.Date {
		if r.Due == 0 {
			return math.MaxInt32
		}
		return r.Due
	}
	return cmp.Or(cmp.Compare(row.Gravity(), other.Gravity()), cmp.Compare(other.Overdue, row.Overdue),
		cmp.Compare(due(row), due(other)), cmp.Compare(row.Raised, other.Raised))
}

// OpenFindings lists the findings of the factory that were open at the end of the quarter, the gravest first.
func (t *FactoryText) OpenFindings() []FindingRow {
	var open []FindingRow
	for _, f := range t.FindingsOf(t.F) {
		if row := t.FindingRow(f); row.Open {
			open = append(open, row)
		}
	}
	slices.SortStableFunc(open, FindingRow.Compare)
	return open
}

// FindingsOf are the findings of a factory raised up to the end of the quarter.
func (s *Source) FindingsOf(f *audit.Factory) []*audit.Finding {
	var out []*audit.Finding
	for _, finding := range s.Records(f).Findings {
		if finding.Raised <= s.End() {
			out = append(out, finding)
		}
	}
	return out
}

// FindingState tells whether a finding is open, overdue or closed, and which earlier one it repeats.
func (p Printer) FindingState(row FindingRow) Markup {
	state := p.W.Word("finding.open")
	switch {
	case !row.Open:
		state = p.W.Say("finding.closed", "date", p.W.CellDate(row.Closed))
	case row.Overdue > 0:
		state = p.W.Say("finding.overdue", "count", row.Overdue)
	}
	if row.Repeats != "" {
		state += p.W.Say("finding.repeats", "id", row.Repeats)
	}
	return state
}

// FindingArea names the area of a finding.
func (p Printer) FindingArea(id string) Markup { return p.W.AreaID(p.Standard, id) }

// Gravity names the severity of a finding, "–" where it has none.
func (p Printer) Gravity(severity string) Markup {
	if severity == "" {
		return "–"
	}
	return p.W.Name("severity", severity)
}

// Closures counts findings: how many are closed by now, and how many of them in time.
type Closures struct{ All, Closed, InTime int }

// Closures counts those of a factory by the end of the quarter.
func (s *Source) Closures(f *audit.Factory) Closures {
	list := s.FindingsOf(f)
	sum := Closures{All: len(list)}
	for _, f := range list {
		if f.IsOpen(s.End()) {
			continue
		}
		sum.Closed++
		if f.Due != 0 && f.Closed <= f.Due {
			sum.InTime++
		}
	}
	return sum
}

// Closures tells them.
func (p Printer) ClosuresText(sum Closures) Markup {
	return p.W.Say("findings.closed", "closed", sum.Closed, "all", sum.All, "intime", sum.InTime)
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

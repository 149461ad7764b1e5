package quarterly

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
)

// mostOverdue is how many overdue findings a document of many factories lists; the others stand in the annex.
const mostOverdue = 25

// findings counts the findings of all factories at the end of the quarter; rows by severity are those of the first page.
func (q *report) findings() (Findings, []SeverityRow) {
	list := q.Raised()
	v := Findings{Any: len(list) > 0, Actions: q.ActionRows(list), Areas: q.byArea(list), Ages: q.ages(list)}
	rows := make([]SeverityRow, len(audit.Severities()))
	for i, severity := range audit.Severities() {
		rows[i].Severity = severity
	}
	for _, f := range list {
		v.Tally.Count(f, q.Start(), q.End())
		rows[f.Gravity()].count(q.FindingRow(f))
		if f.IsOverdue(q.End()) {
			v.Overdue = append(v.Overdue, q.FindingRow(f))
		}
	}
	slices.SortStableFunc(v.Overdue, compareRows)
	if len(q.active) > mostListed && len(v.Overdue) > mostOverdue {
		v.Overdue, v.More = v.Overdue[:mostOverdue], len(v.Overdue)-mostOverdue
	}
	return v, slices.DeleteFunc(rows, func(r SeverityRow) bool { return r.Open == 0 })
}

func (r *SeverityRow) count(f compose.FindingRow) {
	if !f.Open {
		return
	}
	r.Open++
	if f.Overdue == 0 {
		return
	}
	r.Overdue++
	if f.Overdue > r.Days {
		r.Longest, r.Days = f.Finding, f.Overdue
	}
}

// byArea counts open findings by area and severity, in the order of areas.
func (q *report) byArea(list []*audit.Finding) []AreaFindings {
	var out []AreaFindings
	at := map[string]int{}
	for _, f := range list {
		if !f.IsOpen(q.End()) {
			continue
		}
		i, known := at[f.Area]
		if !known {
			i = len(out)
			at[f.Area], out = i, append(out, AreaFindings{Area: f.Area, Counts: make([]int, len(audit.Severities()))})
		}
		out[i].Counts[f.Gravity()]++
		out[i].All++
	}
	ids := q.Standard.AreaIDs()
	rank := func(r AreaFindings) int {
		if i := slices.Index(ids, r.Area); i >= 0 {
			return i
		}
		return len(ids)
	}
	slices.SortStableFunc(out, func(a, b AreaFindings) int { return rank(a) - rank(b) })
	return out
}

// ages counts open findings by the days since they were raised.
func (q *report) ages(list []*audit.Finding) []AgeRow {
	rows := []AgeRow{{0, 30, 0}, {31, 90, 0}, {91, 180, 0}, {181, 365, 0}, {365, 0, 0}}
	for _, f := range list {
		if !f.IsOpen(q.End()) {
			continue
		}
		age := int(q.End() - f.Raised)
		rows[slices.IndexFunc(rows, func(r AgeRow) bool { return r.To == 0 || age <= r.To })].Count++
	}
	return rows
}

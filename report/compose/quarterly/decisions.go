package quarterly

import (
	"cmp"
	"slices"

	"plimsoll/report/compose"
)

// mostDecisions is how many findings the first page asks a decision on.
const mostDecisions = 4

// decisions are what the committee is asked: findings that are overdue, or critical and open, the gravest and longest
// overdue first and at most so many; what has to be measured; and limits to be verified.
func (q *report) decisions(data Data, most int) Decisions {
	v := Decisions{Measure: data.Missing, Verify: data.Unverified}
	for _, f := range q.Raised() {
		if f.IsOverdue(q.End()) || f.Gravity() == 0 && f.IsOpen(q.End()) {
			v.Findings = append(v.Findings, q.FindingRow(f))
		}
	}
	slices.SortStableFunc(v.Findings, compareRows)
	v.More = max(0, len(v.Findings)-most)
	v.Findings = v.Findings[:len(v.Findings)-v.More]
	return v
}

// compareRows puts the gravest findings first, of equally grave ones the longest overdue.
func compareRows(a, b compose.FindingRow) int {
	return cmp.Or(cmp.Compare(a.Gravity(), b.Gravity()), cmp.Compare(b.Overdue, a.Overdue), cmp.Compare(a.ID, b.ID))
}

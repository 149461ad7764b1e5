package quarterly

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/told"
)

// coverage counts what is expected of every factory and area, and what is missing of it.
func (q *report) coverage(areas []AreaView) Data {
	var d Data
	for _, a := range areas {
		missing := Missing{Area: a.Area}
		for _, p := range a.Sum.Parts {
			d.Expected++
			switch left := p.Factory.Ended != 0 && p.Factory.Ended <= q.End(); {
			case p.Class <= told.NotJudged:
				d.Current++
				if p.Last.Period == q.Period {
					d.InQuarter++
				}
			case left: // nobody measures there any more
			case p.Class == told.OutOfDate:
				missing.Old = append(missing.Old, p)
			default:
				missing.Never = append(missing.Never, p.Factory)
			}
		}
		if len(missing.Never)+len(missing.Old) > 0 {
			d.Missing = append(d.Missing, missing)
		}
	}
	d.Visited = len(q.active) - len(q.unvisited())
	for _, use := range q.AllLimits() {
		if d.Limits++; !use.Verified {
			d.Unverified++
		}
	}
	for _, p := range q.Problems {
		if p.Severity == problem.Error {
			d.Errors++
		}
	}
	return d
}

// unvisited are the active factories that were not visited in the quarter.
func (q *report) unvisited() []*audit.Factory {
	seen := map[*audit.Factory]bool{}
	for _, a := range q.Audits() {
		seen[a.Factory] = true
	}
	return slices.DeleteFunc(slices.Clone(q.active), func(f *audit.Factory) bool { return seen[f] })
}

package quarterly

import (
	"cmp"
	"slices"

	"plimsoll/report/problem"
)

// ProblemRow is problems that say the same, of all files: one line with their number.
type ProblemRow struct {
	problem.Problem // the first of them
	Count           int
}

// mostProblems is how many lines of problems the document has; problems.csv has each.
const mostProblems = 20

// problems puts equal problems of all files together, the gravest and most frequent first.
func (q *report) problems() []ProblemRow {
	type key struct {
		severity      problem.Severity
		code, message string
	}
	at := map[key]int{}
	var out []ProblemRow
	for _, c := range problem.ByCause(q.ToldProblems()) {
		k := key{c.Severity, c.Code, c.Message}
		i, known := at[k]
		if !known {
			i, at[k] = len(out), len(out)
			out = append(out, ProblemRow{Problem: c.Problem})
		}
		out[i].Count += c.Count()
	}
	slices.SortStableFunc(out, func(a, b ProblemRow) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(b.Count, a.Count))
	})
	return out
}

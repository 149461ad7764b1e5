package quarterly

import (
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
)

// What keys explain: the marks that stand on their page, no more and no less.

// nothingThere is the symbol of an area that a factory has no row in.
const nothingThere = "not-applicable"

// shareMarks are the marks of the shares of all areas.
func (q *report) shareMarks(areas []AreaView) []string {
	var used []string
	for _, a := range areas {
		used = append(used, q.shares(a.Area).Uses()...)
	}
	return inOrder(used, []string{"baseline", benchmark.Within, "worst-beyond", benchmark.Stale})
}

// matrixMarks are the symbols of the matrix.
func matrixMarks(rows []MatrixRow) []string {
	var used []string
	for _, row := range rows {
		for _, p := range row.Cells {
			if p == nil {
				used = append(used, nothingThere)
				continue
			}
			used = append(used, compose.MarkOf(p.AreaStatus))
		}
	}
	return inOrder(used, []string{benchmark.Within, benchmark.Beyond, benchmark.Stale, benchmark.NotMeasured,
		benchmark.NoLimit, benchmark.NotJudged, nothingThere})
}

// inOrder are those of a list in order that are used.
func inOrder(used, order []string) []string {
	return slices.DeleteFunc(order, func(mark string) bool { return !slices.Contains(used, mark) })
}

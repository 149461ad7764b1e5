package quarterly

import (
	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// mostLaw is how many lines the first page has for what lies beyond law. The others follow: nothing that breaks the law
// is left out of the document.
const mostLaw = 5

// linesFor is how many of the lines the first page has beside the rows of so many areas: each beyond the usual five takes one.
func linesFor(most, areas int) int {
	const usual = 5
	return max(1, most-max(0, areas-usual))
}

// law lists what lies beyond legal limits; the first page has room beside the rows of areas.
func (q *report) law(areas int) Law {
	var v Law
	broken, limits := map[*audit.Factory]bool{}, map[*standard.Limit]bool{}
	for _, g := range q.gaps {
		switch {
		case g.Kind != standard.Legal:
		case g.IsStale():
			v.OutOfDate = append(v.OutOfDate, g)
		default:
			v.Gaps = append(v.Gaps, g)
			broken[g.Factory] = true
		}
		if g.Kind == standard.Legal && !g.Limit.Verified && !limits[g.Limit] {
			limits[g.Limit] = true
			v.Doubtful++
		}
	}
	v.Factories, v.Measured = len(broken), q.current()
	v.Shown = v.Gaps[:min(len(v.Gaps), linesFor(mostLaw, areas))]
	v.More = len(v.Gaps) - len(v.Shown)
	return v
}

// current counts the factories with a figure that speaks of now in some area.
func (q *report) current() int {
	n := 0
	for _, f := range q.active {
		for _, st := range q.Areas(f) {
			if st.Last != nil && !st.IsStale() {
				n++
				break
			}
		}
	}
	return n
}

package quarterly

import (
	"slices"

	"plimsoll/report/standard"
)

// mostLanes is how many factories one figure shows, so that it fits a page.
const mostLanes = 16

// spread tells where many factories stand in an area; blank where figures have a row for each.
func (q *report) spread(area *standard.Area) Markup {
	if sizeOf(len(q.active)).Listed {
		return ""
	}
	return q.distributionAlt(area)
}

// parts cuts the factories of an area into figures and tells what each shows. Of many factories there are none: a figure
// of all of them at once stands there.
func (q *report) parts(area *standard.Area) []ChartPart {
	if size := sizeOf(len(q.active)); !size.Listed || size.Alone {
		return nil
	}
	var out []ChartPart
	from := 0
	for some := range slices.Chunk(q.measured(area), mostLanes) {
		shown := q.of(some)
		out = append(out, ChartPart{From: from, Count: len(some), Dumbbell: shown.dumbbellAlt(area),
			Strip: shown.stripAlt(area), Ladder: shown.ladderAlt(area)})
		from += len(some)
	}
	return out
}

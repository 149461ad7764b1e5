package export

import (
	"math"
	"strconv"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// gapColumns is the header of gaps.csv.
func gapColumns() []string {
	return strings.Fields("factory_id area indicator subject limit_kind people places worst worst_place limit unit limit_source " +
		"limit_verified measured_on out_of_date findings owner days_overdue")
}

// Gaps is gaps.csv: what lies beyond limits, as far as it may be told inside, by gravity. Of pay the worst group is
// blank where it stands for few; people are blank where only places are known.
func Gaps(gaps []told.Gap) []byte {
	return table(gapColumns(), func(yield func([]string) bool) {
		for i := range gaps {
			if !yield(gapRow(&gaps[i])) {
				return
			}
		}
	})
}

func gapRow(g *told.Gap) []string {
	worst, place := g.Places[0].Value, g.Places[0].Place
	if g.Area.Kind.OfPay() {
		worst, place = g.Figure.Worst, g.Figure.WorstPlace
	}
	var ids []string
	owner := ""
	for i, f := range g.Findings {
		if ids = append(ids, f.ID); i == 0 {
			owner = f.Owner
		}
	}
	return []string{g.Factory.ID, g.Area.ID, g.Figure.IndicatorID(), g.Figure.Subject, g.Kind,
		where(g.Figure.CountsPeople, benchmark.Exact(g.People)), strconv.Itoa(len(g.Places)),
		where(!math.IsNaN(worst), benchmark.Exact(worst)), place, benchmark.Exact(g.Value), g.Figure.Unit,
		g.Limit.Source, strconv.FormatBool(g.Limit.Verified), g.Last.Measured.String(), strconv.FormatBool(g.IsStale()),
		strings.Join(ids, "; "), owner, where(g.Overdue > 0, strconv.Itoa(g.Overdue))}
}

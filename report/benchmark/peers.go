package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/standard"
)

// LeastPeers is the number of other factories from which their median says something.
const LeastPeers = 4

// line is what peers are compared in.
type line struct {
	area      *standard.Area
	indicator string
	subject   string
	group     string // country, of pay the wage region
	unit      string
}

func lineOf(r *Result) line {
	l := line{area: r.Area, indicator: r.IndicatorID(), subject: r.Subject, group: r.Factory.Country, unit: r.Unit}
	if r.Indicator != nil && r.Indicator.Wage {
		l.group = r.Factory.WageRegion
	}
	return l
}

// comparePeers fills in, for every row, the other factories of its line with a figure in its quarter or the four before,
// each with its latest.
func comparePeers(rows []*Result) {
	lines := map[line][]*Result{}
	for _, r := range rows {
		lines[lineOf(r)] = append(lines[lineOf(r)], r)
	}
	for _, group := range lines {
		byQuarter := map[standard.Quarter][]*Result{}
		for _, r := range group {
			byQuarter[r.Period] = append(byQuarter[r.Period], r)
		}
		for q, current := range byQuarter {
			figures := currentFigures(group, q)
			for _, r := range current {
				r.peers(figures)
			}
		}
	}
}

// currentFigures is the latest figure of every factory within the last five quarters, sorted.
func currentFigures(group []*Result, q standard.Quarter) []*Result {
	newest := map[string]*Result{}
	for _, r := range group {
		if !r.HasFigure() || r.Period > q || r.Period < q-StaleAfter {
			continue
		}
		if other := newest[r.Factory.ID]; other == nil || r.Period > other.Period {
			newest[r.Factory.ID] = r
		}
	}
	out := make([]*Result, 0, len(newest))
	for _, r := range newest {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *Result) int { return compareFloats(a.Figure(), b.Figure()) })
	return out
}

func (r *Result) peers(figures []*Result) {
	own := slices.IndexFunc(figures, func(p *Result) bool { return p.Factory == r.Factory })
	r.HasPeers, r.PeersN, r.PeersMedian = true, len(figures), math.NaN()
	at := func(i int) float64 { return figures[i].Figure() }
	if own >= 0 {
		r.PeersN--
		at = func(i int) float64 {
			if i >= own {
				i++
			}
			return figures[i].Figure()
		}
	}
	if r.PeersN >= LeastPeers {
		r.PeersMedian = (at((r.PeersN-1)/2) + at(r.PeersN/2)) / 2
	}
}

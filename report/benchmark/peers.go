package benchmark

import (
	"maps"
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
	if r.Indicator != nil && r.Indicator.ByWageRegion() {
		l.group = r.Factory.WageRegion
	}
	return l
}

// Peers are the other factories that a row is compared with: their number, and the median of their figures, NaN where they are
// too few to say something.
type Peers struct {
	N      int
	Median float64
}

// comparePeers fills in, for every row, the other factories of its line with a figure in its quarter or the four before,
// each with its latest.
func comparePeers(rows []*Result) {
	for r, peers := range PeersAmong(rows, (*Result).HasFigure) {
		r.HasPeers, r.PeersN, r.PeersMedian = true, peers.N, peers.Median
	}
}

// PeersAmong finds the peers of every row among those that count.
func PeersAmong(rows []*Result, counts func(*Result) bool) map[*Result]Peers {
	out := make(map[*Result]Peers, len(rows))
	lines := map[line][]*Result{}
	for _, r := range rows {
		lines[lineOf(r)] = append(lines[lineOf(r)], r)
	}
	for _, rows := range lines {
		byQuarter := map[standard.Quarter][]*Result{}
		for _, r := range rows {
			byQuarter[r.Period] = append(byQuarter[r.Period], r)
		}
		newest := map[string]*Result{} // of each factory, up to the quarter
		for _, q := range slices.Sorted(maps.Keys(byQuarter)) {
			for _, r := range byQuarter[q] {
				if counts(r) {
					newest[r.Factory.ID] = r
				}
			}
			figures := currentFigures(newest, q)
			for _, r := range byQuarter[q] {
				out[r] = figures.without(r.Factory.ID)
			}
		}
	}
	return out
}

// peerFigures are those of a line's factories, sorted, and where each factory's stands.
type peerFigures struct {
	sorted []float64
	at     map[string]int
}

// currentFigures keeps those of the last five quarters.
func currentFigures(newest map[string]*Result, q standard.Quarter) peerFigures {
	var current []*Result
	for _, r := range newest {
		if r.Period >= q-StaleAfter {
			current = append(current, r)
		}
	}
	slices.SortFunc(current, func(a, b *Result) int { return compareFloats(a.Figure(), b.Figure()) })
	out := peerFigures{make([]float64, len(current)), map[string]int{}}
	for i, r := range current {
		out.sorted[i], out.at[r.Factory.ID] = r.Figure(), i
	}
	return out
}

// without passes over a row's own factory.
func (f peerFigures) without(factory string) Peers {
	p := Peers{N: len(f.sorted), Median: math.NaN()}
	at := func(i int) float64 { return f.sorted[i] }
	if own, has := f.at[factory]; has {
		p.N--
		at = func(i int) float64 {
			if i >= own {
				i++
			}
			return f.sorted[i]
		}
	}
	if p.N >= LeastPeers {
		p.Median = (at((p.N-1)/2) + at(p.N/2)) / 2
	}
	return p
}

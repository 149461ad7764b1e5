package benchmark

import (
	"math"
	"slices"
	"sync"

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

// peerTable is, of every line and quarter, the figures of all factories that count: of each its latest, of the quarter or
// the four before. Nothing else of a factory is kept for the others.
type peerTable struct {
	counts func(*Result) bool
	mu     sync.Mutex
	lines  map[line]map[standard.Quarter][]float64
}

func newPeerTable(counts func(*Result) bool) *peerTable {
	return &peerTable{counts: counts, lines: map[line]map[standard.Quarter][]float64{}}
}

// add adds the figures of one factory. Several goroutines may; then sort puts them in order.
func (t *peerTable) add(results []*Result) {
	own := partedBy(results, lineOf)
	t.mu.Lock()
	defer t.mu.Unlock()
	for l, rows := range own {
		if t.lines[l] == nil {
			t.lines[l] = map[standard.Quarter][]float64{}
		}
		for q, figure := range t.latest(rows) {
			t.lines[l][q] = append(t.lines[l][q], figure)
		}
	}
}

func (t *peerTable) sort() {
	for _, quarters := range t.lines {
		for _, figures := range quarters {
			slices.SortFunc(figures, compareFloats)
		}
	}
}

// latest is, by quarter, the latest figure of a factory's rows that counts. It counts for a year.
func (t *peerTable) latest(rows []*Result) map[standard.Quarter]float64 {
	out := map[standard.Quarter]float64{}
	for _, r := range rows {
		if t.counts(r) {
			for q := r.Period; q <= r.Period+StaleAfter; q++ {
				out[q] = r.Figure() // unless a later one does
			}
		}
	}
	return out
}

// of finds the peers of one factory's results: it is none of its own.
func (t *peerTable) of(results []*Result) map[*Result]Peers {
	out := make(map[*Result]Peers, len(results))
	for l, rows := range partedBy(results, lineOf) {
		latest := t.latest(rows)
		for _, r := range rows {
			figures := peerFigures{t.lines[l][r.Period], -1}
			if own, has := latest[r.Period]; has {
				figures.own, _ = slices.BinarySearchFunc(figures.sorted, own, compareFloats)
			}
			out[r] = figures.peers()
		}
	}
	return out
}

// peerFigures are those of a line's factories in a quarter, sorted, and which of them is a row's own; −1 where none is.
type peerFigures struct {
	sorted []float64
	own    int
}

func (f peerFigures) peers() Peers {
	p := Peers{N: len(f.sorted), Median: math.NaN()}
	at := func(i int) float64 { return f.sorted[i] }
	if f.own >= 0 {
		p.N--
		at = func(i int) float64 {
			if i >= f.own {
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

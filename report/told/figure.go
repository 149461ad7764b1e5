package told

import (
	"math"
	"slices"

	"plimsoll/report/benchmark"
)

// Figure is a result as far as it may be told. It reads like a benchmark.Result in which the numbers that are
// withheld do not exist (NaN, blank), whether they would print or be drawn; Withholds says that a number was there.
// Single rows of pay are never told.
type Figure struct {
	*benchmark.Result
	Series []*Figure // the unbroken series up to this figure

	raw      *benchmark.Result // for the rules of another edition
	withheld []benchmark.Column
	lasting  bool               // what follows is known, and most of what it came of is forgotten
	publicly []benchmark.Column // withheld in public
	quarters int                // of the series
}

// Quarters is how many the series has, also where not all of them were kept.
func (f *Figure) Quarters() int { return max(len(f.Series), f.quarters) }

// Withholds says that a column of results.csv has a number that may not be told.
func (f *Figure) Withholds(c benchmark.Column) bool { return slices.Contains(f.withheld, c) }

// Baseline is the figure that the series begins with.
func (f *Figure) Baseline() *Figure {
	if len(f.Series) == 0 {
		return f
	}
	return f.Series[0]
}

// edition is for whom a figure is told: how many people have to stand behind it.
type edition struct {
	least  float64
	public bool
}

func inside() edition    { return edition{least: LeastInside} }
func forPublic() edition { return edition{least: LeastPublic, public: true} }

// figure takes from a result what the edition may not tell.
func (e edition) figure(r *benchmark.Result) *Figure { return figureWithout(r, e.withheld(r)) }

func figureWithout(r *benchmark.Result, withheld []benchmark.Column) *Figure {
	f := &Figure{Result: r, raw: r, withheld: withheld}
	if len(f.withheld) == 0 && !isPay(r) {
		return f
	}
	bare := *r
	for _, c := range f.withheld {
		withhold(&bare, c)
	}
	if bare.Series = nil; isPay(r) {
		bare.Units = slices.Clone(r.Units)
		for i := range bare.Units {
			bare.Units[i].Value = math.NaN()
		}
	}
	f.Result = &bare
	return f
}

// withhold removes the number of a column.
func withhold(r *benchmark.Result, c benchmark.Column) {
	switch c {
	case benchmark.ColumnLevel:
		r.Level, r.Below = math.NaN(), false
	case benchmark.ColumnWorst:
		r.Worst = math.NaN()
	case benchmark.ColumnWorstPlace:
		r.WorstPlace = ""
	case benchmark.ColumnBaselineLevel:
		r.BaselineLevel = math.NaN()
	case benchmark.ColumnChange:
		r.Change = math.NaN()
	case benchmark.ColumnVerdict:
		r.Verdict = ""
	case benchmark.ColumnRealChange:
		r.RealChange = math.NaN()
	case benchmark.ColumnUTL:
		r.UTL = math.NaN()
	case benchmark.ColumnCost:
		r.Cost = math.NaN()
	case benchmark.ColumnGapClosed:
		r.GapClosed = math.NaN()
	case benchmark.ColumnTrend:
		r.Trend = math.NaN()
	}
}

// comparePeers puts in those that may be compared with, in place of all.
func (f *Figure) comparePeers(peers benchmark.Peers) {
	none := math.IsNaN(peers.Median) && math.IsNaN(f.PeersMedian)
	if !f.HasPeers || peers.N == f.PeersN && (none || peers.Median == f.PeersMedian) {
		return
	}
	bare := *f.Result
	bare.PeersN, bare.PeersMedian, bare.Series = peers.N, peers.Median, nil
	f.Result = &bare
}

// Blank are the columns that stay blank where the figure stands in a table.
func (f *Figure) Blank() []benchmark.Column { return f.withheld }

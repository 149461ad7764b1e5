package told

import (
	"math"
	"slices"

	"plimsoll/report/benchmark"
)

// The rules for levels. Each stops an attack:
//
// Pay is told only where enough people are in the rows that carry that very value: the median of eleven groups of one
// is one worker's pay. In public, a level of any kind stands for ten people or more, and a place that does not give
// its people counts as one person. A level that is withheld withholds what it could be computed from, at every
// quarter: the change, the gap, the trend and their verdict. (The pay of three is 6,700,000 less half the trend.)
// Charts and sentences need no rule of their own: the numbers are gone.

// withheld are the columns of a result that the edition may not tell.
func (e edition) withheld(r *benchmark.Result) []benchmark.Column {
	var out []benchmark.Column
	add := func(columns ...benchmark.Column) {
		for _, c := range columns {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	if !e.tellsLevel(r) {
		add(benchmark.ColumnLevel, benchmark.ColumnQualifier, benchmark.ColumnWorst, benchmark.ColumnWorstPlace, benchmark.ColumnUTL,
			benchmark.ColumnCost)
	}
	if !e.tellsLevel(r) || !e.tellsLevel(baselineOf(r)) {
		add(benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict, benchmark.ColumnGapClosed,
			benchmark.ColumnRealChange)
	}
	if !e.tellsLevel(r) || slices.ContainsFunc(r.Series, func(s *benchmark.Result) bool { return !e.tellsLevel(s) }) {
		add(benchmark.ColumnTrend)
	}
	if isPay(r) && carriers(r, r.Worst, (*benchmark.Unit).Held) < e.least-slack {
		add(benchmark.ColumnWorst, benchmark.ColumnWorstPlace)
	}
	return out
}

// hours is the unit of how long people work.
const hours = "h"

// slack is for weights that are sums of fractions.
const slack = 1e-9

// tellsLevel says that enough people stand behind a level; shares of an area are counts of people and have rules of
// their own.
func (e edition) tellsLevel(r *benchmark.Result) bool {
	if r.Indicator == nil || math.IsNaN(r.Level) {
		return true
	}
	if isPay(r) && behindPay(r) < e.least-slack {
		return false
	}
	return !e.public || r.Area.People == "" || peopleOf(r) >= e.least-slack
}

// behindPay counts the people whose pay a level of pay tells: those who carry the very value; of a sum, to which each
// group adds its part, the fewest of one group, since who knows the others' pay knows theirs; of a gap between sexes
// the fewer of those who carry the two medians.
func behindPay(r *benchmark.Result) float64 {
	switch {
	case r.Indicator.AddsUpPay():
		return fewestOfGroup(r)
	case r.Indicator.BetweenSexes():
		men, women := benchmark.MedianPay(r.Units)
		return min(atMedian(r, benchmark.Male, men), atMedian(r, benchmark.Female, women))
	}
	return carriers(r, r.Level, valueOf)
}

// atMedian counts the people of a sex who carry the median of their pay.
func atMedian(r *benchmark.Result, sex string, median float64) float64 {
	all, carrying := 0.0, 0.0
	for i := range r.Units {
		u := &r.Units[i]
		if all += u.Weight; u.Rows()[0].Sex == sex && same(u.Value, median) {
			carrying += u.Weight
		}
	}
	return carrying / all * r.Weight
}

// fewestOfGroup counts the people of the smallest group that adds to a sum, by the value it adds.
func fewestOfGroup(r *benchmark.Result) float64 {
	all, each := 0.0, map[float64]float64{}
	for i := range r.Units {
		u := &r.Units[i]
		if all += u.Weight; u.Value > 0 {
			each[u.Value] += u.Weight
		}
	}
	fewest := math.Inf(1)
	for _, n := range each {
		fewest = min(fewest, n/all*r.Weight)
	}
	return fewest
}

func isPay(r *benchmark.Result) bool { return r.Indicator != nil && r.Area.Kind.OfPay() }

// carriers counts the people of the rows of pay that carry a value. Where no row does, since it is computed from
// several, they are the people of all rows; but where few are left beside those of one value, which may be known,
// these few. Rows of several months count each worker once.
func carriers(r *benchmark.Result, value float64, of func(*benchmark.Unit) float64) float64 {
	all, each := 0.0, map[float64]float64{}
	carrying := 0.0
	for i := range r.Units {
		u := &r.Units[i]
		all, each[of(u)] = all+u.Weight, each[of(u)]+u.Weight
		if same(of(u), value) {
			carrying += u.Weight
		}
	}
	if carrying == 0 {
		carrying = all
		if r.Indicator.Unit == hours { // of work are no pay
			return r.Weight
		}
		for _, n := range each {
			if rest := all - n; rest > slack {
				carrying = min(carrying, rest)
			}
		}
	}
	if all == 0 {
		return r.Weight
	}
	return carrying / all * r.Weight
}

func valueOf(u *benchmark.Unit) float64 { return u.Value }

// same says that two values are one, but for the noise of their computation.
func same(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Abs(b) }

// peopleOf counts the people of a level: a place counts once, and as one where it does not say how many work there.
func peopleOf(r *benchmark.Result) float64 {
	within, beyond, unjudged := benchmark.People(r.Units)
	return within + beyond + unjudged
}

// baselineOf is the row that a series begins with.
func baselineOf(r *benchmark.Result) *benchmark.Result {
	if len(r.Series) == 0 {
		return r
	}
	return r.Series[0]
}

// IsPeer says that a figure may be compared with: one that stands for fewer than five people is nobody's peer.
func IsPeer(r *benchmark.Result) bool {
	if !r.HasFigure() || !inside().tellsLevel(r) {
		return false
	}
	return r.Indicator == nil || !r.CountsPeople || peopleOf(r) >= LeastInside-slack
}

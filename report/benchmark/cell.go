package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// visit is all readings of one factory, area and quarter.
type visit struct {
	factory *audit.Factory
	area    *standard.Area
	period  standard.Quarter
	rows    []*audit.Reading
}

// weigher gives the weight of a row: its workers where every row of the cell has them, else 1.
type weigher func(*audit.Reading) float64

func (c *comparison) weigher(rows []*audit.Reading) weigher {
	lacking := slices.IndexFunc(rows, func(r *audit.Reading) bool { return math.IsNaN(r.Workers) })
	if lacking < 0 {
		return func(r *audit.Reading) float64 { return r.Workers }
	}
	if slices.ContainsFunc(rows, func(r *audit.Reading) bool { return !math.IsNaN(r.Workers) }) {
		c.warn("missing-workers", rows[lacking], "some rows of the quarter give their workers and some do not, so every row counts 1", "fill in Workers in every row")
	}
	return func(*audit.Reading) float64 { return 1 }
}

// largest is the weight of several rows that are one exposure or place.
func (w weigher) largest(rows []*audit.Reading) float64 {
	weight := 0.0
	for _, r := range rows {
		weight = max(weight, w(r))
	}
	return weight
}

// result makes the row of an indicator (nil: overall) from its units.
func (v *visit) result(ind *standard.Indicator, subject string, units []Unit, rows []*audit.Reading) *Result {
	r := &Result{Factory: v.factory, Period: v.period, Area: v.area, Indicator: ind, Subject: subject, Units: units, N: len(units),
		Level: math.NaN(), LimitValue: math.NaN(), Within: math.NaN(), Worst: math.NaN(), Change: math.NaN(), GapClosed: math.NaN(),
		Trend: math.NaN(), PeersMedian: math.NaN(), BaselineLevel: math.NaN()}
	r.addUp()
	r.Sources, r.methods, r.CountsPeople = sources(rows), methods(rows), countsPeople(rows)
	if ind == nil {
		return r
	}
	r.Unit = ind.Unit
	r.Level = level(ind.Level, units)
	if r.Below = allBelow(units); r.Below {
		r.Level = highestDetection(units)
	}
	r.findLimit()
	r.findWorst()
	return r
}

// addUp sums the weights and finds the share within and the status.
func (r *Result) addUp() {
	limited, judged := false, false
	for i := range r.Units {
		u := &r.Units[i]
		r.Weight += u.Weight
		r.Measured = max(r.Measured, u.Date)
		switch u.State {
		case Unjudged:
			r.UnjudgedCount++
		case IsWithin:
			r.WithinWeight += u.Weight
		case IsBeyond:
			r.BeyondWeight += u.Weight
		}
		limited = limited || u.State != Unlimited
		judged = judged || u.State == IsWithin || u.State == IsBeyond
	}
	if total := r.WithinWeight + r.BeyondWeight; judged && total > 0 {
		r.Within = r.WithinWeight / total
	}
	switch {
	case !limited:
		r.Status = NoLimit
	case math.IsNaN(r.Within):
		r.Status = NotJudged
	case r.BeyondWeight == 0:
		r.Status = Within
	default:
		r.Status = Beyond
	}
}

func allBelow(units []Unit) bool {
	return len(units) > 0 && !slices.ContainsFunc(units, func(u Unit) bool { return !u.Below })
}

func highestDetection(units []Unit) float64 {
	most := math.Inf(-1)
	for _, u := range units {
		most = max(most, u.Detection)
	}
	return most
}

// findLimit takes the limit of the latest reading; of several on one day, of the last.
func (r *Result) findLimit() {
	var last *Unit
	for i := range r.Units {
		u := &r.Units[i]
		if last == nil || u.Date > last.Date || u.Date == last.Date && u.first() > last.first() {
			last = u
		}
	}
	if last != nil {
		r.Limit, r.LimitValue = last.Limit, last.LimitValue
	}
}

// findWorst finds the least favourable value; of equal ones the first that was read.
func (r *Result) findWorst() {
	var worst *Unit
	for i := range r.Units {
		if u := &r.Units[i]; worst == nil || r.worseUnit(u, worst) {
			worst = u
		}
	}
	if worst != nil {
		r.WorstWeight = worst.Weight
	}
	switch {
	case worst == nil:
	case worst.infinite:
		r.WorstPlace = worst.Place
	case r.Below:
		r.Worst, r.WorstPlace = r.Level, worst.Place
	default:
		r.Worst, r.WorstPlace = worst.held, worst.Place
	}
}

func (r *Result) worseUnit(a, b *Unit) bool {
	va, vb := a.held, b.held
	if r.Below {
		va, vb = a.Detection, b.Detection
	}
	switch {
	case a.infinite != b.infinite:
		return a.infinite
	case va == vb || a.infinite:
		return a.first() < b.first()
	}
	return worse(r.Indicator, va, vb)
}

func sources(rows []*audit.Reading) []audit.Source {
	out := make([]audit.Source, len(rows))
	for i, r := range rows {
		out[i] = r.Source
	}
	slices.SortFunc(out, audit.Source.Compare)
	return slices.Compact(out)
}

// countsPeople says whether the weights of rows are people.
func countsPeople(rows []*audit.Reading) bool {
	return !slices.ContainsFunc(rows, func(r *audit.Reading) bool { return math.IsNaN(r.Workers) && math.IsNaN(r.Occupants) })
}

func methods(rows []*audit.Reading) []string {
	var out []string
	for _, r := range rows {
		if r.Method != "" && !slices.Contains(out, r.Method) {
			out = append(out, r.Method)
		}
	}
	return out
}

// groupBy puts rows into groups, in the order in which their keys first come up.
func groupBy[K comparable](rows []*audit.Reading, key func(*audit.Reading) K) (keys []K, groups map[K][]*audit.Reading) {
	groups = map[K][]*audit.Reading{}
	for _, r := range rows {
		k := key(r)
		if _, seen := groups[k]; !seen {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], r)
	}
	return keys, groups
}

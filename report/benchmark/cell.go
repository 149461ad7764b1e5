package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// visit is all readings of one factory, area and quarter.
type visit struct {
	factory *audit.Factory
	area    *standard.Area
	period  standard.Quarter
	rows    []*audit.Reading
	lost    []*audit.Lost // that could not be used
}

// empty is the visit without its rows.
func (v *visit) empty() *visit { return &visit{factory: v.factory, area: v.area, period: v.period} }

// weigher gives the weight of a row: its workers where every row of the cell has them, else 1; 1 too where all of them
// are 0.
type weigher func(*audit.Reading) float64

func (c *comparison) weigher(rows []*audit.Reading) weigher {
	lacking := slices.IndexFunc(rows, func(r *audit.Reading) bool { return math.IsNaN(r.Workers) })
	switch {
	case lacking < 0 && nobody(rows):
		return func(*audit.Reading) float64 { return 1 }
	case lacking < 0:
		return func(r *audit.Reading) float64 { return r.Workers }
	}
	if slices.ContainsFunc(rows, func(r *audit.Reading) bool { return !math.IsNaN(r.Workers) }) {
		c.say(rows[lacking], problem.MissingWorkers,
			"some rows of the quarter give their workers and some do not, so every row counts 1")
	}
	return func(*audit.Reading) float64 { return 1 }
}

// nobody says that every row gives 0 workers.
func nobody(rows []*audit.Reading) bool {
	return !slices.ContainsFunc(rows, func(r *audit.Reading) bool { return r.Workers != 0 })
}

// largest is the weight of several rows that are one exposure or place.
func (w weigher) largest(rows []*audit.Reading) float64 {
	weight := 0.0
	for _, r := range rows {
		weight = max(weight, w(r))
	}
	return weight
}

// blank is a row of which no figure is known yet.
func (v *visit) blank(ind *standard.Indicator, subject string) *Result {
	none := math.NaN()
	return &Result{Factory: v.factory, Period: v.period, Area: v.area, Indicator: ind, Subject: subject,
		Level: none, LimitValue: none, Within: none, Worst: none, BaselineLevel: none, Change: none, RealChange: none,
		GapClosed: none, Trend: none, PeersMedian: none, UTL: none, Cost: none}
}

// result makes the row of an indicator (nil: overall) from its units.
func (v *visit) result(ind *standard.Indicator, subject string, units []Unit, rows []*audit.Reading) *Result {
	r := v.blank(ind, subject)
	r.Units, r.N = units, len(units)
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
	r.findLimit(ordinaryHours(units))
	r.findWorst()
	return r
}

// addUp sums the weights and finds the share within and the status.
func (r *Result) addUp() {
	limited := false
	for i := range r.Units {
		u := &r.Units[i]
		r.Weight += u.Weight
		r.Measured = max(r.Measured, u.Date)
		limited = limited || u.State != Unlimited
		switch u.State {
		case Unjudged:
			r.UnjudgedCount++
		case IsWithin:
			r.WithinWeight += u.Weight
		case IsBeyond:
			r.BeyondWeight += u.Weight
		}
	}
	if total := r.WithinWeight + r.BeyondWeight; total > 0 {
		r.Within = r.WithinWeight / total
	}
	r.Status = r.status(limited)
}

// status is that of a row of which a limit applies to some unit, or to none.
func (r *Result) status(limited bool) string {
	switch {
	case !limited:
		return NoLimit
	case math.IsNaN(r.Within):
		return NotJudged
	case r.BeyondWeight == 0:
		return Within
	}
	return Beyond
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

// findLimit takes the limit of the latest readings: of several the strictest, at equality the legal one. One by the
// hour stands there times the mean of the ordinary hours of the cell.
func (r *Result) findLimit(hours float64) {
	for i := range r.Units {
		u := &r.Units[i]
		if u.Date != r.Measured || u.Limit == nil {
			continue
		}
		value := u.LimitValue
		if u.Limit.PerHour {
			value = u.Limit.Value * hours
		}
		if r.Limit == nil || stricter(r.Indicator, u.Limit, value, r.Limit, r.LimitValue) {
			r.Limit, r.LimitValue = u.Limit, value
		}
	}
}

// stricter compares two limits; at equality the legal one goes before.
func stricter(ind *standard.Indicator, l *standard.Limit, value float64, m *standard.Limit, other float64) bool {
	if atMost(value, other) && atLeast(value, other) {
		return l.Kind == standard.Legal && m.Kind != standard.Legal
	}
	return worse(ind, other, value)
}

// findWorst finds the least favourable value, where one is: a gap is of all rows together. Its place is
// the first, as read, of those that tie with it.
func (r *Result) findWorst() {
	if len(r.Units) == 0 || r.Indicator.ByDistance() {
		return
	}
	least := &r.Units[0]
	for i := range r.Units {
		if u := &r.Units[i]; r.worseUnit(u, least) {
			least = u
		}
	}
	worst := least
	for i := range r.Units {
		if u := &r.Units[i]; r.ties(u, least) && u.first() < worst.first() {
			worst = u
		}
	}
	r.WorstPlace, r.WorstWeight = worst.Place, worst.Weight
	switch {
	case least.infinite:
	case r.Below:
		r.Worst = r.Level
	default:
		r.Worst = least.held
	}
}

// shown is the value of a unit that may be the worst.
func (r *Result) shown(u *Unit) float64 {
	if r.Below {
		return u.Detection
	}
	return u.held
}

func (r *Result) worseUnit(a, b *Unit) bool {
	if a.infinite != b.infinite {
		return a.infinite
	}
	return !a.infinite && worse(r.Indicator, r.shown(a), r.shown(b))
}

func (r *Result) ties(a, b *Unit) bool {
	if a.infinite || b.infinite {
		return a.infinite == b.infinite
	}
	return equal(r.shown(a), r.shown(b))
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
	return !(len(rows) > 0 && nobody(rows)) && !slices.ContainsFunc(rows,
		func(r *audit.Reading) bool { return math.IsNaN(r.Workers) && math.IsNaN(r.Occupants) })
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
func groupBy[K comparable](rows []*audit.Reading, key func(*audit.Reading) K) (keys []K,
	groups map[K][]*audit.Reading) {
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

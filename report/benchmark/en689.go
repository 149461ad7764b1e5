package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/standard"
)

// The verdicts of EN 689:2018 on the exposure to an agent: whether it keeps its limit on days when nobody measured too.
// "Within" speaks of the samples taken.
const (
	Compliant    = "compliant"
	NotCompliant = "not-compliant"
	TooFew       = "too-few"
)

// complianceQuarters are those whose exposures are looked at together: the row's and the three before it.
const complianceQuarters = 4

// result689 is one personal exposure over eight hours, as EN 689 looks at it.
type result689 struct {
	value     float64 // in mg/m3
	below     bool
	detection float64 // its detection limit then
}

// comply fills in the verdict of EN 689 and the upper tolerance limit along the rows of one agent, breaks or not.
func comply(rows []*Result) {
	for i, r := range rows {
		if !isEightHour(r) {
			return
		}
		results := recentPersonal(rows[:i+1])
		r.UTL = upperTolerance(results)
		if r.Limit != nil && r.Limit.Kind != standard.Target {
			r.Compliance = compliance(results, r.LimitValue)
		}
	}
}

// isEightHour says that a row is of eight-hour values of an agent.
func isEightHour(r *Result) bool {
	return r.Indicator != nil && r.Area.Kind.OfAgents() && r.Indicator == r.Area.Indicator("concentration")
}

// recentPersonal are the exposures of the last row and of the three quarters before it that were measured on people.
func recentPersonal(rows []*Result) []result689 {
	last := rows[len(rows)-1].Period
	var out []result689
	for _, r := range rows {
		if r.Period <= last-complianceQuarters {
			continue
		}
		for i := range r.Units {
			if u := &r.Units[i]; u.personal() {
				out = append(out, result689{u.Value, u.Below, u.Detection})
			}
		}
	}
	return out
}

// personal says that every row of an exposure is a personal sample.
func (u *Unit) personal() bool {
	for _, r := range u.rows {
		if !r.Personal {
			return false
		}
	}
	return true
}

// compliance is the screening test up to five results, and the test of the upper tolerance limit from six up (EN
// 689:2018, 5.5.2 and 5.5.3).
func compliance(results []result689, limit float64) string {
	n := len(results)
	switch {
	case slices.ContainsFunc(results, func(x result689) bool { return !x.below && !atMost(x.value, limit) }):
		return NotCompliant
	case n < 3:
		return TooFew
	case n <= 5:
		return screened(results, limit)
	case !carriesTolerance(results):
		return TooFew
	}
	mean, spread := logMoments(results)
	if distance := math.Log(limit) - mean; spread == 0 || atLeast(distance/spread, ToleranceFactor(n)) {
		return Compliant
	}
	return NotCompliant
}

// screened is the screening test: all of 3, 4 or 5 results lie at 0.1, 0.15 or 0.2 of the limit, or lower.
func screened(results []result689, limit float64) string {
	share := []float64{0.1, 0.15, 0.2}[len(results)-3]
	for _, x := range results {
		value := x.value
		if x.below {
			value = x.detection
		}
		if !atMost(value, share*limit) {
			return TooFew
		}
	}
	return Compliant
}

// carriesTolerance says that a lognormal distribution can be fitted: to six results or more, none of them zero, and not
// more than a third of them below detection.
func carriesTolerance(results []result689) bool {
	below := 0
	for _, x := range results {
		switch {
		case x.value <= 0:
			return false
		case x.below:
			below++
		}
	}
	return len(results) >= 6 && 3*below <= len(results)
}

// upperTolerance is the value that 95 % of exposures keep, with a confidence of 70 %: exp(mean ln x + U_T(n)·s); NaN where
// the results cannot carry it.
func upperTolerance(results []result689) float64 {
	if !carriesTolerance(results) {
		return math.NaN()
	}
	mean, spread := logMoments(results)
	return math.Exp(mean + ToleranceFactor(len(results))*spread)
}

// logMoments are the mean and the standard deviation (n − 1) of the logarithms; equal values have none.
func logMoments(results []result689) (mean, spread float64) {
	least, most := math.Inf(1), math.Inf(-1)
	for _, x := range results {
		least, most = min(least, x.value), max(most, x.value)
		mean += math.Log(x.value)
	}
	mean /= float64(len(results))
	if equal(least, most) {
		return mean, 0
	}
	for _, x := range results {
		spread += (math.Log(x.value) - mean) * (math.Log(x.value) - mean)
	}
	return mean, math.Sqrt(spread / float64(len(results)-1))
}

// toleranceFactors are U_T by the number of results: the one-sided factor for 95 % of exposures at a confidence of 70 %
// (EN 689:2018, annex F).
var toleranceFactors = []struct{ n, factor float64 }{
	{6, 2.187}, {7, 2.120}, {8, 2.072}, {9, 2.035}, {10, 2.005}, {12, 1.961}, {15, 1.917}, {20, 1.870}, {30, 1.820},
}

// ToleranceFactor is U_T for n results, from six up: between the numbers of the table linear, beyond it its last.
func ToleranceFactor(n int) float64 {
	before := toleranceFactors[0]
	for _, at := range toleranceFactors {
		if at.n >= float64(n) {
			return before.factor + (at.factor-before.factor)*(float64(n)-before.n)/max(1, at.n-before.n)
		}
		before = at
	}
	return before.factor
}

package benchmark

import (
	"math"
	"slices"
	"strconv"

	"plimsoll/report/audit"
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

// Personal are the exposures to one agent that were measured on people over eight hours, in a quarter and the three
// before it, as EN 689 looks at them together.
type Personal struct {
	N, Below int     // below: of these, how many lie below detection
	Highest  float64 // of those detected, in mg/m3; NaN where none is
	// Screened is the highest of all, those below detection counted with their detection limit; NaN without any.
	Screened float64
	// Mean and Spread are those of the natural logarithms, those below detection counted as their limit ÷ √2; equal
	// values have no spread. NaN where one is 0, which has no logarithm.
	Mean, Spread float64
}

// comply fills in the verdict of EN 689 and the upper tolerance limit along the rows of one agent, breaks or not.
func comply(rows []*Result) {
	for i, r := range rows {
		if !isEightHour(r) {
			return
		}
		p := personalOf(rows[:i+1])
		r.Personal, r.UTL = p, p.tolerance()
		if r.Limit != nil && r.Limit.Kind != standard.Target {
			r.Compliance = p.verdict(r.LimitValue)
		}
	}
}

// isEightHour says that a row is of eight-hour values of an agent.
func isEightHour(r *Result) bool {
	return r.Indicator != nil && r.Area.Kind.OfAgents() && r.Indicator == r.Area.Indicator("concentration")
}

// personalOf looks at the exposures of the last row and of the three quarters before it.
func personalOf(rows []*Result) Personal {
	last := rows[len(rows)-1].Period
	var units []*Unit
	for _, r := range rows {
		for i := range r.Units {
			if u := &r.Units[i]; r.Period > last-complianceQuarters && u.personal() {
				units = append(units, u)
			}
		}
	}
	return newPersonal(units)
}

// personal says that every row of an exposure is a personal sample.
func (u *Unit) personal() bool {
	return !slices.ContainsFunc(u.rows, func(r *audit.Reading) bool { return !r.Personal })
}

func newPersonal(units []*Unit) Personal {
	p := Personal{N: len(units), Highest: math.NaN(), Screened: math.NaN()}
	logs := make([]float64, len(units))
	for i, u := range units {
		value := u.Value
		if u.Below {
			p.Below++
			value = u.Detection
		} else {
			p.Highest = largest(p.Highest, value)
		}
		p.Screened = largest(p.Screened, value)
		logs[i] = math.Log(u.Value)
	}
	p.Mean, p.Spread = moments(logs)
	return p
}

// largest passes over what there is none of.
func largest(a, b float64) float64 {
	if math.IsNaN(a) {
		return b
	}
	return max(a, b)
}

// moments are the mean and the standard deviation (n − 1). Logarithms that lie within 1e-9 are those of equal values,
// which have none.
func moments(logs []float64) (mean, spread float64) {
	if len(logs) == 0 || slices.Min(logs) == math.Inf(-1) {
		return math.NaN(), math.NaN()
	}
	sum := 0.0
	for _, v := range logs {
		sum += v
	}
	mean = sum / float64(len(logs))
	if slices.Max(logs)-slices.Min(logs) <= tolerance {
		return mean, 0
	}
	squares := 0.0
	for _, v := range logs {
		squares += float64((v - mean) * (v - mean)) // rounded by itself, on every processor
	}
	return mean, math.Sqrt(squares / float64(len(logs)-1))
}

// verdict is that of the screening test up to five results, and of the test of the upper tolerance limit from six up
// (EN 689:2018, 5.5.2 and 5.5.3).
func (p *Personal) verdict(limit float64) string {
	switch {
	case p.Highest > limit && !atMost(p.Highest, limit):
		return NotCompliant
	case p.N < 3:
		return TooFew
	case p.N < leastTolerance && atMost(p.Screened, ScreeningShare(p.N)*limit):
		return Compliant
	case p.N < leastTolerance, !p.CarriesTolerance():
		return TooFew
	case p.Spread == 0, atLeast(p.Distance(limit), ToleranceFactor(p.N)):
		return Compliant
	}
	return NotCompliant
}

// ScreeningShare is the share of the limit that all of 3, 4 or 5 results have to keep.
func ScreeningShare(n int) float64 { return []float64{0.1, 0.15, 0.2}[n-3] }

// leastTolerance is how many results can carry a tolerance limit.
const leastTolerance = 6

// CarriesTolerance says that a lognormal distribution can be fitted: to six results or more, none of them zero, and not
// more than a third of them below detection.
func (p *Personal) CarriesTolerance() bool {
	return p.N >= leastTolerance && !math.IsNaN(p.Mean) && 3*p.Below <= p.N
}

// Distance is U_R: how many standard deviations lie between the mean and the limit, of logarithms; +Inf where all
// values are equal.
func (p *Personal) Distance(limit float64) float64 {
	if p.Spread == 0 {
		return math.Inf(1)
	}
	return (math.Log(limit) - p.Mean) / p.Spread
}

// tolerance is the upper tolerance limit, the value that 95 % of exposures keep with a confidence of 70 %:
// exp(mean + U_T(n)·s); NaN where the results cannot carry it.
func (p *Personal) tolerance() float64 {
	if !p.CarriesTolerance() {
		return math.NaN()
	}
	return portable(math.Exp(p.Mean + float64(ToleranceFactor(p.N)*p.Spread)))
}

// portable keeps twelve digits: exponential functions of processors differ in the last ones, and results may not.
func portable(v float64) float64 {
	kept, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 11, 64), 64)
	return kept
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

package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/standard"
)

// allStep is the smallest change of a share within that counts.
const allStep = 0.05

// follow fills in baseline, change, verdict, gap and trend along a series: the rows of one factory, area, indicator and
// subject, in the order of quarters. A new series starts where they break.
func follow(rows []*Result, prices prices) {
	var series []*Result // the unbroken one, its quarters with a figure
	var named []string   // methods of the last quarter that named one
	figures := false     // an earlier quarter has a figure
	for i, r := range rows {
		if i > 0 {
			if r.Broke = breaks(rows[i-1], r, named); r.Broke != "" {
				series = nil
			}
		}
		if len(r.methods) > 0 {
			named = r.methods
		}
		if r.HasFigure() {
			series = append(series, r)
		}
		if len(series) == 0 {
			continue
		}
		r.Series = slices.Clip(series)
		r.sinceBaseline(series[0], figures, prices)
		if r.HasFigure() {
			r.Trend = trend(series)
		}
		figures = true
	}
}

// What breaks a series.
const (
	ByMethod   = "method"
	ByCurrency = "currency"
	ByBasis    = "basis"
)

// breaks says what makes a row start a new series, blank if nothing does: its unit is another (of pay the currency),
// its basis is (net, gross, not said), or none of its methods occurs in the last earlier quarter that named one.
func breaks(previous, r *Result, named []string) string {
	switch {
	case previous.Unit != r.Unit, previous.currency != r.currency:
		return ByCurrency
	case previous.basis != r.basis:
		return ByBasis
	case len(named) == 0 || len(r.methods) == 0:
		return ""
	case !slices.ContainsFunc(r.methods, func(m string) bool { return slices.Contains(named, m) }):
		return ByMethod
	}
	return ""
}

// sinceBaseline compares a row with the first quarter of its series. earlier says that a quarter before this series has
// a figure.
func (r *Result) sinceBaseline(base *Result, earlier bool, prices prices) {
	r.HasBaseline, r.BaselinePeriod, r.BaselineLevel = true, base.Period, base.Figure()
	switch {
	case r == base && earlier:
		r.Verdict = Break
	case r == base:
		r.Verdict = First
	case !r.HasFigure():
	case r.Below || base.Below:
		r.Verdict = belowVerdict(base, r)
	default:
		r.Change = r.Figure() - base.Figure()
		r.GapClosed = gapClosed(base, r)
		r.Verdict = verdict(base, r)
		if r.Indicator != nil && r.Indicator.Wage {
			r.inRealTerms(base, prices)
		}
	}
}

// inRealTerms lets the change in the prices of the baseline decide, where these are known.
func (r *Result) inRealTerms(base *Result, prices prices) {
	level, ok := prices.real(r.Factory.Country, r.Level, r.Period, base.Period)
	if !ok {
		return
	}
	r.RealChange = level - base.Level
	deflated := *r
	deflated.Level = level
	r.Verdict = verdict(base, &deflated)
}

// verdict says whether the change since the baseline counts, and in which direction.
func verdict(base, r *Result) string {
	switch {
	case !counts(base, r):
		return Held
	case r.isBetter(base):
		return Improved
	}
	return Worsened
}

func (r *Result) isBetter(base *Result) bool {
	switch ind := r.Indicator; {
	case ind == nil, ind.Higher():
		return r.Figure() > base.Figure()
	case ind.ByDistance():
		return math.Abs(r.Figure()) < math.Abs(base.Figure())
	}
	return r.Figure() < base.Figure()
}

// belowVerdict is certain only where the detection limit itself would make the change count.
func belowVerdict(base, r *Result) string {
	certain := ""
	switch {
	case r.Below && !base.Below:
		certain = Improved
	case base.Below && !r.Below:
		certain = Worsened
	}
	if certain != "" && verdict(base, r) == certain {
		return certain
	}
	return Unclear
}

// counts holds a change against the smallest one that counts.
func counts(base, r *Result) bool {
	if r.ByRatio() {
		return ratioCounts(r.Indicator, base, r)
	}
	change := math.Abs(r.Figure() - base.Figure())
	if r.Indicator != nil && r.Indicator.ByDistance() {
		change = math.Abs(math.Abs(r.Figure()) - math.Abs(base.Figure()))
	}
	return atLeast(change, r.Step(base)) && change > 0
}

// ByRatio says that a change is held against a ratio: the larger over the smaller.
func (r *Result) ByRatio() bool { return r.Indicator != nil && r.Indicator.ChangeRatio > 0 }

// Step is the smallest change since the baseline that counts: in the unit of the figure, or as a ratio (ByRatio).
func (r *Result) Step(base *Result) float64 {
	switch ind := r.Indicator; {
	case ind == nil:
		return allStep
	case ind.ChangeRatio > 0:
		return max(ratioNeeded(ind.Spread, base.N, r.N), ind.ChangeRatio)
	case ind.ChangePercent > 0:
		return ind.ChangePercent / 100 * math.Abs(base.Figure())
	default:
		return ind.Change
	}
}

// ratioCounts is the test of two lognormal means: the ratio must reach exp(1.96·ln(spread)·√(1/n0+1/n1)), and the least
// ratio in any case; or the least ratio and a steady trend.
func ratioCounts(ind *standard.Indicator, base, r *Result) bool {
	high, low := max(base.Figure(), r.Figure()), min(base.Figure(), r.Figure())
	switch {
	case high == 0:
		return false
	case low == 0:
		return true
	case !atLeast(high/low, ind.ChangeRatio):
		return false
	}
	return atLeast(high/low, r.Step(base)) || steady(r.Series, r.Figure() > base.Figure())
}

// ratioNeeded is R of the methodology: a two-sided 5 % test at a given geometric standard deviation.
func ratioNeeded(spread float64, n0, n1 int) float64 {
	return math.Exp(1.96 * math.Log(spread) * math.Sqrt(1/float64(n0)+1/float64(n1)))
}

// steadyQuarters is the least number of quarters that can carry a trend at 5 %.
const steadyQuarters = 5

// steady says whether a series without values below detection rises (or falls) by a Mann–Kendall test at p ≤ 0.05.
func steady(series []*Result, rising bool) bool {
	if !carriesTest(series) {
		return false
	}
	s, p := Kendall(figuresOf(series))
	return s != 0 && (s > 0) == rising && atMost(p, 0.05)
}

// carriesTest says whether a series is long enough for the test, and has no value below detection.
func carriesTest(series []*Result) bool {
	return len(series) >= steadyQuarters && !slices.ContainsFunc(series, func(r *Result) bool { return r.Below })
}

func figuresOf(series []*Result) []float64 {
	v := make([]float64, len(series))
	for i, r := range series {
		v[i] = r.Figure()
	}
	return v
}

// gapClosed is the share of the baseline's distance to the limit that has been closed; NaN where the baseline kept it.
func gapClosed(base, r *Result) float64 {
	from, to := base.Figure(), r.Figure()
	switch {
	case r.Indicator == nil && from < 1:
		return (to-from)/(1-from) + 0 // a zero has no sign
	case r.Indicator == nil, !r.comparable(), !base.comparable():
		return math.NaN()
	case rightSide(r.Indicator, from, base.LimitValue), rightSide(r.Indicator, from, r.LimitValue):
		return math.NaN()
	}
	return (from-to)/(from-r.LimitValue) + 0
}

// comparable says that a row has a limit in its own unit: one of pay may stand in another currency.
func (r *Result) comparable() bool {
	return r.Limit != nil && (r.Limit.Currency == "" || r.Limit.Currency == r.Unit)
}

// trend is Theil and Sen's slope in units per year; NaN under three quarters or where one lies below detection.
func trend(series []*Result) float64 {
	if len(series) < 3 || slices.ContainsFunc(series, func(r *Result) bool { return r.Below }) {
		return math.NaN()
	}
	return median(Slopes(series))
}

// Slopes are those between all pairs of quarters, in units per year.
func Slopes(series []*Result) []float64 {
	slopes := make([]float64, 0, len(series)*(len(series)-1)/2)
	for i, a := range series {
		for _, b := range series[i+1:] {
			slopes = append(slopes, (b.Figure()-a.Figure())/(float64(b.Period-a.Period)/4))
		}
	}
	return slopes
}

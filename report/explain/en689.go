package explain

import (
	"fmt"
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// compliance says which test of EN 689 gave the verdict on an agent, and how.
func (x *explained) compliance() string {
	p := &x.Personal
	found := fmt.Sprintf("%d personal exposures of the quarter and the three before it", p.N)
	switch limit := number(x.LimitValue); {
	case x.Limit == nil || x.Limit.Kind == standard.Target:
		return "none: neither law nor code draws a line; " + found
	case x.Compliance == benchmark.NotCompliant && p.Highest > x.LimitValue:
		return fmt.Sprintf("%s: %s, the highest %s, above the limit %s", x.Compliance, found, number(p.Highest), limit)
	case p.N < 3:
		return fmt.Sprintf("%s: %s; a verdict needs three", x.Compliance, found)
	case p.N < 6:
		return fmt.Sprintf("%s: %s, the highest %s, against %s × the limit %s", x.Compliance, found, number(p.Screened),
			number(benchmark.ScreeningShare(p.N)), limit)
	case !p.CarriesTolerance():
		return fmt.Sprintf("%s: %s, %d below detection: no distribution can be fitted", x.Compliance, found, p.Below)
	}
	return fmt.Sprintf("%s: %s; U_R = (ln %s − %s) ÷ %s = %s against U_T(%d) = %s", x.Compliance, found,
		number(x.LimitValue), bracketed(p.Mean), number(p.Spread), number(p.Distance(x.LimitValue)), p.N,
		number(benchmark.ToleranceFactor(p.N)))
}

// tolerance shows the upper tolerance limit, which 95 % of exposures keep with a confidence of 70 %.
func (x *explained) tolerance() string {
	p := &x.Personal
	if math.IsNaN(x.UTL) {
		return "none: it needs six exposures, none of them 0, a third of them below detection at most"
	}
	return fmt.Sprintf("exp(%s + %s·%s): mean and standard deviation of the logarithms of %d exposures", bracketed(p.Mean),
		number(benchmark.ToleranceFactor(p.N)), number(p.Spread), p.N)
}

package explain

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"plimsoll/report/benchmark"
)

// verdict says what the change was held against, and what came of it.
func (x *explained) verdict() string {
	base := x.Baseline()
	switch {
	case x.Verdict == "":
		return "none: one of the two figures is missing"
	case x.Verdict == benchmark.First:
		return "first: there is no earlier quarter"
	case x.Verdict == benchmark.Break:
		return "break: " + x.broke(base)
	case x.Verdict == benchmark.Unclear:
		return "unclear: " + x.uncertain(base) + ", and no value that it may stand for makes the change certain"
	case x.Below || base.Below:
		return x.Verdict + ": " + x.uncertain(base) + "; the change from one to the other counts all the same: " +
			x.needed(base)
	}
	return x.Verdict + ": " + x.needed(base)
}

// broke says what is another than before the series.
func (x *explained) broke(base *benchmark.Result) string {
	switch base.Broke {
	case benchmark.ByCurrency:
		return "the currency is another than before (now " + x.Currency() + ")"
	case benchmark.ByBasis:
		return "the pay is on another basis than before (now " + cmp.Or(x.Basis(), "not said") + ")"
	}
	return "the method is another than before" + x.methods()
}

func (x *explained) methods() string {
	if m := x.Methods(); len(m) > 0 {
		return " (now " + strings.Join(m, ", ") + ")"
	}
	return ""
}

func (x *explained) uncertain(base *benchmark.Result) string {
	show := func(r *benchmark.Result) string {
		if r.Below {
			return "<" + number(r.Level)
		}
		return number(r.Level)
	}
	return show(base) + " → " + show(x.Result)
}

// needed is the change beside the smallest one that counts.
func (x *explained) needed(base *benchmark.Result) string {
	from, to := base.Figure(), x.Figure()
	if x.ByRatio() {
		return x.neededRatio(base, from, to)
	}
	if !math.IsNaN(x.RealChange) {
		return fmt.Sprintf("in real terms %s; %s counts (%s %% of %s); %s", number(x.RealChange),
			with(x.Step(base), x.Unit),
			number(x.Indicator.ChangePercent), number(from), x.direction())
	}
	if x.Indicator != nil && x.Indicator.ByDistance() {
		return fmt.Sprintf("from %s to %s; %s in the distance from 0 counts; nearer to 0 is better", number(from), number(to),
			number(x.Indicator.Change))
	}
	rule := ""
	if x.Indicator != nil && x.Indicator.ChangePercent > 0 {
		rule = fmt.Sprintf(" (%s %% of %s)", number(x.Indicator.ChangePercent), number(from))
	}
	return fmt.Sprintf("|%s − %s| = %s; %s counts%s; %s", number(to), bracketed(from), number(math.Abs(to-from)),
		with(x.Step(base), x.Unit), rule, x.direction())
}

func (x *explained) direction() string {
	if x.Indicator == nil || x.Indicator.Higher() {
		return "higher is better"
	}
	return "lower is better"
}

func (x *explained) neededRatio(base *benchmark.Result, from, to float64) string {
	high, low := max(from, to), min(from, to)
	if low == 0 {
		return fmt.Sprintf("%s against %s; %s", number(to), number(from), x.direction())
	}
	ind := x.Indicator
	text := fmt.Sprintf("%s ÷ %s = %s; R = exp(1.96·ln %s·√(1/%d + 1/%d)), but %s at least, = %s counts", number(high),
		number(low), number(high/low), number(ind.Spread), base.N, x.N, number(ind.ChangeRatio), number(x.Step(base)))
	if p := x.Steady(); !math.IsNaN(p) {
		text += fmt.Sprintf("; so does %s where Mann–Kendall's p over the %d quarters, %s%s, is 0.05 at most",
			number(ind.ChangeRatio), len(x.Series), number(p), x.tied())
	}
	return text + "; " + x.direction()
}

// tied says where p is an approximation.
func (x *explained) tied() string {
	if x.Tied() {
		return " (normal approximation, corrected for ties)"
	}
	return ""
}

package explain

import (
	"fmt"
	"math"
	"slices"

	"plimsoll/report/benchmark"
)

// steps are the figures of the row, each with what gave it.
func (x *explained) steps() []Step {
	steps := []Step{}
	add := func(figure string, value float64, formula string) {
		steps = append(steps, Step{figure, Number(value), formula})
	}
	if x.Indicator != nil {
		add("level", x.Level, x.level())
	}
	add("weight", x.Weight, x.weight())
	add("within", x.Within, x.within())
	if x.Indicator != nil {
		add("limit", x.LimitValue, x.latestLimit())
		add("worst", x.Worst, x.worst())
	}
	add("status", math.NaN(), x.status())
	if x.Personal.N > 0 {
		add("compliance", math.NaN(), x.compliance())
		add("utl", x.UTL, x.tolerance())
	}
	if !math.IsNaN(x.Cost) {
		add("cost", x.Cost, x.cost())
	}
	if x.HasBaseline {
		add("baseline", x.BaselineLevel, x.baseline())
		add("change", x.Change, x.change())
		if !math.IsNaN(x.RealChange) {
			add("real_change", x.RealChange, x.realChange())
		}
		add("verdict", math.NaN(), x.verdict())
		add("gap_closed", x.GapClosed, x.gap())
		add("trend_per_year", x.Trend, x.trend())
	}
	if x.HasPeers {
		add("peers_median", x.PeersMedian, x.peers())
	}
	return steps
}

func (x *explained) weight() string {
	formula := joined(each(x.Units, func(u benchmark.Unit) string { return number(u.Weight) }), " + ")
	formula = kindOf(x.Area).weight(x, formula)
	switch {
	case x.CountsPeople:
	case x.givesPeople():
		formula += " (every row gives 0 people, so each counts 1)"
	default:
		formula += " (not every row gives its people, so each counts 1)"
	}
	return formula
}

// givesPeople says that every row has a number of people.
func (x *explained) givesPeople() bool {
	for i := range x.Units {
		for _, r := range x.Units[i].Rows() {
			if math.IsNaN(r.Workers) {
				return false
			}
		}
	}
	return true
}

// within is the share: the weight within over the weight judged.
func (x *explained) within() string {
	if math.IsNaN(x.Within) {
		return "nothing was judged"
	}
	formula := fmt.Sprintf("weight within ÷ weight judged = %s ÷ (%s + %s beyond)", number(x.WithinWeight),
		number(x.WithinWeight), number(x.BeyondWeight))
	if x.UnjudgedCount > 0 {
		formula += fmt.Sprintf("; %d not judged", x.UnjudgedCount)
	}
	return formula
}

func (x *explained) latestLimit() string {
	if x.Indicator.WithoutLimit {
		return "none: no limit is written for it"
	}
	if x.Limit == nil {
		return "none applies to the latest reading"
	}
	formula := "that of the latest reading (" + x.Measured.String() + "): " + x.Limit.Kind + ", " + x.Limit.Source
	if x.severalLimits() {
		formula += "; the strictest of several that govern that day"
	}
	if x.Limit.PerHour {
		formula += fmt.Sprintf("; %s × %s hours a month, their mean by weight", with(x.Limit.Limit, x.Limit.Unit),
			number(x.LimitValue/x.Limit.Value))
	}
	return formula
}

// severalLimits says that the latest readings are held against different limits.
func (x *explained) severalLimits() bool {
	return slices.ContainsFunc(x.Units, func(u benchmark.Unit) bool {
		return u.Date == x.Measured && u.Limit != nil && u.Limit != x.Limit
	})
}

func (x *explained) worst() string {
	switch {
	case x.Indicator.ByDistance():
		return "none: the figure is one of all rows together"
	case x.WorstPlace == "" && math.IsNaN(x.Worst):
		return "no value"
	case math.IsNaN(x.Worst):
		return "at " + x.WorstPlace + ": people share none"
	case x.WorstPlace == "":
		return "the least favourable value"
	}
	return "the least favourable value, at " + x.WorstPlace
}

func (x *explained) status() string {
	switch x.Status {
	case benchmark.NoLimit:
		return "no-limit: no limit applies to any of them"
	case benchmark.NotJudged:
		return "not-judged: a limit applies, but nothing could be held against it"
	case benchmark.Beyond:
		return "beyond: some of the weight judged lies beyond its limit"
	}
	return x.Status + ": all of the weight judged keeps its limit"
}

func (x *explained) baseline() string {
	return fmt.Sprintf("first quarter of the unbroken series: %s", x.BaselinePeriod)
}

func (x *explained) change() string {
	switch {
	case x.Baseline() == x.Result:
		return "the series starts here"
	case math.IsNaN(x.Change):
		return "none: one of the two figures lies below detection, or is missing"
	}
	return number(x.Figure()) + " − " + bracketed(x.BaselineLevel)
}

// realChange is the change in the prices of the baseline.
func (x *explained) realChange() string {
	return fmt.Sprintf("in the prices of %s: %s × index(%s) ÷ index(%s) − %s", x.BaselinePeriod, number(x.Level),
		x.BaselinePeriod,
		x.Period, bracketed(x.BaselineLevel))
}

// bracketed sets a negative number in brackets.
func bracketed(v float64) string {
	if v < 0 {
		return "(" + number(v) + ")"
	}
	return number(v)
}

func (x *explained) gap() string {
	base := x.Baseline()
	switch {
	case !math.IsNaN(x.GapClosed) && x.Indicator == nil:
		return fmt.Sprintf("(%s − %s) ÷ (1 − %s)", number(x.Within), number(base.Within), number(base.Within))
	case !math.IsNaN(x.GapClosed):
		return fmt.Sprintf("(%s − %s) ÷ (%s − %s)", number(base.Level), number(x.Level), number(base.Level),
			number(x.LimitValue))
	case base == x.Result:
		return "the series starts here"
	}
	return "none: the baseline kept its limit, or the two cannot be compared"
}

func (x *explained) trend() string {
	switch {
	case len(x.Series) < 3:
		return "none: it needs three quarters"
	case math.IsNaN(x.Trend):
		return "none: the series has a value below detection, or the row has no figure"
	}
	slopes := benchmark.Slopes(x.Series)
	terms := joined(each(slopes, number), ", ")
	return fmt.Sprintf("median of the %d slopes a year between any two of %d quarters: %s", len(slopes), len(x.Series),
		terms)
}

func (x *explained) peers() string {
	place := "country " + x.Factory.Country
	if x.Indicator != nil && x.Indicator.ByWageRegion() {
		place = "wage region " + x.Factory.WageRegion
	}
	formula := fmt.Sprintf("other factories of %s with a figure in the quarter or the four before it: %d", place,
		x.PeersN)
	if math.IsNaN(x.PeersMedian) {
		formula += fmt.Sprintf("; no median under %d", benchmark.LeastPeers)
	}
	return formula
}

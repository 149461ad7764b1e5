package quarterly

import (
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// comparison is how figures of an area are brought onto one axis with their limits.
type comparison int

// The comparisons. What has to be at least its limit and what has to be at most that never share an axis as they are:
// the worse side would be left for one and right for the other.
const (
	inUnit     comparison = iota // as measured, each factory with its own limit: a share of decibels says nothing
	overLimit                    // value ÷ limit, worse to the right
	underLimit                   // value ÷ limit, worse to the left: all are limits to reach
	turned                       // value ÷ limit, or limit ÷ value for a limit to reach, worse to the right
	aboveLimit                   // value − limit, of what has many limits and no shares
)

// comparisonOf chooses by what the area's indicators want; targets and wages are not compared here.
func comparisonOf(area *standard.Area) comparison {
	wants := func(higher bool) bool {
		return slices.ContainsFunc(area.Indicators, func(i standard.Indicator) bool {
			return !i.Wage && !i.OnlyWithLimit && i.Higher() == higher
		})
	}
	switch {
	case area.Kind.OfSound():
		return inUnit
	case wants(true) && wants(false):
		return turned
	case wants(true):
		return underLimit
	}
	return overLimit
}

// worseLeft says that what lies left on the axis is worse.
func (c comparison) worseLeft() bool { return c == underLimit }

// of is where a unit lies; what is below detection lies at its detection limit. A unit without a value, such as a
// building without a toilet, lies nowhere (NaN).
func (c comparison) of(i *standard.Indicator, u *benchmark.Unit) float64 {
	value := u.Value
	if u.Below {
		value = u.Detection
	}
	switch {
	case c == inUnit:
		return value
	case c == aboveLimit:
		return value - u.LimitValue
	case c == turned && i.Higher():
		return u.LimitValue / value
	}
	return value / u.LimitValue
}

// limit is where the unit's limit lies.
func (c comparison) limit(u *benchmark.Unit) float64 {
	if c == inUnit {
		return u.LimitValue
	}
	return 1
}

package benchmark

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// tolerance of comparisons with limits and thresholds, relative.
const tolerance = 1e-9

// atMost and atLeast compare with the tolerance.
func atMost(v, limit float64) bool  { return v <= limit+tolerance*math.Abs(limit) }
func atLeast(v, limit float64) bool { return v >= limit-tolerance*math.Abs(limit) }

// equal says that two values tie.
func equal(a, b float64) bool { return math.Abs(a-b) <= tolerance*max(math.Abs(a), math.Abs(b)) }

// rightSide says whether a value keeps a limit; a value at the limit does.
func rightSide(ind *standard.Indicator, v, limit float64) bool {
	if ind.Higher() {
		return atLeast(v, limit)
	}
	return atMost(v, limit)
}

// worse says whether a is less favourable than b.
func worse(ind *standard.Indicator, a, b float64) bool {
	if ind.Higher() {
		return a < b
	}
	return a > b
}

// governing picks the limit a reading is held against: between legal and code the stricter, at equality legal; a target
// only where there is no other. Value gives a limit's value in the unit of the level.
func governing(ind *standard.Indicator, found [3]*standard.Limit, value func(*standard.Limit) float64) *standard.Limit {
	legal, code, target := found[0], found[1], found[2]
	switch {
	case legal == nil && code == nil:
		return target
	case legal == nil:
		return code
	case code == nil, rightSide(ind, value(legal), value(code)):
		return legal
	}
	return code
}

// question is what to ask the limits for a reading.
func question(ind *standard.Indicator, r *audit.Reading, subject string, on standard.Date) standard.Question {
	q := standard.Question{Area: r.Area.ID, Indicator: cmp.Or(ind.LimitsOf, ind.ID), Subject: subject,
		Region: r.Factory.Region, On: on}
	if ind.Wage {
		q.Region = r.Factory.WageRegion
	}
	return q
}

// questions are one for each averaging time whose limits an indicator is held against.
func questions(ind *standard.Indicator, r *audit.Reading, subject string, on standard.Date) []standard.Question {
	q := question(ind, r, subject, on)
	if len(ind.Averaging) == 0 {
		return []standard.Question{q}
	}
	out := make([]standard.Question, len(ind.Averaging))
	for i, averaging := range ind.Averaging {
		q.Averaging = averaging
		out[i] = q
	}
	return out
}

// plainLimit is the limit of everything but pay: that which governs, of several averaging times the strictest of those
// that do.
func (c *comparison) plainLimit(ind *standard.Indicator, r *audit.Reading, subject string,
	on standard.Date) *standard.Limit {
	var strictest *standard.Limit
	for _, q := range questions(ind, r, subject, on) {
		l := governing(ind, c.limits.Applying(q, nil), func(l *standard.Limit) float64 { return l.Value })
		if l != nil && (strictest == nil || stricter(ind, l, l.Value, strictest, strictest.Value)) {
			strictest = l
		}
	}
	return strictest
}

// judge holds a unit against the limit that governs it, and says where that cannot be done.
func (c *comparison) judge(ind *standard.Indicator, u *Unit, subject string) {
	c.hold(ind, u, subject)
	c.warnOf(u)
}

// hold holds a unit against the limit that governs it.
func (c *comparison) hold(ind *standard.Indicator, u *Unit, subject string) {
	u.holdAgainst(ind, c.plainLimit(ind, u.rows[0], subject, u.Date))
}

// holdAgainst holds a unit against a limit; nil where none governs it.
func (u *Unit) holdAgainst(ind *standard.Indicator, limit *standard.Limit) {
	u.Limit, u.LimitValue = limit, math.NaN()
	if limit != nil {
		u.LimitValue = limit.Value
	}
	u.State = stateOf(ind, u)
}

// warnOf says why a unit cannot be held against its limit.
func (c *comparison) warnOf(u *Unit) {
	if u.State == Unjudged && u.Below {
		c.say(u.rows[0], problem.DetectionAboveLimit,
			"%s, %s at %s: the detection limit lies above the limit, so the sample cannot be judged",
			u.rows[0].About(), u.Date, u.Place)
	}
}

func stateOf(ind *standard.Indicator, u *Unit) State {
	switch {
	case u.Limit == nil:
		return Unlimited
	case u.infinite:
		return IsBeyond
	case u.Below && !rightSide(ind, u.Detection, u.LimitValue):
		return Unjudged
	case u.Below, rightSide(ind, u.held, u.LimitValue):
		return IsWithin
	}
	return IsBeyond
}

// forVerdict is the state towards law and code; a target is no limit when an area is summed up.
func (u *Unit) forVerdict() State {
	if u.Limit != nil && u.Limit.Kind == standard.Target {
		return Unlimited
	}
	return u.State
}

// together is the state of a place or room of which several things are judged: beyond if any is; within if everything
// there that has a limit is; else not judged, or without a limit where nothing has one.
func together(states ...State) State {
	for _, s := range []State{IsBeyond, Unjudged, IsWithin} {
		if slices.Contains(states, s) {
			return s
		}
	}
	return Unlimited
}

// anyOf is the state of a place over a quarter, where people are counted: what could not be judged once does not hide
// what was at another time.
func anyOf(a, b State) State { return max(a, b) } // Unlimited < Unjudged < IsWithin < IsBeyond

package benchmark

import (
	"fmt"
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// pay makes the results of earnings: wages against minimum and living wage, the hours of the week, and both together.
func (c *comparison) pay(v *visit) []*Result {
	kept := c.oneBasis(c.oneCurrency(v.rows))
	states := map[*audit.Reading][]State{}
	var out []*Result
	for i := range v.area.Indicators {
		ind := &v.area.Indicators[i]
		var units []Unit
		var rows []*audit.Reading
		if ind.Wage {
			units, rows = c.wages(ind, kept), kept
		} else {
			units, rows = c.weeks(ind, v.rows)
		}
		if len(units) == 0 || ind.OnlyWithLimit && !governed(units) {
			continue
		}
		for _, u := range units {
			if !ind.Apart {
				states[u.rows[0]] = append(states[u.rows[0]], u.forVerdict())
			}
		}
		out = append(out, v.payResult(ind, units, rows))
	}
	return append(out, v.allPay(states))
}

// payFields are what a row of pay says beside people and hours.
func payFields() []string {
	return []string{"value", "lowest", "ordinary", "overtime", "currency", "basis"}
}

// oneCurrency leaves out rows in another currency than most of the workers have; at a tie the one read first stays.
func (c *comparison) oneCurrency(rows []*audit.Reading) []*audit.Reading {
	workers := map[string]float64{}
	for _, r := range rows {
		workers[r.Currency] += r.Workers
	}
	most := rows[0].Currency
	for _, r := range rows {
		if workers[r.Currency] > workers[most] {
			most = r.Currency
		}
	}
	var kept []*audit.Reading
	for _, r := range rows {
		if r.Currency == most {
			kept = append(kept, r)
			continue
		}
		why := c.fault("currency-mismatch", r, fmt.Sprintf("the pay is in %s, that of most workers of the quarter in %s; it was left out", r.Currency, most), "give all pay of a factory in one currency")
		c.leaveOut(why, []*audit.Reading{r}, payFields()...)
	}
	return kept
}

// oneBasis leaves out rows of the basis with fewer workers; a tie keeps net.
func (c *comparison) oneBasis(rows []*audit.Reading) []*audit.Reading {
	workers := map[string]float64{}
	for _, r := range rows {
		workers[r.Basis] += r.Workers
	}
	_, hasNet := workers["net"]
	most := "net"
	if !hasNet || workers["gross"] > workers["net"] {
		most = "gross"
	}
	var kept []*audit.Reading
	for _, r := range rows {
		if r.Basis == most {
			kept = append(kept, r)
			continue
		}
		why := c.warn("basis-mismatch", r, fmt.Sprintf("the pay is %s, that of most workers of the quarter %s; the two are never mixed, so it was left out", r.Basis, most), "give all pay of a factory on one basis")
		c.leaveOut(why, []*audit.Reading{r}, payFields()...)
	}
	return kept
}

// wages makes the units of minimum and living wage. The minimum is judged by the lowest pay of a group where it is given.
func (c *comparison) wages(ind *standard.Indicator, rows []*audit.Reading) []Unit {
	var units []Unit
	for _, r := range rows {
		u := newUnit(r.Value, payPlace(r), r.Workers, r)
		u.Spot = r.Group + r.Sex
		u.judgedBy(ind, r)
		c.judgePay(ind, &u, r)
		units = append(units, u)
	}
	return units
}

func payPlace(r *audit.Reading) string { return r.Group + " " + r.Date.MonthString() }

// amount is a pay limit for the month of a row.
func amount(l *standard.Limit, r *audit.Reading) float64 {
	switch {
	case !l.PerHour:
		return l.Value
	case math.IsNaN(r.Ordinary):
		return l.Value * standard.OrdinaryHours
	}
	return l.Value * r.Ordinary
}

// suitsPay picks the limits in the currency and on the basis of a row.
func suitsPay(r *audit.Reading) func(*standard.Limit) bool {
	return func(l *standard.Limit) bool {
		return l.Currency == r.Currency && (l.Basis == "" || l.Basis == r.Basis)
	}
}

// judgePay holds a row of pay against the limit in its own currency and basis; where there is none, against one on
// another basis as far as that can be certain; a limit in another currency says nothing.
func (c *comparison) judgePay(ind *standard.Indicator, u *Unit, r *audit.Reading) {
	value := func(l *standard.Limit) float64 { return amount(l, r) }
	q := question(ind, r, "", u.Date)
	pick := func(suits func(*standard.Limit) bool) *standard.Limit {
		return governing(ind, c.limits.Applying(q, suits), value)
	}
	if u.Limit = pick(suitsPay(r)); u.Limit != nil {
		u.LimitValue = value(u.Limit)
		u.State = c.stateOf(ind, u)
		return
	}
	if u.Limit = pick(nil); u.Limit == nil {
		return
	}
	u.LimitValue = value(u.Limit) // as its source has it, in its own currency
	if u.Limit.Currency == r.Currency {
		u.State = c.acrossBases(ind, u, r)
		return
	}
	c.warn("currency-mismatch", r, fmt.Sprintf("the only limit is in %s, the pay in %s, so it was not judged", u.Limit.Currency, r.Currency), "give the pay, or a limit, in the same currency")
	u.State = Unjudged
}

// acrossBases judges what is certain: net pay that reaches a gross limit, gross pay that misses a net one.
func (c *comparison) acrossBases(ind *standard.Indicator, u *Unit, r *audit.Reading) State {
	reaches := rightSide(ind, u.held, u.LimitValue)
	switch {
	case r.Basis == "net" && reaches:
		return IsWithin
	case r.Basis == "gross" && !reaches:
		return IsBeyond
	}
	c.warn("basis-mismatch", r, fmt.Sprintf("the pay is %s and the only limit (%s, %s) %s, so it cannot be judged", r.Basis, ind.ID, u.Limit.Source, u.Limit.Basis), "give the pay on the basis of the limit")
	return Unjudged
}

// weeks makes the units of weekly hours, judged by the longest week where it is given.
func (c *comparison) weeks(ind *standard.Indicator, rows []*audit.Reading) (units []Unit, used []*audit.Reading) {
	for _, r := range rows {
		if math.IsNaN(r.Weekly) && math.IsNaN(r.Longest) {
			continue
		}
		u := newUnit(r.Weekly, payPlace(r), r.Workers, r)
		u.Spot = r.Group + r.Sex
		u.judgedBy(ind, r)
		c.judge(ind, &u, "")
		units, used = append(units, u), append(used, r)
	}
	return units, used
}

// judgedBy takes what is held against a limit from the field that the indicator names, where the row gives it.
func (u *Unit) judgedBy(ind *standard.Indicator, r *audit.Reading) {
	held := map[string]float64{"lowest": r.Lowest, "longest": r.Longest}
	if v, named := held[ind.JudgedBy]; named && !math.IsNaN(v) {
		u.held = v
	}
}

func governed(units []Unit) bool {
	for _, u := range units {
		if u.Limit != nil {
			return true
		}
	}
	return false
}

// payResult completes a row: people are counted once though they are paid every month.
func (v *visit) payResult(ind *standard.Indicator, units []Unit, rows []*audit.Reading) *Result {
	r := v.result(ind, "", units, rows)
	r.Weight /= months(rows)
	if ind.Wage {
		r.Unit, r.basis = rows[0].Currency, rows[0].Basis
	}
	return r
}

func months(rows []*audit.Reading) float64 {
	seen := map[standard.Date]bool{}
	for _, r := range rows {
		seen[r.Date] = true
	}
	return float64(len(seen))
}

// allPay judges each row by minimum wage and hours, whichever are judged.
func (v *visit) allPay(states map[*audit.Reading][]State) *Result {
	units := make([]Unit, len(v.rows))
	for i, r := range v.rows {
		units[i] = newUnit(math.NaN(), payPlace(r), r.Workers, r)
		units[i].State, units[i].Spot = together(states[r]...), r.Group+r.Sex
	}
	r := v.result(nil, "", units, v.rows)
	r.Weight /= months(v.rows)
	return r
}

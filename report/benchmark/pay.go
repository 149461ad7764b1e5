package benchmark

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// pay makes the results of earnings: wages against minimum and living wage, the hours of the week, and both together.
func (c *comparison) pay(v *visit) []*Result {
	kept := c.oneBasis(c.oneCurrency(v.rows))
	states := map[*audit.Reading][]State{}
	var out []*Result
	for i := range v.area.Indicators {
		ind := &v.area.Indicators[i]
		rows := kept
		if !ind.Wage {
			rows = slices.DeleteFunc(slices.Clone(v.rows), func(r *audit.Reading) bool { return !r.HasWeek() })
		}
		units := c.payUnits(ind, rows)
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
	return append(out, c.allPay(v, states, c.payLeftOut(v, kept)))
}

// payUnits holds each row against the limits of an indicator.
func (c *comparison) payUnits(ind *standard.Indicator, rows []*audit.Reading) []Unit {
	weigh := c.weigher(rows)
	var units []Unit
	for _, r := range rows {
		value := r.Weekly
		if ind.Wage {
			value = r.Value
		}
		u := newUnit(value, payPlace(r), weigh(r), r)
		u.Spot = r.Group + r.Sex
		u.judgedBy(ind, r)
		if ind.Wage {
			c.judgePay(ind, &u, r)
		} else {
			c.judge(ind, &u, "")
		}
		units = append(units, u)
	}
	return units
}

// payFields are what a row of pay says beside people and hours.
func payFields() []string {
	return []string{"value", "lowest", "ordinary", "overtime", "currency", "basis"}
}

// mostOf is what most of the workers of rows have, the first in an order where several have as many.
func mostOf(rows []*audit.Reading, of func(*audit.Reading) string, order func(a, b string) int) string {
	workers := map[string]float64{}
	for _, r := range rows {
		workers[of(r)] += r.Workers
	}
	return slices.MinFunc(slices.Collect(maps.Keys(workers)), func(a, b string) int {
		return cmp.Or(cmp.Compare(workers[b], workers[a]), order(a, b))
	})
}

// oneCurrency leaves out rows in another currency than most of the workers have; at a tie the first by its code stays.
func (c *comparison) oneCurrency(rows []*audit.Reading) []*audit.Reading {
	most := mostOf(rows, func(r *audit.Reading) string { return r.Currency }, strings.Compare)
	var kept []*audit.Reading
	for _, r := range rows {
		if r.Currency == most {
			kept = append(kept, r)
			continue
		}
		why := c.say(r, problem.CurrencyMismatch,
			"the pay is in %s, that of most workers of the quarter in %s; it was left out", r.Currency, most)
		c.leaveOut(why, []*audit.Reading{r}, payFields()...)
	}
	return kept
}

// oneBasis leaves out rows of another basis than most of the workers have; at a tie net stays, then gross. Pay that
// does not say its basis is a third kind.
func (c *comparison) oneBasis(rows []*audit.Reading) []*audit.Reading {
	if len(rows) == 0 {
		return nil
	}
	rank := func(basis string) int { return slices.Index([]string{"net", "gross", ""}, basis) }
	most := mostOf(rows, func(r *audit.Reading) string { return r.Basis },
		func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
	var kept []*audit.Reading
	for _, r := range rows {
		if r.Basis == most {
			kept = append(kept, r)
			continue
		}
		why := c.say(r, problem.BasisMismatch,
			"the pay is %s, that of most workers of the quarter %s; the two are never mixed, so it was left out",
			basisWord(r.Basis), basisWord(most))
		c.leaveOut(why, []*audit.Reading{r}, payFields()...)
	}
	return kept
}

func basisWord(basis string) string {
	return cmp.Or(basis, "on a basis that is not said")
}

// payLeftOut are the rows whose pay is not among what was kept, though law or code draw a line for it: they are not
// judged.
func (c *comparison) payLeftOut(v *visit, kept []*audit.Reading) map[*audit.Reading]bool {
	out := map[*audit.Reading]bool{}
	at := slices.IndexFunc(v.area.Indicators, func(i standard.Indicator) bool { return i.Wage && !i.Apart })
	if at < 0 {
		return out
	}
	for _, r := range v.rows {
		found := c.limits.Applying(question(&v.area.Indicators[at], r, "", r.Date), nil)
		out[r] = found[0] != nil || found[1] != nil
	}
	for _, r := range kept {
		delete(out, r)
	}
	return out
}

func payPlace(r *audit.Reading) string { return r.Group + " " + r.Date.MonthString() }

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

// ordinaryHours is the mean of the ordinary hours a month, by weight; each unit of pay is one row.
func ordinaryHours(units []Unit) float64 {
	var sum, weight float64
	for i := range units {
		sum += units[i].Weight * ordinaryOf(units[i].rows[0])
		weight += units[i].Weight
	}
	return sum / weight
}

func ordinaryOf(r *audit.Reading) float64 {
	if math.IsNaN(r.Ordinary) {
		return standard.OrdinaryHours
	}
	return r.Ordinary
}

func months(rows []*audit.Reading) float64 {
	seen := map[standard.Date]bool{}
	for _, r := range rows {
		seen[r.Date] = true
	}
	return float64(len(seen))
}

// allPay judges each row by minimum wage and hours, whichever are judged.
func (c *comparison) allPay(v *visit, states map[*audit.Reading][]State, leftOut map[*audit.Reading]bool) *Result {
	weigh := c.weigher(v.rows)
	units := make([]Unit, len(v.rows))
	for i, r := range v.rows {
		units[i] = newUnit(math.NaN(), payPlace(r), weigh(r), r)
		units[i].State, units[i].Spot = together(states[r]...), r.Group+r.Sex
		if leftOut[r] && units[i].State != IsBeyond {
			units[i].State, units[i].hindrance = Unjudged, PayLeftOut
		}
	}
	r := v.result(nil, "", units, v.rows)
	r.Weight /= months(v.rows)
	return r
}

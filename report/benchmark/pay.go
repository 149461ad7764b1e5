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

// payroll is the pay of one factory and quarter: the rows that stay for wages, and what was found of each.
type payroll struct {
	*visit
	c      *comparison
	kept   []*audit.Reading // in one currency and on one basis
	units  map[string][]Unit
	states map[*audit.Reading][]State // towards the overall row
}

// pay makes the results of earnings: wages against minimum and living wage, the hours of the week, what is made of
// them, and wages and hours together.
func (c *comparison) pay(v *visit) []*Result {
	p := &payroll{v, c, c.oneBasis(c.oneCurrency(v.rows)), map[string][]Unit{}, map[*audit.Reading][]State{}}
	var out []*Result
	for i := range v.area.Indicators {
		ind := &v.area.Indicators[i]
		units := p.unitsOf(ind)
		if len(units) == 0 || ind.OnlyWithLimit && !governed(units) {
			continue
		}
		p.units[ind.ID] = units
		for _, u := range units {
			if !ind.Apart {
				p.states[u.rows[0]] = append(p.states[u.rows[0]], u.forVerdict())
			}
		}
		if r := v.payResult(ind, units); !ind.ByDistance() || r.HasFigure() {
			out = append(out, r)
		}
	}
	return append(out, c.allPay(v, p.states, c.payLeftOut(v, p.kept)))
}

// unitsOf are the rows of pay that an indicator is made of, each with its value, its people and its limit.
func (p *payroll) unitsOf(ind *standard.Indicator) []Unit {
	of := map[string]func(*standard.Indicator) []Unit{
		"pay": p.wages, "hours": p.weeks, "overtime": p.overtime, "overtime-premium": p.premiums,
		"living-gap": p.livingGaps, "gender-gap": p.hourlyPay,
	}[ind.Level]
	units := of(ind)
	rows := payRows(units)
	weigh := p.c.weigher(rows)
	for i := range units {
		units[i].Weight = weigh(rows[i])
	}
	return units
}

// newPayUnit is a row of pay, of which a value is looked at. Its people are weighed with those of the other rows.
func newPayUnit(value float64, r *audit.Reading) Unit {
	u := newUnit(value, payPlace(r), 0, r)
	u.Spot = r.Group + r.Sex
	return u
}

// wages holds regular pay against the limits of a wage.
func (p *payroll) wages(ind *standard.Indicator) []Unit {
	var units []Unit
	for _, r := range p.kept {
		u := newPayUnit(r.Value, r)
		u.judgedBy(ind, r)
		p.c.judgePay(ind, &u, r)
		units = append(units, u)
	}
	return units
}

// weeks holds the hours of the week against their limits, of every row that gives them.
func (p *payroll) weeks(ind *standard.Indicator) []Unit {
	var units []Unit
	for _, r := range p.rows {
		if !r.HasWeek() {
			continue
		}
		u := newPayUnit(r.Weekly, r)
		u.judgedBy(ind, r)
		p.c.judge(ind, &u, "")
		units = append(units, u)
	}
	return units
}

// payFields are what a row of pay says that enters no figure where its currency or basis is another's. What overtime
// pays over ordinary hours is a ratio: it stands in any currency.
func payFields(r *audit.Reading) []string {
	fields := []string{"lowest", "currency", "basis"}
	if math.IsNaN(r.Weekly) {
		fields = append(fields, "ordinary")
	}
	if math.IsNaN(r.Weekly) || math.IsNaN(r.Overtime) {
		fields = append(fields, "value", "overtime")
	}
	return fields
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
		c.leaveOut(why, []*audit.Reading{r}, payFields(r)...)
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
		c.leaveOut(why, []*audit.Reading{r}, payFields(r)...)
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
func (v *visit) payResult(ind *standard.Indicator, units []Unit) *Result {
	rows := payRows(units)
	r := v.result(ind, "", units, rows)
	r.Weight /= months(rows)
	switch {
	case ind.Wage:
		r.Unit, r.currency, r.basis = rows[0].Currency, rows[0].Currency, rows[0].Basis
	case ind.OfOnePay():
		r.currency, r.basis = rows[0].Currency, rows[0].Basis
	}
	if ind.Level == "living-gap" {
		r.Cost = yearlyCost(units) / months(rows)
	}
	return r
}

// payRows are the rows of pay of units, each of which is one.
func payRows(units []Unit) []*audit.Reading {
	rows := make([]*audit.Reading, len(units))
	for i := range units {
		rows[i] = units[i].rows[0]
	}
	return rows
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

package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// amount is a pay limit for the month of a row.
func amount(l *standard.Limit, r *audit.Reading) float64 {
	if l.PerHour {
		return l.Value * ordinaryOf(r)
	}
	return l.Value
}

// payLimits chooses among the limits that are in force for one row of pay.
type payLimits struct {
	all *standard.Limits
	ind *standard.Indicator
	row *audit.Reading
	law standard.Question // of the legal minimum wage

	stale []*standard.Limit // targets met that lie below it
}

func payLimitsOf(limits *standard.Limits, ind *standard.Indicator, r *audit.Reading) *payLimits {
	p := &payLimits{all: limits, ind: ind, row: r}
	for i := range r.Area.Indicators {
		if minimum := &r.Area.Indicators[i]; minimum.IsMinimum() {
			p.law = question(minimum, r, "", r.Date)
		}
	}
	return p
}

func (p *payLimits) value(l *standard.Limit) float64 { return amount(l, p.row) }

// suits picks the limits in the currency and on the basis of the row.
func (p *payLimits) suits(l *standard.Limit) standard.Standing {
	if p.belowLaw(l) {
		return standard.BelowLaw
	}
	if l.Currency == p.row.Currency && (l.Basis == "" || l.Basis == p.row.Basis) {
		return standard.Stands
	}
	return standard.Unsuited
}

// any takes limits in another currency or on another basis too.
func (p *payLimits) any(l *standard.Limit) standard.Standing {
	if p.belowLaw(l) {
		return standard.BelowLaw
	}
	return standard.Stands
}

// belowLaw says that a target lies below the legal minimum in its own currency, and not on another basis: it is stale.
func (p *payLimits) belowLaw(l *standard.Limit) bool {
	if l.Kind != standard.Target || p.law.Area == "" {
		return false
	}
	law := p.all.Applying(p.law, func(m *standard.Limit) standard.Standing {
		if m.Currency == l.Currency && (m.Basis == "" || l.Basis == "" || m.Basis == l.Basis) {
			return standard.Stands
		}
		return standard.Unsuited
	})[0]
	if law == nil || atLeast(p.value(l), p.value(law)) {
		return false
	}
	if !slices.Contains(p.stale, l) {
		p.stale = append(p.stale, l)
	}
	return true
}

func (p *payLimits) governing(fits func(*standard.Limit) standard.Standing) *standard.Limit {
	return governing(p.ind, p.all.Applying(p.question(), fits), p.value)
}

func (p *payLimits) question() standard.Question { return question(p.ind, p.row, "", p.row.Date) }

// judgePay holds a row of pay against the limit in its own currency and basis; where there is none, against one on
// another basis as far as that can be certain; a limit in another currency says nothing.
func (c *comparison) judgePay(ind *standard.Indicator, u *Unit, r *audit.Reading) {
	limits := payLimitsOf(c.limits, ind, r)
	defer c.warnOfTargets(limits)
	if u.Limit = limits.governing(limits.suits); u.Limit != nil {
		u.LimitValue, u.suited = limits.value(u.Limit), true
		u.State = stateOf(ind, u)
		return
	}
	if u.Limit = limits.governing(limits.any); u.Limit == nil {
		return
	}
	u.LimitValue = limits.value(u.Limit) // as its source has it, in its own currency
	if u.Limit.Currency == r.Currency {
		u.State = c.acrossBases(ind, u, r)
		return
	}
	p := problem.CurrencyMismatch.At(r.Source.Place(), "the only limit is in %s, the pay in %s, so it was not judged",
		u.Limit.Currency, r.Currency)
	c.add(r, p.As(problem.Warning).Hinted("give the pay, or a limit, in the same currency"), false)
	u.State = Unjudged
}

// warnOfTargets says which targets are stale.
func (c *comparison) warnOfTargets(p *payLimits) {
	for _, l := range p.stale {
		c.say(p.row, problem.TargetBelowLaw, "the target of %v %s (%s) lies below the legal minimum wage, so it governs nothing",
			l.Limit, l.Unit, l.Source)
	}
}

// Certain are the amounts from which pay on one basis is certainly within a limit on another, and under which it is
// certainly beyond: the largest share of gross pay that law lets be deducted lies between them. NaN where nothing is
// certain.
func Certain(pay, limit string, value float64, deduction *float64) (within, beyond float64) {
	share := math.NaN()
	if deduction != nil {
		share = 1 - *deduction
	}
	switch {
	case pay == "gross" && limit == "net", pay == "" && limit == "net":
		return value / share, value
	default: // net, or not said, against gross
		return value, value * share
	}
}

// acrossBases judges what is certain.
func (c *comparison) acrossBases(ind *standard.Indicator, u *Unit, r *audit.Reading) State {
	within, beyond := Certain(r.Basis, u.Limit.Basis, u.LimitValue, u.Limit.Deduction)
	switch {
	case !math.IsNaN(within) && atLeast(u.held, within):
		return IsWithin
	case !math.IsNaN(beyond) && !atLeast(u.held, beyond):
		return IsBeyond
	case r.Basis == "":
		c.say(r, problem.BasisNotSaid,
			"the pay does not say whether it is net or gross, and the only limit (%s, %s) is %s, so it cannot be judged",
			ind.ID, u.Limit.Source, u.Limit.Basis)
	default:
		c.say(r, problem.BasisMismatch, "the pay is %s and the only limit (%s, %s) %s, so it cannot be judged",
			r.Basis, ind.ID, u.Limit.Source, u.Limit.Basis)
	}
	return Unjudged
}

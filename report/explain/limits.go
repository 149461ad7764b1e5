package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// explained is one result that is being explained.
type explained struct {
	asked *Question
	*benchmark.Result
	contributions benchmark.Contributions // of the other results of its quarter
}

// limits are those in force for a unit: the one that governs first, then law, code and targets.
func (x *explained) limits(u *benchmark.Unit) []Limit {
	list := x.Candidates(x.asked.Limits, u)
	slices.SortStableFunc(list, func(a, b benchmark.Candidate) int {
		return cmp.Or(-compareBools(a.Governs, b.Governs), cmp.Compare(a.Standing, b.Standing))
	})
	return each(list, func(c benchmark.Candidate) Limit {
		l := c.Limit
		return Limit{Value: Number(c.Worth), Unit: cmp.Or(l.Currency, x.Indicator.Unit),
			AsPrinted: with(l.Limit, l.Unit), Kind: l.Kind, Jurisdiction: l.Jurisdiction,
			Subject: l.Subject, Averaging: averagingOf(x.Area, l), Source: l.Source, Clause: l.Clause, From: l.From.String(), To: l.To.String(),
			URL: l.URL, Place: l.Place.String(), Verified: l.Verified,
			Governs: c.Governs, Conversion: x.limitConversion(u, c), Why: whyLimit(x.Indicator, u, c, list)}
	})
}

// limitConversion shows how a limit by the hour, or by volume, came into the unit of the result.
func (x *explained) limitConversion(u *benchmark.Unit, c benchmark.Candidate) string {
	agent := u.Rows()[0].Agent
	switch unit, known := x.Area.UnitOf(c.Unit); {
	case c.PerHour:
		return fmt.Sprintf("%s × %s hours a month", with(c.Limit.Limit, c.Unit), number(c.Worth/c.Limit.Value))
	case !known || agent == nil || x.Indicator.Unit != x.Area.Unit:
	case unit.ByVolume && unit.Factor == 1:
		return fmt.Sprintf("%s × %s g/mol ÷ %s L/mol", with(c.Limit.Limit, c.Unit), number(agent.MolarMass),
			number(standard.MolarVolume(c.Temperature)))
	case unit.ByVolume:
		return fmt.Sprintf("%s × %s × %s g/mol ÷ %s L/mol", with(c.Limit.Limit, c.Unit), number(unit.Factor),
			number(agent.MolarMass), number(standard.MolarVolume(c.Temperature)))
	}
	if float64(c.Limit.Limit) != c.Worth {
		return with(c.Limit.Limit, c.Unit)
	}
	return ""
}

// averagingOf is over what time a limit of concentrations is averaged; blank elsewhere.
func averagingOf(a *standard.Area, l *standard.Limit) string {
	if !a.Kind.OfAgents() {
		return ""
	}
	return l.Averaging
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// whyLimit says why a limit governs, or why it does not.
func whyLimit(ind *standard.Indicator, u *benchmark.Unit, c benchmark.Candidate, list []benchmark.Candidate) string {
	switch {
	case c.Governs:
		return whyGoverns(ind, c, list)
	case c.Standing == standard.Outranked:
		return fmt.Sprintf("does not govern: %s has the %s", c.By.Source, closer(c.By, c.Limit))
	case c.Standing == standard.OtherAveraging:
		return fmt.Sprintf("does not govern: its averaging is %s, not %s", c.Averaging,
			cmp.Or(strings.Join(ind.Averaging, " or "), "8h"))
	case len(ind.Averaging) > 0 && c.Averaging != u.Limit.Averaging:
		return fmt.Sprintf("does not govern: that over %s is stricter, or as strict", u.Limit.Averaging)
	case c.Standing == standard.OtherExchange:
		return fmt.Sprintf("not comparable: its exchange rate is %s dB, not 3", number(c.Exchange))
	case c.Standing == standard.Replaced:
		return "does not govern: the programme's own limit at " + c.By.Place.String() + " takes its place"
	case c.Standing == standard.Unsuited:
		return "does not govern: " + unsuited(u, c.Limit)
	case c.Standing == standard.BelowLaw:
		return "does not govern: it lies below the legal minimum wage, so it is out of date"
	case c.Kind == standard.Target:
		return "does not govern: a target does only where neither law nor code draws a line"
	}
	return fmt.Sprintf("does not govern: the %s is stricter, or as strict", kindWord(other(c.Kind)))
}

// whyGoverns compares the limit that governs with the one of the other kind.
func whyGoverns(ind *standard.Indicator, c benchmark.Candidate, list []benchmark.Candidate) string {
	at := slices.IndexFunc(list, func(d benchmark.Candidate) bool {
		return d.Standing == standard.Stands && d.Kind == other(c.Kind) && d.Averaging == c.Averaging
	})
	switch {
	case c.Standing == standard.Unsuited:
		return "governs, since there is no other: but it is in another currency or on another basis than the pay"
	case c.Kind == standard.Target:
		return "governs, since neither law nor code draws a line"
	case at < 0:
		return fmt.Sprintf("governs: there is no %s to compare it with", kindWord(other(c.Kind)))
	}
	rule := "the lower is the stricter"
	if ind.Higher() {
		rule = "the higher is the stricter"
	}
	if list[at].Worth == c.Worth {
		rule = "they are equal, and the law goes before"
	}
	return fmt.Sprintf("governs: %s against %s of the %s; %s", number(c.Worth), number(list[at].Worth),
		kindWord(list[at].Kind), rule)
}

func other(kind string) string {
	if kind == standard.Legal {
		return standard.Code
	}
	return standard.Legal
}

func kindWord(kind string) string {
	if kind == standard.Legal {
		return "law"
	}
	return kind
}

// closer says in what a limit comes before another of its kind.
func closer(l, m *standard.Limit) string {
	switch {
	case l.Subject != m.Subject:
		return "closer subject"
	case l.Jurisdiction != m.Jurisdiction:
		return "closer jurisdiction (" + l.Jurisdiction + ")"
	}
	return "later start (" + l.From.String() + ")"
}

func unsuited(u *benchmark.Unit, l *standard.Limit) string {
	r := u.Rows()[0]
	if l.Currency != r.Currency {
		return fmt.Sprintf("it is in %s, the pay in %s", l.Currency, r.Currency)
	}
	if r.Basis == "" {
		return fmt.Sprintf("it is %s, the pay does not say whether it is net or gross", l.Basis)
	}
	return fmt.Sprintf("it is %s, the pay %s", l.Basis, r.Basis)
}

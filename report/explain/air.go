package explain

import (
	"fmt"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// air is eight-hour values of substances, and mixture indices made of them.
type air struct{ readings }

func (air) units(r *benchmark.Result) string {
	switch {
	case r.Indicator == nil:
		return "places"
	case r.Indicator.IsMixture():
		return "mixture indices"
	case len(r.Indicator.Averaging) > 0:
		return "samples"
	}
	return "exposures"
}

func (air) formula(x *explained, u *benchmark.Unit) string {
	switch {
	case x.Indicator == nil:
		return ""
	case x.Indicator.IsMixture():
		return mixtureIndex(x, u)
	case len(x.Indicator.Averaging) > 0:
		return shortTerm(x, u)
	}
	return airDay(x, u)
}

// shortTerm is a sample by itself, of which the isomers add up.
func shortTerm(x *explained, u *benchmark.Unit) string {
	terms := bracketedSum(each(u.Rows(), func(r *audit.Reading) string {
		if r.Below {
			return number(u.Concentration(r)) + "/√2"
		}
		return number(u.Concentration(r))
	}))
	formula := fmt.Sprintf("%s = %s over %s minutes", terms, with(u.Value, x.Unit), number(u.Rows()[0].Minutes))
	if u.Below {
		formula += "; all of it below detection: " + with(u.Detection, x.Unit)
	}
	return formula + isomers(u)
}

// airDay is the eight-hour value. What lies below detection counts as its limit ÷ √2.
func airDay(x *explained, u *benchmark.Unit) string {
	terms := func(show func(r *audit.Reading) string) string {
		return bracketedSum(each(u.Samples(), func(s []*audit.Reading) string {
			return bracketedSum(each(s, show)) + "·" + number(benchmark.Hours(s[0]))
		})) + " ÷ 8 = "
	}
	formula := terms(func(r *audit.Reading) string {
		if r.Below {
			return number(u.Concentration(r)) + "/√2"
		}
		return number(u.Concentration(r))
	}) + with(u.Value, x.Unit)
	if u.Below {
		formula += "; all of it below detection: " +
			terms(func(r *audit.Reading) string { return number(u.Concentration(r)) }) + with(u.Detection, x.Unit)
	}
	return formula + isomers(u) + wholeDay(u)
}

// isomers says where rows were taken together that name different isomers.
func isomers(u *benchmark.Unit) string {
	var named []string
	for _, s := range u.Samples() {
		if len(s) > 1 {
			named = append(named, strings.Join(each(s, func(r *audit.Reading) string { return r.Isomer + "-" }), " + "))
		}
	}
	if named == nil {
		return ""
	}
	return " (isomers of one sample add up: " + joined(named, "; ") + ")"
}

// mixtureIndex is Σ C/L, one agent after another.
func mixtureIndex(x *explained, u *benchmark.Unit) string {
	var terms []string
	for parts := x.contributions.To(u); len(parts) > 0; {
		n := 1
		for n < len(parts) && parts[n].Result == parts[0].Result {
			n++
		}
		terms = append(terms, ofAgent(parts[:n]))
		parts = parts[n:]
	}
	return strings.Join(terms, " + ") + " = " + number(u.Value)
}

// ofAgent is the C/L of one agent: 30/50, the mean where there are several exposures.
func ofAgent(parts []benchmark.Contribution) string {
	shares := each(parts, func(p benchmark.Contribution) string { return number(p.Value) + "/" + number(p.LimitValue) })
	if len(parts) == 1 {
		return shares[0]
	}
	return fmt.Sprintf("(%s) ÷ %d", joined(shares, " + "), len(parts))
}

package told

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// isVerified says that somebody verified every limit behind the verdict on an area in the quarter of a row.
func (p *Programme) isVerified(st *AreaStatus, r *Figure) bool {
	return len(p.unverifiedIn(st, r.Period)) == 0
}

// unverifiedIn lists the limits behind the verdict on an area in a quarter that nobody has verified, each once. A
// target is none of them, nor are limits of indicators that stand apart: they have no part in the verdict.
func (p *Programme) unverifiedIn(st *AreaStatus, period standard.Quarter) []LimitUse {
	var out []LimitUse
	for _, r := range p.indicators(st.Factory, st.Area, period) {
		if r.Indicator.Apart {
			continue
		}
		for i := range r.Units {
			l := r.Units[i].Limit
			if l == nil || l.Verified || l.Kind == standard.Target {
				continue
			}
			if !slices.ContainsFunc(out, func(u LimitUse) bool { return u.Limit == l }) {
				out = append(out, LimitUse{Limit: l, Figure: r})
			}
		}
	}
	return out
}

// Withholding is why the public document gives no verdict where it could: limits that nobody has verified.
type Withholding struct {
	Areas  []WithheldArea // in the order of areas
	Limits []WithheldLimit
}

// WithheldArea counts the factories of which the public is told no verdict on an area.
type WithheldArea struct {
	Area      *standard.Area
	Factories int
}

// WithheldLimit is a limit to verify, with what waits for it.
type WithheldLimit struct {
	LimitUse
	What      string // it is for, and where: air concentration toluene in VN
	Factories int
	People    float64 // at places held against it
}

// Withholding looks for verdicts that wait for limits to be verified, now or at a baseline. The limits that most
// factories wait for come first, of them those of most people.
func (p *Programme) Withholding(among []*audit.Factory) Withholding {
	var out Withholding
	at := map[*standard.Limit]int{}
	waiting := map[*standard.Area]int{}
	for _, f := range among {
		for _, st := range p.Areas(f) {
			uses := p.waitsFor(st)
			if len(uses) > 0 {
				waiting[st.Area]++
			}
			for _, use := range uses {
				if _, known := at[use.Limit]; !known {
					at[use.Limit], out.Limits = len(out.Limits), append(out.Limits,
						WithheldLimit{LimitUse: use, What: p.limitFor(use.Limit)})
				}
				l := &out.Limits[at[use.Limit]]
				l.Factories, l.People = l.Factories+1, l.People+use.Figure.Weight
			}
		}
	}
	for _, area := range p.Standard.Areas {
		if n := waiting[area]; n > 0 {
			out.Areas = append(out.Areas, WithheldArea{area, n})
		}
	}
	slices.SortStableFunc(out.Limits, func(a, b WithheldLimit) int {
		return cmp.Or(cmp.Compare(b.Factories, a.Factories), cmp.Compare(b.People, a.People))
	})
	return out
}

// waitsFor are the limits that keep an area of a factory without a verdict in public, each once. What is stale gets
// none anyway.
func (p *Programme) waitsFor(st *AreaStatus) []LimitUse {
	if st.Last == nil || st.IsStale() {
		return nil
	}
	uses := p.unverifiedIn(st, st.Last.Period)
	if base := st.Baseline(); base != nil {
		for _, use := range p.unverifiedIn(st, base.Period) {
			if !slices.ContainsFunc(uses, func(u LimitUse) bool { return u.Limit == use.Limit }) {
				uses = append(uses, use)
			}
		}
	}
	return uses
}

// namedLimits is how many of the limits to verify first are named; problems.csv has all.
const namedLimits = 3

// String says in one line which verdicts are withheld and which limits to verify first; blank where none is.
func (w Withholding) String() string {
	if len(w.Areas) == 0 {
		return ""
	}
	var areas, limits []string
	for _, a := range w.Areas {
		areas = append(areas, fmt.Sprintf("%s at %s", a.Area.ID, problem.Counted(a.Factories, "factory", "factories")))
	}
	for _, l := range w.Limits[:min(len(w.Limits), namedLimits)] {
		limits = append(limits, fmt.Sprintf("%s (%s, %s)", l.What, l.Source,
			problem.Counted(l.Factories, "factory", "factories")))
	}
	if more := len(w.Limits) - namedLimits; more > 0 {
		limits = append(limits, fmt.Sprintf("and %d more", more))
	}
	return fmt.Sprintf("no verdict in public on %s, since limits are not verified; verify first %s",
		strings.Join(areas, ", "), strings.Join(limits, ", "))
}

// limitFor names what a limit is for, and where, in the words of the standard.
func (p *Programme) limitFor(l *standard.Limit) string {
	subject, place := l.Subject, " in "+l.Jurisdiction
	if agent, known := p.Standard.Agent(subject); known {
		subject = agent.Name
	}
	if l.Jurisdiction == "*" {
		place = ""
	}
	return strings.Join(strings.Fields(l.Area+" "+l.Indicator+" "+subject), " ") + place
}

// UnverifiedLimits says which limits keep figures of the public document without a verdict.
func (p *Programme) UnverifiedLimits() []problem.Problem {
	var out []problem.Problem
	for _, l := range p.Withholding(p.Data.Factories).Limits {
		out = append(out, unverified(l))
	}
	return out
}

func unverified(l WithheldLimit) problem.Problem {
	return problem.UnverifiedLimit.At(l.Place,
		"the limit of %s (%s) is not verified, so the public document gives no verdict on what is held against it",
		l.What, l.Source).Hinted("look it up in its source, then say Verified: yes")
}

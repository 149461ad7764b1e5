package told

import (
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// isVerified says that somebody verified every limit behind the verdict on an area in the quarter of a row.
func (p *Programme) isVerified(st *AreaStatus, r *Figure) bool {
	return len(p.unverifiedIn(st, r.Period)) == 0
}

// unverifiedIn lists the limits behind the verdict on an area in a quarter that nobody has verified, each once. A target is none
// of them, nor are limits of indicators that stand apart: they have no part in the verdict.
func (p *Programme) unverifiedIn(st *AreaStatus, period standard.Quarter) []*standard.Limit {
	var out []*standard.Limit
	for _, r := range p.indicators(st.Factory, st.Area, period) {
		if r.Indicator.Apart {
			continue
		}
		for i := range r.Units {
			l := r.Units[i].Limit
			if l != nil && !l.Verified && l.Kind != standard.Target && !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}

// UnverifiedLimits says which limits keep figures of the public document without a verdict.
func (p *Programme) UnverifiedLimits() []problem.Problem {
	var out []problem.Problem
	seen := map[*standard.Limit]bool{}
	for _, f := range p.Data.Factories {
		for _, st := range p.Areas(f) {
			for _, r := range []*Figure{st.Last, st.Baseline()} {
				if r == nil {
					continue
				}
				for _, l := range p.unverifiedIn(st, r.Period) {
					if !seen[l] {
						seen[l] = true
						out = append(out, unverified(l))
					}
				}
			}
		}
	}
	return out
}

func unverified(l *standard.Limit) problem.Problem {
	what := l.Area + " " + l.Indicator
	if l.Subject != "" {
		what += " " + l.Subject
	}
	return problem.UnverifiedLimit.At(l.Place,
		"the limit of %s for %s (%s) is not verified, so the public document gives no verdict on what is held against it",
		what, l.Jurisdiction, l.Source).Hinted("look it up in its source, then say Verified: yes")
}

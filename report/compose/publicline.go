package compose

import (
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// unverifiedIn lists the limits behind the verdict on an area in a quarter that nobody has verified, each once. A target is none
// of them: it has no part in the verdict.
func (s *Source) unverifiedIn(f *audit.Factory, area *standard.Area, period standard.Quarter) []*standard.Limit {
	var out []*standard.Limit
	seen := map[*standard.Limit]bool{}
	for _, r := range s.indicators(f, area, period) {
		for i := range r.Units {
			l := r.Units[i].Limit
			if l != nil && !l.Verified && l.Kind != standard.Target && !seen[l] {
				seen[l] = true
				out = append(out, l)
			}
		}
	}
	return out
}

// baseOf is the row of the baseline of an area, nil where the last row is the first of its series.
func baseOf(st *standing) *benchmark.Result {
	if st.last == nil || len(st.last.Series) == 0 || st.last.Series[0] == st.last {
		return nil
	}
	return st.last.Series[0]
}

// UnverifiedLimits says which limits keep figures of the public document without a verdict.
func (s *Source) UnverifiedLimits() []problem.Problem {
	var out []problem.Problem
	seen := map[*standard.Limit]bool{}
	for _, f := range s.Data.Factories {
		for _, st := range s.standings(f) {
			for _, r := range []*benchmark.Result{st.last, baseOf(st)} {
				if r == nil {
					continue
				}
				for _, l := range s.unverifiedIn(f, st.area, r.Period) {
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
	what := strings.Join(nonBlank(l.Area, l.Indicator, l.Subject), " ")
	return problem.UnverifiedLimit.At(l.Place,
		"the limit of %s for %s (%s) is not verified, so the public document gives no verdict on what is held against it",
		what, l.Jurisdiction, l.Source).Hinted("look it up in its source, then say Verified: yes")
}

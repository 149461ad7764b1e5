package compose

import (
	"math"

	"plimsoll/report/audit"
)

// VisitSum sums up the visits of one kind.
type VisitSum struct {
	Kind                                  string // internal, third-party, self; blank: not said
	Visits                                int
	Days, Interviewed                     float64
	Announced, SemiAnnounced, Unannounced int
}

// VisitSums sum up the visits of the quarter by kind.
func (o *Programme) VisitSums() []VisitSum {
	var out []VisitSum
	visits := o.Audits()
	for _, kind := range []string{"internal", "third-party", "self", ""} {
		sum := VisitSum{Kind: kind}
		for _, a := range visits {
			if a.Kind == kind {
				sum.add(a)
			}
		}
		if sum.Visits > 0 {
			out = append(out, sum)
		}
	}
	return out
}

func (s *VisitSum) add(a *audit.Audit) {
	s.Visits++
	s.Days, s.Interviewed = s.Days+ZeroIfNone(a.Days), s.Interviewed+ZeroIfNone(a.Interviewed)
	switch a.Announced {
	case "announced":
		s.Announced++
	case "semi-announced":
		s.SemiAnnounced++
	case "unannounced":
		s.Unannounced++
	}
}

// ZeroIfNone lets what a visit does not say add nothing to a sum.
func ZeroIfNone(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

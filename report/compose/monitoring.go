package compose

import (
	"math"
	"strconv"

	"plimsoll/report/audit"
	"plimsoll/report/told"
)

// Monitoring is how the quarter was monitored.
type Monitoring struct {
	Visits      []VisitRow
	Coverage    Markup
	NotMeasured []Markup
	NotVisited  []Markup
}

// VisitRow sums up the visits of one kind.
type VisitRow struct {
	Kind                                                    Markup
	Visits, Days, Interviewed, Announced, Semi, Unannounced string
}

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

// Monitoring tells how it was monitored: who went, announced or not, and what was and was not measured. Numbers of
// people print by a function, since the public is told fewer of them.
func (o *Programme) Monitoring(people func(float64) string) Monitoring {
	v := Monitoring{}
	visited := map[*audit.Factory]bool{}
	for _, a := range o.Audits() {
		visited[a.Factory] = true
	}
	for _, sum := range o.VisitSums() {
		v.Visits = append(v.Visits, o.visitRow(sum, people))
	}
	measured, expected := 0, 0
	for _, s := range o.Active() {
		for _, st := range s.Statuses {
			if st.Area.Kind.InDormitories() && s.F.Dormitory == "no" || !st.Area.Always {
				continue
			}
			expected++
			if st.Last != nil && st.Last.Period == o.Period {
				measured++
				continue
			}
			v.NotMeasured = append(v.NotMeasured, o.unmeasured(s, st))
		}
	}
	v.Coverage = o.W.Say("report.coverage", "measured", measured, "count", expected)
	for _, s := range o.Active() {
		if !visited[s.F] {
			v.NotVisited = append(v.NotVisited, o.W.Say("report.named", "id", s.F.ID, "name", o.W.NameOf(s.F)))
		}
	}
	return v
}

func (o *Programme) unmeasured(s *FactoryRow, st *told.AreaStatus) Markup {
	area := o.W.Area(st.Area)
	if st.Last == nil {
		return o.W.Say("report.unmeasured.never", "id", s.F.ID, "area", area)
	}
	return o.W.Say("report.unmeasured.last", "id", s.F.ID, "area", area, "date", o.W.Date(st.Last.Measured))
}

// visitRow prints the visits of one kind.
func (o *Programme) visitRow(s VisitSum, people func(float64) string) VisitRow {
	row := VisitRow{Kind: o.W.Word("report.visits.unsaid"), Visits: strconv.Itoa(s.Visits), Days: o.W.Count(s.Days),
		Interviewed: people(s.Interviewed), Announced: strconv.Itoa(s.Announced), Semi: strconv.Itoa(s.SemiAnnounced),
		Unannounced: strconv.Itoa(s.Unannounced)}
	if s.Kind != "" {
		row.Kind = o.W.Name("kind", s.Kind)
	}
	return row
}

// ZeroIfNone lets what a visit does not say add nothing to a sum.
func ZeroIfNone(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

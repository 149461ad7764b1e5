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

// Monitoring tells how it was monitored: who went, announced or not, and what was and was not measured. Numbers of
// people print by a function, since the public is told fewer of them.
func (o *Programme) Monitoring(people func(float64) string) Monitoring {
	v := Monitoring{}
	visits := o.Audits()
	for _, kind := range []string{"internal", "third-party", "self", ""} {
		if row, any := o.visitRow(visits, kind, people); any {
			v.Visits = append(v.Visits, row)
		}
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
	visited := map[*audit.Factory]bool{}
	for _, a := range visits {
		visited[a.Factory] = true
	}
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

// visitRow sums up the visits of one kind.
func (o *Programme) visitRow(visits []*audit.Audit, kind string, people func(float64) string) (row VisitRow, any bool) {
	counts := map[string]int{}
	n, days, interviewed := 0, 0.0, 0.0
	for _, a := range visits {
		if a.Kind != kind {
			continue
		}
		n++
		counts[a.Announced]++
		days, interviewed = days+ZeroIfNone(a.Days), interviewed+ZeroIfNone(a.Interviewed)
	}
	row = VisitRow{Kind: o.W.Word("report.visits.unsaid"), Visits: strconv.Itoa(n), Days: o.W.Count(days), Interviewed: people(interviewed),
		Announced: strconv.Itoa(counts["announced"]), Semi: strconv.Itoa(counts["semi-announced"]), Unannounced: strconv.Itoa(counts["unannounced"])}
	if kind != "" {
		row.Kind = o.W.Name("kind", kind)
	}
	return row, n > 0
}

// ZeroIfNone lets what a visit does not say add nothing to a sum.
func ZeroIfNone(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

package compose

import (
	"math"
	"strconv"

	"plimsoll/report/audit"
	"plimsoll/report/told"
)

// monitoring tells how it was monitored: who went, announced or not, and what was and was not measured.
func (o *overview) monitoring() Monitoring {
	v := Monitoring{}
	visits := o.audits()
	for _, kind := range []string{"internal", "third-party", "self", ""} {
		if row, any := o.visitRow(visits, kind); any {
			v.Visits = append(v.Visits, row)
		}
	}
	measured, expected := 0, 0
	for _, s := range o.active() {
		for _, st := range s.list {
			if st.Area.Kind.InDormitories() && s.f.Dormitory == "no" || !st.Area.Always {
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
	v.Coverage = o.w.Say("report.coverage", "measured", measured, "expected", expected)
	for _, s := range o.active() {
		if !visited(visits, s.f) {
			v.NotVisited = append(v.NotVisited, o.w.Say("report.named", "id", s.f.ID, "name", o.w.NameOf(s.f)))
		}
	}
	return v
}

func visited(visits []*audit.Audit, f *audit.Factory) bool {
	for _, a := range visits {
		if a.Factory == f {
			return true
		}
	}
	return false
}

func (o *overview) unmeasured(s *stand, st *told.AreaStatus) Markup {
	area := o.w.Area(st.Area)
	if st.Last == nil {
		return o.w.Say("report.unmeasured.never", "id", s.f.ID, "area", area)
	}
	return o.w.Say("report.unmeasured.last", "id", s.f.ID, "area", area, "date", o.w.Date(st.Last.Measured))
}

// visitRow sums up the visits of one kind.
func (o *overview) visitRow(visits []*audit.Audit, kind string) (row VisitRow, any bool) {
	counts := map[string]int{}
	n, days, interviewed := 0, 0.0, 0.0
	for _, a := range visits {
		if a.Kind != kind {
			continue
		}
		n++
		counts[a.Announced]++
		days, interviewed = days+zeroIfNone(a.Days), interviewed+zeroIfNone(a.Interviewed)
	}
	row = VisitRow{Kind: o.w.Word("report.visits.unsaid"), Visits: strconv.Itoa(n), Days: o.w.Count(days), Interviewed: o.w.Count(interviewed),
		Announced: strconv.Itoa(counts["announced"]), Semi: strconv.Itoa(counts["semi-announced"]), Unannounced: strconv.Itoa(counts["unannounced"])}
	if kind != "" {
		row.Kind = o.w.Name("kind", kind)
	}
	return row, n > 0
}

// zeroIfNone lets what a visit does not say add nothing to a sum.
func zeroIfNone(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

// people sums up training, feedback and safety of the quarter.
func (o *overview) people() ReportPeople {
	v := ReportPeople{}
	for _, audience := range []string{"workers", "management"} {
		sessions, people, hours, factories := 0, 0.0, 0.0, map[*audit.Factory]bool{}
		for _, t := range o.Data.Training {
			if t.Audience == audience && t.Date >= o.Start() && t.Date <= o.End() {
				sessions, people, hours = sessions+1, people+t.People, hours+t.People*t.Hours
				factories[t.Factory] = true
			}
		}
		v.Training = append(v.Training, TrainingRow{Audience: o.w.Name("audience", audience), Sessions: strconv.Itoa(sessions),
			People: o.w.Count(people), Hours: o.w.Count(hours), Factories: strconv.Itoa(len(factories))})
	}
	for _, s := range o.each {
		for _, row := range s.feedback() {
			v.Feedback = append(v.Feedback, FactoryFeedback{Factory: Text(s.f.ID), FeedbackRow: row})
		}
		if list := s.safety(); len(list) > 0 {
			v.Safety = append(v.Safety, FactorySafety{Factory: Text(s.f.ID), Lines: list})
		}
	}
	v.Injuries = o.injuries()
	return v
}

// injuries counts injuries of the quarter with the exact Poisson interval of their number at 95 % (Garwood 1936), and
// the hours they happened in: never a rate.
func (o *overview) injuries() Markup {
	count, hours, factories := 0.0, 0.0, 0
	for _, s := range o.Data.Safety {
		if s.Period.Quarter == o.Period && !s.Period.Year && !math.IsNaN(s.Injuries) && !math.IsNaN(s.HoursWorked) {
			count, hours, factories = count+s.Injuries, hours+s.HoursWorked, factories+1
		}
	}
	if factories == 0 {
		return o.w.Word("report.injuries.none")
	}
	low, high := poissonInterval(count)
	return o.w.Say("report.injuries", "count", count, "hours", hours, "factories", factories, "low", o.w.Decimal(low, 1), "high", o.w.Decimal(high, 1))
}

// poissonInterval is the exact two-sided 95 % interval of a Poisson count: the means under which a count as large, or as
// small, has a probability of 2.5 %.
func poissonInterval(count float64) (low, high float64) {
	atMost := func(mean, n float64) float64 { // P(X ≤ n)
		term, sum := math.Exp(-mean), 0.0
		for k := 0.0; k <= n; k++ {
			sum += term
			term *= mean / (k + 1)
		}
		return sum
	}
	solve := func(target, n float64) float64 {
		from, to := 0.0, 10*count+50
		for range 200 {
			middle := (from + to) / 2
			if atMost(middle, n) > target {
				from = middle
			} else {
				to = middle
			}
		}
		return from
	}
	if count > 0 {
		low = solve(0.975, count-1)
	}
	return low, solve(0.025, count)
}

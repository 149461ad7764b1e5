package quarterly

import (
	"math"

	"plimsoll/report/benchmark"
)

// people sums up training, feedback and safety of the quarter.
func (q *report) people() ReportPeople {
	v := ReportPeople{}
	for _, t := range q.TrainingOf(nil) {
		v.Training = append(v.Training, TrainingRow{Audience: q.W.Name("audience", t.Audience), Sessions: t.Sessions,
			People: q.W.Count(t.People), Hours: q.W.Count(t.Hours), Factories: t.Factories})
	}
	for _, s := range q.Rows {
		for _, row := range s.Feedback() {
			v.Feedback = append(v.Feedback, FactoryFeedback{Factory: Text(s.F.ID), FeedbackRow: row})
		}
		var lines []Markup
		for _, safety := range s.Safety() {
			lines = append(lines, s.SafetyLines(safety)...)
		}
		if len(lines) > 0 {
			v.Safety = append(v.Safety, FactorySafety{Factory: Text(s.F.ID), Lines: lines})
		}
	}
	v.Injuries = q.injuries()
	return v
}

// injuries counts injuries of the quarter with the exact Poisson interval of their number at 95 % (Garwood 1936), and
// the hours they happened in: never a rate.
func (q *report) injuries() Markup {
	count, hours, factories := 0.0, 0.0, 0
	for _, s := range q.Data.Safety {
		if s.Period.Quarter == q.Period && !s.Period.Year && !math.IsNaN(s.Injuries) && !math.IsNaN(s.HoursWorked) {
			count, hours, factories = count+s.Injuries, hours+s.HoursWorked, factories+1
		}
	}
	if factories == 0 {
		return q.W.Word("report.injuries.none")
	}
	low, high := benchmark.PoissonInterval(count)
	return q.W.Say("report.injuries", "count", count, "hours", hours, "factories", q.W.Say("count.factories", "count", factories),
		"low", q.W.Decimal(low, 0), "high", q.W.Decimal(high, 0))
}

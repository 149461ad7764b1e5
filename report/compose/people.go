package compose

import (
	"math"
	"slices"
	"strings"
)

// training sums up the sessions of the quarter by audience.
func (t *teller) training() []TrainingRow {
	var out []TrainingRow
	for _, audience := range []string{"workers", "management"} {
		sessions, people, hours := 0, 0.0, 0.0
		var topics []string
		for _, s := range t.Data.Training {
			if s.Factory != t.f || s.Audience != audience || s.Date < t.Start() || s.Date > t.End() {
				continue
			}
			sessions, people, hours = sessions+1, people+s.People, hours+s.People*s.Hours
			if !slices.Contains(topics, s.Topic) {
				topics = append(topics, s.Topic)
			}
		}
		if sessions > 0 {
			out = append(out, TrainingRow{Audience: t.w.Name("audience", audience), Sessions: t.w.Count(float64(sessions)), People: t.w.Count(people),
				Hours: t.w.Count(hours), Topics: Text(strings.Join(topics[:min(len(topics), mostTopics)], string(t.w.Word("list.semicolon"))))})
		}
	}
	return out
}

// feedback lists the channels of the quarter. More received is not worse.
func (t *teller) feedback() []FeedbackRow {
	var out []FeedbackRow
	for _, f := range t.Data.Feedback {
		if f.Factory == t.f && f.Period.Quarter == t.Period && !f.Period.Year {
			out = append(out, FeedbackRow{t.w.Channel(t.Standard, f.Channel), t.w.Count(f.Received), t.w.Count(f.Resolved), t.w.Count(f.MedianDays)})
		}
	}
	return out
}

// safety tells machines, drills and injuries of the quarter: counts, never a rate.
func (t *teller) safety() []Markup {
	var out []Markup
	for _, s := range t.Data.Safety {
		if s.Factory != t.f || s.Period.Quarter != t.Period {
			continue
		}
		if !math.IsNaN(s.Guarded) && !math.IsNaN(s.Inspected) {
			out = append(out, t.w.Say("safety.machines", "guarded", s.Guarded, "inspected", s.Inspected))
		}
		if !math.IsNaN(s.Drills) {
			out = append(out, t.w.Say("safety.drills", "count", s.Drills))
		}
		switch {
		case math.IsNaN(s.Injuries):
		case math.IsNaN(s.HoursWorked):
			out = append(out, t.w.Say("safety.injuries", "count", s.Injuries))
		default:
			out = append(out, t.w.Say("safety.injuries.hours", "count", s.Injuries, "hours", s.HoursWorked))
		}
	}
	return out
}

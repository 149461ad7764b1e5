package compose

import (
	"math"
	"slices"

	"plimsoll/report/audit"
)

// FeedbackRow is one channel in the quarter.
type FeedbackRow struct {
	Channel                  Markup
	Received, Resolved, Days string
}

// Feedback lists the channels of the quarter. More received is not worse.
func (t *FactoryText) Feedback() []FeedbackRow {
	var out []FeedbackRow
	for _, f := range t.Data.Feedback {
		if f.Factory == t.F && f.Period.Quarter == t.Period && !f.Period.Year {
			out = append(out, FeedbackRow{t.W.Channel(t.Standard, f.Channel), t.W.Count(f.Received), t.W.Count(f.Resolved), t.W.Count(f.MedianDays)})
		}
	}
	return out
}

// Safety tells machines, drills and injuries of the quarter: counts, never a rate.
func (t *FactoryText) Safety() []Markup {
	var out []Markup
	for _, s := range t.Data.Safety {
		if s.Factory != t.F || s.Period.Quarter != t.Period {
			continue
		}
		if !math.IsNaN(s.Guarded) && !math.IsNaN(s.Inspected) {
			out = append(out, t.W.Say("safety.machines", "guarded", s.Guarded, "count", s.Inspected))
		}
		if !math.IsNaN(s.Drills) {
			out = append(out, t.W.Say("safety.drills", "count", s.Drills))
		}
		switch {
		case math.IsNaN(s.Injuries):
		case math.IsNaN(s.HoursWorked):
			out = append(out, t.W.Say("safety.injuries", "count", s.Injuries))
		default:
			out = append(out, t.W.Say("safety.injuries.hours", "count", s.Injuries, "hours", s.HoursWorked))
		}
	}
	return out
}

// Training sums up sessions of the quarter for one audience.
type Training struct {
	Audience      string // workers or management
	Sessions      int
	People, Hours float64 // hours of people: two hours for ten people are twenty
	Topics        []string
	Factories     int
}

// TrainingOf sums up the sessions of a factory, nil for all of them, by audience.
func (s *Source) TrainingOf(f *audit.Factory) []Training {
	var out []Training
	for _, audience := range []string{"workers", "management"} {
		sum, factories := Training{Audience: audience}, map[*audit.Factory]bool{}
		for _, t := range s.Data.Training {
			if f != nil && t.Factory != f || t.Audience != audience || t.Date < s.Start() || t.Date > s.End() {
				continue
			}
			sum.Sessions, sum.People, sum.Hours = sum.Sessions+1, sum.People+t.People, sum.Hours+t.People*t.Hours
			if factories[t.Factory] = true; !slices.Contains(sum.Topics, t.Topic) {
				sum.Topics = append(sum.Topics, t.Topic)
			}
		}
		sum.Factories = len(factories)
		out = append(out, sum)
	}
	return out
}

package compose

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// FeedbackRow is one channel in the quarter.
type FeedbackRow struct {
	Channel                  string // as it was written
	Received, Resolved, Days float64
}

// Feedback lists the channels of the quarter. More received is not worse.
func (t *FactoryText) Feedback() []FeedbackRow {
	var out []FeedbackRow
	for _, f := range t.Data.Feedback {
		if f.Factory == t.F && f.Period.Quarter == t.Period && !f.Period.Year {
			out = append(out, FeedbackRow{f.Channel, f.Received, f.Resolved, f.MedianDays})
		}
	}
	return out
}

// Channel names a channel of feedback.
func (p Printer) Channel(written string) Markup { return p.W.Channel(p.Standard, written) }

// Safety lists what the factory reports of its safety in the quarter.
func (t *FactoryText) Safety() []audit.Safety {
	var out []audit.Safety
	for _, s := range t.Data.Safety {
		if s.Factory == t.F && s.Period.Quarter == t.Period {
			out = append(out, s)
		}
	}
	return out
}

// SafetyLines tell machines, drills and injuries.
func (p Printer) SafetyLines(s audit.Safety) []Markup {
	var out []Markup
	if !math.IsNaN(s.Guarded) && !math.IsNaN(s.Inspected) {
		out = append(out, p.W.Say("safety.machines", "guarded", s.Guarded, "count", s.Inspected))
	}
	if !math.IsNaN(s.Drills) {
		out = append(out, p.W.Say("safety.drills", "count", s.Drills))
	}
	switch {
	case math.IsNaN(s.Injuries):
	case math.IsNaN(s.HoursWorked):
		out = append(out, p.W.Say("safety.injuries", "count", s.Injuries))
	default:
		out = append(out, p.W.Say("safety.injuries.hours", "count", s.Injuries, "hours", s.HoursWorked))
	}
	if rate, low, high := benchmark.InjuryRate(s.Injuries, s.HoursWorked); !math.IsNaN(rate) {
		out = append(out, p.W.Say("safety.rate", "rate", p.W.Decimal(rate, 2), "low", p.W.Decimal(low, 2), "high", p.W.Decimal(high, 2)))
	}
	if !math.IsNaN(s.LostTime) {
		out = append(out, p.W.Say("safety.losttime", "count", s.LostTime))
	}
	if !math.IsNaN(s.Fatalities) {
		out = append(out, p.W.Say("safety.fatalities", "count", s.Fatalities))
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

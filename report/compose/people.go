package compose

import (
	"iter"
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
	for _, f := range t.Records(t.F).Feedback {
		if f.Period.Quarter == t.Period && !f.Period.Year {
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
	for _, s := range t.Records(t.F).Safety {
		if s.Period.Quarter == t.Period {
			out = append(out, *s)
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
	workers, management := newTrainingSum("workers"), newTrainingSum("management")
	for t := range s.sessions(f) {
		for _, sum := range []*trainingSum{workers, management} {
			if t.Audience == sum.Audience && t.Date >= s.Start() && t.Date <= s.End() {
				sum.add(t)
			}
		}
	}
	return []Training{workers.Training, management.Training}
}

// sessions are those of a factory, or of all.
func (s *Source) sessions(f *audit.Factory) iter.Seq[*audit.Training] {
	if f != nil {
		return slices.Values(s.Records(f).Training)
	}
	return func(yield func(*audit.Training) bool) {
		for i := range s.Data.Training {
			if !yield(&s.Data.Training[i]) {
				return
			}
		}
	}
}

// trainingSum is a sum in the making.
type trainingSum struct {
	Training
	topics    map[string]bool
	factories map[*audit.Factory]bool
}

func newTrainingSum(audience string) *trainingSum {
	return &trainingSum{Training{Audience: audience}, map[string]bool{}, map[*audit.Factory]bool{}}
}

func (s *trainingSum) add(t *audit.Training) {
	s.Sessions, s.People, s.Hours = s.Sessions+1, s.People+t.People, s.Hours+t.People*t.Hours
	if !s.topics[t.Topic] {
		s.topics[t.Topic], s.Topics = true, append(s.Topics, t.Topic)
	}
	s.factories[t.Factory] = true
	s.Factories = len(s.factories)
}

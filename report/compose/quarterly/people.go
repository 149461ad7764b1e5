package quarterly

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
)

// People is training, feedback and safety of the quarter.
type People struct {
	Training []compose.Training
	Feedback []Feedback
	Safety   []audit.Safety
	Injuries Injuries
}

// Any says that there is something to tell.
func (p People) Any() bool { return len(p.Training)+len(p.Feedback)+len(p.Safety) > 0 }

// Feedback is one channel of one factory, or of all of them.
type Feedback struct {
	Factory            *audit.Factory // nil: of all
	Channel            string         // as it was written
	Received, Resolved float64
	Days               float64 // the median; NaN of several factories
	Factories          int
}

// Injuries is the injuries of the quarter over the factories that report them with the hours worked.
type Injuries struct {
	Count, Hours       float64
	Rate, Low, High    float64 // a 200,000 hours, with the exact 95 % interval
	Factories          int
	LostTime, Deaths   float64
	SayLost, SayDeaths int // factories that report them
	Expected           int // factories
}

// people sums up training, feedback and safety of the quarter. Of many factories channels are added up, and safety is not
// listed.
func (q *report) people() People {
	var v People
	for _, t := range q.TrainingOf(nil) {
		if t.Sessions > 0 {
			v.Training = append(v.Training, t)
		}
	}
	listed := sizeOf(len(q.active)).Listed
	v.Feedback = q.feedback(listed)
	for _, s := range q.Data.Safety {
		if s.Period.Quarter == q.Period && listed {
			v.Safety = append(v.Safety, s)
		}
	}
	v.Injuries = q.injuries()
	return v
}

// feedback lists the channels of the quarter by factory, or adds them up over all of them.
func (q *report) feedback(listed bool) []Feedback {
	var out []Feedback
	at := map[string]int{}
	for _, f := range q.Data.Feedback {
		if f.Period.Quarter != q.Period || f.Period.Year {
			continue
		}
		id, _ := q.Standard.Channel(f.Channel)
		i, known := at[id]
		if listed || !known {
			i, at[id] = len(out), len(out)
			out = append(out, Feedback{Factory: f.Factory, Channel: f.Channel, Days: f.MedianDays})
			if !listed {
				out[i].Factory, out[i].Days = nil, math.NaN()
			}
		}
		out[i].Received += compose.ZeroIfNone(f.Received)
		out[i].Resolved += compose.ZeroIfNone(f.Resolved)
		out[i].Factories++
	}
	return out
}

// injuries adds up the injuries and hours of the factories that report both (GRI 403-9).
func (q *report) injuries() Injuries {
	v := Injuries{Expected: len(q.active)}
	for _, s := range q.Data.Safety {
		if s.Period.Quarter != q.Period || s.Period.Year {
			continue
		}
		if !math.IsNaN(s.Injuries) && !math.IsNaN(s.HoursWorked) {
			v.Count, v.Hours, v.Factories = v.Count+s.Injuries, v.Hours+s.HoursWorked, v.Factories+1
		}
		addKnown(&v.LostTime, &v.SayLost, s.LostTime)
		addKnown(&v.Deaths, &v.SayDeaths, s.Fatalities)
	}
	v.Rate, v.Low, v.High = benchmark.InjuryRate(v.Count, v.Hours)
	return v
}

// addKnown adds a number to a sum and counts it, where there is one.
func addKnown(sum *float64, count *int, v float64) {
	if !math.IsNaN(v) {
		*sum, *count = *sum+v, *count+1
	}
}

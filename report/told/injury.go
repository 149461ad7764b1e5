package told

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// Injuries is what the public is told of injuries at work in the quarter, over the factories that report them with
// the hours worked. An injury is a person: one to nine are withheld, and with them the rate, which would give them
// away with the hours. That somebody died is said however few they are; how many, from ten up.
type Injuries struct {
	Count, LostTime Count
	Rate, Low, High float64 // for 200,000 hours, with the 95 % interval of the rounded count; NaN where it is withheld
	Deaths          Count
	DeathsUnsaid    bool // no factory says whether anybody died
	Factories       int  // that report both
	Silent          int  // active factories that do not
}

// InjuriesInPublic adds up the injuries of the quarter.
func (p *Programme) InjuriesInPublic() Injuries {
	count, lost, hours, deaths := 0.0, math.NaN(), 0.0, math.NaN()
	reporting := map[*audit.Factory]bool{}
	for _, s := range p.Data.Safety {
		if s.Period.Quarter != p.Period || s.Period.Year || !p.IsActive(s.Factory) {
			continue
		}
		deaths = plus(deaths, s.Fatalities)
		if math.IsNaN(s.Injuries) || !(s.HoursWorked > 0) {
			continue
		}
		reporting[s.Factory] = true
		count, hours, lost = count+s.Injuries, hours+s.HoursWorked, plus(lost, s.LostTime)
	}
	out := Injuries{Count: CountOf(count), LostTime: CountOf(lost), Deaths: CountOf(deaths),
		DeathsUnsaid: math.IsNaN(deaths),
		Factories:    len(reporting), Silent: len(p.Active()) - len(reporting)}
	if out.Count.Withheld || Few(count-lost) {
		out.LostTime = Count{N: math.NaN(), Withheld: true}
	}
	out.Rate, out.Low, out.High = benchmark.InjuryRate(out.Count.N, hours)
	return out
}

// plus adds a number that may not be known to a sum that knows none yet.
func plus(sum, v float64) float64 {
	switch {
	case math.IsNaN(v):
		return sum
	case math.IsNaN(sum):
		return v
	}
	return sum + v
}

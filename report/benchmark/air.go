package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// airSurvey is the air of one factory and quarter: which exposures to which agents there are, and what was lost of
// them.
type airSurvey struct {
	*visit
	*days
	concentration *standard.Indicator // or that of short-term samples
	agents        []string            // in the order in which they come up
	of            map[string][]exposure
	personal      map[personalPlace]bool
	isomers       lostByTube
}

// personalPlace is where somebody wore a sampler for an agent.
type personalPlace struct{ agent, place string }

// air makes the results of an area of agents: short-term samples, and eight-hour values one by one, as mixtures, and
// all together by place.
func (c *comparison) air(v *visit) []*Result {
	eightHour, short := v.bySamplingTime()
	return append(c.shortTerm(short), c.eightHour(eightHour)...)
}

func (c *comparison) eightHour(v *visit) []*Result {
	s := c.survey(v)
	var every []exposure
	for _, agent := range s.agents {
		every = append(every, s.of[agent]...)
	}
	rows, places := rowsOf(every), placesOf(every)
	if len(rows) == 0 {
		return nil
	}
	weighAll := c.weigher(rows)
	var out []*Result
	var measured []measurement
	for _, agent := range s.agents {
		units := s.unitsOf(agent, places)
		if len(units) == 0 {
			continue
		}
		out = append(out, v.result(s.concentration, agent, units, rowsOf(s.of[agent])))
		for _, u := range units {
			u.Weight = weighAll.largest(u.rows)
			measured = append(measured, measurement{u, u.rows[0].Agent, spot{u.Date, u.Spot}})
		}
	}
	return append(out, s.atSpots(measured, rows)...)
}

// unitsOf are the exposures to one agent, held against its limits.
func (s *airSurvey) unitsOf(agent string, places places) []Unit {
	weigh := s.c.weigher(rowsOf(s.of[agent]))
	var units []Unit
	for _, e := range s.of[agent] {
		u := s.c.airExposure(s.concentration, e)
		u.Weight, u.Spot = weigh.largest(e.rows()), places.of(e)
		s.c.warnOf(&u)
		units = append(units, u)
	}
	return units
}

// survey settles the exposures: zero hours first, then the days that are not whole or too long, then area samples, then
// the samples that lost an isomer.
func (c *comparison) survey(v *visit) *airSurvey {
	s := c.openSurvey(v, v.area.Indicator("concentration"))
	s.eachAgent(func(taken []sample) []exposure {
		kept := s.wholeSamples(s.personalFirst(s.exposures(taken)))
		s.warnOfParts(kept)
		return kept
	})
	return s
}

// openSurvey begins a survey of the samples that an indicator is about.
func (c *comparison) openSurvey(v *visit, ind *standard.Indicator) *airSurvey {
	s := &airSurvey{visit: v, concentration: ind, of: map[string][]exposure{}, personal: map[personalPlace]bool{}}
	s.days = c.settle(v, func(e exposure) Unit { return c.airExposure(ind, e) })
	s.isomers = lostByTubeOf(s.days.lost)
	return s
}

// eachAgent settles the samples of one agent after another; isomers of one sample have been taken together.
func (s *airSurvey) eachAgent(settled func([]sample) []exposure) {
	agents, groups := groupBy(s.days.rows, func(r *audit.Reading) string { return r.Subject })
	s.agents = agents
	for _, agent := range agents {
		limit := s.c.plainLimit(s.concentration, groups[agent][0], agent, groups[agent][0].Date)
		taken := samples(groups[agent], func(r *audit.Reading) float64 { return counted(r, limit) })
		s.of[agent] = settled(taken)
	}
}

// personalFirst leaves area samples out at places where there are personal ones of the agent. A day one of whose parts
// is an area sample is one.
func (s *airSurvey) personalFirst(exposures []exposure) []exposure {
	for _, e := range exposures {
		for _, r := range e.rows() {
			if r.Personal && !areaWide(e) {
				s.personal[personalPlace{r.Subject, placeOf(r)}] = true
			}
		}
	}
	var kept []exposure
	for _, e := range exposures {
		if areaWide(e) && slices.ContainsFunc(e.rows(), s.besidePersonal) {
			s.leaveOutArea(e)
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

func areaWide(e exposure) bool {
	return slices.ContainsFunc(e.rows(), func(r *audit.Reading) bool { return r.AreaWide })
}

func (s *airSurvey) besidePersonal(r *audit.Reading) bool {
	return s.personal[personalPlace{r.Subject, placeOf(r)}]
}

func (s *airSurvey) leaveOutArea(e exposure) {
	p := problem.AreaSample.At(e.first().Source.Place(),
		"the area sample is left out, since there are personal samples of the agent at the place in the quarter")
	if s.measure(e).State == IsBeyond {
		p.Message += "; its value lies beyond the limit"
		p = p.As(problem.Warning)
	}
	why := s.c.add(e.first(), p, p.Severity == problem.Warning)
	s.c.leaveOut(why, e.rows())
}

// wholeSamples leaves out samples of which another isomer was lost; of a part of a day the rule of days has decided.
func (s *airSurvey) wholeSamples(exposures []exposure) []exposure {
	var kept []exposure
	for _, e := range exposures {
		if e.first().Worker != "" && !math.IsNaN(e.first().Hours) {
			kept = append(kept, e)
			continue
		}
		kept = append(kept, s.standing(e, s.isomers.of(e.parts[0]))...)
	}
	return kept
}

// airExposure is Σ Ci·Hi ÷ 8 in mg/m3, of a short-term sample C, held against its limit. A result below detection
// counts as its limit ÷ √2 (Hornung and Reed 1990).
func (c *comparison) airExposure(ind *standard.Indicator, e exposure) Unit {
	first := e.first()
	limit := c.plainLimit(ind, first, first.Subject, first.Date)
	u := newUnit(0, e.label(), 0, e.rows()...)
	u.parts, u.lost = e.parts, e.lost
	u.Below = true
	for _, part := range e.parts {
		hours := dayShare(ind, part.first())
		for _, r := range part {
			u.Value += counted(r, limit) * hours
			u.Detection += milligrams(r, limit) * hours
			u.Below = u.Below && r.Below
		}
	}
	u.held = u.Value
	u.holdAgainst(ind, limit)
	return u
}

// dayShare is the part of the nominal day that a sample stands for; the hours of a short-term sample play no role.
func dayShare(ind *standard.Indicator, r *audit.Reading) float64 {
	if len(ind.Averaging) > 0 {
		return 1
	}
	return Hours(r) / workingDay
}

// Substituted is what a result below a detection limit counts as.
func Substituted(limit float64) float64 { return limit / math.Sqrt2 }

// counted is what a row counts as, in mg/m3.
func counted(r *audit.Reading, limit *standard.Limit) float64 {
	if r.Below {
		return Substituted(milligrams(r, limit))
	}
	return milligrams(r, limit)
}

// milligrams converts a volume fraction at the temperature of the limit it is held against.
func milligrams(r *audit.Reading, limit *standard.Limit) float64 {
	switch {
	case !r.ByVolume:
		return r.Value
	case limit == nil:
		return r.Value * r.Agent.PerPPM(25)
	}
	return r.Value * r.Agent.PerPPM(limit.Temperature)
}

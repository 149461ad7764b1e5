package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// spot is a place on a day, where agents act together.
type spot struct {
	on    standard.Date
	place string
}

// measurement is one exposure to one agent, at its spot.
type measurement struct {
	Unit
	agent *standard.Agent
	at    spot
}

// spotsOf is where a row lies of which no exposure came: at its group, else at its location and at its worker code.
func spotsOf(r *audit.Reading) []spot {
	switch {
	case r.Group != "":
		return []spot{{r.Date, r.Group}}
	case r.Worker != "":
		return []spot{{r.Date, r.Location}, {r.Date, r.Worker}}
	}
	return []spot{{r.Date, r.Location}}
}

// atSpots makes the mixture indices and the summing up by place.
func (s *airSurvey) atSpots(measured []measurement, rows []*audit.Reading) []*Result {
	order, at := groupMeasured(measured)
	lost, incomplete := s.lostSolvents(), s.incompleteSpots()
	mixture := s.area.Indicator("mixture")
	var indices, places []Unit
	var mixed []*audit.Reading
	for _, spot := range order {
		place := placeUnit(spot, at[spot])
		m := atSpot{spot, at[spot], lost[spot]}
		index, made := s.mixtureIndex(mixture, m)
		if made {
			indices = append(indices, index)
			mixed = append(mixed, index.rows...)
			place.State = together(place.State, index.forVerdict())
		}
		if (incomplete[spot] || index.hindrance != "") && place.State == IsWithin {
			place.State, place.hindrance = Unjudged, NotWhole
		}
		places = append(places, place)
	}
	out := []*Result{s.result(nil, "", places, rows)}
	if len(indices) > 0 {
		result := s.result(mixture, "", indices, mixed)
		result.methods = methods(rows)
		out = append(out, result)
	}
	return out
}

func groupMeasured(measured []measurement) (order []spot, at map[spot][]measurement) {
	at = map[spot][]measurement{}
	for _, m := range measured {
		if at[m.at] == nil {
			order = append(order, m.at)
		}
		at[m.at] = append(at[m.at], m)
	}
	return order, at
}

// placeUnit sums up the agents of one place on one day.
func placeUnit(at spot, measured []measurement) Unit {
	u := newUnit(math.NaN(), at.place, 0)
	u.Date = at.on
	var states []State
	for _, m := range measured {
		u.rows = append(u.rows, m.rows...)
		u.Weight = max(u.Weight, m.Weight)
		states = append(states, m.forVerdict())
	}
	u.State = together(states...)
	return u
}

// incompleteSpots are those where a day or a sample was left out as not whole.
func (s *airSurvey) incompleteSpots() map[spot]bool {
	out := map[spot]bool{}
	for _, left := range s.notWhole {
		for _, r := range left.rows {
			for _, at := range spotsOf(r) {
				out[at] = true
			}
		}
		for _, l := range left.lost {
			for _, at := range spotsOf(&l.Reading) {
				out[at] = true
			}
		}
	}
	return out
}

// lostSolvents are the solvents with a law or code limit, by the spots where rows of them were lost: by an error, over
// 16 hours, or as not whole.
func (s *airSurvey) lostSolvents() map[spot][]*standard.Agent {
	var rows []*audit.Reading
	for _, l := range s.days.lost {
		if !l.AreaWide || !s.besidePersonal(&l.Reading) {
			rows = append(rows, &l.Reading)
		}
	}
	rows = append(rows, s.overDay...)
	for _, left := range s.notWhole {
		rows = append(rows, left.rows...)
	}
	out := map[spot][]*standard.Agent{}
	for _, r := range rows {
		if r.Agent == nil || !r.Agent.Solvent {
			continue
		}
		if limit := s.c.plainLimit(s.concentration, r, r.Subject,
			r.Date); limit == nil || limit.Kind == standard.Target {
			continue
		}
		for _, at := range spotsOf(r) {
			out[at] = append(out[at], r.Agent)
		}
	}
	return out
}

// atSpot is what was measured at a spot, and the solvents that were lost there.
type atSpot struct {
	at       spot
	measured []measurement
	lost     []*standard.Agent
}

// mixtureIndex is Σ Ci/Li over the solvents of a place that have a limit (additive effects, 29 CFR 1910.1000(d)(2)(i)).
// There is none with fewer than two, or where one of them could not be judged, or was lost while the others keep within
// 1.
func (s *airSurvey) mixtureIndex(ind *standard.Indicator, m atSpot) (index Unit, made bool) {
	if ind == nil {
		return Unit{}, false
	}
	solvents, exposures, judged := m.solvents()
	u := newUnit(0, m.at.place, 0)
	u.Date = m.at.on
	for _, agent := range solvents {
		u.Value += LimitShare(exposures[agent])
		for _, e := range exposures[agent] {
			u.Weight = max(u.Weight, e.Weight)
			u.rows = append(u.rows, e.rows...)
		}
	}
	u.held = u.Value
	if made = judged && len(solvents) > 1; made {
		slices.SortFunc(u.rows, func(a, b *audit.Reading) int { return a.Source.Compare(b.Source) })
		s.c.judge(ind, &u, "")
	}
	if len(m.lost) == 0 || made && !atMost(u.Value, 1) {
		return u, made
	}
	if s.missesIndex(m, solvents) {
		return Unit{hindrance: NotWhole}, false
	}
	return Unit{}, false
}

// solvents are those that have a limit; judged says that each exposure to them could be held against it.
func (m *atSpot) solvents() (list []*standard.Agent, exposures map[*standard.Agent][]*Unit, judged bool) {
	exposures, judged = map[*standard.Agent][]*Unit{}, true
	for i := range m.measured {
		e := &m.measured[i]
		if !e.agent.Solvent || e.forVerdict() == Unlimited {
			continue
		}
		judged = judged && e.State != Unjudged
		if exposures[e.agent] == nil {
			list = append(list, e.agent)
		}
		exposures[e.agent] = append(exposures[e.agent], &e.Unit)
	}
	return list, exposures, judged
}

// missesIndex says where an index was left out: two solvents or more have rows at the spot, lost ones among them.
func (s *airSurvey) missesIndex(m atSpot, solvents []*standard.Agent) bool {
	all := slices.Clone(solvents)
	for _, agent := range m.lost {
		if !slices.Contains(all, agent) {
			all = append(all, agent)
		}
	}
	if len(all) < 2 {
		return false
	}
	s.c.say(m.measured[0].rows[0], problem.MixtureNotWhole,
		"%s at %s: a solvent of the place was lost (%s), so there is no mixture index",
		m.at.on, m.at.place, m.lost[0].Name)
	return true
}

// LimitShare is the Ci/Li of one agent at a place: the mean where it has several exposures there.
func LimitShare(exposures []*Unit) float64 {
	sum := 0.0
	for _, u := range exposures {
		sum += u.Value / u.LimitValue
	}
	return sum / float64(len(exposures))
}

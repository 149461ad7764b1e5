package benchmark

import (
	"plimsoll/report/audit"
)

// longestShortTerm is the longest time, in minutes, over which a sample is a short-term one: that of short-term exposure
// limits (29 CFR 1910.1000, GBZ 2.1-2019, Directive 98/24/EC).
const longestShortTerm = 15

// isShortTerm says that a sample was taken over minutes, so that it says nothing of a day.
func isShortTerm(r *audit.Reading) bool { return r.Minutes > 0 && atMost(r.Minutes, longestShortTerm) }

// bySamplingTime parts the short-term samples from the others. A lost row whose minutes could not be read may have been
// either.
func (v *visit) bySamplingTime() (eightHour, short *visit) {
	if v.area.ShortTerm() == nil {
		return v, v.empty()
	}
	eightHour, short = v.empty(), v.empty()
	for _, r := range v.rows {
		part := eightHour
		if isShortTerm(r) {
			part = short
		}
		part.rows = append(part.rows, r)
	}
	for _, l := range v.lost {
		if isShortTerm(&l.Reading) || l.MinutesUnread {
			short.lost = append(short.lost, l)
		}
		if !isShortTerm(&l.Reading) {
			eightHour.lost = append(eightHour.lost, l)
		}
	}
	return eightHour, short
}

// shortTerm makes the results of short-term samples, agent by agent. Each sample stands for itself: hours and the parts
// of a day play no role.
func (c *comparison) shortTerm(v *visit) []*Result {
	if len(v.rows) == 0 {
		return nil
	}
	s := c.openSurvey(v, v.area.ShortTerm())
	s.eachAgent(func(taken []sample) []exposure {
		var alone []exposure
		for _, t := range taken {
			alone = append(alone, exposure{parts: []sample{t}})
		}
		return s.withIsomers(s.personalFirst(alone))
	})
	var out []*Result
	for _, agent := range s.agents {
		if units := s.unitsOf(agent, places{}); len(units) > 0 {
			out = append(out, v.result(s.concentration, agent, units, rowsOf(s.of[agent])))
		}
	}
	return out
}

// withIsomers leaves out samples of which another isomer was lost.
func (s *airSurvey) withIsomers(samples []exposure) []exposure {
	var kept []exposure
	for _, e := range samples {
		kept = append(kept, s.standing(e, s.isomers.of(e.parts[0]))...)
	}
	return kept
}

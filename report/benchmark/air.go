package benchmark

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// spot is a place on a day, where agents act together.
type spot struct {
	on    standard.Date
	place string
}

// sample is one exposure to one agent, at its spot.
type sample struct {
	Unit
	agent *standard.Agent
	at    spot
}

// air makes the results of an area of agents: one by one, as mixtures, and all together by place.
func (c *comparison) air(v *visit) []*Result {
	concentration := v.area.Indicator("concentration")
	agents, groups := groupBy(v.rows, func(r *audit.Reading) string { return r.Subject })
	var kept []*audit.Reading
	for _, agent := range agents {
		groups[agent] = c.personalFirst(groups[agent])
		kept = append(kept, groups[agent]...)
	}
	weighAll := c.weigher(kept)
	var out []*Result
	var samples []sample
	for _, agent := range agents {
		weigh := c.weigher(groups[agent])
		var units []Unit
		for _, rows := range c.exposures(groups[agent]) {
			u := c.airExposure(concentration, rows, weigh.largest(rows))
			units = append(units, u)
			u.Weight = weighAll.largest(rows)
			samples = append(samples, sample{u, rows[0].Agent, spotOf(rows[0])})
		}
		out = append(out, v.result(concentration, agent, units, groups[agent]))
	}
	return append(out, c.atSpots(v, samples, kept)...)
}

// personalFirst leaves area samples out where there are personal ones.
func (c *comparison) personalFirst(rows []*audit.Reading) []*audit.Reading {
	if !slices.ContainsFunc(rows, func(r *audit.Reading) bool { return r.Personal }) {
		return rows
	}
	var kept []*audit.Reading
	for _, r := range rows {
		if r.AreaWide {
			why := c.note("area-sample", r, "the area sample is left out, since there are personal samples of the agent in the quarter")
			c.leaveOut(why, []*audit.Reading{r})
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

func spotOf(r *audit.Reading) spot {
	if r.Group != "" {
		return spot{r.Date, r.Group}
	}
	return spot{r.Date, r.Location}
}

// airExposure is Σ Ci·Hi ÷ 8 in mg/m3. A result below detection counts as its limit ÷ √2 (Hornung and Reed 1990).
func (c *comparison) airExposure(ind *standard.Indicator, rows []*audit.Reading, weight float64) Unit {
	limit := c.plainLimit(ind, rows[0], rows[0].Subject, rows[0].Date)
	u := newUnit(0, exposurePlace(rows), weight, rows...)
	u.Below, u.Spot = true, spotOf(rows[0]).place
	for _, r := range rows {
		concentration := milligrams(r, limit)
		u.Detection += concentration * Hours(r) / workingDay
		if r.Below {
			concentration = Substituted(concentration)
		}
		u.Value += concentration * Hours(r) / workingDay
		u.Below = u.Below && r.Below
	}
	u.held = u.Value
	c.judge(ind, &u, rows[0].Subject)
	return u
}

// Substituted is what a result below a detection limit counts as.
func Substituted(limit float64) float64 { return limit / math.Sqrt2 }

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

// atSpots makes the mixture indices and the summing up by place.
func (c *comparison) atSpots(v *visit, samples []sample, rows []*audit.Reading) []*Result {
	var order []spot
	at := map[spot][]sample{}
	for _, s := range samples {
		if _, seen := at[s.at]; !seen {
			order = append(order, s.at)
		}
		at[s.at] = append(at[s.at], s)
	}
	mixture := v.area.Indicator("mixture")
	var indices, places []Unit
	var mixed []*audit.Reading
	for _, spot := range order {
		place := c.placeUnit(spot, at[spot])
		if index, ok := c.mixtureIndex(mixture, spot, at[spot]); ok {
			indices = append(indices, index)
			mixed = append(mixed, index.rows...)
			place.State = together(place.State, index.forVerdict())
		}
		places = append(places, place)
	}
	out := []*Result{v.result(nil, "", places, rows)}
	if len(indices) > 0 {
		index := v.result(mixture, "", indices, mixed)
		index.methods = methods(rows)
		out = append(out, index)
	}
	return out
}

// placeUnit sums up the agents of one place on one day.
func (c *comparison) placeUnit(at spot, samples []sample) Unit {
	u := newUnit(math.NaN(), at.place, 0)
	u.Date = at.on
	for _, s := range samples {
		u.rows = append(u.rows, s.rows...)
		u.Weight = max(u.Weight, s.Weight)
		u.State = together(u.State, s.forVerdict())
	}
	return u
}

// mixtureIndex is Σ Ci/Li over the solvents of a place that have a limit (additive effects, 29 CFR 1910.1000(d)(2)(i)).
// There is none with fewer than two, or where one of them could not be judged.
func (c *comparison) mixtureIndex(ind *standard.Indicator, at spot, samples []sample) (Unit, bool) {
	if ind == nil {
		return Unit{}, false
	}
	u := newUnit(0, at.place, 0)
	u.Date = at.on
	var solvents []*standard.Agent
	exposures := map[*standard.Agent][]*Unit{}
	for i := range samples {
		s := &samples[i]
		if !s.agent.Solvent || s.forVerdict() == Unlimited {
			continue
		}
		if s.State == Unjudged {
			return Unit{}, false
		}
		if exposures[s.agent] == nil {
			solvents = append(solvents, s.agent)
		}
		exposures[s.agent] = append(exposures[s.agent], &s.Unit)
		u.Weight = max(u.Weight, s.Weight)
		u.rows = append(u.rows, s.rows...)
	}
	if len(solvents) < 2 {
		return Unit{}, false
	}
	for _, agent := range solvents {
		u.Value += LimitShare(exposures[agent])
	}
	u.held = u.Value
	slices.SortFunc(u.rows, func(a, b *audit.Reading) int { return a.Source.Compare(b.Source) })
	c.judge(ind, &u, "")
	return u, true
}

// LimitShare is the Ci/Li of one agent at a place: the mean where it has several exposures there.
func LimitShare(exposures []*Unit) float64 {
	sum := 0.0
	for _, u := range exposures {
		sum += u.Value / u.LimitValue
	}
	return sum / float64(len(exposures))
}

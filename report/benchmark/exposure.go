package benchmark

import (
	"math"

	"plimsoll/report/audit"
)

// workingDay is the nominal day, in hours, that exposures are brought to, longer days too (ISO 9612, EN 689).
const workingDay = 8

// longestDay is the most that the parts of one measured day may add up to.
const longestDay = 16

// sample is one row of measurements, or several rows that name different isomers of one substance, taken together.
type sample []*audit.Reading

// first is the row that stands for a sample where it says what all of them say: place, person, hours.
func (s sample) first() *audit.Reading { return s[0] }

// Hours at a level: a blank means the whole day.
func Hours(r *audit.Reading) float64 {
	if math.IsNaN(r.Hours) {
		return workingDay
	}
	return r.Hours
}

// exposure is what somebody was exposed to over a day: one sample, or several that are the parts of that day.
type exposure struct {
	parts []sample
	lost  []*audit.Lost // what is missing of it, though it is beyond its limit all the same
}

func (e exposure) first() *audit.Reading { return e.parts[0].first() }

func (e exposure) rows() []*audit.Reading {
	var rows []*audit.Reading
	for _, p := range e.parts {
		rows = append(rows, p...)
	}
	return rows
}

// combined says that an exposure was put together of the parts of a day.
func (e exposure) combined() bool { return len(e.parts) > 1 }

// moves says that its parts lie in different places.
func (e exposure) moves() bool {
	for _, p := range e.parts {
		if p.first().Location != e.first().Location {
			return true
		}
	}
	return false
}

// label names an exposure: its location, or for the parts of one day the group or the worker.
func (e exposure) label() string {
	switch first := e.first(); {
	case !e.combined():
		return first.Location
	case first.Group != "":
		return first.Group
	default:
		return first.Worker
	}
}

// rowsOf are the rows of several exposures.
func rowsOf(exposures []exposure) []*audit.Reading {
	var rows []*audit.Reading
	for _, e := range exposures {
		rows = append(rows, e.rows()...)
	}
	return rows
}

// noise makes the results of daily noise exposures, LEX,8h.
func (c *comparison) noise(v *visit) []*Result {
	ind := &v.area.Indicators[0]
	measure := func(e exposure) Unit {
		u := newUnit(dailyNoise(e), e.label(), 0, e.rows()...)
		u.parts, u.lost = e.parts, e.lost
		c.hold(ind, &u, "")
		return u
	}
	days := c.settle(v, measure)
	exposures := days.exposures(singly(days.rows))
	days.warnOfParts(exposures)
	rows, places := rowsOf(exposures), placesOf(exposures)
	weigh := c.weigher(rows)
	var units, all []Unit
	for _, e := range exposures {
		u := measure(e)
		u.Weight, u.Spot = weigh.largest(e.rows()), places.of(e)
		c.warnOf(&u)
		units = append(units, u)
		u.State = u.forVerdict()
		all = append(all, u)
	}
	if len(units) == 0 {
		return nil
	}
	return []*Result{v.result(ind, "", units, rows), v.result(nil, "", all, rows)}
}

// singly makes a sample of every row.
func singly(rows []*audit.Reading) []sample {
	samples := make([]sample, len(rows))
	for i, r := range rows {
		samples[i] = sample{r}
	}
	return samples
}

// dailyNoise is 10·log10((1/8)·Σ Hi·10^(Li/10)) (ISO 9612, task-based).
func dailyNoise(e exposure) float64 {
	energy := 0.0
	for _, r := range e.rows() {
		energy += Hours(r) * math.Pow(10, r.Value/10)
	}
	return 10 * math.Log10(energy/workingDay)
}

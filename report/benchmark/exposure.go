package benchmark

import (
	"fmt"
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// workingDay is the nominal day, in hours, that exposures are brought to, longer days too (ISO 9612, EN 689).
const workingDay = 8

// longestDay is the most that the parts of one measured day may add up to.
const longestDay = 16

// day is what makes rows parts of one person's day.
type day struct {
	on              standard.Date
	worker, subject string
	single          int // of rows that stand for themselves
}

// exposures finds which rows make one exposure together: the parts of one worker's day, if all say their hours and
// these add up to a possible day; every other row alone.
func (c *comparison) exposures(rows []*audit.Reading) [][]*audit.Reading {
	keys, groups := groupBy(rows, func(r *audit.Reading) day {
		if r.Worker == "" {
			return day{single: r.Source.Order}
		}
		return day{on: r.Date, worker: r.Worker, subject: r.Subject}
	})
	var out [][]*audit.Reading
	for _, k := range keys {
		group := groups[k]
		if k.single == 0 && !c.oneDay(group) {
			for _, r := range group {
				out = append(out, []*audit.Reading{r})
			}
			continue
		}
		out = append(out, group)
	}
	return out
}

func (c *comparison) oneDay(group []*audit.Reading) bool {
	total := 0.0
	for _, r := range group {
		total += r.Hours // NaN where one does not say
	}
	if total > longestDay*(1+tolerance) {
		c.warn("hours-over-day", group[0], fmt.Sprintf("the parts of worker %s's day add up to %v hours, so each counts as a day of its own", group[0].Worker, total), "check the hours and the worker code")
	}
	return atMost(total, longestDay)
}

// Hours at a level: a blank means the whole day.
func Hours(r *audit.Reading) float64 {
	if math.IsNaN(r.Hours) {
		return workingDay
	}
	return r.Hours
}

// exposurePlace names an exposure: its location, or for the parts of one day the group or the worker. It lies in the
// place of its first part.
func exposurePlace(rows []*audit.Reading) string {
	switch first := rows[0]; {
	case len(rows) == 1:
		return first.Location
	case first.Group != "":
		return first.Group
	default:
		return first.Worker
	}
}

// noise makes the results of daily noise exposures, LEX,8h.
func (c *comparison) noise(v *visit) []*Result {
	ind := &v.area.Indicators[0]
	weigh := c.weigher(v.rows)
	var units []Unit
	for _, rows := range c.exposures(v.rows) {
		exposure := dailyNoise(rows)
		if math.IsInf(exposure, 0) {
			why := c.warn("no-exposure", rows[0], "the row says that nobody spends time at this level, so it makes no exposure", "write the hours a day spent there")
			c.leaveOut(why, rows)
			continue
		}
		u := newUnit(exposure, exposurePlace(rows), weigh.largest(rows), rows...)
		u.Spot = spotOfDay(rows)
		c.judge(ind, &u, "")
		units = append(units, u)
	}
	if len(units) == 0 {
		return nil
	}
	all := make([]Unit, len(units))
	for i, u := range units {
		u.State = u.forVerdict()
		all[i] = u
	}
	return []*Result{v.result(ind, "", units, v.rows), v.result(nil, "", all, v.rows)}
}

// spotOfDay is where the people of an exposure are counted: at its place, or where a day has several, as the group or worker
// of that day, whom no place has.
func spotOfDay(rows []*audit.Reading) string {
	for _, r := range rows {
		if r.Location != rows[0].Location {
			return exposurePlace(rows)
		}
	}
	return rows[0].Location
}

// dailyNoise is 10·log10((1/8)·Σ Hi·10^(Li/10)) (ISO 9612, task-based).
func dailyNoise(rows []*audit.Reading) float64 {
	energy := 0.0
	for _, r := range rows {
		energy += Hours(r) * math.Pow(10, r.Value/10)
	}
	return 10 * math.Log10(energy/workingDay)
}

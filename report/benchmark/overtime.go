package benchmark

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// The year has 52 weeks and 12 months where hours of a week are brought to a month.
const weeksOfMonth = 52.0 / 12

// leastOvertime is the fewest hours a month of which a premium can be told: pay for minutes is no rate.
const leastOvertime = 1

// normalWeek is how many hours a week of a row of pay are ordinary ones: as the limit of overtime that governs it says,
// else as its own ordinary hours of the month; NaN where neither is known.
func (c *comparison) normalWeek(r *audit.Reading) float64 {
	if limit := c.overtimeLimit(r); limit != nil && limit.Normal > 0 {
		return limit.Normal
	}
	return r.Ordinary / weeksOfMonth
}

// overtimeLimit is the limit of overtime that governs a row of pay; nil where none does.
func (c *comparison) overtimeLimit(r *audit.Reading) *standard.Limit {
	ind := r.Area.Overtime()
	if ind == nil {
		return nil
	}
	return c.plainLimit(ind, r, "", r.Date)
}

// OvertimeHours are those of a month in which each week has so many hours.
func OvertimeHours(week, normal float64) float64 { return max(0, week-normal) * weeksOfMonth }

// overtime holds the hours a month beyond the normal week against their caps, by the longest week where it is given.
func (p *payroll) overtime(ind *standard.Indicator) []Unit {
	var units []Unit
	for _, r := range p.rows {
		normal := p.c.normalWeek(r)
		if math.IsNaN(r.Weekly) || math.IsNaN(normal) {
			continue
		}
		u := newPayUnit(OvertimeHours(r.Weekly, normal), r)
		if !math.IsNaN(r.Longest) && ind.JudgedBy == "longest" {
			u.held = OvertimeHours(r.Longest, normal)
		}
		u.Normal = normal
		p.c.judge(ind, &u, "")
		units = append(units, u)
	}
	return units
}

// premiums are what an hour of overtime pays, over what an ordinary hour does.
func (p *payroll) premiums(ind *standard.Indicator) []Unit {
	var units []Unit
	for _, r := range p.rows {
		normal := p.c.normalWeek(r)
		overtime := OvertimeHours(r.Weekly, normal)
		if math.IsNaN(r.Overtime) || !atLeast(overtime, leastOvertime) || r.Value == 0 {
			continue
		}
		u := newPayUnit(r.Overtime/overtime/hourly(r), r)
		u.Normal = normal
		p.c.judge(ind, &u, "")
		units = append(units, u)
	}
	return units
}

// hourly is the regular pay of an ordinary hour.
func hourly(r *audit.Reading) float64 { return r.Value / ordinaryOf(r) }

package benchmark

import (
	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// leastOfSex is the fewest workers of a sex whose median pay may be compared: fewer are single people's pay.
const leastOfSex = 10

// livingGaps are what the rows that were judged against a living wage on their own basis lack of it, as a share of it.
func (p *payroll) livingGaps(ind *standard.Indicator) []Unit {
	var units []Unit
	for _, judged := range p.units[ind.LimitsOf] {
		if !judged.suited || judged.LimitValue <= 0 {
			continue
		}
		u := newPayUnit(max(0, 1-judged.Value/judged.LimitValue), judged.rows[0])
		u.Wage = judged.LimitValue
		units = append(units, u)
	}
	return units
}

// yearlyCost is what would have to be paid in a year so that nobody lacks anything to the living wage, times the months
// that the units are of.
func yearlyCost(units []Unit) float64 {
	sum := 0.0
	for i := range units {
		u, r := &units[i], units[i].rows[0]
		sum += float64(r.Workers * max(0, u.Wage-r.Value) * 12)
	}
	return sum
}

// hourlyPay is the regular pay an hour of the rows that are of one sex. There is none where fewer than ten workers of one
// of the two are known, or men earn nothing.
func (p *payroll) hourlyPay(*standard.Indicator) []Unit {
	var units []Unit
	workers := map[string]float64{}
	for _, r := range p.kept {
		if r.Sex == "" {
			continue
		}
		units = append(units, newPayUnit(hourly(r), r))
		workers[r.Sex] += r.Workers
	}
	months := months(payRows(units))
	if !atLeast(workers[Male]/months, leastOfSex) || !atLeast(workers[Female]/months, leastOfSex) {
		return nil
	}
	return units
}

// The words for sexes in the audit workbook.
const (
	Male   = "M"
	Female = "F"
)

// genderGap is how much less the median woman earns an hour than the median man, as a share of his pay.
func genderGap(units []Unit) float64 {
	men, women := MedianPay(units)
	return finite((men - women) / men)
}

// MedianPay is the median pay an hour of men and of women, weighted by their number.
func MedianPay(units []Unit) (men, women float64) {
	of := func(sex string) float64 {
		return weightedMedian(unitsWhere(units, func(r *audit.Reading) bool { return r.Sex == sex }))
	}
	return of(Male), of(Female)
}

func unitsWhere(units []Unit, wanted func(*audit.Reading) bool) []Unit {
	var out []Unit
	for i := range units {
		if wanted(units[i].rows[0]) {
			out = append(out, units[i])
		}
	}
	return out
}

package explain

import (
	"fmt"
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// pay is rows of the pay, or the hours, of a group of workers in a month.
type pay struct{ readings }

func (pay) units(*benchmark.Result) string { return "rows of pay" }

func (pay) held(ind *standard.Indicator, r *audit.Reading) string {
	switch {
	case ind.JudgedBy == "lowest" && math.IsNaN(r.Lowest):
		return "the group's average (no lowest pay is given) "
	case ind.JudgedBy == "lowest":
		return "the lowest pay "
	case ind.JudgedBy == "longest" && !math.IsNaN(r.Longest):
		return "the longest week "
	}
	return ""
}

// formula shows what is made of several cells of a row; pay and weeks stand for themselves.
func (pay) formula(x *explained, u *benchmark.Unit) string {
	if x.Indicator == nil {
		return ""
	}
	r := u.Rows()[0]
	switch x.Indicator.Level {
	case "overtime":
		return overtime(x, u, r.Weekly)
	case "overtime-premium":
		return fmt.Sprintf("(%s ÷ %s) ÷ (%s ÷ %s) = %s, where %s", number(r.Overtime),
			number(benchmark.OvertimeHours(r.Weekly, u.Normal)), number(r.Value), ordinary(r), number(u.Value),
			overtime(x, u, r.Weekly))
	case "living-gap":
		return fmt.Sprintf("1 − %s ÷ %s, but 0 at least, = %s; lacking in a year: %s people × %s × 12", number(r.Value),
			number(u.Wage), number(u.Value), number(r.Workers), number(max(0, u.Wage-r.Value)))
	case "gender-gap":
		return fmt.Sprintf("%s: %s ÷ %s = %s %s an hour", r.Sex, number(r.Value), ordinary(r), number(u.Value), r.Currency)
	}
	return ""
}

// overtime is the hours a month of weeks of so many hours.
func overtime(x *explained, u *benchmark.Unit, week float64) string {
	source := "its ordinary hours of a month · 12 ÷ 52"
	if limit := u.OvertimeLimit(x.asked.Limits); limit != nil && limit.Normal > 0 {
		source = "by " + limit.Source
	}
	return fmt.Sprintf("max(0, %s − %s)·52 ÷ 12 = %s overtime a month (normal week: %s)", number(week), number(u.Normal),
		with(benchmark.OvertimeHours(week, u.Normal), "h"), source)
}

// ordinary are the ordinary hours of a month.
func ordinary(r *audit.Reading) string {
	if math.IsNaN(r.Ordinary) {
		return number(standard.OrdinaryHours) + " h (not given)"
	}
	return with(r.Ordinary, "h")
}

// genderGap shows the two medians, by pay an hour.
func (x *explained) genderGap() string {
	men, women := benchmark.MedianPay(x.Units)
	return fmt.Sprintf("(%s − %s) ÷ %s, the medians of pay an hour by weight, of men and of women", number(men),
		number(women), number(men))
}

// cost adds up what the rows lack.
func (x *explained) cost() string {
	terms := each(x.Units, func(u benchmark.Unit) string {
		r := u.Rows()[0]
		return number(r.Workers) + "·" + number(max(0, u.Wage-r.Value))
	})
	months := map[standard.Date]bool{}
	for i := range x.Units {
		months[x.Units[i].Rows()[0].Date] = true
	}
	return fmt.Sprintf("%s·12 ÷ %d, months of pay, in %s a year", bracketedSum(terms), len(months), x.Currency())
}

// weight counts people once, though they are paid every month.
func (pay) weight(x *explained, sum string) string {
	if months := math.Round(sumOf(x.Units, weightOf) / x.Weight); months > 1 {
		return fmt.Sprintf("(%s) ÷ %s months", sum, number(months))
	}
	return sum
}

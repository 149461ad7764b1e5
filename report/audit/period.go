package audit

import (
	"math"
	"strconv"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

func numberText(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// Quarter is the programme's quarter of a day.
func (d *Data) Quarter(on standard.Date) standard.Quarter {
	return standard.QuarterOf(on, d.Programme.YearStarts)
}

// LatestPeriod is the latest quarter that holds at least 1 % of all readings; ok is false where there are none.
func (d *Data) LatestPeriod() (latest standard.Quarter, ok bool) {
	count := map[standard.Quarter]int{}
	for _, on := range d.Readings.Days() {
		count[d.Quarter(on)]++
	}
	for q, n := range count {
		if n*100 >= d.Readings.Len() && (!ok || q > latest) {
			latest, ok = q, true
		}
	}
	if !ok { // spread over more than a hundred quarters
		return fullest(count)
	}
	return latest, ok
}

// fullest is the quarter with the most readings, the latest of equal ones.
func fullest(count map[standard.Quarter]int) (best standard.Quarter, ok bool) {
	for q, n := range count {
		if !ok || n > count[best] || n == count[best] && q > best {
			best, ok = q, true
		}
	}
	return best, ok
}

// farAhead is how many quarters without a reading before the latest make a slip of the pen likely.
const farAhead = 4

// WarnFarAhead warns where the latest period lies far after all other readings: a mistyped year looks like that.
func (d *Data) WarnFarAhead(latest standard.Quarter) []problem.Problem {
	before := standard.Quarter(0)
	for _, on := range d.Readings.Days() {
		if q := d.Quarter(on); q < latest {
			before = max(before, q)
		}
	}
	if before == 0 || latest-before <= farAhead {
		return nil
	}
	var lone *Reading // the first one as they were read
	for r := range d.Readings.each(func(_ *standard.Area, on standard.Date) bool { return d.Quarter(on) == latest }) {
		if lone == nil || r.Source.Compare(lone.Source) < 0 {
			lone = r
		}
	}
	if lone == nil {
		return nil
	}
	return []problem.Problem{problem.FutureDate.At(lone.Source.Place(),
		"the reported period %s lies %d quarters after all other readings", latest, latest-before).
		As(problem.Warning).Of(lone.Factory.ID).
		Hinted("correct the date if the year is mistyped, or ask for the period with --period")}
}

// Until drops the readings after a period. Where the period was not asked for, each of them is a problem.
func (d *Data) Until(period standard.Quarter, asked bool) []problem.Problem {
	if d.lastQuarter() <= period {
		return nil
	}
	var problems []problem.Problem
	d.Readings.Keep(func(r *Reading) bool {
		if d.Quarter(r.Date) <= period {
			return true
		}
		if asked {
			d.Account.later(r.Source)
			return false
		}
		p := problem.FutureDate.At(r.Source.Place(),
			"the reading of %s lies after the reported period %s", r.Date, period).Of(r.Factory.ID)
		problems = append(problems, p)
		d.Account.Omit(r.Source, p)
		return false
	})
	return problems
}

// lastQuarter is that of the latest reading.
func (d *Data) lastQuarter() (last standard.Quarter) {
	for _, on := range d.Readings.Days() {
		last = max(last, d.Quarter(on))
	}
	return last
}

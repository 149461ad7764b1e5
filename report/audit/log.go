package audit

import (
	"math"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// longLog is how many rows of one place and day are more than anybody measures by hand: an instrument wrote them.
const longLog = 100

// logPlace is where a log was written.
type logPlace struct{ file, sheet, factory, place, subject string }

type logDay struct {
	logPlace
	on standard.Date
}

// warnOfLogs tells of readings that look like an instrument's log, a value a second or a minute. Each of them counts as
// a reading of its own, of noise and air as a whole working day. A place is said once, with the days that follow.
func (c *Collector) warnOfLogs() {
	for _, f := range c.data.Readings.factories {
		c.warnOfLogsAt(c.data.Readings.among(f, func(a *standard.Area, _ standard.Date) bool {
			return !a.Kind.OfPay() && !a.Kind.InDormitories()
		}))
	}
}

// warnOfLogsAt is warnOfLogs of the readings of one factory.
func (c *Collector) warnOfLogsAt(readings []*Reading) {
	rows := map[logDay][]*Reading{}
	var order []logDay
	for _, r := range readings {
		if r.Worker != "" || !math.IsNaN(r.Hours) {
			continue
		}
		day := logDay{logPlace{r.Source.File, r.Source.Sheet, r.Factory.ID, r.Location, r.Subject}, r.Date}
		if rows[day] == nil {
			order = append(order, day)
		}
		rows[day] = append(rows[day], r)
	}
	said := map[logPlace]int{} // 1 + the number of its problem
	for _, day := range order {
		log := rows[day]
		switch at := said[day.logPlace]; {
		case len(log) < longLog:
		case at > 0:
			c.problems[at-1].More = append(c.problems[at-1].More, log[0].Source.Place())
		default:
			c.report(problem.LongLog.At(log[0].Source.Place(),
				"%d rows are of %s on %s, without Hours a day or a Worker code: each counts as a reading of its own",
				len(log), problem.Quoted(day.place), day.on).Of(day.factory))
			said[day.logPlace] = len(c.problems)
		}
	}
}

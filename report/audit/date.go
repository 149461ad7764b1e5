package audit

import (
	"fmt"
	"math"
	"regexp"
	"strconv"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

var (
	monthText  = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	yearText   = regexp.MustCompile(`^\d{4}$`)
	dayNumbers = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)
)

// oldest and newest are the first and last day that a date of an audit may have.
func oldest() standard.Date { d, _ := standard.DateOf(1990, 1, 1); return d }
func newest() standard.Date { d, _ := standard.DateOf(2199, 12, 31); return d }

// date reads a date cell, ISO text, text in the programme's declared order, or a month. A year of another era is no
// date: it would come out centuries away.
func (d *decoder) date(cell workbook.Cell) value {
	date, ok := d.calendarDay(cell)
	if !ok {
		return d.notADate(cell, d.dateHint(cell))
	}
	year, month, day := date.Time().Date()
	if e, other := eraOf(year); other {
		return d.notADate(cell, e.hint(year, int(month), day))
	}
	switch {
	case date < oldest() && !d.col.Old:
		return d.reject(problem.OutOfRange.At(d.at, "%s is %s", d.col.Name, date).
			Hinted("dates from 1990-01-01 on are plausible"))
	case date > newest():
		return d.reject(problem.OutOfRange.At(d.at, "%s is %s", d.col.Name, date).
			Hinted("dates up to 2199-12-31 are plausible"))
	case d.col.Kind == "month":
		date = date.Month()
	}
	return value{state: good, date: date, clock: d.clock(cell)}
}

// clock is the time of day of a date, in seconds: two samples of one day are not the same because all else agrees.
func (d *decoder) clock(cell workbook.Cell) int {
	switch {
	case d.col.Kind == "month":
		return 0
	case cell.Kind == workbook.Date:
		_, fraction := math.Modf(cell.Number)
		return int(math.Round(fraction * 86400))
	}
	return standard.ParseClock(cell.Text)
}

func (d *decoder) notADate(cell workbook.Cell, hint string) value {
	return d.reject(problem.NotADate.At(d.at, "%s is not a date", problem.Quoted(shown(cell))).Hinted(hint))
}

func (d *decoder) calendarDay(cell workbook.Cell) (standard.Date, bool) {
	switch cell.Kind {
	case workbook.Date:
		if cell.Number < 1 || cell.Duration {
			return 0, false // a time of day, or a length of time
		}
		return standard.SerialDate(cell.Number)
	case workbook.Text:
		if date, ok := standard.ParseDate(cell.Text); ok {
			return date, true
		}
		if m := monthText.FindStringSubmatch(cell.Text); m != nil && d.col.Kind == "month" {
			return standard.DateOf(number(m[1]), number(m[2]), 1)
		}
		return d.declaredOrder(cell.Text)
	}
	return 0, false
}

func number(s string) int { n, _ := strconv.Atoi(s); return n }

// declaredOrder reads 14/07/2026 or 07/14/2026 where the programme says which it is.
func (d *decoder) declaredOrder(s string) (standard.Date, bool) {
	m := dayNumbers.FindStringSubmatch(s)
	switch {
	case m == nil:
		return 0, false
	case d.c.data.Programme.DateOrder == "dmy":
		return standard.DateOf(number(m[3]), number(m[2]), number(m[1]))
	case d.c.data.Programme.DateOrder == "mdy":
		return standard.DateOf(number(m[3]), number(m[1]), number(m[2]))
	}
	return 0, false
}

// period reads 2026-Q3 or, where a column allows it, a year.
func (d *decoder) period(cell workbook.Cell) value {
	written := cell.Plain()
	if q, ok := standard.ParseQuarter(written); ok && cell.Kind == workbook.Text {
		return d.recent(value{state: good, period: Period{Quarter: q}}, q.Year())
	}
	if yearText.MatchString(written) && d.col.Years {
		return d.recent(value{state: good, period: Period{Quarter: standard.Quarter(number(written) * 4), Year: true}},
			number(written))
	}
	return d.reject(problem.NotADate.At(d.at, "%s is not a period",
		problem.Quoted(shown(cell))).Hinted(d.periodHint(cell)))
}

func (d *decoder) recent(v value, year int) value {
	e, other := eraOf(year)
	switch {
	case other:
		return d.reject(problem.NotADate.At(d.at, "%s lies in the year %d", d.col.Name, year).
			Hinted(fmt.Sprintf("%d is a year of %s: write %s", year, e.name, v.period.inYear(e.ofThisYear(year)))))
	case year < oldest().Year():
		return d.reject(problem.OutOfRange.At(d.at, "%s lies in the year %d", d.col.Name, year).
			Hinted("periods from 1990 on are plausible"))
	case year > newest().Year():
		return d.reject(problem.OutOfRange.At(d.at, "%s lies in the year %d", d.col.Name, year).
			Hinted("periods up to 2199 are plausible"))
	}
	return v
}

// inYear is the same period of another year, as it is written.
func (p Period) inYear(year int) string {
	if p.Year {
		return strconv.Itoa(year)
	}
	return standard.Quarter(year*4 + p.Quarter.Number() - 1).String()
}

// agent reads a substance; one that the spreadsheet turned into a date is read back if its check digit fits.
func (d *decoder) agent(cell workbook.Cell) value {
	written := cell.Plain()
	if agent, ok := d.c.std.Agent(written); ok && cell.Kind != workbook.Date {
		return value{state: good, text: agent.ID, agent: agent, isomer: d.c.std.Isomer(written)}
	}
	if date, ok := standard.ParseDate(written); ok {
		return d.agentOfDate(date)
	}
	hint := "write its CAS number, such as 108-88-3"
	if near := d.c.nearest("agent", written, d.c.std.AgentNames); near != "" {
		hint = "write " + near + " if that is meant, or its CAS number"
	}
	if cas, fits := standard.CASNumber(written); cas != "" && !fits {
		hint = "its check digit does not fit, so it is no CAS number: look it up again"
	}
	return d.reject(problem.UnknownAgent.At(d.at, "%s is no substance known here", problem.Quoted(written)).
		Hinted(hint))
}

// agentOfDate undoes what a spreadsheet did to a CAS number: 75-09-2 became 1975-09-02.
func (d *decoder) agentOfDate(date standard.Date) value {
	year, month, day := date.Time().Date()
	for _, first := range []int{year % 100, year} {
		cas, ok := standard.CASNumber(fmt.Sprintf("%02d-%02d-%d", first, month, day))
		if !ok || first < 50 { // the first number of the registry is 50-00-0
			continue
		}
		agent, _ := d.c.std.Agent(cas)
		d.report(problem.AgentWasDate.At(d.at,
			"the agent is the date %s; it was read as the CAS number %s (%s)", date.Time().Format("2006-01-02"), cas,
			agent.Name))
		return value{state: good, text: agent.ID, agent: agent, isomer: d.c.std.Isomer(cas)}
	}
	return d.reject(problem.UnknownAgent.At(d.at, "the agent is the date %s", date.Time().Format("2006-01-02")).
		Hinted("a spreadsheet turned a CAS number into a date: format the column as text and write it again"))
}

package standard

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar day, counted from 1970-01-01. The zero Date means "none": nothing here is that old to the day.
type Date int32

// serialEpoch is the serial number of 1970-01-01 in a spreadsheet of the 1900 system.
const serialEpoch = 25569

// DateOf makes a Date of a year, month and day; ok is false where the calendar has no such day.
func DateOf(year, month, day int) (d Date, ok bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	y, m, dd := t.Date()
	return Date(t.Unix() / 86400), y == year && int(m) == month && dd == day && year > 0 && year < 10000
}

// SerialDate reads a spreadsheet's serial day (1900 system); a time of day is dropped.
func SerialDate(serial float64) (Date, bool) {
	if !(serial >= 0 && serial <= 2_958_465) { // 9999-12-31; NaN is no day either
		return 0, false
	}
	return Date(int(serial) - serialEpoch), true
}

var isoDate = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?)?$`)

// ParseDate reads ISO text, 2026-07-14; a time of day behind it is dropped, another day is none.
func ParseDate(s string) (Date, bool) {
	m := isoDate.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	return DateOf(atoi(m[1]), atoi(m[2]), atoi(m[3]))
}

var clockText = regexp.MustCompile(`[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?([AaPp][Mm])?`)

// ParseClock is the time of day that ISO text carries behind its day, in seconds; 0 where it carries none.
func ParseClock(s string) int {
	if len(s) <= len("2026-07-14") {
		return 0
	}
	m := clockText.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	hour := atoi(m[1])
	if m[4] != "" {
		hour %= 12
	}
	if strings.EqualFold(m[4], "pm") {
		hour += 12
	}
	return hour*3600 + atoi(m[2])*60 + atoi(m[3])
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// Time is midnight UTC of the day.
func (d Date) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Year is the date's year.
func (d Date) Year() int { return d.Time().Year() }

// Month is the first day of the date's month.
func (d Date) Month() Date {
	y, m, _ := d.Time().Date()
	first, _ := DateOf(y, int(m), 1)
	return first
}

// String is the ISO form, "" for none.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// MonthString is the ISO form of the month, 2026-07.
func (d Date) MonthString() string { return d.Time().Format("2006-01") }

// Quarter counts quarters of programme years: year × 4 + quarter − 1. Differences are numbers of quarters.
type Quarter int

// QuarterOf is the quarter of a day, where the programme's year starts with the month yearStarts (1–12).
func QuarterOf(d Date, yearStarts int) Quarter {
	y, m, _ := d.Time().Date()
	months := y*12 + int(m) - yearStarts
	return Quarter(months / 3)
}

// ParseQuarter reads 2026-Q3.
func ParseQuarter(s string) (Quarter, bool) {
	m := quarterText.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	return Quarter(atoi(m[1])*4 + atoi(m[2]) - 1), true
}

var quarterText = regexp.MustCompile(`^(\d{4})-[Qq]([1-4])$`)

// Year and Number are the parts of 2026-Q3: 2026 and 3.
func (q Quarter) Year() int   { return int(q) / 4 }
func (q Quarter) Number() int { return int(q)%4 + 1 }

func (q Quarter) String() string { return fmt.Sprintf("%04d-Q%d", q.Year(), q.Number()) }

// Start is the quarter's first day, End its last.
func (q Quarter) Start(yearStarts int) Date {
	months := q.Year()*12 + (q.Number()-1)*3 + yearStarts - 1
	d, _ := DateOf(months/12, months%12+1, 1)
	return d
}
func (q Quarter) End(yearStarts int) Date { return (q + 1).Start(yearStarts) - 1 }

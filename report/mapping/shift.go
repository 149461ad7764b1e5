package mapping

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// shiftOf finds the shift in which a row of a log was written, and brings its day to that on which the shift began: the
// small hours of a night belong to the evening before. It is nil where means are those of days; ok is false for a row
// of no shift.
func (d *days) shiftOf(row workbook.Row, base []content) (shift *declaration.Shift, ok bool) {
	if len(d.entry.Mean.Shifts) == 0 {
		return nil, true
	}
	at := slices.IndexFunc(d.to.Columns, func(c *declaration.Column) bool { return c.Decl.Field == "date" })
	hour, where, ok := d.clockOf(d.to.Columns[at], row)
	if !ok {
		d.refuse(content{at: where}, problem.NotADate,
			"name the column of the time in the mapping: Date: {heading: …, time: …}",
			"no time of day stands here, and the mapping %s takes means of shifts", d.Mapping)
		return nil, false
	}
	for i := range d.entry.Mean.Shifts {
		s := &d.entry.Mean.Shifts[i]
		in, before := s.Holds(hour)
		if !in {
			continue
		}
		if day, known := dayOf(base[at].cell); known && before {
			base[at] = textContent((day - 1).String(), base[at].at)
		}
		return s, true
	}
	d.omit("in no shift", row.Index)
	return nil, false
}

// clockOf is the time of day of a row in hours: of the column of the time where one is named, else of the date's own
// cell.
func (d *days) clockOf(c *declaration.Column, row workbook.Row) (hours float64, at cellRef, ok bool) {
	name := c.Name
	if c.Time != nil {
		name = *c.Time
	}
	cell, at := d.filledDown(row, d.header.column(name))
	at.mark(Read)
	switch cell.Kind {
	case workbook.Date, workbook.Number:
		_, part := math.Modf(cell.Number)
		return math.Round(part*86400) / 3600, at, cell.Kind == workbook.Date || cell.Number < 1 && c.Time != nil
	case workbook.Text:
		hours, ok = clockIn(cell.Text)
		return hours, at, ok
	}
	return 0, at, false
}

// clockAtEnd is the time of day with which a text ends: of "14.07.2026 6:05 PM" that after the date.
var clockAtEnd = regexp.MustCompile(`(?:^|[T ])(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)? ?([AaPp])?\.?[Mm]?\.?$`)

func clockIn(s string) (hours float64, ok bool) {
	m := clockAtEnd.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return 0, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	switch strings.ToLower(m[3]) {
	case "p":
		hour = hour%12 + 12
	case "a":
		hour %= 12
	}
	return float64(hour) + float64(minute)/60, hour < 24 && minute < 60
}

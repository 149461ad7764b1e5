package language

import (
	"strconv"
	"strings"

	"plimsoll/report/standard"
)

// Date prints a day; "–" where there is none.
func (w *Words) Date(d standard.Date) string { return w.day("date.day", d) }

// CellDate prints a day for a narrow column.
func (w *Words) CellDate(d standard.Date) string { return w.day("date.cell", d) }

func (w *Words) day(key string, d standard.Date) string {
	if d == 0 {
		return "–"
	}
	t := d.Time()
	return w.pattern(key, t.Year(), int(t.Month()), t.Day())
}

// Month prints a month.
func (w *Words) Month(d standard.Date) string {
	t := d.Time()
	return w.pattern("date.month", t.Year(), int(t.Month()), t.Day())
}

// Quarter prints a quarter.
func (w *Words) Quarter(q standard.Quarter) string {
	return w.pattern("date.quarter", q.Year(), q.Number(), 0)
}

// CellQuarter prints a quarter for a narrow column.
func (w *Words) CellQuarter(q standard.Quarter) string {
	return w.pattern("date.cell-quarter", q.Year(), q.Number(), 0)
}

// pattern fills {year}, {month} and {day} (two digits), {m} and {d} (without a leading zero), {quarter} and {nth}, which is the
// quarter as the language writes it under date.nth.
func (w *Words) pattern(key string, year, part, day int) string {
	nth, ok := w.find("date.nth." + strconv.Itoa(part))
	if !ok {
		nth = strconv.Itoa(part)
	}
	two := func(n int) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }
	return strings.NewReplacer("{year}", strconv.Itoa(year), "{month}", two(part), "{m}", strconv.Itoa(part), "{quarter}", strconv.Itoa(part), "{nth}", nth,
		"{day}", two(day), "{d}", strconv.Itoa(day)).Replace(string(w.Word(key)))
}

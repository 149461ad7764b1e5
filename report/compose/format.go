package compose

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/number"

	"plimsoll/report/standard"
)

// Decimal prints a number with a fixed number of decimals in the manner of the language, with a real minus.
func (w *Words) Decimal(v float64, decimals int) string {
	if math.IsNaN(v) {
		return "–"
	}
	if s := strconv.FormatFloat(v, 'f', decimals, 64); strings.Trim(s, "-0.") == "" {
		v = 0 // no minus before a zero
	}
	s := w.printer.Sprint(number.Decimal(v, number.MinFractionDigits(decimals), number.MaxFractionDigits(decimals)))
	return strings.Replace(s, "-", "−", 1)
}

// Count prints a whole number; weights that are no whole numbers keep one decimal.
func (w *Words) Count(v float64) string {
	if v == math.Trunc(v) || math.Abs(v) >= 1000 {
		return w.Decimal(v, 0)
	}
	return w.Decimal(v, 1)
}

// decimalsFor keeps three significant digits, whole numbers from 100 up.
func decimalsFor(v float64) int {
	switch v = math.Abs(v); {
	case v >= 100 || v == 0:
		return 0
	case v >= 10:
		return 1
	case v >= 1:
		return 2
	}
	return min(2-int(math.Floor(math.Log10(v))), 8)
}

// mostDecimals bounds the digits that keep a value and its limit apart.
const mostDecimals = 6

// figure prints a value of an indicator. One that lies off its limit never prints as if it were at it.
func (w *Words) figure(ind *standard.Indicator, v, limit float64) string {
	decimals := decimalsFor(v)
	for decimals > 0 && rounded(v, decimals) == rounded(v, decimals-1)+"0" || decimals == 1 && rounded(v, 1) == rounded(v, 0)+".0" {
		decimals-- // 0.100 prints as 0.1
	}
	if ind != nil && ind.Decimals != nil {
		decimals = *ind.Decimals
	}
	if !math.IsNaN(limit) && v != limit {
		for decimals < mostDecimals && rounded(v, decimals) == rounded(limit, decimals) && math.Abs(v-limit) > 1e-9*math.Abs(limit) {
			decimals++
		}
	}
	return w.Decimal(v, decimals)
}

func rounded(v float64, decimals int) string { return strconv.FormatFloat(v, 'f', decimals, 64) }

// exact prints a limit as its source has it, without rounding.
func (w *Words) exact(v float64) string {
	_, fraction, _ := strings.Cut(strconv.FormatFloat(math.Abs(rounded9(v)), 'f', -1, 64), ".")
	return w.Decimal(v, min(len(fraction), mostDecimals))
}

// rounded9 drops the noise of a unit conversion.
func rounded9(v float64) float64 {
	s, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64)
	if math.Abs(s-v) < 1e-9*math.Abs(v) {
		return s
	}
	long, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 9, 64), 64)
	if strconv.FormatFloat(long, 'f', -1, 64) == strconv.FormatFloat(v, 'f', -1, 64) {
		return v
	}
	return s
}

// signed prints a change with its sign.
func (w *Words) signed(ind *standard.Indicator, v float64) string {
	s := w.figure(ind, v, math.NaN())
	if v > 0 && strings.Trim(s, "0.,") != "" {
		return "+" + s
	}
	return s
}

// share prints a share of 0–1 as whole percent. Only all is 100 and only none is 0.
func (w *Words) share(v float64) string {
	switch percent := math.Round(v * 100); {
	case math.IsNaN(v):
		return "–"
	case percent >= 100 && v < 1-1e-12:
		return ">99"
	case percent == 0 && v > 0:
		return "<1"
	default:
		return w.Decimal(percent, 0)
	}
}

// Date prints a day; "–" where there is none.
func (w *Words) Date(d standard.Date) string { return w.day("date.day", d) }

// cellDate prints a day for a narrow column.
func (w *Words) cellDate(d standard.Date) string { return w.day("date.cell", d) }

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

// cellQuarter prints a quarter for a narrow column.
func (w *Words) cellQuarter(q standard.Quarter) string {
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
		"{day}", two(day), "{d}", strconv.Itoa(day)).Replace(string(w.word(key)))
}

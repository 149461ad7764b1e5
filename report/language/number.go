package language

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/number"

	"plimsoll/report/standard"
)

// Decimal prints a number with a fixed number of decimals in the manner of the language, with a real minus.
func (w *Words) Decimal(v float64, decimals int) string {
	if math.IsNaN(v) {
		return "–"
	}
	v = HalfAway(v, decimals)
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

// Figure prints a value of an indicator, a share as percent without its sign. One that lies off its limit never prints as if it were at it.
func (w *Words) Figure(ind *standard.Indicator, v, limit float64) string {
	if ind != nil && ind.Share {
		v, limit = v*100, limit*100
	}
	decimals := decimalsFor(v)
	for decimals > 0 && rounded(v, decimals) == rounded(v, decimals-1)+"0" || decimals == 1 && rounded(v, 1) == rounded(v, 0)+".0" {
		decimals-- // 0.100 prints as 0.1
	}
	if ind != nil && ind.Decimals != nil {
		decimals = *ind.Decimals
	}
	for decimals < mostDecimals && crosses(v, limit, decimals) {
		decimals++
	}
	return w.Decimal(v, decimals)
}

// crosses says that a value, rounded, would stand at its limit or beyond it though it does not, or the other way about.
func crosses(v, limit float64, decimals int) bool {
	if math.IsNaN(limit) || math.Abs(v-limit) <= 1e-9*math.Abs(limit) {
		return false
	}
	r := HalfAway(v, decimals)
	return r == limit || r == HalfAway(limit, decimals) || (r < limit) != (v < limit)
}

func rounded(v float64, decimals int) string {
	return strconv.FormatFloat(HalfAway(v, decimals), 'f', decimals, 64)
}

// HalfAway rounds a number to decimals, half away from zero, by its shortest decimal form: 1.005 is 1.01. There is no minus
// zero. It is the one way in which documents round.
func HalfAway(v float64, decimals int) float64 {
	digits := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, fraction, _ := strings.Cut(digits, ".")
	if len(fraction) > decimals {
		up := fraction[decimals] >= '5'
		v = math.Copysign(cut(whole+"."+fraction[:decimals], decimals, up), v)
	}
	if v == 0 {
		return 0
	}
	return v
}

// cut is a number that ends after decimals, or the next one.
func cut(digits string, decimals int, up bool) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(digits, "."), 64)
	if err != nil || !up {
		return v
	}
	scale := math.Pow10(decimals)
	return (math.Round(v*scale) + 1) / scale
}

// Money prints an amount with the decimals of its currency, as ISO 4217 has them.
func (w *Words) Money(v float64, code string) string {
	decimals := 2
	if unit, err := currency.ParseISO(code); err == nil {
		decimals, _ = currency.Standard.Rounding(unit)
	}
	return w.Decimal(v, decimals)
}

// Exact prints a limit as its source has it, without rounding.
func (w *Words) Exact(v float64) string {
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

// Signed prints a change with its sign.
func (w *Words) Signed(ind *standard.Indicator, v float64) string {
	s := w.Figure(ind, v, math.NaN())
	if v > 0 && strings.Trim(s, "0.,") != "" {
		return "+" + s
	}
	return s
}

// Share prints a share of 0–1 as whole percent. Only all is 100 and only none is 0.
func (w *Words) Share(v float64) string {
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

// Tick prints a number on an axis, without noise from adding up steps.
func (w *Words) Tick(v float64) string {
	for decimals := range 4 {
		if math.Abs(v-roundTo(v, decimals)) < 1e-9*max(1, math.Abs(v)) {
			return w.Decimal(v, decimals)
		}
	}
	return w.Decimal(v, 4)
}

func roundTo(v float64, decimals int) float64 {
	p := math.Pow(10, float64(decimals))
	return math.Round(v*p) / p
}

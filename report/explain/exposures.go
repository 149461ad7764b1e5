package explain

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// exposures are daily noise exposures.
type exposures struct{ readings }

func (exposures) units(*benchmark.Result) string { return "exposures" }

func (exposures) formula(x *explained, u *benchmark.Unit) string {
	if x.Indicator == nil {
		return ""
	}
	return noiseDay(u) + " = " + with(u.Value, x.Unit) + wholeDay(u)
}

func noiseDay(u *benchmark.Unit) string {
	return "10·log10(" + bracketedSum(each(u.Rows(), func(r *audit.Reading) string {
		return number(benchmark.Hours(r)) + "·10^(" + number(r.Value) + "/10)"
	})) + " ÷ 8)"
}

// wholeDay says where the hours of a day come from that no cell gives.
func wholeDay(u *benchmark.Unit) string {
	if math.IsNaN(u.Rows()[0].Hours) {
		return " (no hours are given: a whole day)"
	}
	return ""
}

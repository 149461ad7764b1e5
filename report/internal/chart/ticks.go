package chart

import (
	"math"
	"strconv"
)

// huge is beyond anything measured; such values would break the arithmetic.
const huge = 1e15

func present(v float64) bool { return !math.IsNaN(v) && math.Abs(v) <= huge }

// extent is the least and the greatest of the values present.
func extent(series ...[]float64) (lo, hi float64, ok bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, values := range series {
		for _, v := range values {
			if present(v) {
				lo, hi, ok = math.Min(lo, v), math.Max(hi, v), true
			}
		}
	}
	return lo, hi, ok
}

// scale is an axis with round ticks: whole multiples of Step from First to Last.
type scale struct {
	Step        float64
	First, Last int
}

// newScale covers lo to hi with at most most+1 ticks. Equal values get room
// around them, and an axis of values that cannot be negative does not begin
// below zero.
func newScale(lo, hi float64, most int) scale {
	if math.Max(math.Abs(lo), math.Abs(hi)) < 1/huge {
		lo, hi = 0, 0 // steps of what is smaller still would be zero
	}
	positive := lo >= 0
	if room := math.Max(math.Abs(lo), math.Abs(hi)) * 0.02; hi-lo < room || hi == lo {
		if room == 0 {
			room = 0.5
		}
		lo, hi = lo-room*2, hi+room*2
		if positive {
			lo = math.Max(lo, 0)
		}
	}
	for step := firstStep((hi - lo) / float64(most)); ; step = nextStep(step) {
		// The hair keeps 0.30000000000000004 from asking for another tick.
		first, last := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
		if last-first <= float64(most) {
			return scale{Step: step, First: int(first), Last: int(math.Max(last, first+1))}
		}
	}
}

// firstStep is the least round step not below raw.
func firstStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, factor := range []float64{1, 2, 2.5, 5} {
		if factor*power >= raw*(1-1e-9) {
			return factor * power
		}
	}
	return 10 * power
}

func nextStep(step float64) float64 { return firstStep(step * 1.01) }

// value is the tick's value.
func (s scale) value(tick int) float64 { return rounded(float64(tick) * s.Step) }

// rounded is a value without the noise of binary fractions; zero has no sign.
func rounded(v float64) float64 {
	out, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return out + 0
}

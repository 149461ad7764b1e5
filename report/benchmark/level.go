package benchmark

import (
	"math"
	"slices"
)

// level computes the level of a cell by the method its area file names (package standard has the list); NaN where the
// units carry none.
func level(method string, units []Unit) float64 {
	compute, known := map[string]func([]Unit) float64{
		"energy-mean": energyMean, "mean": mean, "mixture": mean, "weighted-mean": weightedMean, "median": medianOf,
		"space": ratio, "occupancy": ratio, "toilets": ratio, "showers": ratio, "beds": ratio,
		"pay": weightedMedian, "hours": weightedMean, "overtime": weightedMean, "overtime-premium": weightedMean,
		"living-gap": weightedMean, "gender-gap": genderGap,
		"highest": highest, "lowest": lowest,
	}[method]
	if !known || len(units) == 0 {
		return math.NaN()
	}
	return compute(units)
}

// energyMean is 10·log10(Σ w·10^(L/10) ÷ Σ w): decibels are never averaged arithmetically.
func energyMean(units []Unit) float64 {
	var energy, weight float64
	for _, u := range units {
		energy += u.Weight * math.Pow(10, u.Value/10)
		weight += u.Weight
	}
	return finite(10 * math.Log10(energy/weight))
}

func mean(units []Unit) float64 {
	var sum float64
	for _, u := range units {
		sum += u.Value
	}
	return finite(sum / float64(len(units)))
}

func weightedMean(units []Unit) float64 {
	var sum, weight float64
	for _, u := range units {
		if !math.IsNaN(u.Value) {
			sum += float64(u.Weight * u.Value) // rounded by itself: some processors would add without
			weight += u.Weight
		}
	}
	return finite(sum / weight)
}

func medianOf(units []Unit) float64 { return median(values(units)) }

func highest(units []Unit) float64 { return slices.Max(values(units)) }

func lowest(units []Unit) float64 { return slices.Min(values(units)) }

func values(units []Unit) []float64 {
	v := make([]float64, len(units))
	for i, u := range units {
		v[i] = u.Value
	}
	return v
}

// median is the mean of the two middle values where their number is even; it sorts its argument.
func median(v []float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	slices.Sort(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// ratio is the sum of the tops over the sum of the bottoms: floor area over occupants, occupants over rooms or toilets.
func ratio(units []Unit) float64 {
	var top, bottom float64
	for _, u := range units {
		top += u.top
		bottom += u.bottom
	}
	return finite(top / bottom)
}

// weightedMedian is the smallest value at which the running weight reaches half of the total.
func weightedMedian(units []Unit) float64 {
	sorted := slices.Clone(units)
	slices.SortStableFunc(sorted, func(a, b Unit) int { return compareFloats(a.Value, b.Value) })
	var total, running float64
	for _, u := range sorted {
		total += u.Weight
	}
	for _, u := range sorted {
		if running += u.Weight; total > 0 && atLeast(running, total/2) {
			return u.Value
		}
	}
	return math.NaN()
}

func compareFloats(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// finite turns what no sum carries (0 ÷ 0, x ÷ 0) into "none".
func finite(v float64) float64 {
	if math.IsInf(v, 0) {
		return math.NaN()
	}
	return v
}

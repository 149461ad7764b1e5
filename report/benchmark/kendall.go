package benchmark

import (
	"math"
	"slices"
)

// exactKendall is the largest number of values for which the distribution of S is counted out.
const exactKendall = 10

// Kendall is Mann and Kendall's test for a trend: S = Σ sign of later minus earlier, and its two-sided p. Values within
// a relative 1e-9 are tied: their sign is 0.
func Kendall(v []float64) (s int, p float64) {
	for i, a := range v {
		for _, b := range v[i+1:] {
			if !equal(a, b) {
				s += compareFloats(b, a)
			}
		}
	}
	ties := tied(v)
	if len(v) > exactKendall || len(ties) > 0 {
		return s, normalP(s, len(v), ties)
	}
	return s, exactP(s, len(v))
}

// tied are the sizes of the groups of equal values.
func tied(v []float64) (sizes []int) {
	sorted := slices.Sorted(slices.Values(v))
	for i := 0; i < len(sorted); {
		n := 1
		for i+n < len(sorted) && equal(sorted[i+n], sorted[i]) {
			n++
		}
		if n > 1 {
			sizes = append(sizes, n)
		}
		i += n
	}
	return sizes
}

// normalP is the normal approximation with continuity correction, its variance corrected for ties (Kendall 1970):
// (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) ÷ 18.
func normalP(s, n int, ties []int) float64 {
	weight := func(n int) float64 { return float64(n) * float64(n-1) * float64(2*n+5) }
	variance := weight(n)
	for _, t := range ties {
		variance -= weight(t)
	}
	if variance <= 0 {
		return 1
	}
	size := math.Abs(float64(s))
	return math.Erfc(max(size-1, 0) / math.Sqrt(variance/18) / math.Sqrt2)
}

// exactP is the share of all orders of n untied values whose |S| is at least as large.
func exactP(s, n int) float64 {
	s = max(s, -s)
	// orders[d]: number of orders of n values with d discordant pairs; S = pairs − 2d.
	orders := []float64{1}
	for k := 2; k <= n; k++ {
		next := make([]float64, len(orders)+k-1)
		for d, count := range orders {
			for shift := range k {
				next[d+shift] += count
			}
		}
		orders = next
	}
	pairs, extreme, total := n*(n-1)/2, 0.0, 0.0
	for d, count := range orders {
		total += count
		if v := pairs - 2*d; max(v, -v) >= s {
			extreme += count
		}
	}
	return extreme / total
}

package benchmark_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"plimsoll/report/benchmark"
)

// The test vectors of the methodology (measures.md, section 5), each by the whole way from readings to results.
func TestVectors(t *testing.T) {
	holdAll(t, []expectation{
		{"noise: the parts of one day", func(b *book) {
			b.noise(92, code("W"), hours(4))
			b.noise(86, code("W"), hours(3))
			b.noise(78, code("W"), hours(1))
		}, "noise exposure: level=89.78 n=1"},
		{"noise: ten hours", func(b *book) { b.noise(85, hours(10)) }, "noise exposure: level=85.97"},
		{"noise: energy, not decibels, is averaged", func(b *book) {
			for _, level := range []float64{80, 80, 80, 95} {
				b.noise(level)
			}
		}, "noise exposure: level=89.37"},
		{"mixture", func(b *book) {
			b.law("air concentration/toluene CN 50 mg/m3 legal")
			b.law("air concentration/n-hexane CN 100 mg/m3 legal")
			b.law("air concentration/acetone CN 300 mg/m3 legal")
			b.law("air concentration/butanone CN 300 mg/m3 legal")
			b.air("toluene", 30)
			b.air("n-hexane", 40)
			b.air("acetone", 100)
			b.air("butanone", 60)
		}, "air mixture: level=1.5333 n=1"},
		{"1 ppm at 25 °C", func(b *book) {
			b.law("air concentration/toluene CN 50 ppm legal temperature=25")
			b.law("air concentration/benzene CN 50 mg/m3 legal temperature=25")
			b.air("toluene", 1, ppm)
			b.air("benzene", 1, ppm)
		}, `air concentration 108-88-3: level=3.769
		air concentration 71-43-2: level=3.195`},
		{"1 ppm at 20 °C", func(b *book) {
			b.law("air concentration/toluene CN 50 ppm legal temperature=20")
			b.law("air concentration/benzene CN 50 mg/m3 legal temperature=20")
			b.air("toluene", 1, ppm)
			b.air("benzene", 1, ppm)
		}, `air concentration 108-88-3: level=3.830 limit=191.52
		air concentration 71-43-2: level=3.247 limit=50`},
		{"Theil and Sen: median of ten slopes", func(b *book) {
			for i, level := range []float64{88.2, 87.1, 87.5, 86.0, 84.9} {
				b.on(fmt.Sprintf("%d-Q1", 2022+i))
				b.noise(level)
			}
		}, "noise exposure: trend=-0.779"},
		{"weighted median", func(b *book) {
			b.pay("a", 10, 4000)
			b.pay("b", 30, 5000)
			b.pay("c", 20, 9000)
		}, "earnings minimum: level=5000"},
		{"two and two samples: below R = 3.89", func(b *book) { twice(b, 2, 38.8, 10) }, "air concentration 108-88-3: verdict=held"},
		{"two and two samples: above R = 3.89", func(b *book) { twice(b, 2, 39.0, 10) }, "air concentration 108-88-3: verdict=improved"},
		{"six and six samples: below R = 2.19", func(b *book) { twice(b, 6, 21.8, 10) }, "air concentration 108-88-3: verdict=held"},
		{"six and six samples: above R = 2.19", func(b *book) { twice(b, 6, 22.0, 10) }, "air concentration 108-88-3: verdict=improved"},
	})
}

// twice writes n samples of toluene in each of two quarters.
func twice(b *book, n int, before, after float64) {
	for q, level := range []float64{before, after} {
		b.on(fmt.Sprintf("2026-Q%d", q+1))
		for range n {
			b.air("toluene", level)
		}
	}
}

func TestKendall(t *testing.T) {
	for _, test := range []struct {
		s, n int
		want float64
	}{
		{6, 4, 2. / 24}, {10, 5, 2. / 120}, {-10, 5, 2. / 120}, {3, 3, 2. / 6}, {8, 5, 10. / 120}, {0, 4, 1}, {45, 10, 2. / 3628800},
		// above ten: normal approximation; for n = 11, sd = √165, S = 25 → z = 24 ÷ 12.845 = 1.8684
		{25, 11, 0.0617}, {-25, 11, 0.0617}, {1, 11, 1}, {55, 11, 0.000026236},
	} {
		if s, p := benchmark.Kendall(scoring(test.s, test.n)); s != test.s || math.Abs(p-test.want) > 0.001*test.want {
			t.Errorf("S = %d of %d values: S = %d, p = %v, want %v", test.s, test.n, s, p, test.want)
		}
	}
}

// Values that tie: the normal approximation, its variance corrected. 5, 5, 4, 3, 2: S = −9, variance (300 − 18) ÷ 18 = 15.667,
// z = 8 ÷ 3.958 = 2.0211, p = 0.0433. 7, 7, 7, 7, 7: S = 0. 9, 9, 8, 8, 7: S = −8, variance (300 − 36) ÷ 18, z = 7 ÷ 3.830, p = 0.0676.
func TestKendallOfTies(t *testing.T) {
	for _, test := range []struct {
		v    []float64
		s    int
		want float64
	}{
		{[]float64{5, 5, 4, 3, 2}, -9, 0.0433}, {[]float64{5, 5 * (1 + 1e-12), 4, 3, 2}, -9, 0.0433}, {[]float64{7, 7, 7, 7, 7}, 0, 1},
		{[]float64{9, 9, 8, 8, 7}, -8, 0.0676}, {[]float64{0, 0, 1, 2, 3}, 9, 0.0433},
	} {
		if s, p := benchmark.Kendall(test.v); s != test.s || math.Abs(p-test.want) > 0.0001 {
			t.Errorf("%v: S = %d, p = %v, want %d, %v", test.v, s, p, test.s, test.want)
		}
	}
}

// scoring are n values, all different, whose S is s: as many pairs stand the wrong way round as that takes.
func scoring(s, n int) []float64 {
	v := make([]float64, 0, n)
	wrong := (n*(n-1)/2 - s) / 2
	for k := range n { // the k-th value may stand before up to k smaller ones
		at := max(k-wrong, 0)
		wrong -= k - at
		v = slices.Insert(v, at, float64(k))
	}
	return v
}

// The exact distribution against counting all orders of n values.
func TestKendallAgainstAllOrders(t *testing.T) {
	for n := 2; n <= 7; n++ {
		counts, total := map[int]int{}, 0
		orders(n, func(v []int) {
			counts[score(v)]++
			total++
		})
		for s := range counts {
			extreme := 0
			for other, times := range counts {
				if max(other, -other) >= max(s, -s) {
					extreme += times
				}
			}
			if got, p := benchmark.Kendall(scoring(s, n)); got != s || math.Abs(p-float64(extreme)/float64(total)) > 1e-12 {
				t.Errorf("S = %d of %d values: S = %d, p = %v, want %v", s, n, got, p, float64(extreme)/float64(total))
			}
		}
	}
}

// orders calls visit with every order of 0 … n−1.
func orders(n int, visit func([]int)) {
	var extend func(v []int)
	extend = func(v []int) {
		if len(v) == n {
			visit(v)
			return
		}
		for next := range n {
			taken := false
			for _, x := range v {
				taken = taken || x == next
			}
			if !taken {
				extend(append(v[:len(v):len(v)], next))
			}
		}
	}
	extend(nil)
}

func score(v []int) int {
	s := 0
	for i := range v {
		for j := range i {
			switch {
			case v[i] > v[j]:
				s++
			case v[i] < v[j]:
				s--
			}
		}
	}
	return s
}

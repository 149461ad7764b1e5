package benchmark

import (
	"math"
	"testing"
)

// The bounds are those of the exact tables (Garwood 1936; Ulm 1990).
func TestPoissonInterval(t *testing.T) {
	for _, c := range []struct{ count, low, high float64 }{
		{0, 0, 3.688879}, {1, 0.025318, 5.571643}, {2, 0.242209, 7.224688}, {5, 1.623486, 11.668332},
		{10, 4.795389, 18.390356}, {21, 12.999324, 32.100728}, {100, 81.363998, 121.627180},
		{1000, 938.971, 1063.951}, {20000, 19723.76, 20279.14},
	} {
		low, high := PoissonInterval(c.count)
		if math.Abs(low-c.low) > 1e-5*c.high || math.Abs(high-c.high) > 1e-5*c.high {
			t.Errorf("%v: %v to %v, want %v to %v", c.count, low, high, c.low, c.high)
		}
	}
}

// A count at a bound of the interval has a probability of 2.5 %, by the sum of its terms.
func TestPoissonIntervalBySums(t *testing.T) {
	atMost := func(n, mean float64) float64 {
		term, sum := math.Exp(-mean), 0.0
		for k := 0.0; k <= n; k++ {
			sum += term
			term *= mean / (k + 1)
		}
		return sum
	}
	for count := 0.0; count < 60; count++ {
		low, high := PoissonInterval(count)
		if p := atMost(count, high); math.Abs(p-0.025) > 1e-9 {
			t.Errorf("%v under a mean of %v: %v", count, high, p)
		}
		if p := 1 - atMost(count-1, low); count > 0 && math.Abs(p-0.025) > 1e-9 {
			t.Errorf("%v under a mean of %v: %v", count, low, p)
		}
	}
}

func TestInjuryRate(t *testing.T) {
	near := func(got, want float64) bool { return math.Abs(got-want) < 5e-4 || math.IsNaN(got) && math.IsNaN(want) }
	none := math.NaN()
	for _, c := range []struct{ count, hours, rate, low, high float64 }{
		{21, 200_000, 21, 12.9993, 32.1007},
		{3, 1_200_000, 0.5, 0.1031, 1.4612},
		{0, 400_000, 0, 0, 1.8444},
		{0, 0, none, none, none}, {2, none, none, none, none}, {none, 200_000, none, none, none},
	} {
		rate, low, high := InjuryRate(c.count, c.hours)
		if !near(rate, c.rate) || !near(low, c.low) || !near(high, c.high) {
			t.Errorf("%v in %v hours: %v (%v to %v), want %v (%v to %v)", c.count, c.hours, rate, low, high, c.rate, c.low,
				c.high)
		}
	}
}

package benchmark_test

import (
	"fmt"
	"math"
	"testing"
)

// Section 4: the smallest changes that count.

// two writes a reading in each of two quarters.
func two(before, after float64, write func(b *book, value float64)) func(*book) {
	return func(b *book) {
		write(b, before)
		b.on("2026-Q2")
		write(b, after)
	}
}

// Every indicator at its threshold and just below it, both ways. At it, a change counts, with a relative 1e-9.
func TestSmallestChangeThatCounts(t *testing.T) {
	lux := func(b *book, v float64) { b.light("cutting", v) }
	space := func(b *book, v float64) { b.room("1", v, 10) }
	persons := func(b *book, v float64) { b.room("1", 100, v, toilets(1), showers(1)) }
	pay := func(b *book, v float64) { b.pay("a", 10, v) }
	week := func(b *book, v float64) { b.pay("a", 10, 3000, weekly(v)) }
	share := func(b *book, v float64) {
		b.light("cutting", 400, workers(v))
		b.light("packing", 200, workers(1000-v))
	}
	many := func(b *book, v float64) {
		for range 100 { // R = 1.21, so the least ratio, 1.25, counts
			b.air("toluene", v)
		}
	}
	for _, test := range []struct {
		row           string
		write         func(b *book, value float64)
		before, after float64
		want          string
	}{
		{"noise exposure", quiet, 85, 82, "improved"},
		{"noise exposure", quiet, 85, 82.001, "held"},
		{"noise exposure", quiet, 85, 88, "worsened"},
		{"noise exposure", quiet, 85, 87.999, "held"},
		{"noise exposure", quiet, 85.1, 82.1, "improved"}, // 2.9999999999999 in binary
		{"light illuminance cutting", lux, 300, 330, "improved"},
		{"light illuminance cutting", lux, 300, 329.99, "held"},
		{"light illuminance cutting", lux, 300, 270, "worsened"},
		{"light illuminance cutting", lux, 300, 270.01, "held"},
		{"light illuminance cutting", lux, 333, 366.3 - 1e-9, "improved"},
		{"light illuminance cutting", lux, 333, 366.3 - 1e-6, "held"},
		{"dorms space", space, 40, 42, "improved"},
		{"dorms space", space, 40, 41.99, "held"},
		{"dorms space", space, 40, 38, "worsened"},
		{"dorms occupancy", persons, 20, 19, "improved"},
		{"dorms occupancy", persons, 20, 21, "worsened"},
		{"dorms toilets", persons, 20, 19, "improved"},
		{"dorms toilets", persons, 40, 39, "held"},
		{"dorms showers", persons, 20, 19, "improved"},
		{"dorms showers", persons, 40, 41, "held"},
		{"earnings minimum", pay, 3000, 3030, "improved"},
		{"earnings minimum", pay, 3000, 3029, "held"},
		{"earnings minimum", pay, 3000, 2970, "worsened"},
		{"earnings living", pay, 3000, 3030, "improved"},
		{"earnings living", pay, 3000, 3029, "held"},
		{"earnings hours", week, 60, 58.8, "improved"},
		{"earnings hours", week, 60, 58.81, "held"},
		{"earnings hours", week, 60, 61.2, "worsened"},
		{"light all", share, 500, 550, "improved"},
		{"light all", share, 500, 549, "held"},
		{"light all", share, 500, 450, "worsened"},
		{"light all", share, 950, 900, "worsened"}, // 0.05 less 4e-17
		{"air concentration 108-88-3", many, 50, 40, "improved"},
		{"air concentration 108-88-3", many, 50, 40.01, "held"},
		{"air concentration 108-88-3", many, 40, 50, "worsened"},
		{"air concentration 108-88-3", many, 40, 49.99, "held"},
	} {
		t.Run(fmt.Sprint(test.row, " ", test.before, " to ", test.after), func(t *testing.T) {
			b := newBook(t)
			b.law("earnings living CN 5000 CNY target")
			b.law("light illuminance * 300 lx code")
			two(test.before, test.after, test.write)(b)
			b.hold(test.row + ": verdict=" + test.want)
		})
	}
}

func quiet(b *book, v float64) { b.noise(v) }

func TestZero(t *testing.T) {
	toluene := func(b *book, v float64) { b.air("toluene", v) }
	week := func(b *book, v float64) { b.pay("a", 10, 3000, weekly(v)) }
	lux := func(b *book, v float64) { b.light("cutting", v) }
	holdAll(t, []expectation{
		{"0 against 0 is held", two(0, 0, toluene), "air concentration 108-88-3: verdict=held change=0"},
		{"0 against more counts", two(0, 0.001, toluene), "air concentration 108-88-3: verdict=worsened"},
		{"more against 0 counts", two(0.001, 0, toluene), "air concentration 108-88-3: verdict=improved"},
		{"of percentages too: held", two(0, 0, lux), "light illuminance cutting: verdict=held"},
		{"of percentages too: improved", two(0, 1, lux), "light illuminance cutting: verdict=improved"},
		{"of percentages too: worsened", two(0, 1, week), "earnings hours: verdict=worsened"},
	})
}

// needed is R: what the ratio of two means of n samples must reach.
func needed(n0, n1 int) float64 {
	return max(1.25, math.Exp(1.96*math.Ln2*math.Sqrt(1/float64(n0)+1/float64(n1))))
}

func TestRatioOfConcentrations(t *testing.T) {
	for _, test := range []struct{ n0, n1 int }{{1, 1}, {2, 2}, {3, 5}, {6, 6}, {40, 40}, {100, 100}, {200, 200}} {
		for ratio, want := range map[float64][2]string{needed(test.n0, test.n1): {"improved", "worsened"}, needed(test.n0, test.n1) * (1 - 1e-6): {"held", "held"}} {
			for i, levels := range [][2]float64{{10 * ratio, 10}, {10, 10 * ratio}} {
				b := newBook(t)
				for range test.n0 {
					b.air("toluene", levels[0])
				}
				b.on("2026-Q2")
				for range test.n1 {
					b.air("toluene", levels[1])
				}
				b.hold("air concentration 108-88-3: verdict=" + want[i])
			}
		}
	}
}

// samples writes one sample of toluene a quarter from 2025-Q1 on; a negative one lies below that limit.
func samples(levels ...float64) func(*book) {
	return func(b *book) {
		for i, level := range levels {
			b.on(fmt.Sprintf("%d-Q%d", 2025+i/4, i%4+1))
			b.air("toluene", math.Abs(level), func(r *reading) { r.Below = level < 0 })
		}
	}
}

// With one sample a quarter R is 6.83; steady work counts from 1.25 on.
func TestSteadyWork(t *testing.T) {
	holdAll(t, []expectation{
		{"five quarters that fall", samples(20, 19, 18, 17, 16), "air concentration 108-88-3: verdict=improved"},
		{"five quarters that rise", samples(16, 17, 18, 19, 20), "air concentration 108-88-3: verdict=worsened"},
		{"four are too few (p = 0.083)", samples(20, 18, 16, 12), "air concentration 108-88-3: verdict=held"},
		{"the ratio must reach 1.25", samples(20, 19, 18, 17, 16.1), "air concentration 108-88-3: verdict=held"},
		{"five that do not all fall (S = −8, p = 0.083)", samples(20, 18, 19, 17, 12), "air concentration 108-88-3: verdict=held"},
		{"six with one out of order (S = −13, p = 0.017)", samples(20, 18, 19, 17, 16, 15), "air concentration 108-88-3: verdict=improved"},
		{"ties weaken it (S = −7 of five)", samples(20, 20, 20, 17, 12), "air concentration 108-88-3: verdict=held"},
		{"eleven quarters by the normal approximation (S = −55)", samples(30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20), "air concentration 108-88-3: verdict=improved"},
		{"the trend must point the way of the change", samples(10, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13), "air concentration 108-88-3: verdict=held"}, // above the first, falling since
		{"not with a value below detection in the series", samples(20, 19, -18, 17, 16), "air concentration 108-88-3: verdict=held"},
		{"not across a break", func(b *book) {
			for i, level := range []float64{20, 19, 18, 17, 16} {
				b.on(fmt.Sprintf("%d-Q%d", 2025+i/4, i%4+1))
				b.air("toluene", level, method(map[bool]string{true: "A", false: "B"}[i == 0]))
			}
		}, "air concentration 108-88-3: verdict=held baseline=2025-Q2"},
		{"other indicators know no trend", func(b *book) { quarters(b, 86, 85.5, 85, 84.5, 84) }, "noise exposure: verdict=held"},
		{"the mixture does", func(b *book) {
			b.law("air concentration/toluene * 100 mg/m3 code")
			b.law("air concentration/acetone * 100 mg/m3 code")
			for i, level := range []float64{20, 19, 18, 17, 16} {
				b.on(fmt.Sprintf("%d-Q%d", 2025+i/4, i%4+1))
				b.air("toluene", level)
				b.air("acetone", level)
			}
		}, "air mixture: verdict=improved level=0.32 change=-0.08"},
	})
}

// One sample a quarter: R = 6.83.
func TestVerdictBelowDetection(t *testing.T) {
	holdAll(t, []expectation{
		{"improved for certain", samples(7, -1), "air concentration 108-88-3: verdict=improved change= gap= qualifier=< from=7"},
		{"not certain", samples(6, -1), "air concentration 108-88-3: verdict=unclear change="},
		{"worsened for certain", samples(-1, 7), "air concentration 108-88-3: verdict=worsened change= qualifier= from=1"},
		{"not certain either", samples(-1, 6), "air concentration 108-88-3: verdict=unclear"},
		{"both below", samples(-7, -1), "air concentration 108-88-3: verdict=unclear change="},
		{"below a limit that lies above the baseline", samples(1, -7), "air concentration 108-88-3: verdict=unclear"},
		{"above a baseline's limit that lies higher", samples(-7, 1), "air concentration 108-88-3: verdict=unclear"},
		{"the first one is the first", samples(-1), "air concentration 108-88-3: verdict=first baseline=2025-Q1 from=1"},
		{"one in between matters not", samples(7, -3, 1), "air concentration 108-88-3: verdict=improved change=-6"},
	})
}

package benchmark_test

import (
	"fmt"
	"testing"
)

// Sections 1 and 4: series, their baselines, where they break, and trends.

// quarters writes one noise reading a quarter from 2025-Q1 on; 0 = nothing was measured.
func quarters(b *book, levels ...float64) {
	for i, level := range levels {
		b.on(fmt.Sprintf("%d-Q%d", 2025+i/4, i%4+1))
		if level != 0 {
			b.noise(level)
		}
	}
}

func TestBaseline(t *testing.T) {
	holdAll(t, []expectation{
		{"the first quarter of a series", func(b *book) { quarters(b, 90, 0, 85) }, `2025-Q1 noise exposure: baseline=2025-Q1 from=90 verdict=first change= gap= trend=
		noise exposure: baseline=2025-Q1 from=90 change=-5 verdict=improved
		no 2025-Q2 noise exposure`},
		{"all starts from its share within", func(b *book) {
			b.law("noise exposure * 85 dB(A) code")
			quarters(b, 90, 80)
		}, `2025-Q1 noise all: baseline=2025-Q1 from=0 verdict=first
		noise all: baseline=2025-Q1 from=0 change=1 verdict=improved`},
		{"quarters without a level come before the series", func(b *book) {
			b.room("1", 20, 4, toilets(0))
			b.on("2026-Q2")
			b.room("1", 20, 4, toilets(1))
			b.on("2026-Q3")
			b.room("1", 20, 4, toilets(2))
		}, `2026-Q1 dorms toilets: level= baseline= verdict=
		2026-Q2 dorms toilets: level=4 baseline=2026-Q2 verdict=first
		dorms toilets: level=2 baseline=2026-Q2 verdict=improved`},
		{"all begins with the first share within", func(b *book) {
			b.law("noise exposure * 85 dB(A) code from=2026-04-01")
			b.noise(80)
			b.on("2026-Q2")
			b.noise(90)
		}, `2026-Q1 noise all: status=no-limit baseline= verdict=
		noise all: baseline=2026-Q2 verdict=first
		noise exposure: baseline=2026-Q1 verdict=worsened`},
		{"a later quarter without a level has no verdict", func(b *book) {
			b.law("dorms toilets * 15 persons code")
			b.room("1", 20, 4, toilets(1))
			b.on("2026-Q2")
			b.room("1", 20, 4, toilets(0))
			b.on("2026-Q3")
			b.room("1", 20, 4, toilets(1))
		}, `2026-Q2 dorms toilets: level= baseline=2026-Q1 from=4 change= verdict= gap= trend=
		dorms toilets: change=0 verdict=held`},
		{"each subject for itself", func(b *book) {
			b.light("cutting", 300)
			b.on("2026-Q2")
			b.light("cutting", 400)
			b.light("packing", 400)
		}, `light illuminance cutting: baseline=2026-Q1 verdict=improved
		light illuminance packing: baseline=2026-Q2 verdict=first`},
		{"each factory for itself", func(b *book) {
			b.noise(90)
			b.in("G", "CN-GD", "CN-GD")
			b.on("2026-Q2")
			b.noise(80)
		}, "G noise exposure: baseline=2026-Q2 verdict=first"},
	})
}

// methods writes one noise reading a quarter with the methods of its rows; "" = not said.
func methods(b *book, quarters ...[]string) {
	for i, rows := range quarters {
		b.on(fmt.Sprintf("2026-Q%d", i+1))
		for _, name := range rows {
			b.noise(90-float64(4*i), method(name))
		}
	}
}

func TestBreaks(t *testing.T) {
	holdAll(t, []expectation{
		{"another method starts anew", func(b *book) { methods(b, []string{"A"}, []string{"B"}, []string{"B"}) }, `2026-Q2 noise exposure: verdict=break baseline=2026-Q2 change= gap= trend=
		2026-Q2 noise all: verdict=
		noise exposure: verdict=improved baseline=2026-Q2 change=-4 trend=`},
		{"a method written otherwise is the same", func(b *book) { methods(b, []string{"ISO 9612"}, []string{"iso-9612"}) }, "noise exposure: verdict=improved baseline=2026-Q1"},
		{"one method in common is enough", func(b *book) { methods(b, []string{"A", "B"}, []string{"B", "C"}) }, "noise exposure: baseline=2026-Q1"},
		{"blanks do not speak", func(b *book) { methods(b, []string{"A", ""}, []string{"", "A"}, []string{""}) }, "noise exposure: baseline=2026-Q1"},
		{"they are looked through to the last that named one", func(b *book) { methods(b, []string{"A"}, []string{""}, []string{"B"}) }, `2026-Q2 noise exposure: baseline=2026-Q1
		noise exposure: verdict=break baseline=2026-Q3`},
		{"the last that named one, not any earlier", func(b *book) { methods(b, []string{"A"}, []string{"B"}, []string{"A"}) }, "noise exposure: verdict=break baseline=2026-Q3"},
		{"all breaks by the methods of all rows of the area", func(b *book) {
			b.law("light illuminance * 300 lx code")
			b.light("cutting", 400, method("A"))
			b.light("packing", 200, method("B"))
			b.on("2026-Q2")
			b.light("cutting", 400, method("B"))
			b.light("packing", 400, method("B"))
		}, `light illuminance cutting: verdict=break
		light illuminance packing: verdict=improved
		light all: verdict=improved baseline=2026-Q1`},
		{"the mixture too", func(b *book) {
			b.law("air concentration/toluene * 100 mg/m3 code")
			b.law("air concentration/acetone * 100 mg/m3 code")
			for _, name := range []string{"A", "C"} {
				b.air("toluene", 30, method(name))
				b.air("acetone", 30, method(name))
				b.air("benzene", 1, method("B"))
				b.on("2026-Q2")
			}
		}, `air concentration 108-88-3: verdict=break
		air mixture: verdict=held baseline=2026-Q1
		air all: verdict=held`},
		{"a break in a quarter without a level: the next begins the new series", func(b *book) {
			b.law("air concentration/toluene * 10 mg/m3 code")
			b.air("toluene", 5, method("A"))
			b.on("2026-Q2")
			b.air("toluene", 20, below, method("B"))
			b.on("2026-Q3")
			b.air("toluene", 5, method("B"))
		}, `2026-Q2 air all: within= verdict= baseline=
		air all: verdict=break baseline=2026-Q3`},
		{"pay breaks where the basis kept changes", func(b *book) {
			b.pay("a", 10, 3000, weekly(50))
			b.on("2026-Q2")
			b.pay("a", 10, 3600, weekly(50), gross)
			b.on("2026-Q3")
			b.pay("a", 10, 3700, weekly(50), gross)
		}, `2026-Q2 earnings minimum: verdict=break
		earnings minimum: verdict=improved baseline=2026-Q2
		earnings hours: verdict=held baseline=2026-Q1`},
		{"not where a row on another basis was left out", func(b *book) {
			b.pay("a", 10, 3000)
			b.on("2026-Q2")
			b.pay("a", 10, 3600)
			b.pay("b", 5, 3600, gross)
		}, "earnings minimum: verdict=improved baseline=2026-Q1"},
	})
}

func TestTrend(t *testing.T) {
	holdAll(t, []expectation{
		{"from three quarters, a year is four", func(b *book) { quarters(b, 90, 89, 87) }, `2025-Q2 noise exposure: trend=
		noise exposure: trend=-6`}, // slopes −4, −8 and −6
		{"missing quarters count as time", func(b *book) { quarters(b, 90, 0, 0, 0, 88, 0, 89) }, "noise exposure: trend=-0.66667"}, // −2, 2, −2/3
		{"of the unbroken series", func(b *book) { methods(b, []string{"A"}, []string{"A"}, []string{"A"}, []string{"B"}) }, `2026-Q3 noise exposure: trend=-16
		2026-Q4 noise exposure: trend= verdict=break`},
		{"of all, that of within", func(b *book) {
			b.law("light illuminance * 300 lx code")
			for i, q := range []string{"2026-Q1", "2026-Q2", "2026-Q3"} {
				b.on(q)
				b.light("cutting", 400, workers(float64(5+2*i)))
				b.light("packing", 200, workers(float64(5-2*i)))
			}
		}, "light all: trend=0.8"},
		{"none with a value below detection in the series", func(b *book) {
			for i, q := range []string{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"} {
				b.on(q)
				b.air("toluene", 5, func(r *reading) { r.Below = i == 1 })
			}
		}, "air concentration 108-88-3: trend= verdict=held"},
		{"a level that is missing is no part of it", func(b *book) {
			for _, n := range []float64{1, 2, 0, 4} {
				b.room("1", 20, 16, toilets(n))
				b.on((b.date + 92).String())
			}
		}, `2026-Q3 dorms toilets: trend=
		dorms toilets: trend=-16`}, // 16, 8, –, 4: slopes −32, −8, −16
	})
}

package benchmark_test

import "testing"

// Section 2: exposures of noise and air.

func TestPartsOfADay(t *testing.T) {
	holdAll(t, []expectation{
		{"parts with hours make one exposure", func(b *book) {
			b.noise(90, code("W"), hours(4), place("press"))
			b.noise(80, code("W"), hours(4), place("saw"))
		}, "noise exposure: level=87.404 n=1 weight=1 worst=87.404 place=W sources=1,2"},
		{"it stands for its group where it has one", func(b *book) {
			b.noise(90, code("W"), hours(4), group("pressers"))
			b.noise(80, code("W"), hours(4), group("pressers"))
		}, "noise exposure: n=1 place=pressers"},
		{"a part without hours: each row is its own", func(b *book) {
			b.noise(90, code("W"), hours(4))
			b.noise(80, code("W"))
		}, `noise exposure: level=84.771 n=2 place=here
		says hours-over-day x0`},
		{"16 hours are a day", func(b *book) {
			b.noise(90, code("W"), hours(8))
			b.noise(80, code("W"), hours(8))
		}, `noise exposure: level=90.414 n=1
		says hours-over-day x0`},
		{"16 hours in tenths are a day", func(b *book) {
			for range 20 { // 16.000000000000004 in binary
				b.noise(90, code("W"), hours(0.8))
			}
		}, "noise exposure: level=93.0103 n=1"},
		{"a quarter of an hour more is not", func(b *book) {
			b.noise(90, code("W"), hours(8))
			b.noise(80, code("W"), hours(8.25))
			b.noise(70)
		}, `noise exposure: n=1 level=70
		says hours-over-day`},
		{"more than 16 hours are left out, of one row alone too", func(b *book) {
			b.noise(90, code("W"), hours(9))
			b.noise(80, code("W"), hours(8))
			b.noise(95, code("V"), hours(17))
			b.noise(85, hours(17)) // of nobody
		}, `noise exposure: level=88.274 n=1
		says hours-over-day x2`},
		{"worker codes count within their group", func(b *book) {
			b.noise(90, code("1"), group("cutters"), hours(4))
			b.noise(90, code("1"), group("packers"), hours(4))
		}, "noise exposure: level=86.990 n=2"},
		{"another worker, day or factory is another exposure", func(b *book) {
			b.noise(90, code("W"), hours(4))
			b.noise(90, code("V"), hours(4))
			b.on("2026-01-16")
			b.noise(90, code("W"), hours(4))
			b.in("G", "CN-GD", "CN-GD")
			b.noise(90, code("W"), hours(4))
		}, `noise exposure: n=3 level=86.990
		G noise exposure: n=1`},
		{"without a worker code each row is its own", func(b *book) {
			b.noise(90, hours(4))
			b.noise(90, hours(4))
		}, "noise exposure: n=2 level=86.990"},
		{"hours that are not given are a whole day", func(b *book) { b.noise(85) }, "noise exposure: level=85"},
		{"a short part alone", func(b *book) { b.noise(85, hours(0.5)) }, "noise exposure: level=72.9588"},
		{"a worker code alone is at its location", func(b *book) { b.noise(85, code("W"), hours(8), place("press"), group("G")) }, "noise exposure: place=press"},
		{"a level at which nobody spends time is no exposure", func(b *book) {
			b.noise(110, hours(0))
			b.noise(80)
		}, `noise exposure: level=80 n=1
		says zero-hours`},
		{"air: parts of one agent", func(b *book) {
			b.air("toluene", 60, code("W"), hours(4))
			b.air("toluene", 20, code("W"), hours(2))
			b.air("acetone", 100, code("W"), hours(4))
		}, `air concentration 108-88-3: level=35 n=1 place=W
		air concentration 67-64-1: level=50 n=1 place=here`},
		{"air: divided by 8 for longer days too", func(b *book) { b.air("toluene", 40, hours(12)) }, "air concentration 108-88-3: level=60"},
		{"air: the mean is not weighted", func(b *book) {
			b.air("toluene", 10, workers(90))
			b.air("toluene", 40, workers(10))
		}, "air concentration 108-88-3: level=25 weight=100"},
		{"light: the median is not weighted, of two the mean", func(b *book) {
			b.light("cutting", 300, workers(90))
			b.light("cutting", 700, workers(5))
			b.light("cutting", 500, workers(5))
			b.light("packing", 300, workers(90))
			b.light("packing", 400, workers(10))
		}, `light illuminance cutting: level=500 unit=lx
		light illuminance packing: level=350`},
	})
}

func TestBelowDetection(t *testing.T) {
	holdAll(t, []expectation{
		{"one: the level is its detection limit", func(b *book) { b.air("toluene", 2, below, place("glue line")) }, "air concentration 108-88-3: level=2 qualifier=< worst=2 place=glue_line n=1"},
		{"all: the level is the highest of the limits", func(b *book) {
			b.air("toluene", 2, below, place("one"))
			b.air("toluene", 5, below, place("two"))
			b.air("toluene", 3, below, place("three"))
		}, "air concentration 108-88-3: level=5 qualifier=< worst=5 place=two"},
		{"some: the limit ÷ √2 enters the mean", func(b *book) {
			b.air("toluene", 2, below)
			b.air("toluene", 6)
		}, "air concentration 108-88-3: level=3.707107 qualifier= worst=6"},
		{"some: the worst is as computed", func(b *book) {
			b.air("toluene", 10, below, place("hidden"))
			b.air("toluene", 6)
		}, "air concentration 108-88-3: worst=7.071068 place=hidden"},
		{"parts all below: their limits make one", func(b *book) {
			b.air("toluene", 2, below, code("W"), hours(4))
			b.air("toluene", 6, below, code("W"), hours(4))
		}, "air concentration 108-88-3: level=4 qualifier=< n=1"},
		{"parts some below: detected", func(b *book) {
			b.air("toluene", 2, below, code("W"), hours(4))
			b.air("toluene", 6, code("W"), hours(4))
		}, "air concentration 108-88-3: level=3.707107 qualifier="},
		{"hours count in the limit too", func(b *book) { b.air("toluene", 2, below, hours(4)) }, "air concentration 108-88-3: level=1 qualifier=<"},
		{"within where the limit of detection is", func(b *book) {
			b.law("air concentration/toluene * 2 mg/m3 code")
			b.air("toluene", 2, below)
		}, `air concentration 108-88-3: within=1 status=within
		says detection-limit-above-limit x0`},
		{"above it, not judged", func(b *book) {
			b.law("air concentration/toluene * 2 mg/m3 code")
			b.air("toluene", 2.1, below, workers(5))
		}, `air concentration 108-88-3: within= status=not-judged limit=2 n=1 weight=5
		air all: status=not-judged within=
		says detection-limit-above-limit`},
		{"what is not judged enters no share", func(b *book) {
			b.law("air concentration/toluene * 2 mg/m3 code")
			b.air("toluene", 2.1, below, workers(5))
			b.air("toluene", 1, workers(3), place("b"))
			b.air("toluene", 3, workers(1), place("c"))
		}, "air concentration 108-88-3: within=0.75 n=3 weight=9 status=beyond"},
		{"it is judged by the limit, not by the limit ÷ √2", func(b *book) {
			b.law("air concentration/toluene * 2 mg/m3 code")
			b.air("toluene", 2.5, below) // ÷ √2 is 1.77
			b.air("toluene", 1)
		}, "air concentration 108-88-3: level=1.38388 within=1 qualifier="},
	})
}

package benchmark_test

import "testing"

// What is left of a day that lost a part counts only where it is beyond its limit by itself: what was lost can only add.
func TestLostPartsOfADay(t *testing.T) {
	law := func(b *book) { b.law("noise exposure CN 85 dB(A) legal") }
	holdAll(t, []expectation{
		{"what is left is beyond: 92 dB(A) for 4 h is 88.99", func(b *book) {
			law(b)
			b.noise(92, code("W"), hours(4))
			b.noise(86, code("W"), hours(3))
			b.lose()
		}, `noise exposure: level=88.990 n=1 within=0
		says day-not-whole x0`},
		{"what is left keeps the limit: 80 dB(A) for 4 h would be 76.99", func(b *book) {
			law(b)
			b.noise(70)
			b.noise(80, code("W"), hours(4))
			b.noise(99, code("W"), hours(4))
			b.lose()
		}, `noise exposure: level=70 n=1 within=1 sources=1
		says day-not-whole`},
		{"without a limit nothing is beyond", func(b *book) {
			b.noise(70)
			b.noise(120, code("W"), hours(4))
			b.noise(99, code("W"), hours(4))
			b.lose()
		}, "noise exposure: n=1"},
		{"another group, day or worker is another day", func(b *book) {
			law(b)
			b.noise(80, code("W"), hours(4), group("A"))
			b.noise(99, code("W"), hours(4), group("B"))
			b.lose()
			b.noise(99, code("V"), hours(4), group("A"))
			b.lose()
			b.on("2026-01-16")
			b.noise(99, code("W"), hours(4), group("A"))
			b.lose()
		}, "noise exposure: level=76.990 n=1"},
		{"a row without a worker code is no part of a day", func(b *book) {
			law(b)
			b.noise(80, hours(4))
			b.noise(99, hours(4))
			b.lose()
		}, "noise exposure: level=76.990 n=1"},
		{"over 16 h comes first", func(b *book) {
			law(b)
			b.noise(70)
			b.noise(92, code("W"), hours(9))
			b.noise(92, code("W"), hours(8))
			b.noise(92, code("W"), hours(1))
			b.lose()
		}, `noise exposure: n=1
		says hours-over-day
		says day-not-whole x0`},
		{"the hours of the lost row do not count", func(b *book) {
			law(b)
			b.noise(92, code("W"), hours(9))
			b.noise(92, code("W"), hours(8))
			b.lose()
		}, `noise exposure: level=92.512 n=1
		says hours-over-day x0`},
		{"where a row lacks its hours each is looked at by itself", func(b *book) {
			law(b)
			b.noise(80, code("W"))           // a whole day of its own
			b.noise(92, code("W"), hours(4)) // 88.99: beyond
			b.noise(80, code("W"), hours(4)) // 76.99: left out
			b.noise(80, code("W"), hours(4))
			b.lose()
		}, `noise exposure: n=2 worst=88.990
		says day-not-whole`},
		{"a lost row of zero hours is none", func(b *book) {
			law(b)
			b.noise(80, code("W"), hours(4))
			b.noise(99, code("W"), hours(0))
			b.lose()
		}, "noise exposure: level=76.990 n=1"},
		{"of air, by agent", func(b *book) {
			b.law("air concentration/toluene * 50 mg/m3 code")
			b.law("air concentration/acetone * 300 mg/m3 code")
			b.air("toluene", 40, code("W"), hours(4)) // 20: left out
			b.air("acetone", 40, code("W"), hours(4)) // 20
			b.air("toluene", 40, code("W"), hours(4))
			b.lose()
		}, `no air concentration 108-88-3
		air concentration 67-64-1: level=20
		air all: n=1 within= status=not-judged`},
		{"at the reported period what was left out is no reading", func(b *book) {
			law(b)
			b.noise(80)
			b.on("2026-Q2")
			b.noise(80, code("W"), hours(4))
			b.noise(80, code("W"), hours(4))
			b.lose()
		}, `2026-Q2 noise all: n=1 status=within measured=2026-01-15 verdict=
		no 2026-Q2 noise exposure`},
	})
}

func TestPartsWithoutWorker(t *testing.T) {
	holdAll(t, []expectation{
		{"hours of one place and day that add up to a day", func(b *book) {
			b.noise(80, hours(4))
			b.noise(85, hours(3))
		}, "says parts-without-worker"},
		{"of another place, day or agent, or a whole day", func(b *book) {
			b.noise(80, hours(4))
			b.noise(80, hours(4), place("there"))
			b.noise(80, hours(4), group("G"))
			b.noise(80, hours(8), place("press"))
			b.noise(80, hours(4), place("press"))
			b.air("toluene", 1, hours(4))
			b.air("acetone", 1, hours(4))
		}, "says parts-without-worker x0"},
		{"more than 16 h", func(b *book) {
			b.noise(80, hours(6))
			b.noise(80, hours(6))
			b.noise(80, hours(6))
		}, "says parts-without-worker x0"},
	})
}

// The place of an exposure never hangs on the order of rows.
func TestPlaceOfAnExposure(t *testing.T) {
	twice := func(first, second string) func(b *book) {
		return func(b *book) {
			b.law("air concentration/toluene * 100 mg/m3 code")
			b.law("air concentration/acetone * 100 mg/m3 code")
			b.law("air mixture * 1 1 code")
			b.air("toluene", 100, code("W"), hours(4), place(first))
			b.air("toluene", 20, code("W"), hours(4), place(second)) // 60
			b.air("acetone", 30, code("W"), hours(8), place(first))
		}
	}
	want := `air mixture: level=0.9 n=1 place=W
	air all: n=1`
	holdAll(t, []expectation{
		{"who moved is a place", twice("a", "b"), want},
		{"whatever comes first", twice("b", "a"), want},
		{"the group goes before", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal")
			b.noise(90, code("W"), hours(4), place("a"), group("G"))
			b.noise(90, code("W"), hours(4), place("b"), group("G"))
		}, "noise exposure: place=G n=1"},
	})
}

// Solvents of a place that was measured in part: no index, and no place that is within.
func TestLostSolvents(t *testing.T) {
	solvents := func(b *book) {
		b.law("air concentration/toluene * 50 mg/m3 code")
		b.law("air concentration/n-hexane * 100 mg/m3 code")
		b.law("air concentration/acetone * 300 mg/m3 code")
		b.law("air mixture * 1 1 code")
	}
	holdAll(t, []expectation{
		{"no index where a solvent was lost", func(b *book) {
			solvents(b)
			b.air("toluene", 10)
			b.air("n-hexane", 10)
			b.air("acetone", 10)
			b.lose()
		}, `no air mixture
		air all: n=1 within= status=not-judged
		says mixture-not-whole`},
		{"of two solvents one was lost", func(b *book) {
			solvents(b)
			b.air("toluene", 10)
			b.air("acetone", 10)
			b.lose()
		}, `air all: status=not-judged
		says mixture-not-whole`},
		{"one that is above 1 by itself stands: 40/50 + 30/100", func(b *book) {
			solvents(b)
			b.air("toluene", 40)
			b.air("n-hexane", 30)
			b.air("acetone", 10)
			b.lose()
		}, `air mixture: level=1.1 status=beyond
		air all: within=0
		says mixture-not-whole x0`},
		{"a lost sample of the only solvent is no mixture", func(b *book) {
			solvents(b)
			b.air("toluene", 10)
			b.air("toluene", 10)
			b.lose()
		}, `air all: within=1
		says mixture-not-whole x0`},
		{"another place, day, or an agent that is no solvent or has no limit", func(b *book) {
			solvents(b)
			b.law("air concentration/benzene * 1 mg/m3 code")
			b.air("toluene", 10)
			b.air("n-hexane", 10)
			b.air("acetone", 10, place("there"))
			b.lose()
			b.air("benzene", 10)
			b.lose()
			b.air("styrene", 10)
			b.lose()
			b.on("2026-01-16")
			b.air("acetone", 10)
			b.lose()
		}, `air mixture: level=0.3
		air all: within=1`},
		{"over 16 h is lost too, but a place is not open for that alone", func(b *book) {
			solvents(b)
			b.air("toluene", 10)
			b.air("n-hexane", 10)
			b.air("acetone", 10, code("W"), hours(17))
			b.on("2026-01-16")
			b.air("toluene", 10)
			b.air("toluene", 10, code("W"), hours(17))
		}, `no air mixture
		air all: n=2 within=1 weight=2
		says mixture-not-whole
		says hours-over-day x2`},
		{"an area sample beside a personal one is not missed", func(b *book) {
			solvents(b)
			b.air("toluene", 10, personal)
			b.air("n-hexane", 10, personal)
			b.air("n-hexane", 10, areaSample)
			b.lose()
		}, "air mixture: level=0.3"},
	})
}

package benchmark_test

import (
	"testing"

	"plimsoll/report/benchmark"
)

// Section 3: status, worst and its place, limit of the latest reading, rows that are carried.

func TestStatus(t *testing.T) {
	holdAll(t, []expectation{
		{"within, beyond", func(b *book) {
			b.law("noise exposure * 85 dB(A) code")
			b.law("light illuminance * 300 lx code")
			b.noise(80)
			b.light("cutting", 299)
		}, `noise exposure: status=within within=1
		noise all: status=within
		light illuminance cutting: status=beyond within=0
		light all: status=beyond`},
		{"no limit applies to any reading", func(b *book) { b.noise(80) }, `noise exposure: status=no-limit within= limit= kind= level=80
		noise all: status=no-limit within=
		says no-limit`},
		{"one limit is enough", func(b *book) {
			b.law("light illuminance/cutting * 300 lx code")
			b.light("cutting", 400)
			b.light("storage", 20)
		}, "light all: status=within within=1 n=2"},
		{"a limit applies and nothing could be judged", func(b *book) {
			b.law("air concentration/toluene * 1 mg/m3 code")
			b.air("toluene", 2, below)
			b.air("acetone", 2)
		}, `air concentration 108-88-3: status=not-judged
		air all: status=not-judged n=1`},
		{"never measured: a row without figures", func(b *book) { b.noise(80) }, `light all: status=not-measured n= weight= within= measured= peers= baseline= sources=
		air all: status=not-measured
		dorms all: status=not-measured
		earnings all: status=not-measured
		no light illuminance`},
		{"no-limit is said of the reported period only", func(b *book) {
			b.noise(80)
			b.on("2026-Q2")
			b.light("cutting", 300)
		}, "says no-limit"},
	})
}

func TestCarriedRows(t *testing.T) {
	measured := func(b *book) {
		b.law("noise exposure * 85 dB(A) code")
		b.on("2024-Q4")
		b.noise(80, workers(30))
		b.on("2025-Q1")
		b.noise(80, workers(30))
		b.noise(90, workers(10))
	}
	holdAll(t, []expectation{
		{"the last quarter's all, with its date and status", func(b *book) {
			measured(b)
			b.report("2025-Q2")
		}, `noise all: n=2 weight=40 within=0.75 measured=2025-01-15 status=beyond change= verdict= baseline= from= gap= trend= peers= median=
		no noise exposure
		2025-Q1 noise all: verdict=worsened peers=0`},
		{"four quarters back", func(b *book) {
			measured(b)
			b.report("2026-Q1")
		}, "noise all: status=beyond within=0.75"},
		{"more than four quarters back it is stale", func(b *book) {
			measured(b)
			b.report("2026-Q2")
		}, "noise all: status=stale within=0.75 n=2 weight=40 measured=2025-01-15"},
		{"what could not be judged", func(b *book) {
			b.law("air concentration/toluene * 1 mg/m3 code")
			b.air("toluene", 2, below)
			b.report("2026-Q2")
		}, "air all: status=not-judged within= n=1"},
		{"not where the reported quarter has readings", func(b *book) {
			measured(b)
			b.on("2025-Q3")
			b.noise(70)
		}, "noise all: within=1 n=1 verdict=held"},
		{"each factory for itself", func(b *book) {
			measured(b)
			b.in("G", "VN", "VN-I")
			b.on("2025-Q2")
			b.noise(70)
		}, `noise all: status=beyond measured=2025-01-15
		G noise all: status=within
		G light all: status=not-measured`},
	})
}

func TestWorst(t *testing.T) {
	holdAll(t, []expectation{
		{"the highest where less is better", func(b *book) {
			b.noise(80, place("a"))
			b.noise(90, place("b"))
			b.noise(85, place("c"))
		}, "noise exposure: worst=90 place=b"},
		{"the lowest where more is better", func(b *book) {
			b.light("cutting", 500, place("a"))
			b.light("cutting", 300, place("b"))
		}, "light illuminance cutting: worst=300 place=b"},
		{"of equal ones the first row", func(b *book) {
			b.noise(90, place("a"))
			b.noise(90, place("b"))
		}, "noise exposure: worst=90 place=a"},
		{"though it was measured later", func(b *book) {
			b.on("2026-03-01")
			b.noise(90, place("a"))
			b.on("2026-02-01")
			b.noise(90, place("b"))
		}, "noise exposure: place=a"},
		{"judged or not", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal basis=gross")
			b.pay("a", 10, 2400)
			b.pay("b", 10, 2600)
		}, "earnings minimum: within=1 worst=2400 place=a_2026-01"},
		{"none for all", func(b *book) { b.noise(90, place("a")) }, "noise all: worst= place= level= unit= limit="},
		{"building and room", func(b *book) {
			b.room("12", 20, 4, building("North"))
			b.room("7", 20, 8)
		}, `dorms space: worst=2.5 place=7
		dorms occupancy: place=7`},
	})
}

func TestLimitIsThatOfTheLatestReading(t *testing.T) {
	holdAll(t, []expectation{
		{"by date, not by row", func(b *book) {
			b.law("noise exposure CN 90 dB(A) legal to=2026-01-31")
			b.law("noise exposure CN 85 dB(A) legal from=2026-02-01")
			b.on("2026-02-15")
			b.noise(80)
			b.on("2026-01-15")
			b.noise(80)
		}, "noise exposure: limit=85 measured=2026-02-15"},
		{"which may have none", func(b *book) {
			b.law("noise exposure CN 90 dB(A) legal to=2026-01-31")
			b.noise(80)
			b.on("2026-02-15")
			b.noise(80)
		}, "noise exposure: limit= within=1"},
		{"by the hour, times the mean of the ordinary hours", func(b *book) {
			b.law("earnings minimum CN 10 CNY/h legal")
			b.pay("a", 10, 3000, ordinary(160))
			b.pay("b", 10, 3000, ordinary(170))
		}, "earnings minimum: limit=1650"},
	})
}

// A place counts once, with its largest weight, and stands beyond if any of its readings does.
func TestPeople(t *testing.T) {
	b := newBook(t)
	b.law("noise exposure * 85 dB(A) code")
	b.noise(80, place("press"), workers(10))
	b.noise(90, place("press"), workers(12))
	b.noise(80, place("saw"), workers(5))
	b.on("2026-02-01")
	b.noise(80, place("saw"), workers(7))
	results, _ := b.compare()
	for _, r := range results {
		if r.Area.ID != "noise" {
			continue
		}
		if within, beyond, unjudged := benchmark.People(r.Units); within != 7 || beyond != 12 || unjudged != 0 || !r.CountsPeople {
			t.Errorf("%s: %v within, %v beyond, %v unjudged", r.IndicatorID(), within, beyond, unjudged)
		}
	}
}

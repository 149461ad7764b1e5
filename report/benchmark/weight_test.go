package benchmark_test

import "testing"

// Section 1: quarters, weights, repeats and samples.

func TestQuarters(t *testing.T) {
	holdAll(t, []expectation{
		{"a reading belongs to the quarter of its date", func(b *book) {
			b.on("2026-03-31")
			b.noise(80)
			b.on("2026-04-01")
			b.noise(90)
		}, `2026-Q1 noise exposure: level=80 n=1 measured=2026-03-31
		2026-Q2 noise exposure: level=90 n=1 measured=2026-04-01`},
		{"the year may start in April", func(b *book) {
			b.data.Programme.YearStarts = 4
			b.on("2026-03-31")
			b.noise(80)
			b.on("2026-12-31")
			b.noise(90)
		}, `2025-Q4 noise exposure: level=80
		2026-Q3 noise exposure: level=90`},
		{"pay is dated on the first day of its month", func(b *book) {
			b.law("earnings minimum CN 3000 CNY legal to=2026-01-31")
			b.law("earnings minimum CN 3500 CNY legal from=2026-02-01")
			b.on("2026-01-31")
			b.pay("sewers", 10, 3200)
			b.on("2026-02-28")
			b.pay("sewers", 10, 3200)
		}, "earnings minimum: limit=3500 within=0.5 measured=2026-02-01"},
		{"one cell for all rows of factory, quarter, area, indicator and subject", func(b *book) {
			b.light("cutting", 300)
			b.on("2026-03-01")
			b.light("cutting", 500)
			b.light("stitching", 700)
			b.in("G", "CN-GD", "CN-GD")
			b.light("cutting", 900)
		}, `light illuminance cutting: level=400 n=2 sources=1,2
		light illuminance stitching: level=700 n=1 sources=3
		light all: n=3 sources=1,2,3
		G light illuminance cutting: level=900 n=1 sources=4`},
	})
}

func TestWeights(t *testing.T) {
	holdAll(t, []expectation{
		{"all rows give their workers", func(b *book) {
			b.noise(80, workers(30))
			b.noise(95, workers(10))
		}, `noise exposure: level=89.373 weight=40 n=2
		noise all: weight=40
		says missing-workers x0`},
		{"no row gives its workers", func(b *book) {
			b.noise(80)
			b.noise(95)
		}, `noise exposure: level=92.125 weight=2
		says missing-workers x0`},
		{"some rows give their workers: every row counts 1", func(b *book) {
			b.noise(80, workers(30))
			b.noise(95)
		}, `noise exposure: level=92.125 weight=2
		says missing-workers`},
		{"for all, the cell is all rows of the area", func(b *book) {
			b.law("light illuminance * 500 lx code")
			b.light("cutting", 600, workers(30))
			b.light("cutting", 400, workers(10))
			b.light("packing", 400)
		}, `light illuminance cutting: weight=40 within=0.75
		light illuminance packing: weight=1 within=0
		light all: weight=3 within=0.333`},
		{"for the mixture too", func(b *book) {
			b.law("air concentration/toluene * 100 mg/m3 code")
			b.law("air concentration/acetone * 100 mg/m3 code")
			b.air("toluene", 30, workers(12))
			b.air("acetone", 30, workers(8))
			b.air("benzene", 1, place("elsewhere"))
		}, `air concentration 108-88-3: weight=12
		air mixture: weight=1
		air all: weight=2`},
		{"rooms weigh by their occupants", func(b *book) {
			b.law("dorms space * 4 m2 code")
			b.room("1", 30, 6)
			b.room("2", 30, 10)
		}, `dorms space: weight=16 within=0.375
		dorms all: weight=16 within=0.375`},
		{"an exposure of several rows has the largest of their weights", func(b *book) {
			b.noise(90, code("W"), hours(4), workers(5))
			b.noise(80, code("W"), hours(4), workers(12))
			b.noise(70, workers(4))
		}, "noise exposure: level=86.1805 n=2 weight=16"},
		{"wherever it stands", func(b *book) {
			b.noise(90, code("W"), hours(4), workers(12))
			b.noise(80, code("W"), hours(4), workers(5))
		}, "noise exposure: weight=12"},
	})
}

func TestRoomsMeasuredAgain(t *testing.T) {
	holdAll(t, []expectation{
		{"the latest row counts", func(b *book) {
			b.on("2026-03-01")
			b.room("1", 20, 4)
			b.on("2026-02-01")
			b.room("1", 20, 8)
		}, `dorms space: level=5 n=1 weight=4 sources=1
		dorms all: n=1
		says room-again`},
		{"on one day the later row", func(b *book) {
			b.room("1", 20, 4)
			b.room("1", 20, 8)
		}, "dorms space: level=2.5 n=1 weight=8 sources=2"},
		{"of another building it is another room", func(b *book) {
			b.room("1", 20, 4, building("A"))
			b.room("1", 20, 4, building("B"))
		}, "dorms space: n=2 weight=8"},
		{"in another quarter it is another reading", func(b *book) {
			b.room("1", 20, 4)
			b.on("2026-Q2")
			b.room("1", 20, 5)
		}, `2026-Q1 dorms space: level=5
		2026-Q2 dorms space: level=4`},
		{"the latest row may find it empty", func(b *book) {
			b.room("1", 20, 4)
			b.room("2", 20, 4)
			b.on("2026-02-01")
			b.room("1", 20, 0)
		}, "dorms space: n=1 weight=4 sources=2"},
	})
}

func TestEmptyRooms(t *testing.T) {
	holdAll(t, []expectation{
		{"they enter no indicator", func(b *book) {
			b.room("1", 20, 4)
			b.room("2", 90, 0)
		}, `dorms space: level=5 n=1 sources=1
		dorms occupancy: level=4 n=1
		dorms all: n=1 weight=4 sources=1
		says empty-room`},
		{"but their toilets and showers count for their building", func(b *book) {
			b.room("1", 20, 12, building("A"), toilets(1), showers(1))
			b.room("2", 20, 0, building("A"), toilets(2), showers(3))
		}, `dorms toilets: level=4 n=1 weight=12 sources=1,2
		dorms showers: level=3 n=1
		dorms space: sources=1
		dorms all: n=1 sources=1,2`},
		{"only empty rooms: nothing was measured", func(b *book) { b.room("2", 90, 0, toilets(2)) }, `dorms all: status=not-measured n= weight=
		no dorms space
		no dorms toilets`},
	})
}

func TestPersonalAndAreaSamples(t *testing.T) {
	lines := func(b *book) {
		b.law("air concentration/toluene * 100 mg/m3 code")
		b.law("air concentration/acetone * 100 mg/m3 code")
	}
	holdAll(t, []expectation{
		{"area samples are left out beside personal ones", func(b *book) {
			lines(b)
			b.air("toluene", 20, personal, workers(4), method("tube"))
			b.air("toluene", 200, areaSample, method("pump"))
		}, `air concentration 108-88-3: level=20 n=1 within=1 sources=1
		air all: n=1 within=1 weight=4 sources=1
		says area-sample`},
		{"of the weights and methods of the area too", func(b *book) {
			lines(b)
			b.air("toluene", 20, personal, workers(4), method("tube"))
			b.on("2026-Q2")
			b.air("toluene", 20, personal, workers(4), method("pump"))
			b.air("toluene", 20, areaSample, method("tube")) // without workers
		}, `2026-Q2 air concentration 108-88-3: weight=4 verdict=break
		2026-Q2 air all: weight=4 verdict=break
		says missing-workers x0`},
		{"of one agent only", func(b *book) {
			lines(b)
			b.air("toluene", 20, personal)
			b.air("acetone", 30, areaSample)
		}, `air concentration 108-88-3: level=20
		air concentration 67-64-1: level=30
		says area-sample x0`},
		{"of one quarter only", func(b *book) {
			lines(b)
			b.air("toluene", 20, personal)
			b.on("2026-Q2")
			b.air("toluene", 30, areaSample)
		}, "2026-Q2 air concentration 108-88-3: level=30 n=1"},
		{"rows that do not say stay beside personal ones", func(b *book) {
			lines(b)
			b.air("toluene", 20, personal)
			b.air("toluene", 40)
		}, "air concentration 108-88-3: level=30 n=2"},
		{"without personal ones they count", func(b *book) {
			lines(b)
			b.air("toluene", 20, areaSample)
			b.air("toluene", 40)
		}, "air concentration 108-88-3: level=30 n=2"},
	})
}

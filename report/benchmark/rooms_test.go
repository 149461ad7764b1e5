package benchmark_test

import "testing"

// Section 2: dormitories.

func TestRooms(t *testing.T) {
	holdAll(t, []expectation{
		{"space is Σ floor area ÷ Σ occupants", func(b *book) {
			b.law("dorms space * 4 m2 code")
			b.room("1", 20, 4, building("A"))
			b.room("2", 30, 11, building("A"))
		}, "dorms space: level=3.33333 n=2 weight=15 within=0.26667 worst=2.72727 place=A_2 unit=m2"},
		{"occupancy is Σ occupants ÷ rooms with occupants", func(b *book) {
			b.law("dorms occupancy * 8 persons code")
			b.room("1", 20, 4)
			b.room("2", 30, 11)
			b.room("3", 30, 0)
		}, "dorms occupancy: level=7.5 n=2 weight=15 within=0.26667 worst=11 place=2 unit=persons"},
	})
}

func TestBuildings(t *testing.T) {
	lines := func(b *book) {
		b.law("dorms toilets * 15 persons code")
		b.law("dorms showers * 15 persons code")
	}
	holdAll(t, []expectation{
		{"numbers are added up per building", func(b *book) {
			lines(b)
			b.room("1", 20, 12, building("A"), toilets(1))
			b.room("2", 20, 12, building("A"), toilets(1))
			b.room("1", 20, 20, building("B"), toilets(1))
		}, "dorms toilets: level=14.66667 n=2 weight=44 within=0.54545 worst=20 place=B unit=persons"},
		{"given in some rows of a building only", func(b *book) {
			lines(b)
			b.room("1", 20, 12, building("A"), toilets(2))
			b.room("2", 20, 12, building("A"))
		}, "dorms toilets: level=12 n=1 weight=24 within=1 sources=1,2"},
		{"a building that gives none does not count", func(b *book) {
			lines(b)
			b.room("1", 20, 12, building("A"), toilets(1))
			b.room("1", 20, 50, building("B"))
		}, `dorms toilets: level=12 n=1 weight=12
		dorms space: n=2
		no dorms showers`},
		{"no building named is one building", func(b *book) {
			lines(b)
			b.room("1", 20, 12, showers(1))
			b.room("2", 20, 12, showers(1))
		}, "dorms showers: level=12 n=1 place="},
		{"none at all is beyond any limit", func(b *book) {
			lines(b)
			b.room("1", 20, 12, building("A"), toilets(0))
			b.room("1", 20, 28, building("B"), toilets(2))
		}, "dorms toilets: level=20 n=2 weight=40 within=0.7 worst= place=A status=beyond"},
		{"none in any building: no level", func(b *book) {
			lines(b)
			b.room("1", 20, 12, building("B"), toilets(0))
			b.room("1", 20, 4, building("A"), toilets(0))
		}, "dorms toilets: level= n=2 weight=16 within=0 worst= place=B status=beyond verdict= baseline="},
		{"without a limit none at all is not judged", func(b *book) {
			b.room("1", 20, 12, building("A"), toilets(0))
		}, "dorms toilets: level= within= worst= place=A status=no-limit"},
		{"a building without occupants has no say", func(b *book) {
			lines(b)
			b.room("1", 20, 30, building("A"), toilets(2))
			b.room("1", 20, 0, building("B"), toilets(9))
		}, "dorms toilets: level=15 n=1 weight=30 sources=1"},
		{"the limit of its latest day", func(b *book) {
			b.law("dorms toilets * 15 persons code to=2026-01-31")
			b.law("dorms toilets * 5 persons code from=2026-02-01")
			b.room("1", 20, 5, toilets(1))
			b.on("2026-02-15")
			b.room("2", 20, 5)
		}, "dorms toilets: level=10 limit=5 within=0 measured=2026-02-15"},
	})
}

func TestDormsAll(t *testing.T) {
	lines := func(b *book) {
		b.law("dorms space * 4 m2 code")
		b.law("dorms toilets * 15 persons code")
		b.law("dorms showers * 15 persons code")
	}
	holdAll(t, []expectation{
		{"a room is within if everything judged there is", func(b *book) {
			lines(b)
			b.room("1", 40, 10, building("A"), toilets(2), showers(2))
			b.room("2", 20, 10, building("A")) // 2 m2
			b.room("1", 80, 20, building("B"), toilets(1), showers(2))
		}, "dorms all: n=3 weight=40 within=0.25"},
		{"no toilet at all puts the whole building beyond", func(b *book) {
			lines(b)
			b.room("1", 40, 10, building("A"), toilets(0))
			b.room("2", 40, 10, building("A"))
			b.room("1", 40, 10, building("B"))
		}, "dorms all: n=3 within=0.33333"},
		{"a target is no limit", func(b *book) {
			b.law("dorms space * 4 m2 target")
			b.law("dorms occupancy * 8 persons code")
			b.room("1", 10, 5)
		}, `dorms space: within=0 kind=target
		dorms all: within=1`},
	})
}

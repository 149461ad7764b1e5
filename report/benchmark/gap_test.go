package benchmark_test

import "testing"

// Section 4: the share of the baseline's distance to the limit that has been closed.
func TestGapClosed(t *testing.T) {
	line := func(then func(*book)) func(*book) {
		return func(b *book) {
			b.law("noise exposure * 85 dB(A) code")
			b.law("light illuminance * 300 lx code")
			b.law("dorms toilets * 15 persons code")
			then(b)
		}
	}
	lux := func(b *book, v float64) { b.light("cutting", v) }
	share := func(b *book, v float64) {
		b.light("cutting", 400, workers(v))
		b.light("packing", 200, workers(100-v))
	}
	holdAll(t, []expectation{
		{"a part of it", line(two(95, 91, quiet)), "noise exposure: gap=0.4 change=-4"},
		{"all of it: at the limit", line(two(95, 85, quiet)), "noise exposure: gap=1"},
		{"more than that", line(two(95, 80, quiet)), "noise exposure: gap=1.5"},
		{"it grew", line(two(90, 91, quiet)), "noise exposure: gap=-0.2"},
		{"it stands", line(two(90, 90, quiet)), "noise exposure: gap=0 verdict=held"},
		{"where more is better", line(two(200, 260, lux)), "light illuminance cutting: gap=0.6"},
		{"where more is better and it fell", line(two(200, 150, lux)), "light illuminance cutting: gap=-0.5"},
		{"none where the baseline kept the limit", line(two(80, 90, quiet)), "noise exposure: gap= verdict=worsened"},
		{"none where it stood at the limit", line(two(85, 90, quiet)), "noise exposure: gap="},
		{"none without a limit", two(95, 80, quiet), "noise exposure: gap="},
		{"all: of what was not within", line(two(20, 60, share)), "light all: gap=0.5 change=0.4"},
		{"all: it grew", line(two(20, 0, share)), "light all: gap=-0.25"},
		{"all: everything", line(two(20, 100, share)), "light all: gap=1"},
		{"all: none where everything was within", line(two(100, 50, share)), "light all: gap= change=-0.5"},
		{"by the row's own limit", func(b *book) {
			b.law("noise exposure CN 90 dB(A) legal to=2026-03-31")
			b.law("noise exposure CN 85 dB(A) legal from=2026-04-01")
			two(95, 91, quiet)(b)
		}, "noise exposure: gap=0.4 limit=85"},
		{"none where the baseline kept the limit of its own time", func(b *book) {
			b.law("noise exposure CN 90 dB(A) legal to=2026-03-31")
			b.law("noise exposure CN 85 dB(A) legal from=2026-04-01")
			two(88, 86, quiet)(b)
		}, "noise exposure: gap= limit=85"},
		{"none where the baseline keeps the limit of today", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal to=2026-03-31")
			b.law("noise exposure CN 90 dB(A) legal from=2026-04-01")
			two(88, 86, quiet)(b)
		}, "noise exposure: gap= limit=90"},
		{"none where the baseline had no limit", func(b *book) {
			b.law("noise exposure CN 85 dB(A) legal from=2026-04-01")
			two(95, 91, quiet)(b)
		}, "noise exposure: gap= limit=85"},
		{"none where the limit is in another currency", func(b *book) {
			b.law("earnings minimum CN 4000 USD legal")
			two(2000, 3000, func(b *book, v float64) { b.pay("a", 10, v) })(b)
		}, "earnings minimum: gap= limit=4000 verdict=improved"},
		{"none with a level below detection", func(b *book) {
			b.law("air concentration/toluene * 2 mg/m3 code")
			samples(7, -1)(b)
		}, "air concentration 108-88-3: gap= verdict=improved"},
		{"none in the first quarter and at a break", line(func(b *book) { methods(b, []string{"A"}, []string{"B"}) }), `2026-Q1 noise exposure: gap=
		noise exposure: gap= verdict=break`},
		{"none where a level is missing", line(func(b *book) {
			b.room("1", 20, 20, toilets(1))
			b.on("2026-Q2")
			b.room("1", 20, 20, toilets(0))
		}), "dorms toilets: gap= change="},
	})
}

package benchmark_test

import "testing"

// Sections 2 and 3: earnings.

func TestPay(t *testing.T) {
	holdAll(t, []expectation{
		{"minimum: the worker-weighted median of regular pay", func(b *book) {
			b.pay("a", 10, 4000)
			b.pay("b", 30, 5000)
			b.pay("c", 20, 9000)
		}, "earnings minimum: level=5000 unit=CNY n=3 weight=60 worst=4000 place=a_2026-01"},
		{"the smallest value at which half is reached", func(b *book) {
			b.pay("a", 30, 4000)
			b.pay("b", 30, 5000)
		}, "earnings minimum: level=4000"},
		{"hours: the worker-weighted mean", func(b *book) {
			b.pay("a", 10, 4000, weekly(60))
			b.pay("b", 30, 4000, weekly(50))
		}, "earnings hours: level=52.5 unit=h n=2 weight=40 worst=60 place=a_2026-01"},
		{"a row without hours enters no hours", func(b *book) {
			b.pay("a", 10, 4000, weekly(60))
			b.pay("b", 30, 4000)
		}, `earnings hours: level=60 n=1 weight=10 sources=1
		earnings minimum: n=2`},
		{"no hours at all", func(b *book) { b.pay("a", 10, 4000) }, "no earnings hours"},
		{"people are counted once, though they are paid every month", func(b *book) {
			for _, month := range []string{"2026-01-01", "2026-02-01", "2026-03-01"} {
				b.on(month)
				b.pay("a", 10, 4000, weekly(60))
				b.pay("b", 20, 4000)
			}
		}, `earnings minimum: weight=30 n=6
		earnings hours: weight=10 n=3
		earnings all: weight=30 n=6`},
		{"months that are there, not three", func(b *book) {
			b.pay("a", 10, 4000)
			b.on("2026-03-01")
			b.pay("a", 20, 4000)
		}, "earnings minimum: weight=15"},
	})
}

func TestPayIsJudgedByRow(t *testing.T) {
	lines := func(b *book) {
		b.law("earnings minimum CN 2500 CNY legal")
		b.law("earnings living CN 5000 CNY target")
		b.law("earnings hours * 60 h code")
	}
	holdAll(t, []expectation{
		{"minimum by the lowest pay where given, else by the average", func(b *book) {
			lines(b)
			b.pay("a", 10, 3000, lowest(2400))
			b.pay("b", 30, 2600)
		}, "earnings minimum: within=0.75 level=2600 worst=2400 place=a_2026-01"},
		{"hours by the longest week where given", func(b *book) {
			lines(b)
			b.pay("a", 10, 3000, weekly(55), longest(66))
			b.pay("b", 30, 3000, weekly(58))
		}, "earnings hours: within=0.75 level=57.25 worst=66 place=a_2026-01"},
		{"living by regular pay", func(b *book) {
			lines(b)
			b.pay("a", 10, 5000, lowest(2400))
			b.pay("b", 30, 4000)
		}, "earnings living: within=0.25 level=4000 worst=4000 place=b_2026-01 kind=target limit=5000"},
		{"all: minimum and hours, whichever are judged", func(b *book) {
			lines(b)
			b.pay("a", 10, 3000, weekly(50))
			b.pay("b", 10, 2000, weekly(50))
			b.pay("c", 10, 3000, weekly(70))
			b.pay("d", 10, 3000)
		}, `earnings all: within=0.5 n=4
		earnings living: within=0`},
		{"all: a living wage that is no target is not asked either", func(b *book) {
			b.law("earnings living CN 5000 CNY code")
			b.pay("a", 10, 3000)
		}, `earnings living: within=0 status=beyond
		earnings all: within= status=no-limit`},
		{"living is written only where a limit governs", func(b *book) {
			b.law("earnings living VN 5000 CNY target")
			b.pay("a", 10, 3000)
		}, `no earnings living
		earnings minimum: status=no-limit`},
		{"by wage region, hours by region", func(b *book) {
			b.law("earnings minimum CN-GD 2500 CNY legal")
			b.law("earnings minimum CN-ZJ-1 2700 CNY legal")
			b.law("earnings hours CN-GD 60 h legal")
			b.law("earnings hours CN-ZJ-1 40 h legal")
			b.in("G", "CN-GD-Dongguan", "CN-ZJ-1")
			b.pay("a", 10, 2600, weekly(50))
		}, `G earnings minimum: limit=2700 within=0
		G earnings hours: limit=60 within=1`},
	})
}

func TestPayIsNeverMixed(t *testing.T) {
	holdAll(t, []expectation{
		{"another currency than most workers have is left out", func(b *book) {
			b.pay("a", 10, 4000)
			b.pay("b", 4, 500, currency("USD"))
			b.pay("c", 5, 600, currency("USD"))
		}, `earnings minimum: level=4000 unit=CNY n=1 weight=10 sources=1
		says currency-mismatch x2`},
		{"by workers, not by rows", func(b *book) {
			b.pay("a", 10, 4000)
			b.pay("b", 8, 500, currency("USD"))
			b.pay("c", 5, 600, currency("USD"))
		}, "earnings minimum: level=500 unit=USD n=2"},
		{"the basis with fewer workers is left out", func(b *book) {
			b.pay("a", 10, 4000)
			b.pay("b", 11, 5000, gross)
		}, `earnings minimum: level=5000 n=1 weight=11 sources=2
		says basis-mismatch`},
		{"a tie keeps net", func(b *book) {
			b.pay("b", 10, 5000, gross)
			b.pay("a", 10, 4000)
		}, "earnings minimum: level=4000 sources=2"},
		{"gross alone is kept", func(b *book) { b.pay("b", 10, 5000, gross) }, `earnings minimum: level=5000
		says basis-mismatch x0`},
		{"the currency is settled first", func(b *book) {
			b.pay("a", 10, 4000)
			b.pay("b", 8, 5000, gross)
			b.pay("c", 9, 800, gross, currency("USD"))
		}, "earnings minimum: level=4000 n=1"},
		{"hours keep every row, and in all the pay left out is not judged", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal")
			b.law("earnings hours * 60 h code")
			b.pay("a", 20, 3000, weekly(50))
			b.pay("b", 10, 100, gross, weekly(50))
			b.pay("c", 10, 100, currency("USD"), weekly(70))
		}, `earnings minimum: n=1 within=1
		earnings hours: n=3 level=55 within=0.75
		earnings all: n=3 weight=40 within=0.667`},
	})
}

func TestPayLimitsByTheHour(t *testing.T) {
	holdAll(t, []expectation{
		{"times the ordinary hours of the row", func(b *book) {
			b.law("earnings minimum CN 10 CNY/h legal")
			b.pay("a", 10, 1600, ordinary(160))
			b.pay("b", 10, 1600, ordinary(170))
		}, "earnings minimum: within=0.5 limit=1650"},
		{"times 173.33 where they are blank", func(b *book) {
			b.law("earnings minimum CN 10 CNY/h legal")
			b.pay("a", 10, 1733.3)
			b.pay("b", 10, 1733.2)
		}, "earnings minimum: within=0.5 limit=1733.3"},
		{"the stricter of law and code by the month of the row", func(b *book) {
			b.law("earnings minimum CN 10 CNY/h legal")
			b.law("earnings minimum * 1650 CNY code")
			b.pay("a", 10, 1640, ordinary(160)) // 1600 by law
			b.pay("b", 10, 1660, ordinary(170)) // 1700 by law
		}, "earnings minimum: within=0 limit=1650 kind=legal"},
		{"the limit of the latest reading", func(b *book) {
			b.law("earnings minimum CN 10 CNY/h legal")
			b.on("2026-02-01")
			b.pay("a", 10, 3000, ordinary(160))
			b.on("2026-01-01")
			b.pay("b", 10, 3000, ordinary(170))
		}, "earnings minimum: limit=1650"},
	})
}

// A limit in another currency or on another basis governs only where no other does.
func TestPayLimitsThatDoNotFit(t *testing.T) {
	netLimit := func(b *book) { b.law("earnings minimum CN 2500 CNY legal basis=net") }
	grossLimit := func(b *book) { b.law("earnings minimum CN 2500 CNY legal basis=gross") }
	holdAll(t, []expectation{
		{"net pay that reaches a gross limit is within", func(b *book) {
			grossLimit(b)
			b.pay("a", 10, 2500)
		}, `earnings minimum: within=1 limit=2500
		says basis-mismatch x0`},
		{"net pay that misses a gross limit is not judged", func(b *book) {
			grossLimit(b)
			b.pay("a", 10, 2499)
		}, `earnings minimum: within= status=not-judged limit=2500
		earnings all: status=not-judged
		says basis-mismatch`},
		{"gross pay that misses a net limit is beyond", func(b *book) {
			netLimit(b)
			b.pay("a", 10, 2499, gross)
		}, `earnings minimum: within=0
		says basis-mismatch x0`},
		{"gross pay that reaches a net limit is not judged", func(b *book) {
			netLimit(b)
			b.pay("a", 10, 2500, gross)
		}, `earnings minimum: within= status=not-judged
		says basis-mismatch`},
		{"by the lowest pay, as always", func(b *book) {
			grossLimit(b)
			b.pay("a", 10, 2600, lowest(2400))
			b.pay("b", 10, 2600, lowest(2500))
		}, "earnings minimum: within=1 n=2 status=within"},
		{"a limit on the row's basis comes first, though another is stricter", func(b *book) {
			netLimit(b)
			b.law("earnings minimum CN-GD 3000 CNY legal basis=gross")
			b.pay("a", 10, 2600)
		}, "earnings minimum: within=1 limit=2500"},
		{"a limit on no stated basis holds for both", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal")
			b.pay("a", 10, 2500, gross)
		}, "earnings minimum: within=1"},
		{"a limit in another currency judges nothing", func(b *book) {
			b.law("earnings minimum CN 300 USD legal")
			b.pay("a", 10, 2500)
		}, `earnings minimum: within= status=not-judged limit=300
		says currency-mismatch`},
		{"one in the row's currency comes first", func(b *book) {
			b.law("earnings minimum CN-GD 300 USD legal")
			b.law("earnings minimum CN 2500 CNY legal")
			b.pay("a", 10, 2500)
		}, `earnings minimum: within=1 limit=2500
		says currency-mismatch x0`},
		{"those that do not fit are ranked like any: the nearest governs", func(b *book) {
			grossLimit(b)
			b.law("earnings minimum CN-GD 300 USD legal")
			b.pay("a", 10, 2600)
		}, `earnings minimum: within= limit=300 status=not-judged
		says currency-mismatch
		says basis-mismatch x0`},
	})
}

// Documents say where a group's average was judged, for want of its lowest pay.
func TestJudgedByAverage(t *testing.T) {
	b := newBook(t)
	b.pay("a", 10, 3000, lowest(2400))
	b.pay("b", 10, 3000)
	results, _ := b.compare()
	for _, r := range results {
		if r.IndicatorID() == "minimum" && (r.Units[0].ByAverage() || !r.Units[1].ByAverage()) {
			t.Error("the lowest pay is taken for an average, or the other way about")
		}
	}
}

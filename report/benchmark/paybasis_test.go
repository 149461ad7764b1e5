package benchmark_test

import "testing"

// Pay that does not say its basis is a third kind: never mixed with net or gross, and judged only as far as that is certain.
func TestPayThatDoesNotSayItsBasis(t *testing.T) {
	holdAll(t, []expectation{
		{"the basis of most workers stays", func(b *book) {
			b.pay("a", 10, 3000)
			b.pay("b", 20, 2000, unsaid)
			b.pay("c", 15, 4000, gross)
		}, `earnings minimum: level=2000 n=1
		says basis-mismatch x2`},
		{"a tie keeps net, then gross", func(b *book) {
			b.pay("a", 10, 2000, unsaid)
			b.pay("c", 10, 4000, gross)
		}, "earnings minimum: level=4000 n=1"},
		{"a limit on no basis governs", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal")
			b.law("earnings minimum CN 2700 CNY legal basis=gross")
			b.pay("a", 10, 2600, unsaid)
		}, "earnings minimum: within=1 limit=2500"},
		{"against a gross limit: within from 2500, beyond under 2500 × 0.8", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal basis=gross deduction=0.2")
			b.pay("a", 10, 2500, unsaid)
			b.pay("b", 20, 1999, unsaid)
			b.pay("c", 30, 2000, unsaid)
		}, `earnings minimum: within=0.333 limit=2500
		says basis-not-said`},
		{"against a net limit: beyond under 2500, within from 2500 ÷ 0.8", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal basis=net deduction=0.2")
			b.pay("a", 10, 3125, unsaid)
			b.pay("b", 30, 2499, unsaid)
			b.pay("c", 50, 3124, unsaid)
		}, "earnings minimum: within=0.25"},
		{"a basis that changes breaks the series", func(b *book) {
			b.pay("a", 10, 3000)
			b.on("2026-Q2")
			b.pay("a", 10, 3000, unsaid)
		}, "2026-Q2 earnings minimum: verdict=break change="},
	})
}

// Net pay against a gross limit, and the reverse: between the two lies the largest share that law lets be deducted.
func TestDeduction(t *testing.T) {
	holdAll(t, []expectation{
		{"net against gross: beyond under 3000 × 0.895 = 2685", func(b *book) {
			b.law("earnings minimum CN 3000 CNY legal basis=gross deduction=0.105")
			b.pay("a", 10, 3000)
			b.pay("b", 10, 2684.9)
			b.pay("c", 10, 2685)
		}, `earnings minimum: within=0.5
		says basis-mismatch`},
		{"gross against net: within from 3000 ÷ 0.895 = 3351.96", func(b *book) {
			b.law("earnings minimum CN 3000 CNY legal basis=net deduction=0.105")
			b.pay("a", 10, 3351.96, gross)
			b.pay("b", 10, 2999, gross)
			b.pay("c", 10, 3351.9, gross)
		}, `earnings minimum: within=0.5
		says basis-mismatch`},
		{"one of 0 makes net and gross the same", func(b *book) {
			b.law("earnings minimum CN 3000 CNY legal basis=gross deduction=0")
			b.pay("a", 10, 2999)
		}, "earnings minimum: within=0"},
		{"one that is not known is not 0", func(b *book) {
			b.law("earnings minimum CN 3000 CNY legal basis=gross")
			b.pay("a", 10, 1)
		}, "earnings minimum: within= status=not-judged"},
	})
}

// A target under the law is out of date: it governs nothing.
func TestTargetsUnderTheLaw(t *testing.T) {
	holdAll(t, []expectation{
		{"a living wage under the minimum", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal")
			b.law("earnings living CN 2400 CNY target")
			b.pay("a", 10, 2450)
		}, `no earnings living
		says target-below-law`},
		{"at it is not under it", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal")
			b.law("earnings living CN 2500 CNY target")
			b.pay("a", 10, 2450)
		}, "earnings living: limit=2500"},
		{"a less specific one may govern", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal")
			b.law("earnings living CN-GD 2400 CNY target")
			b.law("earnings living CN 3500 CNY target")
			b.pay("a", 10, 2450)
		}, `earnings living: limit=3500
		says target-below-law`},
		{"in its own currency, and not on another stated basis", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal basis=gross")
			b.law("earnings minimum * 900 USD legal")
			b.law("earnings living CN 2400 CNY target basis=net")
			b.pay("a", 10, 2450)
		}, "earnings living: limit=2400"},
		{"by the month, with the hours of the row", func(b *book) {
			b.law("earnings minimum CN 15 CNY/h legal")
			b.law("earnings living CN 2400 CNY target")
			b.pay("a", 10, 2450, ordinary(160)) // 2400 by law
			b.pay("b", 10, 2450, ordinary(161)) // 2415: out of date
		}, `earnings living: n=2 within=1 limit=2400
		says target-below-law`},
		{"on the date of the row", func(b *book) {
			b.law("earnings minimum CN 2500 CNY legal from=2026-02-01")
			b.law("earnings living CN 2400 CNY target")
			b.pay("a", 10, 2450)
		}, "earnings living: limit=2400"},
	})
}

// Where prices are known the verdict is that of the real change, in the prices of the baseline: 3090 × 100 ÷ 104 = 2971.15.
func TestRealVerdicts(t *testing.T) {
	grown := func(b *book) {
		b.pay("a", 10, 3000)
		b.on("2026-Q2")
		b.pay("a", 10, 3090)
	}
	holdAll(t, []expectation{
		{"without prices it is nominal", grown, "2026-Q2 earnings minimum: change=90 real= verdict=improved"},
		{"with prices of both quarters it is real: −28.85, and 30 counts", func(b *book) {
			b.prices("2026-01", 99)
			b.prices("2026-02", 101)
			b.prices("2026-04", 104)
			grown(b)
		}, "2026-Q2 earnings minimum: change=90 real=-28.846 verdict=held"},
		{"and may be a loss: 3090 × 100 ÷ 105 = 2942.86", func(b *book) {
			b.prices("2026-01", 100)
			b.prices("2026-05", 105)
			grown(b)
		}, "2026-Q2 earnings minimum: change=90 real=-57.143 verdict=worsened"},
		{"the first quarter has none", func(b *book) {
			b.prices("2026-01", 100)
			b.pay("a", 10, 3000)
		}, "earnings minimum: real= verdict=first"},
		{"hours are not paid in money", func(b *book) {
			b.prices("2026-01", 100)
			b.prices("2026-04", 120)
			b.pay("a", 10, 3000, weekly(60))
			b.on("2026-Q2")
			b.pay("a", 10, 3000, weekly(50))
		}, "2026-Q2 earnings hours: real= change=-10 verdict=improved"},
	})
}

func TestCurrencies(t *testing.T) {
	holdAll(t, []expectation{
		{"a change of currency breaks the series", func(b *book) {
			b.pay("a", 10, 3000)
			b.on("2026-Q2")
			b.pay("a", 10, 500, currency("USD"))
		}, `2026-Q2 earnings minimum: unit=USD verdict=break change= baseline=2026-Q2
		2026-Q2 earnings all: verdict=`},
		{"a tie keeps the first by code", func(b *book) {
			b.pay("a", 10, 500, currency("USD"))
			b.pay("b", 10, 3000)
		}, "earnings minimum: unit=CNY level=3000"},
	})
}

// Where every row gives 0 workers each counts 1: a level is better than none.
func TestNoWorkers(t *testing.T) {
	holdAll(t, []expectation{
		{"of noise: 10·log10((10^8 + 10^9) ÷ 2)", func(b *book) {
			b.noise(80, workers(0))
			b.noise(90, workers(0))
		}, `noise exposure: level=87.404 weight=2
		says missing-workers x0`},
		{"one that has some decides", func(b *book) {
			b.noise(80, workers(0))
			b.noise(90, workers(1))
		}, "noise exposure: level=90 weight=1"},
		{"of pay, by indicator", func(b *book) {
			b.pay("a", 0, 3000)
			b.pay("b", 0, 2000, weekly(48))
			b.pay("c", 0, 2000, weekly(50), currency("USD"))
		}, `earnings minimum: level=2000 weight=2
		earnings hours: level=49 weight=2
		earnings all: weight=3`},
	})
}

// Values within a relative 1e-9 of the least favourable tie with it: the first read names the place.
func TestWorstOfTies(t *testing.T) {
	holdAll(t, []expectation{
		{"first", func(b *book) {
			b.noise(90, place("a"))
			b.noise(90*(1+1e-12), place("b"))
		}, "noise exposure: place=a worst=90"},
	})
}

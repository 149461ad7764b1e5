package benchmark_test

import (
	"fmt"
	"math"
	"testing"

	"plimsoll/report/benchmark"
)

// Section 6: further indicators. None of them enters all.

func TestShortTerm(t *testing.T) {
	limits := func(b *book) {
		b.law("air concentration/toluene CN 50 mg/m3 legal")
		b.law("air concentration/toluene CN 100 mg/m3 legal averaging=15min")
		b.law("air concentration/toluene CN 90 mg/m3 code averaging=ceiling")
	}
	holdAll(t, []expectation{
		{"the highest sample, held against the stricter of the two limits", func(b *book) {
			limits(b)
			b.air("toluene", 40, minutes(15), workers(10))
			b.air("toluene", 95, minutes(10), workers(30), place("mixing"))
			b.air("toluene", 20, minutes(240), workers(5))
		}, `air short-term 108-88-3: level=95 unit=mg/m3 n=2 weight=40 limit=90 kind=code within=0.25 worst=95 place=mixing status=beyond
		air concentration 108-88-3: level=20 n=1 limit=50 weight=5
		air all: n=1 weight=5 within=1`},
		{"a minute more is no short-term sample, nor is one of no minutes", func(b *book) {
			limits(b)
			b.air("toluene", 40, minutes(15.1))
			b.air("toluene", 40, minutes(0))
		}, `no air short-term 108-88-3
		air concentration 108-88-3: n=2`},
		{"hours and parts of a day play no role", func(b *book) {
			b.air("toluene", 40, minutes(15), code("W"), hours(2))
			b.air("toluene", 60, minutes(15), code("W"), hours(3))
		}, "air short-term 108-88-3: level=60 n=2 status=no-limit"},
		{"but a row of zero hours is none", func(b *book) {
			b.air("toluene", 40, minutes(15), hours(0))
			b.air("toluene", 30, minutes(15))
		}, "air short-term 108-88-3: level=30 n=1"},
		{"at equality the law goes before", func(b *book) {
			b.law("air concentration/toluene CN 90 mg/m3 code averaging=15min")
			b.law("air concentration/toluene CN 90 mg/m3 legal averaging=ceiling")
			b.air("toluene", 90, minutes(5))
		}, "air short-term 108-88-3: limit=90 kind=legal within=1"},
		{"all below detection", func(b *book) {
			limits(b)
			b.air("toluene", 5, minutes(15), below)
			b.air("toluene", 8, minutes(15), below)
		}, "air short-term 108-88-3: level=8 qualifier=< worst=8 within=1"},
		{"below detection beside what was found", func(b *book) {
			b.air("toluene", 10, minutes(15), below)
			b.air("toluene", 6, minutes(15))
		}, "air short-term 108-88-3: level=7.0711 qualifier="},
		{"personal and area samples are settled among themselves", func(b *book) {
			b.air("toluene", 70, minutes(15), areaSample)
			b.air("toluene", 30, personal)
			b.air("toluene", 20, areaSample)
		}, `air short-term 108-88-3: level=70 n=1
		air concentration 108-88-3: level=30 n=1`},
		{"an area sample goes where a short personal one was taken", func(b *book) {
			b.air("toluene", 70, minutes(15), areaSample)
			b.air("toluene", 30, minutes(15), personal)
		}, "air short-term 108-88-3: level=30 n=1"},
		{"isomers add up", func(b *book) {
			b.air("o-xylene", 30, minutes(15))
			b.air("p-xylene", 20, minutes(15))
		}, "air short-term 1330-20-7: level=50 n=1"},
		{"a sample whose other isomer was lost is left out", func(b *book) {
			b.law("air concentration/xylene CN 100 mg/m3 legal averaging=15min")
			b.air("o-xylene", 30, minutes(15))
			b.air("p-xylene", 20, minutes(15))
			b.lose()
			b.air("xylene", 10, minutes(15), place("other"))
		}, `air short-term 1330-20-7: level=10 n=1
		says day-not-whole`},
		{"unless it is beyond by itself", func(b *book) {
			b.law("air concentration/xylene CN 25 mg/m3 legal averaging=15min")
			b.air("o-xylene", 30, minutes(15))
			b.air("p-xylene", 20, minutes(15))
			b.lose()
		}, "air short-term 1330-20-7: level=30 n=1 within=0"},
		{"a lost short-term sample breaks no day", func(b *book) {
			b.law("air concentration/toluene CN 50 mg/m3 legal")
			b.air("toluene", 40, code("W"), hours(4))
			b.air("toluene", 60, code("W"), hours(4), minutes(15))
			b.lose()
		}, `air concentration 108-88-3: level=20 n=1
		says day-not-whole x0`},
		{"a quarter of short-term samples alone sums up nothing", func(b *book) {
			b.on("2025-Q4")
			b.air("toluene", 20)
			b.on("2026-Q1")
			b.air("toluene", 40, minutes(15))
		}, `air short-term 108-88-3: level=40
		air all: measured=2025-10-15 n=1`},
		{"change by the ratio test", func(b *book) {
			b.on("2025-Q4")
			b.air("toluene", 10, minutes(15))
			b.air("toluene", 1, minutes(15))
			b.on("2026-Q1")
			b.air("toluene", 50, minutes(15))
			b.air("toluene", 1, minutes(15))
		}, "air short-term 108-88-3: change=40 verdict=worsened"},
	})
}

func TestCompliance(t *testing.T) {
	samples := func(limit float64, values ...float64) func(b *book) {
		return func(b *book) {
			b.law(fmt.Sprintf("air concentration/toluene CN %v mg/m3 legal", limit))
			for _, v := range values {
				b.air("toluene", v, personal)
			}
		}
	}
	row := "air concentration 108-88-3: "
	holdAll(t, []expectation{
		{"the vector", samples(100, 22, 35, 18, 60, 41, 27), row + "compliance=compliant utl=81.4"},
		{"16 of four is above 15", samples(100, 9, 12, 14, 16), row + "compliance=too-few utl="},
		{"12 of three is above 10", samples(100, 9, 12, 14), row + "compliance=too-few"},
		{"three at most a tenth", samples(100, 3, 8, 9.5), row + "compliance=compliant"},
		{"at a tenth", samples(100, 10, 10, 10), row + "compliance=compliant"},
		{"five at a fifth", samples(100, 20, 20, 20, 20, 20), row + "compliance=compliant utl="},
		{"one of five above the limit", samples(100, 1, 1, 1, 1, 101), row + "compliance=not-compliant"},
		{"at the limit is not above", samples(100, 1, 1, 1, 1, 100), row + "compliance=too-few"},
		{"one sample above", samples(100, 101), row + "compliance=not-compliant"},
		{"two samples", samples(100, 1, 1), row + "compliance=too-few"},
		{"six that spread too far", samples(100, 2, 90, 3, 60, 5, 70), row + "compliance=not-compliant"},
		{"six that are equal", samples(100, 90, 90, 90, 90, 90, 90), row + "compliance=compliant utl=90"},
		{"six that are equal, at the limit", samples(100, 100, 100, 100, 100, 100, 100), row + "compliance=compliant utl=100"},
		{"a zero carries no distribution", samples(100, 0, 10, 10, 10, 10, 10), row + "compliance=too-few utl="},
		{"a zero among those above", samples(100, 0, 10, 10, 10, 10, 110), row + "compliance=not-compliant utl="},
		{"without a limit there is a tolerance limit all the same", func(b *book) {
			for _, v := range []float64{22, 35, 18, 60, 41, 27} {
				b.air("toluene", v, personal)
			}
		}, row + "compliance= utl=81.4"},
		{"a target is no limit", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 target")
			b.air("toluene", 200, personal)
		}, row + "compliance= limit=100"},
		{"area samples do not count", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 legal")
			b.air("toluene", 200, areaSample)
			b.air("toluene", 200, place("there"))
		}, row + "compliance=too-few"},
		{"below detection is never above", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 legal")
			b.air("toluene", 150, personal, below)
		}, row + "compliance=too-few"},
		{"of three it counts with its limit", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 legal")
			for _, v := range []float64{9, 9, 12} {
				b.air("toluene", v, personal, below)
			}
		}, row + "compliance=too-few"},
		{"of six it enters divided by the root of two", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 legal")
			for _, v := range []float64{22, 35, 60, 41} {
				b.air("toluene", v, personal)
			}
			b.air("toluene", 18*math.Sqrt2, personal, below)
			b.air("toluene", 27*math.Sqrt2, personal, below)
		}, row + "compliance=compliant utl=81.4"},
		{"more than a third below", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 legal")
			for range 3 {
				b.air("toluene", 10, personal)
				b.air("toluene", 5, personal, below)
			}
		}, row + "compliance=too-few utl="},
		{"this quarter and the three before it, breaks or not", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 legal")
			for i, quarter := range []string{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"} {
				b.on(quarter)
				b.air("toluene", []float64{300, 9, 9, 9, 9}[i], personal, method(fmt.Sprint("m", i)))
			}
		}, `2025-Q4 ` + row + `compliance=not-compliant
		2026-Q1 ` + row + `compliance=compliant
		2025-Q2 ` + row + `compliance=not-compliant`},
	})
}

func TestToleranceFactor(t *testing.T) {
	for n, want := range map[int]float64{6: 2.187, 7: 2.120, 10: 2.005, 11: 1.983, 12: 1.961, 13: 1.961 - 0.044/3, 25: 1.845, 30: 1.820, 400: 1.820} {
		if got := benchmark.ToleranceFactor(n); math.Abs(got-want) > 1e-12 {
			t.Errorf("%d: %v, want %v", n, got, want)
		}
	}
	for n := 6; n < 60; n++ {
		if benchmark.ToleranceFactor(n+1) > benchmark.ToleranceFactor(n) {
			t.Errorf("it rises from %d", n)
		}
	}
}

func TestOvertime(t *testing.T) {
	holdAll(t, []expectation{
		{"60 hours of a normal week of 40", func(b *book) {
			b.law("earnings overtime CN 36 h legal normal=40")
			b.pay("a", 10, 3000, weekly(60))
		}, "earnings overtime: level=86.67 unit=h n=1 weight=10 limit=36 within=0 worst=86.67 place=a_2026-01"},
		{"by ordinary hours where no limit says the normal week", func(b *book) {
			b.pay("a", 10, 3000, weekly(60), ordinary(173+1.0/3))
			b.pay("b", 30, 3000, weekly(40), ordinary(173+1.0/3))
			b.pay("c", 30, 3000, weekly(60))
			b.pay("d", 30, 3000, ordinary(160))
		}, "earnings overtime: level=21.667 n=2 weight=40 status=no-limit"},
		{"judged by the longest week", func(b *book) {
			b.law("earnings overtime CN 36 h legal normal=40")
			b.pay("a", 10, 3000, weekly(45), longest(49))
			b.pay("b", 30, 3000, weekly(45))
		}, "earnings overtime: level=21.667 within=0.75 worst=39 place=a_2026-01"},
		{"of every currency and basis", func(b *book) {
			b.law("earnings overtime CN 36 h legal normal=40")
			b.pay("a", 30, 3000, weekly(40))
			b.pay("b", 10, 3000, weekly(52), currency("USD"))
			b.pay("c", 10, 3000, weekly(52), gross)
		}, "earnings overtime: level=20.8 n=3 weight=50 within=0.6"},
		{"from nothing to more counts", func(b *book) {
			b.on("2025-Q4")
			b.pay("a", 10, 3000, weekly(40), ordinary(180))
			b.on("2026-Q1")
			b.pay("a", 10, 3000, weekly(42), ordinary(180))
		}, "earnings overtime: change=2 verdict=worsened"},
		{"it does not enter all", func(b *book) {
			b.law("earnings overtime CN 36 h legal normal=40")
			b.law("earnings minimum CN 2500 CNY legal")
			b.pay("a", 10, 3000, weekly(60))
		}, "earnings all: within=1"},
	})
}

func TestOvertimePremium(t *testing.T) {
	holdAll(t, []expectation{
		{"what an hour of overtime pays, over an ordinary one", func(b *book) {
			b.law("earnings overtime CN 36 h legal normal=40")
			b.law("earnings overtime-premium CN 1.5 1 legal")
			b.pay("a", 10, 1733.3, weekly(52), overtime(780))                // 15 an hour over 10
			b.pay("b", 30, 1600, weekly(52), overtime(520), ordinary(160))   // 10 over 10
			b.pay("c", 30, 1600, weekly(40.2), overtime(520), ordinary(160)) // under an hour a month
			b.pay("d", 30, 0, weekly(52), overtime(520))                     // nothing to compare with
			b.pay("e", 30, 1600, weekly(52))                                 // no pay for overtime given
		}, "earnings overtime-premium: level=1.125 unit= n=2 weight=40 limit=1.5 within=0.25 worst=1 place=b_2026-01"},
		{"unpaid overtime is a premium of nothing", func(b *book) {
			b.law("earnings overtime CN 36 h legal normal=40")
			b.pay("a", 10, 1733.3, weekly(52), overtime(0))
		}, "earnings overtime-premium: level=0 n=1 status=no-limit"},
	})
}

func TestLivingGap(t *testing.T) {
	living := func(b *book) { b.law("earnings living CN 100 CNY target") }
	holdAll(t, []expectation{
		{"the vector", func(b *book) {
			living(b)
			b.pay("a", 10, 90)
			b.pay("b", 30, 120)
		}, "earnings living-gap: level=0.025 unit= n=2 weight=40 cost=1200 worst=0.1 place=a_2026-01 status=no-limit limit= within="},
		{"three months are one group of workers", func(b *book) {
			living(b)
			for _, month := range []string{"2026-01-01", "2026-02-01", "2026-03-01"} {
				b.on(month)
				b.pay("a", 10, 90)
				b.pay("b", 30, 120)
			}
		}, "earnings living-gap: level=0.025 n=6 weight=40 cost=1200"},
		{"only rows judged on their basis", func(b *book) {
			b.law("earnings living CN 100 CNY target basis=gross deduction=0.1")
			b.pay("a", 10, 50)
		}, `no earnings living-gap
		earnings living: within=0`},
		{"no living wage, no gap", func(b *book) { b.pay("a", 10, 90) }, "no earnings living-gap"},
		{"it says nothing of a missing limit", func(b *book) {
			living(b)
			b.law("earnings minimum CN 50 CNY legal")
			b.pay("a", 10, 90)
		}, "says no-limit x0"},
		{"another basis breaks the series, as that of living does", func(b *book) {
			living(b)
			b.on("2025-Q4")
			b.pay("a", 10, 90)
			b.on("2026-Q1")
			b.pay("a", 10, 90, gross)
		}, "earnings living-gap: verdict=break"},
		{"nobody there costs nothing", func(b *book) {
			living(b)
			b.pay("a", 0, 90)
			b.pay("b", 0, 70)
		}, "earnings living-gap: level=0.2 weight=2 cost=0"},
		{"a target below the law measures no gap", func(b *book) {
			living(b)
			b.law("earnings minimum CN 110 CNY legal")
			b.pay("a", 10, 90)
		}, "no earnings living-gap"},
	})
}

func TestGenderGap(t *testing.T) {
	holdAll(t, []expectation{
		{"medians of what an hour pays", func(b *book) {
			b.pay("a", 10, 2000, sex("M"), ordinary(200))
			b.pay("b", 6, 900, sex("F"), ordinary(100))
			b.pay("c", 4, 500, sex("F"), ordinary(100))
			b.pay("d", 50, 9000)
		}, "earnings gender-gap: level=0.1 unit= n=3 weight=20 worst= place= status=no-limit"},
		{"nine women are too few", func(b *book) {
			b.pay("a", 10, 2000, sex("M"))
			b.pay("b", 9, 1800, sex("F"))
		}, "no earnings gender-gap"},
		{"nine women in each of three months are nine", func(b *book) {
			for _, month := range []string{"2026-01-01", "2026-02-01", "2026-03-01"} {
				b.on(month)
				b.pay("a", 10, 2000, sex("M"))
				b.pay("b", 9, 1800, sex("F"))
			}
		}, "no earnings gender-gap"},
		{"men who earn nothing", func(b *book) {
			b.pay("a", 10, 0, sex("M"))
			b.pay("b", 10, 1800, sex("F"))
		}, "no earnings gender-gap"},
		{"nearer to zero is better", func(b *book) {
			b.on("2025-Q4")
			b.pay("a", 10, 2000, sex("M"))
			b.pay("b", 10, 2200, sex("F"))
			b.on("2026-Q1")
			b.pay("a", 10, 2000, sex("M"))
			b.pay("b", 10, 1900, sex("F"))
		}, "earnings gender-gap: from=-0.1 level=0.05 change=0.15 verdict=improved"},
		{"from one side to the other, as far from zero", func(b *book) {
			b.on("2025-Q4")
			b.pay("a", 10, 2000, sex("M"))
			b.pay("b", 10, 2100, sex("F"))
			b.on("2026-Q1")
			b.pay("a", 10, 2000, sex("M"))
			b.pay("b", 10, 1900, sex("F"))
		}, "earnings gender-gap: change=0.1 verdict=held"},
		{"women who earn more and more", func(b *book) {
			b.on("2025-Q4")
			b.pay("a", 10, 2000, sex("M"))
			b.pay("b", 10, 2100, sex("F"))
			b.on("2026-Q1")
			b.pay("a", 10, 2000, sex("M"))
			b.pay("b", 10, 2200, sex("F"))
		}, "earnings gender-gap: change=-0.05 verdict=worsened"},
		{"of the pay that stays", func(b *book) {
			b.pay("a", 20, 2000, sex("M"))
			b.pay("b", 10, 1800, sex("F"))
			b.pay("c", 10, 100, sex("F"), currency("USD"))
		}, "earnings gender-gap: level=0.1 n=2 weight=30"},
	})
}

func TestBeds(t *testing.T) {
	holdAll(t, []expectation{
		{"people over beds, of the rooms that give them", func(b *book) {
			b.law("dorms beds * 1 persons code")
			b.room("1", 20, 4, beds(4))
			b.room("2", 20, 6, beds(4))
			b.room("3", 20, 9)
			b.room("4", 20, 0, beds(9))
		}, "dorms beds: level=1.25 unit=persons n=2 weight=10 limit=1 within=0.4 worst=1.5 place=2"},
		{"nobody has a bed in a room without one", func(b *book) {
			b.law("dorms beds * 1 persons code")
			b.room("1", 20, 4, beds(4))
			b.room("2", 20, 6, beds(0), building("B"))
		}, "dorms beds: level=2.5 n=2 weight=10 within=0.4 worst= place=B_2"},
		{"no beds at all", func(b *book) {
			b.law("dorms beds * 1 persons code")
			b.room("1", 20, 4, beds(0))
		}, "dorms beds: level= n=1 within=0 worst= place=1 status=beyond"},
		{"it does not enter all", func(b *book) {
			b.law("dorms beds * 1 persons code")
			b.law("dorms space * 2 m2 code")
			b.room("1", 20, 4, beds(1))
		}, "dorms all: within=1"},
		{"nobody says beds", func(b *book) { b.room("1", 20, 4) }, "no dorms beds"},
	})
}

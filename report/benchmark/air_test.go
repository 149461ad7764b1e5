package benchmark_test

import "testing"

// Section 2: volume fractions, mixtures, and the summing up of air by place.

func TestVolumeFractions(t *testing.T) {
	holdAll(t, []expectation{
		{"at the temperature of the limit that governs, which is in mg/m3", func(b *book) {
			b.law("air concentration/toluene CN 38 mg/m3 legal temperature=20")
			b.air("toluene", 10, ppm)
		}, "air concentration 108-88-3: level=38.3039 within=0 unit=mg/m3"},
		{"at 25 °C where the limit names no temperature", func(b *book) {
			b.law("air concentration/toluene CN 38 mg/m3 legal")
			b.air("toluene", 10, ppm)
		}, "air concentration 108-88-3: level=37.6851 within=1"},
		{"at 25 °C without a limit", func(b *book) { b.air("toluene", 10, ppm) }, "air concentration 108-88-3: level=37.6851 status=no-limit"},
		{"the stricter of law and code gives the temperature", func(b *book) {
			b.law("air concentration/toluene CN 10 ppm legal temperature=25") // 37.685
			b.law("air concentration/toluene * 10 ppm code temperature=20")   // 38.304
			b.air("toluene", 10, ppm)
		}, "air concentration 108-88-3: level=37.6851 limit=37.6851 kind=legal within=1"},
		{"a reading of the limit is within at either temperature", func(b *book) {
			b.law("air concentration/toluene CN 50 ppm legal temperature=20")
			b.law("air concentration/acetone CN 500 ppm legal temperature=25")
			b.air("toluene", 50, ppm)
			b.air("acetone", 500, ppm)
		}, `air concentration 108-88-3: within=1
		air concentration 67-64-1: within=1`},
		{"of two dates, each by the limit of its date", func(b *book) {
			b.law("air concentration/toluene CN 100 mg/m3 legal temperature=25 to=2026-01-31")
			b.law("air concentration/toluene CN 100 mg/m3 legal temperature=20 from=2026-02-01")
			b.air("toluene", 10, ppm)
			b.on("2026-02-15")
			b.air("toluene", 10, ppm)
		}, "air concentration 108-88-3: level=37.99448 worst=38.3039"},
		{"below detection", func(b *book) { b.air("toluene", 10, ppm, below) }, "air concentration 108-88-3: level=37.6851 qualifier=<"},
	})
}

// solvents draws lines for three solvents, and for benzene, which is none.
func solvents(b *book) {
	b.law("air mixture * 1 1 code")
	b.law("air concentration/toluene CN 50 mg/m3 legal")
	b.law("air concentration/acetone CN 300 mg/m3 legal")
	b.law("air concentration/butanone CN 300 mg/m3 target")
	b.law("air concentration/benzene CN 6 mg/m3 legal")
}

func TestMixture(t *testing.T) {
	holdAll(t, []expectation{
		{"two solvents", func(b *book) {
			solvents(b)
			b.air("toluene", 40, workers(9))
			b.air("acetone", 90, workers(4))
		}, `air mixture: level=1.1 n=1 weight=9 worst=1.1 place=here limit=1 kind=code within=0 status=beyond unit=
		air concentration 108-88-3: within=1
		air all: within=0 n=1 weight=9`},
		{"one solvent has none", func(b *book) {
			solvents(b)
			b.air("toluene", 40)
		}, "no air mixture"},
		{"benzene is no solvent", func(b *book) {
			solvents(b)
			b.air("toluene", 40)
			b.air("benzene", 5)
		}, `no air mixture
		air all: within=1`},
		{"a solvent with a target only does not enter", func(b *book) {
			solvents(b)
			b.air("toluene", 40)
			b.air("butanone", 290)
		}, "no air mixture"},
		{"nor does one without any limit", func(b *book) {
			solvents(b)
			b.air("toluene", 40)
			b.air("acetone", 30)
			b.air("butanone", 290)
			b.air("styrene", 290)
		}, "air mixture: level=0.9 sources=1,2"},
		{"xylene in two isomers is one solvent", func(b *book) {
			b.law("air concentration/xylene CN 50 mg/m3 legal")
			b.air("o-xylene", 40)
			b.air("p-xylene", 20)
		}, `no air mixture
		air concentration 1330-20-7: level=60 n=1`},
		{"a solvent that could not be judged: no index", func(b *book) {
			solvents(b)
			b.law("air concentration/styrene CN 50 mg/m3 legal")
			b.air("toluene", 40)
			b.air("acetone", 30)
			b.air("styrene", 60, below)
		}, "no air mixture"},
		{"one of its exposures is enough", func(b *book) {
			solvents(b)
			b.air("toluene", 40)
			b.air("toluene", 60, below)
			b.air("acetone", 30)
		}, "no air mixture"},
		{"an index elsewhere stays", func(b *book) {
			solvents(b)
			b.air("toluene", 60, below)
			b.air("acetone", 30)
			b.air("toluene", 25, place("there"))
			b.air("acetone", 30, place("there"))
		}, "air mixture: level=0.6 n=1 place=there"},
		{"a solvent below detection enters by its limit ÷ √2", func(b *book) {
			solvents(b)
			b.air("toluene", 20, below)
			b.air("acetone", 90)
		}, "air mixture: level=0.582843 qualifier="},
		{"the mean where an agent has several exposures there", func(b *book) {
			solvents(b)
			b.air("toluene", 30, workers(2))
			b.air("toluene", 50, workers(7))
			b.air("acetone", 90, workers(4))
		}, "air mixture: level=1.1 n=1 weight=7 sources=1,2,3"},
		{"eight-hour values", func(b *book) {
			solvents(b)
			b.air("toluene", 80, hours(4))
			b.air("acetone", 60, hours(12))
		}, "air mixture: level=1.1"},
		{"the group is the place, before the location", func(b *book) {
			solvents(b)
			b.air("toluene", 40, group("gluers"), place("a"))
			b.air("acetone", 90, group("gluers"), place("b"))
			b.air("acetone", 30, place("a"))
		}, `air mixture: level=1.1 n=1 place=gluers
		air all: n=2`},
		{"each day for itself", func(b *book) {
			solvents(b)
			b.air("toluene", 40)
			b.on("2026-01-16")
			b.air("acetone", 90)
		}, `no air mixture
		air all: n=2 measured=2026-01-16`},
		{"the level is the plain mean of the indices", func(b *book) {
			solvents(b)
			b.air("toluene", 40, workers(90))
			b.air("acetone", 90, workers(90))
			b.air("toluene", 10, place("there"), workers(10))
			b.air("acetone", 90, place("there"), workers(10))
		}, "air mixture: level=0.8 n=2 weight=100 within=0.1 worst=1.1 place=here"},
	})
}

func TestAirByPlace(t *testing.T) {
	holdAll(t, []expectation{
		{"within only if every judged agent is", func(b *book) {
			solvents(b)
			b.air("toluene", 60, workers(10))
			b.air("benzene", 1, workers(10))
			b.air("toluene", 40, place("there"), workers(30))
			b.air("benzene", 1, place("there"), workers(20))
		}, `air all: n=2 weight=40 within=0.75
		air concentration 71-43-2: within=1`},
		{"what is not judged is never within", func(b *book) {
			solvents(b)
			b.air("toluene", 60, below)
			b.air("benzene", 1)
			b.air("styrene", 1, place("there"))
		}, "air all: n=2 within= status=not-judged"},
		{"a target is no limit", func(b *book) {
			solvents(b)
			b.air("butanone", 400)
		}, `air concentration 78-93-3: within=0 status=beyond kind=target
		air all: within= status=no-limit`},
		{"without a limit for the mixture its index is not judged", func(b *book) {
			b.law("air concentration/toluene CN 50 mg/m3 legal")
			b.law("air concentration/acetone CN 300 mg/m3 legal")
			b.air("toluene", 40)
			b.air("acetone", 280)
		}, `air mixture: level=1.7333 within= status=no-limit limit=
		air all: within=1`},
	})
}

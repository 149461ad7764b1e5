package benchmark_test

import "testing"

// Laboratories report the isomers of one tube in lines of their own; limits are for their sum.
func TestIsomers(t *testing.T) {
	law := func(b *book) { b.law("air concentration/xylene * 50 mg/m3 code") }
	const xylene = "air concentration 1330-20-7: "
	holdAll(t, []expectation{
		{"different ones of one sample add up", func(b *book) {
			law(b)
			b.air("o-xylene", 20, workers(3))
			b.air("m,p-xylene", 40, workers(5))
		}, xylene + "level=60 n=1 weight=5 within=0 place=here"},
		{"one that is below detection adds its limit ÷ √2", func(b *book) {
			law(b)
			b.air("o-xylene", 2, below)
			b.air("p-xylene", 10)
		}, xylene + "level=11.4142 qualifier= n=1"},
		{"all below: the sum of their limits", func(b *book) {
			law(b)
			b.air("o-xylene", 2, below)
			b.air("p-xylene", 4, below)
		}, xylene + "level=6 qualifier=< n=1 within=1"},
		{"the largest of each, then the next largest: 5 + 4 and 3", func(b *book) {
			law(b)
			b.air("o-xylene", 3)
			b.air("o-xylene", 5)
			b.air("m-xylene", 4)
		}, xylene + "level=6 n=2 worst=9"},
		{"the substance itself is never added", func(b *book) {
			law(b)
			b.air("xylene", 30)
			b.air("o-xylene", 10)
			b.air("m-xylene", 20)
		}, xylene + "level=30 n=2"},
		{"another place, day, person, kind of sample or length is another sample", func(b *book) {
			law(b)
			b.air("o-xylene", 8)
			b.air("m-xylene", 8, place("there"))
			b.air("m-xylene", 8, code("W"))
			b.air("m-xylene", 8, group("G"))
			b.air("m-xylene", 8, hours(4))
			b.air("m-xylene", 8, personal)
			b.on("2026-01-16")
			b.air("m-xylene", 8)
		}, xylene + "n=7"},
		{"in ppm and mg/m3: 1 ppm at 25 °C is 106.17 ÷ 24.45", func(b *book) {
			law(b)
			b.air("o-xylene", 1, ppm)
			b.air("p-xylene", 10)
		}, xylene + "level=14.3423 n=1"},
		{"before parts make a day: (10 + 20)·4 + 40·4", func(b *book) {
			law(b)
			b.air("o-xylene", 10, code("W"), hours(4))
			b.air("m-xylene", 20, code("W"), hours(4))
			b.air("o-xylene", 40, code("W"), hours(4), place("there"))
		}, xylene + "level=35 n=1 place=W"},
		{"hours of a sample count once: 12, not 24", func(b *book) {
			law(b)
			b.air("o-xylene", 10, code("W"), hours(12))
			b.air("m-xylene", 20, code("W"), hours(12))
		}, xylene + `level=45 n=1
		says hours-over-day x0`},
		{"TDI too", func(b *book) {
			b.air("2,4-TDI", 0.01)
			b.air("2,6-TDI", 0.02)
		}, "air concentration 26471-62-5: level=0.03 n=1"},
		{"other substances do not", func(b *book) {
			b.air("toluene", 10)
			b.air("toluene", 20)
		}, "air concentration 108-88-3: level=15 n=2"},
	})
}

func TestLostIsomers(t *testing.T) {
	law := func(b *book) { b.law("air concentration/xylene * 50 mg/m3 code") }
	const xylene = "air concentration 1330-20-7: "
	holdAll(t, []expectation{
		{"what is left of the sample is left out", func(b *book) {
			law(b)
			b.air("xylene", 7, place("there"))
			b.air("o-xylene", 20)
			b.air("m-xylene", 30)
			b.lose()
		}, xylene + `level=7 n=1
		air all: n=1
		says day-not-whole`},
		{"unless it is beyond by itself", func(b *book) {
			law(b)
			b.air("o-xylene", 60)
			b.air("m-xylene", 30)
			b.lose()
		}, xylene + "level=60 within=0"},
		{"a second row of the same isomer is not missed", func(b *book) {
			law(b)
			b.air("o-xylene", 20)
			b.air("o-xylene", 30)
			b.lose()
		}, xylene + "level=20"},
		{"nor is the substance itself, nor another sample", func(b *book) {
			law(b)
			b.air("o-xylene", 20)
			b.air("xylene", 30)
			b.lose()
			b.air("m-xylene", 30, place("there"))
			b.lose()
		}, xylene + "level=20"},
		{"of a part of a day the rule of days decides", func(b *book) {
			law(b)
			b.air("o-xylene", 20, code("W"), hours(4))
			b.air("m-xylene", 20, code("W"), hours(4), place("there"))
			b.lose()
		}, `no air concentration 1330-20-7
		says day-not-whole`},
	})
}

// Area samples give way to personal ones of the same place; elsewhere they are all there is.
func TestAreaSamplesByPlace(t *testing.T) {
	law := func(b *book) { b.law("air concentration/toluene * 50 mg/m3 code") }
	const toluene = "air concentration 108-88-3: "
	holdAll(t, []expectation{
		{"of another place they stay", func(b *book) {
			law(b)
			b.air("toluene", 10, personal)
			b.air("toluene", 30, areaSample, place("there"))
		}, toluene + `level=20 n=2
		says area-sample x0`},
		{"a group is a place", func(b *book) {
			law(b)
			b.air("toluene", 10, personal, group("G"))
			b.air("toluene", 30, areaSample, group("G"), place("there"))
			b.air("toluene", 20, areaSample)
		}, toluene + `level=15 n=2
		says area-sample`},
		{"on any day of the quarter", func(b *book) {
			law(b)
			b.air("toluene", 30, areaSample)
			b.on("2026-02-20")
			b.air("toluene", 10, personal)
		}, toluene + "level=10 n=1"},
		{"a day with an area part is one, and goes with all its parts", func(b *book) {
			law(b)
			b.air("toluene", 10, personal)
			b.air("toluene", 20, personal, code("W"), hours(4), place("x"))
			b.air("toluene", 20, areaSample, code("W"), hours(4))
			b.air("toluene", 30, areaSample, place("x")) // the part of W's day at x is not personal
		}, toluene + "level=20 n=2 sources=1,4"},
	})
}

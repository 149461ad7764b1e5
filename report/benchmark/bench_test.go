package benchmark_test

import (
	"fmt"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// programme writes factories × quarters × 20 readings over all areas, held against the built-in limits.
func programme(b testing.TB, factories, quarters int) *book {
	p := newBook(b)
	p.data.Factories = nil
	regions := []string{"CN-GD-Dongguan", "VN-HN", "US-CA", "GB"}
	money := []string{"CNY", "VND", "USD", "GBP"}
	for f := range factories {
		p.in(fmt.Sprintf("F-%03d", f), regions[f%4], regions[f%4])
		for q := range quarters {
			p.date, _ = standard.DateOf(2023+q/4, q%4*3+2, 10)
			for i := range 4 {
				v, at := float64((f*7+q*3+i*5)%20), place(fmt.Sprint("place ", i))
				p.noise(75+v, at, workers(5+v), code(fmt.Sprint("W", i/2)), hours(4))
				p.light([]string{"cutting", "stitching", "packing", "storage"}[i], 200+30*v, at, workers(5+v))
				p.air([]string{"toluene", "acetone", "butanone", "benzene"}[i], 1+v, place("glue line"), workers(5+v))
				p.room(fmt.Sprint(i), 20+v, 4+v, building("A"), toilets(1))
				p.pay(fmt.Sprint("group ", i), 10+v, 2000+90*v, weekly(45+v), currency(money[f%4]))
			}
		}
	}
	return p
}

func BenchmarkCompare(b *testing.B) {
	p := programme(b, 100, 12)
	limits, period := standard.NewLimits(p.std.Limits, nil), p.data.Quarter(p.date)
	p.fill()
	b.ReportAllocs()
	for b.Loop() {
		if results, _ := benchmark.Compare(&p.data, limits, p.std.Areas, period); len(results) == 0 {
			b.Fatal("no results")
		}
	}
	b.ReportMetric(float64(p.data.Readings.Len()), "readings/op")
}

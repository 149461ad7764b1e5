package chart

import (
	"math/rand/v2"
	"testing"
)

// benchmarked draws a figure again and again.
func benchmarked(b *testing.B, width, height float64, figure Figure) {
	b.ReportAllocs()
	for b.Loop() {
		figure.Draw(width, height, fixed)
	}
}

func BenchmarkTrend(b *testing.B) { benchmarked(b, 57, 26, figures()["trend"]) }

// BenchmarkStrip draws sixteen factories with sixty samples each.
func BenchmarkStrip(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	s := Strip{Unit: "unit"}
	for range 16 {
		row := StripRow{ID: "CN-01", Label: "Meihua Footwear", Limits: []float64{50}}
		for range 60 {
			v := mild(random)
			row.Points = append(row.Points, StripPoint{Value: v, Beyond: v > 50})
		}
		s.Rows = append(s.Rows, row)
	}
	benchmarked(b, 120, s.Height(), s)
}

func BenchmarkDumbbell(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	d := Dumbbell{Unit: "%", Domain: Shares()}
	for range 16 {
		d.Rows = append(d.Rows, DumbbellRow{ID: "CN-01", Label: "Meihua Footwear", Baseline: mild(random), Now: mild(random)})
	}
	benchmarked(b, 120, d.Height(), d)
}

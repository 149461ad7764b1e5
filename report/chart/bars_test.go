package chart

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func barsFigures() map[string]Figure {
	findings := Bars{Categories: []string{"Air", "Light", "Noise"}, Stacked: true, Series: []BarSeries{
		{Name: "closed", Values: []float64{14, 9, 0}, Role: Grey},
		{Name: "overdue", Values: []float64{3, nan, 0}, Role: Warm},
		{Name: "repeated", Values: []float64{1, 2}, Role: Warm, Hatch: true},
	}}
	lying := findings
	lying.Horizontal, lying.Unit = true, "findings"
	beside := findings
	beside.Stacked = false
	change := Bars{Categories: []string{"2025 Q1", "2025 Q2"}, Series: []BarSeries{{Values: []float64{3, -2.5}, Role: Tint}}}
	return map[string]Figure{
		"bars-stacked": findings, "bars-horizontal": lying, "bars-beside": beside, "bars-negative": change, "bars-none": Bars{NoData: "nothing"},
		"spark": Spark{Values: []float64{1, 2, nan, 3, 4, nan}, Limit: 2.5, Status: "beyond"}, "spark-one": Spark{Values: []float64{7}, Limit: nan},
	}
}

func randomBars(random *rand.Rand, value func(*rand.Rand) float64) Bars {
	b := Bars{Stacked: random.IntN(2) == 0, Horizontal: random.IntN(2) == 0, Unit: "unit", NoData: "not measured"}
	b.Format = func(v float64) string { return digits(math.Round(v*10)/10, nil) }
	for range random.IntN(12) {
		b.Categories = append(b.Categories, someName(random))
	}
	for range random.IntN(5) {
		s := BarSeries{Name: someName(random), Role: []Color{Accent, Warm, Grey, Tint, "violet"}[random.IntN(5)], Hatch: random.IntN(3) == 0}
		for range random.IntN(14) {
			s.Values = append(s.Values, value(random))
		}
		b.Series = append(b.Series, s)
	}
	return b
}

func TestBarsStayInTheirBox(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for range 1000 {
		w, h := 1+random.Float64()*190, 1+random.Float64()*120
		inBox(t, randomBars(random, wild).Draw(w, h, fixed))
		b := randomBars(random, mild)
		drawing := b.Draw(80+random.Float64()*100, b.Height()+10, fixed)
		inBox(t, drawing)
		if !b.Stacked {
			allApart(t, drawing)
		}
	}
}

// A bar's length is as its value, from zero.
func TestBarsBeginAtZero(t *testing.T) {
	b := Bars{Categories: []string{"a", "b", "c"}, Series: []BarSeries{{Values: []float64{40, 80, -20}}}}
	for _, horizontal := range []bool{false, true} {
		b.Horizontal = horizontal
		var lengths []float64
		for _, m := range b.Draw(120, 60, fixed).Marks {
			if a, ok := m.(Area); ok && a.Fill == Accent {
				length := a.Points[2].Y - a.Points[0].Y
				if horizontal {
					length = a.Points[2].X - a.Points[0].X
				}
				lengths = append(lengths, length)
			}
		}
		if len(lengths) != 3 || math.Abs(lengths[1]-2*lengths[0]) > 1e-9 || math.Abs(lengths[0]-2*lengths[2]) > 1e-9 {
			t.Errorf("horizontal %t: %v", horizontal, lengths)
		}
	}
}

func TestStackEnds(t *testing.T) {
	b := Bars{Stacked: true, Categories: []string{"a", "b", "c"}, Series: []BarSeries{
		{Values: []float64{2, 0, nan}}, {Values: []float64{-1, 0, nan}}, {Values: []float64{3, 0, nan}}, {Values: []float64{0, 0, nan}},
	}}
	var sums []float64
	for _, end := range stackEnds(b.pieces()) {
		sums = append(sums, end.to)
	}
	if diff := cmp.Diff([]float64{5, -1, 0}, sums); diff != "" {
		t.Error(diff)
	}
}

// In grey, a bar is told from every other by its pattern or its lightness.
func TestBarsDifferInGrey(t *testing.T) {
	place := rectangle{0, 0, 8, 8}
	plain := len(BarSeries{Role: Accent}.fill(place))
	if len(BarSeries{Role: Warm}.fill(place)) == plain {
		t.Error("warm looks like accent")
	}
	if len(BarSeries{Role: Accent, Hatch: true}.fill(place)) < 5 {
		t.Error("there is no hatch")
	}
}

func TestSparkStaysInItsBox(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 1000 {
		s := Spark{Limit: wild(random), Status: someStatus(random)}
		for range random.IntN(14) {
			s.Values = append(s.Values, wild(random))
		}
		inBox(t, s.Draw(0.5+random.Float64()*40, 0.5+random.Float64()*12, fixed))
	}
}

package chart

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLogAxis(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 5000 {
		lo := math.Pow(10, random.Float64()*12-6)
		hi := lo * math.Pow(10, random.Float64()*6)
		if random.IntN(10) == 0 {
			hi = lo
		}
		for _, a := range (laneTable{log: true}).axes([]float64{hi, lo, 0, -3, nan}) {
			first, last := a.lines[0], a.lines[len(a.lines)-1]
			if first > lo*(1+1e-6) || last < hi*(1-1e-6) || first == last || len(a.ticks) == 0 {
				t.Fatalf("%g to %g: %v, labels %v", lo, hi, a.lines, a.ticks)
			}
			if lo < first*0.99 || first < lo/3 && last > hi*3 {
				t.Fatalf("%g to %g: axis from %g to %g", lo, hi, first, last)
			}
		}
	}
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		want   []float64
	}{
		{0.3, 3, []float64{0.2, 0.5, 1, 2, 5}},
		{1, 100, []float64{1, 2, 5, 10, 20, 50, 100}},
		{2, 2, []float64{2, 5}},
	} {
		if diff := cmp.Diff(c.want, decades(c.lo, c.hi)); diff != "" {
			t.Errorf("%g to %g: %s", c.lo, c.hi, diff)
		}
	}
}

func TestAxisWithoutValues(t *testing.T) {
	for _, log := range []bool{false, true} {
		a := laneTable{log: log}.axes([]float64{nan, math.Inf(-1)})[0]
		a.from, a.to = 10, 20
		if len(a.ticks) > 0 || a.at(3) != 15 {
			t.Errorf("log %t: ticks %v, 3 at %g", log, a.ticks, a.at(3))
		}
	}
}

func TestShortened(t *testing.T) {
	m := Measure(fixed)
	for _, c := range []struct {
		text string
		room float64
		want string
	}{
		{"Meihua", 50, "Meihua"}, {"Meihua Footwear", m("Meihua F", 7, false), "Meihua…"},
		{"Meihua", m("M…", 7, false), "M…"},
		{"Meihua", m("…", 7, false), "…"}, {"Meihua", 0.1, ""}, {"", 0, ""},
	} {
		if got := m.shortened(Label{Text: c.text, Size: 7}, c.room).Text; got != c.want {
			t.Errorf("%q in %.2f mm: %q, not %q", c.text, c.room, got, c.want)
		}
	}
}

package chart

import (
	"math"
	"strings"
	"testing"
)

// TestShareLine: shares lie on one axis from 0 to 100 %, whatever is drawn, and no mark lies outside of the box.
func TestShareLine(t *testing.T) {
	none := math.NaN()
	s := ShareLine{Now: 0.5, Then: 0, Twice: 1, Each: []float64{0.5, 0.2}, OutOfDate: []float64{0.3}, Lowest: 0.2,
		Name: "a factory with a long name, 20", ThenLabel: "0"}
	d := s.Draw(60, 9, fixed)
	discs, ticks := 0, 0
	for _, m := range d.Marks {
		switch m := m.(type) {
		case Disc:
			discs++
			if m.Fill == Accent && math.Abs(m.At.X-30) > 1e-9 {
				t.Errorf("one half lies at %v", m.At.X)
			}
			if m.At.X-m.R < 0 || m.At.X+m.R > 60 {
				t.Errorf("a disc at %v", m.At.X)
			}
		case Line:
			if m.Color == Muted {
				ticks++
			}
		case Label:
			if x, w := Measure(fixed).span(m); x < 0 || x+w > 60 || m.At.Y > 9 || m.Size < leastSize {
				t.Errorf("%q from %v to %v, at %v", m.Text, x, x+w, m.At.Y)
			}
		}
	}
	if discs != 3 || ticks != 2 {
		t.Errorf("%d discs and %d ticks", discs, ticks)
	}
	if got := strings.Join(s.Uses(), " "); got != "baseline within worst-beyond stale" {
		t.Errorf("the key has %s", got)
	}
	if empty := (ShareLine{Now: none, Then: none, Twice: none, Lowest: none}).Draw(60, 9, fixed); len(empty.Marks) != 4 {
		t.Errorf("%d marks of nothing", len(empty.Marks))
	}
	if got := (ShareLine{Now: none, Then: none, Twice: none, Lowest: none}).Uses(); len(got) > 0 {
		t.Errorf("the key of nothing has %v", got)
	}
}

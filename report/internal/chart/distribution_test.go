package chart

import (
	"math"
	"math/rand/v2"
	"testing"
)

// crowd is so many subjects around a limit, and their worst places.
func crowd(random *rand.Rand, subjects int, left bool) Distribution {
	d := Distribution{Unit: "dB(A)", Limit: 85, LimitLabel: "limit 85", Worse: Worse{Left: left, Words: "worse"}, Change: 3}
	d.Rows = []DistributionRow{{Label: "Mean, 2023 Q4", Note: "88.5 to 94.1"}, {Label: "Mean, 2026 Q3", Stage: Now},
		{Label: "Worst place", Stage: Worst}}
	for range subjects {
		for i := range d.Rows {
			v := 84 + float64(i) + random.NormFloat64()*2
			if random.IntN(6) == 0 {
				v = []float64{85, nan, math.Round(v)}[random.IntN(3)]
			}
			d.Rows[i].Points = append(d.Rows[i].Points, DistributionPoint{Value: v, Beyond: v != 85 && v > 85 != left})
		}
	}
	return d
}

// Of 1 to 1,000 subjects each is drawn once, on its side of the limit, and no mark touches the limit's line.
func TestDistribution(t *testing.T) {
	random := rand.New(rand.NewPCG(29, 30))
	for _, subjects := range []int{0, 1, 5, 20, 100, 300, 1000} {
		for range 10 {
			d := crowd(random, subjects, random.IntN(2) == 0)
			width := 90 + random.Float64()*160
			drawing := d.Draw(width, d.Height(), fixed)
			inBox(t, drawing)
			honest(t, drawing)
			p := d.place(width, d.Height(), fixed)
			for i, row := range d.Rows {
				holdsStacks(t, p, row, p.stacks[i])
			}
			if p.bars {
				continue
			}
			limit := p.x.at(85)
			for _, m := range drawing.Marks {
				if from, to, ok := across(m); ok && from < limit-0.01 && to > limit+0.01 {
					t.Fatalf("%+v stands on the limit at %.2f", m, limit)
				}
			}
		}
	}
}

// holdsStacks counts the subjects of a row on both sides of the limit.
func holdsStacks(t *testing.T, p *distribution, row DistributionRow, stacks []stack) {
	t.Helper()
	var better, worse, wantBetter, wantWorse int
	for _, s := range stacks {
		if s.number < 0 == p.Worse.Left {
			worse += s.count
		} else {
			better += s.count
		}
	}
	for _, point := range row.Points {
		switch {
		case !present(point.Value):
		case point.Beyond:
			wantWorse++
		default:
			wantBetter++
		}
	}
	if better != wantBetter || worse != wantWorse {
		t.Fatalf("%d and %d beyond are drawn, not %d and %d", better, worse, wantBetter, wantWorse)
	}
}

// across is how far a mark of a subject reaches.
func across(m Item) (from, to float64, ok bool) {
	switch m := m.(type) {
	case Disc:
		return m.At.X - m.R, m.At.X + m.R, true
	case Area:
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, p := range m.Points {
			lo, hi = min(lo, p.X), max(hi, p.X)
		}
		return lo, hi, true
	}
	return 0, 0, false
}

// As many as can be counted are marks, more are bars.
func TestDistributionOfVeryMany(t *testing.T) {
	random := rand.New(rand.NewPCG(31, 32))
	for subjects, bars := range map[int]bool{20: false, 100: false, 5000: true} {
		d := crowd(random, subjects, false)
		if p := d.place(180, d.Height(), fixed); p.bars != bars {
			t.Errorf("%d subjects: bars %t", subjects, p.bars)
		}
	}
}

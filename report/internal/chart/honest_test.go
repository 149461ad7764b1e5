package chart

import (
	"math"
	"math/rand/v2"
	"testing"
)

// honest holds what is true of every figure: type of 7 points at least, no label upon another, and none on a line
// of the data or a limit.
func honest(t *testing.T, d Drawing) {
	t.Helper()
	for _, m := range d.Marks {
		if l, ok := m.(Label); ok && l.Text != "" && l.Size < 7 {
			t.Fatalf("%+v is smaller than 7 points", l)
		}
	}
	allApart(t, d)
	for i, m := range d.Marks {
		line, ok := m.(Line)
		if !ok || line.Color == Hairline || line.Color == Tint || line.Color == Grey && line.Width < 0.2 {
			continue // the ground
		}
		for j, other := range d.Marks {
			if l, ok := other.(Label); ok && crosses(line, l) {
				t.Fatalf("label %d %+v stands on line %d %+v", j, l, i, line)
			}
		}
	}
}

// crosses reports whether a line runs through the capitals of a label.
func crosses(line Line, l Label) bool {
	left, right, top, bottom := bounds(l)
	for i := 1; i < len(line.Points); i++ {
		a, b := line.Points[i-1], line.Points[i]
		for part := 0.0; part <= 1; part += 0.01 {
			x, y := a.X+(b.X-a.X)*part, a.Y+(b.Y-a.Y)*part
			if x > left+0.05 && x < right-0.05 && y > top+0.05 && y < bottom-0.05 {
				return true
			}
		}
	}
	return false
}

func TestFiguresAreHonest(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for range 300 {
		w := 90 + random.Float64()*100
		for _, figure := range randomLanes(random, mild) {
			honest(t, figure.Draw(w, figure.(interface{ Height() float64 }).Height(), fixed))
		}
	}
}

func TestTrendsAreHonest(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 18))
	for range 400 {
		trend := Trend{LastLabel: "1,234.5", BreakLabel: "method changed", TargetLabel: "living wage"}
		trend.Periods = quarters[:2+random.IntN(len(quarters)-1)]
		limit := random.Float64() * 600
		for i := range trend.Periods {
			v := TrendPoint{Value: random.Float64() * 1000, Break: random.IntN(8) == 0}
			if random.IntN(5) == 0 {
				v.Value = nan
			}
			trend.Values = append(trend.Values, v)
			trend.Limit, trend.Target = append(trend.Limit, limit), append(trend.Target, 700)
			trend.Peers = append(trend.Peers, []float64{nan, 300}[i%2])
		}
		honest(t, trend.Draw(80+random.Float64()*60, 24+random.Float64()*40, fixed))
	}
}

// No limit lies on the first or last tick, where the frame would hide it, unless the axis begins at zero.
func TestLimitsAreNotOnTheFrame(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 2000 {
		limit := math.Round(random.Float64()*100) / 4
		values := []float64{limit * random.Float64() * 2, limit, limit * 0.5}
		trend := Trend{Periods: quarters[:3], Values: readings(values...), Limit: []float64{limit, limit, nan}}
		y := trend.plotArea(80, 17+random.Float64()*40, fixed).y
		if at := y.at(limit); limit > 0 && (at > 0.99 || at < 0.01) {
			t.Fatalf("the limit %g lies at %.2f of %g to %g", limit, at, y.value(y.First), y.value(y.Last))
		}
		for _, log := range []bool{false, true} {
			for _, x := range (laneTable{log: log, limits: []float64{limit}}).axes(values) {
				if at := x.share(limit); limit > 0 && (at > 0.999 || at < 0.001) {
					t.Fatalf("log %t: the limit %g lies at %.3f of %v", log, limit, at, x.lines)
				}
			}
		}
	}
}

func TestTrendSpansSixChanges(t *testing.T) {
	for _, c := range []struct{ value, limit, change float64 }{{84, 85, 2}, {0.2, 0.3, 0.5}, {-1, nan, 1}, {5, 9, 0}} {
		trend := Trend{Periods: quarters[:2], Values: readings(c.value, c.value), Limit: []float64{c.limit, c.limit},
			Change: c.change}
		y := trend.plotArea(80, 40, fixed).y
		low, high := y.value(y.First), y.value(y.Last)
		if high-low < 6*c.change || low > c.value || high < c.value || c.value >= 0 && low < 0 {
			t.Errorf("%+v: the axis spans %g to %g", c, low, high)
		}
	}
}

// Shares run from 0 to 100 whatever the data.
func TestSharesRunFromNoneToAll(t *testing.T) {
	for _, values := range [][]float64{{94, 96}, {50, 50}, {nan, nan}, {0, 100}} {
		d := Dumbbell{Domain: Shares(), Rows: []DumbbellRow{{Baseline: values[0], Now: values[1], Limit: 100}}}
		for _, a := range (laneTable{domain: d.Domain, limits: []float64{100}}).axes(values) {
			if a.lines[0] != 0 || a.lines[len(a.lines)-1] != 100 {
				t.Errorf("%v: ticks %v", values, a.lines)
			}
		}
		y := Trend{Periods: quarters[:2], Values: readings(values...), Domain: Shares()}.plotArea(80, 30, fixed).y
		if y.value(y.First) != 0 || y.value(y.Last) != 100 {
			t.Errorf("%v: %g to %g", values, y.value(y.First), y.value(y.Last))
		}
	}
}

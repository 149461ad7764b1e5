package chart

import (
	"math"
	"math/rand/v2"
	"slices"
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

// randomHonest is a trend of any data with everything that may be written in it.
func randomHonest(random *rand.Rand) Trend {
	t := Trend{LastLabel: "1,234.5", LimitLabel: "≤ 600", BreakLabel: "method changed", TargetLabel: "living wage", TargetValue: "3,150",
		PeersLabel: "peers", BaselineLabel: "baseline 2024 Q1", NoData: "no data"}
	t.Periods = quarters[:1+random.IntN(len(quarters))]
	limit, scale := random.Float64()*600, math.Pow(10, float64(random.IntN(5)-2))
	for i := range t.Periods {
		v := TrendPoint{Value: random.Float64() * 1000 * scale, Break: random.IntN(8) == 0, Below: random.IntN(9) == 0,
			Baseline: i == 0}
		if random.IntN(5) == 0 {
			v.Value = nan
		}
		t.Values = append(t.Values, v)
		worst := []float64{nan, v.Value, v.Value * (0.5 + random.Float64())}[random.IntN(3)]
		t.Worst = append(t.Worst, WorstPoint{Value: worst, Beyond: worst > limit*scale})
		t.Limit, t.Target = append(t.Limit, limit*scale), append(t.Target, []float64{nan, 700 * scale}[random.IntN(2)])
		t.Peers = append(t.Peers, []float64{nan, 300 * scale}[random.IntN(2)])
	}
	t.Change = []float64{0, 50 * scale}[random.IntN(2)]
	return t
}

func TestTrendsAreHonest(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 18))
	for range 500 {
		trend := randomHonest(random)
		d := trend.Draw(45+random.Float64()*80, 10+random.Float64()*40, fixed)
		honest(t, d)
		inBox(t, d)
	}
}

// The key names what is drawn: no more and no less.
func TestUses(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 20))
	for range 1000 {
		trend := randomHonest(random)
		drawn := map[string]bool{}
		for _, m := range trend.Draw(57, 26, fixed).Marks {
			drawn[nameOf(m)] = true
		}
		delete(drawn, "")
		if !slices.IsSortedFunc(trend.Uses(), func(a, b string) int {
			return slices.Index(TrendMarks(), a) - slices.Index(TrendMarks(), b)
		}) {
			t.Fatalf("%v is out of order", trend.Uses())
		}
		for _, name := range trend.Uses() {
			if !drawn[name] {
				t.Fatalf("%s is in the key and not in the drawing of %+v", name, trend)
			}
			delete(drawn, name)
			if _, err := NewMark(name); err != nil {
				t.Fatal(err)
			}
		}
		if len(drawn) > 0 {
			t.Fatalf("%v are drawn and not in the key of %+v", drawn, trend)
		}
	}
}

// nameOf tells the mark of a trend by its look; "" for what needs no key.
func nameOf(m Item) string {
	switch m := m.(type) {
	case Line:
		for _, name := range []string{"line-accent", "line-gap", "line-grey", "line-warm", "line-target", "line-break"} {
			if look := sample(name); look.Color == m.Color && look.Width == m.Width && len(look.Dash) == len(m.Dash) &&
				(len(m.Dash) == 0 || look.Dash[0] == m.Dash[0]) {
				return name
			}
		}
		if m.Color == Muted {
			return "axis-break"
		}
	case Area:
		return map[Color]string{Warm: "worst-beyond", Accent: "below-detection"}[m.Stroke]
	case Disc:
		switch {
		case m.Fill == White:
			return "worst-within"
		case m.Fill == Grey:
			return "line-grey"
		}
		return "line-accent"
	}
	return ""
}

// No limit lies on the frame of a trend, nor on the first or the last line of lanes.
func TestLimitsAreNotOnTheFrame(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 4000 {
		limit := math.Round(random.Float64()*100) / 4 * math.Pow(10, float64(random.IntN(4)-3))
		values := []float64{random.Float64() * 20, limit, limit * 0.5}
		trend := Trend{Periods: quarters[:3], Values: readings(values...), Limit: []float64{limit, limit, nan}}
		p := trend.plotArea(80, 17+random.Float64()*40, fixed)
		if y := p.y(limit); y > p.bottom-0.75 || y < p.top+0.75 {
			t.Fatalf("the limit %g lies at %.2f between %g and %g mm: %+v", limit, y, p.bottom, p.top, p.domain)
		}
		for _, log := range []bool{false, true} {
			d := Dumbbell{Log: log, Rows: []DumbbellRow{{Baseline: values[0], Now: values[2], Limit: limit, Status: "within"}}}
			for _, m := range d.Draw(120, 30, fixed).Marks {
				if l, ok := m.(Line); ok && l.Color == Tint && math.Abs(l.Points[0].X-limitX(d)) < 0.4 {
					t.Fatalf("log %t: a line of the ground lies on the limit %g", log, limit)
				}
			}
		}
	}
}

// limitX is where a dumbbell of one row has its limit.
func limitX(d Dumbbell) float64 {
	for _, m := range d.Draw(120, 30, fixed).Marks {
		if l, ok := m.(Line); ok && l.Color == Warm {
			return l.Points[0].X
		}
	}
	return math.NaN()
}

// A trend spans six of its smallest changes, and begins at zero or shows that it does not.
func TestTrendSpansSixChanges(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	for range 2000 {
		value, change := random.Float64()*1000, random.Float64()*100
		trend := Trend{Periods: quarters[:2], Values: readings(value, value+random.Float64()), Change: change,
			Limit: []float64{[]float64{nan, random.Float64() * 1000}[random.IntN(2)], nan}}
		d := trend.domain()
		if d.To-d.From < 6*change || d.From > value || d.To < value || d.From < 0 {
			t.Fatalf("%+v: the axis spans %+v", trend, d)
		}
		if slices.Contains(trend.Uses(), "axis-break") != (d.From > 0) {
			t.Fatalf("%+v: %v of %+v", trend, trend.Uses(), d)
		}
	}
	if d := (Trend{Values: readings(-1, -1), Change: 1}).domain(); d.To-d.From < 6 {
		t.Errorf("%+v", d)
	}
}

// The axis is the same at every size, since its domain is that of the data; only its ticks are fewer.
func TestDomainDoesNotDependOnTheBox(t *testing.T) {
	random := rand.New(rand.NewPCG(23, 24))
	for range 200 {
		trend := randomHonest(random)
		want := trend.plotArea(57, 32, fixed).domain
		for _, height := range []float64{17, 20, 26} {
			p := trend.plotArea(80, height, fixed)
			if p.domain != want || len(p.ticks) < 2 {
				t.Fatalf("%+v at %g mm, not %+v; ticks %v", p.domain, height, want, p.ticks)
			}
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
	}
}

// A gap of up to four quarters is drawn across, thin and grey; none where the method changed.
func TestGaps(t *testing.T) {
	for _, c := range []struct {
		values []float64
		breaks int
		want   int
	}{
		{[]float64{1, 2, 3}, 0, 0}, {[]float64{1, nan, 3}, 0, 1}, {[]float64{1, nan, 3}, 2, 0},
		{[]float64{1, nan, nan, nan, nan, 3}, 0, 1}, {[]float64{1, nan, nan, nan, nan, nan, 3}, 0, 0},
		{[]float64{nan, 1, nan, 2, nan, nan, 3}, 0, 2}, {[]float64{nan, 1, nan}, 0, 0},
	} {
		trend := Trend{Periods: quarters[:len(c.values)], Values: readings(c.values...)}
		if c.breaks > 0 {
			trend.Values[c.breaks].Break = true
		}
		p := trend.plotArea(80, 30, fixed)
		if got := len(p.gaps(p.numbers())); got != c.want {
			t.Errorf("%v: %d lines across gaps, not %d", c.values, got, c.want)
		}
	}
}

// A spark says where its line begins and ends, clear of it, and lines up with its neighbours.
func TestSparkValues(t *testing.T) {
	random := rand.New(rand.NewPCG(33, 34))
	for range 300 {
		s := Spark{Values: []float64{mild(random), mild(random), mild(random)}, Limit: nan, First: "2.1", Last: "14.5"}
		d := s.Draw(34+random.Float64()*20, 4.5, fixed)
		honest(t, d)
		inBox(t, d)
		if _, _, ok := extent(s.Values); !ok {
			continue
		}
		if l, ok := d.Marks[1].(Label); !ok || l.Text != "14.5" || l.At.X != d.W-fixed("00.0 %", 7, true) {
			t.Fatalf("%+v", d.Marks[:2])
		}
	}
	s := Spark{Values: []float64{1, 2}, Limit: nan, First: "1", Last: "2"}
	for _, m := range s.Draw(10, 4.5, fixed).Marks {
		if l, ok := m.(Label); ok {
			t.Errorf("%q in a box of 10 mm", l.Text)
		}
	}
}

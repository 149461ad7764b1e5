package chart

import (
	"flag"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files")

// fixed measures every character as half its size.
func fixed(text string, size float64, bold bool) float64 {
	width := float64(len([]rune(text))) * size * mmPerPoint / 2
	if bold {
		width *= 1.1
	}
	return width
}

var nan = math.NaN()

func readings(values ...float64) []TrendPoint {
	var out []TrendPoint
	for _, v := range values {
		out = append(out, TrendPoint{Value: v})
	}
	return out
}

var quarters = []string{"2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4", "2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4"}

func figures() map[string]Figure {
	air := Trend{
		Periods: quarters, Values: readings(1.6, 1.5, nan, 1.3, nan, 0.9, 0.8, 0.71),
		Limit: []float64{2, 2, 2, 2, 1, 1, 1, 1}, Peers: []float64{1, 1, nan, 1.2, nan, 1, 1, 1},
		LastLabel: "0.71", BreakLabel: "method changed", NoData: "no data",
		Target: []float64{nan, nan, nan, nan, 0.5, 0.5, 0.5, 0.5}, TargetLabel: "target",
	}
	air.Values[6].Break = true
	air.Values[5].Below = true
	all := map[string]Figure{
		"trend":       air,
		"trend-empty": Trend{Periods: quarters, NoData: "no data"},
		"track":       Track{Baseline: 0.38, Now: 1, Status: "within"},
		"track-first": Track{Baseline: nan, Now: 0.4, Status: "beyond"},
		"track-none":  Track{Baseline: nan, Now: nan},
		"not-judged":  Mark{Status: "not-judged"},
		"line-warm":   Sample{Name: "line-warm"},
	}
	maps.Copy(all, lanesFigures())
	return all
}

func TestFigures(t *testing.T) {
	for name, figure := range figures() {
		got := figure.Draw(80, 40, fixed).Dump()
		file := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestRunsEndAtGaps(t *testing.T) {
	p := figures()["trend"].(Trend).plotArea(80, 40, fixed)
	var sizes []int
	for _, run := range p.runs(p.numbers(), func(i int) bool { return p.Values[i].Break }) {
		sizes = append(sizes, len(run))
	}
	if diff := cmp.Diff([]int{2, 1, 1, 2}, sizes); diff != "" {
		t.Error(diff)
	}
}

func TestScale(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		lo := (random.Float64() - 0.3) * math.Pow(10, float64(random.IntN(14)-6))
		hi := lo + random.Float64()*math.Pow(10, float64(random.IntN(14)-6))
		if random.IntN(10) == 0 {
			hi = lo
		}
		s := newScale(lo, hi, 5)
		switch {
		case s.Last-s.First > 5 || s.Last <= s.First:
			t.Fatalf("%g to %g has ticks %d to %d", lo, hi, s.First, s.Last)
		case s.value(s.First) > lo+s.Step*1e-6 || s.value(s.Last) < hi-s.Step*1e-6:
			t.Fatalf("%g to %g: axis from %g to %g", lo, hi, s.value(s.First), s.value(s.Last))
		case lo >= 0 && s.First < 0:
			t.Fatalf("%g to %g begins below zero", lo, hi)
		case !round(s.Step):
			t.Fatalf("%g to %g has the step %g", lo, hi, s.Step)
		}
	}
}

// Values too small to be divided give an axis too.
func TestScaleOfNextToNothing(t *testing.T) {
	for _, v := range []float64{5e-324, -5e-324, 1e-300} {
		if s := newScale(math.Min(v, 0), math.Max(v, 0), 8); !(s.Step > 0) {
			t.Errorf("%g: %+v", v, s)
		}
	}
}

func round(step float64) bool {
	mantissa := step / math.Pow(10, math.Floor(math.Log10(step)+1e-9))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if math.Abs(mantissa-m) < 1e-6 {
			return true
		}
	}
	return false
}

// Whatever the data, no mark leaves the box and no two labels touch.
func TestTrendStaysInItsBox(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		trend := randomTrend(random)
		drawing := trend.Draw(60+random.Float64()*60, 25+random.Float64()*40, fixed)
		inBox(t, drawing)
		apart(t, drawing)
	}
}

func randomTrend(random *rand.Rand) Trend {
	trend := Trend{LastLabel: "1,234.5", BreakLabel: "method changed", NoData: "nothing measured"}
	for i := range 1 + random.IntN(24) {
		trend.Periods = append(trend.Periods, quarters[i%len(quarters)])
		v := TrendPoint{Value: random.Float64() * 1000, Break: random.IntN(6) == 0}
		if random.IntN(4) == 0 {
			v.Value = nan
		}
		trend.Values = append(trend.Values, v)
		trend.Limit = append(trend.Limit, []float64{nan, 100, 500}[random.IntN(3)])
	}
	return trend
}

func inBox(t *testing.T, d Drawing) {
	t.Helper()
	for _, m := range d.Marks {
		for _, p := range corners(m) {
			if !(p.X >= -0.01 && p.Y >= -0.01 && p.X <= d.W+0.01 && p.Y <= d.H+0.01) {
				t.Fatalf("%+v leaves the box of %.1f x %.1f", m, d.W, d.H)
			}
		}
	}
}

func corners(m Item) []Point {
	switch m := m.(type) {
	case Line:
		return m.Points
	case Area:
		return m.Points
	case Disc:
		return []Point{{m.At.X - m.R, m.At.Y - m.R}, {m.At.X + m.R, m.At.Y + m.R}}
	case Label:
		left, right, top, bottom := bounds(m)
		return []Point{{left, top}, {right, bottom}}
	}
	return nil
}

func bounds(l Label) (left, right, top, bottom float64) {
	x, w := Measure(fixed).span(l)
	return x, x + w, l.At.Y - l.Size*mmPerPoint*capHeight, l.At.Y
}

func apart(t *testing.T, d Drawing) {
	t.Helper()
	var labels []Label
	for _, m := range d.Marks {
		if l, ok := m.(Label); ok && !l.Bold {
			labels = append(labels, l)
		}
	}
	for i, a := range labels {
		for _, b := range labels[:i] {
			al, ar, at, ab := bounds(a)
			bl, br, bt, bb := bounds(b)
			if al < br && bl < ar && at < bb && bt < ab && !strings.Contains(a.Text+b.Text, "nothing") {
				t.Fatalf("%+v touches %+v", a, b)
			}
		}
	}
}

func TestMarksDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, name := range []string{
		"within", "beyond", "stale", "not-measured", "not-applicable", "no-limit", "not-judged", "up", "down", "flat",
		"below-detection", "baseline", "worst-within", "worst-beyond", "axis-break",
		"line-accent", "line-gap", "line-grey", "line-warm", "line-target",
		"line-break", "line-limit", "line-living",
	} {
		figure, err := NewMark(name)
		if err != nil {
			t.Fatal(err)
		}
		// In grey, colours do not tell marks apart.
		dump := figure.Draw(3, 3, fixed).Dump()
		for _, color := range []Color{Accent, Warm, Ink, Muted} {
			dump = strings.ReplaceAll(dump, string(color), "dark")
		}
		if other, ok := seen[dump]; ok {
			t.Errorf("%s looks like %s", name, other)
		}
		seen[dump] = name
	}
	if _, err := NewMark("withn"); err == nil {
		t.Error("no error for an unknown mark")
	}
}

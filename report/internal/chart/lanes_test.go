package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func lanesFigures() map[string]Figure {
	noise := Dumbbell{Unit: "dB(A)", NoData: "not measured", Rows: []DumbbellRow{
		{ID: "CN-01", Label: "Meihua", Baseline: 88.3, Now: 84.2, Limit: 85, Status: "within"},
		{ID: "CN-02", Label: "Lanxi", Baseline: nan, Now: 85.6, Limit: 85, Status: "beyond"},
		{ID: "CN-03", Label: "Putian Sole Works and Sons of Fujian Province", Baseline: 84, Now: nan, Limit: nan},
		{ID: "CN-04", Label: "Quanzhou", Baseline: 86, Now: 86, Limit: 90, Status: "stale", Text: "86 †"},
	}}
	agent := Dumbbell{Unit: "mg/m³", Log: true, Rows: []DumbbellRow{
		{Label: "Benzene", Baseline: 2, Now: 0.02, Limit: 0.66, Status: "below-detection"},
		{Label: "Toluene", Baseline: 0, Now: 70, Limit: 50, Status: "beyond"},
	}}
	strip := Strip{Unit: "persons", NoData: "no rooms", Rows: []StripRow{
		{ID: "CN-01", Text: "1 of 4", Limits: []float64{8, nan}, Points: []StripPoint{
			{Value: 6}, {Value: 9, Beyond: true}, {Value: 6}, {Value: 4, Below: true}, {Value: nan},
		}},
		{ID: "CN-02", Limits: []float64{8}},
	}}
	ladder := Ladder{
		Unit: "× minimum wage", NoData: "not measured", MinimumLabel: "minimum",
		LowestLabel: "lowest", MedianLabel: "median", LivingLabel: "living",
		Rows: []LadderRow{
			{ID: "CN-01", Minimum: 2000, Living: 3200, Lowest: 1900, Median: 2900, MedianReal: 2700},
			{ID: "CN-02", Minimum: nan, Living: 3200, Lowest: 1900, Median: 2900, MedianReal: nan},
			{ID: "CN-03", Minimum: 1000, Living: nan, Lowest: nan, Median: 1500, MedianReal: nan},
		},
	}
	return map[string]Figure{
		"dumbbell": noise, "dumbbell-log": agent, "dumbbell-none": Dumbbell{NoData: "nothing"},
		"strip": strip, "ladder": ladder,
	}
}

// wild is a value of any kind, now and then none or one beyond all measure.
func wild(random *rand.Rand) float64 {
	switch random.IntN(12) {
	case 0, 1:
		return nan
	case 2:
		return 0
	case 3:
		return math.Inf(1)
	case 4:
		return []float64{1e300, -1e300, 1e-300, 5e-324, 1e15, 42, 42}[random.IntN(7)]
	}
	return (random.Float64() - 0.2) * math.Pow(10, float64(random.IntN(5)-1))
}

// mild is a value as programmes measure it.
func mild(random *rand.Rand) float64 {
	if random.IntN(5) == 0 {
		return nan
	}
	return 1 + random.Float64()*99
}

func someName(random *rand.Rand) string {
	return strings.Repeat("Name of 1 ", random.IntN(5)) + "鞋"
}

func someStatus(random *rand.Rand) string {
	return []string{"within", "beyond", "stale", "below-detection", "", "nonsense"}[random.IntN(6)]
}

func randomLanes(random *rand.Rand, value func(*rand.Rand) float64) []Figure {
	short := func(v float64) string { return strings.TrimSuffix(digits(math.Round(v*100)/100, nil), ".00") }
	d := Dumbbell{Unit: "unit of measure", NoData: "not measured", Log: random.IntN(2) == 0, Format: short}
	s := Strip{Unit: "unit", NoData: "not measured", Log: random.IntN(2) == 0, Format: short, LimitLabel: "limit",
		TextLabel: "not met", Worse: Worse{Left: random.IntN(2) == 0, Words: "worse"}}
	l := Ladder{Unit: "× minimum", NoData: "not measured", MinimumLabel: "legal minimum",
		LowestLabel: "lowest", MedianLabel: "median", LivingLabel: "living wage", Worse: Worse{Left: true, Words: "worse"}}
	for range random.IntN(9) {
		d.Rows = append(d.Rows, DumbbellRow{ID: "CN-01", Label: someName(random), Baseline: value(random),
			Now: value(random), Limit: value(random), Status: someStatus(random)})
		l.Rows = append(l.Rows, LadderRow{Label: someName(random), Minimum: value(random), Living: value(random),
			Lowest: value(random), Median: value(random), MedianReal: value(random)})
		row := StripRow{Label: someName(random), Limits: []float64{value(random)}, Text: "3 of 4"}
		for range random.IntN(60) {
			row.Points = append(row.Points, StripPoint{Value: value(random), Weight: value(random),
				Below: random.IntN(4) == 0, Beyond: random.IntN(4) == 0})
		}
		s.Rows = append(s.Rows, row)
	}
	return []Figure{d, s, l}
}

// Whatever the data and the box, no mark leaves it, and the same data give the
// same marks.
func TestLanesStayInTheirBox(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 400 {
		w, h := 1+random.Float64()*190, 1+random.Float64()*120
		for _, figure := range randomLanes(random, wild) {
			drawing := figure.Draw(w, h, fixed)
			inBox(t, drawing)
			if drawing.Dump() != figure.Draw(w, h, fixed).Dump() {
				t.Fatalf("%+v is drawn in two ways", figure)
			}
		}
	}
}

// No two labels touch, and names keep to their share of the width.
func TestLanesKeepLabelsApart(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		w := 70 + random.Float64()*120
		for _, figure := range randomLanes(random, mild) {
			drawing := figure.Draw(w, figure.(interface{ Height() float64 }).Height(), fixed)
			allApart(t, drawing)
			for _, m := range drawing.Marks {
				if l, ok := m.(Label); ok && strings.HasPrefix(l.Text, "Name") {
					if _, right, _, _ := bounds(l); right > w*nameShare+0.01 {
						t.Fatalf("%q ends at %.1f of %.1f", l.Text, right, w)
					}
				}
			}
		}
	}
}

func allApart(t *testing.T, d Drawing) {
	t.Helper()
	var plain Drawing
	for _, m := range d.Marks {
		if l, ok := m.(Label); ok {
			size := l.Size
			if l.Bold {
				size *= 1.1 // which is as wide in the tests' measure
			}
			plain.Marks = append(plain.Marks, Label{At: l.At, Text: l.Text, Size: size, Anchor: l.Anchor})
		}
	}
	apart(t, plain)
}

func TestNowIsWhereItsTickIs(t *testing.T) {
	for _, log := range []bool{false, true} {
		d := Dumbbell{Log: log, Rows: []DumbbellRow{{Baseline: 10, Now: 100, Limit: 1, Status: "within"}}}
		places := map[string]float64{}
		var disc, ring float64
		for _, m := range d.Draw(180, d.Height(), fixed).Marks {
			switch m := m.(type) {
			case Label:
				if !m.Bold {
					places[m.Text] = m.At.X
				}
			case Disc:
				if m.Fill == Accent {
					disc = m.At.X
				} else {
					ring = m.At.X
				}
			}
		}
		if places["100"] != disc || log && places["10"] != ring {
			t.Errorf("log %t: disc at %g, ring at %g, ticks %v", log, disc, ring, places)
		}
	}
}

func TestLadderNeedsAMinimum(t *testing.T) {
	for _, minimum := range []float64{nan, 0, -2, math.Inf(1)} {
		row := LadderRow{Minimum: minimum, Living: 2, Lowest: 1, Median: 1.5, MedianReal: nan}.multiples()
		if present(row.Living) && math.IsInf(minimum, 0) == false || present(row.MedianReal) {
			t.Errorf("minimum %g: %+v", minimum, row)
		}
	}
	row := LadderRow{Minimum: 2000, Living: 3000, Lowest: 2000, Median: 2500, MedianReal: nan}.multiples()
	if row.Living != 1.5 || row.Lowest != 1 || row.Median != 1.25 {
		t.Errorf("%+v", row)
	}
}

// Dots lie at their values, none upon another while there is room.
func TestSwarm(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		var dots []dot
		for range random.IntN(40) {
			dots = append(dots, dot{x: math.Round(random.Float64() * 100), r: 0.4 + random.Float64()*0.3})
		}
		row := StripRow{}
		for _, d := range dots {
			row.Points = append(row.Points, StripPoint{Value: d.x, Weight: d.r})
		}
		g := &lanes{x: axis{from: 0, to: 100, share: func(v float64) float64 { return v / 100 }}}
		dots = ofRadius(row.dots(g, 0.7), 0.7)
		if overlapping := stackDots(dots, 3.7); overlapping > 0 {
			continue
		}
		for i, a := range dots {
			if math.Abs(a.x-a.Value) > 1e-9 || math.Abs(a.dy)+a.r > 3.7+1e-9 {
				t.Fatalf("%+v is out of place", a)
			}
			for _, b := range dots[:i] {
				if math.Hypot(a.x-b.x, a.dy-b.dy) < a.r+b.r-1e-9 {
					t.Fatalf("%+v lies on %+v", a, b)
				}
			}
		}
	}
}

func TestCrowdedSwarmStaysInItsRow(t *testing.T) {
	dots := make([]dot, 5000)
	for i := range dots {
		dots[i] = dot{x: 10, r: 0.6}
	}
	if overlapping := stackDots(dots, 3.7); overlapping < 4000 {
		t.Errorf("only %d lie over others", overlapping)
	}
	for _, d := range dots {
		if math.Abs(d.dy)+d.r > 3.7+1e-9 {
			t.Fatalf("%+v leaves its row", d)
		}
	}
}

// A part of a figure has the axis and the columns of all of it, and its rows.
func TestPartsShareTheirAxis(t *testing.T) {
	random := rand.New(rand.NewPCG(25, 26))
	for range 200 {
		for _, figure := range randomLanes(random, mild) {
			whole, parts := parted(figure)
			want := placed(whole.Draw(150, whole.Height(), fixed), whole.Height())
			for _, part := range parts {
				if got := placed(part.Draw(150, part.Height(), fixed), part.Height()); got != want {
					t.Fatalf("a part has\n%snot\n%s", got, want)
				}
			}
		}
	}
}

type tall interface {
	Figure
	Height() float64
}

// parted is a figure and its rows one by one.
func parted(figure Figure) (whole tall, parts []tall) {
	switch f := figure.(type) {
	case Dumbbell:
		for i := range f.Rows {
			parts = append(parts, f.Part(i, 1))
		}
		return f, parts
	case Strip:
		for i := range f.Rows {
			parts = append(parts, f.Part(i, 1))
		}
		return f, parts
	case Ladder:
		for i := range f.Rows {
			parts = append(parts, f.Part(i, 1))
		}
		return f, parts
	}
	return nil, nil
}

// placed tells the labels above and below the rows with their places across.
func placed(d Drawing, height float64) string {
	var out strings.Builder
	for _, m := range d.Marks {
		if l, ok := m.(Label); ok && (l.At.Y < headRoom || l.At.Y > height-tickRoom) {
			fmt.Fprintf(&out, "%s at %.2f\n", l.Text, l.At.X)
		}
	}
	return out.String()
}

// Rows of figures that stand side by side are one: the lines between them meet.
func TestPanelsHaveEqualRows(t *testing.T) {
	random := rand.New(rand.NewPCG(27, 28))
	for range 100 {
		var want []float64
		for i, figure := range randomLanes(random, mild) {
			var got []float64
			for _, m := range figure.Draw(120, figure.(tall).Height(), fixed).Marks {
				if l, ok := m.(Line); ok && l.Color == Hairline {
					got = append(got, l.Points[0].Y)
				}
			}
			if i == 0 {
				want = got
			}
			if !slices.Equal(got, want) {
				t.Fatalf("rows at %v beside rows at %v", got, want)
			}
		}
	}
}

// A box that is too low for its type is not drawn without names: the figure takes the height it needs.
func TestLowBoxesKeepTheirNames(t *testing.T) {
	for rows := 1; rows < 30; rows++ {
		d := Dumbbell{Unit: "%", Domain: Shares()}
		for range rows {
			d.Rows = append(d.Rows, DumbbellRow{ID: "CN-01", Baseline: 20, Now: 60})
		}
		drawing := d.Draw(100, 2, fixed)
		names, ticks := 0, 0
		for _, m := range drawing.Marks {
			if l, ok := m.(Label); ok && l.Text == "CN-01" {
				names++
			} else if ok && l.Color == Muted {
				ticks++
			}
		}
		if names != rows || ticks < 3 {
			t.Errorf("%d rows: %d names and %d labels of the axis in %.1f mm", rows, names, ticks, drawing.H)
		}
		honest(t, drawing)
	}
}

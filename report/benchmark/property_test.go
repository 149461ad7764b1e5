package benchmark_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// random writes a programme of some factories, quarters and areas in which no two values are equal.
func random(t testing.TB, seed uint64, factories, quarters, rows int) *book {
	b, rnd := newBook(t), rand.New(rand.NewPCG(seed, 1))
	b.data.Factories = nil
	b.law("noise exposure * 85 dB(A) code")
	b.law("light illuminance * 300 lx code")
	b.law("air mixture * 1 1 code")
	for _, agent := range []string{"toluene", "acetone", "benzene", "xylene"} {
		b.law("air concentration/" + agent + " * 50 mg/m3 code")
	}
	b.law("dorms space * 4 m2 code")
	b.law("dorms toilets * 15 persons code")
	b.law("earnings minimum * 3000 CNY legal")
	b.law("earnings hours * 60 h code")
	between := func(low, high float64) float64 { return low + rnd.Float64()*(high-low) }
	for f := range factories {
		b.in(fmt.Sprint("F", f), []string{"CN-GD", "VN-HN"}[f%2], []string{"CN-GD", "VN-I"}[f%2])
		for q := range quarters {
			b.date, _ = standard.DateOf(2022+q/4, q%4*3+1, 1+rnd.IntN(28))
			for i := range rows {
				people, at := workers(1+float64(rnd.IntN(30))), place(fmt.Sprint("place ", i))
				b.noise(between(75, 95), people, at)
				b.noise(between(75, 95), people, at, code(fmt.Sprint("W", i)), hours(4))
				b.noise(between(75, 95), people, at, code(fmt.Sprint("W", i)), hours(5))
				b.light([]string{"cutting", "packing"}[i%2], between(100, 900), people, at)
				b.air("toluene", between(10, 60), people, at)
				b.air([]string{"acetone", "benzene"}[i%2], between(10, 60), people, at, func(r *reading) { r.Below = i%5 == 0 })
				b.air("o-xylene", between(5, 30), people, at, group(fmt.Sprint("G", i%3)))
				b.air("m-xylene", between(5, 30), people, at, group(fmt.Sprint("G", i%3)))
				b.air("xylene", between(5, 90), people, at, []change{personal, areaSample}[i%2], group("P"), code(fmt.Sprint("W", i)), hours(between(3, 9)))
				b.air("acetone", between(5, 90), people, at, code("W"), hours(between(1, 4)))
				if rnd.IntN(6) == 0 {
					b.lose()
				}
				b.room(fmt.Sprint(i), between(15, 45), between(4, 12), toilets(float64(rnd.IntN(2)+min(i%3, 1))), building(fmt.Sprint(i%3)))
				b.pay(fmt.Sprint("group ", i), 1+float64(rnd.IntN(40)), between(2500, 4000), weekly(between(40, 70)), ordinary(170))
			}
		}
	}
	return b
}

// sameResults wants equal figures, up to the last digits; but are columns that may differ.
func sameResults(t *testing.T, got, want []*benchmark.Result, but ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	columns := []string{"unit", "level", "qualifier", "n", "weight", "limit", "kind", "within", "worst", "place", "status", "measured", "baseline", "from", "change", "verdict", "gap", "trend", "peers", "median"}
	for i, g := range got {
		w := want[i]
		at := fmt.Sprint(g.Factory.ID, " ", g.Period, " ", g.Area.ID, " ", g.IndicatorID(), " ", g.Subject)
		if other := fmt.Sprint(w.Factory.ID, " ", w.Period, " ", w.Area.ID, " ", w.IndicatorID(), " ", w.Subject); at != other {
			t.Fatalf("row %d is %s, want %s", i, at, other)
		}
		for _, column := range columns {
			a, b := columnOf(t, g, column), columnOf(t, w, column)
			x, isNumber := a.(float64)
			y, _ := b.(float64)
			equal := a == b || isNumber && (math.IsNaN(x) && math.IsNaN(y) || math.Abs(x-y) <= 1e-9*max(1, math.Abs(x)))
			for _, name := range but {
				equal = equal || name == column
			}
			if !equal {
				t.Errorf("%s: %s is %v, want %v", at, column, a, b)
			}
		}
	}
}

// Where its rows stand in a sheet must not matter. (Numbered anew: the order of files and rows settles ties only.)
func TestOrderOfRowsDoesNotMatter(t *testing.T) {
	for seed := range uint64(4) {
		b := random(t, seed, 5, 6, 6)
		want, _ := b.compare()
		rnd := rand.New(rand.NewPCG(seed, 2))
		shuffled := *b
		shuffled.rows = append([]audit.Reading(nil), b.rows...)
		rows := shuffled.rows
		rnd.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		for i := range rows {
			rows[i].Source.Order, rows[i].Source.Row = i+1, i+2
		}
		got, _ := shuffled.compare()
		sameResults(t, got, want)
	}
}

// Weights are relative: ten times the people everywhere change no share, level or verdict.
func TestScaleOfWeightsDoesNotMatter(t *testing.T) {
	b := random(t, 7, 3, 5, 6)
	want, _ := b.compare()
	for i := range b.rows {
		b.rows[i].Workers *= 10
	}
	got, _ := b.compare()
	sameResults(t, got, want, "weight")
}

// A factory of another country, however it does, is nobody's peer here.
func TestFactoriesElsewhereAreNoPeers(t *testing.T) {
	b := random(t, 11, 10, 4, 4)
	want, _ := b.compare()
	b.in("X", "US-CA", "US-CA")
	for q := range 4 {
		b.on(fmt.Sprintf("2022-Q%d", q+1))
		b.noise(120)
		b.light("cutting", 1)
		b.air("toluene", 900)
		b.room("1", 4, 4)
		b.pay("a", 9, 1, currency("USD"))
	}
	all, _ := b.compare()
	var got []*benchmark.Result
	for _, r := range all {
		if r.Factory.ID != "X" {
			got = append(got, r)
		} else if r.HasPeers && r.PeersN != 0 {
			t.Errorf("the factory in the US has %d peers", r.PeersN)
		}
	}
	sameResults(t, got, want)
}

// directed gives the verdicts on levels, one a quarter, where better is higher or lower.
func directed(t *testing.T, better string, levels []float64) (verdicts []string) {
	b := newBook(t)
	area := *b.std.Area("light")
	area.Indicators = append([]standard.Indicator(nil), area.Indicators...)
	area.Indicators[0].Better, area.Indicators[0].ChangePercent, area.Indicators[0].Change = better, 0, 3
	for i, level := range levels {
		b.on(fmt.Sprintf("%d-Q%d", 2022+i/4, i%4+1))
		b.light("cutting", level, func(r *reading) { r.Area = &area })
	}
	results, _ := b.compare()
	for _, r := range results {
		if r.IndicatorID() == "illuminance" {
			verdicts = append(verdicts, r.Verdict)
		}
	}
	return verdicts
}

// With better turned round, improved becomes worsened and the other way about; with the levels mirrored too, all is as
// before.
func TestDirection(t *testing.T) {
	opposite := map[string]string{"improved": "worsened", "worsened": "improved", "held": "held", "first": "first"}
	rnd, moved := rand.New(rand.NewPCG(8, 8)), 0
	for range 30 {
		levels, mirrored := make([]float64, 8), make([]float64, 8)
		for i := range levels {
			levels[i] = 80 + 10*rnd.Float64()
			mirrored[i] = 170 - levels[i]
		}
		lower, higher, both := directed(t, "lower", levels), directed(t, "higher", levels), directed(t, "higher", mirrored)
		for i, verdict := range lower {
			if higher[i] != opposite[verdict] || both[i] != verdict {
				t.Errorf("%s turned round is %s, mirrored too %s", verdict, higher[i], both[i])
			}
			if verdict != opposite[verdict] {
				moved++
			}
		}
	}
	if moved == 0 {
		t.Error("nothing moved, so nothing was tried")
	}
}

// Means lie between the least and the largest of what they are made of; shares between 0 and 1 (in compare).
func TestLevelsLieAmongTheirUnits(t *testing.T) {
	b := random(t, 3, 6, 8, 7)
	results, _ := b.compare()
	for _, r := range results {
		if r.Indicator == nil || math.IsNaN(r.Level) || r.Area.ID == "dorms" && r.IndicatorID() != "space" {
			continue
		}
		low, high := math.Inf(1), math.Inf(-1)
		for _, u := range r.Units {
			low, high = min(low, u.Value), max(high, u.Value)
		}
		if r.Level < low-1e-9 || r.Level > high+1e-9 {
			t.Errorf("%s %s %s: the level %v lies outside %v to %v", r.Factory.ID, r.Period, r.IndicatorID(), r.Level, low, high)
		}
	}
}

// At the limit the whole gap is closed, half way half of it.
func TestGapClosedAtTheLimit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	for range 50 {
		limit, from := 200+300*rnd.Float64(), 10+150*rnd.Float64()
		for share, want := range map[float64]string{1: "1.000000", 0.5: "0.500000", 0: "0.000000", -0.05: "-0.050000"} {
			b := newBook(t)
			b.law(fmt.Sprintf("light illuminance * %.15f lx code", limit))
			b.light("cutting", from)
			b.on("2026-Q2")
			b.light("cutting", from+share*(limit-from))
			b.hold("light illuminance cutting: gap=" + want)
		}
	}
}

// The same rows give the same results, in the same order, on any number of processors.
func TestSameAgain(t *testing.T) {
	b := random(t, 9, 5, 5, 5)
	first, firstProblems := b.compare()
	again, againProblems := b.compare()
	sameResults(t, again, first)
	if fmt.Sprint(firstProblems) != fmt.Sprint(againProblems) {
		t.Error("problems differ from run to run")
	}
}

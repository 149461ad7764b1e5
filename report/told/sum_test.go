package told_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/compose/small"
	"plimsoll/report/told"
)

// sumOf is the sum of an area over all factories of a source.
func sumOf(source *compose.Source, area string) *told.Sum {
	return source.Sum(source.Standard.Area(area), source.Active())
}

const lightHeadings = "Factory ID,Date,Location,Process,Illuminance,Workers\n"

// TestLevelAndChangeHaveBases: one factory was measured before and is well, a new one is not; the level speaks of both.
func TestLevelAndChangeHaveBases(t *testing.T) {
	source := small.Read(t, small.Sheets{
		"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\nB,Beta,VN,VN-I,600\nC,Gamma,VN,VN-I,\n",
		"Light": lightHeadings + "A,2026-02-03,Line,stitching,800,357\nA,2026-02-03,Stairs,stitching,300,15\n" +
			"A,2026-08-04,Line,stitching,800,357\nA,2026-08-04,Stairs,stitching,800,15\nB,2026-08-04,Line,stitching,200,260\n"})
	s := sumOf(source, "light")
	if want := (told.Split{Within: 372, Beyond: 260}); s.Now != want || s.Judged() != 2 {
		t.Errorf("now %v at %d factories", s.Now, s.Judged())
	}
	if want := (told.Split{Within: 372}); s.Twice.Now != want || s.Twice.Factories != 1 || s.Twice.Points() != 4 {
		t.Errorf("twice %+v, %v points", s.Twice, s.Twice.Points())
	}
	if c := s.Coverage; c.Measured != 632 || c.Workers != 1000 || c.Silent != 1 || c.Factories != 2 || c.Expected != 3 || c.Share() != 0.632 {
		t.Errorf("coverage %+v", c)
	}
	if s.IsEveryone() || !s.IsTold() || len(s.Of(told.NeverMeasured)) != 1 || s.Of(told.JudgedOnce)[0].Factory.ID != "B" {
		t.Errorf("%+v", s.Parts)
	}
}

// TestPointsAreOfPrintedShares: 94 − 79 is 15, also where the shares themselves differ by 14.4 points.
func TestPointsAreOfPrintedShares(t *testing.T) {
	for _, test := range []struct {
		now, then told.Split
		want      float64
	}{
		{told.Split{Within: 936, Beyond: 64}, told.Split{Within: 792, Beyond: 208}, 15},
		{told.Split{Within: 999, Beyond: 1}, told.Split{Within: 94, Beyond: 6}, 5},
		{told.Split{Within: 100}, told.Split{Within: 1, Beyond: 999}, 99},
		{told.Split{Within: 5, Beyond: 5}, told.Split{Within: 5, Beyond: 5}, 0},
	} {
		if got := told.Points(test.now, test.then); got != test.want {
			t.Errorf("%v, %v: %v", test.now, test.then, got)
		}
	}
}

// TestEveryone: one unit anywhere that is beyond, stale, not judged, never measured or lost forbids the word.
func TestEveryone(t *testing.T) {
	const factories = "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\nB,Beta,VN,VN-I,600\n"
	const well = "A,2026-08-04,Line,stitching,800,20\n"
	for name, test := range map[string]struct {
		lines    string
		everyone bool
	}{
		"all well":               {well + "B,2026-08-04,Line,stitching,800,30\n", true},
		"measured a quarter ago": {well + "B,2026-05-04,Line,stitching,800,30\n", true},
		"one beyond":             {well + "B,2026-08-04,Line,stitching,200,30\n", false},
		"one never measured":     {well, false},
		"one stale":              {well + "B,2025-02-04,Line,stitching,800,30\n", false},
		"one without a limit":    {well + "B,2026-08-04,Line,stitching,800,30\nB,2026-08-04,Yard,yard,800,1\n", false},
		"one lost":               {well + "B,2026-08-04,Line,stitching,800,30\nB,2026-08-04,Hall,stitching,dark,30\n", false},
	} {
		s := sumOf(small.Read(t, small.Sheets{"Factories": factories, "Light": lightHeadings + test.lines}), "light")
		if s.IsEveryone() != test.everyone {
			t.Errorf("%s: %v", name, s.IsEveryone())
		}
	}
}

// TestTooFewVerdicts: of those measured at least half must have a verdict.
func TestTooFewVerdicts(t *testing.T) {
	for workers, told := range map[int]bool{19: true, 20: true, 21: false} {
		s := sumOf(small.Read(t, small.Sheets{"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,VN,VN-I,400\n",
			"Light": lightHeadings + fmt.Sprintf("A,2026-08-04,Line,stitching,800,20\nA,2026-08-04,Yard,yard,800,%d\n", workers)}), "light")
		if s.IsTold() != told || s.Unjudged != float64(workers) {
			t.Errorf("%d: %v, %v not judged", workers, s.IsTold(), s.Unjudged)
		}
	}
}

// drawn is one place of a random programme.
type drawn struct {
	factory, quarter, place int
	level, workers          int
}

// quarters of random programmes: the first is stale in the last, the second a year before it.
var quarters = []string{"2025-05-04", "2025-08-04", "2026-05-04", "2026-08-04"}

func drawProgramme(r *rand.Rand) []drawn {
	var out []drawn
	for factory := range 6 {
		for quarter := range quarters {
			if r.IntN(2) == 0 {
				continue
			}
			for place := range 1 + r.IntN(3) {
				for range 1 + r.IntN(2) { // a place measured twice counts once
					out = append(out, drawn{factory, quarter, place, 80 + r.IntN(10), 1 + r.IntN(90)})
				}
			}
		}
	}
	return append(out, drawn{6, 3, 0, 84, 10}) // so that the last quarter is always the reported one
}

func (d drawn) line() string {
	return fmt.Sprintf("F%d,%s,Place %d,%d,8,%d\n", d.factory, quarters[d.quarter], d.place, d.level, d.workers)
}

// count is the people within and beyond 85 dB(A) of a factory and quarter, reckoned from what was drawn.
func count(all []drawn, factory, quarter int) (within, beyond int) {
	for place := range 3 {
		most, over, any := 0, false, false
		for _, d := range all {
			if d.factory == factory && d.quarter == quarter && d.place == place {
				most, over, any = max(most, d.workers), over || d.level > 85, true
			}
		}
		switch {
		case any && over:
			beyond += most
		case any:
			within += most
		}
	}
	return within, beyond
}

// TestSumsOfRandomProgrammes reckons the sums of random programmes once more, from the numbers in their sheets.
func TestSumsOfRandomProgrammes(t *testing.T) {
	r := rand.New(rand.NewPCG(14, 1))
	for range 60 {
		all := drawProgramme(r)
		factories, noise := "Factory ID,Name,Country,Region,Workers\n", "Factory ID,Date,Location,Level,Hours a day,Workers\n"
		for f := range 7 {
			factories += fmt.Sprintf("F%d,Mill,CN,CN-GD,300\n", f)
		}
		for _, d := range all {
			noise += d.line()
		}
		s := sumOf(small.Read(t, small.Sheets{"Factories": factories, "Noise": noise}), "noise")
		holdSum(t, s, all)
	}
}

func holdSum(t *testing.T, s *told.Sum, all []drawn) {
	t.Helper()
	var now, twice, then [2]int
	stale, never, once := 0, 0, 0
	for f := range 7 {
		var measured []int
		for q := range quarters {
			if w, b := count(all, f, q); w+b > 0 {
				measured = append(measured, q)
			}
		}
		if len(measured) == 0 {
			never++
			continue
		}
		first, last := measured[0], measured[len(measured)-1]
		w, b := count(all, f, last)
		switch w0, b0 := count(all, f, first); {
		case last == 0:
			stale++
			continue
		case first == last:
			once++
		default:
			twice, then = [2]int{twice[0] + w, twice[1] + b}, [2]int{then[0] + w0, then[1] + b0}
		}
		now = [2]int{now[0] + w, now[1] + b}
	}
	split := func(n [2]int) told.Split { return told.Split{Within: float64(n[0]), Beyond: float64(n[1])} }
	if s.Now != split(now) || s.Twice.Now != split(twice) || s.Twice.Then != split(then) {
		t.Errorf("%v %+v, not %v %v %v", s.Now, s.Twice, now, twice, then)
	}
	if len(s.Of(told.OutOfDate)) != stale || len(s.Of(told.NeverMeasured)) != never || len(s.Of(told.JudgedOnce)) != once {
		t.Errorf("%+v, not %d stale, %d never, %d once", s.Parts, stale, never, once)
	}
	if s.Coverage.Measured != float64(now[0]+now[1]) || s.Coverage.Expected != 7 || s.Coverage.Factories != 7-stale-never {
		t.Errorf("%+v", s.Coverage)
	}
}

// TestGapsByGravity: the law before a code, an open critical finding before numbers, then people × distance; the worst
// place of each gap first, and what is out of date at the end.
func TestGapsByGravity(t *testing.T) {
	source := small.Read(t, small.Sheets{
		"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,CN,CN-GD,400\nB,Beta,CN,CN-GD,600\nC,Gamma,CN,CN-GD,90\nD,Delta,CN,CN-GD,90\n",
		"Noise": "Factory ID,Date,Location,Level,Hours a day,Workers\nA,2026-08-04,Press,86,8,200\nA,2026-08-04,Saw,91,8,10\n" +
			"B,2026-08-04,Press,86,8,5\nC,2025-02-04,Press,99,8,80\nD,2026-08-04,Press,86,8,90\n",
		"Findings": "Finding ID,Factory ID,Raised,Area,Finding,Action,Severity,Due\nF1,B,2026-08-01,noise,Loud,remediation,critical,2026-09-01\n" +
			"F2,B,2026-08-01,noise,Loud,remediation,minor,2026-08-02\nF3,A,2026-08-01,noise,Loud,remediation,major,\n"})
	var ids []string
	gaps := source.Gaps(source.Active())
	for _, g := range gaps {
		ids = append(ids, g.Factory.ID)
	}
	if !slices.Equal(ids, []string{"B", "A", "D", "C"}) {
		t.Fatalf("%v", ids)
	}
	a := gaps[1]
	if a.People != 210 || a.Places[0].Place != "Saw" || a.Value != 85 || a.Critical() || len(a.Findings) != 1 {
		t.Errorf("%+v", a)
	}
	if want := 200*(math.Pow(10, 0.1)-1) + 10*(math.Pow(10, 0.6)-1); math.Abs(a.Weight-want) > 1e-9 {
		t.Errorf("%v, not %v", a.Weight, want)
	}
	if b := gaps[0]; !b.Critical() || b.Findings[0].ID != "F1" || len(b.Findings) != 2 {
		t.Errorf("%+v", b.Findings)
	}
	if !gaps[3].IsStale() || !gaps[0].BreaksLaw() {
		t.Error("stale")
	}
}

// TestPublicSum adds up only what may be told: of a factory with few people beyond nothing at all.
func TestPublicSum(t *testing.T) {
	source := small.Read(t, small.Sheets{
		"Factories": "Factory ID,Name,Country,Region,Workers\nA,Alpha,CN,CN-GD,400\nB,Beta,CN,CN-GD,600\n",
		"Noise":     "Factory ID,Date,Location,Level,Hours a day,Workers\nA,2026-08-04,Press,80,8,200\nB,2026-08-04,Press,90,8,5\nB,2026-08-04,Hall,80,8,90\n",
		"Limits":    "Area,Indicator,Jurisdiction,Limit,Unit,Kind,Source,Verified\nnoise,exposure,CN,85,dB(A),legal,Law,yes\n"})
	area := source.Standard.Area("noise")
	s := source.PublicSum(area, source.Active())
	if want := (told.Split{Within: 200}); s.Now != want || len(s.Of(told.Withheld)) != 1 || s.Coverage.Measured != 200 || s.IsEveryone() {
		t.Errorf("%+v", s)
	}
	if inside := source.Sum(area, []*audit.Factory{source.Data.Factories[1]}); inside.Now.Beyond != 5 {
		t.Errorf("%+v", inside.Now)
	}
}

package told

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

func TestFewPeople(t *testing.T) {
	for people, want := range map[float64]bool{0: false, 0.5: true, 1: true, 9: true, 9.9: true, 10 - 1e-12: false, 10: false, 11: false} {
		if Few(people) != want {
			t.Errorf("%v: %v", people, !want)
		}
	}
}

func TestIsSuppressed(t *testing.T) {
	for _, test := range []struct {
		name string
		row  []Split
		want bool
	}{
		{"many on both sides", []Split{{82, 34}, {28, 131}}, false},
		{"all within", []Split{{588, 0}, {300, 288}}, false},
		{"none within", []Split{{0, 40}, {0, 40}}, false},
		{"nobody judged at the baseline", []Split{{82, 34}, {}}, false},
		{"few beyond give themselves away by the share", []Split{{258, 8}, {226, 40}}, true},
		{"few within", []Split{{9, 300}, {100, 200}}, true},
		{"few in all", []Split{{5, 0}, {}}, true},
		{"few at the baseline only", []Split{{82, 34}, {110, 6}}, true},
		{"just enough", []Split{{10, 10}, {10, 10}}, false},
	} {
		if got := IsSuppressed(test.row...); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// summed is the sum of parts of which those that are small are withheld, as PublicSum makes it.
func summed(rows [][]Split) *Sum {
	s := &Sum{}
	for _, row := range rows {
		part := Part{AreaStatus: nobody, Class: JudgedTwice, Now: row[0], Then: row[1]}
		if IsSuppressed(row...) {
			part = Part{AreaStatus: nobody, Class: Withheld}
		}
		s.add(part)
	}
	return s
}

// nobody is an area of a factory that does not say how many work there.
var nobody = &AreaStatus{Factory: &audit.Factory{Workers: math.NaN()}, Last: &Figure{Result: &benchmark.Result{CountsPeople: true}}}

func TestSumLeavesOutWhatIsWithheld(t *testing.T) {
	sum := summed([][]Split{{{82, 34}, {28, 131}}, {{29, 6}, {29, 30}}, {{61, 38}, {15, 113}}})
	if sum.Twice.Factories != 2 || sum.Now != (Split{143, 72}) || sum.Twice.Then != (Split{43, 244}) || len(sum.Of(Withheld)) != 1 {
		t.Errorf("%+v", sum)
	}
	if sum := summed([][]Split{{{4, 4}, {30, 30}}}); sum.Now.Judged() != 0 || sum.Coverage.Expected != 0 {
		t.Errorf("a sum of nothing: %+v", sum)
	}
}

// printed is all that a table of people lets a reader know.
func printed(rows [][]Split) string {
	sum := summed(rows)
	out := fmt.Sprint(sum.Now, sum.Twice, sum.Coverage, sum.Unjudged)
	for _, row := range rows {
		if IsSuppressed(row...) {
			out += " suppressed"
		} else {
			out += fmt.Sprint(row)
		}
	}
	return out
}

func randomSplit(r *rand.Rand) Split {
	one := func() float64 {
		switch r.IntN(4) {
		case 0:
			return 0
		case 1:
			return float64(1 + r.IntN(9))
		case 2:
			return float64(10 + r.IntN(5))
		}
		return float64(r.IntN(3000)) / 2
	}
	return Split{one(), one()}
}

// TestNothingSuppressedIsPrinted changes every suppressed row into any other that is suppressed: not a character of
// the table may change. Then no reckoning whatever, also with the tables of other quarters, gets a suppressed number
// out of it.
func TestNothingSuppressedIsPrinted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	suppressed := 0
	for range 5000 {
		rows := make([][]Split, 1+r.IntN(6))
		for i := range rows {
			rows[i] = []Split{randomSplit(r), randomSplit(r)}
		}
		other := slices.Clone(rows)
		for i, row := range rows {
			if !IsSuppressed(row...) {
				continue
			}
			suppressed++
			for other[i] = []Split{randomSplit(r), randomSplit(r)}; !IsSuppressed(other[i]...); {
				other[i] = []Split{randomSplit(r), randomSplit(r)}
			}
		}
		if a, b := printed(rows), printed(other); a != b {
			t.Fatalf("%v\n%s\n%s", rows, a, b)
		}
	}
	if suppressed < 1000 {
		t.Errorf("only %d rows were suppressed", suppressed)
	}
}

// TestNoPrintedPeopleUnderTen holds every number that is printed, and every difference within a row or to a sum, to
// ten.
func TestNoPrintedPeopleUnderTen(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		rows := [][]Split{{randomSplit(r), randomSplit(r)}, {randomSplit(r), randomSplit(r)}, {randomSplit(r), randomSplit(r)}}
		sum := summed(rows)
		shown := slices.DeleteFunc(slices.Clone(rows), func(row []Split) bool { return IsSuppressed(row...) })
		shown = append(shown, []Split{sum.Now, sum.Twice.Now, sum.Twice.Then})
		for _, row := range shown {
			for _, s := range row {
				for _, n := range []float64{s.Within, s.Beyond, s.Judged()} {
					if n > 0 && n < 10 {
						t.Fatalf("%v prints %v", rows, n)
					}
				}
			}
		}
	}
}

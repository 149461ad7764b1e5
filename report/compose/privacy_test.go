package compose

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"plimsoll/report/language"
	"plimsoll/templates"
)

func TestFewPeople(t *testing.T) {
	for people, want := range map[float64]bool{0: false, 0.5: true, 1: true, 9: true, 9.9: true, 10 - 1e-12: false, 10: false, 11: false} {
		if fewPeople(people) != want {
			t.Errorf("%v: %v", people, !want)
		}
	}
}

func TestIsSuppressed(t *testing.T) {
	for _, test := range []struct {
		name string
		row  []split
		want bool
	}{
		{"many on both sides", []split{{82, 34}, {28, 131}}, false},
		{"all within", []split{{588, 0}, {300, 288}}, false},
		{"none within", []split{{0, 40}, {0, 40}}, false},
		{"nobody judged at the baseline", []split{{82, 34}, {}}, false},
		{"few beyond give themselves away by the share", []split{{258, 8}, {226, 40}}, true},
		{"few within", []split{{9, 300}, {100, 200}}, true},
		{"few in all", []split{{5, 0}, {}}, true},
		{"few at the baseline only", []split{{82, 34}, {110, 6}}, true},
		{"just enough", []split{{10, 10}, {10, 10}}, false},
	} {
		if got := isSuppressed(test.row...); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestSumOf(t *testing.T) {
	rows := [][]split{{{82, 34}, {28, 131}}, {{29, 6}, {29, 30}}, {{61, 38}, {15, 113}}}
	sums, n := sumOf(rows)
	if n != 2 || !slices.Equal(sums, []split{{143, 72}, {43, 244}}) {
		t.Error(sums, n)
	}
	if sums, n := sumOf([][]split{{{4, 4}, {30, 30}}}); n != 0 || sums != nil {
		t.Error("a sum of nothing", sums)
	}
}

// printed is all that a table of people lets a reader know.
func printed(rows [][]split) string {
	sums, n := sumOf(rows)
	out := fmt.Sprint(sums, n)
	for _, row := range rows {
		if isSuppressed(row...) {
			out += " suppressed"
		} else {
			out += fmt.Sprint(row)
		}
	}
	return out
}

func randomSplit(r *rand.Rand) split {
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
	return split{one(), one()}
}

// TestNothingSuppressedIsPrinted changes every suppressed row into any other that is suppressed: not a character of the table
// may change. Then no reckoning whatever, also with the tables of other quarters, gets a suppressed number out of it.
func TestNothingSuppressedIsPrinted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	suppressed := 0
	for range 5000 {
		rows := make([][]split, 1+r.IntN(6))
		for i := range rows {
			rows[i] = []split{randomSplit(r), randomSplit(r)}
		}
		other := slices.Clone(rows)
		for i, row := range rows {
			if !isSuppressed(row...) {
				continue
			}
			suppressed++
			for other[i] = []split{randomSplit(r), randomSplit(r)}; !isSuppressed(other[i]...); {
				other[i] = []split{randomSplit(r), randomSplit(r)}
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

// TestNoPrintedPeopleUnderTen holds every number that is printed, and every difference within a row or to a sum, to ten.
func TestNoPrintedPeopleUnderTen(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		rows := [][]split{{randomSplit(r), randomSplit(r)}, {randomSplit(r), randomSplit(r)}, {randomSplit(r), randomSplit(r)}}
		sums, _ := sumOf(rows)
		shown := slices.DeleteFunc(slices.Clone(rows), func(row []split) bool { return isSuppressed(row...) })
		if sums != nil {
			shown = append(shown, sums)
		}
		for _, row := range shown {
			for _, s := range row {
				for _, n := range []float64{s.within, s.beyond, s.judged()} {
					if n > 0 && n < 10 {
						t.Fatalf("%v prints %v", rows, n)
					}
				}
			}
		}
	}
}

func TestPublicCount(t *testing.T) {
	o := &overview{w: english(t)}
	for people, want := range map[float64]string{0: "0", 9: "suppressed (<10)", 10: "10", 1234: "1,234"} {
		if got := o.publicCount(people); string(got) != want {
			t.Errorf("%v: %q", people, got)
		}
	}
	if o.publicCount(math.NaN()) != "–" || o.peopleWithin(split{}) != "–" {
		t.Error("nothing is not told")
	}
}

// TestEverySectionIsIndexed holds the indexes to sections that exist.
func TestEverySectionIsIndexed(t *testing.T) {
	w := english(t)
	for _, table := range index(w, func(string) int { return 0 }) {
		for _, row := range table.Rows {
			if row.Item == "" || row.What == "" || row.Where == "" || row.Where[0] == '0' {
				t.Errorf("%s: %+v", table.Name, row)
			}
		}
	}
}

func english(t *testing.T) *language.Words {
	t.Helper()
	w, err := language.Open(templates.Files).Words("en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

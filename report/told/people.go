package told

import (
	"math"

	"plimsoll/report/benchmark"
)

// The rules for numbers of people are few, so that they can be proven:
//
// A count of people under ten, but for none, is never printed in public, nor is a share that such a count could be
// reckoned from. What belongs together (within, beyond and their sum; now and at the baseline) is printed together or
// not at all. A sum adds up only what is printed above it. So nothing that is printed depends on anything suppressed:
// no difference of a sum and its rows, of two columns or of the documents of two quarters gives a suppressed number
// away, and no other row need be suppressed to protect it.

// The smallest numbers of people that a figure may stand for.
const (
	LeastPublic = 10
	LeastInside = 5
)

// Few says that a number of people is some, but too few for the public. Weights need not be whole numbers.
func Few(people float64) bool { return people > 0 && people < LeastPublic-1e-9 }

// Percent is a share in whole percent. Only all is 1 and only none is 0.
func Percent(share float64) float64 {
	switch percent := math.Round(share * 100); {
	case percent >= 100 && share < 1-1e-12:
		return 0.99
	case percent == 0 && share > 0:
		return 0.01
	default:
		return percent / 100
	}
}

// Tens rounds a number of people that the public is told, so that no difference of two such numbers, in one edition
// or in two, is a number under ten.
func Tens(people float64) float64 { return math.Round(people/LeastPublic) * LeastPublic }

// Split is people on both sides of a limit; none are judged where both are 0.
type Split struct{ Within, Beyond float64 }

// SplitOf counts the people of a result; a place counts as one, since somebody works there.
func SplitOf(r *Figure) Split {
	if r == nil {
		return Split{}
	}
	within, beyond, _ := benchmark.People(r.Units)
	return Split{within, beyond}
}

// Judged counts both sides.
func (s Split) Judged() float64 { return s.Within + s.Beyond }

// Share is the part within, NaN where nobody was judged.
func (s Split) Share() float64 { return s.Within / s.Judged() }

// Plus adds the people of another split.
func (s Split) Plus(t Split) Split { return Split{s.Within + t.Within, s.Beyond + t.Beyond} }

// small says that one of the groups that a split tells of has people, but too few.
func (s Split) small() bool { return Few(s.Within) || Few(s.Beyond) }

// IsSuppressed says whether figures that belong together stay out of public: all of them, where one of them is small.
func IsSuppressed(together ...Split) bool {
	for _, s := range together {
		if s.small() {
			return true
		}
	}
	return false
}

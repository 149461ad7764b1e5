package compose

import (
	"math"

	"plimsoll/report/benchmark"
)

// The rules of privacy for what the public reads. They are few, so that they can be proven:
//
// A count of people under ten, but for none, is never printed, nor is a share that such a count could be reckoned from.
// What belongs together (within, beyond and their sum; now and at the baseline) is printed together or not at all.
// A sum adds up only what is printed above it. So nothing that is printed depends on anything suppressed: no difference of
// a sum and its rows, of two columns or of the documents of two quarters gives a suppressed number away, and no other row
// need be suppressed to protect it.

// leastPeople is the smallest number of people that a figure may stand for in public.
const leastPeople = 10

// fewPeople says that a number of people is some, but under ten. Weights need not be whole numbers.
func fewPeople(people float64) bool { return people > 0 && people < leastPeople-1e-9 }

// split is people on both sides of a line; none are judged where both are 0.
type split struct{ within, beyond float64 }

// splitOf counts the people of a result; a place counts as one, since somebody works there.
func splitOf(r *benchmark.Result) split {
	if r == nil {
		return split{}
	}
	within, beyond, _ := benchmark.People(r.Units)
	return split{within, beyond}
}

func (s split) judged() float64 { return s.within + s.beyond }
func (s split) share() float64  { return s.within / s.judged() }
func (s split) plus(t split) split {
	return split{s.within + t.within, s.beyond + t.beyond}
}

// small says that one of the groups that a split tells of has people, but under ten.
func (s split) small() bool { return fewPeople(s.within) || fewPeople(s.beyond) }

// isSuppressed says whether figures that belong together stay out of public: all of them, where one of them is small.
func isSuppressed(together ...split) bool {
	for _, s := range together {
		if s.small() {
			return true
		}
	}
	return false
}

// sumOf adds up the rows of several columns that are printed; the others leave no trace in it.
func sumOf(rows [][]split) (sums []split, printed int) {
	for _, row := range rows {
		if isSuppressed(row...) {
			continue
		}
		if sums == nil {
			sums = make([]split, len(row))
		}
		for i, s := range row {
			sums[i] = sums[i].plus(s)
		}
		printed++
	}
	return sums, printed
}

// publicCount prints a number of people, or that it is suppressed.
func (o *overview) publicCount(people float64) Markup {
	switch {
	case math.IsNaN(people):
		return "–"
	case fewPeople(people):
		return o.w.Word("disclosure.suppressed")
	}
	return Markup(o.w.Count(people))
}

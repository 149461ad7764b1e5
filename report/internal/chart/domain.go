package chart

import "math"

// Domain is what an axis spans. Figures of one kind share one, so that they can be compared: of a whole document's data
// it is made once (DomainOf), and holds on every page. The zero Domain leaves it to the data of the figure.
type Domain struct{ From, To float64 }

// Shares is the domain of percentages, whatever the data.
func Shares() Domain { return Domain{From: 0, To: 100} }

// Parts of an axis that are left on either side of a limit, which never lies on the frame, and of the values, whose marks
// need some room.
const (
	limitRoom = 0.1
	valueRoom = 0.04
)

// nearZero is how near to zero, as a part of its greatest value, an axis has to begin to begin there at once.
const nearZero = 0.5

// roundEnds is how many steps a domain may have between its ends; more let them lie closer to the data.
const roundEnds = 8

// DomainOf holds values and limits, these with room on both sides, and six of the smallest changes that count (0: none
// is known). Its ends are round, and one that has nothing below zero does not begin there. Without a number it is zero.
func DomainOf(values, limits []float64, change float64) Domain {
	lo, hi, ok := extent(values, limits)
	if !ok {
		return Domain{}
	}
	least, most := lo, hi
	unsigned := lo >= 0
	lo, hi = spread(lo, hi, change)
	for range 2 { // an axis that goes on to zero needs more room
		if unsigned && lo < hi*nearZero {
			lo = 0
		}
		lo, hi = withRoom(lo, hi, limits, limitRoom)
		lo, hi = withRoom(lo, hi, []float64{least, most}, valueRoom)
	}
	if unsigned && lo < hi*nearZero {
		lo = 0
	}
	s := newScale(lo, hi, roundEnds)
	return Domain{From: s.value(s.First), To: s.value(s.Last)}
}

// withRoom widens a span to leave a part of it around values; one without a width leaves that part of its value.
func withRoom(lo, hi float64, values []float64, part float64) (float64, float64) {
	room := (hi - lo) * part
	if room == 0 {
		room = math.Abs(hi) * part
	}
	for _, v := range values {
		if present(v) {
			lo, hi = min(lo, v-room), max(hi, v+room)
		}
	}
	return lo, hi
}

// logDomainOf holds the values and limits above zero; its ends are 1, 2 or 5 times a power of ten.
func logDomainOf(values, limits []float64) Domain {
	lo, hi, ok := extent(positive(values))
	for _, v := range positive(limits) {
		if present(v) {
			lo, hi, ok = min(lo, v/logRoom), max(hi, v*logRoom), true
		}
	}
	if !ok {
		return Domain{}
	}
	lines := decades(lo, hi)
	return Domain{From: lines[0], To: lines[len(lines)-1]}
}

// logRoom is the factor that a logarithmic axis goes on beyond a limit.
const logRoom = 1.25

// known reports whether there is anything to span.
func (d Domain) known() bool { return d.To > d.From }

// holding is the domain grown, if need be, to hold every value: nothing is drawn where it does not lie.
func (d Domain) holding(values ...[]float64) Domain {
	if lo, hi, ok := extent(values...); ok {
		d.From, d.To = min(d.From, lo), max(d.To, hi)
	}
	return d
}

// share is where a value lies between the ends of a linear axis, from 0 to 1.
func (d Domain) share(v float64) float64 { return (v - d.From) / (d.To - d.From) }

// ticks are at most so many round values within the domain, or its ends where no two of them lie in it.
func (d Domain) ticks(most int) []float64 {
	if !d.known() {
		return nil
	}
	most = max(2, most)
	for step := firstStep((d.To - d.From) / float64(most)); ; step = nextStep(step) {
		first, last := math.Ceil(d.From/step-1e-9), math.Floor(d.To/step+1e-9)
		switch n := int(last-first) + 1; {
		case n < 2:
			return []float64{d.From, d.To}
		case n > most:
			continue
		}
		var ticks []float64
		for i := first; i <= last; i++ {
			ticks = append(ticks, rounded(i*step))
		}
		return ticks
	}
}

// leastChanges is how many of the smallest changes that count an axis spans at least: what is less than one looks like
// nothing.
const leastChanges = 6

// spread widens a span to both sides until it holds so many changes; one that has nothing below zero goes up
// instead of below it.
func spread(lo, hi, change float64) (float64, float64) {
	lacking := change*leastChanges - (hi - lo)
	if !(lacking > 0) {
		return lo, hi
	}
	below := lacking / 2
	if lo >= 0 {
		below = min(below, lo)
	}
	return lo - below, hi + lacking - below
}

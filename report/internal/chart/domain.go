package chart

import "math"

// Domain is what an axis spans. A figure's is that of all its data, at every size, and parts of it on several pages
// have it too (Part), so that they can be compared. The zero Domain leaves it to the data.
type Domain struct{ From, To float64 }

// Shares is the domain of percentages, whatever the data.
func Shares() Domain { return Domain{From: 0, To: 100} }

// Parts of an axis that are left on either side of a limit, which never lies on the frame, and of the values, whose
// marks need some room.
const (
	limitRoom = 0.1
	valueRoom = 0.04
)

// nearZero is how near to zero, as a part of its greatest value, the axis of a trend has to begin to begin there at
// once.
const nearZero = 0.5

// roundEnds is how many steps a domain may have between its ends; more let them lie closer to the data.
const roundEnds = 8

// domainOf holds values and limits, these with room on both sides, and six of the smallest changes that count (0: none
// is known). Its ends are round, and one that has nothing below zero does not begin there. Without a number it is zero.
func domainOf(values, limits []float64, change float64) Domain {
	return domainFrom(values, limits, change, func(lo, _ float64) float64 { return lo })
}

// trendDomainOf is the same for heights over a common ground: it begins at zero where that is near.
func trendDomainOf(values, limits []float64, change float64) Domain {
	return domainFrom(values, limits, change, func(lo, hi float64) float64 {
		if lo < hi*nearZero {
			return 0
		}
		return lo
	})
}

// domainFrom begins where begin wants it, of what has nothing below zero.
func domainFrom(values, limits []float64, change float64, begin func(lo, hi float64) float64) Domain {
	least, most, ok := extent(values, limits)
	if !ok {
		return Domain{}
	}
	if least < 0 {
		begin = func(lo, _ float64) float64 { return lo }
	}
	lo, hi := spread(least, most, change)
	for range 2 { // an axis that goes on to zero needs more room
		lo, hi = withRoom(begin(lo, hi), hi, limits, limitRoom)
		lo, hi = withRoom(lo, hi, []float64{least, most}, valueRoom)
	}
	if lo = begin(lo, hi); least >= 0 {
		lo = max(lo, 0)
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

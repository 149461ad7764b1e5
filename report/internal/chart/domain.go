package chart

// Domain is what an axis spans whatever the data, so that figures of one kind can be compared. The zero Domain leaves
// it to the data.
type Domain struct {
	From, To float64
	Whole    bool // nothing can lie beyond: no limit widens it
}

// Shares is the domain of percentages.
func Shares() Domain { return Domain{From: 0, To: 100, Whole: true} }

// limitRoom is the part of an axis that is left on either side of a limit, which never lies on the frame.
const limitRoom = 0.06

// span is what a linear axis has to cover: the domain, the values, and the limits with room around them. An axis that
// has nothing below zero does not begin below it.
func (d Domain) span(limits []float64, values ...[]float64) (lo, hi float64, ok bool) {
	lo, hi, ok = extent(append(values, limits)...)
	if d.To > d.From {
		lo, hi, ok = extent([]float64{lo, hi, d.From, d.To})
	}
	if !ok || d.Whole {
		return lo, hi, ok
	}
	floor, room := lo, (hi-lo)*limitRoom
	for _, v := range limits {
		if present(v) {
			lo, hi = min(lo, v-room), max(hi, v+room)
		}
	}
	if floor >= 0 {
		lo = max(lo, 0)
	}
	return lo, hi, ok
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

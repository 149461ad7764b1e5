package chart

import (
	"math"
	"slices"
	"strconv"
)

// axis is a scale laid along a line of the drawing, linear or logarithmic.
type axis struct {
	from, to float64 // where the first and the last tick lie, in mm
	lines    []float64
	ticks    []float64               // those of the lines that may have a label
	share    func(v float64) float64 // 0 at the first line, 1 at the last
}

// at is the place of a value. What lies beyond the axis, such as zero on a
// logarithmic one, stands at its end.
func (a axis) at(v float64) float64 {
	return a.from + max(0, min(1, a.share(v)))*(a.to-a.from)
}

// axes are axes over a domain, from many labels to few. Without a domain there is one axis without ticks.
func (t laneTable) axes(values []float64) []axis {
	d := t.span(values)
	switch {
	case !d.known():
		return []axis{{share: func(float64) float64 { return 0.5 }}}
	case t.log:
		return logAxes(d)
	}
	var out []axis
	for most := mostLaneTicks; most >= 2; most-- {
		ticks := d.ticks(most)
		out = append(out, axis{lines: ticks, ticks: ticks, share: d.share})
	}
	return out
}

// mostLaneTicks is how many ticks an axis of lanes has at most.
const mostLaneTicks = 9

// span is the domain of the table's axis: the one it is given, or that of the data.
func (t laneTable) span(values []float64) Domain {
	switch {
	case t.log && t.domain.known():
		return t.domain.holding(positive(values), positive(t.limits))
	case t.log:
		return logDomainOf(values, t.limits)
	case t.domain.known():
		return t.domain.holding(values, t.limits)
	}
	return domainOf(values, t.limits, 0)
}

// positive are the values that a logarithmic axis can hold.
func positive(values []float64) []float64 {
	return slices.DeleteFunc(slices.Clone(values), func(v float64) bool { return !(v >= 1/huge) })
}

// logAxes begin and end at 1, 2 or 5 times a power of ten. Their labels are all
// of these, or the powers of ten, or some of the powers.
func logAxes(d Domain) []axis {
	lines := decades(d.From, d.To)
	low, high := math.Log10(lines[0]), math.Log10(lines[len(lines)-1])
	share := func(v float64) float64 {
		if v <= 0 {
			return 0
		}
		return (math.Log10(v) - low) / (high - low)
	}
	out := []axis{{lines: lines, ticks: lines, share: share}}
	for _, every := range []int{1, 2, 3, 5, 10} {
		var ticks []float64
		for _, v := range lines {
			power := math.Log10(v)
			whole := math.Round(power)
			if math.Abs(power-whole) < 1e-9 && math.Mod(whole, float64(every)) == 0 {
				ticks = append(ticks, v)
			}
		}
		if len(ticks) > 1 {
			out = append(out, axis{lines: lines, ticks: ticks, share: share})
		}
	}
	return out
}

// decades are 1, 2 and 5 times the powers of ten, from the last not above lo to
// the first not below hi; two at least.
func decades(lo, hi float64) []float64 {
	var out []float64
	for power := int(math.Floor(math.Log10(lo))) - 1; ; power++ {
		for _, factor := range []string{"1", "2", "5"} {
			v, _ := strconv.ParseFloat(factor+"e"+strconv.Itoa(power), 64)
			if v <= lo*(1+1e-9) {
				out = out[:0]
			}
			out = append(out, v)
			if v >= hi*(1-1e-9) && len(out) > 1 {
				return out
			}
		}
	}
}

// digits prints a value by format, or plainly where that is nil.
func digits(v float64, format func(float64) string) string {
	if format != nil {
		return format(v)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

package explain

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// formula shows how the value of a unit came of its readings; blank where it is the reading's own.
func (x *explained) formula(u *benchmark.Unit) string {
	switch {
	case x.Indicator == nil:
		return ""
	case x.Indicator.Level == "mixture":
		return x.mixture(u)
	case x.Area.Shape == "exposures":
		return noiseDay(u) + " = " + with(u.Value, x.Unit) + wholeDay(u)
	case x.Area.Shape == "air":
		return x.airDay(u)
	case x.Area.Shape == "rooms" && x.Indicator.Level != "occupancy":
		top, bottom := u.Sums()
		return fmt.Sprintf("%s ÷ %s = %s", number(top), number(bottom), with(u.Value, x.Unit))
	}
	return ""
}

func noiseDay(u *benchmark.Unit) string {
	return "10·log10(" + bracketedSum(each(u.Rows(), func(r *audit.Reading) string {
		return number(benchmark.Hours(r)) + "·10^(" + number(r.Value) + "/10)"
	})) + " ÷ 8)"
}

// airDay is the eight-hour value. What lies below detection counts as its limit ÷ √2.
func (x *explained) airDay(u *benchmark.Unit) string {
	terms := func(show func(r *audit.Reading) string) string {
		return bracketedSum(each(u.Rows(), func(r *audit.Reading) string { return show(r) + "·" + number(benchmark.Hours(r)) })) + " ÷ 8 = "
	}
	formula := terms(func(r *audit.Reading) string {
		if r.Below {
			return number(u.Concentration(r)) + "/√2"
		}
		return number(u.Concentration(r))
	}) + with(u.Value, x.Unit)
	if u.Below {
		formula += "; all of it below detection: " + terms(func(r *audit.Reading) string { return number(u.Concentration(r)) }) + with(u.Detection, x.Unit)
	}
	return formula + wholeDay(u)
}

// bracketedSum is a sum in brackets, where it has several terms.
func bracketedSum(terms []string) string {
	if len(terms) == 1 {
		return terms[0]
	}
	return "(" + joined(terms, " + ") + ")"
}

// wholeDay says where the hours of a day come from that no cell gives.
func wholeDay(u *benchmark.Unit) string {
	if math.IsNaN(u.Rows()[0].Hours) {
		return " (no hours are given: a whole day)"
	}
	return ""
}

// mixture is Σ C/L, one agent after another.
func (x *explained) mixture(u *benchmark.Unit) string {
	var terms []string
	for parts := x.Parts(u, x.current); len(parts) > 0; {
		n := 1
		for n < len(parts) && parts[n].Result == parts[0].Result {
			n++
		}
		terms = append(terms, ofAgent(parts[:n]))
		parts = parts[n:]
	}
	return strings.Join(terms, " + ") + " = " + number(u.Value)
}

// ofAgent is the C/L of one agent: toluene 30/50, the mean where there are several exposures.
func ofAgent(parts []benchmark.Part) string {
	shares := each(parts, func(p benchmark.Part) string { return number(p.Value) + "/" + number(p.LimitValue) })
	if len(parts) == 1 {
		return shares[0]
	}
	return fmt.Sprintf("(%s) ÷ %d", joined(shares, " + "), len(parts))
}

// level shows how the level came of the units.
func (x *explained) level() string {
	if x.Below {
		return "every exposure lies below its detection limit, of which this is the highest: " +
			joined(each(x.Units, func(u benchmark.Unit) string { return number(u.Detection) }), ", ")
	}
	value := func(u benchmark.Unit) string { return number(u.Value) }
	switch x.Indicator.Level {
	case "energy-mean":
		return fmt.Sprintf("10·log10(%s ÷ %s)", x.sum(func(u benchmark.Unit) string { return number(u.Weight) + "·10^(" + number(u.Value) + "/10)" }), number(sumOf(x.Units, weightOf)))
	case "mean", "mixture":
		return fmt.Sprintf("%s ÷ %d", x.sum(value), x.N)
	case "weighted-mean", "hours":
		return x.weightedMean()
	case "median":
		return "median of " + joined(each(sorted(x.Units), value), ", ")
	case "space", "occupancy", "toilets", "showers":
		return x.ratio()
	case "pay":
		return x.weightedMedian()
	}
	return x.Indicator.Level + " of " + joined(each(x.Units, value), ", ")
}

func (x *explained) sum(term func(benchmark.Unit) string) string {
	return bracketedSum(each(x.Units, term))
}

func sumOf(units []benchmark.Unit, of func(*benchmark.Unit) float64) float64 {
	sum := 0.0
	for i := range units {
		sum += of(&units[i])
	}
	return sum
}

func weightOf(u *benchmark.Unit) float64 { return u.Weight }

func sorted(units []benchmark.Unit) []benchmark.Unit {
	return slices.SortedStableFunc(slices.Values(units), func(a, b benchmark.Unit) int {
		switch {
		case a.Value < b.Value:
			return -1
		case a.Value > b.Value:
			return 1
		}
		return 0
	})
}

func (x *explained) weightedMean() string {
	valued := slices.DeleteFunc(slices.Clone(x.Units), func(u benchmark.Unit) bool { return math.IsNaN(u.Value) })
	if len(valued) == 0 {
		return "no row gives a value"
	}
	terms := each(valued, func(u benchmark.Unit) string { return number(u.Weight) + "·" + number(u.Value) })
	return fmt.Sprintf("%s ÷ %s", bracketedSum(terms), number(sumOf(valued, weightOf)))
}

func (x *explained) ratio() string {
	tops := x.sum(func(u benchmark.Unit) string { top, _ := u.Sums(); return number(top) })
	if x.Indicator.Level == "occupancy" {
		return fmt.Sprintf("%s ÷ %d rooms", tops, x.N)
	}
	return fmt.Sprintf("%s ÷ %s", tops, x.sum(func(u benchmark.Unit) string { _, bottom := u.Sums(); return number(bottom) }))
}

// weightedMedian lists the values from the lowest, with their weights.
func (x *explained) weightedMedian() string {
	total := sumOf(x.Units, weightOf)
	return fmt.Sprintf("weighted median: the smallest value at which the running weight reaches %s, half of %s; by value (weight): %s",
		number(total/2), number(total), joined(each(sorted(x.Units), func(u benchmark.Unit) string { return number(u.Value) + " (" + number(u.Weight) + ")" }), ", "))
}

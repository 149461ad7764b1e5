package explain

import (
	"fmt"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// method is how one way of computing a level is told. Package standard has the list of ways, package benchmark what
// they compute.
type method struct {
	level   func(x *explained) string // how the level came of the units
	main    string                    // the field of the cell that the result is about; blank: value
	tells   []string                  // the fields of the cells that enter a figure
	ofValue bool                      // it is made of the main value of a row, not of other cells alone
	shared  bool                      // units are the people who share something
	counted bool                      // the value of a unit is a number of people, not a ratio
}

// methodOf finds the method of an indicator.
func methodOf(ind *standard.Indicator) method {
	measured := []string{"value", "unit", "subject", "hours", "worker", "workers", "detection", "sample", "minutes"}
	paid := []string{"value", "workers", "currency", "basis", "lowest", "ordinary"}
	listed := func(x *explained) string { return x.Indicator.Level + " of " + joined(each(x.Units, valueOf), ", ") }
	return map[string]method{
		"energy-mean":   {level: (*explained).energyMean, tells: measured, ofValue: true},
		"mean":          {level: (*explained).mean, tells: measured, ofValue: true},
		"mixture":       {level: (*explained).mean, tells: measured},
		"weighted-mean": {level: (*explained).weightedMean, tells: measured, ofValue: true},
		"median":        {level: (*explained).median, tells: measured, ofValue: true},
		"highest":       {level: listed, tells: measured, ofValue: true},
		"lowest":        {level: listed, tells: measured, ofValue: true},
		"space": {level: (*explained).ratio, tells: []string{"value", "unit", "occupants", "building"},
			ofValue: true},
		"occupancy": {level: (*explained).perRoom, main: "occupants",
			tells: []string{"occupants", "building", "occupancy"}, counted: true},
		"beds": {level: (*explained).ratio, main: "beds", tells: []string{"occupants", "building", "beds"}},
		"toilets": {level: (*explained).ratio, main: "toilets",
			tells: []string{"occupants", "building", "toilets"}, shared: true},
		"showers": {level: (*explained).ratio, main: "showers",
			tells: []string{"occupants", "building", "showers"}, shared: true},
		"pay": {level: (*explained).weightedMedian, tells: paid, ofValue: true},
		"hours": {level: (*explained).weightedMean, main: "weekly",
			tells: []string{"workers", "weekly", "longest"}},
		"overtime": {level: (*explained).weightedMean, main: "weekly",
			tells: []string{"workers", "weekly", "longest", "ordinary"}},
		"overtime-premium": {level: (*explained).weightedMean, main: "overtime",
			tells: []string{"value", "workers", "overtime", "weekly", "ordinary"}},
		"living-gap": {level: (*explained).weightedMean, tells: paid, ofValue: true},
		"gender-gap": {level: (*explained).genderGap, tells: append([]string{"sex"}, paid...), ofValue: true},
	}[ind.Level]
}

// mainField is the field of the cell that the result is about: of weeks the longest, where the mean is not given.
func (x *explained) mainField(r *audit.Reading) string {
	if x.Indicator == nil {
		return "value"
	}
	switch main := methodOf(x.Indicator).main; {
	case main == "weekly" && math.IsNaN(r.Weekly):
		return x.Indicator.JudgedBy
	case main != "":
		return main
	}
	return "value"
}

// telling lists the fields of the cells that enter a figure.
func (x *explained) telling() []string {
	if x.Indicator == nil {
		return nil
	}
	return methodOf(x.Indicator).tells
}

// level shows how the level came of the units.
func (x *explained) level() string {
	if x.Below {
		return "every exposure lies below its detection limit, of which this is the highest: " +
			joined(each(x.Units, func(u benchmark.Unit) string { return number(u.Detection) }), ", ")
	}
	return methodOf(x.Indicator).level(x)
}

func valueOf(u benchmark.Unit) string { return number(u.Value) }

func (x *explained) energyMean() string {
	energy := func(u benchmark.Unit) string { return number(u.Weight) + "·10^(" + number(u.Value) + "/10)" }
	return fmt.Sprintf("10·log10(%s ÷ %s)", x.sum(energy), number(sumOf(x.Units, weightOf)))
}

func (x *explained) mean() string { return fmt.Sprintf("%s ÷ %d", x.sum(valueOf), x.N) }

func (x *explained) median() string {
	return "median of " + joined(each(sorted(x.Units), valueOf), ", ")
}

// bracketedSum is a sum in brackets, where it has several terms.
func bracketedSum(terms []string) string {
	if len(terms) == 1 {
		return terms[0]
	}
	return "(" + joined(terms, " + ") + ")"
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

func topOf(u benchmark.Unit) string {
	top, _ := u.Sums()
	return number(top)
}

func (x *explained) perRoom() string { return fmt.Sprintf("%s ÷ %d rooms", x.sum(topOf), x.N) }

func (x *explained) ratio() string {
	bottoms := x.sum(func(u benchmark.Unit) string { _, bottom := u.Sums(); return number(bottom) })
	return fmt.Sprintf("%s ÷ %s", x.sum(topOf), bottoms)
}

// weightedMedian lists the values from the lowest, with their weights.
func (x *explained) weightedMedian() string {
	total := sumOf(x.Units, weightOf)
	return fmt.Sprintf("weighted median: the smallest value at which the running weight reaches %s, half of %s; "+
		"by value (weight): %s",
		number(total/2), number(total), joined(each(sorted(x.Units),
			func(u benchmark.Unit) string { return number(u.Value) + " (" + number(u.Weight) + ")" }), ", "))
}

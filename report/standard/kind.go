package standard

import (
	"strings"

	"plimsoll/report/internal/yaml"
)

// Kind is what the rows of an area are: exposures, air samples, plain readings, rooms or pay. The area's file names it
// (shape), and it is chosen once, where that file is read; everybody else asks the kind what it can do, never what it
// is called. Packages benchmark and explain have a file each for what a kind computes and how that is told.
//
// A new kind is a file beside these, with an entry in kinds.
type Kind interface {
	// ID is the word for the kind in an area's file.
	ID() string
	// fields are the parts of a reading that its columns may fill, the required ones marked with a star.
	fields() []string
	// levels are the methods of package benchmark by which its figures may be computed.
	levels() []string
	// check refuses what the kind would pass over without a word.
	check(a *Area) error

	// OfAgents says that its values are concentrations of substances: units by volume, an averaging time of limits, a
	// logarithmic scale.
	OfAgents() bool
	// OfSound says that its limits have an exchange rate.
	OfSound() bool
	// InDormitories says that only factories with a dormitory have such rows, whose people and facilities are counted
	// together by building.
	InDormitories() bool
	// OfPay says that values are amounts in the row's own currency, one a group of workers and month, which a later
	// workbook may replace.
	OfPay() bool
}

// kinds are those that an area may be of.
func kinds() []Kind { return []Kind{Exposures{}, Air{}, Readings{}, Rooms{}, Pay{}} }

func kindOf(id string) Kind {
	for _, k := range kinds() {
		if k.ID() == id {
			return k
		}
	}
	return nil
}

func kindIDs() string {
	var ids []string
	for _, k := range kinds() {
		ids = append(ids, k.ID())
	}
	return strings.Join(ids, ", ")
}

// common are the fields that rows of every kind may have.
func common(more ...string) []string {
	return append([]string{"factory*", "date*", "value*", "unit", "method", "workers"}, more...)
}

// plain is a kind without any of the special traits; kinds embed it, and say what they have.
type plain struct{}

func (plain) OfAgents() bool      { return false }
func (plain) OfSound() bool       { return false }
func (plain) InDormitories() bool { return false }
func (plain) OfPay() bool         { return false }
func (plain) check(*Area) error   { return nil }

// checkValues wants a column of values for each indicator, and the first in the unit of the area.
func checkValues(a *Area) error {
	of := map[int]int{}
	for _, indicator := range a.Values() {
		of[indicator]++
	}
	for i := range a.Indicators {
		if of[i] != 1 {
			return yaml.Wrong(yaml.At("indicators", i),
				"indicator %s: %d columns of values are its own (field: value, indicator: %s), and one has to be",
				a.Indicators[i].ID, of[i], a.Indicators[i].ID)
		}
	}
	return checkUnit(a)
}

// checkSingle wants one indicator, in the unit of the area: its rows are told apart by their subject.
func checkSingle(a *Area) error {
	if len(a.Indicators) > 1 {
		return yaml.Wrong(yaml.At("indicators", 1), "an area of shape %s has one indicator", a.Kind.ID())
	}
	return checkUnit(a)
}

func checkUnit(a *Area) error {
	switch first := a.Indicators[0]; {
	case first.Unit != a.Unit:
		return yaml.Wrong(yaml.At("indicators", 0, "unit"), "indicator %s: its unit is %q, that of the area %q",
			first.ID, first.Unit, a.Unit)
	}
	return nil
}

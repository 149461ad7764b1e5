package explain

import (
	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// kind is how the figures of one kind of area are told. A new kind is a file beside exposures.go, air.go, rooms.go and
// pay.go, and a line in kindOf.
type kind interface {
	// units is what those of a result are called.
	units(r *benchmark.Result) string
	// formula shows how the value of a unit came of its readings; blank where it is the reading's own.
	formula(x *explained, u *benchmark.Unit) string
	// held names what is held against the limit, where that needs a name.
	held(ind *standard.Indicator, r *audit.Reading) string
	// weight says how people are counted, given the sum of the units' weights as a formula.
	weight(x *explained, sum string) string
	// never says more about why a factory has no figure at all.
	never(f *audit.Factory) string
}

func kindOf(a *standard.Area) kind {
	return map[standard.Kind]kind{standard.Exposures{}: exposures{}, standard.Air{}: air{},
		standard.Readings{}: readings{},
		standard.Rooms{}:    rooms{}, standard.Pay{}: pay{}}[a.Kind]
}

// readings stand each for themselves. The other kinds embed them, and say what is different.
type readings struct{}

func (readings) units(*benchmark.Result) string                  { return "readings" }
func (readings) formula(*explained, *benchmark.Unit) string      { return "" }
func (readings) held(*standard.Indicator, *audit.Reading) string { return "" }
func (readings) weight(_ *explained, sum string) string          { return sum }
func (readings) never(*audit.Factory) string                     { return "" }

// Package benchmark computes every figure: levels, shares within the line, change, trend and peers. It is arithmetic
// only, by the rules of the methodology (README), and knows no file, no word of a document, no clock and no chance.
//
// In go the records of audit and the limits of standard; out come Results, one a row of results.csv, and problems:
//
//	figures, problems, err := benchmark.Make(ctx, data, limits, areas, period, jobs, isPeer)
//	results := figures.Of(data.Factories[0])
//
// The way of a reading, and the file that has each step:
//
//  1. cell.go gathers the readings of a factory, area and quarter; kind.go makes results of them as its kind of area
//     has it: exposure.go and day.go, air.go with mixture.go, isomer.go, shortterm.go and en689.go, rooms.go, pay.go
//     with overtime.go, paylimit.go and paygap.go, and reading.go for all else.
//  2. level.go computes the level; judge.go finds the limit that governs, of several the stricter, and holds units
//     against it; the share within is summed in cell.go.
//  3. series.go puts quarters beside each other: baseline, change and its verdict, trend (kendall.go); peers.go the
//     factories; prices.go brings pay to the prices of another quarter.
//  4. columns.go is the one table of the columns of results.csv; restate.go holds those of an earlier run against them.
//
// working.go gives out the steps between, for package explain.
package benchmark

import (
	"cmp"
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// The states of a result.
const (
	Within      = "within"
	Beyond      = "beyond"
	NoLimit     = "no-limit"
	NotJudged   = "not-judged"
	Stale       = "stale"
	NotMeasured = "not-measured"
)

// The verdicts on a change since the baseline.
const (
	Improved = "improved"
	Held     = "held"
	Worsened = "worsened"
	Unclear  = "unclear" // one of the two lies below detection
	First    = "first"   // there is no earlier quarter
	Break    = "break"   // the method changed: a new series starts here
)

// StaleAfter is the number of quarters after which a last reading says little about now.
const StaleAfter = 4

// Result is one row of results.csv: a factory, quarter, area, indicator and subject. Numbers that there are none of
// are NaN.
type Result struct {
	Factory   *audit.Factory
	Period    standard.Quarter
	Area      *standard.Area
	Indicator *standard.Indicator // nil for the overall row
	Subject   string
	Unit      string

	Level         float64 // of the overall row: NaN
	Below         bool    // every exposure lies below its detection limit, of which Level is the highest
	N             int
	Weight        float64
	Limit         *standard.Limit // that governs the latest reading
	LimitValue    float64         // in Unit
	Within        float64         // 0–1
	Worst         float64
	WorstPlace    string
	WorstWeight   float64 // of the unit with the worst value
	Status        string
	Measured      standard.Date
	Carried       bool // the figures are an earlier quarter's
	Units         []Unit
	WithinWeight  float64 // weight of the judged units on the right side, and beyond it
	BeyondWeight  float64
	UnjudgedCount int
	CountsPeople  bool // the weights are people, not mere readings

	HasBaseline    bool
	BaselinePeriod standard.Quarter
	BaselineLevel  float64
	Change         float64
	Verdict        string
	Broke          string  // what broke the series before this row: ByMethod, ByCurrency, ByBasis
	RealChange     float64 // since the baseline, of pay, in the prices of the baseline
	GapClosed      float64
	Trend          float64   // units per year
	Series         []*Result // the unbroken series up to this row, its quarters with a level

	HasPeers    bool
	PeersN      int
	PeersMedian float64
	Sources     []audit.Source

	Compliance string // of an agent by EN 689, from Personal
	Personal   Personal
	UTL        float64 // upper tolerance limit of its exposures, in Unit
	Cost       float64 // of the gap to a living wage, in Unit a year

	methods  []string // named in the rows, folded
	currency string   // of pay, and of figures made of it
	basis    string   // of pay: net or gross
}

// IndicatorID is the name of the indicator in results.csv.
func (r *Result) IndicatorID() string {
	if r.Indicator == nil {
		return standard.Overall
	}
	return r.Indicator.ID
}

// Figure is what is followed over time: the level, of the overall row the share within.
func (r *Result) Figure() float64 {
	if r.Indicator == nil {
		return r.Within
	}
	return r.Level
}

// HasFigure says that there is one.
func (r *Result) HasFigure() bool { return !math.IsNaN(r.Figure()) }

// State says on which side of its own limit a unit lies.
type State uint8

// The states of a unit.
const (
	Unlimited State = iota // no limit applies
	Unjudged               // one does, but the value cannot be held against it
	IsWithin
	IsBeyond
)

// Hindrance is why a place, or a row of pay, cannot be within, though what was judged there is.
type Hindrance string

// The hindrances.
const (
	NotWhole   Hindrance = "not-whole"    // a day, a sample or a mixture was left out there: a part of it was lost
	PayLeftOut Hindrance = "pay-left-out" // it is in another currency or on another basis than that of most workers
)

// Unit is one exposure, reading, index, room, building, row of pay or (air, overall) place.
type Unit struct {
	Value      float64 // in the unit of the result; NaN where a building has no toilet at all
	Below      bool    // below detection
	Detection  float64 // its detection limit then
	Place      string
	Weight     float64
	Date       standard.Date
	State      State
	Limit      *standard.Limit
	LimitValue float64
	Normal     float64 // of overtime and its premium: the hours a week that are ordinary ones
	Wage       float64 // of a gap to it: the living wage, a month

	Spot        string  // the place it lies in, for counting people: one place counts once
	held        float64 // what is held against the limit, where that is not Value
	rows        []*audit.Reading
	parts       []sample      // of an exposure: its rows by sample
	lost        []*audit.Lost // of an exposure that stands though it is not whole
	suited      bool          // of pay: the limit is in its currency and on its basis
	hindrance   Hindrance     // of the overall row: why it cannot be within
	top, bottom float64       // of a level that is a ratio of sums
	infinite    bool          // beyond any limit, without a value
}

func newUnit(value float64, place string, weight float64, rows ...*audit.Reading) Unit {
	u := Unit{Value: value, held: value, Place: place, Spot: place, Weight: weight, rows: rows, LimitValue: math.NaN()}
	for _, r := range rows {
		u.Date = max(u.Date, r.Date)
	}
	return u
}

// Room is the building and the room of a unit of a dormitory; the room is blank where the unit is a whole building.
func (u *Unit) Room() (building, room string) {
	building = u.rows[0].Building
	if u.Place != building {
		room = u.rows[0].Location
	}
	return building, room
}

// Group is the group of workers that a unit of pay is of.
func (u *Unit) Group() string { return u.rows[0].Group }

// first is the number of the row that was read first.
func (u *Unit) first() int { return u.rows[0].Source.Order }

// compareResults orders rows as results.csv has them.
func compareResults(order map[*standard.Area]int) func(a, b *Result) int {
	return func(a, b *Result) int {
		return cmp.Or(cmp.Compare(a.Factory.ID, b.Factory.ID), cmp.Compare(a.Period, b.Period),
			cmp.Compare(order[a.Area], order[b.Area]),
			cmp.Compare(a.IndicatorID(), b.IndicatorID()), cmp.Compare(a.Subject, b.Subject))
	}
}

// ByAverage says that a row of pay gives no lowest pay, so that the group's average was judged.
func (u *Unit) ByAverage() bool { return math.IsNaN(u.rows[0].Lowest) }

// People counts the people behind units: a place counts once, with its largest weight, and stands beyond if any of its
// units does. Unjudged are those of places where nothing could be judged.
func People(units []Unit) (within, beyond, unjudged float64) {
	weight, state := map[string]float64{}, map[string]State{}
	var spots []string
	for _, u := range units {
		if _, seen := weight[u.Spot]; !seen {
			spots = append(spots, u.Spot)
		}
		weight[u.Spot] = max(weight[u.Spot], u.Weight)
		state[u.Spot] = anyOf(state[u.Spot], u.State)
	}
	for _, spot := range spots {
		w := weight[spot]
		switch state[spot] {
		case IsBeyond:
			beyond += w
		case IsWithin:
			within += w
		default:
			unjudged += w
		}
	}
	return within, beyond, unjudged
}

// Forget lets go of the rows that a result was made of, but of pay, of its series, and where its units do not stay of these too:
// what is left is its row of results.csv without the sources. It is for those who keep the results of many factories.
func (r *Result) Forget(unitsStay bool) {
	r.Sources, r.methods, r.Series = nil, nil, nil
	if !unitsStay {
		r.Units = nil
	}
	for i := range r.Units {
		if u := &r.Units[i]; !r.Area.Kind.OfPay() {
			u.rows, u.parts, u.lost = nil, nil, nil
		}
	}
}

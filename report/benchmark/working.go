package benchmark

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// What follows gives out the steps between readings and a result, by the functions that computed it.

// Rows are the readings a unit was made of, the first one first.
func (u *Unit) Rows() []*audit.Reading { return u.rows }

// Held is what was held against the limit: the value, of pay the lowest pay or the longest week where they are given.
func (u *Unit) Held() float64 { return u.held }

// Infinite says that there is no value, since people share nothing: no toilet, no shower.
func (u *Unit) Infinite() bool { return u.infinite }

// Sums are what a unit adds to the two sums whose ratio is the level.
func (u *Unit) Sums() (top, bottom float64) { return u.top, u.bottom }

// Concentration is a part of an air exposure in mg/m3, before what lies below detection is divided by √2.
func (u *Unit) Concentration(r *audit.Reading) float64 { return milligrams(r, u.Limit) }

// Temperature, in °C, is the one at which the unit's volume fractions were converted.
func (u *Unit) Temperature() float64 {
	if u.Limit == nil || u.Limit.Temperature == 0 {
		return 25
	}
	return u.Limit.Temperature
}

// Candidate is a limit in force for a unit, and what became of it.
type Candidate struct {
	standard.Candidate
	Worth   float64 // in the unit of the level; pay in the limit's currency a month
	Governs bool
}

// Candidates are the limits among which the one that governs a unit was chosen, of one averaging time after another;
// none for the overall row, and where no limit is written for an indicator.
func (r *Result) Candidates(limits *standard.Limits, u *Unit) []Candidate {
	if r.Indicator == nil || r.Indicator.WithoutLimit {
		return nil
	}
	first, worth := u.rows[0], func(l *standard.Limit) float64 { return l.Value }
	var fits standard.Fit
	if r.Indicator.Wage {
		pay := payLimitsOf(limits, r.Indicator, first)
		worth, fits = pay.value, pay.suits
	}
	var out []Candidate
	for i, q := range questions(r.Indicator, first, r.Subject, u.Date) {
		for _, c := range limits.Candidates(q, fits) {
			elsewhere := c.Standing == standard.OtherAveraging
			if !elsewhere || i == 0 && !slices.Contains(r.Indicator.Averaging, c.Averaging) {
				out = append(out, Candidate{c, worth(c.Limit), c.Limit == u.Limit})
			}
		}
	}
	return out
}

// Contribution is a unit of one indicator that helps to judge a unit of the overall row, or that a mixture index is
// made of.
type Contribution struct {
	Result *Result
	*Unit
	Counts State // towards the overall row: a target is no limit there

	order int
}

// Contributions are those to a result, by the reading that the units share.
type Contributions map[*audit.Reading][]Contribution

// Contributions are the units of the area's other results of the quarter that the units of a result are judged by, or
// made of.
func (r *Result) Contributions(others []*Result) Contributions {
	out, order := Contributions{}, 0
	for _, other := range others {
		if !r.gathers(other) {
			continue
		}
		for i := range other.Units {
			u := &other.Units[i]
			order++
			for _, row := range u.rows {
				out[row] = append(out[row], Contribution{other, u, u.forVerdict(), order})
			}
		}
	}
	return out
}

// To are the contributions to one unit, each once, in the order of results and their units.
func (c Contributions) To(u *Unit) []Contribution {
	var out []Contribution
	for _, row := range u.rows {
		out = append(out, c[row]...)
	}
	slices.SortStableFunc(out, func(a, b Contribution) int { return cmp.Compare(a.order, b.order) })
	return slices.CompactFunc(out, func(a, b Contribution) bool { return a.order == b.order })
}

func (r *Result) gathers(other *Result) bool {
	switch {
	case other.Indicator == nil:
		return false
	case r.Indicator == nil:
		return !other.Indicator.Apart
	}
	return r.Indicator.IsMixture() && !other.Indicator.IsMixture()
}

// Baseline is the row that r is compared with; nil where there is none.
func (r *Result) Baseline() *Result {
	if len(r.Series) == 0 {
		return nil
	}
	return r.Series[0]
}

// Steady is Mann and Kendall's p of the series up to the row; NaN where it is too short, or has a value below
// detection.
func (r *Result) Steady() float64 {
	if !carriesTest(r.Series) {
		return math.NaN()
	}
	_, p := Kendall(figuresOf(r.Series))
	return p
}

// Samples are the rows of an exposure, sample by sample: those of one name different isomers.
func (u *Unit) Samples() [][]*audit.Reading {
	out := make([][]*audit.Reading, len(u.parts))
	for i, p := range u.parts {
		out[i] = p
	}
	return out
}

// Lost are the rows that an exposure lacks, which is beyond its limit all the same.
func (u *Unit) Lost() []*audit.Lost { return u.lost }

// Hindrance is why a place or a row of pay of the overall row cannot be within; blank where nothing hinders it.
func (u *Unit) Hindrance() Hindrance { return u.hindrance }

// Tied says that some of the figures of the series tie, so that Steady is an approximation.
func (r *Result) Tied() bool { return len(tied(figuresOf(r.Series))) > 0 }

// Methods are those that the rows name, folded; Basis is net or gross, of pay.
func (r *Result) Methods() []string { return r.methods }

// Currency is that of pay, and of figures made of it; blank elsewhere.
func (r *Result) Currency() string { return r.currency }

// OvertimeLimit is the limit of overtime that governs a row of pay; nil where none does.
func (u *Unit) OvertimeLimit(limits *standard.Limits) *standard.Limit {
	return newComparison(limits).overtimeLimit(u.rows[0])
}

// Basis is that of the pay: net or gross; blank elsewhere.
func (r *Result) Basis() string { return r.basis }

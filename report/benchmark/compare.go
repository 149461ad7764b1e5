package benchmark

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// comparison makes the figures of one factory.
type comparison struct {
	limits *standard.Limits
	notices
}

func newComparison(limits *standard.Limits) *comparison {
	return &comparison{limits: limits, notices: notices{said: map[notice]*problem.Problem{}}}
}

// visits groups the readings of a factory by area and quarter.
func (f *Figures) visits(factory *audit.Factory) []*visit {
	type key struct {
		area   *standard.Area
		period standard.Quarter
	}
	var out []*visit
	at := map[key]*visit{}
	for _, r := range f.data.Readings.Of(factory) {
		k := key{r.Area, f.data.Quarter(r.Date)}
		if at[k] == nil {
			at[k] = &visit{factory: factory, area: k.area, period: k.period}
			out = append(out, at[k])
		}
		at[k].rows = append(at[k].rows, r)
	}
	for _, l := range f.rows[factory].lost {
		if v := at[key{l.Area, f.data.Quarter(l.Date)}]; v != nil {
			v.lost = append(v.lost, l)
		}
	}
	return out
}

// seriesOf gives a factory's rows of each area, indicator and subject, by quarter.
func seriesOf(results []*Result) map[line][]*Result {
	return partedBy(results, func(r *Result) line { return line{area: r.Area, indicator: r.IndicatorID(), subject: r.Subject} })
}

// partedBy parts results by line, each in the order in which they come.
func partedBy(results []*Result, of func(*Result) line) map[line][]*Result {
	out := map[line][]*Result{}
	for _, r := range results {
		l := of(r)
		out[l] = append(out[l], r)
	}
	return out
}

// carried makes, for the reported period, the row of every area that was last measured earlier; of those that the
// programme measures also where there never was a reading.
func (f *Figures) carried(factory *audit.Factory, results []*Result) []*Result {
	last := map[*standard.Area]*Result{}
	for _, r := range results {
		if r.Indicator == nil {
			last[r.Area] = r // results come by quarter
		}
	}
	var out []*Result
	for _, a := range f.areas {
		r := last[a]
		switch {
		case r == nil && f.data.Expects(a):
			out = append(out, neverMeasured(factory, a, f.period))
		case r != nil && r.Period < f.period:
			out = append(out, carry(r, f.period))
		}
	}
	return out
}

func neverMeasured(f *audit.Factory, a *standard.Area, period standard.Quarter) *Result {
	r := (&visit{factory: f, area: a, period: period}).result(nil, "", nil, nil)
	r.Status, r.Weight = NotMeasured, math.NaN()
	return r
}

// carry repeats the last row of an area with its date; what it meant in its own time (change, peers) is not repeated.
func carry(last *Result, period standard.Quarter) *Result {
	r := (&visit{factory: last.Factory, area: last.Area, period: period}).result(nil, "", nil, nil)
	r.Carried, r.Status, r.Measured = true, last.Status, last.Measured
	r.Units, r.N, r.Weight, r.Within = last.Units, last.N, last.Weight, last.Within
	r.WithinWeight, r.BeyondWeight, r.UnjudgedCount = last.WithinWeight, last.BeyondWeight, last.UnjudgedCount
	r.Sources, r.Series, r.CountsPeople = last.Sources, last.Series, last.CountsPeople
	if period-last.Period > StaleAfter {
		r.Status = Stale
	}
	return r
}

// unlimited says, for the reported period, what no limit applies to.
func (c *comparison) unlimited(results []*Result, period standard.Quarter) {
	for _, r := range results {
		if r.Period == period && r.lacksLimit() && len(r.Units) > 0 {
			about := r.Subject
			if about != "" {
				about = r.Units[0].rows[0].About()
			}
			c.say(r.Units[0].rows[0], problem.NoLimit, "no limit applies to %s %s %s", r.Area.ID, r.Indicator.ID, about)
		}
	}
}

// lacksLimit says that nothing could be judged of what a verdict on the area needs. Of other indicators a limit may be
// lacking for good: many countries have no cap on overtime, and most agents no ceiling.
func (r *Result) lacksLimit() bool {
	return r.Indicator != nil && r.Status == NoLimit && !r.Indicator.Apart
}

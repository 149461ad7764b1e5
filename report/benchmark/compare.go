package benchmark

import (
	"math"
	"runtime"
	"slices"
	"sync"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// comparison is one run of Compare.
type comparison struct {
	limits *standard.Limits
	notices
}

// Compare makes the results of all quarters up to the reported one, sorted as in results.csv, and says what it had to
// leave out or could not judge. Readings after the period must have been dropped.
func Compare(data *audit.Data, limits *standard.Limits, areas []*standard.Area, period standard.Quarter) ([]*Result,
	[]problem.Problem) {
	c := newComparison(limits)
	results := c.visitAll(visits(data))
	prices := pricesOf(data)
	order := map[*standard.Area]int{}
	for i, a := range areas {
		order[a] = i
	}
	slices.SortFunc(results, compareResults(order))
	for _, series := range seriesOf(results) {
		follow(series, prices)
		comply(series)
	}
	comparePeers(results)
	c.unlimited(results, period)
	results = append(results, carried(data, results, areas, period)...)
	slices.SortFunc(results, compareResults(order))
	for _, e := range c.excluded {
		data.Account.Omit(e.row, *c.said[e.why], e.fields...)
	}
	return results, c.problems()
}

func newComparison(limits *standard.Limits) *comparison {
	return &comparison{limits: limits, notices: notices{said: map[notice]*problem.Problem{}}}
}

// visitAll makes the results of all visits, on all processors; what they say is put together in the order of visits.
func (c *comparison) visitAll(list []*visit) []*Result {
	shares := runtime.GOMAXPROCS(0)
	parts, results := make([]*comparison, shares), make([][]*Result, shares)
	var wait sync.WaitGroup
	for i := range shares {
		parts[i] = newComparison(c.limits)
		mine := list[len(list)*i/shares : len(list)*(i+1)/shares]
		wait.Go(func() {
			for _, v := range mine {
				results[i] = append(results[i], parts[i].figures(v)...)
			}
		})
	}
	wait.Wait()
	for _, part := range parts {
		c.merge(&part.notices)
	}
	return slices.Concat(results...)
}

// visits groups the readings.
func visits(data *audit.Data) []*visit {
	type key struct {
		factory *audit.Factory
		area    *standard.Area
		period  standard.Quarter
	}
	var out []*visit
	at := map[key]*visit{}
	for i := range data.Readings {
		r := &data.Readings[i]
		k := key{r.Factory, r.Area, data.Quarter(r.Date)}
		if at[k] == nil {
			at[k] = &visit{factory: k.factory, area: k.area, period: k.period}
			out = append(out, at[k])
		}
		at[k].rows = append(at[k].rows, r)
	}
	for i := range data.Lost {
		l := &data.Lost[i]
		if v := at[key{l.Factory, l.Area, data.Quarter(l.Date)}]; v != nil {
			v.lost = append(v.lost, l)
		}
	}
	return out
}

// seriesOf gives the rows of each factory, area, indicator and subject, by quarter.
func seriesOf(results []*Result) map[line][]*Result {
	out := map[line][]*Result{}
	for _, r := range results {
		l := line{area: r.Area, indicator: r.IndicatorID(), subject: r.Subject, group: r.Factory.ID}
		out[l] = append(out[l], r)
	}
	return out
}

// carried makes, for the reported period, the row of every area that was last measured earlier; of the programme's five
// areas also where there never was a reading.
func carried(data *audit.Data, results []*Result, areas []*standard.Area, period standard.Quarter) []*Result {
	type key struct {
		factory *audit.Factory
		area    *standard.Area
	}
	last := map[key]*Result{}
	for _, r := range results {
		if r.Indicator == nil {
			last[key{r.Factory, r.Area}] = r // results come by quarter
		}
	}
	var out []*Result
	for _, f := range data.Factories {
		for _, a := range areas {
			r := last[key{f, a}]
			switch {
			case r == nil && a.Always:
				out = append(out, neverMeasured(f, a, period))
			case r != nil && r.Period < period:
				out = append(out, carry(r, period))
			}
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

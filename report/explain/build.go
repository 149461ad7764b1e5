package explain

import (
	"fmt"
	"slices"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Question is what to explain, and what a run knows about it.
type Question struct {
	Factory   *audit.Factory
	Area      *standard.Area
	Indicator string // blank: every one
	Subject   string // blank: every one
	Period    string // the reported quarter; blank where the workbooks hold no reading at all

	Data     *audit.Data
	Origins  *audit.Origins // of this factory and area
	Results  []*benchmark.Result
	Limits   *standard.Limits
	Problems []problem.Problem
}

// Of explains the figures of the last quarter in which the factory's area was measured.
func Of(q *Question) *Explanation {
	f := q.Factory
	e := &Explanation{Factory: Factory{f.ID, f.Name, f.Country, f.Region, f.WageRegion}, Area: q.Area.ID,
		Period:  q.Period,
		Results: []Result{}, LeftOut: []string{}, Problems: []Problem{}}
	rows := q.rows()
	current := lastMeasured(rows)
	for _, r := range current {
		e.Measured = r.Period.String()
		if q.wants(r) {
			e.Results = append(e.Results, q.result(r, current, rows))
		}
	}
	slices.SortStableFunc(e.Results, func(a, b Result) int { // all last: it is made of the others
		return compareBools(a.Row.Indicator == standard.Overall, b.Row.Indicator == standard.Overall)
	})
	for _, r := range rows {
		if r.Carried || r.Status == benchmark.NotMeasured {
			row := rowOf(r)
			e.Carried = &row
		}
	}
	for _, p := range q.Problems {
		if q.Origins.Concerns(p) {
			e.Problems = append(e.Problems, Problem{p.Severity.String(), p.Code, p.Place.String(), p.Message, p.Hint})
		}
	}
	e.LeftOut = q.leftOut(current)
	if len(current) == 0 {
		e.Reason = q.reason(e.Problems)
	}
	return e
}

// reason says why there is no figure at all.
func (q *Question) reason(problems []Problem) string {
	text := "no reading of the sheet " + q.Area.Sheet.Name + " is of " + q.Factory.ID
	if q.Period != "" {
		text += " up to " + q.Period
	}
	faults := 0
	for _, p := range problems {
		if p.Severity == problem.Error.String() {
			faults++
		}
	}
	if faults > 0 {
		return text + fmt.Sprintf(" that could be used (errors listed below: %d)", faults)
	}
	return text + kindOf(q.Area).never(q.Factory)
}

// rows are the results of the factory's area, by quarter.
func (q *Question) rows() []*benchmark.Result {
	var rows []*benchmark.Result
	for _, r := range q.Results {
		if r.Factory == q.Factory && r.Area == q.Area {
			rows = append(rows, r)
		}
	}
	return rows
}

// lastMeasured are the rows of the last quarter that has readings.
func lastMeasured(rows []*benchmark.Result) []*benchmark.Result {
	var last []*benchmark.Result
	for _, r := range rows {
		switch {
		case r.Carried || r.Status == benchmark.NotMeasured:
		case len(last) > 0 && r.Period == last[0].Period:
			last = append(last, r)
		default:
			last = []*benchmark.Result{r}
		}
	}
	return last
}

func (q *Question) wants(r *benchmark.Result) bool {
	return (q.Indicator == "" || r.IndicatorID() == q.Indicator) && (q.Subject == "" || r.Subject == q.Subject)
}

// result explains one row; current are those of its quarter, rows those of all quarters.
func (q *Question) result(r *benchmark.Result, current, rows []*benchmark.Result) Result {
	x := &explained{q, r, r.Contributions(current)}
	out := Result{Row: rowOf(r), Name: nameOf(r), unitsName: kindOf(r.Area).units(r), Limits: [][]Limit{},
		OtherRows: []string{}}
	for i := range r.Units {
		u := x.unit(i)
		if set := x.limits(&r.Units[i]); len(set) > 0 {
			u.Limits = slices.IndexFunc(out.Limits, func(other []Limit) bool { return slices.Equal(other, set) }) + 1
			if u.Limits == 0 {
				out.Limits = append(out.Limits, set)
				u.Limits = len(out.Limits)
			}
		}
		out.Units = append(out.Units, u)
	}
	out.Steps, out.Series = x.steps(), earlier(r, rows)
	ofUnits := map[audit.Source]bool{}
	for i := range r.Units {
		for _, row := range r.Units[i].Rows() {
			ofUnits[row.Source] = true
		}
	}
	for _, s := range r.Sources {
		if !ofUnits[s] {
			out.OtherRows = append(out.OtherRows, s.Place().String())
		}
	}
	return out
}

// leftOut are the rows of the quarter measured that no result has among its sources.
func (q *Question) leftOut(current []*benchmark.Result) []string {
	out := []string{}
	if len(current) == 0 {
		return out
	}
	used := map[audit.Source]bool{}
	for _, r := range current {
		for _, s := range r.Sources {
			used[s] = true
		}
	}
	for _, r := range q.Data.Readings.Of(q.Factory) {
		here := r.Area == q.Area && q.Data.Quarter(r.Date) == current[0].Period
		if here && !used[r.Source] {
			out = append(out, r.Source.Place().String())
		}
	}
	return out
}

// nameOf is a result in words.
func nameOf(r *benchmark.Result) string {
	name := r.Area.ID + " " + r.IndicatorID()
	if r.Subject == "" {
		return name
	}
	if agent := r.Units[0].Rows()[0].Agent; agent != nil && agent.Name != r.Subject {
		return name + " of " + agent.Name + " (" + r.Subject + ")"
	}
	return name + " of " + r.Subject
}

// rowOf is the row of results.csv.
func rowOf(r *benchmark.Result) Row {
	row := Row{Period: r.Period.String(), Indicator: r.IndicatorID(), Subject: r.Subject, Unit: r.Unit,
		Level: Number(r.Level), Weight: Number(r.Weight),
		Limit: Number(r.LimitValue), Within: Number(r.Within), Worst: Number(r.Worst), WorstPlace: r.WorstPlace, Status: r.Status,
		MeasuredOn: r.Measured.String(), BaselineLevel: Number(r.BaselineLevel), Change: Number(r.Change), Verdict: r.Verdict,
		RealChange: Number(r.RealChange), Compliance: r.Compliance, UTL: Number(r.UTL), Cost: Number(r.Cost),
		GapClosed: Number(r.GapClosed), TrendPerYear: Number(r.Trend), PeersMedian: Number(r.PeersMedian),
		Sources: each(r.Sources, func(s audit.Source) string { return s.Place().String() })}
	if r.Below {
		row.Qualifier = "<"
	}
	if r.Status != benchmark.NotMeasured {
		row.N = &r.N
	}
	if r.HasPeers {
		row.PeersN = &r.PeersN
	}
	if r.HasBaseline {
		row.BaselinePeriod = r.BaselinePeriod.String()
	}
	if r.Limit != nil {
		row.LimitKind, row.LimitSource = r.Limit.Kind, r.Limit.Source
	}
	return row
}

// earlier lists the quarters before a row, of the same indicator and subject.
func earlier(r *benchmark.Result, rows []*benchmark.Result) []Earlier {
	out := []Earlier{}
	for _, s := range rows {
		if s.Period >= r.Period || s.Indicator != r.Indicator || s.Subject != r.Subject || s.Carried {
			continue
		}
		out = append(out, Earlier{s.Period.String(), Number(s.Figure()), s.Below, s.N, Number(s.Within), s.Status, s.Verdict,
			slices.Contains(r.Series, s)})
	}
	return out
}

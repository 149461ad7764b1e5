package quarterly

import (
	"math"
	"strconv"

	"plimsoll/report/benchmark"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// quality lists everything that was left out or needs a look, by factory.
func (q *report) quality() []QualityRow {
	var out []QualityRow
	for _, p := range q.Problems {
		factory := Text(p.Factory)
		if p.Factory == "" {
			factory = "–"
		}
		out = append(out, QualityRow{factory, problem.Cause{Problem: p}})
	}
	return out
}

// restated tells the restatements.
func (q *report) restated() []RestatedRow {
	var out []RestatedRow
	for _, r := range q.Restated(q.Restatements) {
		out = append(out, RestatedRow{Factory: Text(r.Factory), Period: Text(q.quarter(r.Period)), What: Text(q.W.Name("restated.what", r.What)),
			Old: Text(q.plainFigure(r.Old)), New: Text(q.plainFigure(r.New)), Figure: q.figureName(r), Reason: q.W.Name("restated.reason", r.Reason)})
	}
	return out
}

// quarter prints a quarter of results.csv.
func (q *report) quarter(written string) string {
	if quarter, ok := standard.ParseQuarter(written); ok {
		return q.W.CellQuarter(quarter)
	}
	return written
}

func (q *report) figureName(r benchmark.Restatement) Markup {
	area := q.Standard.Area(r.Area)
	if area == nil {
		return Markup(Text(r.Area).String())
	}
	name := q.W.Area(area)
	if ind := area.Indicator(r.Indicator); ind != nil {
		name += q.W.Word("list.dot") + q.W.Indicator(ind)
	} else if r.Indicator == standard.Overall {
		name += q.W.Word("list.dot") + q.W.Word("restated.all")
	}
	if r.Subject != "" {
		name += q.W.Word("list.dot") + q.W.Subject(q.Standard, area, r.Subject)
	}
	return name
}

// plainFigure rounds a figure of results.csv for print; words stay.
func (q *report) plainFigure(s string) string {
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case s == "":
		return "–"
	case err != nil:
		return s
	}
	return q.W.Figure(nil, v, math.NaN())
}

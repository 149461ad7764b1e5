package quarterly

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// headcount is people (or places) on both sides of a line, over factories.
type headcount struct {
	told.Split
	factories int
}

func (h *headcount) add(s told.Split) { h.Split, h.factories = h.Plus(s), h.factories+1 }

// matched counts the people of the factories that have a figure in both of two quarters: now and then.
func (q *report) matched(area *standard.Area, then func(*told.AreaStatus) *told.Figure) (now, before headcount) {
	for _, s := range q.Rows {
		st := s.At(area)
		if st == nil || st.Last == nil || st.Overall.Status == benchmark.Stale {
			continue
		}
		earlier := then(st)
		if a, b := told.SplitOf(st.Last), told.SplitOf(earlier); earlier != st.Last && a.Judged() > 0 && b.Judged() > 0 {
			now.add(a)
			before.add(b)
		}
	}
	return now, before
}

// baseline is the first quarter of a factory's unbroken series.
func (q *report) baselineOf(st *told.AreaStatus) *told.Figure {
	if len(st.Last.Series) == 0 {
		return nil
	}
	return st.Last.Series[0]
}

// yearAgo is the latest figure of the unbroken series that is at least four quarters older than the reported one, and no
// more than eight.
func (q *report) yearAgo(st *told.AreaStatus) *told.Figure {
	var out *told.Figure
	for _, r := range st.Last.Series {
		if age := q.Period - r.Period; age >= 4 && age <= 8 {
			out = r
		}
	}
	return out
}

// summary counts people within the line, by area: now, at the baseline and a year ago, of matched factories only.
func (q *report) summary() []SummaryRow {
	var out []SummaryRow
	for _, area := range q.MeasuredAreas() {
		row := SummaryRow{ID: area.ID, Area: q.W.Area(area)}
		now, base := q.matched(area, q.baselineOf)
		row.Now, row.Then, row.Factories = q.PeopleWithin(now.Split), q.PeopleWithin(base.Split), q.W.Count(float64(now.factories))
		row.share, row.change = now.Share(), now.Share()-base.Share()
		row.Change = q.points(row.change)
		later, year := q.matched(area, q.yearAgo)
		row.NowYear, row.Year, row.FactoriesYear = q.PeopleWithin(later.Split), q.PeopleWithin(year.Split), q.W.Count(float64(later.factories))
		out = append(out, row)
	}
	return out
}

// points prints a change of a share in percentage points.
func (q *report) points(v float64) Markup {
	if math.IsNaN(v) {
		return "–"
	}
	return Markup(q.W.Signed(nil, math.Round(v*100)))
}

package quarterly

import (
	"cmp"
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/told"
)

// How much the summary page shows of each list.
const mostSummary = 5

// ranked is a line of a list with the people behind it.
type ranked struct {
	people float64
	text   Markup
}

// attention lists what most people stand beyond, over all factories.
func (q *report) attention() []Markup {
	var items []ranked
	for _, s := range q.Rows {
		for _, st := range s.Statuses {
			for _, it := range compose.AreaItems(st) {
				if it.Rank <= compose.BreaksCode && !it.IsOld() && it.Figure != nil {
					items = append(items, ranked{it.Beyond, q.W.Say("report.item", "id", s.F.ID, "text", s.Attention(it))})
				}
			}
		}
	}
	slices.SortStableFunc(items, func(a, b ranked) int { return cmp.Compare(b.people, a.people) })
	return texts(items)
}

// improved lists the areas of factories whose share within rose most.
func (q *report) improved() []Markup {
	var items []ranked
	for _, s := range q.Rows {
		for _, st := range s.Statuses {
			if st.Last == nil || st.Last.Verdict != benchmark.Improved || st.Overall.Status == benchmark.Stale {
				continue
			}
			within, beyond, _ := benchmark.People(st.Last.Units)
			items = append(items, ranked{st.Last.Change * (within + beyond), q.W.Say("report.item", "id", s.F.ID, "text", s.Improved(st))})
		}
	}
	slices.SortStableFunc(items, func(a, b ranked) int { return cmp.Compare(b.people, a.people) })
	return texts(items)
}

// changed lists what is different from the last quarter: areas that crossed their line, or went stale.
func (q *report) changed() []Markup {
	var items []ranked
	for _, s := range q.Rows {
		for _, st := range s.Statuses {
			if text, ok := q.crossed(s, st); ok {
				items = append(items, ranked{text: text})
			}
		}
	}
	return texts(items)
}

// crossed tells an area whose status differs from that of the last quarter it was measured in.
func (q *report) crossed(s *compose.FactoryRow, st *told.AreaStatus) (Markup, bool) {
	if st.Last == nil {
		return "", false
	}
	if st.Overall.Status == benchmark.Stale && q.Period-st.Last.Period == benchmark.StaleAfter+1 {
		return q.W.Say("report.changed.stale", "id", s.F.ID, "area", q.W.Area(st.Area), "date", q.W.Date(st.Last.Measured)), true
	}
	n := len(st.Last.Series)
	if st.Overall.Carried || n < 2 || st.Last.Series[n-2].Status == st.Last.Status {
		return "", false
	}
	return q.W.Say("report.changed.status", "id", s.F.ID, "area", q.W.Area(st.Area), "was", q.W.Name("status", st.Last.Series[n-2].Status),
		"is", q.W.Name("status", st.Last.Status), "now", q.W.Share(st.Last.Within), "then", q.W.Share(st.Last.Series[n-2].Within)), true
}

func texts(items []ranked) []Markup {
	var out []Markup
	for _, it := range items[:min(len(items), mostSummary)] {
		out = append(out, it.text)
	}
	return out
}

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

// attention lists what most people stand beyond, over all factories.
func (q *report) attention() []Markup {
	var items []compose.Item
	for _, s := range q.Rows {
		for _, st := range s.Statuses {
			for _, it := range s.AreaItems(st) {
				if it.Rank == compose.BeyondLimit {
					it.Text = q.W.Say("report.item", "id", s.F.ID, "text", it.Text)
					items = append(items, it)
				}
			}
		}
	}
	slices.SortStableFunc(items, func(a, b compose.Item) int { return cmp.Compare(b.People, a.People) })
	return texts(items)
}

// improved lists the areas of factories whose share within rose most.
func (q *report) improved() []Markup {
	var items []compose.Item
	for _, s := range q.Rows {
		for _, st := range s.Statuses {
			if st.Last == nil || st.Last.Verdict != benchmark.Improved || st.Overall.Status == benchmark.Stale {
				continue
			}
			if text, ok := s.ImprovedArea(st); ok {
				within, beyond, _ := benchmark.People(st.Last.Units)
				items = append(items, compose.Item{People: st.Last.Change * (within + beyond), Text: q.W.Say("report.item", "id", s.F.ID, "text", text)})
			}
		}
	}
	slices.SortStableFunc(items, func(a, b compose.Item) int { return cmp.Compare(b.People, a.People) })
	return texts(items)
}

// changed lists what is different from the last quarter: areas that crossed their line, or went stale.
func (q *report) changed() []Markup {
	var items []compose.Item
	for _, s := range q.Rows {
		for _, st := range s.Statuses {
			if text, ok := q.crossed(s, st); ok {
				items = append(items, compose.Item{Text: text})
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

func texts(items []compose.Item) []Markup {
	var out []Markup
	for _, it := range items[:min(len(items), mostSummary)] {
		out = append(out, it.Text)
	}
	return out
}

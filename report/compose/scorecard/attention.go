package scorecard

import (
	"cmp"
	"slices"

	"plimsoll/report/compose"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// mostBeyond bounds the indicators beyond the line on the first page; the table of all figures has the rest.
const mostBeyond = 4

// attention lists what lies beyond the line, the most people first, then what is overdue, not known, or under a target.
func (c *card) attention(findings *FindingsView) (list []compose.Item, more int) {
	var items []compose.Item
	for _, st := range c.statuses {
		items = append(items, compose.AreaItems(st)...)
	}
	if all := findings.all(); all.Overdue > 0 || all.Repeat > 0 {
		items = append(items, compose.Item{Rank: compose.OverdueFindings, Findings: all})
	}
	slices.SortStableFunc(items, func(a, b compose.Item) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(b.People, a.People))
	})
	shown := oneOfEach(items)
	for i, it := range items {
		if !shown[i] {
			more++
			continue
		}
		list = append(list, it)
	}
	return list, more
}

// oneOfEach chooses what the first page shows: of every area beyond its line the item of most people, then others up to
// the bound, and all that is not about a line.
func oneOfEach(items []compose.Item) map[int]bool {
	shown, areas, beyond := map[int]bool{}, map[*standard.Area]bool{}, 0
	for i, it := range items {
		if it.Rank != compose.BeyondLimit {
			shown[i] = true
		} else if !areas[it.Status.Area] {
			areas[it.Status.Area], shown[i] = true, true
			beyond++
		}
	}
	for i := range items {
		if !shown[i] && beyond < mostBeyond {
			shown[i] = true
			beyond++
		}
	}
	return shown
}

// improved lists the areas that got better since the baseline.
func (c *card) improved() []*told.AreaStatus {
	return slices.DeleteFunc(slices.Clone(c.statuses), func(st *told.AreaStatus) bool {
		return !compose.HasImproved(st) || st.IsStale()
	})
}

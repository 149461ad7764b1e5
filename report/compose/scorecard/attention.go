package scorecard

import (
	"cmp"
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
)

// mostBeyond bounds the indicators beyond the line on the first page; the table of all figures has the rest.
const mostBeyond = 4

// attention lists what lies beyond the line, the most people first, then what is overdue, not known, or under a target.
func (c *card) attention(findings *FindingsView) (texts []Markup, more int) {
	var items []compose.Item
	for _, st := range c.statuses {
		items = append(items, c.AreaItems(st)...)
	}
	if text, ok := c.findingsItem(findings); ok {
		items = append(items, compose.Item{Rank: compose.OverdueFindings, Text: text})
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
		texts = append(texts, it.Text)
	}
	return texts, more
}

// oneOfEach chooses what the first page shows: of every area beyond its line the item of most people, then others up to
// the bound, and all that is not about a line.
func oneOfEach(items []compose.Item) map[int]bool {
	shown, areas, beyond := map[int]bool{}, map[*standard.Area]bool{}, 0
	for i, it := range items {
		if it.Rank != compose.BeyondLimit {
			shown[i] = true
		} else if !areas[it.Area] {
			areas[it.Area], shown[i] = true, true
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

// improved lists what got better since the baseline, as plainly.
func (c *card) improved(findings *FindingsView) []Markup {
	var out []Markup
	for _, st := range c.statuses {
		if st.Last == nil || st.Overall.Status == benchmark.Stale {
			continue
		}
		if text, ok := c.ImprovedArea(st); ok {
			out = append(out, text)
		}
	}
	total := findings.Actions[len(findings.Actions)-1]
	if findings.Summary != "" && total.Overdue == 0 && total.Repeat == 0 {
		out = append(out, findings.Summary)
	}
	return out
}

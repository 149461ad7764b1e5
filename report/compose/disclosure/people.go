package disclosure

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"plimsoll/report/compose"
	"plimsoll/report/told"
)

// findings counts findings by area and action over all factories: no text, no name, no factory.
func (d *disclosure) findings() []PublicFindings {
	type key struct{ area, action string }
	counts := map[key]*compose.Tally{}
	var total compose.Tally
	for _, f := range d.Raised() {
		k := key{f.Area, f.Action}
		if counts[k] == nil {
			counts[k] = &compose.Tally{}
		}
		counts[k].Count(f, d.Start(), d.End())
		total.Count(f, d.Start(), d.End())
	}
	maps.DeleteFunc(counts, func(_ key, n *compose.Tally) bool { return *n == compose.Tally{} }) // all of them closed long ago
	order := d.Standard.AreaIDs()
	rank := func(list []string, id string) int { return (slices.Index(list, id) + len(list) + 1) % (len(list) + 1) }
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b key) int {
		return cmp.Or(cmp.Compare(rank(order, a.area), rank(order, b.area)), cmp.Compare(a.area, b.area), cmp.Compare(rank(compose.Actions(), a.action), rank(compose.Actions(), b.action)))
	})
	var out []PublicFindings
	for i, k := range keys {
		row := PublicFindings{Action: d.W.Name("action", k.action), Tally: *counts[k]}
		if i == 0 || keys[i-1].area != k.area {
			row.Area = d.W.AreaID(d.Standard, k.area)
		}
		out = append(out, row)
	}
	if len(d.Raised()) > 0 {
		out = append(out, PublicFindings{Area: d.W.Word("action.all"), Tally: total, Total: true})
	}
	return out
}

// feedback tells the messages of each channel.
func (d *disclosure) feedback() []FeedbackSum {
	var out []FeedbackSum
	for _, c := range d.Channels() {
		row := FeedbackSum{Channel: d.W.Channel(d.Standard, c.Name), Received: "–", Resolved: "–", Days: d.days(c), Where: Markup(d.W.Count(float64(c.Factories)))}
		if c.Factories > 0 {
			row.Received, row.Resolved = Markup(d.W.Count(c.Received)), Markup(d.W.Count(c.Resolved))
		}
		if c.Withheld > 0 {
			row.Where += d.W.Word("list.semicolon") + d.W.Say("disclosure.withheldat", "count", c.Withheld)
		}
		out = append(out, row)
	}
	return out
}

// days prints the median days of factories from the shortest to the longest: a median of medians would be nobody's.
func (d *disclosure) days(c told.Channel) Markup {
	switch {
	case math.IsNaN(c.ShortestDays):
		return "–"
	case c.ShortestDays == c.LongestDays:
		return Markup(d.W.Count(c.ShortestDays))
	}
	return d.W.Say("disclosure.days", "low", c.ShortestDays, "high", c.LongestDays)
}

// training sums up training by audience.
func (d *disclosure) training() []TrainingSum {
	var out []TrainingSum
	for _, t := range d.TrainingOf(nil) {
		row := TrainingSum{Audience: d.W.Name("audience", t.Audience), Sessions: t.Sessions, People: d.count(t.People),
			Hours: d.count(t.Hours), Factories: t.Factories}
		if told.Few(t.People) {
			row.Hours = d.W.Word("disclosure.few")
		}
		out = append(out, row)
	}
	return out
}

// restatements counts restated figures by area and reason; the figures themselves may stand for few people.
func (d *disclosure) restatements() []Markup {
	type key struct{ area, reason string }
	counts := map[key]int{}
	var keys []key
	for _, r := range d.RestatedInPublic(d.Restatements) {
		k := key{r.Area, r.Reason}
		if counts[k] == 0 {
			keys = append(keys, k)
		}
		counts[k]++
	}
	var out []Markup
	for _, k := range keys {
		area := d.W.AreaID(d.Standard, k.area)
		out = append(out, d.W.Say("disclosure.restated", "count", counts[k], "area", area, "reason", d.W.Name("restated.reason", k.reason)))
	}
	return out
}

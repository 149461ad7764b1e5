package disclosure

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
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
		row := PublicFindings{ActionRow: compose.ActionRow{Action: d.W.Name("action", k.action), Tally: *counts[k]}}
		if i == 0 || keys[i-1].area != k.area {
			row.Area = d.W.AreaID(d.Standard, k.area)
		}
		out = append(out, row)
	}
	if len(d.Raised()) > 0 {
		last := PublicFindings{Area: d.W.Word("action.all"), ActionRow: compose.ActionRow{Action: "", Tally: total}}
		last.Total = true
		out = append(out, last)
	}
	return out
}

// channel is the feedback of one channel over all factories.
type channel struct {
	received, resolved float64
	days               []float64 // medians of the factories with ten messages or more
	where              map[*audit.Factory]bool
}

// feedback adds up feedback by channel. A message counts as a worker: fewer than ten received, resolved or left open are
// not told.
func (d *disclosure) feedback() []FeedbackSum {
	channels := map[string]*channel{}
	for _, f := range d.Data.Feedback {
		if f.Period.Quarter != d.Period || f.Period.Year {
			continue
		}
		name := d.channelKey(f.Channel)
		if channels[name] == nil {
			channels[name] = &channel{where: map[*audit.Factory]bool{}}
		}
		c := channels[name]
		c.received, c.resolved, c.where[f.Factory] = c.received+compose.ZeroIfNone(f.Received), c.resolved+compose.ZeroIfNone(f.Resolved), true
		if !math.IsNaN(f.MedianDays) && f.Received >= told.LeastPublic { // a median of a few messages would tell of a few workers
			c.days = append(c.days, f.MedianDays)
		}
	}
	return d.feedbackSums(channels)
}

func (d *disclosure) feedbackSums(channels map[string]*channel) []FeedbackSum {
	var out []FeedbackSum
	for _, f := range d.Data.Feedback { // the names as written, in the order of the workbooks
		name := d.channelKey(f.Channel)
		c := channels[name]
		if c == nil {
			continue
		}
		delete(channels, name)
		row := FeedbackSum{Channel: d.W.Channel(d.Standard, f.Channel), Received: d.count(c.received), Resolved: d.count(c.resolved), Days: "–", Where: Markup(strconv.Itoa(len(c.where)))}
		switch {
		case told.Few(c.received) || told.Few(c.resolved) || told.Few(c.received-c.resolved):
			hidden := d.W.Word("disclosure.suppressed")
			row.Received, row.Resolved, row.Days = hidden, hidden, hidden
		case len(c.days) > 0:
			row.Days = d.span(c.days)
		}
		out = append(out, row)
	}
	return out
}

// span prints the median days of factories from the shortest to the longest: a median of medians would be nobody's.
func (d *disclosure) span(days []float64) Markup {
	low, high := slices.Min(days), slices.Max(days)
	if low == high {
		return Markup(d.W.Count(low))
	}
	return d.W.Say("disclosure.days", "low", low, "high", high)
}

// training sums up training by audience.
func (d *disclosure) training() []TrainingSum {
	var out []TrainingSum
	for _, t := range d.TrainingOf(nil) {
		row := TrainingSum{Audience: d.W.Name("audience", t.Audience), Sessions: t.Sessions, People: d.count(t.People),
			Hours: Markup(d.W.Count(t.Hours)), Factories: t.Factories}
		if told.Few(t.People) {
			row.Hours = d.W.Word("disclosure.suppressed")
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
	for _, r := range d.Restated {
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

// channelKey is one for all ways of writing a channel.
func (d *disclosure) channelKey(written string) string {
	id, _ := d.Standard.Channel(written)
	return standard.Fold(id)
}

package compose

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// publicFindings counts findings by area and action over all factories: no text, no name, no factory.
func (o *overview) publicFindings() []PublicFindings {
	type key struct{ area, action string }
	counts := map[key]*tally{}
	var total tally
	for _, f := range o.raised() {
		k := key{f.Area, f.Action}
		if counts[k] == nil {
			counts[k] = &tally{}
		}
		counts[k].count(f, o.Start(), o.End())
		total.count(f, o.Start(), o.End())
	}
	maps.DeleteFunc(counts, func(_ key, n *tally) bool { return *n == tally{} }) // all of them closed long ago
	order := o.Standard.AreaIDs()
	rank := func(list []string, id string) int { return (slices.Index(list, id) + len(list) + 1) % (len(list) + 1) }
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b key) int {
		return cmp.Or(cmp.Compare(rank(order, a.area), rank(order, b.area)), cmp.Compare(a.area, b.area), cmp.Compare(rank(actions(), a.action), rank(actions(), b.action)))
	})
	var out []PublicFindings
	for i, k := range keys {
		row := PublicFindings{ActionRow: actionRow(o.w.Name("action", k.action), *counts[k])}
		if i == 0 || keys[i-1].area != k.area {
			row.Area = o.w.AreaID(o.Standard, k.area)
		}
		out = append(out, row)
	}
	if len(o.raised()) > 0 {
		last := PublicFindings{Area: o.w.Word("action.all"), ActionRow: actionRow("", total)}
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

// publicFeedback adds up feedback by channel. A message counts as a worker: fewer than ten received, resolved or left open are
// not told.
func (o *overview) publicFeedback() []FeedbackSum {
	channels := map[string]*channel{}
	for _, f := range o.Data.Feedback {
		if f.Period.Quarter != o.Period || f.Period.Year {
			continue
		}
		name := o.channelKey(f.Channel)
		if channels[name] == nil {
			channels[name] = &channel{where: map[*audit.Factory]bool{}}
		}
		c := channels[name]
		c.received, c.resolved, c.where[f.Factory] = c.received+zeroIfNone(f.Received), c.resolved+zeroIfNone(f.Resolved), true
		if !math.IsNaN(f.MedianDays) && f.Received >= told.LeastPublic { // a median of a few messages would tell of a few workers
			c.days = append(c.days, f.MedianDays)
		}
	}
	return o.feedbackSums(channels)
}

func (o *overview) feedbackSums(channels map[string]*channel) []FeedbackSum {
	var out []FeedbackSum
	for _, f := range o.Data.Feedback { // the names as written, in the order of the workbooks
		name := o.channelKey(f.Channel)
		c := channels[name]
		if c == nil {
			continue
		}
		delete(channels, name)
		row := FeedbackSum{Channel: o.w.Channel(o.Standard, f.Channel), Received: o.publicCount(c.received), Resolved: o.publicCount(c.resolved), Days: "–", Where: Markup(strconv.Itoa(len(c.where)))}
		switch {
		case told.Few(c.received) || told.Few(c.resolved) || told.Few(c.received-c.resolved):
			hidden := o.w.Word("disclosure.suppressed")
			row.Received, row.Resolved, row.Days = hidden, hidden, hidden
		case len(c.days) > 0:
			row.Days = o.span(c.days)
		}
		out = append(out, row)
	}
	return out
}

// span prints the median days of factories from the shortest to the longest: a median of medians would be nobody's.
func (o *overview) span(days []float64) Markup {
	low, high := slices.Min(days), slices.Max(days)
	if low == high {
		return Markup(o.w.Count(low))
	}
	return o.w.Say("disclosure.days", "low", low, "high", high)
}

// publicTraining sums up training by audience.
func (o *overview) publicTraining() []TrainingSum {
	var out []TrainingSum
	for _, audience := range []string{"workers", "management"} {
		sessions, people, hours, factories := 0, 0.0, 0.0, map[*audit.Factory]bool{}
		for _, t := range o.Data.Training {
			if t.Audience == audience && t.Date >= o.Start() && t.Date <= o.End() {
				sessions, people, hours = sessions+1, people+t.People, hours+t.People*t.Hours
				factories[t.Factory] = true
			}
		}
		row := TrainingSum{Audience: o.w.Name("audience", audience), Sessions: strconv.Itoa(sessions), People: o.publicCount(people),
			Hours: Markup(o.w.Count(hours)), Factories: strconv.Itoa(len(factories))}
		if told.Few(people) {
			row.Hours = o.w.Word("disclosure.suppressed")
		}
		out = append(out, row)
	}
	return out
}

// publicRestatements counts restated figures by area and reason; the figures themselves may stand for few people.
func (o *overview) publicRestatements() []Markup {
	type key struct{ area, reason string }
	counts := map[key]int{}
	var keys []key
	for _, r := range o.Restated {
		k := key{r.Area, r.Reason}
		if counts[k] == 0 {
			keys = append(keys, k)
		}
		counts[k]++
	}
	var out []Markup
	for _, k := range keys {
		area := o.w.AreaID(o.Standard, k.area)
		out = append(out, o.w.Say("disclosure.restated", "count", counts[k], "area", area, "reason", o.w.Name("restated.reason", k.reason)))
	}
	return out
}

// channelKey is one for all ways of writing a channel.
func (o *overview) channelKey(written string) string {
	id, _ := o.Standard.Channel(written)
	return standard.Fold(id)
}

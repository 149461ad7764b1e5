package told

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// Count is a number of people, or of their messages, as the public is told it.
type Count struct {
	N        float64 // rounded to tens; NaN where nobody said
	Withheld bool    // they are some, but fewer than ten
}

// CountOf is what the public is told of a number.
func CountOf(people float64) Count {
	if Few(people) {
		return Count{N: math.NaN(), Withheld: true}
	}
	return Count{N: Tens(people)}
}

// WorkersInPublic is the total of workers, rounded to fifties: a new edition with a few more gives no small number
// away.
func (p *Programme) WorkersInPublic() Count {
	total := 0.0
	for _, f := range p.Active() {
		total += zeroIfNone(f.Workers)
	}
	fifties := math.Round(total/50) * 50
	return Count{N: fifties, Withheld: total > 0 && fifties == 0}
}

func zeroIfNone(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

// Channel is the feedback of one channel over all factories that may be told. A message counts as a worker.
type Channel struct {
	Name               string // as first written
	Received, Resolved float64
	ShortestDays       float64 // of the factories' medians, NaN where none may be told
	LongestDays        float64
	Factories          int // whose messages are counted
	Withheld           int // factories with fewer than ten received, resolved or left open
}

// messages are those of one factory in one channel.
type messages struct{ received, resolved, days float64 }

// tells says that all three groups of a factory's messages are none or many.
func (m *messages) tells() bool {
	return !Few(m.received) && !Few(m.resolved) && !Few(m.received-m.resolved)
}

// Channels adds up the feedback of the quarter by channel, in the order of the workbooks.
func (p *Programme) Channels() []Channel {
	type key struct {
		channel string
		factory *audit.Factory
	}
	var names []string
	var keys []key
	written, each := map[string]string{}, map[key]*messages{}
	for _, f := range p.Data.Feedback {
		if f.Period.Quarter != p.Period || f.Period.Year {
			continue
		}
		k := key{p.channelKey(f.Channel), f.Factory}
		if _, known := written[k.channel]; !known {
			names, written[k.channel] = append(names, k.channel), f.Channel
		}
		if each[k] == nil {
			keys, each[k] = append(keys, k), &messages{days: math.NaN()}
		}
		m := each[k]
		m.received, m.resolved = m.received+zeroIfNone(f.Received), m.resolved+zeroIfNone(f.Resolved)
		if f.Resolved >= LeastPublic { // a median of a few messages would tell of a few workers
			m.days = f.MedianDays
		}
	}
	out := make([]Channel, len(names))
	for i, name := range names {
		out[i] = Channel{Name: written[name], ShortestDays: math.NaN(), LongestDays: math.NaN()}
		for _, k := range keys {
			if k.channel == name {
				out[i].add(each[k])
			}
		}
		out[i].Received, out[i].Resolved = Tens(out[i].Received), Tens(out[i].Resolved)
	}
	return out
}

func (c *Channel) add(m *messages) {
	if !m.tells() {
		c.Withheld++
		return
	}
	c.Factories++
	c.Received, c.Resolved = c.Received+m.received, c.Resolved+m.resolved
	if math.IsNaN(m.days) {
		return
	}
	if math.IsNaN(c.ShortestDays) {
		c.ShortestDays, c.LongestDays = m.days, m.days
	}
	c.ShortestDays, c.LongestDays = min(c.ShortestDays, m.days), max(c.LongestDays, m.days)
}

// channelKey is one for all ways of writing a channel.
func (p *Programme) channelKey(written string) string {
	id, _ := p.Standard.Channel(written)
	return standard.Fold(id)
}

package told

import (
	"cmp"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Breach is a verified limit of law, or of the code, that is not met for ten people or more at some factories, as the
// public is told it. It never depends on how few stand on a side that is small.
type Breach struct {
	Area      *standard.Area
	Indicator *standard.Indicator
	Subject   string
	Limit     *standard.Limit // of the first factory
	OneLimit  bool            // the others have the same value
	At        []*audit.Factory
	People    Split // at those of them whose numbers may be told
	Unsaid    int   // the others: ten or more people stand beyond, and no number is told
}

// leastBeyond is how many people stand beyond at the least.
func (b *Breach) leastBeyond() float64 { return b.People.Beyond + float64(b.Unsaid)*LeastPublic }

// Breaches lists the limits of a kind that are not met at some factories by their last measurements, most people first.
func (p *Programme) Breaches(kind string, among []*audit.Factory) []Breach {
	at := map[lineKey]int{}
	var out []Breach
	for _, f := range among {
		for _, st := range p.Areas(f) {
			if st.Last == nil || st.IsStale() {
				continue
			}
			a := p.Public(st)
			for _, r := range st.Rows {
				people, limit := beyondVerified(r, kind)
				if people.Beyond < LeastPublic-slack {
					continue
				}
				k := lineKey{r.Area, r.Indicator, r.Subject}
				i, known := at[k]
				if !known {
					i, at[k] = len(out), len(out)
					out = append(out, Breach{Area: r.Area, Indicator: r.Indicator, Subject: r.Subject, Limit: limit,
						OneLimit: true})
				}
				out[i].OneLimit = out[i].OneLimit && limit.Limit == out[i].Limit.Limit &&
					limit.Unit == out[i].Limit.Unit
				out[i].add(a, people)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Breach) int { return cmp.Compare(b.leastBeyond(), a.leastBeyond()) })
	return out
}

// lineKey is what figures of several factories have in common.
type lineKey struct {
	area      *standard.Area
	indicator *standard.Indicator
	subject   string
}

// add counts a factory where a limit is not met; its numbers where no side of what they can be compared with is small.
func (b *Breach) add(a PublicArea, people Split) {
	b.At = append(b.At, a.Factory)
	if a.Suppressed || people.small() || Few(a.Now.Beyond-people.Beyond) || Few(a.Now.Within-people.Within) {
		b.Unsaid++
		return
	}
	b.People = b.People.Plus(people)
}

// beyondVerified counts the people of a figure who are judged by verified limits, of them those beyond one of a kind;
// with the first such limit.
func beyondVerified(r *Figure, kind string) (Split, *standard.Limit) {
	var judged, beyond []benchmark.Unit
	var limit *standard.Limit
	for _, u := range r.Units {
		if u.Limit == nil || !u.Limit.Verified || u.State != benchmark.IsBeyond && u.State != benchmark.IsWithin {
			continue
		}
		judged = append(judged, u)
		if isBeyond(&u, kind) {
			beyond, limit = append(beyond, u), cmp.Or(limit, u.Limit)
		}
	}
	within, others, _ := benchmark.People(judged)
	_, n, _ := benchmark.People(beyond)
	return Split{Within: within + others - n, Beyond: n}, limit
}

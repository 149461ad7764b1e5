package quarterly

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// Making is where the output of the last four quarters comes from.
type Making struct {
	Rows   []MakingRow
	Unit   string  // of all output; blank where units differ
	Total  float64 // in that unit
	Growth float64 // of all factories with both, NaN without any
	Home   string  // the home country's code, blank where nobody said
	AtHome float64 // the part of the output made there
}

// MakingRow is the output of one country and kind of ownership.
type MakingRow struct {
	Country, Ownership, Unit string
	Output                   float64
	Share                    float64 // of all output; NaN where units differ
	Growth                   float64 // since the first four quarters on record, of the factories that have both; NaN without any
}

// group is output that is counted together.
type group struct{ country, ownership, unit string }

func (g group) compare(o group) int {
	return cmp.Or(cmp.Compare(g.country, o.country), cmp.Compare(g.ownership, o.ownership), cmp.Compare(g.unit, o.unit))
}

// maker is a factory in its group.
type maker struct {
	group
	factory *audit.Factory
}

func (m maker) compare(o maker) int {
	return cmp.Or(m.group.compare(o.group), cmp.Compare(m.factory.ID, o.factory.ID))
}

// made is output of a group: of all factories now; and now and first of those that have both, for growth.
type made struct{ all, matched, first float64 }

// making tells where the output comes from, over the last four quarters and over the first four on record.
func (q *report) making() Making {
	groups, first := map[group]made{}, q.firstOutput()
	early := q.output(first, first+3)
	apart := first+3 < q.Period-3 // else the two years overlap
	now := q.output(q.Period-3, q.Period)
	for _, m := range slices.SortedFunc(maps.Keys(now), maker.compare) {
		n, sum := now[m], groups[m.group]
		sum.all += n
		if then, both := early[m]; both && apart {
			sum.matched, sum.first = sum.matched+n, sum.first+then
		}
		groups[m.group] = sum
	}
	return q.madeBy(groups)
}

func (q *report) madeBy(groups map[group]made) Making {
	v := Making{Home: q.Data.Programme.HomeCountry}
	keys := slices.SortedFunc(maps.Keys(groups), group.compare)
	if len(keys) > 0 && !slices.ContainsFunc(keys, func(g group) bool { return g.unit != keys[0].unit }) {
		v.Unit = keys[0].unit
	}
	var all made
	for _, k := range keys {
		g := groups[k]
		all = made{all.all + g.all, all.matched + g.matched, all.first + g.first}
		if k.country == v.Home {
			v.AtHome += g.all
		}
	}
	v.Total, v.Growth = all.all, growth(all)
	for _, k := range keys {
		row := MakingRow{Country: k.country, Ownership: k.ownership, Unit: k.unit, Output: groups[k].all, Share: math.NaN(),
			Growth: growth(groups[k])}
		if v.Unit != "" && v.Total > 0 {
			row.Share = row.Output / v.Total
		}
		v.Rows = append(v.Rows, row)
	}
	v.AtHome /= v.Total
	return v
}

// growth is the relative change since the first year; NaN without one.
func growth(m made) float64 {
	if m.first <= 0 {
		return math.NaN()
	}
	return m.matched/m.first - 1
}

// output adds up output between two quarters. A whole year counts where all of it lies between them.
func (q *report) output(from, to standard.Quarter) map[maker]float64 {
	out := map[maker]float64{}
	for _, p := range q.Data.Production {
		last := p.Period.Quarter
		if p.Period.Year {
			last += 3
		}
		if math.IsNaN(p.Output) || p.Period.Quarter < from || last > to {
			continue
		}
		out[maker{group{p.Factory.Country, p.Factory.Ownership, p.Unit}, p.Factory}] += p.Output
	}
	return out
}

// firstOutput is the first quarter with output on record.
func (q *report) firstOutput() standard.Quarter {
	first := q.Period
	for _, p := range q.Data.Production {
		if !math.IsNaN(p.Output) && !p.Period.Year {
			first = min(first, p.Period.Quarter)
		}
	}
	return first
}

package quarterly

import (
	"maps"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// group is output that is counted together: of one country and ownership.
type group struct{ country, ownership, unit string }

// maker is a factory in its group.
type maker struct {
	group
	factory *audit.Factory
}

// production tells where the output comes from: by country, and by owned or subcontracted, over the last four quarters
// and over the first four on record.
func (q *report) production() Making {
	v := Making{}
	now, matched, first := q.outputs()
	total, totalNow, totalFirst, home := 0.0, 0.0, 0.0, 0.0
	keys := slices.SortedFunc(maps.Keys(now), func(a, b group) int { return compareGroups(a, b) })
	units := map[string]bool{}
	for _, k := range keys {
		units[k.unit] = true
		total, totalNow, totalFirst = total+now[k], totalNow+matched[k], totalFirst+first[k]
		if k.country == q.Data.Programme.HomeCountry {
			home += now[k]
		}
	}
	for _, k := range keys {
		row := MakingRow{Country: Text(q.CountryName(k.country)), Ownership: q.W.Name("ownership", k.ownership), Output: q.W.Count(now[k]), Unit: q.W.Unit(k.unit), Share: "–", Growth: q.growth(first[k], matched[k])}
		if len(units) == 1 && total > 0 {
			row.Share = q.W.Say("percent", "n", q.W.Share(now[k]/total))
		}
		v.Rows = append(v.Rows, row)
	}
	if len(units) == 1 && total > 0 && q.Data.Programme.HomeCountry != "" {
		v.Home = q.W.Say("report.home", "share", q.W.Share(home/total), "country", q.CountryName(q.Data.Programme.HomeCountry))
	}
	if len(units) == 1 {
		v.Total = q.W.Say("report.output", "n", total, "unit", q.W.Unit(keys[0].unit), "growth", q.growth(totalFirst, totalNow))
	}
	v.Stages = q.stages()
	return v
}

func compareGroups(a, b group) int {
	for _, pair := range [][2]string{{a.country, b.country}, {a.ownership, b.ownership}, {a.unit, b.unit}} {
		if pair[0] != pair[1] {
			if pair[0] < pair[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// outputs adds up the output of the last four quarters; and of the factories that have some in the first four on record too,
// that of both, for growth.
func (q *report) outputs() (now, matched, first map[group]float64) {
	now, matched, first = map[group]float64{}, map[group]float64{}, map[group]float64{}
	last, early := q.output(q.Period-3, q.Period), q.output(q.firstOutput(), q.firstOutput()+3)
	for made, n := range last {
		now[made.group] += n
		if then, both := early[made]; both {
			matched[made.group] += n
			first[made.group] += then
		}
	}
	return now, matched, first
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

// growth compares two years of output; none where they overlap or the first has no output.
func (q *report) growth(first, now float64) Markup {
	if first <= 0 || q.firstOutput()+3 >= q.Period-3 {
		return "–"
	}
	return q.W.Say("percent", "n", Markup(q.W.Signed(nil, math.Round((now/first-1)*100))))
}

// stages lists what each factory does, and its workers.
func (q *report) stages() []StageRow {
	var out []StageRow
	for _, s := range q.Rows {
		out = append(out, StageRow{ID: Text(s.F.ID), Name: Text(q.W.NameOf(s.F)), Country: Text(q.CountryName(s.F.Country)), Ownership: s.Ownership(s.F),
			Workers: s.Workers(s.F), Processes: q.W.Processes(q.Standard, s.F.Processes)})
	}
	return out
}

package compose

import (
	"maps"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// group is output that is counted together: of one country and ownership.
type group struct{ country, ownership, unit string }

// production tells where the output comes from: by country, and by owned or subcontracted, over the last four quarters
// and over the first four on record.
func (o *overview) production() Making {
	v := Making{}
	now, matched, first := o.outputs()
	total, totalNow, totalFirst, home := 0.0, 0.0, 0.0, 0.0
	keys := slices.SortedFunc(maps.Keys(now), func(a, b group) int { return compareGroups(a, b) })
	units := map[string]bool{}
	for _, k := range keys {
		units[k.unit] = true
		total, totalNow, totalFirst = total+now[k], totalNow+matched[k], totalFirst+first[k]
		if k.country == o.Data.Programme.HomeCountry {
			home += now[k]
		}
	}
	for _, k := range keys {
		row := MakingRow{Country: Text(o.countryName(k.country)), Ownership: o.w.Name("ownership", k.ownership), Output: o.w.Count(now[k]), Unit: o.w.Unit(k.unit), Share: "–", Growth: o.growth(first[k], matched[k])}
		if len(units) == 1 && total > 0 {
			row.Share = o.w.Say("percent", "n", o.w.Share(now[k]/total))
		}
		v.Rows = append(v.Rows, row)
	}
	if len(units) == 1 && total > 0 && o.Data.Programme.HomeCountry != "" {
		v.Home = o.w.Say("report.home", "share", o.w.Share(home/total), "country", o.countryName(o.Data.Programme.HomeCountry))
	}
	if len(units) == 1 {
		v.Total = o.w.Say("report.output", "n", total, "unit", o.w.Unit(keys[0].unit), "growth", o.growth(totalFirst, totalNow))
	}
	v.Stages = o.stages()
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

func (o *overview) countryName(code string) string {
	return (&teller{Source: o.Source, w: o.w, f: &audit.Factory{Country: code}}).country()
}

// outputs adds up the output of the last four quarters; and of the factories that have some in the first four on record too,
// that of both, for growth.
func (o *overview) outputs() (now, matched, first map[group]float64) {
	now, matched, first = map[group]float64{}, map[group]float64{}, map[group]float64{}
	last, early := o.output(o.Period-3, o.Period), o.output(o.firstOutput(), o.firstOutput()+3)
	for made, n := range last {
		now[made.group] += n
		if then, both := early[made]; both {
			matched[made.group] += n
			first[made.group] += then
		}
	}
	return now, matched, first
}

// maker is a factory in its group.
type maker struct {
	group
	factory *audit.Factory
}

// output adds up output between two quarters. A whole year counts where all of it lies between them.
func (o *overview) output(from, to standard.Quarter) map[maker]float64 {
	out := map[maker]float64{}
	for _, p := range o.Data.Production {
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
func (o *overview) firstOutput() standard.Quarter {
	first := o.Period
	for _, p := range o.Data.Production {
		if !math.IsNaN(p.Output) && !p.Period.Year {
			first = min(first, p.Period.Quarter)
		}
	}
	return first
}

// growth compares two years of output; none where they overlap or the first has no output.
func (o *overview) growth(first, now float64) Markup {
	if first <= 0 || o.firstOutput()+3 >= o.Period-3 {
		return "–"
	}
	return o.w.Say("percent", "n", Markup(o.w.Signed(nil, math.Round((now/first-1)*100))))
}

// stages lists what each factory does, and its workers.
func (o *overview) stages() []StageRow {
	var out []StageRow
	for _, s := range o.each {
		out = append(out, StageRow{ID: Text(s.f.ID), Name: Text(o.w.NameOf(s.f)), Country: Text(o.countryName(s.f.Country)), Ownership: s.ownership(),
			Workers: s.workers(), Processes: o.w.Processes(o.Standard, s.f.Processes)})
	}
	return out
}

// business puts conditions and business side by side, without saying that one makes the other.
func (o *overview) business() []BusinessRow {
	var out []BusinessRow
	for i, s := range o.each {
		p, ok := o.latestProduction(s.f)
		if !ok {
			continue
		}
		within, areas := 0, 0
		for _, st := range s.list {
			if st.Last != nil && st.Overall.Status != benchmark.Stale && !math.IsNaN(st.Last.Within) {
				areas++
				if st.Last.Status == benchmark.Within {
					within++
				}
			}
		}
		alts := map[string]Markup{}
		for _, rate := range []string{"defects", "ontime", "turnover", "absence"} {
			alts[rate] = o.sparkAlt(s.f.ID, i, rate, "business."+rate)
		}
		out = append(out, BusinessRow{N: i, ID: Text(s.f.ID), Within: o.w.Say("report.areas", "within", within, "areas", areas), Defects: o.percent(p.Defects),
			OnTime: o.percent(p.OnTime), Turnover: o.percent(p.Turnover), Absence: o.percent(p.Absence), Alts: alts})
	}
	return out
}

// latestProduction is the row of the reported quarter.
func (o *overview) latestProduction(f *audit.Factory) (audit.Production, bool) {
	for _, p := range o.Data.Production {
		if p.Factory == f && p.Period.Quarter == o.Period && !p.Period.Year {
			return p, true
		}
	}
	return audit.Production{}, false
}

// percent prints a share with one decimal, for rates that lie close together.
func (o *overview) percent(v float64) Markup {
	if math.IsNaN(v) {
		return "–"
	}
	return o.w.Say("percent", "n", o.w.Decimal(v*100, 1))
}

// quality lists everything that was left out or needs a look, by factory.
func (o *overview) quality() []QualityRow {
	var out []QualityRow
	for _, p := range o.Problems {
		factory := Text(p.Factory)
		if p.Factory == "" {
			factory = "–"
		}
		out = append(out, QualityRow{factory, problemRow(o.w, p)})
	}
	return out
}

// limits lists every limit that figures of the reported quarter were held against, once.
func (o *overview) limits() []LimitRow {
	var out []LimitRow
	seen := map[*standard.Limit]bool{}
	for _, area := range o.measuredAreas() {
		for _, s := range o.each {
			st := s.at(area)
			if st == nil {
				continue
			}
			for _, row := range s.limitRows([]*told.AreaStatus{st}) {
				if !seen[row.limit] {
					seen[row.limit] = true
					if row.Where = Text(row.limit.Jurisdiction); row.Where == "*" {
						row.Where = Text(o.w.Word("disclosure.everywhere"))
					}
					out = append(out, row)
				}
			}
		}
	}
	return out
}

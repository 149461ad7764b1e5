package quarterly

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// mostGaps is how many of an area's largest gaps are shown.
const mostGaps = 10

// areas adds up every area over all factories.
func (q *report) areas() []AreaView {
	var out []AreaView
	for _, area := range q.Standard.Areas {
		sum := q.Sum(area, q.active)
		if len(sum.Parts) == 0 {
			continue
		}
		v := AreaView{Sum: sum, Countries: q.countries(area), Bands: bandsOf(sum.Parts), Charts: q.parts(area),
			Alt: q.sharesAlt(sum), Spread: q.spread(area)}
		for _, g := range q.gaps {
			if g.Area == area && g.Kind != standard.Target && !g.IsStale() {
				v.Gaps = append(v.Gaps, g)
			}
		}
		v.Shown = v.Gaps[:min(len(v.Gaps), mostGaps)]
		v.More = len(v.Gaps) - len(v.Shown)
		v.Measured = slices.DeleteFunc(slices.Clone(sum.Parts), func(p told.Part) bool { return p.Last == nil })
		out = append(out, v)
	}
	return out
}

// Beyond counts the factories where somebody judged now is beyond a limit.
func (v AreaView) Beyond() int { return beyond(v.Sum) }

func beyond(s *told.Sum) int {
	n := 0
	for _, p := range s.Parts {
		if p.Now.Beyond > 0 {
			n++
		}
	}
	return n
}

// OfPay says that a figure of the area shows pay, in multiples of the minimum wage.
func (v AreaView) OfPay() bool { return v.Area.Kind.OfPay() }

// IsTurned says that a figure of the area shows limits to reach turned, beside limits not to pass.
func (v AreaView) IsTurned() bool { return comparisonOf(v.Area) == turned }

// countries adds up an area by country, the one with most people judged first.
func (q *report) countries(area *standard.Area) []CountryRow {
	among := map[string][]*audit.Factory{}
	var codes []string
	for _, f := range q.active {
		if among[f.Country] == nil {
			codes = append(codes, f.Country)
		}
		among[f.Country] = append(among[f.Country], f)
	}
	var out []CountryRow
	for _, code := range codes {
		row := CountryRow{Country: code, Sum: q.Sum(area, among[code])}
		if row.Beyond = beyond(row.Sum); len(row.Parts) > 0 {
			out = append(out, row)
		}
	}
	slices.SortStableFunc(out, func(a, b CountryRow) int {
		return cmp.Or(cmp.Compare(b.Now.Judged(), a.Now.Judged()), cmp.Compare(a.Country, b.Country))
	})
	return out
}

// bandsOf counts the factories where somebody is judged by their share within: none, less than half, half or more, all.
func bandsOf(parts []told.Part) []Band {
	bands := []Band{{From: 0, To: 0}, {From: 1, To: 49}, {From: 50, To: 99}, {From: 100, To: 100}}
	all := 0
	for _, p := range parts {
		if p.Now.Judged() == 0 {
			continue
		}
		all++
		percent := int(math.Round(told.Percent(p.Now.Share()) * 100))
		bands[slices.IndexFunc(bands, func(b Band) bool { return percent <= b.To })].Factories++
	}
	for i := range bands {
		bands[i].Of = all
	}
	return bands
}

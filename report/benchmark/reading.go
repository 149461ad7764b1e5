package benchmark

import (
	"cmp"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// plainReadings makes the results of an area whose readings stand each for itself, by indicator and subject: light by
// process, heat by how heavy the work is.
func (c *comparison) plainReadings(v *visit) []*Result {
	judged := slices.DeleteFunc(slices.Clone(v.rows), func(r *audit.Reading) bool {
		return v.area.Indicators[r.Indicator].Apart
	})
	weighAll := c.weigher(judged)
	var out []*Result
	var all []Unit
	for _, g := range readingGroups(v.rows) {
		ind, weigh := &v.area.Indicators[g.indicator], weighAll
		if len(g.rows) != len(judged) || ind.Apart {
			weigh = c.weigher(g.rows)
		}
		units := c.readingUnits(ind, g, weigh)
		out = append(out, v.result(ind, g.subject, units, g.rows))
		if !ind.Apart {
			all = append(all, units...)
		}
	}
	if len(all) == 0 {
		return out
	}
	for i := range all {
		all[i].Weight, all[i].State = weighAll(all[i].rows[0]), all[i].forVerdict()
	}
	return append(out, v.result(nil, "", all, judged))
}

// readingGroup is the readings of one indicator and subject.
type readingGroup struct {
	indicator uint8
	subject   string
	rows      []*audit.Reading
}

// readingGroups come by indicator, then as their subjects first come up.
func readingGroups(rows []*audit.Reading) []readingGroup {
	type key struct {
		indicator uint8
		subject   string
	}
	keys, groups := groupBy(rows, func(r *audit.Reading) key { return key{r.Indicator, r.Subject} })
	slices.SortStableFunc(keys, func(a, b key) int { return cmp.Compare(a.indicator, b.indicator) })
	out := make([]readingGroup, len(keys))
	for i, k := range keys {
		out[i] = readingGroup{k.indicator, k.subject, groups[k]}
	}
	return out
}

// readingUnits holds readings against the limit of their subject.
func (c *comparison) readingUnits(ind *standard.Indicator, g readingGroup, weigh weigher) []Unit {
	units := make([]Unit, len(g.rows))
	for i, r := range g.rows {
		u := newUnit(r.Value, r.Location, weigh(r), r)
		if r.Below { // in water, say: as in air
			u.Below, u.Detection, u.Value, u.held = true, r.Value, Substituted(r.Value), Substituted(r.Value)
		}
		c.judge(ind, &u, g.subject)
		units[i] = u
	}
	return units
}

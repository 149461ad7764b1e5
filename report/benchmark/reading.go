package benchmark

import "plimsoll/report/audit"

// plainReadings makes the results of an area whose readings stand each for itself, by subject (light).
func (c *comparison) plainReadings(v *visit) []*Result {
	ind := &v.area.Indicators[0]
	weighAll := c.weigher(v.rows)
	var out []*Result
	var all []Unit
	subjects, groups := groupBy(v.rows, func(r *audit.Reading) string { return r.Subject })
	for _, subject := range subjects {
		weigh := weighAll
		if len(subjects) > 1 {
			weigh = c.weigher(groups[subject])
		}
		var units []Unit
		for _, r := range groups[subject] {
			u := newUnit(r.Value, r.Location, weigh(r), r)
			if r.Below { // in water, say: as in air
				u.Below, u.Detection, u.Value, u.held = true, r.Value, Substituted(r.Value), Substituted(r.Value)
			}
			c.judge(ind, &u, subject)
			units = append(units, u)
			u.Weight, u.State = weighAll(r), u.forVerdict()
			all = append(all, u)
		}
		out = append(out, v.result(ind, subject, units, groups[subject]))
	}
	return append(out, v.result(nil, "", all, v.rows))
}

package disclosure

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/told"
)

// visits sums up the visits of the quarter by who went.
func (d *disclosure) visits() []Visits {
	var out []Visits
	for _, kind := range []string{"internal", "third-party", "self", ""} {
		row, interviewed := Visits{Kind: kind}, 0.0
		for _, a := range d.Audits() {
			if a.Kind == kind {
				row.add(a)
				interviewed += knownOr0(a.Interviewed)
			}
		}
		if row.Interviewed = told.CountOf(interviewed); row.Visits > 0 {
			out = append(out, row)
		}
	}
	return out
}

func (v *Visits) add(a *audit.Audit) {
	v.Visits++
	v.Days += knownOr0(a.Days)
	switch a.Announced {
	case "announced":
		v.Announced++
	case "semi-announced":
		v.Semi++
	case "unannounced":
		v.Unannounced++
	}
}

// notVisited are the active factories that nobody visited in the quarter.
func (d *disclosure) notVisited() Named {
	visited := map[*audit.Factory]bool{}
	for _, a := range d.Audits() {
		visited[a.Factory] = true
	}
	var list Named
	for _, s := range d.Active() {
		if !visited[s.F] {
			list.add(d.nameOf(s.F, nil, 0))
		}
	}
	return list
}

// training sums up training by audience. Hours are those of people, and are withheld with them.
func (d *disclosure) training() []Training {
	var out []Training
	for _, t := range d.TrainingOf(nil) {
		row := Training{Audience: t.Audience, Sessions: t.Sessions, Factories: t.Factories, People: told.CountOf(t.People),
			Hours: told.CountOf(t.Hours)}
		if row.People.Withheld {
			row.Hours = row.People
		}
		out = append(out, row)
	}
	return out
}

// knownOr0 lets what is not said add nothing to a sum.
func knownOr0(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

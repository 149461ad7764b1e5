package disclosure

import (
	"plimsoll/report/audit"
	"plimsoll/report/told"
)

// visits sums up the visits of the quarter by who went.
func (d *disclosure) visits() []Visits {
	var out []Visits
	for _, v := range d.VisitSums() {
		out = append(out, Visits{Kind: v.Kind, Visits: v.Visits, Announced: v.Announced, Semi: v.SemiAnnounced,
			Unannounced: v.Unannounced, Days: v.Days, Interviewed: told.CountOf(v.Interviewed)})
	}
	return out
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
		row := Training{Audience: t.Audience, Sessions: t.Sessions, Factories: t.Factories,
			People: told.CountOf(t.People),
			Hours:  told.CountOf(t.Hours)}
		if row.People.Withheld {
			row.Hours = row.People
		}
		out = append(out, row)
	}
	return out
}

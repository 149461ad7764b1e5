package audit

import "slices"

// Only is the data of some of the factories, with what belongs to the programme as a whole.
func (d *Data) Only(chosen []*Factory) *Data {
	wanted := map[*Factory]bool{}
	for _, f := range chosen {
		wanted[f] = true
	}
	only := *d
	only.Factories = keep(d.Factories, func(f **Factory) bool { return wanted[*f] })
	only.Readings = d.Readings.only(wanted)
	only.Lost = keep(d.Lost, func(l *Lost) bool { return wanted[l.Factory] })
	only.Audits = keep(d.Audits, func(a *Audit) bool { return wanted[a.Factory] })
	only.Findings = keep(d.Findings, func(f *Finding) bool { return wanted[f.Factory] })
	only.Training = keep(d.Training, func(t *Training) bool { return wanted[t.Factory] })
	only.Feedback = keep(d.Feedback, func(f *Feedback) bool { return wanted[f.Factory] })
	only.Safety = keep(d.Safety, func(s *Safety) bool { return wanted[s.Factory] })
	only.Production = keep(d.Production, func(p *Production) bool { return wanted[p.Factory] })
	return &only
}

func keep[T any](list []T, wanted func(*T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), func(t T) bool { return !wanted(&t) })
}

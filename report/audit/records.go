package audit

// Records are what the lists of the data hold of one factory, in their order.
type Records struct {
	Audits     []*Audit
	Findings   []*Finding
	Training   []*Training
	Feedback   []*Feedback
	Safety     []*Safety
	Production []*Production
}

// ByFactory parts the lists by factory. Who asks about each of thousands of factories looks through them once, here.
func (d *Data) ByFactory() map[*Factory]*Records {
	out := make(map[*Factory]*Records, len(d.Factories))
	of := func(f *Factory) *Records {
		if out[f] == nil {
			out[f] = &Records{}
		}
		return out[f]
	}
	eachOf(d.Audits, func(a *Audit) { r := of(a.Factory); r.Audits = append(r.Audits, a) })
	eachOf(d.Findings, func(f *Finding) { r := of(f.Factory); r.Findings = append(r.Findings, f) })
	eachOf(d.Training, func(t *Training) { r := of(t.Factory); r.Training = append(r.Training, t) })
	eachOf(d.Feedback, func(f *Feedback) { r := of(f.Factory); r.Feedback = append(r.Feedback, f) })
	eachOf(d.Safety, func(s *Safety) { r := of(s.Factory); r.Safety = append(r.Safety, s) })
	eachOf(d.Production, func(p *Production) { r := of(p.Factory); r.Production = append(r.Production, p) })
	return out
}

func eachOf[T any](list []T, add func(*T)) {
	for i := range list {
		add(&list[i])
	}
}

package compose

import (
	"slices"
	"strconv"

	"plimsoll/report/language"
	"plimsoll/report/told"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// sections of the public document, in its order; their place is their number.
func sections() []string {
	return []string{"programme", "scope", "factories", "monitoring", "results", "remediation", "voice", "restatements", "method", "limitations", "assurance", "index"}
}

// heading is the title of a section with its number.
func heading(w *language.Words, id string) Markup {
	number := strconv.Itoa(slices.Index(sections(), id) + 1)
	return w.Say("disclosure.heading", "number", Text(number), "title", w.Name("disclosure.section", id))
}

// public tells the programme to the public.
func (o *overview) public() *PublicView {
	p := o.Data.Programme
	v := &PublicView{Code: Text(p.CodeOfConduct), Statement: Text(p.Statement), Assurance: Text(p.Assurance), From: Text(o.w.Date(o.Start())),
		Section: map[string]Markup{}, Count: o.w.Count(float64(len(o.active()))), Workers: o.publicWorkers(), NotCovered: o.notCovered(),
		Factories: o.publicFactories(), Monitoring: o.publicMonitoring(), Findings: o.publicFindings(), Feedback: o.publicFeedback(),
		Training: o.publicTraining(), Restatements: o.publicRestatements(), Compared: o.Compared}
	for _, id := range sections() {
		v.Section[id] = heading(o.w, id)
	}
	for _, area := range o.measuredAreas() {
		a := o.publicArea(area, len(v.Areas)+1)
		v.Areas, v.Summary = append(v.Areas, a), append(v.Summary, a.Sum)
	}
	v.Limits = o.publicLimits()
	return v
}

// publicLimits are the verified limits that figures were held against.
func (o *overview) publicLimits() []LimitRow {
	return slices.DeleteFunc(o.limits(), func(l LimitRow) bool { return !l.Verified })
}

// PublishedLimits lists the limits that the public document prints.
func (s *Source) PublishedLimits(w *language.Words) []*standard.Limit {
	var out []*standard.Limit
	for _, row := range s.overview(w).publicLimits() {
		out = append(out, row.limit)
	}
	return out
}

// publicWorkers adds up the workers of the listed factories that give a number.
func (o *overview) publicWorkers() Markup {
	total := 0.0
	for _, s := range o.active() {
		total += zeroIfNone(s.f.Workers)
	}
	return o.publicCount(total)
}

// notCovered names relationships that ended, before the quarter or in it.
func (o *overview) notCovered() []Markup {
	var out []Markup
	for _, s := range o.each {
		switch f := s.f; {
		case f.Ended == 0 || f.Ended > o.End():
		case f.Ended < o.Start():
			out = append(out, o.w.Say("disclosure.ended.before", "id", f.ID, "name", o.w.NameOf(f), "date", o.w.Date(f.Ended)))
		default:
			out = append(out, o.w.Say("disclosure.ended.within", "id", f.ID, "name", o.w.NameOf(f), "date", o.w.Date(f.Ended)))
		}
	}
	return out
}

// publicFactories lists the factories by the fields of the Transparency Pledge.
func (o *overview) publicFactories() []PublicFactory {
	var out []PublicFactory
	for _, s := range o.active() {
		f := s.f
		name, other, lang := o.w.Names(f)
		row := PublicFactory{ID: Text(f.ID), Name: Text(name), LocalName: Text(other), LocalLang: Text(lang), Address: Text(f.Address), Country: Text(o.countryName(f.Country)),
			OSID: Text(f.OSID), Parent: Text(f.Parent), Product: Text(f.Product), Ownership: s.ownership(), Workers: o.w.Word("factory.unknown")}
		if band := benchmark.WorkerBand(f.Workers); band != "" {
			row.Workers = o.w.Name("disclosure.band", band)
		}
		if f.Ended != 0 && f.Ended <= o.End() {
			row.Ended = Text(o.w.Date(f.Ended))
		}
		out = append(out, row)
	}
	return out
}

// publicMonitoring is how it was monitored, without small numbers of workers.
func (o *overview) publicMonitoring() Monitoring {
	v := o.monitoring()
	interviewed := map[Markup]float64{}
	for _, a := range o.audits() {
		interviewed[o.kindOf(a)] += zeroIfNone(a.Interviewed)
	}
	for i := range v.Visits {
		v.Visits[i].Interviewed = string(o.publicCount(interviewed[v.Visits[i].Kind]))
	}
	return v
}

func (o *overview) kindOf(a *audit.Audit) Markup {
	if a.Kind == "" {
		return o.w.Word("report.visits.unsaid")
	}
	return o.w.Name("kind", a.Kind)
}

// publicArea tells one area over all factories.
func (o *overview) publicArea(area *standard.Area, number int) PublicArea {
	results := slices.Index(sections(), "results") + 1
	v := PublicArea{Name: o.w.Say("disclosure.area", "section", results, "number", number, "area", o.w.Area(area)), People: Markup(Text(area.People).String())}
	var summed [][]told.Split
	for _, s := range o.each {
		st := s.at(area)
		if st == nil {
			continue
		}
		if st.Last == nil {
			v.Missing = append(v.Missing, o.w.Say("report.chapter.missing", "id", s.f.ID, "why", s.areaView(st).StatusWord))
			continue
		}
		p := o.Public(st)
		v.Rows = append(v.Rows, o.publicRow(s, p))
		if p.Judged && p.JudgedThen {
			summed = append(summed, []told.Split{p.Now, p.Then})
		}
	}
	v.Sum = o.publicSum(area, summed)
	return v
}

func (o *overview) publicSum(area *standard.Area, rows [][]told.Split) PublicSum {
	sum := PublicSum{Area: o.w.Area(area), Now: "–", Then: "–", Factories: "0"}
	if sums, n := told.SumOf(rows); n > 0 {
		sum.Now, sum.Then, sum.Factories = o.peopleWithin(sums[0]), o.peopleWithin(sums[1]), strconv.Itoa(n)
	}
	return sum
}

package compose

import (
	"maps"
	"math"
	"slices"
	"strings"

	"plimsoll/report/language"
	"plimsoll/report/told"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// How much a scorecard shows of lists that may be long; problems.csv and results.csv have all of it.
const (
	mostLeftOut = 12
	mostTopics  = 4
)

// programmeView is the part of a view that any document has.
func (s *Source) programmeView(w *language.Words) View {
	p := s.Data.Programme
	return View{Programme: Text(p.Name), Company: Text(p.Company), Contact: Text(p.Contact), Period: Text(w.Quarter(s.Period)),
		Issued: Text(w.Date(s.Issued)), Ended: Text(w.Date(s.End())), Version: Text(s.Version), Logo: Text(s.Logo), Paper: s.Paper}
}

// factoryView is the dot of a document about one factory.
func (s *Source) factoryView(w *language.Words, f *audit.Factory) View {
	list := s.Areas(f)
	t := &teller{Source: s, w: w, f: f, baseline: commonBaseline(list, s.Period)}
	v := s.programmeView(w)
	v.Factory = t.factory()
	v.Baseline = Text(w.CellQuarter(t.baseline))
	v.Areas, v.Figures = t.areaViews(list), t.figureRows(list)
	v.Findings = t.findings()
	v.Attention, v.More = t.attention(list, &v.Findings)
	v.Improved = t.improved(list, &v.Findings)
	v.Training, v.Feedback, v.Safety = t.training(), t.feedback(), t.safety()
	v.LeftOut, v.LeftMore = t.leftOut()
	v.Limits = t.limitRows(list)
	v.Notes, v.PeersNote = t.notes(list), t.peersNote(list)
	return v
}

// commonBaseline is the baseline that most areas have; of equally common ones the earliest.
func commonBaseline(list []*told.AreaStatus, period standard.Quarter) standard.Quarter {
	count := map[standard.Quarter]int{}
	for _, st := range list {
		if st.Lead != nil && st.Lead.HasBaseline {
			count[st.Lead.BaselinePeriod]++
		}
	}
	best := period
	for _, q := range slices.Sorted(maps.Keys(count)) {
		if count[q] > count[best] {
			best = q
		}
	}
	return best
}

func (t *teller) factory() *FactoryView {
	f := t.f
	name, other, lang := t.w.Names(f)
	v := &FactoryView{ID: Text(f.ID), Name: Text(name), LocalName: Text(other), LocalLang: Text(lang), OSID: Text(f.OSID), Parent: Text(f.Parent),
		Product: Text(f.Product), Processes: t.w.Processes(t.Standard, f.Processes), EndedBecause: Text(f.EndedBecause), HasDormitory: f.Dormitory == "yes"}
	v.Place = Text(strings.Join(nonBlank(f.Address, t.country()), ", "))
	v.Ownership, v.Workers = t.ownership(), t.workers()
	if f.Ended != 0 && f.Ended <= t.End() {
		v.Ended = Text(t.w.Date(f.Ended))
	}
	v.Audit = t.latestAudit()
	return v
}

func nonBlank(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// country is the name of the factory's country, unless its address names it already.
func (t *teller) country() string {
	name := t.Standard.CountryName(t.f.Country, t.w.Lang)
	if strings.Contains(t.f.Address, name) {
		return ""
	}
	return name
}

func (t *teller) ownership() Markup {
	switch f := t.f; {
	case f.Ownership == "" && f.Since == "":
		return "–"
	case f.Since == "":
		return t.w.Name("ownership", f.Ownership)
	case f.Ownership == "":
		return t.w.Say("factory.since", "since", f.Since)
	default:
		return t.w.Say("factory.owned", "ownership", t.w.Name("ownership", f.Ownership), "since", f.Since)
	}
}

func (t *teller) workers() Markup {
	switch f := t.f; {
	case math.IsNaN(f.Workers):
		return t.w.Word("factory.unknown")
	case math.IsNaN(f.Women) || f.Workers <= 0:
		return Markup(t.w.Count(f.Workers))
	default:
		return t.w.Say("factory.workers", "n", f.Workers, "women", t.w.Share(f.Women/f.Workers))
	}
}

// latestAudit tells the last visit up to the end of the quarter.
func (t *teller) latestAudit() []Markup {
	var last *audit.Audit
	for i := range t.Data.Audits {
		if a := &t.Data.Audits[i]; a.Factory == t.f && a.Date <= t.End() {
			last = a
		}
	}
	if last == nil {
		return []Markup{t.w.Word("audit.none")}
	}
	first := []string{t.w.Date(last.Date)}
	if last.Kind != "" {
		first = append(first, string(t.w.Name("kind", last.Kind)))
	}
	if last.Announced != "" {
		first = append(first, string(t.w.Name("announced", last.Announced)))
	}
	var second []string
	if last.Auditor != "" {
		second = append(second, Text(last.Auditor).String())
	}
	if !math.IsNaN(last.Days) {
		second = append(second, string(t.w.Say("audit.days", "count", last.Days)))
	}
	lines := []Markup{t.w.List("comma", first), t.w.List("comma", second)}
	if !math.IsNaN(last.Interviewed) {
		lines = append(lines, t.w.Say("audit.interviewed", "count", last.Interviewed))
	}
	return slices.DeleteFunc(lines, func(m Markup) bool { return m == "" })
}

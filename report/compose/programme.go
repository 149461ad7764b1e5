package compose

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/language"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// How much the summary page shows of each list.
const mostSummary = 5

// overview tells figures of the whole programme in one language.
type overview struct {
	*Source
	w    *language.Words
	each []*stand // every factory, in the order of ids
}

// stand is a factory with where it stands in every area.
type stand struct {
	*teller
	list []*standing
}

// at finds where the factory stands in an area; nil where it has no row there.
func (s *stand) at(area *standard.Area) *standing {
	for _, st := range s.list {
		if st.area == area {
			return st
		}
	}
	return nil
}

func (s *Source) overview(w *language.Words) *overview {
	o := &overview{Source: s, w: w}
	for _, f := range s.Data.Factories {
		list := s.standings(f)
		o.each = append(o.each, &stand{&teller{Source: s, w: w, f: f, baseline: commonBaseline(list, s.Period)}, list})
	}
	return o
}

// view is the dot of a document about the programme: as much of it as its template uses. pageOf gives the page of a
// heading.
func (o *overview) view(t *Template, pageOf func(heading string) int) View {
	v := o.programmeView(o.w)
	v.Limits = o.limits()
	if t.uses(".Report") {
		v.Report = o.report()
	}
	if t.uses(".Public") {
		v.Public = o.public()
		v.Public.Index = index(o.w, pageOf)
	}
	return v
}

// report is everything that the steering committee may be told.
func (o *overview) report() *ReportView {
	w := o.w
	v := &ReportView{
		Count: w.Count(float64(len(o.active()))), Workers: o.workers(), Audits: w.Count(float64(len(o.audits()))),
		Summary: o.summary(), Entries: o.entries(), Exits: o.exits(), Matrix: o.matrix(), Chapters: o.chapters(),
		Findings: o.findings(), Monitoring: o.monitoring(), People: o.people(), Production: o.production(), Business: o.business(),
		Quality: o.quality(), Restated: o.restated(), Compared: o.Compared,
	}
	v.Headline = o.headline(v.Summary)
	v.Attention, v.Improved, v.Changed = o.attention(), o.improved(), o.changed()
	return v
}

// active are the factories whose relationship had not ended before the quarter.
func (o *overview) active() []*stand {
	return slices.DeleteFunc(slices.Clone(o.each), func(s *stand) bool { return s.f.Ended != 0 && s.f.Ended < o.Start() })
}

// workers adds up the workers of the active factories; a factory that does not say is named.
func (o *overview) workers() Markup {
	total, unknown := 0.0, 0
	for _, s := range o.active() {
		if math.IsNaN(s.f.Workers) {
			unknown++
			continue
		}
		total += s.f.Workers
	}
	if unknown > 0 {
		return o.w.Say("report.workers.some", "n", total, "unknown", unknown)
	}
	return Markup(o.w.Count(total))
}

// audits are the visits of the quarter.
func (o *overview) audits() []*audit.Audit {
	var out []*audit.Audit
	for i := range o.Data.Audits {
		if a := &o.Data.Audits[i]; a.Date >= o.Start() && a.Date <= o.End() {
			out = append(out, a)
		}
	}
	return out
}

// headcount is people (or places) on both sides of a line, over factories.
type headcount struct {
	split
	factories int
}

func (h *headcount) add(s split) { h.split, h.factories = h.plus(s), h.factories+1 }

// matched counts the people of the factories that have a figure in both of two quarters: now and then.
func (o *overview) matched(area *standard.Area, then func(*standing) *benchmark.Result) (now, before headcount) {
	for _, s := range o.each {
		st := s.at(area)
		if st == nil || st.last == nil || st.all.Status == benchmark.Stale {
			continue
		}
		earlier := then(st)
		if a, b := splitOf(st.last), splitOf(earlier); earlier != st.last && a.judged() > 0 && b.judged() > 0 {
			now.add(a)
			before.add(b)
		}
	}
	return now, before
}

// baseline is the first quarter of a factory's unbroken series.
func (o *overview) baselineOf(st *standing) *benchmark.Result {
	if len(st.last.Series) == 0 {
		return nil
	}
	return st.last.Series[0]
}

// yearAgo is the latest figure of the unbroken series that is at least four quarters older than the reported one, and no
// more than eight.
func (o *overview) yearAgo(st *standing) *benchmark.Result {
	var out *benchmark.Result
	for _, r := range st.last.Series {
		if age := o.Period - r.Period; age >= 4 && age <= 8 {
			out = r
		}
	}
	return out
}

// summary counts people within the line, by area: now, at the baseline and a year ago, of matched factories only.
func (o *overview) summary() []SummaryRow {
	var out []SummaryRow
	for _, area := range o.measuredAreas() {
		row := SummaryRow{ID: area.ID, Area: o.w.Area(area)}
		now, base := o.matched(area, o.baselineOf)
		row.Now, row.Then, row.Factories = o.peopleWithin(now.split), o.peopleWithin(base.split), o.w.Count(float64(now.factories))
		row.share, row.change = now.share(), now.share()-base.share()
		row.Change = o.points(row.change)
		later, year := o.matched(area, o.yearAgo)
		row.NowYear, row.Year, row.FactoriesYear = o.peopleWithin(later.split), o.peopleWithin(year.split), o.w.Count(float64(later.factories))
		out = append(out, row)
	}
	return out
}

// measuredAreas are the areas that any factory has a row for.
func (o *overview) measuredAreas() []*standard.Area {
	return slices.DeleteFunc(slices.Clone(o.Standard.Areas), func(a *standard.Area) bool {
		return !slices.ContainsFunc(o.each, func(s *stand) bool { return s.at(a) != nil })
	})
}

// peopleWithin prints a headcount: 1,230 of 1,400 (88 %).
func (o *overview) peopleWithin(s split) Markup {
	if s.judged() == 0 {
		return "–"
	}
	return o.w.Say("report.of", "within", s.within, "judged", s.judged(), "share", o.w.Share(s.share()))
}

// points prints a change of a share in percentage points.
func (o *overview) points(v float64) Markup {
	if math.IsNaN(v) {
		return "–"
	}
	return Markup(o.w.Signed(nil, math.Round(v*100)))
}

// headline says the finding of the summary in a sentence.
func (o *overview) headline(rows []SummaryRow) Markup {
	known := slices.DeleteFunc(slices.Clone(rows), func(r SummaryRow) bool { return math.IsNaN(r.share) })
	if len(known) == 0 {
		return o.w.Word("report.headline.none")
	}
	better := 0
	worst := known[0]
	for _, r := range known {
		if r.change >= 0.05 {
			better++
		}
		if r.share < worst.share {
			worst = r
		}
	}
	if worst.share == 1 {
		return o.w.Say("report.headline.all", "better", better, "all", len(known))
	}
	return o.w.Say("report.headline.some", "better", better, "all", len(known), "area", worst.Area, "share", o.w.Share(worst.share))
}

// entries are factories whose first reading lies within the last four quarters, exits those that ended in them.
func (o *overview) entries() []Markup {
	var out []Markup
	for _, s := range o.each {
		if first := o.firstReading(s.f); first > o.Period-4 {
			out = append(out, o.w.Say("report.entry", "id", s.f.ID, "name", o.w.NameOf(s.f), "since", o.w.Quarter(first)))
		}
	}
	return out
}

func (o *overview) firstReading(f *audit.Factory) standard.Quarter {
	first := standard.Quarter(-1)
	for _, r := range o.byFactory[f] {
		if !r.Carried && r.Status != benchmark.NotMeasured && (first < 0 || r.Period < first) {
			first = r.Period
		}
	}
	return first
}

func (o *overview) exits() []Markup {
	var out []Markup
	for _, s := range o.each {
		if f := s.f; f.Ended != 0 && f.Ended <= o.End() && o.Data.Quarter(f.Ended) > o.Period-4 {
			because := Markup(o.w.Word("report.exit.unsaid"))
			if f.EndedBecause != "" {
				because = Markup(Text(f.EndedBecause).String())
			}
			out = append(out, o.w.Say("report.exit", "id", f.ID, "name", o.w.NameOf(f), "date", o.w.Date(f.Ended), "because", because))
		}
	}
	return out
}

// attention lists what most people stand beyond, over all factories.
func (o *overview) attention() []Markup {
	var items []item
	for _, s := range o.each {
		for _, st := range s.list {
			for _, it := range s.areaItems(st) {
				if it.rank == beyondLine {
					it.text = o.w.Say("report.item", "id", s.f.ID, "text", it.text)
					items = append(items, it)
				}
			}
		}
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(b.people, a.people) })
	return texts(items)
}

// improved lists the areas of factories whose share within rose most.
func (o *overview) improved() []Markup {
	var items []item
	for _, s := range o.each {
		for _, st := range s.list {
			if st.last == nil || st.last.Verdict != benchmark.Improved || st.all.Status == benchmark.Stale {
				continue
			}
			if text, ok := s.improvedArea(st); ok {
				within, beyond, _ := benchmark.People(st.last.Units)
				items = append(items, item{people: st.last.Change * (within + beyond), text: o.w.Say("report.item", "id", s.f.ID, "text", text)})
			}
		}
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(b.people, a.people) })
	return texts(items)
}

// changed lists what is different from the last quarter: areas that crossed their line, or went stale.
func (o *overview) changed() []Markup {
	var items []item
	for _, s := range o.each {
		for _, st := range s.list {
			if text, ok := o.crossed(s, st); ok {
				items = append(items, item{text: text})
			}
		}
	}
	return texts(items)
}

// crossed tells an area whose status differs from that of the last quarter it was measured in.
func (o *overview) crossed(s *stand, st *standing) (Markup, bool) {
	if st.last == nil {
		return "", false
	}
	if st.all.Status == benchmark.Stale && o.Period-st.last.Period == benchmark.StaleAfter+1 {
		return o.w.Say("report.changed.stale", "id", s.f.ID, "area", o.w.Area(st.area), "date", o.w.Date(st.last.Measured)), true
	}
	n := len(st.last.Series)
	if st.all.Carried || n < 2 || st.last.Series[n-2].Status == st.last.Status {
		return "", false
	}
	return o.w.Say("report.changed.status", "id", s.f.ID, "area", o.w.Area(st.area), "was", o.w.Name("status", st.last.Series[n-2].Status),
		"is", o.w.Name("status", st.last.Status), "now", o.w.Share(st.last.Within), "then", o.w.Share(st.last.Series[n-2].Within)), true
}

func texts(items []item) []Markup {
	var out []Markup
	for _, it := range items[:min(len(items), mostSummary)] {
		out = append(out, it.text)
	}
	return out
}

package compose

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/language"
	"plimsoll/report/told"

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
	list []*told.AreaStatus
}

// at finds where the factory stands in an area; nil where it has no row there.
func (s *stand) at(area *standard.Area) *told.AreaStatus {
	for _, st := range s.list {
		if st.Area == area {
			return st
		}
	}
	return nil
}

func (s *Source) overview(w *language.Words) *overview {
	o := &overview{Source: s, w: w}
	for _, f := range s.Data.Factories {
		list := s.Areas(f)
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
	told.Split
	factories int
}

func (h *headcount) add(s told.Split) { h.Split, h.factories = h.Plus(s), h.factories+1 }

// matched counts the people of the factories that have a figure in both of two quarters: now and then.
func (o *overview) matched(area *standard.Area, then func(*told.AreaStatus) *benchmark.Result) (now, before headcount) {
	for _, s := range o.each {
		st := s.at(area)
		if st == nil || st.Last == nil || st.Overall.Status == benchmark.Stale {
			continue
		}
		earlier := then(st)
		if a, b := told.SplitOf(st.Last), told.SplitOf(earlier); earlier != st.Last && a.Judged() > 0 && b.Judged() > 0 {
			now.add(a)
			before.add(b)
		}
	}
	return now, before
}

// baseline is the first quarter of a factory's unbroken series.
func (o *overview) baselineOf(st *told.AreaStatus) *benchmark.Result {
	if len(st.Last.Series) == 0 {
		return nil
	}
	return st.Last.Series[0]
}

// yearAgo is the latest figure of the unbroken series that is at least four quarters older than the reported one, and no
// more than eight.
func (o *overview) yearAgo(st *told.AreaStatus) *benchmark.Result {
	var out *benchmark.Result
	for _, r := range st.Last.Series {
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
		row.Now, row.Then, row.Factories = o.peopleWithin(now.Split), o.peopleWithin(base.Split), o.w.Count(float64(now.factories))
		row.share, row.change = now.Share(), now.Share()-base.Share()
		row.Change = o.points(row.change)
		later, year := o.matched(area, o.yearAgo)
		row.NowYear, row.Year, row.FactoriesYear = o.peopleWithin(later.Split), o.peopleWithin(year.Split), o.w.Count(float64(later.factories))
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
func (o *overview) peopleWithin(s told.Split) Markup {
	if s.Judged() == 0 {
		return "–"
	}
	return o.w.Say("report.of", "within", s.Within, "judged", s.Judged(), "share", o.w.Share(s.Share()))
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
	for _, r := range o.Of(f) {
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
			if st.Last == nil || st.Last.Verdict != benchmark.Improved || st.Overall.Status == benchmark.Stale {
				continue
			}
			if text, ok := s.improvedArea(st); ok {
				within, beyond, _ := benchmark.People(st.Last.Units)
				items = append(items, item{people: st.Last.Change * (within + beyond), text: o.w.Say("report.item", "id", s.f.ID, "text", text)})
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
func (o *overview) crossed(s *stand, st *told.AreaStatus) (Markup, bool) {
	if st.Last == nil {
		return "", false
	}
	if st.Overall.Status == benchmark.Stale && o.Period-st.Last.Period == benchmark.StaleAfter+1 {
		return o.w.Say("report.changed.stale", "id", s.f.ID, "area", o.w.Area(st.Area), "date", o.w.Date(st.Last.Measured)), true
	}
	n := len(st.Last.Series)
	if st.Overall.Carried || n < 2 || st.Last.Series[n-2].Status == st.Last.Status {
		return "", false
	}
	return o.w.Say("report.changed.status", "id", s.f.ID, "area", o.w.Area(st.Area), "was", o.w.Name("status", st.Last.Series[n-2].Status),
		"is", o.w.Name("status", st.Last.Status), "now", o.w.Share(st.Last.Within), "then", o.w.Share(st.Last.Series[n-2].Within)), true
}

func texts(items []item) []Markup {
	var out []Markup
	for _, it := range items[:min(len(items), mostSummary)] {
		out = append(out, it.text)
	}
	return out
}

package compose

import (
	"maps"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// How much a scorecard shows of lists that may be long; problems.csv and results.csv have all of it.
const (
	mostLeftOut = 12
	mostTopics  = 4
)

// programmeView is the part of a view that any document has.
func (s *Source) programmeView(w *Words) View {
	p := s.Data.Programme
	return View{Programme: Text(p.Name), Company: Text(p.Company), Contact: Text(p.Contact), Period: Text(w.Quarter(s.Period)),
		Issued: Text(w.Date(s.Issued)), Ended: Text(w.Date(s.End())), Version: Text(s.Version)}
}

// factoryView is the dot of a document about one factory.
func (s *Source) factoryView(w *Words, f *audit.Factory) View {
	list := s.standings(f)
	t := &teller{Source: s, w: w, f: f, baseline: commonBaseline(list, s.Period)}
	v := s.programmeView(w)
	v.Factory = t.factory()
	v.Baseline = Text(w.Quarter(t.baseline))
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
func commonBaseline(list []*standing, period standard.Quarter) standard.Quarter {
	count := map[standard.Quarter]int{}
	for _, st := range list {
		if st.lead != nil && st.lead.HasBaseline {
			count[st.lead.BaselinePeriod]++
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
	v := &FactoryView{ID: Text(f.ID), Name: Text(f.Name), LocalName: Text(f.LocalName), OSID: Text(f.OSID), Parent: Text(f.Parent),
		Product: Text(f.Product), Processes: Text(f.Processes), EndedBecause: Text(f.EndedBecause), HasDormitory: f.Dormitory == "yes"}
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
	region, err := language.ParseRegion(t.f.Country)
	if err != nil {
		return t.f.Country
	}
	name := display.Regions(language.MustParse(t.w.Lang)).Name(region)
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
		return t.w.say("factory.since", "since", f.Since)
	default:
		return t.w.say("factory.owned", "ownership", t.w.Name("ownership", f.Ownership), "since", f.Since)
	}
}

func (t *teller) workers() Markup {
	switch f := t.f; {
	case math.IsNaN(f.Workers):
		return t.w.word("factory.unknown")
	case math.IsNaN(f.Women) || f.Workers <= 0:
		return Markup(t.w.Count(f.Workers))
	default:
		return t.w.say("factory.workers", "n", f.Workers, "women", t.w.share(f.Women/f.Workers))
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
		return []Markup{t.w.word("audit.none")}
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
		second = append(second, string(t.w.say("audit.days", "count", last.Days)))
	}
	lines := []Markup{Markup(strings.Join(first, ", ")), Markup(strings.Join(second, ", "))}
	if !math.IsNaN(last.Interviewed) {
		lines = append(lines, t.w.say("audit.interviewed", "count", last.Interviewed))
	}
	return slices.DeleteFunc(lines, func(m Markup) bool { return m == "" })
}

// training sums up the sessions of the quarter by audience.
func (t *teller) training() []TrainingRow {
	var out []TrainingRow
	for _, audience := range []string{"workers", "management"} {
		sessions, people, hours := 0, 0.0, 0.0
		var topics []string
		for _, s := range t.Data.Training {
			if s.Factory != t.f || s.Audience != audience || s.Date < t.Start() || s.Date > t.End() {
				continue
			}
			sessions, people, hours = sessions+1, people+s.People, hours+s.People*s.Hours
			if !slices.Contains(topics, s.Topic) {
				topics = append(topics, s.Topic)
			}
		}
		if sessions > 0 {
			out = append(out, TrainingRow{Audience: t.w.Name("audience", audience), Sessions: t.w.Count(float64(sessions)), People: t.w.Count(people),
				Hours: t.w.Count(hours), Topics: Text(strings.Join(topics[:min(len(topics), mostTopics)], "; "))})
		}
	}
	return out
}

// feedback lists the channels of the quarter. More received is not worse.
func (t *teller) feedback() []FeedbackRow {
	var out []FeedbackRow
	for _, f := range t.Data.Feedback {
		if f.Factory == t.f && f.Period.Quarter == t.Period && !f.Period.Year {
			out = append(out, FeedbackRow{Text(f.Channel), t.w.Count(f.Received), t.w.Count(f.Resolved), t.w.Count(f.MedianDays)})
		}
	}
	return out
}

// safety tells machines, drills and injuries of the quarter: counts, never a rate.
func (t *teller) safety() []Markup {
	var out []Markup
	for _, s := range t.Data.Safety {
		if s.Factory != t.f || s.Period.Quarter != t.Period {
			continue
		}
		if !math.IsNaN(s.Guarded) && !math.IsNaN(s.Inspected) {
			out = append(out, t.w.say("safety.machines", "guarded", s.Guarded, "inspected", s.Inspected))
		}
		if !math.IsNaN(s.Drills) {
			out = append(out, t.w.say("safety.drills", "count", s.Drills))
		}
		switch {
		case math.IsNaN(s.Injuries):
		case math.IsNaN(s.HoursWorked):
			out = append(out, t.w.say("safety.injuries", "count", s.Injuries))
		default:
			out = append(out, t.w.say("safety.injuries.hours", "count", s.Injuries, "hours", s.HoursWorked))
		}
	}
	return out
}

// leftOut lists the problems of the factory's data, the gravest first.
func (t *teller) leftOut() (rows []LeftOutRow, more int) {
	problems := t.factoryProblems(t.f)
	slices.SortStableFunc(problems, func(a, b audit.Problem) int { return int(a.Severity) - int(b.Severity) })
	for i, p := range problems {
		if i == mostLeftOut {
			return rows, len(problems) - mostLeftOut
		}
		what := map[workbook.Severity]string{workbook.Error: "error", workbook.Warning: "warning", workbook.Note: "note"}[p.Severity]
		rows = append(rows, LeftOutRow{Place: Text(p.Place.String()), Message: Text(p.Message), What: t.w.Name("severity.problem", what)})
	}
	return rows, 0
}

// limitRows lists every limit that the shown figures were held against, once.
func (t *teller) limitRows(list []*standing) []LimitRow {
	var out []LimitRow
	for _, st := range list {
		seen := map[*standard.Limit]bool{}
		for _, r := range st.rows {
			for _, u := range r.Units {
				if u.Limit != nil && !seen[u.Limit] {
					seen[u.Limit] = true
					out = append(out, t.limitRow(st.area, r, u.Limit))
				}
			}
		}
		out = append(out, t.otherExchange(st)...)
	}
	return out
}

// otherExchange lists limits of noise on another exchange rate: they hold, but no reading here can be held against them.
func (t *teller) otherExchange(st *standing) []LimitRow {
	var out []LimitRow
	if st.lead == nil {
		return nil
	}
	for _, l := range t.Limits.About(st.area.ID, t.f.Region, t.f.WageRegion, t.End()) {
		if l.Exchange != 3 && l.Indicator == st.lead.Indicator.ID {
			row := t.limitRow(st.area, st.lead, l)
			row.Kind = t.w.say("limit.exchange", "kind", row.Kind, "rate", l.Exchange)
			out = append(out, row)
		}
	}
	return out
}

func (t *teller) limitRow(area *standard.Area, r *benchmark.Result, l *standard.Limit) LimitRow {
	row := LimitRow{Area: t.w.areaName(area), For: t.w.indicatorName(r.Indicator), Kind: t.w.Name("limit.kind", l.Kind), Source: Text(l.Source),
		Clause: Text(l.Clause), From: Text(t.w.Date(l.From)), Verified: l.Verified, limit: l}
	if r.Subject != "" {
		row.For = t.subjectName(r)
	}
	key := "line.lower"
	if r.Indicator.Higher() {
		key = "line.higher"
	}
	unit := l.Unit
	if r.Indicator.Unit == "" {
		unit = ""
	}
	row.Value = t.w.say(key, "limit", Markup(t.w.exact(l.Limit)), "unit", t.w.unit(unit))
	if !l.Verified {
		row.Mark = t.w.word("limit.unverified.mark")
	}
	return row
}

// notes says what a reader of these figures must know.
func (t *teller) notes(list []*standing) []Markup {
	var out []Markup
	for _, st := range list {
		if st.last == nil {
			continue
		}
		if st.area.Shape == "pay" && judgedByAverage(st) {
			out = append(out, t.w.say("note.average", "area", t.w.areaName(st.area)))
		}
		if st.last.HasBaseline && st.last.BaselinePeriod > t.first && t.brokeAt(st.last) {
			out = append(out, t.w.say("note.break", "area", t.w.areaName(st.area), "since", t.w.Quarter(st.last.BaselinePeriod)))
		}
		if !st.last.CountsPeople {
			out = append(out, t.w.say("note.places", "area", t.w.areaName(st.area)))
		}
	}
	return out
}

// brokeAt says whether the series of a row began with a change of method.
func (t *teller) brokeAt(r *benchmark.Result) bool {
	return len(r.Series) > 0 && r.Series[0].Verdict == benchmark.Break
}

// judgedByAverage says that some groups gave no lowest pay, so that their average was held against the minimum wage.
func judgedByAverage(st *standing) bool {
	for _, r := range st.rows {
		if r.Indicator.ID != "minimum" {
			continue
		}
		for i := range r.Units {
			if r.Units[i].ByAverage() {
				return true
			}
		}
	}
	return false
}

// peersNote says whom the grey line stands for, or why there is none.
func (t *teller) peersNote(list []*standing) Markup {
	most := 0
	for _, st := range list {
		if st.lead != nil && st.lead.HasPeers {
			most = max(most, st.lead.PeersN)
		}
	}
	switch {
	case most == 0:
		return t.w.word("peers.none")
	case most < benchmark.LeastPeers:
		return t.w.say("peers.few", "count", most)
	}
	return t.w.say("peers.median", "count", most)
}

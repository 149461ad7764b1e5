package compose

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// teller says figures of one factory in one language.
type teller struct {
	*Source
	w        *Words
	f        *audit.Factory
	baseline standard.Quarter // of most areas
}

// areaName, indicatorName and subjectName are words of the language, or what the data calls them.
func (w *Words) areaName(a *standard.Area) Markup {
	if s, ok := w.find("area." + a.ID); ok {
		return Markup(s)
	}
	return Markup(Text(a.Name).String())
}

func (w *Words) indicatorName(i *standard.Indicator) Markup {
	if s, ok := w.find("indicator." + i.ID); ok {
		return Markup(s)
	}
	if i.Name != "" {
		return Markup(Text(i.Name).String())
	}
	return Markup(Text(i.ID).String())
}

func (t *teller) subjectName(r *benchmark.Result) Markup {
	return t.subject(r.Area, r.Subject)
}

func (t *teller) subject(a *standard.Area, subject string) Markup {
	switch {
	case subject == "":
		return ""
	case a.Subject() == "process":
		return t.w.Name("process", subject)
	case a.Subject() == "agent":
		if s, ok := t.w.find("agent." + subject); ok {
			return Markup(s)
		}
		if agent, ok := t.Standard.Agent(subject); ok {
			return Markup(Text(agent.Name).String())
		}
	}
	return Markup(Text(subject).String())
}

// unit is how a unit prints; currencies and units without a word print as they are.
func (w *Words) unit(u string) Markup { return w.Name("unit", u) }

// amount is a figure with its unit.
func (w *Words) amount(r *benchmark.Result, v float64) Markup {
	number := w.figure(r.Indicator, v, limitOnScale(r))
	if r.Unit == "" {
		return Markup(number)
	}
	return w.say("amount", "n", Markup(number), "unit", w.unit(r.Unit))
}

func limitOnScale(r *benchmark.Result) float64 {
	if !onScale(r) {
		return math.NaN()
	}
	return r.LimitValue
}

// levelOf is the level with its qualifier.
func (w *Words) levelOf(r *benchmark.Result) Markup {
	if math.IsNaN(r.Level) {
		return "–"
	}
	s := Markup(w.figure(r.Indicator, r.Level, limitOnScale(r)))
	if r.Below {
		return w.say("below", "n", s)
	}
	return s
}

// areaViews tells every area that has a row for the factory.
func (t *teller) areaViews(list []*standing) []AreaView {
	out := make([]AreaView, len(list))
	for i, st := range list {
		out[i] = t.areaView(st)
	}
	return out
}

func (t *teller) areaView(st *standing) AreaView {
	v := AreaView{ID: st.area.ID, Name: t.w.areaName(st.area), Status: st.all.Status, Level: "–", Line: "–", Measured: "–", Arrow: "flat"}
	if st.last == nil {
		t.neverMeasured(st, &v)
		return v
	}
	v.StatusWord = t.statusWord(st)
	v.Share, v.ShareNote = t.shareOf(st)
	v.TrackAlt = t.trackAlt(st)
	v.Measured = Markup(t.w.Date(st.last.Measured))
	if st.area.Shape == "pay" {
		v.Measured = Markup(t.w.Month(st.last.Measured))
	}
	if st.lead != nil {
		t.tellLead(st, &v)
	}
	return v
}

// neverMeasured tells an area without a reading: not measured, or not applicable where there is no dormitory.
func (t *teller) neverMeasured(st *standing, v *AreaView) {
	v.StatusWord, v.ShareNote = t.w.Name("status", benchmark.NotMeasured), t.w.word("share.none")
	if st.area.Shape == "rooms" && t.f.Dormitory == "no" {
		v.Status, v.StatusWord = "not-applicable", t.w.word("status.no-dormitory")
	}
	v.TrackAlt = v.StatusWord
	v.ChartTitle, v.ChartAlt = "", v.StatusWord
	v.Caption = v.StatusWord
}

func (t *teller) statusWord(st *standing) Markup {
	word := t.w.Name("status", st.all.Status)
	if st.all.Carried && st.all.Status != benchmark.Stale {
		return t.w.say("status.carried", "status", word)
	}
	return word
}

func (t *teller) shareOf(st *standing) (share string, note Markup) {
	r := st.last
	if r.UnjudgedCount > 0 {
		note = t.w.say("share.unjudged", "count", r.UnjudgedCount, "all", r.N)
	}
	if math.IsNaN(r.Within) {
		if note == "" {
			note = t.w.Name("status", r.Status)
		}
		return "", note
	}
	return t.w.share(r.Within), note
}

func (t *teller) trackAlt(st *standing) Markup {
	r := st.last
	switch {
	case math.IsNaN(r.Within):
		return t.w.word("share.none")
	case r.HasBaseline && r.BaselinePeriod != r.Period:
		return t.w.say("track.both", "now", t.w.share(r.Within), "then", t.w.share(r.BaselineLevel), "since", t.w.Quarter(r.BaselinePeriod))
	}
	return t.w.say("track.now", "now", t.w.share(r.Within))
}

// tellLead tells the indicator that speaks for the area.
func (t *teller) tellLead(st *standing, v *AreaView) {
	r := st.lead
	v.Level = t.w.levelOf(r)
	v.LevelNote = t.leadNote(r)
	v.Line, v.LineNote = t.lineOf(st)
	v.Arrow, v.Change, v.Verdict = t.changeOf(r)
	v.Verdict = t.withShare(t.withReal(v.Verdict, r), st)
	v.ChartTitle = t.leadTitle(r)
	v.ChartAlt = t.chartAlt(r)
	v.Caption = t.caption(st)
}

// leadNote is the short line under a level: its unit and what it is of.
func (t *teller) leadNote(r *benchmark.Result) Markup {
	return t.w.fallbackSay("level.", r.Indicator.ID, "any", "unit", t.w.unit(r.Unit), "subject", t.subjectName(r), "indicator", t.w.indicatorName(r.Indicator))
}

func (t *teller) leadTitle(r *benchmark.Result) Markup {
	return t.w.fallbackSay("chart.title.", r.Indicator.ID, "any", "unit", t.w.unit(r.Unit), "subject", t.subjectName(r), "indicator", t.w.indicatorName(r.Indicator))
}

// fallbackSay uses the message of an id, or the general one.
func (w *Words) fallbackSay(group, id, general string, pairs ...any) Markup {
	if _, ok := w.find(w.plural(group+id, pairs)); ok {
		return w.say(group+id, pairs...)
	}
	return w.say(group+general, pairs...)
}

// lineOf tells the limit that governs, with its source; for an area judged by two plain indicators both.
func (t *teller) lineOf(st *standing) (line, note Markup) {
	r := st.lead
	if r.Limit == nil {
		return t.w.word("line.none"), ""
	}
	line = t.limitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, r.Subject == "")
	for _, other := range st.rows {
		if other != r && other.Subject == "" && r.Subject == "" && !other.Indicator.OnlyWithLimit && second(st.area, other) && other.Limit != nil {
			line = t.w.say("line.two", "first", line, "second", t.limitText(other.Indicator, other.Limit, other.LimitValue, other.Unit, true))
		}
	}
	return line, t.sourceText(r.Limit)
}

// second says that an indicator is the one named beside the lead: the next in its area's file that is no target.
func second(a *standard.Area, r *benchmark.Result) bool {
	for i := range a.Indicators {
		ind := &a.Indicators[i]
		if ind.ID != a.Lead && !ind.OnlyWithLimit {
			return ind == r.Indicator
		}
	}
	return false
}

// limitText is a limit with its sign and unit: ≤ 85 dB(A).
func (t *teller) limitText(ind *standard.Indicator, l *standard.Limit, value float64, unit string, short bool) Markup {
	key := "line.lower"
	if ind.Higher() {
		key = "line.higher"
	}
	if l.Currency != "" && l.Currency != unit {
		unit = l.Currency
	}
	if l.PerHour && unit != "" {
		return t.w.say("line.hourly", "limit", t.w.Decimal(value, 0), "unit", t.w.unit(unit), "rate", t.w.Decimal(l.Limit, 2))
	}
	if _, ok := t.w.find("line." + ind.ID); ok && short {
		key = "line." + ind.ID
	}
	return t.w.say(key, "limit", Markup(t.w.exact(value)), "unit", t.w.unit(unit))
}

// sourceText names where a limit comes from and since when it holds.
func (t *teller) sourceText(l *standard.Limit) Markup {
	if l.From == 0 {
		return Markup(Text(l.Source).String())
	}
	return t.w.say("line.source", "source", l.Source, "from", t.w.Month(l.From))
}

// changeOf tells the change since the baseline.
func (t *teller) changeOf(r *benchmark.Result) (arrow string, change, verdict Markup) {
	verdict = t.w.Name("verdict", r.Verdict)
	switch {
	case r.Verdict == "":
		return "flat", "–", ""
	case r.Verdict == benchmark.First || r.Verdict == benchmark.Break:
		return "flat", verdict, t.w.say("verdict.since", "since", t.w.Quarter(r.BaselinePeriod))
	case math.IsNaN(r.Change):
		return "flat", verdict, t.since(r, "")
	}
	return arrowOf(r), t.w.say("amount", "n", Markup(t.w.signed(r.Indicator, r.Change)), "unit", t.w.unit(r.Unit)), t.since(r, verdict)
}

func arrowOf(r *benchmark.Result) string {
	switch {
	case r.Verdict == benchmark.Held || r.Change == 0:
		return "flat"
	case r.Change > 0:
		return "up"
	}
	return "down"
}

// since adds the baseline where it is not the one of most areas.
func (t *teller) since(r *benchmark.Result, verdict Markup) Markup {
	switch since := t.w.say("verdict.since", "since", t.w.Quarter(r.BaselinePeriod)); {
	case r.BaselinePeriod == t.baseline:
		return verdict
	case verdict == "":
		return since
	default:
		return verdict + ", " + since
	}
}

// withReal adds the change of pay after prices, where they are known for both quarters.
func (t *teller) withReal(verdict Markup, r *benchmark.Result) Markup {
	if !r.Indicator.Wage || math.IsNaN(r.Change) {
		return verdict
	}
	then, ok := benchmark.Real(t.Data, t.f.Country, r.BaselineLevel, r.BaselinePeriod, r.Period)
	if !ok || then == 0 {
		return verdict
	}
	change := Markup(t.w.signed(nil, math.Round((r.Level/then-1)*1000)/10))
	return t.w.say("verdict.real", "verdict", verdict, "change", t.w.say("percent", "n", change))
}

// withShare adds what became of the share within, where that went another way than the level.
func (t *teller) withShare(verdict Markup, st *standing) Markup {
	share := st.last.Verdict
	if share == st.lead.Verdict || share != benchmark.Worsened && share != benchmark.Improved {
		return verdict
	}
	return t.w.say("verdict.share", "verdict", verdict, "share", t.w.Name("verdict", share))
}

// chartAlt says in words and numbers what the chart shows.
func (t *teller) chartAlt(r *benchmark.Result) Markup {
	rows := t.history(r)
	measured := 0
	for _, h := range rows {
		if !math.IsNaN(h.Level) {
			measured++
		}
	}
	all := int(t.Period-t.first) + 1
	alt := t.w.say("chart.alt", "title", t.leadTitle(r), "first", t.w.levelOf(rows[0]), "from", t.w.Quarter(rows[0].Period),
		"last", t.w.levelOf(r), "to", t.w.Quarter(r.Period), "measured", measured, "all", all)
	if r.Limit != nil {
		alt += " " + t.w.say("chart.alt.limit", "limit", t.limitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, false))
	}
	return alt
}

// caption names the worst place, and how many reach the living wage.
func (t *teller) caption(st *standing) Markup {
	r := st.lead
	var caption Markup
	if r.WorstPlace != "" {
		caption = t.w.say("chart.worst", "place", r.WorstPlace, "worst", t.worst(r))
	}
	for _, other := range st.rows {
		if other.Indicator.ID == "living" && !math.IsNaN(other.Within) {
			caption = t.w.say("chart.living.reached", "share", t.w.share(other.Within), "limit", t.w.amount(other, other.LimitValue))
		}
	}
	return caption
}

// worst is the least favourable value of a row.
func (t *teller) worst(r *benchmark.Result) Markup {
	if math.IsNaN(r.Worst) {
		return t.w.fallbackSay("worst.", r.Indicator.ID, "none")
	}
	if r.Below {
		return t.w.say("below", "n", t.w.amount(r, r.Worst))
	}
	return t.w.amount(r, r.Worst)
}

// figureRows is every indicator of every area, as last measured.
func (t *teller) figureRows(list []*standing) []FigureRow {
	var out []FigureRow
	for _, st := range list {
		for i, r := range st.rows {
			row := t.figureRow(r)
			if i > 0 {
				row.Area = ""
			}
			out = append(out, row)
		}
	}
	return out
}

// roundPay drops the fraction of a minimum wage that was multiplied out from an hour's.
func roundPay(r *benchmark.Result) float64 {
	if r.Limit.PerHour {
		return math.Round(r.LimitValue)
	}
	return r.LimitValue
}

// lineName is what a row is about: its subject, or its indicator where it has none.
func (t *teller) lineName(r *benchmark.Result) Markup {
	if r.Subject != "" {
		return t.subjectName(r)
	}
	return t.w.indicatorName(r.Indicator)
}

func (t *teller) figureRow(r *benchmark.Result) FigureRow {
	row := FigureRow{Area: t.w.areaName(r.Area), Indicator: t.lineName(r), Status: r.Status,
		N: Markup(t.w.Count(float64(r.N))), People: "–", Level: t.w.levelOf(r), Line: "–", Share: "–", Worst: "–", Change: "–", Gap: "–", Trend: "–"}
	if r.Unit != "" && !math.IsNaN(r.Level) {
		row.Level = t.w.say("amount", "n", row.Level, "unit", t.w.unit(r.Unit))
	}
	if r.CountsPeople {
		row.People = Markup(t.w.Count(r.Weight))
	}
	if r.Limit != nil {
		row.Line = t.limitText(r.Indicator, r.Limit, roundPay(r), "", false)
	}
	if !math.IsNaN(r.Within) {
		row.Share = t.w.say("percent", "n", t.w.share(r.Within))
	}
	if r.WorstPlace != "" {
		row.Worst = t.w.say("worst.place", "worst", t.worst(r), "place", r.WorstPlace)
	}
	_, row.Change, row.Verdict = t.changeOf(r)
	if !math.IsNaN(r.GapClosed) {
		row.Gap = t.w.say("percent", "n", t.w.Decimal(math.Round(min(r.GapClosed, 1)*100), 0))
	}
	if !math.IsNaN(r.Trend) {
		row.Trend = Markup(t.w.signed(r.Indicator, r.Trend))
	}
	return row
}

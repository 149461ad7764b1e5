package compose

import (
	"math"

	"plimsoll/report/benchmark"
)

// areaViews tells every area that has a row for the factory.
func (t *teller) areaViews(list []*standing) []AreaView {
	out := make([]AreaView, len(list))
	for i, st := range list {
		out[i] = t.areaView(st)
	}
	return out
}

func (t *teller) areaView(st *standing) AreaView {
	v := AreaView{ID: st.area.ID, Name: t.w.Area(st.area), Status: st.all.Status, Level: "–", Line: "–", Measured: "–", Arrow: "flat"}
	if st.last == nil {
		t.neverMeasured(st, &v)
		return v
	}
	v.StatusWord = t.statusWord(st)
	v.Share, v.ShareNote = t.shareOf(st)
	v.TrackAlt = t.trackAlt(st)
	v.Measured = Markup(t.w.CellDate(st.last.Measured))
	if st.area.Kind.OfPay() {
		v.Measured = Markup(t.w.Month(st.last.Measured))
	}
	if st.lead != nil {
		t.tellLead(st, &v)
	}
	return v
}

// neverMeasured tells an area without a reading: not measured, or not applicable where there is no dormitory.
func (t *teller) neverMeasured(st *standing, v *AreaView) {
	v.StatusWord, v.ShareNote = t.w.Name("status", benchmark.NotMeasured), t.w.Word("share.none")
	if st.area.Kind.InDormitories() && t.f.Dormitory == "no" {
		v.Status, v.StatusWord = "not-applicable", t.w.Word("status.no-dormitory")
	}
	v.TrackAlt = v.StatusWord
	v.ChartTitle, v.ChartAlt = "", v.StatusWord
	v.Caption = v.StatusWord
}

func (t *teller) statusWord(st *standing) Markup {
	word := t.w.Name("status", st.all.Status)
	if st.all.Carried && st.all.Status != benchmark.Stale {
		return t.w.Say("status.carried", "status", word)
	}
	return word
}

func (t *teller) shareOf(st *standing) (share string, note Markup) {
	r := st.last
	note = t.joined(t.unjudged(st), t.refused(st.area))
	if math.IsNaN(r.Within) {
		if note == "" {
			note = t.w.Name("status", r.Status)
		}
		return "", note
	}
	return t.w.Share(r.Within), note
}

func (t *teller) trackAlt(st *standing) Markup {
	r := st.last
	switch {
	case math.IsNaN(r.Within):
		return t.w.Word("share.none")
	case r.HasBaseline && r.BaselinePeriod != r.Period:
		return t.w.Say("track.both", "now", t.w.Share(r.Within), "then", t.w.Share(r.BaselineLevel), "since", t.w.Quarter(r.BaselinePeriod))
	}
	return t.w.Say("track.now", "now", t.w.Share(r.Within))
}

// tellLead tells the indicator that speaks for the area.
func (t *teller) tellLead(st *standing, v *AreaView) {
	r := st.lead
	v.Level = levelOf(t.w, r)
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
	return t.w.SayOf("level.", r.Indicator.ID, "any", "unit", t.w.Unit(r.Unit), "subject", t.subjectName(r), "indicator", t.w.Indicator(r.Indicator))
}

func (t *teller) leadTitle(r *benchmark.Result) Markup {
	return t.w.SayOf("chart.title.", r.Indicator.ID, "any", "unit", t.w.Unit(r.Unit), "subject", t.subjectName(r), "indicator", t.w.Indicator(r.Indicator))
}

// chartAlt says in words and numbers what the chart shows.
func (t *teller) chartAlt(r *benchmark.Result) Markup {
	rows := t.history(r)
	if len(rows) == 0 { // measured before the time axis begins
		rows = []*benchmark.Result{r}
	}
	measured := 0
	for _, h := range rows {
		if !math.IsNaN(h.Level) {
			measured++
		}
	}
	all := int(t.Period-t.first) + 1
	alt := t.w.Say("chart.alt", "title", t.leadTitle(r), "first", levelOf(t.w, rows[0]), "from", t.w.Quarter(rows[0].Period),
		"last", levelOf(t.w, r), "to", t.w.Quarter(r.Period), "measured", measured, "all", all)
	if r.Limit != nil {
		alt = t.w.AddSentence(alt, t.w.Say("chart.alt.limit", "limit", t.limitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, false)))
	}
	return alt
}

// caption names the worst place, and how many reach the living wage.
func (t *teller) caption(st *standing) Markup {
	r := st.lead
	var caption Markup
	if r.WorstPlace != "" {
		caption = t.w.Say("chart.worst", "place", t.worstPlace(r), "worst", t.worst(r))
	}
	for _, other := range st.rows {
		if other.Indicator.IsLiving() && !math.IsNaN(other.Within) {
			caption = t.w.Say("chart.living.reached", "share", t.w.Share(other.Within), "limit", amount(t.w, other, other.LimitValue))
		}
	}
	return caption
}

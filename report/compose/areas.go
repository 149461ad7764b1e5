package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// areaViews tells every area that has a row for the factory.
func (t *teller) areaViews(list []*told.AreaStatus) []AreaView {
	out := make([]AreaView, len(list))
	for i, st := range list {
		out[i] = t.areaView(st)
	}
	return out
}

func (t *teller) areaView(st *told.AreaStatus) AreaView {
	v := AreaView{ID: st.Area.ID, Name: t.w.Area(st.Area), Status: st.Overall.Status, Level: "–", Line: "–", Measured: "–", Arrow: "flat"}
	if st.Last == nil {
		t.neverMeasured(st, &v)
		return v
	}
	v.StatusWord = t.statusWord(st)
	v.Share, v.ShareNote = t.shareOf(st)
	v.TrackAlt = t.trackAlt(st)
	v.Measured = Markup(t.w.CellDate(st.Last.Measured))
	if st.Area.Kind.OfPay() {
		v.Measured = Markup(t.w.Month(st.Last.Measured))
	}
	if st.Lead != nil {
		t.tellLead(st, &v)
	}
	return v
}

// neverMeasured tells an area without a reading: not measured, or not applicable where there is no dormitory.
func (t *teller) neverMeasured(st *told.AreaStatus, v *AreaView) {
	v.StatusWord, v.ShareNote = t.w.Name("status", benchmark.NotMeasured), t.w.Word("share.none")
	if st.Area.Kind.InDormitories() && t.f.Dormitory == "no" {
		v.Status, v.StatusWord = "not-applicable", t.w.Word("status.no-dormitory")
	}
	v.TrackAlt = v.StatusWord
	v.ChartTitle, v.ChartAlt = "", v.StatusWord
	v.Caption = v.StatusWord
}

func (t *teller) statusWord(st *told.AreaStatus) Markup {
	word := t.w.Name("status", st.Overall.Status)
	if st.Overall.Carried && st.Overall.Status != benchmark.Stale {
		return t.w.Say("status.carried", "status", word)
	}
	return word
}

func (t *teller) shareOf(st *told.AreaStatus) (share string, note Markup) {
	r := st.Last
	note = t.joined(t.unjudged(st), t.refused(st.Area))
	if math.IsNaN(r.Within) {
		if note == "" {
			note = t.w.Name("status", r.Status)
		}
		return "", note
	}
	return t.w.Share(r.Within), note
}

func (t *teller) trackAlt(st *told.AreaStatus) Markup {
	r := st.Last
	switch {
	case math.IsNaN(r.Within):
		return t.w.Word("share.none")
	case r.HasBaseline && r.BaselinePeriod != r.Period:
		return t.w.Say("track.both", "now", t.w.Share(r.Within), "then", t.w.Share(r.BaselineLevel), "since", t.w.Quarter(r.BaselinePeriod))
	}
	return t.w.Say("track.now", "now", t.w.Share(r.Within))
}

// tellLead tells the indicator that speaks for the area.
func (t *teller) tellLead(st *told.AreaStatus, v *AreaView) {
	r := st.Lead
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
	rows := t.History(r)
	if len(rows) == 0 { // measured before the time axis begins
		rows = []*benchmark.Result{r}
	}
	measured := 0
	for _, h := range rows {
		if !math.IsNaN(h.Level) {
			measured++
		}
	}
	all := int(t.Period-t.First) + 1
	alt := t.w.Say("chart.alt", "title", t.leadTitle(r), "first", levelOf(t.w, rows[0]), "from", t.w.Quarter(rows[0].Period),
		"last", levelOf(t.w, r), "to", t.w.Quarter(r.Period), "measured", measured, "all", all)
	if r.Limit != nil {
		alt = t.w.AddSentence(alt, t.w.Say("chart.alt.limit", "limit", t.limitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, false)))
	}
	return alt
}

// caption names the worst place, and how many reach the living wage.
func (t *teller) caption(st *told.AreaStatus) Markup {
	r := st.Lead
	var caption Markup
	if r.WorstPlace != "" {
		caption = t.w.Say("chart.worst", "place", t.worstPlace(r), "worst", t.worst(r))
	}
	for _, other := range st.Rows {
		if other.Indicator.IsLiving() && !math.IsNaN(other.Within) {
			caption = t.w.Say("chart.living.reached", "share", t.w.Share(other.Within), "limit", amount(t.w, other, other.LimitValue))
		}
	}
	return caption
}

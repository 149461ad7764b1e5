package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// AreaText is where a factory stands in an area, in words and numbers.
type AreaText struct {
	ID         string
	Name       Markup
	Status     string // the name of its mark
	StatusWord Markup
	Share      string // percent within now, blank where nothing was judged
	ShareNote  Markup // what could not be judged; why there is no share
	Level      Markup
	LevelNote  Markup
	Line       Markup
	LineNote   Markup
	Arrow      string // name of a mark
	Change     Markup
	Verdict    Markup
	Measured   Markup
}

// AreaText tells an area.
func (t *FactoryText) AreaText(st *told.AreaStatus) AreaText {
	v := AreaText{ID: st.Area.ID, Name: t.W.Area(st.Area), Status: st.Overall.Status, Level: "–", Line: "–", Measured: "–", Arrow: "flat"}
	if st.Last == nil {
		t.neverMeasured(st, &v)
		return v
	}
	v.StatusWord = t.statusWord(st)
	v.Share, v.ShareNote = t.shareOf(st)
	v.Measured = Markup(t.W.CellDate(st.Last.Measured))
	if st.Area.Kind.OfPay() {
		v.Measured = Markup(t.W.Month(st.Last.Measured))
	}
	if st.Lead != nil {
		t.tellLead(st, &v)
	}
	return v
}

// neverMeasured tells an area without a reading: not measured, or not applicable where there is no dormitory.
func (t *FactoryText) neverMeasured(st *told.AreaStatus, v *AreaText) {
	v.StatusWord, v.ShareNote = t.W.Name("status", benchmark.NotMeasured), t.W.Word("share.none")
	if st.Area.Kind.InDormitories() && t.F.Dormitory == "no" {
		v.Status, v.StatusWord = "not-applicable", t.W.Word("status.no-dormitory")
	}
}

func (t *FactoryText) statusWord(st *told.AreaStatus) Markup {
	word := t.W.Name("status", st.Overall.Status)
	if st.Overall.Carried && st.Overall.Status != benchmark.Stale {
		return t.W.Say("status.carried", "status", word)
	}
	return word
}

func (t *FactoryText) shareOf(st *told.AreaStatus) (share string, note Markup) {
	r := st.Last
	note = t.joined(t.unjudged(st), t.refused(st.Area))
	if math.IsNaN(r.Within) {
		if note == "" {
			note = t.W.Name("status", r.Status)
		}
		return "", note
	}
	return t.W.Share(r.Within), note
}

// tellLead tells the indicator that speaks for the area.
func (t *FactoryText) tellLead(st *told.AreaStatus, v *AreaText) {
	r := st.Lead
	v.Level = LevelOf(t.W, r)
	v.LevelNote = t.leadNote(r)
	v.Line, v.LineNote = t.lineOf(st)
	v.Arrow, v.Change, v.Verdict = t.ChangeOf(r)
	v.Verdict = t.withShare(t.withReal(v.Verdict, r), st)
}

// leadNote is the short line under a level: its unit and what it is of.
func (t *FactoryText) leadNote(r *told.Figure) Markup {
	return t.W.SayOf("level.", r.Indicator.ID, "any", "unit", t.W.Unit(r.Unit), "subject", t.SubjectName(r), "indicator", t.W.Indicator(r.Indicator))
}

// joined puts notes together.
func (t *FactoryText) joined(notes ...Markup) Markup {
	var all Markup
	for _, n := range notes {
		if all != "" && n != "" {
			all += t.W.Word("list.semicolon")
		}
		all += n
	}
	return all
}

// refused counts the cells of an area's sheets that were left out for this factory, whatever quarter they were of.
func (t *FactoryText) refused(area *standard.Area) Markup {
	n := 0
	for _, p := range t.problemsOf(t.F.ID) {
		if p.Factory == t.F.ID && p.Severity == problem.Error && area.Sheet.Named(p.Sheet) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return t.W.Say("share.refused", "count", n)
}

// unjudged counts what could not be judged: of the area as a whole, else of its indicators.
func (t *FactoryText) unjudged(st *told.AreaStatus) Markup {
	if r := st.Last; r.UnjudgedCount > 0 {
		return t.W.Say("share.unjudged", "count", r.UnjudgedCount, "all", r.N)
	}
	count, all := 0, 0
	for _, r := range st.Rows {
		if r.UnjudgedCount > 0 && !r.Indicator.OnlyWithLimit {
			count, all = count+r.UnjudgedCount, all+r.N
		}
	}
	if count == 0 {
		return ""
	}
	return t.W.Say("share.unjudged", "count", count, "all", all)
}

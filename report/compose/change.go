package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// ChangeOf tells the change since the baseline.
func (t *FactoryText) ChangeOf(r *told.Figure) (arrow string, change, verdict Markup) {
	verdict = t.W.Name("verdict", r.Verdict)
	switch {
	case r.Withholds(benchmark.ColumnChange) && r.Result.HasBaseline:
		return "flat", t.W.Say("few.value", "count", told.LeastInside), ""
	case r.Verdict == "":
		return "flat", "–", ""
	case r.Verdict == benchmark.First || r.Verdict == benchmark.Break:
		return "flat", verdict, t.W.Say("verdict.since", "since", t.W.CellQuarter(r.BaselinePeriod))
	case math.IsNaN(r.Change):
		return "flat", verdict, t.Since(r, "")
	}
	return arrowOf(r), t.W.Say("amount", "n", Markup(t.W.Signed(r.Indicator, r.Change)), "unit", t.W.Unit(r.Unit)), t.Since(r, verdict)
}

func arrowOf(r *told.Figure) string {
	switch {
	case r.Verdict == benchmark.Held || r.Change == 0:
		return "flat"
	case r.Change > 0:
		return "up"
	}
	return "down"
}

// Since adds the baseline where it is not the one of most areas.
func (t *FactoryText) Since(r *told.Figure, verdict Markup) Markup {
	switch since := t.W.Say("verdict.since", "since", t.W.CellQuarter(r.BaselinePeriod)); {
	case r.BaselinePeriod == t.Baseline:
		return verdict
	case verdict == "":
		return since
	default:
		return verdict + t.W.Word("list.comma") + since
	}
}

// withReal adds the change of pay after prices, where they are known for both quarters.
func (t *FactoryText) withReal(verdict Markup, r *told.Figure) Markup {
	if !r.Indicator.Wage || math.IsNaN(r.Change) {
		return verdict
	}
	then, ok := benchmark.Real(t.Data, t.F.Country, r.BaselineLevel, r.BaselinePeriod, r.Period)
	if !ok || then == 0 {
		return verdict
	}
	change := Markup(t.W.Signed(nil, math.Round((r.Level/then-1)*1000)/10))
	return t.W.Say("verdict.real", "verdict", verdict, "change", t.W.Say("percent", "n", change))
}

// withShare adds what became of the share within, where that went another way than the level.
func (t *FactoryText) withShare(verdict Markup, st *told.AreaStatus) Markup {
	share := st.Last.Verdict
	if share == st.Lead.Verdict || share != benchmark.Worsened && share != benchmark.Improved {
		return verdict
	}
	return t.W.Say("verdict.share", "verdict", verdict, "share", t.W.Name("verdict", share))
}

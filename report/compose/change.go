package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Arrow is the symbol of the direction in which a level went: up, down or flat.
func Arrow(r *told.Figure) string {
	switch {
	case math.IsNaN(r.Change) || r.Verdict == benchmark.Held || r.Change == 0:
		return "flat"
	case r.Change > 0:
		return "up"
	}
	return "down"
}

// RealRise is how much pay rose since its baseline after prices, as a share; NaN where it is no pay or prices are not known.
func RealRise(r *told.Figure) float64 {
	if !r.Indicator.Wage || math.IsNaN(r.Change) || r.BaselineLevel == 0 {
		return math.NaN()
	}
	return r.RealChange / r.BaselineLevel
}

// isVerdictAlone says that there is nothing to say of a change but its verdict: it is the first figure, or lies below
// detection.
func isVerdictAlone(r *told.Figure) bool {
	return r.Verdict == benchmark.First || r.Verdict == benchmark.Break || math.IsNaN(r.Change)
}

func changeWithheld(r *told.Figure) bool {
	return r.Withholds(benchmark.ColumnChange) && r.Result.HasBaseline
}

// Change tells the change of a level since its baseline.
func (p Printer) Change(r *told.Figure) Markup {
	switch {
	case changeWithheld(r):
		return p.W.Say("few.value", "count", told.LeastInside)
	case r.Verdict == "":
		return "–"
	case isVerdictAlone(r):
		return p.W.Name("verdict", r.Verdict)
	}
	return p.W.Say("amount", "n", Markup(p.W.Signed(r.Indicator, r.Change)), "unit", p.W.Unit(r.Unit))
}

// Verdict tells what a change means, and since when where that is not the baseline of most areas.
func (p Printer) Verdict(r *told.Figure, usual standard.Quarter) Markup {
	verdict := p.W.Name("verdict", r.Verdict)
	switch {
	case changeWithheld(r) || r.Verdict == "":
		return ""
	case r.Verdict == benchmark.First || r.Verdict == benchmark.Break:
		return p.W.Say("verdict.since", "since", p.W.CellQuarter(r.BaselinePeriod))
	case isVerdictAlone(r):
		verdict = ""
	}
	return p.Since(r, usual, verdict)
}

// Since adds the baseline where it is not the usual one.
func (p Printer) Since(r *told.Figure, usual standard.Quarter, verdict Markup) Markup {
	switch since := p.W.Say("verdict.since", "since", p.W.CellQuarter(r.BaselinePeriod)); {
	case r.BaselinePeriod == usual:
		return verdict
	case verdict == "":
		return since
	default:
		return verdict + p.W.Word("list.comma") + since
	}
}

// AreaVerdict is the verdict on an area: what became of its share within where that changed, else the verdict on the
// indicator that is shown. Where a legal limit is not met nothing is called improved.
func (p Printer) AreaVerdict(st *told.AreaStatus, usual standard.Quarter) Markup {
	shown, share := Shown(st), st.Last.Verdict
	switch {
	case share != shown.Verdict && (share == benchmark.Worsened || share == benchmark.Improved && !st.BreaksLaw()):
		return p.W.Say("judged.verdict", "verdict", p.W.Name("verdict", share))
	case shown.Verdict == benchmark.Improved && st.BreaksLaw():
		return p.Since(shown, usual, "")
	}
	return p.Verdict(shown, usual)
}

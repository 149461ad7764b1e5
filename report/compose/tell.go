package compose

import (
	"math"

	"plimsoll/report/language"
	"plimsoll/report/told"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// teller says figures of one factory in one language.
type teller struct {
	*Source
	w        *language.Words
	f        *audit.Factory
	baseline standard.Quarter // of most areas
}

func (t *teller) subjectName(r *benchmark.Result) Markup {
	return t.w.Subject(t.Standard, r.Area, r.Subject)
}

// amount is a figure with its unit.
func amount(w *language.Words, r *benchmark.Result, v float64) Markup {
	number := w.Figure(r.Indicator, v, limitOnScale(r))
	if r.Unit == "" {
		return Markup(number)
	}
	return w.Say("amount", "n", Markup(number), "unit", w.Unit(r.Unit))
}

func limitOnScale(r *benchmark.Result) float64 {
	if !onScale(r) {
		return math.NaN()
	}
	return r.LimitValue
}

// levelOf is the level with its qualifier.
func levelOf(w *language.Words, r *benchmark.Result) Markup {
	if math.IsNaN(r.Level) {
		return "–"
	}
	if told.OfTooFew(r, r.Weight) {
		return w.Say("few.value", "count", told.LeastInside)
	}
	s := Markup(w.Figure(r.Indicator, r.Level, limitOnScale(r)))
	if r.Below {
		return w.Say("below", "n", s)
	}
	return s
}

// joined puts notes together.
func (t *teller) joined(notes ...Markup) Markup {
	var all Markup
	for _, n := range notes {
		if all != "" && n != "" {
			all += t.w.Word("list.semicolon")
		}
		all += n
	}
	return all
}

// refused counts the cells of an area's sheets that were left out for this factory, whatever quarter they were of.
func (t *teller) refused(area *standard.Area) Markup {
	n := 0
	for _, p := range t.Problems {
		if p.Factory == t.f.ID && p.Severity == problem.Error && area.Sheet.Named(p.Sheet) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return t.w.Say("share.refused", "count", n)
}

// unjudged counts what could not be judged: of the area as a whole, else of its indicators.
func (t *teller) unjudged(st *told.AreaStatus) Markup {
	if r := st.Last; r.UnjudgedCount > 0 {
		return t.w.Say("share.unjudged", "count", r.UnjudgedCount, "all", r.N)
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
	return t.w.Say("share.unjudged", "count", count, "all", all)
}

// lineOf tells the limit that governs, with its source; for an area judged by two plain indicators both.
func (t *teller) lineOf(st *told.AreaStatus) (line, note Markup) {
	r := st.Lead
	if r.Limit == nil {
		return t.w.Word("line.none"), ""
	}
	line = t.limitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, r.Subject == "")
	for _, other := range st.Rows {
		if other != r && other.Subject == "" && r.Subject == "" && !other.Indicator.OnlyWithLimit && second(st.Area, other) && other.Limit != nil {
			line = t.w.Say("line.two", "first", line, "second", t.limitText(other.Indicator, other.Limit, other.LimitValue, other.Unit, true))
			if other.Limit.Source != r.Limit.Source {
				note = t.w.Word("list.semicolon") + t.sourceText(other.Limit)
			}
		}
	}
	return line, t.sourceText(r.Limit) + note
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

// worstPlace names where a row's worst value was found, unless it is the pay of very few.
func (t *teller) worstPlace(r *benchmark.Result) any {
	if told.OfTooFew(r, r.WorstWeight) {
		return t.w.Say("few.group", "count", told.LeastInside)
	}
	return r.WorstPlace
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
		return t.w.Say("line.hourly", "limit", t.w.Decimal(value, 0), "unit", t.w.Unit(unit), "rate", t.w.Decimal(l.Limit, 2))
	}
	if short && t.w.Has("line."+ind.ID) {
		key = "line." + ind.ID
	}
	return t.w.Say(key, "limit", Markup(t.w.Exact(value)), "unit", t.w.Unit(unit))
}

// sourceText names where a limit comes from and since when it holds.
func (t *teller) sourceText(l *standard.Limit) Markup {
	mark := Markup("")
	if !l.Verified {
		mark = t.w.Word("limit.unverified.mark")
	}
	if l.From == 0 {
		return t.w.Say("line.undated", "kind", t.w.Name("limit.kind", l.Kind), "source", l.Source) + mark
	}
	return t.w.Say("line.source", "kind", t.w.Name("limit.kind", l.Kind), "source", l.Source, "from", t.w.Month(l.From)) + mark
}

// changeOf tells the change since the baseline.
func (t *teller) changeOf(r *benchmark.Result) (arrow string, change, verdict Markup) {
	verdict = t.w.Name("verdict", r.Verdict)
	switch {
	case r.Verdict == "":
		return "flat", "–", ""
	case r.Verdict == benchmark.First || r.Verdict == benchmark.Break:
		return "flat", verdict, t.w.Say("verdict.since", "since", t.w.CellQuarter(r.BaselinePeriod))
	case math.IsNaN(r.Change):
		return "flat", verdict, t.since(r, "")
	}
	return arrowOf(r), t.w.Say("amount", "n", Markup(t.w.Signed(r.Indicator, r.Change)), "unit", t.w.Unit(r.Unit)), t.since(r, verdict)
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
	switch since := t.w.Say("verdict.since", "since", t.w.CellQuarter(r.BaselinePeriod)); {
	case r.BaselinePeriod == t.baseline:
		return verdict
	case verdict == "":
		return since
	default:
		return verdict + t.w.Word("list.comma") + since
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
	change := Markup(t.w.Signed(nil, math.Round((r.Level/then-1)*1000)/10))
	return t.w.Say("verdict.real", "verdict", verdict, "change", t.w.Say("percent", "n", change))
}

// withShare adds what became of the share within, where that went another way than the level.
func (t *teller) withShare(verdict Markup, st *told.AreaStatus) Markup {
	share := st.Last.Verdict
	if share == st.Lead.Verdict || share != benchmark.Worsened && share != benchmark.Improved {
		return verdict
	}
	return t.w.Say("verdict.share", "verdict", verdict, "share", t.w.Name("verdict", share))
}

// worst is the least favourable value of a row; the pay of very few people is not told.
func (t *teller) worst(r *benchmark.Result) Markup {
	if told.OfTooFew(r, r.WorstWeight) {
		return t.w.Say("few.value", "count", told.LeastInside)
	}
	if math.IsNaN(r.Worst) {
		return t.w.SayOf("worst.", r.Indicator.ID, "none")
	}
	if r.Below {
		return t.w.Say("below", "n", amount(t.w, r, r.Worst))
	}
	return amount(t.w, r, r.Worst)
}

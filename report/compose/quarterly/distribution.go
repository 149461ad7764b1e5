package quarterly

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/internal/chart"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// distribution draws where every factory stands in an area against its limit: its level then and now, and its worst
// place. Sound is drawn in its unit where all have one limit, else as the distance from their own; all else as a share
// of it.
func (q *report) distribution(area *standard.Area) chart.Distribution {
	by := q.distributionBy(area)
	d := chart.Distribution{Unit: string(q.W.Word("strip.unit")), Limit: 1, LimitLabel: string(q.W.Word("strip.limit")),
		Worse: q.worse(by.worseLeft()), Format: q.W.Tick}
	switch by {
	case inUnit:
		d.Unit, d.Limit = string(q.W.Unit(area.Unit)), q.soundLimit(area)
		d.LimitLabel = q.W.SayPlain("distribution.limit", "limit", Markup(q.W.Exact(d.Limit)))
	case aboveLimit:
		d.Unit, d.Limit = q.W.SayPlain("distribution.above", "unit", q.W.Unit(area.Unit)), 0
	}
	worst := "distribution.worst"
	if area.Kind.OfPay() {
		worst = "distribution.lowest"
	}
	d.Rows = []chart.DistributionRow{{Label: string(q.W.Word("distribution.then")), Stage: chart.Then},
		{Label: string(q.W.Word("distribution.now")), Stage: chart.Now}, {Label: string(q.W.Word(worst)), Stage: chart.Worst}}
	for _, s := range q.measured(area) {
		if r := speaking(s.At(area)); r != nil {
			then, now, worst := levelsOf(r)
			for i, v := range []levelAt{then, now, worst} {
				d.Rows[i].Points = append(d.Rows[i].Points, by.point(r.Indicator, v))
			}
		}
	}
	for i := range d.Rows {
		d.Rows[i].Note = q.distributionNote(d.Rows[i])
	}
	return d
}

// distributionBy is how the figures that speak for an area are compared: sound with several limits by the distance from
// each, all else by the share of it.
func (q *report) distributionBy(area *standard.Area) comparison {
	switch {
	case area.Kind.OfSound() && math.IsNaN(q.soundLimit(area)):
		return aboveLimit
	case area.Kind.OfSound():
		return inUnit
	case area.Indicator(area.Lead) != nil && area.Indicator(area.Lead).Higher():
		return underLimit
	}
	return overLimit
}

// soundLimit is the one limit that all factories have now and had at their baseline, NaN where they have several.
func (q *report) soundLimit(area *standard.Area) float64 {
	one := math.NaN()
	for _, s := range q.measured(area) {
		r := speaking(s.At(area))
		if r == nil {
			continue
		}
		for _, limit := range []float64{r.LimitValue, r.Baseline().LimitValue} {
			if math.IsNaN(one) {
				one = limit
			}
			if limit != one {
				return math.NaN()
			}
		}
	}
	return one
}

// speaking is the figure of the indicator that speaks for an area, where it says something of now and has a limit in
// its unit. Another indicator, which another factory may show, would not lie on the same axis.
func speaking(st *told.AreaStatus) *told.Figure {
	r := st.Lead
	switch {
	case st.IsStale() || r == nil || r.Indicator.ID != st.Area.Lead:
		return nil
	case !compose.OnScale(r) || r.Limit.Kind == standard.Target || math.IsNaN(r.Level):
		return nil
	}
	return r
}

// levelAt is a level with the limit that it was held against.
type levelAt struct{ value, limit float64 }

// levelsOf are the level of a figure at its baseline (NaN where that is now), now, and at its worst place.
func levelsOf(r *told.Figure) (then, now, worst levelAt) {
	then = levelAt{math.NaN(), math.NaN()}
	if base := r.Baseline(); r.HasBaseline && base.Period != r.Period && compose.OnScale(base) {
		then = levelAt{base.Level, base.LimitValue}
	}
	return then, levelAt{r.Level, r.LimitValue}, levelAt{r.Worst, r.LimitValue}
}

// point is where a level lies on the axis, and whether it misses its limit.
func (c comparison) point(i *standard.Indicator, v levelAt) chart.DistributionPoint {
	beyond := v.value > v.limit
	if i.Higher() {
		beyond = v.value < v.limit
	}
	return chart.DistributionPoint{Value: c.of(i, &benchmark.Unit{Value: v.value, LimitValue: v.limit}), Beyond: beyond}
}

// distributionNote counts those of a row that miss the limit.
func (q *report) distributionNote(row chart.DistributionRow) string {
	n, beyond, _, _ := counted(row)
	if n == 0 {
		return string(q.W.Word("chart.none"))
	}
	return q.W.SayPlain("distribution.beyond", "beyond", beyond, "n", n)
}

// counted are the factories of a row, how many of them miss the limit, and where the first and the last lie.
func counted(row chart.DistributionRow) (n, beyond int, least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, p := range row.Points {
		if math.IsNaN(p.Value) {
			continue
		}
		if n++; p.Beyond {
			beyond++
		}
		least, most = min(least, p.Value), max(most, p.Value)
	}
	return n, beyond, least, most
}

// distributionAlt tells the same in words and numbers.
func (q *report) distributionAlt(area *standard.Area) Markup {
	d := q.distribution(area)
	var each []Markup
	for _, row := range d.Rows {
		n, beyond, least, most := counted(row)
		if n == 0 {
			continue
		}
		each = append(each, q.W.Say("distribution.each", "label", row.Label, "count", n, "beyond", beyond,
			"least", q.W.Figure(nil, least, math.NaN()), "most", q.W.Figure(nil, most, math.NaN())))
	}
	if len(each) == 0 {
		return q.W.Say("strip.none", "area", q.W.Area(area))
	}
	return q.W.Say("distribution.told", "area", q.W.Area(area), "unit", d.Unit, "each", q.W.Join(each))
}

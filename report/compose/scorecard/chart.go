package scorecard

import (
	"fmt"
	"math"
	"net/url"
	"slices"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/internal/chart"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// charts draws what a template names: chart:track?area=air, chart:trend?area=air.
func (c *card) charts(name string, parameters url.Values) (chart.Figure, error) {
	if name != "track" && name != "trend" {
		return nil, fmt.Errorf("there is no figure chart:%s (known are chart:track, chart:trend)", name)
	}
	area := c.Standard.Area(parameters.Get("area"))
	if area == nil {
		return nil, fmt.Errorf("there is no area %q (known are %s)", parameters.Get("area"),
			strings.Join(c.Standard.AreaIDs(), ", "))
	}
	st := c.Area(c.F, area)
	if st == nil {
		st = &told.AreaStatus{Factory: c.F, Area: area}
	}
	if name == "track" {
		return c.track(st), nil
	}
	return c.trend(shown(st)), nil
}

// track draws the share within of an area, from its baseline to now.
func (c *card) track(st *told.AreaStatus) chart.Track {
	track := chart.Track{Baseline: math.NaN(), Now: math.NaN(), Status: benchmark.NotMeasured}
	if st.Last != nil {
		track.Status = st.Overall.Status
	}
	if st.Last != nil && !compose.TooFewJudged(st.Last) {
		track.Now = st.Last.Within
		if st.Last.HasBaseline && st.Last.BaselinePeriod != st.Last.Period {
			track.Baseline, track.BaselineLabel = st.Last.BaselineLevel, c.W.Share(st.Last.BaselineLevel)
		}
	}
	return track
}

// trend draws the lead line of an area over the common time axis.
func (c *card) trend(st *told.AreaStatus) chart.Trend {
	n := int(c.Period-c.First) + 1
	t := chart.Trend{BreakLabel: string(c.W.Word("chart.break")), NoData: string(c.W.Word("chart.none")), Format: c.W.Tick,
		Periods: make([]string, n), Values: make([]chart.TrendPoint, n), Worst: make([]chart.WorstPoint, n),
		Limit: gaps(n), Peers: gaps(n)}
	for i := range n {
		t.Periods[i] = c.W.CellQuarter(c.First + standard.Quarter(i))
		t.Values[i].Value, t.Worst[i].Value = math.NaN(), math.NaN()
	}
	if st.Lead != nil {
		c.fillTrend(&t, st)
	}
	return t
}

func (c *card) fillTrend(t *chart.Trend, st *told.AreaStatus) {
	lead := st.Lead
	t.Change = smallestChange(lead.Indicator, lead.Level)
	for _, r := range c.History(lead) {
		i := int(r.Period - c.First)
		t.Values[i] = chart.TrendPoint{Value: r.Level, Below: r.Below, Break: r.Verdict == benchmark.Break,
			Baseline: lead.HasBaseline && r.Period == lead.BaselinePeriod && r.Period != lead.Period}
		t.Worst[i] = chart.WorstPoint{Value: r.Worst, Beyond: worstBeyond(r)}
		t.Peers[i] = r.PeersMedian
		if compose.OnScale(r) {
			t.Limit[i] = r.LimitValue
		}
	}
	carryOver(t.Limit)
	if t.Target = c.target(st, len(t.Limit)); t.Target != nil {
		t.TargetValue = c.W.Exact(t.Target[len(t.Target)-1])
	}
	c.labelTrend(t, lead)
}

// labelTrend says what stands at the lines themselves, so that nobody has to look them up in the key.
func (c *card) labelTrend(t *chart.Trend, lead *told.Figure) {
	t.TargetLabel, t.PeersLabel = string(c.W.Word("chart.living")), string(c.W.Word("chart.peers"))
	t.BaselineLabel = string(c.W.Say("chart.baseline", "quarter", c.W.CellQuarter(lead.BaselinePeriod)))
	if limit := t.Limit[len(t.Limit)-1]; !math.IsNaN(limit) {
		key := "chart.limit.lower"
		if lead.Indicator.Higher() {
			key = "chart.limit.higher"
		}
		t.LimitLabel = c.W.SayPlain(key, "limit", Markup(c.W.Exact(limit)))
	}
	if math.IsNaN(lead.Level) {
		return
	}
	t.LastLabel = c.W.Figure(lead.Indicator, lead.Level, lead.LimitValue)
	if lead.Below {
		t.LastLabel = "<" + t.LastLabel
	}
}

// worstBeyond says that the worst unit of a row misses its limit: its own where units may be told, else that of the
// row.
func worstBeyond(r *told.Figure) bool {
	for i := range r.Units {
		if r.Units[i].Value == r.Worst {
			return r.Units[i].State == benchmark.IsBeyond
		}
	}
	switch {
	case !compose.OnScale(r) || math.IsNaN(r.Worst):
		return false
	case r.Indicator.Higher():
		return r.Worst < r.LimitValue
	}
	return r.Worst > r.LimitValue
}

// smallestChange is the least change of a level that counts, in its unit. One that is told by a ratio has no width of
// its own on a linear axis: it is 0.
func smallestChange(i *standard.Indicator, level float64) float64 {
	if i.ChangePercent > 0 && !math.IsNaN(level) {
		return max(i.Change, math.Abs(level)*i.ChangePercent/100)
	}
	return i.Change
}

// target is the living wage over time, where the area has one beside its lead.
func (c *card) target(st *told.AreaStatus, n int) []float64 {
	out, found := gaps(n), false
	for _, r := range st.Rows {
		if !r.Indicator.IsLiving() || r == st.Lead {
			continue
		}
		for _, h := range c.History(r) {
			if compose.OnScale(h) {
				out[h.Period-c.First], found = h.LimitValue, true
			}
		}
	}
	if !found {
		return nil
	}
	carryOver(out)
	return out
}

// carryOver draws a limit on through quarters without a reading: it stays in force.
func carryOver(v []float64) {
	for i := 1; i < len(v); i++ {
		if math.IsNaN(v[i]) {
			v[i] = v[i-1]
		}
	}
	for i := len(v) - 2; i >= 0; i-- {
		if math.IsNaN(v[i]) {
			v[i] = v[i+1]
		}
	}
}

// gaps are n numbers that there are none of.
func gaps(n int) []float64 { return slices.Repeat([]float64{math.NaN()}, n) }

package quarterly

import (
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/internal/chart"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// charts draws what a template names: chart:strip?area=air, chart:spark?factory=0&of=defects.
func (q *report) charts(kind string, query url.Values) (chart.Figure, error) {
	if kind == "spark" {
		return q.spark(query.Get("factory"), query.Get("of"))
	}
	area := q.Standard.Area(query.Get("area"))
	if area == nil {
		return nil, fmt.Errorf("there is no area %q", query.Get("area"))
	}
	from, count := partOf(query, len(q.measured(area)))
	switch kind {
	case "shares":
		return q.shares(area), nil
	case "distribution":
		return q.distribution(area), nil
	case "dumbbell":
		return q.dumbbell(area).Part(from, count), nil
	case "strip":
		return q.strip(area).Part(from, count), nil
	case "ladder":
		return q.ladder(area).Part(from, count), nil
	}
	return nil, fmt.Errorf("there is no figure chart:%s (known are chart:shares, chart:distribution, "+
		"chart:dumbbell, chart:strip, chart:ladder, chart:spark)", kind)
}

// partOf is which of so many rows a reference asks for: count of them from a number on, or all.
func partOf(query url.Values, rows int) (from, count int) {
	from, errFrom := strconv.Atoi(query.Get("from"))
	count, errCount := strconv.Atoi(query.Get("count"))
	if errFrom != nil || errCount != nil || from < 0 || count < 0 || from+count > rows {
		return 0, rows
	}
	return from, count
}

// of is the report of some of its factories.
func (q *report) of(some []*compose.FactoryRow) *report {
	return &report{Programme: &compose.Programme{Source: q.Source, W: q.W, Rows: some}}
}

// measured are the factories with a figure in an area.
func (q *report) measured(area *standard.Area) []*compose.FactoryRow {
	var all []*compose.FactoryRow
	for _, s := range q.Rows {
		if st := s.At(area); st != nil && st.Last != nil {
			all = append(all, s)
		}
	}
	return all
}

// dumbbell draws the share within of every factory, from its baseline to now.
func (q *report) dumbbell(area *standard.Area) chart.Dumbbell {
	d := chart.Dumbbell{Unit: "%", NoData: string(q.W.Name("status", benchmark.NotMeasured)), Format: q.W.Tick,
		Domain: chart.Shares()}
	for _, s := range q.measured(area) {
		st := s.At(area)
		now, then := told.SplitOf(st.Last).Share(), told.SplitOf(st.Baseline()).Share()
		row := chart.DumbbellRow{ID: s.F.ID, Label: q.W.NameOf(s.F), Baseline: then * 100, Now: now * 100,
			Limit: math.NaN(), Status: st.Overall.Status, Text: q.W.Share(now)}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// strip draws every unit of every factory against its own limit (comparison.go). It has the rows of the dumbbell beside
// it, also of factories without a unit to draw.
func (q *report) strip(area *standard.Area) chart.Strip {
	by := comparisonOf(area)
	c := chart.Strip{Unit: string(q.W.Word("strip.unit")), NoData: string(q.W.Name("status", benchmark.NoLimit)),
		Log: area.Kind.OfAgents(), LimitLabel: string(q.W.Word("strip.limit")), TextLabel: string(q.W.Word("strip.beyond")),
		Worse: q.worse(by.worseLeft()), Format: q.W.Tick}
	if by == inUnit {
		c.Unit = string(q.W.Unit(area.Unit))
	}
	for _, s := range q.measured(area) {
		st := s.At(area)
		row := chart.StripRow{ID: s.F.ID, Label: q.W.NameOf(s.F)}
		if st.IsStale() {
			row.NoData = compose.Plain(string(s.StatusWord(st)))
		} else {
			q.fillStrip(&row, st, by)
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// fillStrip gathers the judged units of a factory's indicators, and counts those beyond; targets are no limit here.
func (q *report) fillStrip(row *chart.StripRow, st *told.AreaStatus, by comparison) {
	all, beyond := 0, 0
	for _, r := range st.Rows {
		for i := range r.Units {
			u := &r.Units[i]
			if r.Indicator.Wage || u.Limit == nil || u.Limit.Kind == standard.Target || !(u.LimitValue > 0) {
				continue
			}
			all++
			if u.State == benchmark.IsBeyond {
				beyond++
			}
			row.Points = append(row.Points, chart.StripPoint{Value: by.of(r.Indicator, u), Below: u.Below,
				Beyond: u.State == benchmark.IsBeyond})
			if limit := by.limit(u); !slices.Contains(row.Limits, limit) {
				row.Limits = append(row.Limits, limit)
			}
		}
	}
	if all > 0 {
		row.Text = q.W.SayPlain("strip.count", "beyond", beyond, "n", all)
	}
}

// worse names the end of an axis at which things are worse.
func (q *report) worse(left bool) chart.Worse {
	if left {
		return chart.Worse{Left: true, Words: string(q.W.Word("chart.worse.left"))}
	}
	return chart.Worse{Words: string(q.W.Word("chart.worse.right"))}
}

// ladder draws pay of every factory in multiples of its own minimum wage.
func (q *report) ladder(area *standard.Area) chart.Ladder {
	word := func(key string) string { return string(q.W.Word(key)) }
	l := chart.Ladder{Unit: word("ladder.unit"), NoData: string(q.W.Name("status", benchmark.NotMeasured)),
		MinimumLabel: word("ladder.minimum"), LowestLabel: word("ladder.lowest"), MedianLabel: word("ladder.median"),
		LivingLabel: word("ladder.living"), Worse: q.worse(true), Format: q.multiple}
	for _, s := range q.measured(area) {
		l.Rows = append(l.Rows, q.ladderRow(s, s.At(area)))
	}
	return l
}

// ladderRow is what a factory pays, as far as it is told.
func (q *report) ladderRow(s *compose.FactoryRow, st *told.AreaStatus) chart.LadderRow {
	none := math.NaN()
	row := chart.LadderRow{ID: s.F.ID, Label: q.W.NameOf(s.F), Minimum: none, Living: none, Lowest: none, Median: none,
		MedianReal: none}
	for _, r := range st.Rows {
		switch {
		case r.Indicator.IsMinimum() && compose.OnScale(r):
			row.Minimum, row.Median, row.Lowest = r.LimitValue, r.Level, r.Worst
			if !r.HasBaseline {
				continue
			}
			if real, ok := benchmark.Real(q.Data, s.F.Country, r.Level, r.Period, r.BaselinePeriod); ok {
				row.MedianReal = real
			}
		case r.Indicator.IsLiving() && compose.OnScale(r):
			row.Living = r.LimitValue
		}
	}
	return row
}

// multiple prints a multiple of the minimum wage; 0.998 of it is not 1.00.
func (q *report) multiple(v float64) string {
	decimals := 2
	return q.W.Figure(&standard.Indicator{Decimals: &decimals}, v, 1)
}

// spark draws one rate of one factory's production, quarter by quarter. The factory is named by its place in the list,
// from 0, since an id may hold anything.
func (q *report) spark(factory, of string) (chart.Figure, error) {
	at, err := strconv.Atoi(factory)
	if err != nil || at < 0 || at >= len(q.Rows) {
		return nil, fmt.Errorf("chart:spark: factory=%s is no number of the list", factory)
	}
	values := q.rates(at, of)
	if values == nil {
		return nil, fmt.Errorf("chart:spark: of=%s (known are defects, ontime, turnover, absence)", of)
	}
	s := chart.Spark{Values: values, Limit: math.NaN()}
	if known := slices.DeleteFunc(slices.Clone(values), math.IsNaN); len(known) > 0 {
		s.First, s.Last = q.percent(known[0]), q.percent(known[len(known)-1])
	}
	return s, nil
}

// percent prints a share for a figure, which has no markup.
func (q *report) percent(v float64) string {
	return q.W.SayPlain("percent", "n", Markup(q.W.Decimal(v*100, 1)))
}

// rates are one rate of a factory's production, by quarter of the time axis; nil for a rate that there is none of.
func (q *report) rates(factory int, of string) []float64 {
	rate, known := map[string]func(*audit.Production) float64{
		"defects":  func(p *audit.Production) float64 { return p.Defects },
		"ontime":   func(p *audit.Production) float64 { return p.OnTime },
		"turnover": func(p *audit.Production) float64 { return p.Turnover },
		"absence":  func(p *audit.Production) float64 { return p.Absence },
	}[of]
	if !known {
		return nil
	}
	values := slices.Repeat([]float64{math.NaN()}, int(q.Period-q.First)+1)
	for _, p := range q.Records(q.Rows[factory].F).Production {
		if i := int(p.Period.Quarter - q.First); !p.Period.Year && i >= 0 && i < len(values) {
			values[i] = rate(p)
		}
	}
	return values
}

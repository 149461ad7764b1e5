package compose

import (
	"fmt"
	"math"
	"net/url"
	"strconv"

	"plimsoll/report/benchmark"
	"plimsoll/report/internal/chart"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// programmeFigure resolves the figures of documents about the whole programme.
func (o *overview) programmeFigure(kind string, query url.Values) (chart.Figure, error) {
	if kind == "spark" {
		return o.spark(query.Get("factory"), query.Get("of"))
	}
	area := o.Standard.Area(query.Get("area"))
	if area == nil {
		return nil, fmt.Errorf("there is no area %q", query.Get("area"))
	}
	some := &overview{Source: o.Source, w: o.w, each: o.measuredIn(area, query)}
	switch kind {
	case "dumbbell":
		return some.dumbbell(area), nil
	case "strip":
		return some.strip(area), nil
	case "ladder":
		return some.ladder(area), nil
	}
	return nil, fmt.Errorf("there is no figure chart:%s (known are chart:dumbbell, chart:strip, chart:ladder, chart:spark)", kind)
}

// measured are the factories with a figure in an area.
func (o *overview) measured(area *standard.Area) []*stand {
	var all []*stand
	for _, s := range o.each {
		if st := s.at(area); st != nil && st.Last != nil {
			all = append(all, s)
		}
	}
	return all
}

// measuredIn are the same: all, or count of them from a number on.
func (o *overview) measuredIn(area *standard.Area, query url.Values) []*stand {
	all := o.measured(area)
	from, errFrom := strconv.Atoi(query.Get("from"))
	count, errCount := strconv.Atoi(query.Get("count"))
	if errFrom != nil || errCount != nil || from < 0 || count < 0 || from+count > len(all) {
		return all
	}
	return all[from : from+count]
}

// dumbbell draws the share within of every factory, from its baseline to now.
func (o *overview) dumbbell(area *standard.Area) chart.Dumbbell {
	d := chart.Dumbbell{Unit: "%", NoData: string(o.w.Name("status", benchmark.NotMeasured)), Format: o.w.Tick}
	for _, s := range o.each {
		st := s.at(area)
		if st == nil || st.Last == nil {
			continue
		}
		row := chart.DumbbellRow{ID: s.f.ID, Label: o.w.NameOf(s.f), Baseline: math.NaN(), Now: st.Last.Within * 100, Limit: 100, Status: st.Overall.Status, Text: o.w.Share(st.Last.Within)}
		if st.Last.HasBaseline && st.Last.BaselinePeriod != st.Last.Period {
			row.Baseline = st.Last.BaselineLevel * 100
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// strip draws every unit of every factory as a share of its own limit: 1 is the line. Noise is drawn in its own unit,
// since a share of decibels says nothing.
func (o *overview) strip(area *standard.Area) chart.Strip {
	own := area.Lead == "exposure"
	c := chart.Strip{Unit: string(o.w.Word("strip.unit")), NoData: string(o.w.Name("status", benchmark.NotMeasured)), Log: area.Kind.OfAgents(), Format: o.w.Tick}
	if own {
		c.Unit = string(o.w.Unit(area.Unit))
	}
	for _, s := range o.each {
		st := s.at(area)
		if st == nil || st.Last == nil || st.Overall.Status == benchmark.Stale {
			continue
		}
		if row := stripRow(st, own); len(row.Points) > 0 {
			row.ID, row.Label = s.f.ID, o.w.NameOf(s.f)
			c.Rows = append(c.Rows, row)
		}
	}
	return c
}

// stripRow gathers the judged units of a factory's indicators; targets are no line here.
func stripRow(st *told.AreaStatus, own bool) chart.StripRow {
	row := chart.StripRow{Limits: []float64{1}}
	for _, r := range st.Rows {
		for _, u := range r.Units {
			if u.Limit == nil || u.Limit.Kind == standard.Target || u.LimitValue <= 0 || r.Indicator.Wage || math.IsNaN(u.Value) {
				continue
			}
			value, scale := u.Value, u.LimitValue
			if u.Below {
				value = u.Detection
			}
			if own {
				scale, row.Limits = 1, []float64{u.LimitValue}
			}
			row.Points = append(row.Points, chart.StripPoint{Value: value / scale, Below: u.Below, Beyond: u.State == benchmark.IsBeyond})
		}
	}
	return row
}

// ladder draws pay of every factory in multiples of its own minimum wage.
func (o *overview) ladder(area *standard.Area) chart.Ladder {
	l := chart.Ladder{Unit: string(o.w.Word("ladder.unit")), NoData: string(o.w.Name("status", benchmark.NotMeasured)), MinimumLabel: string(o.w.Word("ladder.minimum")),
		Format:      func(v float64) string { return o.w.Decimal(v, 2) },
		LowestLabel: string(o.w.Word("ladder.lowest")), MedianLabel: string(o.w.Word("ladder.median")), LivingLabel: string(o.w.Word("ladder.living"))}
	for _, s := range o.each {
		st := s.at(area)
		if st == nil || st.Last == nil {
			continue
		}
		row := chart.LadderRow{ID: s.f.ID, Label: o.w.NameOf(s.f), Minimum: math.NaN(), Living: math.NaN(), Lowest: math.NaN(), Median: math.NaN(), MedianReal: math.NaN()}
		for _, r := range st.Rows {
			switch {
			case r.Indicator.IsMinimum() && onScale(r):
				row.Minimum, row.Median = r.LimitValue, r.Level
				if !told.OfTooFew(r, r.WorstWeight) {
					row.Lowest = r.Worst
				}
				if r.HasBaseline {
					if real, ok := benchmark.Real(o.Data, s.f.Country, r.Level, r.Period, r.BaselinePeriod); ok {
						row.MedianReal = real
					}
				}
			case r.Indicator.IsLiving() && onScale(r):
				row.Living = r.LimitValue
			}
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}

// spark draws one rate of one factory's production, quarter by quarter. The factory is named by its place in the list,
// from 0, since an id may hold anything.
func (o *overview) spark(factory, of string) (chart.Figure, error) {
	at, err := strconv.Atoi(factory)
	if err != nil || at < 0 || at >= len(o.each) {
		return nil, fmt.Errorf("chart:spark: factory=%s is no number of the list", factory)
	}
	values := o.rates(at, of)
	if values == nil {
		return nil, fmt.Errorf("chart:spark: of=%s (known are defects, ontime, turnover, absence)", of)
	}
	return chart.Spark{Values: values, Limit: math.NaN()}, nil
}

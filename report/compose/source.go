// Package compose makes documents of results: a report template, run over the figures in one language, gives Markdown,
// and that a document.Document with its figures. Every word comes from the language files, every value is escaped.
package compose

import (
	"math"
	"slices"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Source is what documents are made of. It does not change while documents are made.
type Source struct {
	Chosen   []*audit.Factory // those that were asked for: results.csv has their rows
	Data     *audit.Data
	Standard *standard.Standard
	Limits   *standard.Limits
	Results  []*benchmark.Result
	Problems []problem.Problem
	Period   standard.Quarter
	Issued   standard.Date
	Version  string
	Logo     string                  // what the theme's logo shows, blank without one
	Paper    string                  // a4 or letter
	Restated []benchmark.Restatement // against an earlier run
	Compared bool                    // an earlier run was given

	byFactory map[*audit.Factory][]*benchmark.Result
	first     standard.Quarter // of the common time axis
}

// mostQuarters bounds the time axis of charts: five years.
const mostQuarters = 20

// Prepare indexes the results; it is called once, before documents are made.
func (s *Source) Prepare() {
	s.byFactory = map[*audit.Factory][]*benchmark.Result{}
	s.first = s.Period
	for _, r := range s.Results {
		s.byFactory[r.Factory] = append(s.byFactory[r.Factory], r)
		s.first = min(s.first, r.Period)
	}
	s.first = max(s.first, s.Period-mostQuarters+1)
}

// End is the last day of the reported quarter.
func (s *Source) End() standard.Date { return s.Period.End(s.Data.Programme.YearStarts) }

// Start is its first day.
func (s *Source) Start() standard.Date { return s.Period.Start(s.Data.Programme.YearStarts) }

// standing is where a factory stands in one area.
type standing struct {
	area *standard.Area
	all  *benchmark.Result   // the row of the reported quarter
	last *benchmark.Result   // the row that its figures come from; nil where nothing was ever measured
	rows []*benchmark.Result // the indicators of that quarter
	lead *benchmark.Result   // the one shown first
}

// standings finds where a factory stands in every area that has a row for it.
func (s *Source) standings(f *audit.Factory) []*standing {
	var out []*standing
	for _, area := range s.Standard.Areas {
		if st := s.standing(f, area); st != nil {
			out = append(out, st)
		}
	}
	return out
}

func (s *Source) standing(f *audit.Factory, area *standard.Area) *standing {
	st := &standing{area: area}
	for _, r := range s.byFactory[f] {
		if r.Area != area || r.Indicator != nil {
			continue
		}
		if r.Period == s.Period {
			st.all = r
		}
		if !r.Carried && r.Status != benchmark.NotMeasured {
			st.last = r
		}
	}
	if st.all == nil {
		return nil
	}
	if st.last != nil {
		st.rows = s.indicators(f, area, st.last.Period)
		st.lead = leading(area, st.rows)
	}
	return st
}

func (s *Source) indicators(f *audit.Factory, area *standard.Area, period standard.Quarter) []*benchmark.Result {
	var rows []*benchmark.Result
	for _, r := range s.byFactory[f] {
		if r.Area == area && r.Period == period && r.Indicator != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

// leading picks the row that speaks for an area: its lead indicator; of several subjects the one nearest to or furthest
// beyond its limit where less is better, the one of most people where more is.
func leading(area *standard.Area, rows []*benchmark.Result) *benchmark.Result {
	var best *benchmark.Result
	for _, r := range rows {
		if best == nil || leads(area, r, best) {
			best = r
		}
	}
	return best
}

func leads(area *standard.Area, r, best *benchmark.Result) bool {
	if a, b := r.Indicator.ID == area.Lead, best.Indicator.ID == area.Lead; a != b {
		return a
	}
	if r.Indicator.Higher() {
		return r.Weight > best.Weight
	}
	return burden(r) > burden(best)
}

// burden is the level as a share of its limit, −1 where there is none.
func burden(r *benchmark.Result) float64 {
	if r.Limit == nil || math.IsNaN(r.Level) || r.LimitValue == 0 {
		return -1
	}
	return r.Level / r.LimitValue
}

// history is the rows of one line, oldest first, within the time axis.
func (s *Source) history(r *benchmark.Result) []*benchmark.Result {
	return slices.DeleteFunc(slices.Clone(s.byFactory[r.Factory]), func(o *benchmark.Result) bool {
		return o.Area != r.Area || o.IndicatorID() != r.IndicatorID() || o.Subject != r.Subject || o.Period < s.first || o.Carried
	})
}

// factoryProblems are the problems that concern a factory: its own, and those of whole sheets and workbooks.
func (s *Source) factoryProblems(f *audit.Factory) []problem.Problem {
	var out []problem.Problem
	for _, p := range s.Problems {
		if p.Factory == f.ID || p.Factory == "" && p.Row == 0 && p.File != "" {
			out = append(out, p)
		}
	}
	return out
}

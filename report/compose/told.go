package compose

import (
	"slices"

	"plimsoll/report/language"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Told is a result with what a document may not tell of it: columns of results.csv that stay blank.
type Told struct {
	*benchmark.Result
	Blank []benchmark.Column
}

// PublicColumns are those of results.csv that the public document carries: nothing about single places, peers or rows.
func PublicColumns() []benchmark.Column {
	return []benchmark.Column{
		benchmark.ColumnFactory, benchmark.ColumnPeriod, benchmark.ColumnArea, benchmark.ColumnIndicator, benchmark.ColumnSubject,
		benchmark.ColumnUnit, benchmark.ColumnLevel, benchmark.ColumnQualifier, benchmark.ColumnN,
		benchmark.ColumnLimit, benchmark.ColumnLimitKind, benchmark.ColumnLimitSource,
		benchmark.ColumnWithin, benchmark.ColumnStatus, benchmark.ColumnMeasured,
		benchmark.ColumnBaselinePeriod, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict,
	}
}

// Behind lists the results behind a factory's document, nil for all chosen factories, as far as it may tell them: pay that stands for
// fewer than five people is blank.
func (s *Source) Behind(f *audit.Factory) []Told {
	var out []Told
	for _, r := range s.Results {
		if f == r.Factory || f == nil && slices.Contains(s.Chosen, r.Factory) {
			out = append(out, Told{r, fewBlanks(r)})
		}
	}
	return out
}

func fewBlanks(r *benchmark.Result) []benchmark.Column {
	var blank []benchmark.Column
	if tooFew(r, r.Weight) {
		blank = append(blank, benchmark.ColumnLevel, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnRealChange,
			benchmark.ColumnGapClosed, benchmark.ColumnTrend, benchmark.ColumnWorst, benchmark.ColumnWorstPlace)
	} else if tooFew(r, r.WorstWeight) {
		blank = append(blank, benchmark.ColumnWorst, benchmark.ColumnWorstPlace)
	}
	if tooFew(first(r), first(r).Weight) {
		blank = append(blank, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnRealChange,
			benchmark.ColumnGapClosed)
	}
	return blank
}

// Published lists the results that the public document tells: of each factory and area the share within and the indicator
// that speaks for it, in the reported quarter. What it suppresses, or gives no verdict on, is blank here too.
func (s *Source) Published(w *language.Words) []Told {
	o := s.overview(w)
	var out []Told
	for _, stand := range o.each {
		if !slices.Contains(s.Chosen, stand.f) {
			continue
		}
		for _, st := range stand.list {
			if st.last == nil {
				continue
			}
			p := o.publicStanding(st, stand.f)
			out = append(out, Told{st.all, p.blanks()})
			if lead := o.publicLead(stand, p); lead != nil {
				out = append(out, Told{lead, leadBlanks(lead, p.stale)})
			}
		}
	}
	return out
}

// blanks are the columns of an area as a whole that the public document does not tell.
func (p publicStanding) blanks() []benchmark.Column {
	verdict := []benchmark.Column{benchmark.ColumnWithin, benchmark.ColumnStatus,
		benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict}
	switch {
	case p.stale:
		return slices.DeleteFunc(verdict, func(c benchmark.Column) bool { return c == benchmark.ColumnStatus })
	case p.suppressed, !p.judged && !p.judgedThen:
		return verdict
	case !p.judged:
		return slices.DeleteFunc(verdict, func(c benchmark.Column) bool { return c == benchmark.ColumnBaselineLevel })
	case !p.judgedThen:
		return []benchmark.Column{benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict}
	}
	return nil
}

// leadBlanks are the columns of an indicator that the public document does not tell: it prints levels and their change, and
// shares only of areas as a whole.
func leadBlanks(r *benchmark.Result, stale bool) []benchmark.Column {
	blank := []benchmark.Column{benchmark.ColumnWithin, benchmark.ColumnStatus}
	if stale {
		blank = append(blank, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict)
	}
	if r.Limit == nil || !r.Limit.Verified {
		blank = append(blank, benchmark.ColumnLimit, benchmark.ColumnLimitKind, benchmark.ColumnLimitSource)
	}
	if ofFew(r) || ofFew(first(r)) {
		blank = append(blank, benchmark.ColumnLevel, benchmark.ColumnQualifier, benchmark.ColumnN,
			benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict)
	}
	return blank
}

// LimitsBehind lists the limits that results were held against, each once, in the order in which they are met.
func LimitsBehind(results []Told) []*standard.Limit {
	var out []*standard.Limit
	seen := map[*standard.Limit]bool{}
	add := func(l *standard.Limit) {
		if l != nil && !seen[l] {
			seen[l] = true
			out = append(out, l)
		}
	}
	for _, r := range results {
		add(r.Limit)
		for i := range r.Units {
			add(r.Units[i].Limit)
		}
	}
	return out
}

// PublishedLimits lists the limits that the public document prints.
func (s *Source) PublishedLimits(w *language.Words) []*standard.Limit {
	var out []*standard.Limit
	for _, row := range s.overview(w).publicLimits() {
		out = append(out, row.limit)
	}
	return out
}

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
	Blank []string
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

func fewBlanks(r *benchmark.Result) []string {
	var blank []string
	if tooFew(r, r.Weight) {
		blank = append(blank, "level", "baseline_level", "change", "gap_closed", "trend_per_year", "worst", "worst_place")
	} else if tooFew(r, r.WorstWeight) {
		blank = append(blank, "worst", "worst_place")
	}
	if tooFew(first(r), first(r).Weight) {
		blank = append(blank, "baseline_level", "change", "gap_closed")
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
func (p publicStanding) blanks() []string {
	verdict := []string{"within", "status", "baseline_level", "change", "verdict"}
	switch {
	case p.stale:
		return slices.DeleteFunc(verdict, func(c string) bool { return c == "status" })
	case p.suppressed, !p.judged && !p.judgedThen:
		return verdict
	case !p.judged:
		return slices.DeleteFunc(verdict, func(c string) bool { return c == "baseline_level" })
	case !p.judgedThen:
		return []string{"baseline_level", "change", "verdict"}
	}
	return nil
}

// leadBlanks are the columns of an indicator that the public document does not tell: it prints levels and their change, and
// shares only of areas as a whole.
func leadBlanks(r *benchmark.Result, stale bool) []string {
	blank := []string{"within", "status"}
	if stale {
		blank = append(blank, "baseline_level", "change", "verdict")
	}
	if r.Limit == nil || !r.Limit.Verified {
		blank = append(blank, "limit", "limit_kind", "limit_source")
	}
	if ofFew(r) || ofFew(first(r)) {
		blank = append(blank, "level", "qualifier", "n", "baseline_level", "change", "verdict")
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

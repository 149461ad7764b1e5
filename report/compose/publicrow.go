package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// publicRow is one factory in the public table of an area.
func (o *overview) publicRow(s *stand, p publicStanding) PublicRow {
	row := PublicRow{ID: Text(s.f.ID), Name: Text(s.w.NameOf(s.f)), N: o.w.Say("disclosure.n", "count", p.last.N), Measured: s.areaView(p.standing).Measured,
		Now: o.publicShare(p, p.judged, p.now), Then: o.publicShare(p, p.judgedThen, p.then), Target: o.publicTarget(p)}
	switch {
	case p.stale:
		row.Status, row.Now = benchmark.Stale, o.w.Name("status", benchmark.Stale)
	case p.base == nil:
		row.Then = o.w.Name("verdict", benchmark.First)
	}
	if p.judged && !p.suppressed {
		row.Status = benchmark.Within
		if p.now.beyond > 0 {
			row.Status = benchmark.Beyond
		}
	}
	if row.Word = "–"; row.Status != "" {
		row.Word = o.w.Name("status", row.Status)
	}
	o.publicLevel(s, p, &row)
	if known := p.knownBeyond(); !p.judged && !p.stale && !p.suppressed && known >= leastPeople {
		row.Now = o.w.Say("disclosure.atleast", "people", known)
	}
	return row
}

// knownBeyond counts the people whom verified limits alone show beyond their line: where another limit behind the figure is
// not verified there is no verdict, but what is known is not hidden behind that.
func (p publicStanding) knownBeyond() float64 {
	var known []benchmark.Unit
	for _, r := range p.rows {
		for _, u := range r.Units {
			if u.State == benchmark.IsBeyond && u.Limit != nil && u.Limit.Verified && u.Limit.Kind != standard.Target {
				known = append(known, u)
			}
		}
	}
	_, beyond, _ := benchmark.People(known)
	return beyond
}

// publicShare prints people within the line, or why it does not.
func (o *overview) publicShare(p publicStanding, judged bool, people split) Markup {
	switch {
	case people.judged() == 0:
		return "–"
	case p.suppressed:
		return o.w.Word("disclosure.suppressed")
	case !judged:
		return o.w.Word("disclosure.unjudged")
	}
	return o.peopleWithin(people)
}

// publicTarget tells how many reach the living wage, where the area has such a target and somebody verified it.
func (o *overview) publicTarget(p publicStanding) Markup {
	for _, r := range p.rows {
		if !r.Indicator.OnlyWithLimit || p.stale || math.IsNaN(r.Within) {
			continue
		}
		people := splitOf(r)
		switch {
		case people.judged() == 0 || !allVerified(r):
			continue
		case p.suppressed || isSuppressed(people, splitOf(first(r))):
			return o.w.Say("disclosure.living", "people", o.w.Word("disclosure.suppressed"))
		}
		return o.w.Say("disclosure.living", "people", o.peopleWithin(people))
	}
	return ""
}

func allVerified(r *benchmark.Result) bool {
	for i := range r.Units {
		if l := r.Units[i].Limit; l != nil && !l.Verified {
			return false
		}
	}
	return true
}

// first is the row that a series begins with.
func first(r *benchmark.Result) *benchmark.Result {
	if len(r.Series) == 0 {
		return r
	}
	return r.Series[0]
}

// publicLevel tells the indicator that speaks for the area, now and at its baseline. It is no verdict, but for the mixture
// index, which is a sum of shares of limits.
func (o *overview) publicLevel(s *stand, p publicStanding, row *PublicRow) {
	row.Of, row.Level, row.Was, row.Change, row.Line = "–", "–", "–", "–", "–"
	r := o.publicLead(s, p)
	if r == nil {
		return
	}
	row.Of = s.lineName(r)
	if r.Limit != nil && r.Limit.Verified {
		row.Line = s.limitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, true)
	}
	base := first(r)
	if ofFew(r) || ofFew(base) {
		row.Level, row.Was, row.Change = o.w.Word("disclosure.suppressed"), o.w.Word("disclosure.suppressed"), o.w.Word("disclosure.suppressed")
		return
	}
	row.Level = o.levelWithUnit(r)
	if base != r && !p.stale {
		row.Was = o.w.Say("report.chapter.then", "level", levelOf(o.w, base), "since", o.w.CellQuarter(base.Period))
		_, row.Change, row.Since = (&teller{Source: o.Source, w: o.w, f: s.f, baseline: r.BaselinePeriod}).changeOf(r)
	}
}

// ofFew says that the rows of a level give their people, and that these are few: a place counts once.
func ofFew(r *benchmark.Result) bool {
	within, beyond, unjudged := benchmark.People(r.Units)
	return r.CountsPeople && within+beyond+unjudged < leastPeople
}

// publicLead is the row that speaks for an area; never one that holds a limit nobody verified.
func (o *overview) publicLead(s *stand, p publicStanding) *benchmark.Result {
	clean := len(o.unverifiedIn(s.f, p.area, p.last.Period)) == 0 && (p.base == nil || len(o.unverifiedIn(s.f, p.area, p.base.Period)) == 0)
	var rows []*benchmark.Result
	for _, r := range p.rows {
		if clean || !r.Indicator.IsMixture() {
			rows = append(rows, r)
		}
	}
	return leading(p.area, rows)
}

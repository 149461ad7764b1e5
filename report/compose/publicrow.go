package compose

import (
	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// publicRow is one factory in the public table of an area.
func (o *overview) publicRow(s *stand, p told.PublicArea) PublicRow {
	row := PublicRow{ID: Text(s.f.ID), Name: Text(s.w.NameOf(s.f)), N: o.w.Say("disclosure.n", "count", p.Last.N), Measured: s.areaView(p.AreaStatus).Measured,
		Now: o.publicShare(p, p.Judged, p.Now), Then: o.publicShare(p, p.JudgedThen, p.Then), Target: o.publicTarget(p)}
	switch {
	case p.Stale:
		row.Status, row.Now = benchmark.Stale, o.w.Name("status", benchmark.Stale)
	case p.Base == nil:
		row.Then = o.w.Name("verdict", benchmark.First)
	}
	if p.Judged && !p.Suppressed {
		row.Status = benchmark.Within
		if p.Now.Beyond > 0 {
			row.Status = benchmark.Beyond
		}
	}
	if row.Word = "–"; row.Status != "" {
		row.Word = o.w.Name("status", row.Status)
	}
	o.publicLevel(s, p, &row)
	if known := p.KnownBeyond(); !p.Judged && !p.Stale && !p.Suppressed && known >= told.LeastPublic {
		row.Now = o.w.Say("disclosure.atleast", "people", known)
	}
	return row
}

// publicShare prints people within the line, or why it does not.
func (o *overview) publicShare(p told.PublicArea, judged bool, people told.Split) Markup {
	switch {
	case people.Judged() == 0:
		return "–"
	case p.Suppressed:
		return o.w.Word("disclosure.suppressed")
	case !judged:
		return o.w.Word("disclosure.unjudged")
	}
	return o.peopleWithin(people)
}

// publicTarget tells how many reach the living wage, where the area has such a target and somebody verified it.
func (o *overview) publicTarget(p told.PublicArea) Markup {
	target, any := p.Target()
	switch {
	case !any:
		return ""
	case target.Suppressed:
		return o.w.Say("disclosure.living", "people", o.w.Word("disclosure.suppressed"))
	}
	return o.w.Say("disclosure.living", "people", o.peopleWithin(target.People))
}

// publicLevel tells the indicator that speaks for the area, now and at its baseline. It is no verdict, but for the mixture
// index, which is a sum of shares of limits.
func (o *overview) publicLevel(s *stand, p told.PublicArea, row *PublicRow) {
	row.Of, row.Level, row.Was, row.Change, row.Line = "–", "–", "–", "–", "–"
	r := p.Speaks
	if r == nil {
		return
	}
	row.Of = s.lineName(r)
	if r.Limit != nil && r.Limit.Verified {
		row.Line = s.limitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, true)
	}
	base := told.FirstOf(r)
	if p.LevelWithheld {
		row.Level, row.Was, row.Change = o.w.Word("disclosure.suppressed"), o.w.Word("disclosure.suppressed"), o.w.Word("disclosure.suppressed")
		return
	}
	row.Level = o.levelWithUnit(r)
	if base != r && !p.Stale {
		row.Was = o.w.Say("report.chapter.then", "level", levelOf(o.w, base), "since", o.w.CellQuarter(base.Period))
		_, row.Change, row.Since = (&teller{Source: o.Source, w: o.w, f: s.f, baseline: r.BaselinePeriod}).changeOf(r)
	}
}

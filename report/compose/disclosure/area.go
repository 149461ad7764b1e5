package disclosure

import (
	"slices"
	"strconv"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// area tells one area over all factories.
func (d *disclosure) area(area *standard.Area, number int) PublicArea {
	results := slices.Index(sections(), "results") + 1
	v := PublicArea{Name: d.W.Say("disclosure.area", "section", results, "number", number, "area", d.W.Area(area)), People: Markup(Text(area.People).String())}
	var summed [][]told.Split
	for _, s := range d.Rows {
		st := s.At(area)
		if st == nil {
			continue
		}
		if st.Last == nil {
			v.Missing = append(v.Missing, d.W.Say("report.chapter.missing", "id", s.F.ID, "why", s.StatusWord(st)))
			continue
		}
		p := d.Public(st)
		v.Rows = append(v.Rows, d.row(s, p))
		if p.Judged && p.JudgedThen {
			summed = append(summed, []told.Split{p.Now, p.Then})
		}
	}
	v.Sum = d.sum(area, summed)
	return v
}

func (d *disclosure) sum(area *standard.Area, rows [][]told.Split) PublicSum {
	sum := PublicSum{Area: d.W.Area(area), Now: "–", Then: "–", Factories: "0"}
	if sums, n := told.SumOf(rows); n > 0 {
		sum.Now, sum.Then, sum.Factories = d.people(sums[0]), d.people(sums[1]), strconv.Itoa(n)
	}
	return sum
}

// row is one factory in the public table of an area.
func (d *disclosure) row(s *compose.FactoryRow, p told.PublicArea) PublicRow {
	row := PublicRow{ID: Text(s.F.ID), Name: Text(s.W.NameOf(s.F)), N: d.W.Say("disclosure.n", "count", p.Last.N), Measured: Markup(s.Measured(p.AreaStatus)),
		Now: d.share(p, p.Judged, p.Now), Then: d.share(p, p.JudgedThen, p.Then), Target: d.target(p)}
	switch {
	case p.Stale:
		row.Status, row.Now = benchmark.Stale, d.W.Name("status", benchmark.Stale)
	case p.Base == nil:
		row.Then = d.W.Name("verdict", benchmark.First)
	}
	if p.Judged && !p.Suppressed {
		row.Status = benchmark.Within
		if p.Now.Beyond > 0 {
			row.Status = benchmark.Beyond
		}
	}
	if row.Word = "–"; row.Status != "" {
		row.Word = d.W.Name("status", row.Status)
	}
	d.level(s, p, &row)
	if !p.Judged && !p.Stale && !p.Suppressed && p.KnowsTenBeyond() {
		row.Now = d.W.Word("disclosure.atleast")
	}
	return row
}

// share prints people within the line, or why it does not.
func (d *disclosure) share(p told.PublicArea, judged bool, people told.Split) Markup {
	switch {
	case people.Judged() == 0:
		return "–"
	case p.Suppressed:
		return d.W.Word("disclosure.suppressed")
	case !judged:
		return d.W.Word("disclosure.unjudged")
	}
	return d.people(people)
}

// people prints a share with the people it is of, rounded: 88 % of 1,400.
func (d *disclosure) people(s told.Split) Markup {
	if s.Judged() == 0 {
		return "–"
	}
	return d.W.Say("disclosure.share", "share", d.W.Share(s.Share()), "judged", told.Tens(s.Judged()))
}

// target tells how many reach the living wage, where the area has such a target and somebody verified it.
func (d *disclosure) target(p told.PublicArea) Markup {
	target, any := p.Target()
	switch {
	case !any:
		return ""
	case target.Suppressed:
		return d.W.Say("disclosure.living", "people", d.W.Word("disclosure.suppressed"))
	}
	return d.W.Say("disclosure.living", "people", d.people(target.People))
}

// level tells the indicator that speaks for the area, now and at its baseline. It is no verdict, but for the mixture
// index, which is a sum of shares of limits.
func (d *disclosure) level(s *compose.FactoryRow, p told.PublicArea, row *PublicRow) {
	row.Of, row.Level, row.Was, row.Change, row.Line = "–", "–", "–", "–", "–"
	r := p.Speaks
	if r == nil {
		return
	}
	row.Of = s.LineName(r)
	if r.Limit != nil && r.Limit.Verified {
		row.Line = s.LimitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, true)
	}
	base, few := r.Baseline(), d.W.Word("disclosure.few")
	if p.LevelWithheld() {
		row.Level, row.Was, row.Change = few, few, few
		return
	}
	row.Level = compose.LevelWithUnit(d.W, r)
	if base != r && !p.Stale {
		row.Was = d.W.Say("report.chapter.then", "level", compose.LevelOf(d.W, base), "since", d.W.CellQuarter(base.Period))
		row.Change, row.Since = s.Change(r), s.Verdict(r, r.BaselinePeriod)
	}
}

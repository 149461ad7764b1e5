package compose

import (
	"math"
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// mostLanes is how many factories one figure shows, so that it fits a page.
const mostLanes = 16

// parts cuts the factories of an area into figures and tells what each shows.
func (o *overview) parts(area *standard.Area) []Part {
	var out []Part
	from := 0
	for some := range slices.Chunk(o.measured(area), mostLanes) {
		shown := &overview{Source: o.Source, w: o.w, each: some}
		out = append(out, Part{From: from, Count: len(some), Dumbbell: shown.dumbbellAlt(area), Strip: shown.stripAlt(area), Ladder: shown.ladderAlt(area)})
		from += len(some)
	}
	return out
}

// chapters tells every area: each factory's way from baseline to now, with the table behind it.
func (o *overview) chapters() []ChapterView {
	var out []ChapterView
	for _, area := range o.measuredAreas() {
		c := ChapterView{ID: area.ID, Name: o.w.Area(area), People: Markup(Text(area.People).String())}
		now, base := o.matched(area, o.baselineOf)
		c.Summary = o.chapterSummary(area, now, base)
		for _, s := range o.each {
			if st := s.at(area); st != nil && st.Last != nil {
				c.Rows = append(c.Rows, o.chapterRow(s, st))
			} else if st != nil {
				c.Missing = append(c.Missing, o.w.Say("report.chapter.missing", "id", s.f.ID, "why", s.areaView(st).StatusWord))
			}
		}
		c.Parts = o.parts(area)
		out = append(out, c)
	}
	return out
}

func (o *overview) chapterSummary(area *standard.Area, now, base headcount) Markup {
	if now.Judged() == 0 {
		return o.w.Say("report.chapter.none", "area", o.w.Area(area))
	}
	return o.w.Say("report.chapter.summary", "count", now.factories, "now", o.peopleWithin(now.Split), "then", o.peopleWithin(base.Split))
}

// chapterRow is one factory in the table of an area.
func (o *overview) chapterRow(s *stand, st *told.AreaStatus) ChapterRow {
	v := s.areaView(st)
	row := ChapterRow{ID: Text(s.f.ID), Name: Text(o.w.NameOf(s.f)), Status: v.Status, Word: v.StatusWord, Share: "–", N: Markup(o.w.Count(float64(st.Last.N))),
		Measured: v.Measured, Level: "–", Then: "–", Line: v.Line, Source: v.LineNote, Change: v.Change, Verdict: v.Verdict, Peers: "–"}
	if !math.IsNaN(st.Last.Within) {
		row.Share = o.w.Say("percent", "n", o.w.Share(st.Last.Within))
	}
	if st.Last.UnjudgedCount > 0 {
		row.Unjudged = o.w.Say("share.unjudged", "count", st.Last.UnjudgedCount, "all", st.Last.N)
	}
	if r := st.Lead; r != nil {
		row.Of = s.lineName(r)
		row.Level = o.levelWithUnit(r)
		if r.HasBaseline && r.BaselinePeriod != r.Period {
			row.Then = o.w.Say("report.chapter.then", "level", o.levelThen(r), "since", o.w.CellQuarter(r.BaselinePeriod))
		}
		row.Peers = o.peersOf(r)
	}
	return row
}

func (o *overview) levelWithUnit(r *benchmark.Result) Markup {
	return o.w.Say("amount", "n", levelOf(o.w, r), "unit", o.w.Unit(r.Unit))
}

// levelThen is the level of the baseline.
func (o *overview) levelThen(r *benchmark.Result) Markup {
	if len(r.Series) > 0 {
		return levelOf(o.w, r.Series[0])
	}
	return Markup(o.w.Figure(r.Indicator, r.BaselineLevel, math.NaN()))
}

// peersOf is the median of the peers with their number; none is shown under four.
func (o *overview) peersOf(r *benchmark.Result) Markup {
	if math.IsNaN(r.PeersMedian) {
		return o.w.Say("report.peers.few", "n", r.PeersN)
	}
	return o.w.Say("report.peers", "median", Markup(o.w.Figure(r.Indicator, r.PeersMedian, math.NaN())), "n", r.PeersN)
}

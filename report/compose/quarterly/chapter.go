package quarterly

import (
	"math"
	"slices"

	"plimsoll/report/compose"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// mostLanes is how many factories one figure shows, so that it fits a page.
const mostLanes = 16

// fewFactories are so many as figures have a row for each; more are one figure of all.
const fewFactories = 20

// parts cuts the factories of an area into figures and tells what each shows.
func (q *report) parts(area *standard.Area) []Part {
	var out []Part
	from := 0
	for some := range slices.Chunk(q.measured(area), mostLanes) {
		shown := q.of(some)
		out = append(out, Part{From: from, Count: len(some), Dumbbell: shown.dumbbellAlt(area), Strip: shown.stripAlt(area), Ladder: shown.ladderAlt(area)})
		from += len(some)
	}
	return out
}

// chapters tells every area: each factory's way from baseline to now, with the table behind it.
func (q *report) chapters() []ChapterView {
	var out []ChapterView
	for _, area := range q.MeasuredAreas() {
		c := ChapterView{ID: area.ID, Name: q.W.Area(area), People: Markup(Text(area.People).String())}
		now, base := q.matched(area, q.baselineOf)
		c.Summary = q.chapterSummary(area, now, base)
		for _, s := range q.Rows {
			if st := s.At(area); st != nil && st.Last != nil {
				c.Rows = append(c.Rows, q.chapterRow(s, st))
			} else if st != nil {
				c.Missing = append(c.Missing, q.W.Say("report.chapter.missing", "id", s.F.ID, "why", s.StatusWord(st)))
			}
		}
		if len(c.Rows) > fewFactories {
			c.Distribution = q.distributionAlt(area)
		} else {
			c.Parts = q.parts(area)
		}
		out = append(out, c)
	}
	return out
}

func (q *report) chapterSummary(area *standard.Area, now, base headcount) Markup {
	if now.Judged() == 0 {
		return q.W.Say("report.chapter.none", "area", q.W.Area(area))
	}
	return q.W.Say("report.chapter.summary", "count", now.factories, "now", q.PeopleWithin(now.Split), "then", q.PeopleWithin(base.Split))
}

// chapterRow is one factory in the table of an area.
func (q *report) chapterRow(s *compose.FactoryRow, st *told.AreaStatus) ChapterRow {
	row := ChapterRow{ID: Text(s.F.ID), Name: Text(q.W.NameOf(s.F)), Status: compose.MarkOf(st), Word: s.StatusWord(st), Share: "–",
		N: Markup(q.W.Count(float64(st.Last.N))), Measured: Markup(s.Measured(st)), Level: "–", Then: "–", Line: "–", Peers: "–"}
	if !math.IsNaN(st.Last.Within) {
		row.Share = q.W.Say("percent", "n", q.W.Share(st.Last.Within))
	}
	if st.Last.UnjudgedCount > 0 {
		row.Unjudged = q.W.Say("share.unjudged", "count", st.Last.UnjudgedCount, "all", st.Last.N)
	}
	if r := compose.Shown(st); r != nil {
		row.Of = s.LineName(r)
		row.Level = compose.LevelWithUnit(q.W, r)
		row.Line, row.Change, row.Verdict = s.LimitShort(r), s.Change(r), s.Verdict(r, s.Baseline)
		if r.Limit != nil {
			row.Source = s.LimitSource(r.Limit)
		}
		if r.HasBaseline && r.BaselinePeriod != r.Period {
			row.Then = q.W.Say("report.chapter.then", "level", q.levelThen(r), "since", q.W.CellQuarter(r.BaselinePeriod))
		}
		row.Peers = q.peersOf(r)
	}
	return row
}

// levelThen is the level of the baseline.
func (q *report) levelThen(r *told.Figure) Markup {
	if len(r.Series) > 0 {
		return compose.LevelOf(q.W, r.Series[0])
	}
	return Markup(q.W.Figure(r.Indicator, r.BaselineLevel, math.NaN()))
}

// peersOf is the median of the peers with their number; none is shown under four.
func (q *report) peersOf(r *told.Figure) Markup {
	if math.IsNaN(r.PeersMedian) {
		return q.W.Say("report.peers.few", "n", r.PeersN)
	}
	return q.W.Say("report.peers", "median", Markup(q.W.Figure(r.Indicator, r.PeersMedian, math.NaN())), "n", r.PeersN)
}

package quarterly

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// matrix tells where every factory stands in every area. Factories are listed, never ranked.
func (q *report) matrix() MatrixView {
	areas := q.MeasuredAreas()
	m := MatrixView{All: MatrixRow{}}
	for _, a := range areas {
		m.Areas = append(m.Areas, q.W.Area(a))
	}
	for _, s := range q.Rows {
		row := MatrixRow{ID: Text(s.F.ID), Name: Text(q.W.NameOf(s.F)), Workers: s.Workers(s.F)}
		for _, a := range areas {
			row.Cells = append(row.Cells, q.matrixCell(s, a))
		}
		m.Rows = append(m.Rows, row)
	}
	most := 0
	for _, a := range areas {
		now, base := q.matched(a, q.baselineOf)
		m.All.Cells = append(m.All.Cells, q.allCell(now, base))
		most = max(most, now.factories)
	}
	m.All.Workers = q.W.Say("report.matrix.matched", "count", most)
	return m
}

func (q *report) matrixCell(s *compose.FactoryRow, area *standard.Area) MatrixCell {
	st := s.At(area)
	if st == nil {
		return MatrixCell{Status: benchmark.NotMeasured, Word: q.W.Name("status", benchmark.NotMeasured)}
	}
	cell := MatrixCell{Status: compose.MarkOf(st), Word: s.StatusWord(st)}
	switch {
	case st.Last == nil:
	case st.Overall.Status == benchmark.Stale:
		cell.Note = q.W.Say("report.matrix.last", "date", q.W.Month(st.Last.Measured))
	case math.IsNaN(st.Last.Within):
		cell.Note = s.ShareNote(s.AreaView(st))
	default:
		cell.Share = q.W.Share(st.Last.Within)
		cell.Note = q.sinceBaseline(s, st.Last)
	}
	return cell
}

// sinceBaseline is the change of a share with its verdict.
func (q *report) sinceBaseline(s *compose.FactoryRow, r *told.Figure) Markup {
	verdict := q.W.Name("verdict", r.Verdict)
	switch {
	case r.Verdict == benchmark.First || r.Verdict == benchmark.Break:
		return verdict + " " + q.W.Say("verdict.since", "since", q.W.CellQuarter(r.BaselinePeriod))
	case math.IsNaN(r.Change):
		return verdict
	}
	return s.Since(r, s.Baseline, q.points(r.Change)+" "+verdict)
}

// allCell sums up matched factories.
func (q *report) allCell(now, base headcount) MatrixCell {
	if now.Judged() == 0 {
		return MatrixCell{Status: benchmark.NotJudged, Word: q.W.Word("share.none")}
	}
	cell := MatrixCell{Status: benchmark.Beyond, Share: q.W.Share(now.Share()), Note: q.points(now.Share() - base.Share())}
	if now.Beyond == 0 {
		cell.Status = benchmark.Within
	}
	cell.Word = q.W.Name("status", cell.Status)
	return cell
}

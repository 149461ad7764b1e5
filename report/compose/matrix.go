package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// matrix tells where every factory stands in every area. Factories are listed, never ranked.
func (o *overview) matrix() MatrixView {
	areas := o.measuredAreas()
	m := MatrixView{All: MatrixRow{}}
	for _, a := range areas {
		m.Areas = append(m.Areas, o.w.Area(a))
	}
	for _, s := range o.each {
		row := MatrixRow{ID: Text(s.f.ID), Name: Text(o.w.NameOf(s.f)), Workers: s.workers()}
		for _, a := range areas {
			row.Cells = append(row.Cells, o.matrixCell(s, a))
		}
		m.Rows = append(m.Rows, row)
	}
	most := 0
	for _, a := range areas {
		now, base := o.matched(a, o.baselineOf)
		m.All.Cells = append(m.All.Cells, o.allCell(now, base))
		most = max(most, now.factories)
	}
	m.All.Workers = o.w.Say("report.matrix.matched", "count", most)
	return m
}

func (o *overview) matrixCell(s *stand, area *standard.Area) MatrixCell {
	st := s.at(area)
	if st == nil {
		return MatrixCell{Status: benchmark.NotMeasured, Word: o.w.Name("status", benchmark.NotMeasured)}
	}
	v := s.areaView(st)
	cell := MatrixCell{Status: v.Status, Word: v.StatusWord}
	switch {
	case st.Last == nil:
	case st.Overall.Status == benchmark.Stale:
		cell.Note = o.w.Say("report.matrix.last", "date", o.w.Month(st.Last.Measured))
	case math.IsNaN(st.Last.Within):
		cell.Note = v.ShareNote
	default:
		cell.Share = o.w.Share(st.Last.Within)
		cell.Note = o.sinceBaseline(s, st.Last)
	}
	return cell
}

// sinceBaseline is the change of a share with its verdict.
func (o *overview) sinceBaseline(s *stand, r *benchmark.Result) Markup {
	verdict := o.w.Name("verdict", r.Verdict)
	switch {
	case r.Verdict == benchmark.First || r.Verdict == benchmark.Break:
		return verdict + " " + o.w.Say("verdict.since", "since", o.w.CellQuarter(r.BaselinePeriod))
	case math.IsNaN(r.Change):
		return verdict
	}
	return s.since(r, o.points(r.Change)+" "+verdict)
}

// allCell sums up matched factories.
func (o *overview) allCell(now, base headcount) MatrixCell {
	if now.Judged() == 0 {
		return MatrixCell{Status: benchmark.NotJudged, Word: o.w.Word("share.none")}
	}
	cell := MatrixCell{Status: benchmark.Beyond, Share: o.w.Share(now.Share()), Note: o.points(now.Share() - base.Share())}
	if now.Beyond == 0 {
		cell.Status = benchmark.Within
	}
	cell.Word = o.w.Name("status", cell.Status)
	return cell
}

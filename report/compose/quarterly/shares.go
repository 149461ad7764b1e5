package quarterly

import (
	"math"

	"plimsoll/report/internal/chart"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// shares draws where every factory stands in an area, and all of them together, then and now.
func (q *report) shares(area *standard.Area) chart.ShareLine {
	sum := q.Sum(area, q.active)
	s := chart.ShareLine{Now: math.NaN(), Then: math.NaN(), Twice: math.NaN(), Lowest: math.NaN()}
	if sum.IsTold() {
		s.Now = sum.Now.Share()
	}
	if sum.Twice.Factories > 0 {
		s.Then, s.Twice = sum.Twice.Then.Share(), sum.Twice.Now.Share()
		s.ThenLabel = q.W.Share(s.Then)
	}
	for _, p := range sum.Parts {
		switch {
		case p.Class == told.OutOfDate:
			if old := told.SplitOf(p.Last); old.Judged() > 0 {
				s.OutOfDate = append(s.OutOfDate, old.Share())
			}
		case p.Now.Judged() > 0:
			s.Each = append(s.Each, p.Now.Share())
			if p.Now.Beyond > 0 && !(s.Lowest <= p.Now.Share()) {
				s.Lowest, s.Name = p.Now.Share(), p.Factory.ID+" "+q.W.Share(p.Now.Share())
			}
		}
	}
	return s
}

// sharesAlt tells the same in words and numbers.
func (q *report) sharesAlt(sum *told.Sum) Markup {
	s := q.shares(sum.Area)
	told := []Markup{q.W.Say("shares.now", "area", q.W.Area(sum.Area), "share", q.W.Share(s.Now), "count", len(s.Each))}
	if sum.Twice.Factories > 0 {
		told = append(told, q.W.Say("shares.twice", "then", q.W.Share(s.Then), "now", q.W.Share(s.Twice), "count", sum.Twice.Factories))
	}
	if s.Name != "" {
		told = append(told, q.W.Say("shares.lowest", "name", s.Name))
	}
	return q.W.Join(told)
}

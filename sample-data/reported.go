package main

import (
	"math"
	"strconv"
)

// newYear is the quarter from which on a factory that reported by years counts by quarters.
const newYear = quarter(9) // 2026-Q1

func (p *programme) feedbackSheet(f *factory) sheet {
	s := p.sheet("Feedback")
	for q := range f.Business.Last + 1 {
		for _, c := range f.Feedback {
			if q >= c.First {
				s.rows = append(s.rows, feedbackRow(f.ID, q, c))
			}
		}
	}
	return s
}

func feedbackRow(id string, q quarter, c channel) []any {
	share := since(c.First, q)
	received := int(math.Round(c.Received.around(share, 0.15, q, id, c.Channel)))
	resolved := int(math.Round(float64(received) * min(1, c.Resolved.around(share, 0.03, q, id, c.Channel, "resolved"))))
	days := math.Round(c.Days.around(share, 0.1, q, id, c.Channel, "days"))
	return []any{id, q.String(), c.Channel, received, resolved, days}
}

// since is how much of the way from the first quarter to the last has been gone.
func since(first, q quarter) float64 { return float64(q-first) / float64(last-first) }

func (p *programme) safetySheet(f *factory) sheet {
	s, b := p.sheet("Safety"), f.Business
	for q := b.First; q <= b.Last; q++ {
		share := since(b.First, q)
		at := func(figure span, sway float64, name string) float64 { return figure.around(share, sway, q, f.ID, name) }
		machines := math.Round(at(b.Machines, 0.05, "machines"))
		guarded := math.Round(machines * min(1, at(b.Guarded, 0.01, "guarded")))
		drills := 1 + int(q)%2
		s.rows = append(s.rows, []any{
			f.ID, q.String(), machines, guarded, drills, math.Round(at(b.Injuries, 0.3, "injuries")), rounded(at(b.Hours, 0.02, "hours"), -2),
		})
	}
	return s
}

func (p *programme) productionSheet(f *factory) sheet {
	s, b := p.sheet("Production"), f.Business
	first := b.First
	for _, y := range b.Years {
		s.rows = append(s.rows, []any{f.ID, strconv.Itoa(y.Year), y.Pairs, "pairs", y.Defects, y.OnTime, y.Turnover, y.Absence})
		first = newYear
	}
	for q := first; q <= b.Last; q++ {
		share := since(b.First, q)
		at := func(figure span, sway float64, name string) float64 { return figure.around(share, sway, q, f.ID, name) }
		s.rows = append(s.rows, []any{
			f.ID, q.String(), rounded(at(b.Pairs, 0.04, "pairs"), -2), "pairs", rounded(at(b.Defects, 0.06, "defects"), 3),
			rounded(min(1, at(b.OnTime, 0.01, "on time")), 3), rounded(at(b.Turnover, 0.08, "turnover"), 3),
			rounded(at(b.Absence, 0.05, "absence"), 3),
		})
	}
	return s
}

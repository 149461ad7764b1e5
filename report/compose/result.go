package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/language"
	"plimsoll/report/told"
)

func (t *FactoryText) SubjectName(r *told.Figure) Markup {
	return t.W.Subject(t.Standard, r.Area, r.Subject)
}

// LineName is what a row is about: its subject, or its indicator where it has none.
func (t *FactoryText) LineName(r *told.Figure) Markup {
	if r.Subject != "" {
		return t.SubjectName(r)
	}
	return t.W.Indicator(r.Indicator)
}

// Amount is a figure with its unit.
func Amount(w *language.Words, r *told.Figure, v float64) Markup {
	number := w.Figure(r.Indicator, v, limitOnScale(r))
	if r.Unit == "" {
		return Markup(number)
	}
	return w.Say("amount", "n", Markup(number), "unit", w.Unit(r.Unit))
}

func limitOnScale(r *told.Figure) float64 {
	if !OnScale(r) {
		return math.NaN()
	}
	return r.LimitValue
}

// OnScale says that a row's limit is in the unit of its level.
func OnScale(r *told.Figure) bool {
	return r.Limit != nil && (r.Limit.Currency == "" || r.Limit.Currency == r.Unit)
}

// LevelOf is the level with its qualifier.
func LevelOf(w *language.Words, r *told.Figure) Markup {
	if r.Withholds(benchmark.ColumnLevel) {
		return w.Say("few.value", "count", told.LeastInside)
	}
	if math.IsNaN(r.Level) {
		return "–"
	}
	s := Markup(w.Figure(r.Indicator, r.Level, limitOnScale(r)))
	if r.Below {
		return w.Say("below", "n", s)
	}
	return s
}

// WorstPlace names where a row's worst value was found, unless it is the pay of very few.
func (t *FactoryText) WorstPlace(r *told.Figure) any {
	if r.Withholds(benchmark.ColumnWorst) {
		return t.W.Say("few.group", "count", told.LeastInside)
	}
	return r.WorstPlace
}

// Worst is the least favourable value of a row; the pay of very few people is not told.
func (t *FactoryText) Worst(r *told.Figure) Markup {
	if r.Withholds(benchmark.ColumnWorst) {
		return t.W.Say("few.value", "count", told.LeastInside)
	}
	if math.IsNaN(r.Worst) {
		return t.W.SayOf("worst.", r.Indicator.ID, "none")
	}
	if r.Below {
		return t.W.Say("below", "n", Amount(t.W, r, r.Worst))
	}
	return Amount(t.W, r, r.Worst)
}

// LevelWithUnit is the level with its qualifier and unit.
func LevelWithUnit(w *language.Words, r *told.Figure) Markup {
	return w.Say("amount", "n", LevelOf(w, r), "unit", w.Unit(r.Unit))
}

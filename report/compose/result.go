package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/language"
	"plimsoll/report/told"
)

// SubjectName is the process or substance that a figure is of, blank where it has none.
func (p Printer) SubjectName(r *told.Figure) Markup {
	return p.W.Subject(p.Standard, r.Area, r.Subject)
}

// LineName is what a row is about: its subject, or its indicator where it has none.
func (p Printer) LineName(r *told.Figure) Markup {
	if r.Subject != "" {
		return p.SubjectName(r)
	}
	return p.W.Indicator(r.Indicator)
}

// Amount is a figure with its unit.
func Amount(w *language.Words, r *told.Figure, v float64) Markup {
	number := w.Figure(r.Indicator, v, limitOnScale(r))
	switch {
	case r.Indicator != nil && r.Indicator.Share:
		return w.Say("percent", "n", Markup(number))
	case r.Unit == "":
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

// LevelWithUnit is the level with its qualifier and unit.
func LevelWithUnit(w *language.Words, r *told.Figure) Markup {
	return w.Say("amount", "n", LevelOf(w, r), "unit", w.Unit(r.Unit))
}

// Level is the level with its qualifier, "–" where there is no figure.
func (p Printer) Level(r *told.Figure) Markup {
	if r == nil {
		return "–"
	}
	return LevelOf(p.W, r)
}

// LevelWithUnit is Level with the unit.
func (p Printer) LevelWithUnit(r *told.Figure) Markup {
	if r == nil || r.Unit == "" || math.IsNaN(r.Level) {
		return p.Level(r)
	}
	return LevelWithUnit(p.W, r)
}

// HasWorst says that there is a worst place to name, or that it is withheld. Of questions that were all answered yes none is
// the worst.
func HasWorst(r *told.Figure) bool {
	return r.Withholds(benchmark.ColumnWorst) || r.WorstPlace != "" && !isAllYes(r)
}

// isAllYes says that every question of a checklist was answered yes.
func isAllYes(r *told.Figure) bool {
	return r.Indicator.Share && r.Indicator.Higher() && r.Level == 1 && r.Worst == 1
}

// WorstPlace names where a row's worst value was found, unless it is the pay of very few.
func (p Printer) WorstPlace(r *told.Figure) Markup {
	if r.Withholds(benchmark.ColumnWorst) {
		return p.W.Say("few.group", "count", told.LeastInside)
	}
	u := worstUnit(r)
	switch {
	case u == nil || r.WorstPlace == "":
	case r.Area.Kind.InDormitories():
		return p.room(u.Room())
	case r.Area.Kind.OfPay() && u.Group() != "":
		return p.W.Say("place.pay", "group", u.Group(), "month", p.W.Month(u.Date))
	}
	return Markup(Text(r.WorstPlace).String())
}

// worstUnit is the unit that a row names as the worst; nil where none of its units has that place.
func worstUnit(r *told.Figure) *benchmark.Unit {
	for i := range r.Units {
		if u := &r.Units[i]; u.Place == r.WorstPlace {
			return u
		}
	}
	return nil
}

// room names a room, or a building where a figure is that of a whole one.
func (p Printer) room(building, room string) Markup {
	switch {
	case room == "":
		return p.W.Say("place.building", "building", building)
	case building == "":
		return p.W.Say("place.alone", "room", room)
	}
	return p.W.Say("place.room", "building", building, "room", room)
}

// Worst is the least favourable value of a row; the pay of very few people is not told.
func (p Printer) Worst(r *told.Figure) Markup {
	if r.Withholds(benchmark.ColumnWorst) {
		return p.W.Say("few.value", "count", told.LeastInside)
	}
	if math.IsNaN(r.Worst) {
		return p.W.SayOf("worst.", r.Indicator.ID, "none")
	}
	if r.Below {
		return p.W.Say("below", "n", Amount(p.W, r, r.Worst))
	}
	return Amount(p.W, r, r.Worst)
}

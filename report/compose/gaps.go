package compose

import (
	"math"
	"text/template"

	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// What templates print of gaps: what lies beyond a limit, where, by how much, and which finding is open there.

// gapFunctions are the functions of templates for gaps.
func (p Printer) gapFunctions() template.FuncMap {
	return template.FuncMap{"gapWhat": p.GapWhat, "gapShort": p.GapShort, "gapPlace": p.GapPlace,
		"gapWorst": p.GapWorst, "gapLimit": p.GapLimit,
		"gapSource": p.GapSource, "gapPeople": p.GapPeople, "gapPlaces": p.GapPlaces,
		"gapFinding": p.GapFinding, "gapState": p.GapState}
}

// GapWhat names what lies beyond its limit: a substance or process with its area, else the indicator.
func (p Printer) GapWhat(g told.Gap) Markup {
	if g.Figure.Subject != "" && g.Area.Subject() != "agent" {
		return p.W.Say("gap.what", "area", p.W.Area(g.Area), "subject", p.SubjectName(g.Figure))
	}
	return p.LineName(g.Figure)
}

// GapShort is GapWhat in a narrow column: where the indicator is the one that speaks for its area, the area alone.
func (p Printer) GapShort(g told.Gap) Markup {
	if g.Figure.Subject == "" && g.Figure.Indicator.ID == g.Area.Lead && !g.Area.Kind.OfAgents() {
		return p.W.Area(g.Area)
	}
	return p.GapWhat(g)
}

// GapPlace is the place furthest beyond; of pay the group, where it may be named.
func (p Printer) GapPlace(g told.Gap) Markup {
	if g.Area.Kind.OfPay() {
		return p.WorstPlace(g.Figure)
	}
	return Markup(Text(g.Places[0].Place).String())
}

// GapWorst is the value there with its unit.
func (p Printer) GapWorst(g told.Gap) Markup {
	if g.Area.Kind.OfPay() {
		return p.Worst(g.Figure)
	}
	return p.unitValue(&g, &g.Places[0], true)
}

// unitValue prints the value of a place beyond, which never prints as if it were at its limit.
func (p Printer) unitValue(g *told.Gap, u *benchmark.Unit, withUnit bool) Markup {
	if math.IsNaN(u.Value) {
		return p.W.SayOf("worst.", g.Figure.Indicator.ID, "none")
	}
	number := Markup(p.W.Figure(g.Figure.Indicator, u.Value, u.LimitValue))
	if !withUnit || g.Figure.Unit == "" {
		return number
	}
	return p.W.Say("amount", "n", number, "unit", p.W.Unit(g.Figure.Unit))
}

// GapLimit is the limit there, in the unit of its source first.
func (p Printer) GapLimit(g told.Gap) Markup {
	value := g.Value
	if g.Limit.PerHour { // drops the fraction of a wage that was multiplied out
		value = math.Round(value)
	}
	return p.limitOfSource(g.Figure, g.Limit, value)
}

// GapSource names the source of the limit, † where nobody has verified it.
func (p Printer) GapSource(g told.Gap) Markup {
	return Markup(Text(g.Limit.Source).String()) + p.LimitMark(g.Limit)
}

// GapPeople counts the people beyond, or the places where people are not known; a few are not told by number.
func (p Printer) GapPeople(g told.Gap) Markup {
	switch n := g.People; {
	case !g.Figure.CountsPeople || g.Area.People == "":
		return p.W.Say("people.places", "count", len(g.Places))
	case n > 0 && n < told.LeastInside:
		return p.W.Say("gap.few", "count", told.LeastInside)
	default:
		return Markup(p.W.Count(n))
	}
}

// GapFinding names the gravest finding that is open there, and how many others are; "–" where none is.
func (p Printer) GapFinding(g told.Gap) Markup {
	if len(g.Findings) == 0 {
		return "–"
	}
	id := Markup(Text(g.Findings[0].ID).String())
	if more := len(g.Findings) - 1; more > 0 {
		return p.W.Say("gap.also", "list", id, "count", more)
	}
	return id
}

// GapState tells whether that finding is overdue, or when it is due; that none is open.
func (p Printer) GapState(g told.Gap) Markup {
	switch {
	case len(g.Findings) == 0:
		return p.W.Word("gap.unfound")
	case g.Overdue > 0:
		return p.W.Say("gap.overdue", "count", g.Overdue)
	case g.Findings[0].Due == 0:
		return p.W.Word("gap.undated")
	}
	return p.W.Say("gap.due", "date", p.W.CellDate(g.Findings[0].Due))
}

// mostPlaces is how many places a gap names.
const mostPlaces = 4

// GapPlaces lists the places beyond, the furthest first: why the gap is there. Of pay only the worst group is told.
func (p Printer) GapPlaces(g told.Gap) Markup {
	if g.Area.Kind.OfPay() {
		return p.W.Say("worst.place", "worst", p.Worst(g.Figure), "place", p.WorstPlace(g.Figure))
	}
	var names []string
	for i := range g.Places[:min(len(g.Places), mostPlaces)] {
		u := &g.Places[i]
		names = append(names, string(p.W.Say("gap.place", "place", u.Place, "value", p.unitValue(&g, u, i == 0))))
	}
	list := p.W.List("comma", names)
	if more := len(g.Places) - len(names); more > 0 {
		return p.W.Say("sum.more", "list", list, "count", more)
	}
	return list
}

package compose

import (
	"math"
	"slices"

	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// LimitText is a limit with its sign and unit: ≤ 85 dB(A). It stands first in the unit of its source, where the figure has
// another: ≤ 10 ppm (37.7 mg/m³).
func (p Printer) LimitText(ind *standard.Indicator, l *standard.Limit, value float64, unit string, short bool) Markup {
	key := sign(ind)
	if l.Currency != "" && l.Currency != unit {
		unit = l.Currency
	}
	if l.PerHour && unit != "" {
		return p.W.Say("line.hourly", "limit", p.W.Decimal(value, 0), "unit", p.W.Unit(unit), "rate", p.W.Money(l.Limit, l.Currency))
	}
	if own := p.sourceUnit(ind, l); own != "" {
		text := p.W.Say(key, "limit", Markup(p.W.Exact(l.Limit)), "unit", p.W.Unit(own))
		converted := p.W.Say("amount", "n", Markup(p.W.Figure(nil, value, math.NaN())), "unit", p.W.Unit(unit))
		return p.W.Say("limit.own", "own", text, "converted", converted)
	}
	if short && p.W.Has("line."+ind.ID) {
		key = "line." + ind.ID
	}
	return p.W.Say(key, "limit", Markup(p.W.Exact(value)), "unit", p.W.UnitOf(value, unit))
}

// sourceUnit is the unit that the source of a limit gives it in, blank where that is the unit of the figures.
func (p Printer) sourceUnit(ind *standard.Indicator, l *standard.Limit) string {
	area := p.Standard.Area(l.Area)
	if area == nil || ind.Unit != area.Unit {
		return ""
	}
	if unit, known := area.UnitOf(l.Unit); known && unit.Name != area.Unit {
		return unit.Name
	}
	return ""
}

// sign is the key of the words for at most, or at least.
func sign(ind *standard.Indicator) string {
	if ind.Higher() {
		return "line.higher"
	}
	return "line.lower"
}

// LimitSource names where a limit comes from and since when it holds.
func (p Printer) LimitSource(l *standard.Limit) Markup {
	kind := p.W.Name("limit.kind", l.Kind)
	if l.From == 0 {
		return p.W.Say("line.undated", "kind", kind, "source", l.Source) + p.LimitMark(l)
	}
	return p.W.Say("line.source", "kind", kind, "source", l.Source, "from", p.W.Month(l.From)) + p.LimitMark(l)
}

// LimitShort is the limit of a figure with its sign and unit, as briefly as the language has it: ≤ 8 a room.
func (p Printer) LimitShort(r *told.Figure) Markup {
	if r.Limit == nil {
		return p.W.Word("line.none")
	}
	return p.LimitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, true)
}

// LimitName is LimitSource without since when it holds, which the list of limits has.
func (p Printer) LimitName(l *standard.Limit) Markup {
	return p.W.Say("line.undated", "kind", p.limitKind(l), "source", l.Source) + p.LimitMark(l)
}

// limitKind is law, code or target; of a target that is years old also how old.
func (p Printer) limitKind(l *standard.Limit) Markup {
	const year = 365
	kind := p.W.Name("limit.kind", l.Kind)
	if age := int(p.On-l.From) / year; l.Kind == standard.Target && l.From != 0 && age >= oldTarget {
		return p.W.Say("limit.old", "source", kind, "count", age)
	}
	return kind
}

// oldTarget is the age in years from which a target is said to be old: prices have moved on.
const oldTarget = 2

// LimitMark is the † of a limit that nobody has verified against its source; those who are read to are told so in words.
func (p Printer) LimitMark(l *standard.Limit) Markup {
	if l.Verified {
		return ""
	}
	return p.W.Sign("limit.unverified.mark", "limit.unverified.says")
}

// LimitRow is one limit that figures of the document were held against, with what they are of.
type LimitRow struct {
	*standard.Limit
	Of            *standard.Area
	By            *standard.Indicator
	About         []string // the subjects of the figures, none where they have none
	OtherExchange bool     // it is in force, but nothing here can be held against it
}

// LimitRows are the limits that the shown figures of the factory were held against. Those of one value, source and clause
// are one row.
func (t *FactoryText) LimitRows() []LimitRow {
	var out []LimitRow
	for _, st := range t.Areas(t.F) {
		for _, row := range LimitRows(t.LimitsOf(st)) {
			at := slices.IndexFunc(out, row.isLike)
			if at < 0 {
				out = append(out, row)
				continue
			}
			for _, subject := range row.About {
				if !slices.Contains(out[at].About, subject) {
					out[at].About = append(out[at].About, subject)
				}
			}
		}
	}
	return out
}

// isLike says that two rows differ in nothing but their subjects.
func (row LimitRow) isLike(other LimitRow) bool {
	a, b := *row.Limit, *other.Limit
	return row.By == other.By && row.OtherExchange == other.OtherExchange && len(row.About) > 0 && len(other.About) > 0 &&
		a.Limit == b.Limit && a.Unit == b.Unit && a.Kind == b.Kind && a.Source == b.Source && a.Clause == b.Clause && a.From == b.From &&
		a.Verified == b.Verified && a.Jurisdiction == b.Jurisdiction
}

// SourceRows are the limits of one area that one source sets, by its clauses.
type SourceRows struct {
	LimitRow // the first of them, which has the area, kind, source and date of all
	Clauses  []ClauseRows
}

// ClauseRows are the limits of one clause, blank where the source gives none.
type ClauseRows struct {
	Clause string
	Rows   []LimitRow
}

// BySource gathers limits of one area, kind, source and date, and in these those of one clause, in the order of the first of
// each: toluene ≤ 50 and xylene ≤ 50 of table 1, benzene ≤ 3 of table 2.
func BySource(rows []LimitRow) []SourceRows {
	var out []SourceRows
	for _, row := range rows {
		at := slices.IndexFunc(out, func(s SourceRows) bool { return s.isOfOneSource(row) })
		if at < 0 {
			at, out = len(out), append(out, SourceRows{LimitRow: row})
		}
		out[at].Clauses = withClause(out[at].Clauses, row)
	}
	return out
}

// withClause puts a limit to the others of its clause.
func withClause(clauses []ClauseRows, row LimitRow) []ClauseRows {
	at := slices.IndexFunc(clauses, func(c ClauseRows) bool { return c.Clause == row.Clause })
	if at < 0 {
		at, clauses = len(clauses), append(clauses, ClauseRows{Clause: row.Clause})
	}
	clauses[at].Rows = append(clauses[at].Rows, row)
	return clauses
}

// isOfOneSource says that the same source sets both limits, for the same area from the same day.
func (row LimitRow) isOfOneSource(other LimitRow) bool {
	a, b := row.Limit, other.Limit
	return row.Of == other.Of && row.OtherExchange == other.OtherExchange && a.Exchange == b.Exchange &&
		a.Kind == b.Kind && a.Source == b.Source && a.From == b.From
}

// LimitRows are limits with what they were used for.
func LimitRows(uses []told.LimitUse) []LimitRow {
	var out []LimitRow
	for _, use := range uses {
		row := LimitRow{Limit: use.Limit, Of: use.Figure.Area, By: use.Figure.Indicator, OtherExchange: use.OtherExchange}
		if use.Figure.Subject != "" {
			row.About = []string{use.Figure.Subject}
		}
		out = append(out, row)
	}
	return out
}

// LimitFor is what a limit is for: substances or processes, else an indicator.
func (p Printer) LimitFor(row LimitRow) Markup {
	if len(row.About) == 0 {
		return p.W.Indicator(row.By)
	}
	var names []string
	for _, subject := range row.About {
		names = append(names, string(p.W.Subject(p.Standard, row.Of, subject)))
	}
	return p.W.List("comma", names)
}

// LimitValue is a limit in the unit of its source.
func (p Printer) LimitValue(row LimitRow) Markup {
	unit := row.Unit
	if row.By.Unit == "" {
		unit = ""
	}
	return p.W.Say(sign(row.By), "limit", Markup(p.W.Exact(row.Limit.Limit)), "unit", p.W.UnitOf(row.Limit.Limit, unit))
}

// LimitKind is law, code or target; of noise with an exchange rate that is not comparable.
func (p Printer) LimitKind(row LimitRow) Markup {
	kind := p.limitKind(row.Limit)
	if row.OtherExchange {
		return p.W.Say("limit.exchange", "kind", kind, "rate", row.Exchange)
	}
	return kind
}

// LimitWhere is the country or region where a limit holds.
func (p Printer) LimitWhere(row LimitRow) Markup {
	if row.Jurisdiction == "*" {
		return p.W.Word("disclosure.everywhere")
	}
	return Markup(Text(row.Jurisdiction).String())
}

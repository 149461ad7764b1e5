package compose

import (
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// LimitText is a limit with its sign and unit: ≤ 85 dB(A).
func (p Printer) LimitText(ind *standard.Indicator, l *standard.Limit, value float64, unit string, short bool) Markup {
	key := sign(ind)
	if l.Currency != "" && l.Currency != unit {
		unit = l.Currency
	}
	if l.PerHour && unit != "" {
		return p.W.Say("line.hourly", "limit", p.W.Decimal(value, 0), "unit", p.W.Unit(unit), "rate", p.W.Decimal(l.Limit, 2))
	}
	if short && p.W.Has("line."+ind.ID) {
		key = "line." + ind.ID
	}
	return p.W.Say(key, "limit", Markup(p.W.Exact(value)), "unit", p.W.UnitOf(value, unit))
}

// sign is the key of the words for at most, or at least.
func sign(ind *standard.Indicator) string {
	if ind.Higher() {
		return "line.higher"
	}
	return "line.lower"
}

// AreaLimit tells the limit that governs the indicator that speaks for an area; for an area judged by two plain
// indicators both.
func (p Printer) AreaLimit(st *told.AreaStatus) Markup {
	r := st.Lead
	if r.Limit == nil {
		return p.W.Word("line.none")
	}
	line := p.LimitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, r.Subject == "")
	for _, other := range besideLead(st) {
		second := p.LimitText(other.Indicator, other.Limit, other.LimitValue, other.Unit, true)
		line = p.W.Say("line.two", "first", line, "second", second)
	}
	return line
}

// AreaSource names where the limits of AreaLimit come from, each source once.
func (p Printer) AreaSource(st *told.AreaStatus) Markup {
	r := st.Lead
	if r.Limit == nil {
		return ""
	}
	text := p.LimitSource(r.Limit)
	for _, other := range besideLead(st) {
		if other.Limit.Source != r.Limit.Source {
			text = p.joined(text, p.LimitSource(other.Limit))
		}
	}
	return text
}

// besideLead are the figures whose limit is named beside that of the lead: of the next plain indicator in the area's file
// that is no target.
func besideLead(st *told.AreaStatus) []*told.Figure {
	var out []*told.Figure
	for _, other := range st.Rows {
		if other != st.Lead && other.Subject == "" && st.Lead.Subject == "" && other.Limit != nil &&
			isSecond(st.Area, other.Indicator) {
			out = append(out, other)
		}
	}
	return out
}

// isSecond says that an indicator is the first of its area's file that is neither the lead nor a target.
func isSecond(a *standard.Area, wanted *standard.Indicator) bool {
	for i := range a.Indicators {
		ind := &a.Indicators[i]
		if ind.ID != a.Lead && !ind.OnlyWithLimit {
			return ind == wanted
		}
	}
	return false
}

// LimitSource names where a limit comes from and since when it holds.
func (p Printer) LimitSource(l *standard.Limit) Markup {
	kind := p.W.Name("limit.kind", l.Kind)
	if l.From == 0 {
		return p.W.Say("line.undated", "kind", kind, "source", l.Source) + p.LimitMark(l)
	}
	return p.W.Say("line.source", "kind", kind, "source", l.Source, "from", p.W.Month(l.From)) + p.LimitMark(l)
}

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
	About         string // the subject of the figures, blank where they have none
	OtherExchange bool   // it is in force, but nothing here can be held against it
}

// LimitRows are the limits that the shown figures of the factory were held against.
func (t *FactoryText) LimitRows() []LimitRow {
	var out []LimitRow
	for _, st := range t.Areas(t.F) {
		out = append(out, LimitRows(t.LimitsOf(st))...)
	}
	return out
}

// LimitRows are limits with what they were used for.
func LimitRows(uses []told.LimitUse) []LimitRow {
	var out []LimitRow
	for _, use := range uses {
		r := use.Figure
		out = append(out, LimitRow{use.Limit, r.Area, r.Indicator, r.Subject, use.OtherExchange})
	}
	return out
}

// LimitFor is what a limit is for: a substance or process, else an indicator.
func (p Printer) LimitFor(row LimitRow) Markup {
	if row.About != "" {
		return p.W.Subject(p.Standard, row.Of, row.About)
	}
	return p.W.Indicator(row.By)
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
	kind := p.W.Name("limit.kind", row.Kind)
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

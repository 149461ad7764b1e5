package compose

import (
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// lineOf tells the limit that governs, with its source; for an area judged by two plain indicators both.
func (t *FactoryText) lineOf(st *told.AreaStatus) (line, note Markup) {
	r := st.Lead
	if r.Limit == nil {
		return t.W.Word("line.none"), ""
	}
	line = t.LimitText(r.Indicator, r.Limit, r.LimitValue, r.Unit, r.Subject == "")
	for _, other := range st.Rows {
		if other != r && other.Subject == "" && r.Subject == "" && !other.Indicator.OnlyWithLimit && second(st.Area, other) && other.Limit != nil {
			line = t.W.Say("line.two", "first", line, "second", t.LimitText(other.Indicator, other.Limit, other.LimitValue, other.Unit, true))
			if other.Limit.Source != r.Limit.Source {
				note = t.W.Word("list.semicolon") + t.sourceText(other.Limit)
			}
		}
	}
	return line, t.sourceText(r.Limit) + note
}

// second says that an indicator is the one named beside the lead: the next in its area's file that is no target.
func second(a *standard.Area, r *told.Figure) bool {
	for i := range a.Indicators {
		ind := &a.Indicators[i]
		if ind.ID != a.Lead && !ind.OnlyWithLimit {
			return ind == r.Indicator
		}
	}
	return false
}

// LimitText is a limit with its sign and unit: ≤ 85 dB(A).
func (t *FactoryText) LimitText(ind *standard.Indicator, l *standard.Limit, value float64, unit string, short bool) Markup {
	key := "line.lower"
	if ind.Higher() {
		key = "line.higher"
	}
	if l.Currency != "" && l.Currency != unit {
		unit = l.Currency
	}
	if l.PerHour && unit != "" {
		return t.W.Say("line.hourly", "limit", t.W.Decimal(value, 0), "unit", t.W.Unit(unit), "rate", t.W.Decimal(l.Limit, 2))
	}
	if short && t.W.Has("line."+ind.ID) {
		key = "line." + ind.ID
	}
	return t.W.Say(key, "limit", Markup(t.W.Exact(value)), "unit", t.W.Unit(unit))
}

// sourceText names where a limit comes from and since when it holds.
func (t *FactoryText) sourceText(l *standard.Limit) Markup {
	mark := Markup("")
	if !l.Verified {
		mark = t.W.Word("limit.unverified.mark")
	}
	if l.From == 0 {
		return t.W.Say("line.undated", "kind", t.W.Name("limit.kind", l.Kind), "source", l.Source) + mark
	}
	return t.W.Say("line.source", "kind", t.W.Name("limit.kind", l.Kind), "source", l.Source, "from", t.W.Month(l.From)) + mark
}

// LimitRow is one limit that figures of the document were held against.
type LimitRow struct {
	Area, For, Value, Kind Markup
	Source, Clause         Text
	From                   Text
	Where                  Text // jurisdiction, in documents about the programme
	Verified               bool
	Mark                   Markup // † where it is not verified

}

// LimitRows tells every limit that the shown figures of the factory were held against.
func (t *FactoryText) LimitRows() []LimitRow {
	var out []LimitRow
	for _, st := range t.Areas(t.F) {
		for _, use := range t.LimitsOf(st) {
			out = append(out, limitRow(t.Source, t.W, use))
		}
	}
	return out
}

// LimitRows tells limits of all factories, with where each holds.
func (o *Programme) LimitRows(uses []told.LimitUse) []LimitRow {
	var out []LimitRow
	for _, use := range uses {
		row := limitRow(o.Source, o.W, use)
		if row.Where = Text(use.Jurisdiction); row.Where == "*" {
			row.Where = Text(o.W.Word("disclosure.everywhere"))
		}
		out = append(out, row)
	}
	return out
}

func limitRow(s *Source, w *language.Words, use told.LimitUse) LimitRow {
	r, l := use.Figure, use.Limit
	row := LimitRow{Area: w.Area(r.Area), For: w.Indicator(r.Indicator), Kind: w.Name("limit.kind", l.Kind), Source: Text(l.Source),
		Clause: Text(l.Clause), From: Text(w.CellDate(l.From)), Verified: l.Verified}
	if use.OtherExchange {
		row.Kind = w.Say("limit.exchange", "kind", row.Kind, "rate", l.Exchange)
	}
	if r.Subject != "" {
		row.For = w.Subject(s.Standard, r.Area, r.Subject)
	}
	key, unit := "line.lower", l.Unit
	if r.Indicator.Higher() {
		key = "line.higher"
	}
	if r.Indicator.Unit == "" {
		unit = ""
	}
	row.Value = w.Say(key, "limit", Markup(w.Exact(l.Limit)), "unit", w.Unit(unit))
	if !l.Verified {
		row.Mark = w.Word("limit.unverified.mark")
	}
	return row
}

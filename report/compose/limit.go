package compose

import (
	"plimsoll/report/benchmark"
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
func second(a *standard.Area, r *benchmark.Result) bool {
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

	Limit *standard.Limit // for who chooses among the rows
}

// LimitRows lists every limit that the shown figures were held against, once.
func (t *FactoryText) LimitRows(list []*told.AreaStatus) []LimitRow {
	var out []LimitRow
	for _, st := range list {
		seen := map[*standard.Limit]bool{}
		for _, r := range st.Rows {
			for _, u := range r.Units {
				if u.Limit != nil && !seen[u.Limit] {
					seen[u.Limit] = true
					out = append(out, t.limitRow(st.Area, r, u.Limit))
				}
			}
		}
		out = append(out, t.otherExchange(st)...)
	}
	return out
}

// otherExchange lists limits of noise on another exchange rate: they hold, but no reading here can be held against them.
func (t *FactoryText) otherExchange(st *told.AreaStatus) []LimitRow {
	var out []LimitRow
	if st.Lead == nil {
		return nil
	}
	for _, l := range t.Limits.About(st.Area.ID, t.F.Region, t.F.WageRegion, t.End()) {
		if l.Exchange != 3 && l.Indicator == st.Lead.Indicator.ID {
			row := t.limitRow(st.Area, st.Lead, l)
			row.Kind = t.W.Say("limit.exchange", "kind", row.Kind, "rate", l.Exchange)
			out = append(out, row)
		}
	}
	return out
}

func (t *FactoryText) limitRow(area *standard.Area, r *benchmark.Result, l *standard.Limit) LimitRow {
	row := LimitRow{Area: t.W.Area(area), For: t.W.Indicator(r.Indicator), Kind: t.W.Name("limit.kind", l.Kind), Source: Text(l.Source),
		Clause: Text(l.Clause), From: Text(t.W.CellDate(l.From)), Verified: l.Verified, Limit: l}
	if r.Subject != "" {
		row.For = t.SubjectName(r)
	}
	key := "line.lower"
	if r.Indicator.Higher() {
		key = "line.higher"
	}
	unit := l.Unit
	if r.Indicator.Unit == "" {
		unit = ""
	}
	row.Value = t.W.Say(key, "limit", Markup(t.W.Exact(l.Limit)), "unit", t.W.Unit(unit))
	if !l.Verified {
		row.Mark = t.W.Word("limit.unverified.mark")
	}
	return row
}

// AllLimitRows lists every limit that figures of the reported quarter were held against, once.
func (o *Programme) AllLimitRows() []LimitRow {
	var out []LimitRow
	seen := map[*standard.Limit]bool{}
	for _, area := range o.MeasuredAreas() {
		for _, s := range o.Rows {
			st := s.At(area)
			if st == nil {
				continue
			}
			for _, row := range s.LimitRows([]*told.AreaStatus{st}) {
				if !seen[row.Limit] {
					seen[row.Limit] = true
					if row.Where = Text(row.Limit.Jurisdiction); row.Where == "*" {
						row.Where = Text(o.W.Word("disclosure.everywhere"))
					}
					out = append(out, row)
				}
			}
		}
	}
	return out
}

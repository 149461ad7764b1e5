package compose

import (
	"slices"

	"plimsoll/report/language"
	"plimsoll/report/told"

	"plimsoll/report/problem"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// leftOut lists the problems of the factory's data, the gravest first.
func (t *teller) leftOut() (rows []LeftOutRow, more int) {
	problems := t.factoryProblems(t.f)
	slices.SortStableFunc(problems, func(a, b problem.Problem) int { return int(a.Severity) - int(b.Severity) })
	for i, p := range problems {
		if i == mostLeftOut {
			return rows, len(problems) - mostLeftOut
		}
		rows = append(rows, problemRow(t.w, p))
	}
	return rows, 0
}

// problemRow tells a problem. Its message is English; in another language a few words on what is wrong stand before it.
func problemRow(w *language.Words, p problem.Problem) LeftOutRow {
	row := LeftOutRow{Place: Text(p.Place.String()), Message: Markup(Text(p.Message).String()), What: w.Name("severity.problem", p.Severity.String())}
	if what, ok := w.Own("problem." + p.Code); ok && !w.IsEnglish() {
		row.Message = w.Say("problem.told", "what", what, "message", row.Message)
	}
	return row
}

// limitRows lists every limit that the shown figures were held against, once.
func (t *teller) limitRows(list []*told.AreaStatus) []LimitRow {
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
func (t *teller) otherExchange(st *told.AreaStatus) []LimitRow {
	var out []LimitRow
	if st.Lead == nil {
		return nil
	}
	for _, l := range t.Limits.About(st.Area.ID, t.f.Region, t.f.WageRegion, t.End()) {
		if l.Exchange != 3 && l.Indicator == st.Lead.Indicator.ID {
			row := t.limitRow(st.Area, st.Lead, l)
			row.Kind = t.w.Say("limit.exchange", "kind", row.Kind, "rate", l.Exchange)
			out = append(out, row)
		}
	}
	return out
}

func (t *teller) limitRow(area *standard.Area, r *benchmark.Result, l *standard.Limit) LimitRow {
	row := LimitRow{Area: t.w.Area(area), For: t.w.Indicator(r.Indicator), Kind: t.w.Name("limit.kind", l.Kind), Source: Text(l.Source),
		Clause: Text(l.Clause), From: Text(t.w.CellDate(l.From)), Verified: l.Verified, limit: l}
	if r.Subject != "" {
		row.For = t.subjectName(r)
	}
	key := "line.lower"
	if r.Indicator.Higher() {
		key = "line.higher"
	}
	unit := l.Unit
	if r.Indicator.Unit == "" {
		unit = ""
	}
	row.Value = t.w.Say(key, "limit", Markup(t.w.Exact(l.Limit)), "unit", t.w.Unit(unit))
	if !l.Verified {
		row.Mark = t.w.Word("limit.unverified.mark")
	}
	return row
}

// notes says what a reader of these figures must know.
func (t *teller) notes(list []*told.AreaStatus) []Markup {
	var out []Markup
	for _, st := range list {
		if st.Last == nil {
			continue
		}
		if st.Area.Kind.OfPay() && judgedByAverage(st) {
			out = append(out, t.w.Say("note.average", "area", t.w.Area(st.Area)))
		}
		if st.Last.HasBaseline && st.Last.BaselinePeriod > t.First && t.brokeAt(st.Last) {
			out = append(out, t.w.Say("note.break", "area", t.w.Area(st.Area), "since", t.w.Quarter(st.Last.BaselinePeriod)))
		}
		if !st.Last.CountsPeople {
			out = append(out, t.w.Say("note.places", "area", t.w.Area(st.Area)))
		}
	}
	return out
}

// brokeAt says whether the series of a row began with a change of method.
func (t *teller) brokeAt(r *benchmark.Result) bool {
	return len(r.Series) > 0 && r.Series[0].Verdict == benchmark.Break
}

// judgedByAverage says that some groups gave no lowest pay, so that their average was held against the minimum wage.
func judgedByAverage(st *told.AreaStatus) bool {
	for _, r := range st.Rows {
		if !r.Indicator.IsMinimum() {
			continue
		}
		for i := range r.Units {
			if r.Units[i].ByAverage() {
				return true
			}
		}
	}
	return false
}

// peersNote says whom the grey line stands for, or why there is none.
func (t *teller) peersNote(list []*told.AreaStatus) Markup {
	most := 0
	for _, st := range list {
		if st.Lead != nil && st.Lead.HasPeers {
			most = max(most, st.Lead.PeersN)
		}
	}
	switch {
	case most == 0:
		return t.w.Word("peers.none")
	case most < benchmark.LeastPeers:
		return t.w.Say("peers.few", "count", most)
	}
	return t.w.Say("peers.median", "count", most)
}

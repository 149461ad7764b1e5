package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// AreaView is where a factory stands in an area: values, which the functions of templates print.
type AreaView struct {
	*told.AreaStatus
	Mark    string // name of the symbol of its status
	Refused int    // cells of the area's sheets that were left out for the factory, whatever quarter they were of
}

// AreaView puts together where the factory stands in an area.
func (t *FactoryText) AreaView(st *told.AreaStatus) AreaView {
	return AreaView{AreaStatus: st, Mark: MarkOf(st), Refused: t.refused(st.Area)}
}

// HasShare says that something was judged, so that there is a share within.
func (v AreaView) HasShare() bool { return v.Last != nil && !math.IsNaN(v.Last.Within) }

// notApplicable is the symbol of an area that a factory cannot have: dormitories where nobody lives in one.
const notApplicable = "not-applicable"

// MarkOf is the symbol of where a factory stands: its status, or that there is no dormitory to measure.
func MarkOf(st *told.AreaStatus) string {
	if st.Last == nil && st.Area.Kind.InDormitories() && st.Factory.Dormitory == "no" {
		return notApplicable
	}
	return st.Overall.Status
}

// StatusWord names where a factory stands in an area.
func (p Printer) StatusWord(st *told.AreaStatus) Markup {
	word := p.W.Name("status", st.Overall.Status)
	switch {
	case MarkOf(st) == notApplicable:
		return p.W.Word("status.no-dormitory")
	case st.Overall.Carried && st.Overall.Status != benchmark.Stale:
		return p.W.Say("status.carried", "status", word)
	}
	return word
}

// Measured is when an area was last measured: a day, of pay a month.
func (p Printer) Measured(st *told.AreaStatus) string {
	switch {
	case st.Last == nil:
		return "–"
	case st.Area.Kind.OfPay():
		return p.W.Month(st.Last.Measured)
	}
	return p.W.CellDate(st.Last.Measured)
}

// ShareNote says what a share leaves out, and why there is none.
func (p Printer) ShareNote(v AreaView) Markup {
	if v.Last == nil {
		return p.W.Word("share.none")
	}
	note := p.joined(p.Unjudged(v.AreaStatus), p.refused(v.Refused))
	if note == "" && math.IsNaN(v.Last.Within) {
		return p.W.Name("status", v.Last.Status)
	}
	return note
}

// LevelNote is the short line under a level: its unit and what it is of.
func (p Printer) LevelNote(r *told.Figure) Markup {
	return p.W.SayOf("level.", r.Indicator.ID, "any", "unit", p.W.Unit(r.Unit), "subject", p.SubjectName(r),
		"indicator", p.W.Indicator(r.Indicator))
}

// joined puts notes together.
func (p Printer) joined(notes ...Markup) Markup {
	var all Markup
	for _, n := range notes {
		if all != "" && n != "" {
			all += p.W.Word("list.semicolon")
		}
		all += n
	}
	return all
}

func (p Printer) refused(cells int) Markup {
	if cells == 0 {
		return ""
	}
	return p.W.Say("share.refused", "count", cells)
}

// refused counts the cells of an area's sheets that were left out for this factory.
func (t *FactoryText) refused(area *standard.Area) int {
	n := 0
	for _, i := range t.problems[t.F.ID] {
		if p := &t.Problems[i]; p.Severity == problem.Error && area.Sheet.Named(p.Sheet) {
			n++
		}
	}
	return n
}

// Unjudged counts what could not be judged: of the area as a whole, else of its indicators.
func (p Printer) Unjudged(st *told.AreaStatus) Markup {
	if r := st.Last; r.UnjudgedCount > 0 {
		return p.W.Say("share.unjudged", "count", r.UnjudgedCount, "all", r.N)
	}
	count, all := 0, 0
	for _, r := range st.Rows {
		if r.UnjudgedCount > 0 && !r.Indicator.OnlyWithLimit {
			count, all = count+r.UnjudgedCount, all+r.N
		}
	}
	if count == 0 {
		return ""
	}
	return p.W.Say("share.unjudged", "count", count, "all", all)
}

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
	Mark    string       // name of the symbol of its status
	Shown   *told.Figure // the indicator that is told beside the share; nil where there is none
	Refused int          // cells of the area's sheets that were left out for the factory, whatever quarter they were of
	Lost    bool         // a whole sheet of the area was left out
}

// AreaView puts together where the factory stands in an area.
func (t *FactoryText) AreaView(st *told.AreaStatus) AreaView {
	v := AreaView{AreaStatus: st, Mark: MarkOf(st), Shown: Shown(st)}
	for _, p := range t.FactoryProblems(t.F) {
		if p.Severity != problem.Error || !st.Area.Sheet.Named(p.Sheet) {
			continue
		}
		switch {
		case p.Factory == t.F.ID:
			v.Refused++
		case p.Row == 0:
			v.Lost = true
		}
	}
	return v
}

// Shown is the figure that is told beside the share of an area: the one that speaks for it; but where that one is not
// beyond its limit and others are, the gravest of these, so that a share under 100 % is explained.
func Shown(st *told.AreaStatus) *told.Figure {
	if st.Lead == nil || isBeyondLimit(st.Lead) {
		return st.Lead
	}
	var worst *Item
	for _, r := range st.Rows {
		if r.Indicator.Apart { // it is no part of the share
			continue
		}
		if it, any := beyondItem(st, r); any && it.Rank < MissesTarget && (worst == nil || it.Compare(*worst) < 0) {
			worst = &it
		}
	}
	if worst == nil {
		return st.Lead
	}
	return worst.Figure
}

// isBeyondLimit says that a figure lies beyond a limit that is no target.
func isBeyondLimit(r *told.Figure) bool {
	return r.Status == benchmark.Beyond && (r.Limit == nil || r.Limit.Kind != standard.Target)
}

// TooFewJudged says that fewer than half of the people measured could be judged, so that no share of them is told.
func TooFewJudged(r *told.Figure) bool {
	within, beyond, unjudged := benchmark.People(r.Units)
	return within+beyond < unjudged
}

// HasShare says that enough was judged for a share within.
func (v AreaView) HasShare() bool {
	return v.Last != nil && !math.IsNaN(v.Last.Within) && !TooFewJudged(v.Last)
}

// notApplicable is the symbol of an area that a factory cannot have: dormitories where nobody lives in one.
const notApplicable = "not-applicable"

// MarkOf is the symbol of where a factory stands: its status, or that there is no dormitory to measure.
func MarkOf(st *told.AreaStatus) string {
	if st.Last == nil && st.Area.Kind.InDormitories() && st.Factory.Dormitory == "no" {
		return notApplicable
	}
	return st.Overall.Status
}

// MarkWord names the symbol of a status.
func (p Printer) MarkWord(mark string) Markup {
	if mark == notApplicable {
		return p.W.Word("status.no-dormitory")
	}
	return p.W.Name("status", mark)
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

// AreaPeople counts who is within, of how many judged: 120 of 240; blank where nothing was judged.
func (p Printer) AreaPeople(st *told.AreaStatus) Markup {
	if st.Last == nil || math.IsNaN(st.Last.Within) {
		return ""
	}
	within := peopleIn(st.Last, st.Last.Units, benchmark.IsWithin)
	judged := peopleIn(st.Last, st.Last.Units, benchmark.IsWithin, benchmark.IsBeyond)
	if few := judged - within; st.Last.CountsPeople && (isFew(within) || isFew(few)) {
		return p.W.Say("judged.all", "judged", judged)
	}
	return p.W.Say("judged.of", "within", within, "judged", judged)
}

func isFew(people float64) bool { return people > 0 && people < told.LeastInside }

// AreaNote says whom a share counts, of how many readings, and what it leaves out or why there is none.
func (p Printer) AreaNote(v AreaView) Markup {
	r := v.Last
	if r == nil {
		return p.joined(p.never(v), p.lost(v.Lost), p.refused(v.Refused))
	}
	counted := p.W.Word("judged.places")
	if r.CountsPeople && r.Area.People != "" {
		counted = p.W.Name("judged", r.Area.People)
	}
	note := p.W.Say("judged.n", "counted", counted, "n", r.N)
	if math.IsNaN(r.Within) {
		note = p.W.Say("judged.n", "counted", p.W.Name("status", r.Status), "n", r.N)
	} else if TooFewJudged(r) {
		note = p.joined(note, p.W.Word("share.few"))
	}
	return p.joined(note, p.Unjudged(v.AreaStatus), p.OnlyJudged(v.AreaStatus), p.lost(v.Lost), p.refused(v.Refused))
}

// never says why there is no reading.
func (p Printer) never(v AreaView) Markup {
	if v.Mark == notApplicable {
		return ""
	}
	return p.W.Word("share.none")
}

func (p Printer) lost(sheet bool) Markup {
	if !sheet {
		return ""
	}
	return p.W.Word("share.lost")
}

// OnlyJudged says what was judged where the indicator that leads an area was not: weekly hours only; no limit known for
// pay. It is blank where that one was judged.
func (p Printer) OnlyJudged(st *told.AreaStatus) Markup {
	lead := st.Lead
	if lead == nil || !math.IsNaN(lead.Within) {
		return ""
	}
	var judged []string
	for _, r := range st.Rows {
		if !math.IsNaN(r.Within) && !r.Indicator.Apart {
			judged = append(judged, string(p.LineName(r)))
		}
	}
	if len(judged) == 0 {
		return ""
	}
	names := p.W.List("comma", judged)
	if lead.Status == benchmark.NoLimit {
		return p.W.SayOf("share.only.", lead.Indicator.ID, "any", "judged", names, "lead", p.LineName(lead))
	}
	return p.W.Say("share.only.unjudged", "judged", names, "lead", p.LineName(lead))
}

// ShareNote says what a share leaves out, and why there is none.
func (p Printer) ShareNote(v AreaView) Markup {
	if v.Last == nil {
		return p.W.Word("share.none")
	}
	note := p.joined(p.Unjudged(v.AreaStatus), p.OnlyJudged(v.AreaStatus), p.lost(v.Lost), p.refused(v.Refused))
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

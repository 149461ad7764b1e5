package compose

import (
	"math"
	"strings"

	"plimsoll/report/benchmark"
	"plimsoll/report/told"
)

// What needs attention and what improved, as templates print it: in a sentence (Attention, Improved), or in the cells of a
// table (Item…).

// Attention tells an item in a sentence.
func (p Printer) Attention(it Item) Markup {
	switch st := it.Status; {
	case st == nil:
		return p.W.Say("attention.critical", "area", p.FindingArea(it.AreaID), "count", len(it.Findings))
	case it.Figure != nil:
		return p.beyond(it)
	case st.Last == nil:
		return p.W.Say("attention.never", "area", p.W.Area(st.Area))
	default:
		return p.W.Say("attention.stale", "area", p.W.Area(st.Area), "date", p.W.Date(st.Last.Measured), "share", p.Percent(st.Last.Within))
	}
}

// beyond tells a figure that lies beyond its limit.
func (p Printer) beyond(it Item) Markup {
	r, group := it.Figure, "attention."
	if it.Rank == MissesTarget {
		group = "attention.target."
	}
	text := p.W.SayOf(group, r.Indicator.ID, "any", "area", p.W.Area(r.Area), "who", p.who(r, it.Beyond), "subject", p.SubjectName(r),
		"indicator", p.W.Indicator(r.Indicator), "limit", p.limitAmount(it), "worst", p.Worst(r), "place", p.WorstPlace(r))
	if r.Verdict == benchmark.Worsened {
		text = p.W.AddSentence(text, p.W.Say("attention.worsened", "then", Amount(p.W, r, r.BaselineLevel), "now", Amount(p.W, r, r.Level),
			"since", p.W.Quarter(r.BaselinePeriod)))
	}
	return p.carried(it.Status, text)
}

// carried adds when it was measured, where that was not in the reported quarter.
func (p Printer) carried(st *told.AreaStatus, text Markup) Markup {
	if !st.Overall.Carried {
		return text
	}
	return p.W.AddSentence(text, p.W.Say("attention.carried", "date", p.W.Date(st.Last.Measured)))
}

// limitAmount is the limit that an item is about, in the unit of its figure.
func (p Printer) limitAmount(it Item) Markup {
	r, u := it.Figure, it.Limit
	value := Markup(p.W.Exact(u.LimitValue))
	if u.Limit.PerHour {
		value = Markup(p.W.Decimal(u.LimitValue, 0))
	}
	if r.Unit == "" {
		return value
	}
	return p.W.Say("amount", "n", value, "unit", p.W.Unit(r.Unit))
}

// who counts people, or places where people are not known.
func (p Printer) who(r *told.Figure, n float64) Markup {
	word := "people." + r.Area.People
	if !r.CountsPeople || r.Area.People == "" {
		word = "people.places"
	}
	if r.CountsPeople && n > 0 && n < told.LeastInside {
		return p.W.Say(word+".few", "count", told.LeastInside)
	}
	return p.W.Say(word, "count", n)
}

// ItemName is what an item is about: a substance at a place, the pay of a group.
func (p Printer) ItemName(it Item) Markup {
	switch st := it.Status; {
	case st == nil:
		return p.W.Say("item.findings", "area", p.FindingArea(it.AreaID))
	case it.Figure == nil:
		return p.W.Say("item.unknown", "area", p.W.Area(st.Area))
	}
	r := it.Figure
	name := p.W.SayOf("item.", r.Indicator.ID, "any", "area", p.W.Area(r.Area), "what", p.LineName(r), "subject", p.SubjectName(r))
	if place := p.WorstPlace(r); place != "" {
		name += p.W.Word("list.comma") + place
	}
	return name
}

// ItemNote is the small line under its name: where the limit comes from, and that today's level is not known where the
// figure is old.
func (p Printer) ItemNote(it Item) Markup {
	if it.Figure == nil {
		return p.ItemState(it)
	}
	if it.IsOld() {
		return p.joined(p.LimitName(it.Limit.Limit), p.W.Word("item.old"))
	}
	return p.LimitName(it.Limit.Limit)
}

// ItemState says how old the figure of an item is, where it is not of the reported quarter, or why there is none.
func (p Printer) ItemState(it Item) Markup {
	switch st := it.Status; {
	case st == nil:
		return p.W.Say("item.open", "count", len(it.Findings))
	case st.Last == nil:
		return p.W.Word("item.never")
	case st.IsStale():
		return p.joined(p.ItemWhen(it), p.W.Word("item.old"))
	}
	return p.ItemWhen(it)
}

// ItemWhen is when the figure of an item was measured, where that was not in the reported quarter.
func (p Printer) ItemWhen(it Item) Markup {
	if st := it.Status; st != nil && st.Last != nil && st.Overall.Carried {
		return p.W.Say("item.carried", "date", p.W.CellDate(st.Last.Measured))
	}
	return ""
}

// ItemKind is the kind of the limit that is not met: law, code or target.
func (p Printer) ItemKind(it Item) Markup {
	if it.Figure == nil {
		return ""
	}
	return p.limitKind(it.Limit.Limit) + p.LimitMark(it.Limit.Limit)
}

// ItemPeople counts who stands beyond, of how many: 80 of 120 workers.
func (p Printer) ItemPeople(it Item) Markup {
	switch {
	case it.Status == nil:
		return "–"
	case it.Figure == nil:
		return p.ofPeople(it.Status.Last)
	}
	if r := it.Figure; r.CountsPeople && it.Beyond > 0 && it.Beyond < told.LeastInside {
		return p.W.Say("item.few", "count", told.LeastInside, "all", p.who(r, it.Judged))
	}
	return p.W.Say("item.people", "n", it.Beyond, "all", p.who(it.Figure, it.Judged))
}

// ofPeople counts all who were within when an area was last measured.
func (p Printer) ofPeople(r *told.Figure) Markup {
	if r == nil || math.IsNaN(r.Within) {
		return "–"
	}
	return p.W.Say("item.then", "share", p.Percent(r.Within))
}

// ItemWorst is the worst value, of a mean the mean.
func (p Printer) ItemWorst(it Item) Markup {
	if it.Figure == nil {
		return "–"
	}
	return p.Worst(it.Figure)
}

// ItemLimit is the limit that is broken.
func (p Printer) ItemLimit(it Item) Markup {
	if it.Figure == nil {
		return ""
	}
	r, u := it.Figure, it.Limit
	return p.LimitText(r.Indicator, u.Limit, u.LimitValue, r.Unit, false)
}

// namedFindings bounds the findings that an item names.
const namedFindings = 1

// ItemFindings names the findings that are open in the area of an item, the gravest first.
func (p Printer) ItemFindings(it Item) Markup {
	if len(it.Findings) == 0 {
		return p.W.Word("item.nofinding")
	}
	var ids []string
	for _, f := range it.Findings[:min(len(it.Findings), namedFindings)] {
		ids = append(ids, Text(f.ID).String())
	}
	named := p.W.List("comma", ids)
	if more := len(it.Findings) - namedFindings; more > 0 {
		return p.W.Say("item.more", "ids", named, "count", more)
	}
	return named
}

// ItemOverdue says how long the gravest finding is overdue, or that it has no due date.
func (p Printer) ItemOverdue(it Item) Markup {
	switch {
	case len(it.Findings) == 0:
		return "–"
	case it.Findings[0].Overdue > 0:
		return "[" + p.W.Say("finding.late", "count", it.Findings[0].Overdue) + "]{.warn}"
	case it.Findings[0].Due == 0:
		return p.W.Word("finding.undated")
	}
	return p.W.Say("finding.due", "date", p.W.CellDate(it.Findings[0].Due))
}

// ItemDue is the date by which a finding that is overdue was due.
func (p Printer) ItemDue(it Item) string {
	if len(it.Findings) == 0 || it.Findings[0].Overdue == 0 {
		return ""
	}
	return p.W.CellDate(it.Findings[0].Due)
}

// ItemOwner names who must act on the gravest finding.
func (p Printer) ItemOwner(it Item) Markup {
	if len(it.Findings) == 0 {
		return ""
	}
	return p.Owner(it.Findings[0])
}

// Owner names who must act on a finding, or that nobody is named.
func (p Printer) Owner(f FindingRow) Markup {
	if strings.TrimSpace(f.Owner) == "" {
		return p.W.Word("finding.unowned")
	}
	return Markup(Text(f.Owner).String())
}

// Improved tells an area that improved.
func (p Printer) Improved(st *told.AreaStatus) Markup {
	text := p.W.Say("improved.area", "area", p.W.Area(st.Area), "text", p.joined(p.improvedShare(st), p.improvedLevel(st)))
	return p.carried(st, text)
}

// NotCalledImproved tells what rose in an area that is not called improved, since its legal minimum is missed.
func (p Printer) NotCalledImproved(st *told.AreaStatus) Markup {
	text := p.W.Say("improved.uncalled", "area", p.W.Area(st.Area), "text", p.joined(p.improvedShare(st), p.improvedLevel(st)))
	return p.carried(st, text)
}

func (p Printer) improvedShare(st *told.AreaStatus) Markup {
	r := st.Last
	if r.Verdict != benchmark.Improved {
		return ""
	}
	return p.W.Say("improved.share", "then", p.W.Share(r.BaselineLevel), "now", p.W.Share(r.Within), "since", p.W.Quarter(r.BaselinePeriod))
}

func (p Printer) improvedLevel(st *told.AreaStatus) Markup {
	if !leadImproved(st) {
		return ""
	}
	r := st.Lead
	then := Amount(p.W, r, r.BaselineLevel)
	switch rise := RealRise(r); {
	case !math.IsNaN(rise):
		then = p.W.Say("improved.real", "then", then, "real", Amount(p.W, r, r.Level/(1+rise)))
	case r.Indicator.Wage:
		then = p.W.Say("improved.nominal", "then", then)
	}
	return p.W.SayOf("improved.", r.Indicator.ID, "level", "indicator", p.W.Indicator(r.Indicator), "subject", p.SubjectName(r),
		"then", then, "now", Amount(p.W, r, r.Level), "since", p.W.Quarter(r.BaselinePeriod))
}

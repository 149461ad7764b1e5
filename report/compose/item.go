package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Item is something a reader should know: a figure that lies beyond its limit, an area that is not known, or findings.
type Item struct {
	Rank     int
	People   float64          // behind it
	Status   *told.AreaStatus // of its area; nil for findings
	Figure   *told.Figure     // that lies beyond; nil where the area is not known
	Findings Tally
}

// The ranks of what needs attention.
const (
	BeyondLimit = iota
	OverdueFindings
	NotKnown
	BelowTarget
)

// AreaItems lists what needs attention in an area.
func AreaItems(st *told.AreaStatus) []Item {
	switch {
	case MarkOf(st) == notApplicable:
		return nil
	case st.Last == nil || st.IsStale():
		return []Item{{Rank: NotKnown, Status: st}}
	}
	var items []Item
	for _, r := range st.Rows {
		if r.Status != benchmark.Beyond {
			continue
		}
		_, beyond, _ := benchmark.People(r.Units)
		it := Item{Rank: BeyondLimit, People: beyond, Status: st, Figure: r}
		if isTarget(r) {
			it.Rank = BelowTarget
		}
		items = append(items, it)
	}
	return items
}

func isTarget(r *told.Figure) bool { return r.Limit != nil && r.Limit.Kind == standard.Target }

// Attention tells an item in a sentence.
func (p Printer) Attention(it Item) Markup {
	switch st := it.Status; {
	case st == nil:
		return p.W.Say("attention.findings", "overdue", it.Findings.Overdue, "repeated", it.Findings.Repeat)
	case it.Figure != nil:
		return p.beyond(it)
	case st.Last == nil:
		return p.W.Say("attention.never", "area", p.W.Area(st.Area))
	default:
		share := p.W.Say("percent", "n", p.W.Share(st.Last.Within))
		return p.W.Say("attention.stale", "area", p.W.Area(st.Area), "date", p.W.Date(st.Last.Measured), "share", share)
	}
}

// beyond tells a figure that lies beyond its limit.
func (p Printer) beyond(it Item) Markup {
	r, group := it.Figure, "attention."
	if isTarget(r) {
		group = "attention.target."
	}
	text := p.W.SayOf(group, r.Indicator.ID, "any", "area", p.W.Area(r.Area), "who", p.who(r, it.People), "subject", p.SubjectName(r),
		"indicator", p.W.Indicator(r.Indicator), "limit", p.beyondLimit(r), "worst", p.Worst(r), "place", p.WorstPlace(r))
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

// beyondLimit is the limit that an item is about: of the row, or of any unit beyond where the latest has none.
func (p Printer) beyondLimit(r *told.Figure) Markup {
	for i := len(r.Units) - 1; i >= 0; i-- {
		if u := r.Units[i]; u.State == benchmark.IsBeyond && u.Limit != nil {
			value := Markup(p.W.Exact(u.LimitValue))
			if u.Limit.PerHour {
				value = Markup(p.W.Decimal(u.LimitValue, 0))
			}
			if r.Unit == "" {
				return value
			}
			return p.W.Say("amount", "n", value, "unit", p.W.Unit(r.Unit))
		}
	}
	return "–"
}

// who counts the people of an item, or its readings where people are not known.
func (p Printer) who(r *told.Figure, n float64) Markup {
	word := "people." + r.Area.People
	if !r.CountsPeople || r.Area.People == "" {
		word, n = "people.places", placesBeyond(r)
	}
	if r.CountsPeople && n > 0 && n < told.LeastInside {
		return p.W.Say(word+".few", "count", told.LeastInside)
	}
	return p.W.Say(word, "count", n)
}

func placesBeyond(r *told.Figure) float64 {
	spots := map[string]bool{}
	for _, u := range r.Units {
		if u.State == benchmark.IsBeyond {
			spots[u.Spot] = true
		}
	}
	return float64(len(spots))
}

// HasImproved says that the share within or the indicator that speaks for an area improved since its baseline.
func HasImproved(st *told.AreaStatus) bool {
	return st.Last != nil && (st.Last.Verdict == benchmark.Improved || leadImproved(st))
}

func leadImproved(st *told.AreaStatus) bool {
	return st.Lead != nil && st.Lead.Verdict == benchmark.Improved && !math.IsNaN(st.Lead.Change)
}

// Improved tells an area that improved.
func (p Printer) Improved(st *told.AreaStatus) Markup {
	var share, level Markup
	if r := st.Last; r.Verdict == benchmark.Improved {
		share = p.W.Say("improved.share", "then", p.W.Share(r.BaselineLevel), "now", p.W.Share(r.Within), "since", p.W.Quarter(r.BaselinePeriod))
	}
	if leadImproved(st) {
		level = p.improvedLevel(st.Lead)
	}
	text := p.W.Say("improved.area", "area", p.W.Area(st.Area), "text", p.joined(share, level))
	return p.carried(st, text)
}

func (p Printer) improvedLevel(r *told.Figure) Markup {
	then := Amount(p.W, r, r.BaselineLevel)
	if rise := RealRise(r); !math.IsNaN(rise) {
		then = p.W.Say("improved.real", "then", then, "real", Amount(p.W, r, r.Level/(1+rise)))
	}
	return p.W.SayOf("improved.", r.Indicator.ID, "level", "indicator", p.W.Indicator(r.Indicator), "subject", p.SubjectName(r),
		"then", then, "now", Amount(p.W, r, r.Level), "since", p.W.Quarter(r.BaselinePeriod))
}

package compose

import (
	"math"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Item is something a reader should know, with what decides its place in the list.
type Item struct {
	Rank   int     // beyond the line, findings, not known, target missed
	People float64 // behind it
	Area   *standard.Area
	Text   Markup
}

// The ranks of what needs attention.
const (
	BeyondLimit = iota
	OverdueFindings
	NotKnown
	BelowTarget
)

// AreaItems lists what needs attention in an area.
func (t *FactoryText) AreaItems(st *told.AreaStatus) []Item {
	name := t.W.Area(st.Area)
	switch {
	case st.Overall.Status == benchmark.NotMeasured && st.Area.Kind.InDormitories() && t.F.Dormitory == "no":
		return nil
	case st.Last == nil:
		return []Item{{Rank: NotKnown, Text: t.W.Say("attention.never", "area", name)}}
	}
	if st.Overall.Status == benchmark.Stale {
		share := t.W.Say("percent", "n", t.W.Share(st.Last.Within))
		return []Item{{Rank: NotKnown, Text: t.W.Say("attention.stale", "area", name, "date", t.W.Date(st.Last.Measured), "share", share)}}
	}
	var items []Item
	for _, r := range st.Rows {
		if it, ok := t.beyondItem(st, r); ok {
			items = append(items, it)
		}
	}
	return items
}

// beyondItem tells an indicator that lies beyond its limit.
func (t *FactoryText) beyondItem(st *told.AreaStatus, r *told.Figure) (Item, bool) {
	if r.Status != benchmark.Beyond {
		return Item{}, false
	}
	_, beyond, _ := benchmark.People(r.Units)
	it := Item{Rank: BeyondLimit, People: beyond, Area: r.Area}
	group := "attention."
	if r.Limit != nil && r.Limit.Kind == standard.Target {
		it.Rank, group = BelowTarget, "attention.target."
	}
	it.Text = t.W.SayOf(group, r.Indicator.ID, "any", "area", t.W.Area(r.Area), "who", t.who(r, beyond), "subject", t.SubjectName(r),
		"indicator", t.W.Indicator(r.Indicator), "limit", t.beyondLimit(r), "worst", t.Worst(r), "place", t.WorstPlace(r))
	if r.Verdict == benchmark.Worsened {
		it.Text = t.W.AddSentence(it.Text, t.W.Say("attention.worsened", "then", Amount(t.W, r, r.BaselineLevel), "now", Amount(t.W, r, r.Level), "since", t.W.Quarter(r.BaselinePeriod)))
	}
	if st.Overall.Carried {
		it.Text = t.W.AddSentence(it.Text, t.W.Say("attention.carried", "date", t.W.Date(st.Last.Measured)))
	}
	return it, true
}

// beyondLimit is the limit that an item is about: of the row, or of any unit beyond where the latest has none.
func (t *FactoryText) beyondLimit(r *told.Figure) Markup {
	for i := len(r.Units) - 1; i >= 0; i-- {
		if u := r.Units[i]; u.State == benchmark.IsBeyond && u.Limit != nil {
			value := Markup(t.W.Exact(u.LimitValue))
			if u.Limit.PerHour {
				value = Markup(t.W.Decimal(u.LimitValue, 0))
			}
			if r.Unit == "" {
				return value
			}
			return t.W.Say("amount", "n", value, "unit", t.W.Unit(r.Unit))
		}
	}
	return "–"
}

// who counts the people of an item, or its readings where people are not known.
func (t *FactoryText) who(r *told.Figure, n float64) Markup {
	word := "people." + r.Area.People
	if !r.CountsPeople || r.Area.People == "" {
		word, n = "people.places", placesBeyond(r)
	}
	if r.CountsPeople && n > 0 && n < told.LeastInside {
		return t.W.Say(word+".few", "count", told.LeastInside)
	}
	return t.W.Say(word, "count", n)
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

// ImprovedArea tells an area whose share within or lead indicator improved.
func (t *FactoryText) ImprovedArea(st *told.AreaStatus) (Markup, bool) {
	share, lead := st.Last.Verdict == benchmark.Improved, st.Lead != nil && st.Lead.Verdict == benchmark.Improved
	text := Markup("")
	if share {
		text = t.W.Say("improved.share", "then", t.W.Share(st.Last.BaselineLevel), "now", t.W.Share(st.Last.Within), "since", t.W.Quarter(st.Last.BaselinePeriod))
	}
	if lead && !math.IsNaN(st.Lead.Change) {
		then := Amount(t.W, st.Lead, st.Lead.BaselineLevel)
		if real, ok := benchmark.Real(t.Data, t.F.Country, st.Lead.BaselineLevel, st.Lead.BaselinePeriod, st.Lead.Period); ok && st.Lead.Indicator.Wage {
			then = t.W.Say("improved.real", "then", then, "real", Amount(t.W, st.Lead, real))
		}
		level := t.W.SayOf("improved.", st.Lead.Indicator.ID, "level", "indicator", t.W.Indicator(st.Lead.Indicator), "subject", t.SubjectName(st.Lead),
			"then", then, "now", Amount(t.W, st.Lead, st.Lead.Level), "since", t.W.Quarter(st.Lead.BaselinePeriod))
		if text != "" {
			text += t.W.Word("list.semicolon")
		}
		text += level
	}
	if text == "" {
		return "", false
	}
	said := t.W.Say("improved.area", "area", t.W.Area(st.Area), "text", text)
	if st.Overall.Carried {
		said = t.W.AddSentence(said, t.W.Say("attention.carried", "date", t.W.Date(st.Last.Measured)))
	}
	return said, true
}

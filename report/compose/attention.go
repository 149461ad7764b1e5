package compose

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// item is something a reader should know, with what decides its place in the list.
type item struct {
	rank   int     // beyond the line, findings, not known, target missed
	people float64 // behind it
	area   *standard.Area
	text   Markup
}

// The ranks of what needs attention.
const (
	beyondLine = iota
	overdueFindings
	notKnown
	belowTarget
)

// mostBeyond bounds the indicators beyond the line on the first page; the table of all figures has the rest.
const mostBeyond = 4

// attention lists what lies beyond the line, the most people first, then what is overdue, not known, or under a target.
func (t *teller) attention(list []*told.AreaStatus, findings *FindingsView) (texts []Markup, more int) {
	var items []item
	for _, st := range list {
		items = append(items, t.areaItems(st)...)
	}
	if text, ok := t.findingsItem(findings); ok {
		items = append(items, item{rank: overdueFindings, text: text})
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.people, a.people)) })
	shown := oneOfEach(items)
	for i, it := range items {
		if !shown[i] {
			more++
			continue
		}
		texts = append(texts, it.text)
	}
	return texts, more
}

// oneOfEach chooses what the first page shows: of every area beyond its line the item of most people, then others up to
// the bound, and all that is not about a line.
func oneOfEach(items []item) map[int]bool {
	shown, areas, beyond := map[int]bool{}, map[*standard.Area]bool{}, 0
	for i, it := range items {
		if it.rank != beyondLine {
			shown[i] = true
		} else if !areas[it.area] {
			areas[it.area], shown[i] = true, true
			beyond++
		}
	}
	for i := range items {
		if !shown[i] && beyond < mostBeyond {
			shown[i] = true
			beyond++
		}
	}
	return shown
}

func (t *teller) areaItems(st *told.AreaStatus) []item {
	name := t.w.Area(st.Area)
	switch {
	case st.Overall.Status == benchmark.NotMeasured && st.Area.Kind.InDormitories() && t.f.Dormitory == "no":
		return nil
	case st.Last == nil:
		return []item{{rank: notKnown, text: t.w.Say("attention.never", "area", name)}}
	}
	if st.Overall.Status == benchmark.Stale {
		share := t.w.Say("percent", "n", t.w.Share(st.Last.Within))
		return []item{{rank: notKnown, text: t.w.Say("attention.stale", "area", name, "date", t.w.Date(st.Last.Measured), "share", share)}}
	}
	var items []item
	for _, r := range st.Rows {
		if it, ok := t.beyondItem(st, r); ok {
			items = append(items, it)
		}
	}
	return items
}

// beyondItem tells an indicator that lies beyond its limit.
func (t *teller) beyondItem(st *told.AreaStatus, r *benchmark.Result) (item, bool) {
	if r.Status != benchmark.Beyond {
		return item{}, false
	}
	_, beyond, _ := benchmark.People(r.Units)
	it := item{rank: beyondLine, people: beyond, area: r.Area}
	group := "attention."
	if r.Limit != nil && r.Limit.Kind == standard.Target {
		it.rank, group = belowTarget, "attention.target."
	}
	it.text = t.w.SayOf(group, r.Indicator.ID, "any", "area", t.w.Area(r.Area), "who", t.who(r, beyond), "subject", t.subjectName(r),
		"indicator", t.w.Indicator(r.Indicator), "limit", t.beyondLimit(r), "worst", t.worst(r), "place", t.worstPlace(r))
	if r.Verdict == benchmark.Worsened {
		it.text = t.w.AddSentence(it.text, t.w.Say("attention.worsened", "then", amount(t.w, r, r.BaselineLevel), "now", amount(t.w, r, r.Level), "since", t.w.Quarter(r.BaselinePeriod)))
	}
	if st.Overall.Carried {
		it.text = t.w.AddSentence(it.text, t.w.Say("attention.carried", "date", t.w.Date(st.Last.Measured)))
	}
	return it, true
}

// beyondLimit is the limit that an item is about: of the row, or of any unit beyond where the latest has none.
func (t *teller) beyondLimit(r *benchmark.Result) Markup {
	for i := len(r.Units) - 1; i >= 0; i-- {
		if u := r.Units[i]; u.State == benchmark.IsBeyond && u.Limit != nil {
			value := Markup(t.w.Exact(u.LimitValue))
			if u.Limit.PerHour {
				value = Markup(t.w.Decimal(u.LimitValue, 0))
			}
			if r.Unit == "" {
				return value
			}
			return t.w.Say("amount", "n", value, "unit", t.w.Unit(r.Unit))
		}
	}
	return "–"
}

// who counts the people of an item, or its readings where people are not known.
func (t *teller) who(r *benchmark.Result, n float64) Markup {
	word := "people." + r.Area.People
	if !r.CountsPeople || r.Area.People == "" {
		word, n = "people.places", placesBeyond(r)
	}
	if r.CountsPeople && n > 0 && n < told.LeastInside {
		return t.w.Say(word+".few", "count", told.LeastInside)
	}
	return t.w.Say(word, "count", n)
}

func placesBeyond(r *benchmark.Result) float64 {
	spots := map[string]bool{}
	for _, u := range r.Units {
		if u.State == benchmark.IsBeyond {
			spots[u.Spot] = true
		}
	}
	return float64(len(spots))
}

// improved lists what got better since the baseline, as plainly.
func (t *teller) improved(list []*told.AreaStatus, findings *FindingsView) []Markup {
	var out []Markup
	for _, st := range list {
		if st.Last == nil || st.Overall.Status == benchmark.Stale {
			continue
		}
		if text, ok := t.improvedArea(st); ok {
			out = append(out, text)
		}
	}
	total := findings.Actions[len(findings.Actions)-1]
	if findings.Summary != "" && total.Overdue == "0" && total.Repeat == "0" {
		out = append(out, findings.Summary)
	}
	return out
}

// improvedArea tells an area whose share within or lead indicator improved.
func (t *teller) improvedArea(st *told.AreaStatus) (Markup, bool) {
	share, lead := st.Last.Verdict == benchmark.Improved, st.Lead != nil && st.Lead.Verdict == benchmark.Improved
	text := Markup("")
	if share {
		text = t.w.Say("improved.share", "then", t.w.Share(st.Last.BaselineLevel), "now", t.w.Share(st.Last.Within), "since", t.w.Quarter(st.Last.BaselinePeriod))
	}
	if lead && !math.IsNaN(st.Lead.Change) {
		then := amount(t.w, st.Lead, st.Lead.BaselineLevel)
		if real, ok := benchmark.Real(t.Data, t.f.Country, st.Lead.BaselineLevel, st.Lead.BaselinePeriod, st.Lead.Period); ok && st.Lead.Indicator.Wage {
			then = t.w.Say("improved.real", "then", then, "real", amount(t.w, st.Lead, real))
		}
		level := t.w.SayOf("improved.", st.Lead.Indicator.ID, "level", "indicator", t.w.Indicator(st.Lead.Indicator), "subject", t.subjectName(st.Lead),
			"then", then, "now", amount(t.w, st.Lead, st.Lead.Level), "since", t.w.Quarter(st.Lead.BaselinePeriod))
		if text != "" {
			text += t.w.Word("list.semicolon")
		}
		text += level
	}
	if text == "" {
		return "", false
	}
	said := t.w.Say("improved.area", "area", t.w.Area(st.Area), "text", text)
	if st.Overall.Carried {
		said = t.w.AddSentence(said, t.w.Say("attention.carried", "date", t.w.Date(st.Last.Measured)))
	}
	return said, true
}

package disclosure

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
)

// findings counts findings by area and action over all factories: no text, no name, no factory.
func (d *disclosure) findings() []Findings {
	type key struct{ area, action string }
	counts := map[key]*compose.Tally{}
	var total compose.Tally
	for _, f := range d.Raised() {
		k := key{f.Area, f.Action}
		if counts[k] == nil {
			counts[k] = &compose.Tally{}
		}
		counts[k].Count(f, d.Start(), d.End())
		total.Count(f, d.Start(), d.End())
	}
	// All findings of some were closed long ago.
	maps.DeleteFunc(counts, func(_ key, n *compose.Tally) bool { return *n == compose.Tally{} })
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b key) int {
		return cmp.Or(d.compareAreas(a.area, b.area), cmp.Compare(rank(compose.Actions(), a.action),
			rank(compose.Actions(), b.action)))
	})
	var out []Findings
	for i, k := range keys {
		row := Findings{Action: k.action, Tally: *counts[k]}
		if i == 0 || keys[i-1].area != k.area {
			row.Area = k.area
		}
		out = append(out, row)
	}
	if len(d.Raised()) > 0 {
		out = append(out, Findings{Tally: total, Total: true})
	}
	return out
}

// compareAreas orders areas as the standard does, those it does not know behind by their ids.
func (d *disclosure) compareAreas(a, b string) int {
	order := d.Standard.AreaIDs()
	return cmp.Or(cmp.Compare(rank(order, a), rank(order, b)), cmp.Compare(a, b))
}

// rank is the place in a list, behind all for what is not in it.
func rank(list []string, id string) int {
	if i := slices.Index(list, id); i >= 0 {
		return i
	}
	return len(list)
}

// inQuarter says that a finding was open in the quarter, if only for a day.
func (d *disclosure) inQuarter(f *audit.Finding) bool { return f.Closed == 0 || f.Closed >= d.Start() }

// critical tells of every factory with a critical finding in the quarter what became of them.
func (d *disclosure) critical() []Critical {
	var out []Critical
	for _, s := range d.Active() {
		findings := slices.DeleteFunc(slices.Clone(d.findingsOf[s.F]), func(f *audit.Finding) bool {
			return f.Severity != "critical" || !d.inQuarter(f)
		})
		if len(findings) > 0 {
			row := Critical{ID: Text(s.F.ID), Name: Text(d.W.NameOf(s.F)), Areas: d.byArea(findings)}
			if s.F.Ended <= d.End() {
				row.Ended = s.F.Ended
			}
			for _, f := range findings {
				row.count(f, d)
			}
			out = append(out, row)
		}
	}
	return out
}

// count adds a critical finding of the quarter.
func (c *Critical) count(f *audit.Finding, d *disclosure) {
	add := func(to *int, yes bool) {
		if yes {
			*to++
		}
	}
	open := f.IsOpen(d.End())
	c.Findings++
	add(&c.Open, open)
	add(&c.Overdue, f.IsOverdue(d.End()))
	add(&c.Closed, !open)
	add(&c.Verified, !open && f.VerifiedBy != "")
	add(&c.Agreed, f.Corrective != "")
	add(&c.Repeat, f.Repeats != "")
	if open && f.Due != 0 && (c.NextDue == 0 || f.Due < c.NextDue) {
		c.NextDue = f.Due
	}
}

// byArea counts findings by area, in the order of areas.
func (d *disclosure) byArea(findings []*audit.Finding) []AreaCount {
	counts := map[string]int{}
	for _, f := range findings {
		counts[f.Area]++
	}
	var out []AreaCount
	for _, area := range slices.SortedFunc(maps.Keys(counts), d.compareAreas) {
		out = append(out, AreaCount{area, counts[area]})
	}
	return out
}

// suppliers counts what GRI 414-1 and 414-2 ask: suppliers assessed, those with significant impacts (critical
// findings in the quarter), of these those with improvements agreed for every one, and those whose relationship
// ended.
func (d *disclosure) suppliers(v *PublicView) Suppliers {
	s := Suppliers{Assessed: v.Count - v.NotVisited.Count, Impacts: len(v.Critical)}
	for _, c := range v.Critical {
		if c.Agreed == c.Findings {
			s.Agreed++
		}
		if c.Ended != 0 {
			s.Ended++
		}
	}
	visited := map[*audit.Factory]bool{}
	for i := range d.Data.Audits {
		if a := &d.Data.Audits[i]; a.Date <= d.End() {
			visited[a.Factory] = true
		}
	}
	year := strconv.Itoa(d.End().Time().Year())
	for _, f := range d.Active() {
		s.NewKnown = s.NewKnown || f.F.Since != ""
		if strings.HasPrefix(f.F.Since, year) {
			s.New++
			if visited[f.F] {
				s.NewVisited++
			}
		}
	}
	return s
}

// restated counts restated figures by area and reason; the figures themselves may stand for few people.
func (d *disclosure) restated() []Restated {
	var out []Restated
	for _, r := range d.RestatedInPublic(d.Restatements) {
		i := slices.IndexFunc(out, func(o Restated) bool { return o.Area == r.Area && o.Reason == r.Reason })
		if i < 0 {
			i, out = len(out), append(out, Restated{Area: r.Area, Reason: r.Reason})
		}
		out[i].Count++
	}
	return out
}

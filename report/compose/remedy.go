package compose

import (
	"slices"
	"strconv"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// severities in the order of documents; the last is for findings that name none.
func severities() []string { return []string{"critical", "major", "minor", ""} }

// findings tells the findings of all factories at the end of the quarter.
func (o *overview) findings() ReportFindings {
	list := o.raised()
	v := ReportFindings{Any: len(list) > 0, Actions: o.byAction(list), Areas: o.byArea(list), Ages: o.ages(list), Path: o.path(list)}
	for _, f := range list {
		if isOverdue(f, o.End()) {
			t := &teller{Source: o.Source, w: o.w, f: f.Factory}
			row := t.findingRow(f)
			row.Factory = Text(f.Factory.ID)
			v.Overdue = append(v.Overdue, row)
		}
	}
	return v
}

// raised are the findings raised up to the end of the quarter.
func (o *overview) raised() []*audit.Finding {
	var out []*audit.Finding
	for i := range o.Data.Findings {
		if f := &o.Data.Findings[i]; f.Raised <= o.End() {
			out = append(out, f)
		}
	}
	return out
}

// byAction counts by what is done about findings.
func (o *overview) byAction(list []*audit.Finding) []ActionRow {
	var out []ActionRow
	var total tally
	for _, action := range actions() {
		var n tally
		for _, f := range list {
			if f.Action == action {
				n.count(f, o.Start(), o.End())
				total.count(f, o.Start(), o.End())
			}
		}
		out = append(out, actionRow(o.w.Name("action", action), n))
	}
	last := actionRow(o.w.Word("action.all"), total)
	last.Total = true
	return append(out, last)
}

// byArea counts open findings by area and severity.
func (o *overview) byArea(list []*audit.Finding) []AreaFindings {
	counts := map[string]map[string]int{}
	var areas []string
	for _, f := range list {
		if !isOpen(f, o.End()) {
			continue
		}
		if counts[f.Area] == nil {
			counts[f.Area] = map[string]int{}
			areas = append(areas, f.Area)
		}
		counts[f.Area][f.Severity]++
	}
	rank := func(id string) int {
		return (slices.Index(o.Standard.AreaIDs(), id) + len(counts)*100) % (len(counts) * 100)
	}
	slices.SortStableFunc(areas, func(a, b string) int { return rank(a) - rank(b) })
	var out []AreaFindings
	for _, id := range areas {
		row := AreaFindings{Area: o.w.AreaID(o.Standard, id)}
		all := 0
		for _, severity := range severities() {
			n := counts[id][severity]
			row.Counts, all = append(row.Counts, strconv.Itoa(n)), all+n
		}
		row.All = strconv.Itoa(all)
		out = append(out, row)
	}
	return out
}

// ages counts open findings by the days since they were raised.
func (o *overview) ages(list []*audit.Finding) []AgeRow {
	bounds := []standard.Date{30, 90, 180, 365}
	counts := make([]int, len(bounds)+1)
	for _, f := range list {
		if !isOpen(f, o.End()) {
			continue
		}
		at := slices.IndexFunc(bounds, func(b standard.Date) bool { return o.End()-f.Raised <= b })
		if at < 0 {
			at = len(bounds)
		}
		counts[at]++
	}
	var out []AgeRow
	for i, n := range counts {
		label := o.w.Say("report.age.over", "days", int(bounds[len(bounds)-1]))
		if i < len(bounds) {
			label = o.w.Say("report.age.upto", "days", int(bounds[i]))
		}
		out = append(out, AgeRow{label, strconv.Itoa(n)})
	}
	return out
}

// path counts the way from open over overdue and repeated to an ended relationship.
func (o *overview) path(list []*audit.Finding) []AgeRow {
	var n tally
	for _, f := range list {
		n.count(f, o.Start(), o.End())
	}
	ended := 0
	for _, s := range o.each {
		if s.f.Ended != 0 && s.f.Ended <= o.End() {
			ended++
		}
	}
	return []AgeRow{{o.w.Word("report.path.open"), strconv.Itoa(n.open)}, {o.w.Word("report.path.overdue"), strconv.Itoa(n.overdue)},
		{o.w.Word("report.path.repeated"), strconv.Itoa(n.repeated)}, {o.w.Word("report.path.ended"), strconv.Itoa(ended)}}
}

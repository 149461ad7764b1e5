package quarterly

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
)

// severities in the order of documents; the last is for findings that name none.
func severities() []string { return []string{"critical", "major", "minor", ""} }

// findings tells the findings of all factories at the end of the quarter.
func (q *report) findings() ReportFindings {
	list := q.Raised()
	v := ReportFindings{Any: len(list) > 0, Actions: q.ActionRows(list), Areas: q.byArea(list), Ages: q.ages(list),
		Path: q.path(list)}
	for _, f := range list {
		if compose.IsOverdue(f, q.End()) {
			v.Overdue = append(v.Overdue, q.FindingRow(f))
		}
	}
	return v
}

// byArea counts open findings by area and severity.
func (q *report) byArea(list []*audit.Finding) []AreaFindings {
	counts := map[string]map[string]int{}
	var areas []string
	for _, f := range list {
		if !compose.IsOpen(f, q.End()) {
			continue
		}
		if counts[f.Area] == nil {
			counts[f.Area] = map[string]int{}
			areas = append(areas, f.Area)
		}
		counts[f.Area][f.Severity]++
	}
	rank := func(id string) int {
		return (slices.Index(q.Standard.AreaIDs(), id) + len(counts)*100) % (len(counts) * 100)
	}
	slices.SortStableFunc(areas, func(a, b string) int { return rank(a) - rank(b) })
	var out []AreaFindings
	for _, id := range areas {
		row := AreaFindings{Area: q.W.AreaID(q.Standard, id)}
		all := 0
		for _, severity := range severities() {
			n := counts[id][severity]
			row.Counts, all = append(row.Counts, n), all+n
		}
		row.All = all
		out = append(out, row)
	}
	return out
}

// ages counts open findings by the days since they were raised.
func (q *report) ages(list []*audit.Finding) []AgeRow {
	bounds := []standard.Date{30, 90, 180, 365}
	counts := make([]int, len(bounds)+1)
	for _, f := range list {
		if !compose.IsOpen(f, q.End()) {
			continue
		}
		at := slices.IndexFunc(bounds, func(b standard.Date) bool { return q.End()-f.Raised <= b })
		if at < 0 {
			at = len(bounds)
		}
		counts[at]++
	}
	out := []AgeRow{{q.W.Say("report.age.first", "days", int(bounds[0])), counts[0]}}
	for i := range bounds[1:] {
		label := q.W.Say("report.age.between", "from", int(bounds[i])+1, "days", int(bounds[i+1]))
		out = append(out, AgeRow{label, counts[i+1]})
	}
	over := q.W.Say("report.age.over", "days", int(bounds[len(bounds)-1]))
	return append(out, AgeRow{over, counts[len(bounds)]})
}

// path counts the way from open over overdue and repeated to an ended relationship.
func (q *report) path(list []*audit.Finding) []AgeRow {
	var n compose.Tally
	for _, f := range list {
		n.Count(f, q.Start(), q.End())
	}
	ended := 0
	for _, s := range q.Rows {
		if s.F.Ended != 0 && s.F.Ended <= q.End() {
			ended++
		}
	}
	return []AgeRow{{q.W.Word("report.path.open"), n.Open}, {q.W.Word("report.path.overdue"), n.Overdue},
		{q.W.Word("report.path.repeated"), n.Repeat}, {q.W.Word("report.path.ended"), ended}}
}

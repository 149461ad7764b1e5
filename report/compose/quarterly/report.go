// Package quarterly is the document about all factories, for those who run the programme and decide. In come a
// compose.Programme and a template; out comes a compose.Document.
//
// The view (view.go) holds values: sums of package told, gaps, findings, factories. What is put together here is chosen,
// ranked and cut, never printed; the functions of templates do that (compose.Printer). From the front of the document:
// claim.go (three sentences), areas.go (the areas together, by country and by share), law.go (what lies beyond law, and
// the largest gaps), decisions.go, coverage.go (what is there, and what is missing), matrix.go, then findings.go,
// people.go, making.go, business.go and restated.go.
package quarterly

import (
	"math"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// report is a document about all factories in the making.
type report struct {
	*compose.Programme
	active []*audit.Factory
	gaps   []told.Gap // of all active factories, by gravity
}

// Document makes the document about the programme by a template.
func Document(p *compose.Programme, t *compose.Template) (*compose.Document, error) {
	active := &compose.Programme{Source: p.Source, W: p.W, Rows: p.Active()}
	q := &report{Programme: active, active: p.Source.Active()}
	q.gaps = p.Gaps(q.active)
	view := View{Head: q.Head(t.Kind, q.W), Report: q.view(), Limits: compose.LimitRows(q.AllLimits())}
	return t.Document(q.Source, nil, view, q.charts)
}

// view is everything that the steering committee may be told.
func (q *report) view() *ReportView {
	v := &ReportView{Size: sizeOf(len(q.active)), From: q.Start(), Factories: q.active,
		Audits: len(q.Audits()), Targets: q.Data.Programme.Targets}
	v.Workers, v.Silent = q.workers()
	v.Areas = q.areas()
	v.ShareMarks = q.shareMarks(v.Areas)
	v.Law = q.law(len(v.Areas))
	v.Findings, v.Overdue = q.findings()
	v.Data = q.coverage(v.Areas)
	v.Decisions = q.decisions(v.Data, linesFor(mostDecisions, len(v.Areas)))
	v.Claim = claimOf(v)
	v.New, v.Ended = q.entries(), q.exits()
	q.lists(v)
	return v
}

// lists adds what follows the first page.
func (q *report) lists(v *ReportView) {
	v.Matrix = q.matrix(v.Areas)
	v.MatrixMarks = matrixMarks(v.Matrix)
	for _, a := range v.Areas {
		if a.Coverage.Factories > 0 {
			v.Chapters = append(v.Chapters, a)
		}
	}
	v.Visits, v.Unvisited = q.VisitSums(), q.unvisited()
	v.People, v.Making, v.Business = q.people(), q.making(), q.business()
	v.Problems, v.Restated, v.Compared = q.problems(), q.Restated(q.Restatements), q.Compared
	v.MoreRows = max(0, len(v.Problems)-mostProblems)
	v.Problems = v.Problems[:len(v.Problems)-v.MoreRows]
	for _, f := range q.active {
		if f.Processes != "" {
			v.Stages = append(v.Stages, f)
		}
	}
}

// workers adds up those of the active factories.
func (q *report) workers() (total float64, silent int) {
	for _, f := range q.active {
		if math.IsNaN(f.Workers) {
			silent++
			continue
		}
		total += f.Workers
	}
	return total, silent
}

// entries are factories whose first figure lies within the last four quarters.
func (q *report) entries() []Entry {
	var out []Entry
	for _, f := range q.active {
		if first, any := q.firstFigure(f); any && first > q.Period-4 {
			out = append(out, Entry{f, first})
		}
	}
	return out
}

func (q *report) firstFigure(f *audit.Factory) (first standard.Quarter, any bool) {
	for _, r := range q.Of(f) {
		if !r.Carried && r.Status != benchmark.NotMeasured && (!any || r.Period < first) {
			first, any = r.Period, true
		}
	}
	return first, any
}

// exits are factories that were left within the last four quarters, with the findings that stay open.
func (q *report) exits() []Exit {
	var out []Exit
	at := map[*audit.Factory]int{}
	for _, f := range q.Data.Factories {
		if f.Ended != 0 && f.Ended <= q.End() && q.Data.Quarter(f.Ended) > q.Period-4 {
			at[f] = len(out)
			out = append(out, Exit{Factory: f})
		}
	}
	for _, f := range q.Raised() {
		if i, left := at[f.Factory]; left && f.IsOpen(q.End()) {
			out[i].Open++
			if f.Gravity() == 0 {
				out[i].Critical++
			}
		}
	}
	return out
}

// Package quarterly is the document about all factories, for those who run the programme: what its template may use, its lists and
// tables, and its charts. In come a compose.Programme and a template; out comes a compose.Document.
package quarterly

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
)

// report is a document about all factories in the making.
type report struct{ *compose.Programme }

// Document makes the document about the programme by a template.
func Document(p *compose.Programme, t *compose.Template) (*compose.Document, error) {
	q := &report{p}
	view := View{Head: q.Head(t.Kind, q.W), Report: q.view()}
	view.Limits = compose.LimitRows(q.AllLimits())
	return t.Document(q.Source, nil, view, q.charts)
}

// view is everything that the steering committee may be told.
func (q *report) view() *ReportView {
	v := &ReportView{
		Count: len(q.Active()), Workers: q.WorkersTotal(), Audits: len(q.Audits()),
		Summary: q.summary(), Entries: q.entries(), Exits: q.exits(), Matrix: q.matrix(), Chapters: q.chapters(),
		Findings: q.findings(), Monitoring: q.Monitoring(q.W.Count), People: q.people(), Production: q.production(), Business: q.business(),
		Quality: q.quality(), Restated: q.restated(), Compared: q.Compared,
	}
	v.Headline = q.headline(v.Summary)
	v.Attention, v.Improved, v.Changed = q.attention(), q.improved(), q.changed()
	return v
}

// headline says the finding of the summary in a sentence.
func (q *report) headline(rows []SummaryRow) Markup {
	known := slices.DeleteFunc(slices.Clone(rows), func(r SummaryRow) bool { return math.IsNaN(r.share) })
	if len(known) == 0 {
		return q.W.Word("report.headline.none")
	}
	better := 0
	worst := known[0]
	for _, r := range known {
		if r.change >= 0.05 {
			better++
		}
		if r.share < worst.share {
			worst = r
		}
	}
	if worst.share == 1 {
		return q.W.Say("report.headline.all", "better", better, "count", len(known))
	}
	return q.W.Say("report.headline.some", "better", better, "count", len(known), "area", worst.Area,
		"share", q.W.Share(worst.share))
}

// entries are factories whose first reading lies within the last four quarters, exits those that ended in them.
func (q *report) entries() []Markup {
	var out []Markup
	for _, s := range q.Rows {
		if first := q.firstReading(s.F); first > q.Period-4 {
			out = append(out, q.W.Say("report.entry", "id", s.F.ID, "name", q.W.NameOf(s.F), "since", q.W.Quarter(first)))
		}
	}
	return out
}

func (q *report) firstReading(f *audit.Factory) standard.Quarter {
	first := standard.Quarter(-1)
	for _, r := range q.Of(f) {
		if !r.Carried && r.Status != benchmark.NotMeasured && (first < 0 || r.Period < first) {
			first = r.Period
		}
	}
	return first
}

func (q *report) exits() []Markup {
	var out []Markup
	for _, s := range q.Rows {
		if f := s.F; f.Ended != 0 && f.Ended <= q.End() && q.Data.Quarter(f.Ended) > q.Period-4 {
			because := Markup(q.W.Word("report.exit.unsaid"))
			if f.EndedBecause != "" {
				because = Markup(Text(f.EndedBecause).String())
			}
			out = append(out, q.W.Say("report.exit", "id", f.ID, "name", q.W.NameOf(f), "date", q.W.Date(f.Ended), "because", because))
		}
	}
	return out
}

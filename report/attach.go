package report

import (
	"plimsoll/report/benchmark"
	"plimsoll/report/export"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/told"
)

// The files that every document carries.
const (
	attachedResults = "results.csv"
	attachedLimits  = "limits.csv"
)

// attachments are the figures behind a document, as results.csv has them, and the limits they were held against. What a
// document may not tell is blank in them too.
func (j job) attachments() []pdf.Attachment {
	var behind []told.Result
	columns := benchmark.Columns()
	switch {
	case j.text.Kind.Public:
		behind, columns = j.source.Published(j.source.Chosen), told.PublicColumns()
	case j.factory != nil:
		behind = j.source.Behind(j.factory)
	default:
		behind = j.source.BehindAll(j.source.Chosen)
	}
	limits := told.LimitsBehind(behind)
	if j.text.Kind.Public {
		limits = j.source.PublishedLimits(j.text.Words)
	}
	figures := export.Shown(columns, func(yield func(*benchmark.Result, []benchmark.Column) bool) {
		for _, t := range behind {
			if !yield(t.Result, t.Blank) {
				return
			}
		}
	})
	return []pdf.Attachment{
		{Name: attachedResults, Description: "The figures behind this document, unrounded", MIME: "text/csv", Relationship: "Data", Data: figures},
		{Name: attachedLimits, Description: "The limits that they were held against", MIME: "text/csv", Relationship: "Source",
			Data: export.Limits(limits, j.source.Standard)},
	}
}

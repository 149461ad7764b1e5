package report

import (
	"bytes"
	"iter"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/export"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/told"
)

// The files that every document carries.
const (
	attachedResults  = "results.csv"
	attachedLimits   = "limits.csv"
	attachedProblems = "problems.csv" // of documents about a factory
	attachedGaps     = "gaps.csv"     // of documents about the programme
)

// attachments are the figures behind a document, as results.csv has them, and the limits they were held against. What a
// document may not tell is blank in them too. They are the same in every language.
func attachments(source *compose.Source, kind *compose.Kind, f *audit.Factory) []pdf.Attachment {
	var behind iter.Seq[*told.Figure]
	columns := benchmark.Columns()
	switch {
	case kind.Public:
		behind, columns = slices.Values(source.Published()), told.PublicColumns()
	case f != nil:
		behind = slices.Values(source.Of(f))
	default:
		behind = source.BehindAll()
	}
	var limits told.LimitsBehind
	figures := export.Shown(columns, func(yield func(*benchmark.Result, []benchmark.Column) bool) {
		for t := range behind {
			limits.Add(t)
			if !yield(t.Result, t.Blank()) {
				return
			}
		}
	})
	if kind.Public {
		limits = told.LimitsBehind{}
		for _, use := range source.PublishedLimits() {
			limits.Limits = append(limits.Limits, use.Limit)
		}
	}
	out := []pdf.Attachment{
		{Name: attachedResults, Description: "The figures behind this document, unrounded", MIME: "text/csv",
			Relationship: "Data", Data: figures},
		{Name: attachedLimits, Description: "The limits that they were held against", MIME: "text/csv",
			Relationship: "Source", Data: export.Limits(limits.Limits, source.Standard)},
	}
	if f != nil {
		var problems bytes.Buffer
		_ = export.Problems(&problems, source.FactoryProblems(f)) // nothing fails to be written there
		out = append(out, pdf.Attachment{Name: attachedProblems, Description: "What was left out or needs a look, cell by cell",
			MIME: "text/csv", Relationship: "Supplement", Data: problems.Bytes()})
	}
	if f == nil && !kind.Public {
		out = append(out, pdf.Attachment{Name: attachedGaps, Description: "What lies beyond limits, by gravity", MIME: "text/csv",
			Relationship: "Data", Data: export.Gaps(source.Gaps(source.Active()))})
	}
	return out
}

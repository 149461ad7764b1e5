// Package compose makes documents of results: a report template, run over the figures in one language, gives Markdown,
// and that a document.Document with its figures. Every word comes from the language files, every value is escaped.
package compose

import (
	"plimsoll/report/problem"
	"plimsoll/report/told"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Source is what documents are made of. It does not change while documents are made.
type Source struct {
	*told.Programme
	Chosen   []*audit.Factory // those that were asked for: results.csv has their rows
	Problems []problem.Problem
	Issued   standard.Date
	Version  string
	Logo     string                  // what the theme's logo shows, blank without one
	Paper    string                  // a4 or letter
	Restated []benchmark.Restatement // against an earlier run
	Compared bool                    // an earlier run was given
}

// factoryProblems are the problems that concern a factory: its own, and those of whole sheets and workbooks.
func (s *Source) factoryProblems(f *audit.Factory) []problem.Problem {
	var out []problem.Problem
	for _, p := range s.Problems {
		if p.Factory == f.ID || p.Factory == "" && p.Row == 0 && p.File != "" {
			out = append(out, p)
		}
	}
	return out
}

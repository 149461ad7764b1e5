package compose

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Source is what documents are made of. It does not change while documents are made.
type Source struct {
	*told.Programme
	Issue
	problems map[string][]problem.Problem // by factory; those of whole sheets and workbooks in each
	general  []problem.Problem            // those that concern no factory alone
	findings map[*audit.Factory][]*audit.Finding
}

// Issue is what an edition is beside its figures.
type Issue struct {
	Problems     []problem.Problem // of the whole programme
	Issued       standard.Date
	Version      string                  // of the program
	Logo         string                  // what the theme's logo shows, blank without one
	Paper        string                  // a4 or letter
	Restatements []benchmark.Restatement // against an earlier run
	Compared     bool                    // an earlier run was given
}

// NewSource puts together what documents are made of.
func NewSource(programme *told.Programme, issue Issue) *Source {
	s := &Source{Programme: programme, Issue: issue, problems: map[string][]problem.Problem{},
		findings: map[*audit.Factory][]*audit.Finding{}}
	for i := range s.Data.Findings {
		if f := &s.Data.Findings[i]; f.Raised <= s.End() {
			s.findings[f.Factory] = append(s.findings[f.Factory], f)
		}
	}
	for _, p := range issue.Problems {
		switch {
		case p.Factory != "":
			s.problems[p.Factory] = append(s.problemsOf(p.Factory), p)
		case p.Row == 0 && p.File != "":
			s.general = append(s.general, p)
			for id := range s.problems {
				s.problems[id] = append(s.problems[id], p)
			}
		}
	}
	return s
}

// problemsOf are the problems that concern a factory, in the order of all: its own, and those of whole sheets and workbooks.
func (s *Source) problemsOf(id string) []problem.Problem {
	if own, any := s.problems[id]; any {
		return own
	}
	return slices.Clone(s.general)
}

// FactoryProblems are the problems that concern a factory: its own, and those of whole sheets and workbooks.
func (s *Source) FactoryProblems(f *audit.Factory) []problem.Problem {
	return slices.Clone(s.problemsOf(f.ID))
}

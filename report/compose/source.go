package compose

import (
	"sync"

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
	records  map[*audit.Factory]*audit.Records
	problems map[string][]int                 // by factory: the numbers of its problems
	general  []int                            // and of those that concern no factory alone: of whole sheets and workbooks
	owners   func() map[string]*audit.Factory // of files
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
	s := &Source{Programme: programme, Issue: issue, records: programme.Data.ByFactory(), problems: map[string][]int{},
		owners: sync.OnceValue(func() map[string]*audit.Factory { return ownersOf(programme.Data) })}
	for i := range issue.Problems {
		switch p := &issue.Problems[i]; {
		case p.Factory != "":
			s.problems[p.Factory] = append(s.problems[p.Factory], i)
		case p.Row == 0 && p.File != "":
			s.general = append(s.general, i)
		}
	}
	return s
}

// Lasting is the source for documents about all factories (told.Programme.Lasting).
func (s *Source) Lasting() *Source {
	whole := *s
	whole.Programme = s.Programme.Lasting()
	return &whole
}

// Records are what the lists of the data hold of a factory.
func (s *Source) Records(f *audit.Factory) *audit.Records {
	if records := s.records[f]; records != nil {
		return records
	}
	return &audit.Records{}
}

// ToldProblems are the problems of the whole programme as they may be told.
func (s *Source) ToldProblems() []problem.Problem {
	out := make([]problem.Problem, len(s.Problems))
	for i, p := range s.Problems {
		out[i] = s.Problem(p)
	}
	return out
}

// FactoryProblems are the problems that concern a factory as they may be told, in the order of all: its own, and those of
// whole sheets and workbooks, but for workbooks that hold rows of one other factory alone.
func (s *Source) FactoryProblems(f *audit.Factory) []problem.Problem {
	own := s.problems[f.ID]
	out := make([]problem.Problem, 0, len(own)+len(s.general))
	for _, i := range s.general {
		for ; len(own) > 0 && own[0] < i; own = own[1:] {
			out = append(out, s.Problem(s.Problems[own[0]]))
		}
		if owner, known := s.owners()[s.Problems[i].File]; !known || owner == nil || owner == f {
			out = append(out, s.Problem(s.Problems[i]))
		}
	}
	for _, i := range own {
		out = append(out, s.Problem(s.Problems[i]))
	}
	return out
}

// ownersOf says of every file that readings came from whose they are: one factory's, or nil for several.
func ownersOf(data *audit.Data) map[string]*audit.Factory {
	owners := map[string]*audit.Factory{}
	add := func(file string, f *audit.Factory) {
		if owner, known := owners[file]; known && owner != f {
			f = nil
		}
		owners[file] = f
	}
	for _, f := range data.Factories {
		add(f.Place.File, f)
	}
	file, factory := "", (*audit.Factory)(nil)
	for r := range data.Readings.All() {
		if r.Source.File != file || r.Factory != factory {
			file, factory = r.Source.File, r.Factory
			add(file, factory)
		}
	}
	return owners
}

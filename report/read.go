package report

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/internal/pool"
	"plimsoll/report/mapping"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// received is the workbooks as they were sent, as tables: nothing in them was understood yet.
type received struct {
	files    []workbook.File
	books    []*workbook.Book   // of the files
	mapped   []*mapping.Outcome // of each book
	problems []problem.Problem
	unread   []problem.Problem // of files that were found and are no workbooks
	reading  workbook.Options  // how the files were opened
}

// figures is what a run knows after reading: the records, all that was computed of them, and everything that is wrong.
type figures struct {
	Data     *audit.Data
	Limits   *standard.Limits
	Period   standard.Quarter
	HasData  bool // there is a period to report
	Results  []*benchmark.Result
	Compared []*benchmark.Result // those of all factories, who are peers also where they are not chosen
	Problems []problem.Problem
}

// read finds and opens the workbooks, and applies the mappings to them.
func (p *plan) read(ctx context.Context, progress Progress) (*received, error) {
	s, err := p.find()
	if err != nil {
		return nil, err
	}
	if err := unlessStopped(ctx, func() {
		s.books = workbook.OpenAll(s.files, s.reading, p.jobs(), func() { progress.step("reading", len(s.files)) })
	}); err != nil {
		return nil, err
	}
	s.mapped = make([]*mapping.Outcome, len(s.books))
	err = pool.Each(ctx, len(s.books), p.jobs(), func(i int) error {
		s.mapped[i] = p.mappings.Apply(s.books[i])
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.problems = append(s.problems, p.mappings.Unused(s.mapped)...)
	return s, nil
}

// unlessStopped waits for work, or for the end of the context: what only reads can be left to itself.
func unlessStopped(ctx context.Context, work func()) error {
	done := make(chan struct{})
	go func() { defer close(done); work() }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// find lists the workbooks at the paths, and says how they are opened. What a mapping declares of a text file comes
// before what is declared of all.
func (p *plan) find() (*received, error) {
	files, problems, err := workbook.Find(p.Paths)
	switch {
	case err != nil:
		return nil, usage(err.Error(), "check the path")
	case len(files) == 0 && len(problems) == 0:
		return nil, usage("there is no workbook (.xlsx, .xlsm, .csv, .tsv) at the path",
			"name one, or a folder that holds some")
	}
	form := func(name string) workbook.TextForm {
		form := p.mappings.TextForm(name)
		form.Encoding = cmp.Or(form.Encoding, p.Encoding)
		return form
	}
	return &received{files: files, problems: problems, unread: slices.Clone(problems),
		reading: workbook.Options{Passwords: p.Passwords, Text: form}}, nil
}

// compute makes records of the rows, and figures of the records. Notes are what the templates' reading found.
func (p *plan) compute(s *received, notes []problem.Problem) *figures {
	collect := audit.Collect
	if p.Account {
		collect = audit.CollectAccount
	}
	data, found := collect(s.books, p.standard)
	return p.figuresOf(s, data, slices.Concat(found, s.problems, notes))
}

// figuresOf makes figures of the records; found is what was found wrong so far.
func (p *plan) figuresOf(s *received, data *audit.Data, found []problem.Problem) *figures {
	for _, b := range s.books {
		b.Sheets = nil // their rows are records now
	}
	f := &figures{Data: data, Limits: standard.NewLimits(p.standard.Limits, data.Limits), Problems: found}
	f.choosePeriod(p)
	if f.HasData {
		results, found := benchmark.Compare(data, f.Limits, p.standard.Areas, f.Period)
		f.Results, f.Problems = results, append(f.Problems, found...)
		f.Compared = results
	}
	slices.SortStableFunc(f.Problems, problem.Problem.Compare)
	return f
}

// choosePeriod takes the period that was asked for, or the latest that holds data enough.
func (f *figures) choosePeriod(p *plan) {
	asked := p.Period != ""
	if f.Period, f.HasData = p.period, asked; !asked {
		f.Period, f.HasData = f.Data.LatestPeriod()
		f.Problems = append(f.Problems, f.Data.WarnFarAhead(f.Period)...)
	}
	if f.HasData {
		f.Problems = append(f.Problems, f.Data.Until(f.Period, asked)...)
	}
	if asked && !f.hasNews() {
		f.Problems = append(f.Problems, problem.NotMeasured.At(problem.Place{},
			"no reading lies in %s or the %d quarters before it", f.Period, benchmark.StaleAfter).
			As(problem.Warning).Hinted("check --period"))
	}
}

// hasNews says whether there is something to report: a reading of the period, or one that is not stale yet.
func (f *figures) hasNews() bool {
	return f.HasData && slices.ContainsFunc(f.Data.Readings, func(r audit.Reading) bool {
		return standard.QuarterOf(r.Date, f.Data.Programme.YearStarts) >= f.Period-benchmark.StaleAfter
	})
}

// choose leaves out what is of other factories than those that were asked for, in all that is written; none = all. They
// were peers of those that stay. One that does not exist is a mistake of usage.
func (f *figures) choose(ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	known := map[string]*audit.Factory{}
	for _, factory := range f.Data.Factories {
		known[factory.ID] = factory
	}
	chosen := map[string]*audit.Factory{}
	for _, id := range ids {
		if known[id] == nil {
			return usage(fmt.Sprintf("--factory: the workbooks have no factory %q", id), "see the sheet Factories")
		}
		chosen[id] = known[id]
	}
	f.Data = f.Data.Only(slices.Collect(maps.Values(chosen)))
	f.Results = slices.DeleteFunc(slices.Clone(f.Results), func(r *benchmark.Result) bool {
		return chosen[r.Factory.ID] == nil
	})
	f.Problems = slices.DeleteFunc(f.Problems, func(p problem.Problem) bool {
		return p.Factory != "" && chosen[p.Factory] == nil
	})
	return nil
}

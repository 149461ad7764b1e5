package report

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/mapping"
	"plimsoll/report/output"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/told"
	"plimsoll/report/workbook"
)

// received is the workbooks as they were sent, as tables: nothing in them was understood yet.
type received struct {
	files     []workbook.File
	inputs    []output.File      // of the files
	collector *audit.Collector   // has the tables
	mapped    []*mapping.Outcome // of each file
	problems  []problem.Problem
	unread    []problem.Problem // of files that were found and are no workbooks
	reading   workbook.Options  // how the files were opened
}

// figures is what a run knows after reading: the records, all that was computed of them, and everything that is wrong.
type figures struct {
	Data     *audit.Data
	Limits   *standard.Limits
	Period   standard.Quarter
	HasData  bool               // there is a period to report
	Made     *benchmark.Figures // of all factories, who are peers also where they are not chosen
	Problems []problem.Problem
}

// read finds and opens the workbooks, and applies the mappings to them: book by book, of which the collector keeps what
// it needs.
func (p *plan) read(ctx context.Context, keep audit.Keep, progress Progress) (*received, error) {
	s, err := p.find()
	if err != nil {
		return nil, err
	}
	s.collector = audit.NewCollector(p.standard, keep)
	s.mapped, s.inputs = make([]*mapping.Outcome, len(s.files)), make([]output.File, len(s.files))
	err = unlessStopped(ctx, func() error {
		return workbook.Each(ctx, s.files, s.reading, p.jobs(), func(i int, b *workbook.Book) {
			s.mapped[i] = p.mappings.Apply(b)
			progress.step("reading", len(s.files))
		}, func(i int, b *workbook.Book) error {
			s.take(i, b, keep.Account)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	s.problems = append(s.problems, p.mappings.Unused(s.mapped)...)
	return s, nil
}

// take hands a book to the collector. The worksheets as they were sent are kept only for an account of them.
func (s *received) take(i int, b *workbook.Book, account bool) {
	s.inputs[i] = output.File{Name: b.File, Bytes: b.Size, SHA256: b.SHA256}
	s.collector.Take(b)
	if !account {
		s.mapped[i].Applied = nil
	}
}

// unlessStopped waits for work, or for the end of the context: what only reads can be left to itself.
func unlessStopped(ctx context.Context, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
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
func (p *plan) compute(ctx context.Context, s *received, notes []problem.Problem) (*figures, error) {
	data, found := s.collector.Records()
	f := &figures{Data: data, Limits: standard.NewLimits(p.standard.Limits, data.Limits),
		Problems: slices.Concat(found, s.problems, notes)}
	f.choosePeriod(p)
	if f.HasData {
		made, found, err := benchmark.Make(ctx, data, f.Limits, p.standard.Areas, f.Period, p.jobs(), told.IsPeer)
		if err != nil {
			return nil, err
		}
		f.Made, f.Problems = made, append(f.Problems, found...)
	}
	slices.SortStableFunc(f.Problems, problem.Problem.Compare)
	return f, nil
}

// of are the figures of a factory; none where there is no period to report.
func (f *figures) of(factory *audit.Factory) []*benchmark.Result {
	if f.Made == nil {
		return nil
	}
	return f.Made.Of(factory)
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
	if !f.HasData {
		return false
	}
	for _, on := range f.Data.Readings.Days() {
		if f.Data.Quarter(on) >= f.Period-benchmark.StaleAfter {
			return true
		}
	}
	return false
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
	f.Problems = slices.DeleteFunc(f.Problems, func(p problem.Problem) bool {
		return p.Factory != "" && chosen[p.Factory] == nil
	})
	return nil
}

package report

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"plimsoll/report/internal/textable"
	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/mapping"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Input is what a run knows after reading: the records, the figures and everything that is wrong.
type Input struct {
	Files    []workbook.File
	Books    []*workbook.Book   // of the files
	Mapped   []*mapping.Outcome // of each book
	Standard *standard.Standard
	Data     *audit.Data
	Limits   *standard.Limits
	Period   standard.Quarter
	HasData  bool // there is a period to report
	Results  []*benchmark.Result
	Problems []problem.Problem
	Unread   []problem.Problem // of files that were found and are no workbooks

	reading workbook.Options // how the files were opened
}

// openBooks finds and opens the workbooks, while their rules are being loaded, and applies the mappings to them.
func openBooks(o Options, get ruler, progress Progress) (*Input, error) {
	files, reading, problems, err := findBooks(o, get)
	if err != nil {
		return nil, err
	}
	go get() // its result is asked for below
	books := workbook.OpenAll(files, reading, o.jobs(), func() { progress.step("reading", len(files)) })
	r, err := get()
	if err != nil {
		return nil, err
	}
	in := &Input{Files: files, Books: books, Standard: r.standard, Problems: problems, Unread: slices.Clone(problems), Mapped: make([]*mapping.Outcome, len(books)), reading: reading}
	inParallel(len(books), o.jobs(), func(i int) { in.Mapped[i] = r.mappings.Apply(books[i]) })
	in.Problems = append(in.Problems, r.mappings.Unused(in.Mapped)...)
	return in, nil
}

// findBooks lists the workbooks at the paths, and says how they are opened.
func findBooks(o Options, get ruler) ([]workbook.File, workbook.Options, []problem.Problem, error) {
	reading, err := o.reading(get)
	if err != nil {
		return nil, reading, nil, err
	}
	files, problems, err := workbook.Find(o.Paths)
	switch {
	case err != nil:
		return nil, reading, nil, usage(err.Error(), "check the path")
	case len(files) == 0 && len(problems) == 0:
		return nil, reading, nil, usage("there is no workbook (.xlsx, .xlsm, .csv, .tsv) at the path", "name one, or a folder that holds some")
	}
	return files, reading, problems, nil
}

// compute makes records of the rows, and figures of the records.
func (in *Input) compute(o Options) error {
	collect := audit.Collect
	if o.Account {
		collect = audit.CollectAccount
	}
	data, found := collect(in.Books, in.Standard)
	return in.figure(o, data, found)
}

// figure makes figures of the records; found is what the reading of the rows found wrong.
func (in *Input) figure(o Options, data *audit.Data, found []problem.Problem) error {
	for _, b := range in.Books {
		b.Sheets = nil // their rows are records now
	}
	if !o.Account {
		in.Mapped = nil
	}
	in.Data, in.Problems = data, append(found, in.Problems...)
	if err := in.choosePeriod(o); err != nil {
		return err
	}
	in.Limits = standard.NewLimits(in.Standard.Limits, data.Limits)
	if in.HasData {
		results, found := benchmark.Compare(data, in.Limits, in.Standard.Areas, in.Period)
		in.Results, in.Problems = results, append(in.Problems, found...)
	}
	slices.SortStableFunc(in.Problems, problem.Problem.Compare)
	return nil
}

// choosePeriod takes the period that was asked for, or the latest that holds data enough.
func (in *Input) choosePeriod(o Options) error {
	asked := o.Period != ""
	if asked {
		if in.Period, in.HasData = standard.ParseQuarter(o.Period); !in.HasData {
			return usage(fmt.Sprintf("--period %q is not a quarter", o.Period), "write it as 2026-Q3")
		}
	} else {
		in.Period, in.HasData = in.Data.LatestPeriod()
		in.Problems = append(in.Problems, in.Data.WarnFarAhead(in.Period)...)
	}
	if in.HasData {
		in.Problems = append(in.Problems, in.Data.Until(in.Period, asked)...)
	}
	if asked && len(in.Data.Readings) == 0 {
		in.Problems = append(in.Problems, problem.Problem{Severity: problem.Warning, Code: "not-measured",
			Message: fmt.Sprintf("no reading lies in %s or before it", in.Period), Hint: "check --period"})
	}
	return nil
}

// reading is how files are opened. What a mapping declares of a text file comes before what is declared of all.
func (o Options) reading(get ruler) (workbook.Options, error) {
	if o.Encoding != "" {
		if err := textable.CheckEncoding(o.Encoding); err != nil {
			return workbook.Options{}, usage("--encoding: "+err.Error(), "gb18030, windows-1252 and windows-1258 are some")
		}
	}
	return workbook.Options{Passwords: o.Passwords, Text: func(name string) workbook.TextForm {
		r, err := get()
		if err != nil {
			return workbook.TextForm{} // the run ends with that error
		}
		form := r.mappings.TextForm(name)
		form.Encoding = cmp.Or(form.Encoding, o.Encoding)
		return form
	}}, nil
}

// inParallel calls work for 0 … n−1 on several goroutines and waits for all.
func inParallel(n, jobs int, work func(i int)) {
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(max(jobs, 1), n) {
		wait.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

// jobs is the number of things to do at once.
func (o Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

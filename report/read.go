package report

import (
	"fmt"
	"runtime"
	"slices"
	"sync"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Input is what a run knows after reading: the records, the figures and everything that is wrong.
type Input struct {
	Books    []*workbook.Book
	Standard *standard.Standard
	Data     *audit.Data
	Limits   *standard.Limits
	Period   standard.Quarter
	HasData  bool // there is a period to report
	Results  []*benchmark.Result
	Problems []audit.Problem
}

// openBooks finds and opens the workbooks; it needs no template.
func openBooks(o Options, progress Progress) (*Input, error) {
	files, problems, err := workbook.Find(o.Paths)
	switch {
	case err != nil:
		return nil, usage(err.Error(), "check the path")
	case len(files) == 0 && len(problems) == 0:
		return nil, usage("there is no .xlsx or .xlsm workbook at the path", "name a workbook, or a folder that holds some")
	}
	return &Input{Books: openAll(files, o.jobs(), progress), Problems: problems}, nil
}

// compute makes records of the rows, and figures of the records.
func (in *Input) compute(o Options, std *standard.Standard) error {
	data, found := audit.Collect(in.Books, std)
	return in.figure(o, std, data, found)
}

// figure makes figures of the records; found is what the reading of the rows found wrong.
func (in *Input) figure(o Options, std *standard.Standard, data *audit.Data, found []audit.Problem) error {
	for _, b := range in.Books {
		b.Sheets = nil // their rows are records now
	}
	in.Standard, in.Data, in.Problems = std, data, append(in.Problems, found...)
	if err := in.choosePeriod(o); err != nil {
		return err
	}
	in.Limits = standard.NewLimits(std.Limits, data.Limits)
	if in.HasData {
		results, found := benchmark.Compare(data, in.Limits, std.Areas, in.Period)
		in.Results, in.Problems = results, append(in.Problems, found...)
	}
	slices.SortStableFunc(in.Problems, audit.Problem.Compare)
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
		in.Problems = append(in.Problems, in.Data.Doubt(in.Period)...)
	}
	if in.HasData {
		in.Problems = append(in.Problems, in.Data.Until(in.Period, asked)...)
	}
	if asked && len(in.Data.Readings) == 0 {
		in.Problems = append(in.Problems, audit.Problem{Severity: workbook.Warning, Code: "not-measured",
			Message: fmt.Sprintf("no reading lies in %s or before it", in.Period), Hint: "check --period"})
	}
	return nil
}

// openAll reads workbooks side by side; each is read once.
func openAll(files []workbook.File, jobs int, progress Progress) []*workbook.Book {
	books := make([]*workbook.Book, len(files))
	inParallel(len(files), jobs, func(i int) {
		books[i] = workbook.Open(files[i].Path, files[i].Name, workbook.DefaultBounds())
		progress.step("reading", len(files))
	})
	return books
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

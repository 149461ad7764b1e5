package report

import (
	"errors"
	"sync"
)

// Options are what a run is asked to do.
type Options struct {
	Paths     []string
	Out       string
	Period    string   // 2026-Q3; blank = the latest with enough data
	Reports   []string // kinds of documents; none = all
	Languages []string
	Factories []string // ids; none = all
	Templates string   // a folder whose files stand in front of the built-in ones
	Mappings  []string // files that describe other people's workbooks, before those of the templates
	Previous  string   // results.csv of an earlier run, for restatements
	Date      string   // of issue; blank = the last day of the period
	Paper     string   // a4 or letter; blank = that of the theme
	Encoding  string   // of text files that do not say theirs; blank = not declared
	Passwords []string // are tried on locked workbooks; nothing written tells them
	Strict    bool
	Jobs      int
	Version   string
	Revision  string // of the program's source; blank = not known

	Account  bool   // of check: keep account of every cell
	Annotate string // of check: a folder for annotated copies of the workbooks; blank = none
}

// UsageError is a mistake in how the program was called or configured: nothing was written.
type UsageError struct{ Message, Hint string }

func (e *UsageError) Error() string { return e.Message }

func usage(message, hint string) error { return &UsageError{message, hint} }

// IsUsage says whether an error is one of usage.
func IsUsage(err error) (*UsageError, bool) {
	var e *UsageError
	return e, errors.As(err, &e)
}

// Progress is told how far a run is: a stage and how many of its steps are done. It may be called from several
// goroutines; nil is fine.
type Progress func(stage string, done, total int)

// step counts the steps of one stage.
func (p Progress) step(stage string, total int) {
	if p != nil {
		p(stage, 1, total)
	}
}

// Counted makes a Progress of a function that wants running totals.
func Counted(show func(stage string, done, total int)) Progress {
	var mu sync.Mutex
	done := map[string]int{}
	return func(stage string, steps, total int) {
		mu.Lock()
		defer mu.Unlock()
		done[stage] += steps
		show(stage, done[stage], total)
	}
}

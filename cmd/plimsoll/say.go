package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"plimsoll/report"
	"plimsoll/report/problem"
)

// watched is a writer that remembers its first error, after which nothing more is written.
type watched struct {
	to  io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	var n int
	n, w.err = w.to.Write(p)
	return n, w.err
}

// say prints one line, in which nothing that was read can steer a terminal or begin another line.
func (to streams) say(format string, args ...any) {
	fmt.Fprintln(to.out, problem.Printable(fmt.Sprintf(format, args...)))
}

// error prints an error with its hint, each on its line.
func (to streams) error(message, hint string) {
	fmt.Fprintln(to.err, "error:", problem.Printable(message))
	if hint != "" {
		fmt.Fprintln(to.err, "hint:", problem.Printable(hint))
	}
}

// misused prints an error of usage with its hint.
func (to streams) misused(message, hint string) int {
	to.error(message, hint)
	return exitUsage
}

// refused prints an error that stopped the program before anything was written. One of a signal is told by who catches
// it.
func (to streams) refused(err error) int {
	if e, ok := report.IsUsage(err); ok {
		return to.misused(e.Message, e.Hint)
	}
	if errors.Is(err, context.Canceled) {
		return exitStopped
	}
	to.error(err.Error(), "")
	return exitFailed
}

// problems prints what is wrong, each cause once, as far as it is to be shown.
func (to streams) problems(list []problem.Problem, least problem.Severity) {
	for _, cause := range problem.ByCause(list) {
		if cause.Severity <= least {
			fmt.Fprintln(to.err, cause)
		}
	}
}

// shown is the least grave severity that is told; blank is usual.
func shown(name string, usual problem.Severity) (problem.Severity, error) {
	for _, s := range []problem.Severity{problem.Error, problem.Warning, problem.Note} {
		if name == s.String() {
			return s, nil
		}
	}
	if name != "" {
		return 0, fmt.Errorf("--show %s: it shows error, warning or note", name)
	}
	return usual, nil
}

// count says how many problems of each severity there are.
func count(out *report.Outcome) string {
	var n [3]int
	for _, p := range out.Problems {
		n[p.Severity]++
	}
	return fmt.Sprintf("%s, %s, %s",
		many(n[problem.Error], "error"), many(n[problem.Warning], "warning"), many(n[problem.Note], "note"))
}

func many(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

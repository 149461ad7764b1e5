package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"plimsoll/report"
	"plimsoll/report/workbook"
	"plimsoll/templates"
)

// list is a flag of words parted by commas, or given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

func (l *list) Set(s string) error {
	for _, word := range strings.Split(s, ",") {
		if word = strings.TrimSpace(word); word != "" {
			*l = append(*l, word)
		}
	}
	return nil
}

// each is a flag that may be given several times; its values may hold commas.
type each []string

func (e *each) String() string     { return strings.Join(*e, ",") }
func (e *each) Set(s string) error { *e = append(*e, s); return nil }

// request is a command line as understood.
type request struct {
	report.Options
	quiet bool
}

// errHelp says that help was asked for.
var errHelp = errors.New("help")

// parse reads flags and paths in any order.
func parse(args []string, all bool) (*request, error) {
	r := &request{Options: report.Options{Version: version}}
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&r.Period, "period", "", "")
	f.StringVar(&r.Templates, "templates", "", "")
	f.IntVar(&r.Jobs, "jobs", 0, "")
	f.BoolVar(&r.quiet, "q", false, "")
	f.BoolVar(&r.quiet, "quiet", false, "")
	if all {
		f.StringVar(&r.Out, "o", "out", "")
		f.StringVar(&r.Out, "out", "out", "")
		f.StringVar(&r.Date, "date", "", "")
		f.BoolVar(&r.Strict, "strict", false, "")
		f.Var((*list)(&r.Reports), "reports", "")
		f.Var((*list)(&r.Languages), "lang", "")
		f.Var((*each)(&r.Factories), "factory", "")
	}
	for rest := args; ; {
		if err := f.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return nil, errHelp
		} else if err != nil {
			return nil, errors.New(strings.Replace(err.Error(), "flag provided but not defined: -", "there is no flag -", 1))
		}
		if f.NArg() == 0 || afterDashes(rest, f.NArg()) {
			r.Paths = append(r.Paths, f.Args()...)
			return r, nil
		}
		r.Paths, rest = append(r.Paths, f.Arg(0)), f.Args()[1:]
	}
}

// afterDashes says whether what is left came after --, and is paths whatever it looks like.
func afterDashes(args []string, left int) bool {
	at := len(args) - left - 1
	return at >= 0 && args[at] == "--"
}

// prepare checks what the flags hold and opens the templates.
func prepare(args []string, all bool) (*request, fs.FS, error) {
	r, err := parse(args, all)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case len(r.Paths) == 0:
		return nil, nil, errors.New("no PATH was given")
	case r.Jobs < 0:
		return nil, nil, fmt.Errorf("--jobs %d: give a number from 1 up", r.Jobs)
	}
	if len(r.Languages) == 0 {
		r.Languages = []string{"en"}
	}
	if r.Date == "" && all {
		if r.Date, err = sourceDate(os.Getenv("SOURCE_DATE_EPOCH")); err != nil {
			return nil, nil, err
		}
	}
	if r.Templates == "" {
		return r, templates.Files, nil
	}
	if info, err := os.Stat(r.Templates); err != nil || !info.IsDir() {
		return nil, nil, fmt.Errorf("--templates %s: there is no such folder", r.Templates)
	}
	return r, templates.Over(os.DirFS(r.Templates), templates.Files), nil
}

// sourceDate is the day of SOURCE_DATE_EPOCH (reproducible-builds.org), blank where it is not set.
func sourceDate(epoch string) (string, error) {
	if epoch == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 {
		return "", fmt.Errorf("SOURCE_DATE_EPOCH %q is no number of seconds", epoch)
	}
	return time.Unix(seconds, 0).UTC().Format("2006-01-02"), nil
}

func runCommand(args []string, stdout, stderr io.Writer) int {
	r, files, err := prepare(args, true)
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, runText)
		return exitOK
	}
	if err != nil {
		return misused(stderr, err.Error(), "plimsoll run --help lists the flags")
	}
	bar := newBar(stderr, r.quiet)
	out, err := report.Run(r.Options, files, bar.progress())
	bar.end()
	if err != nil {
		return refused(stderr, err)
	}
	printProblems(stderr, out)
	for _, err := range out.Failed {
		fmt.Fprintln(stderr, "error:", err)
	}
	return concludeRun(out, r, stdout, stderr)
}

// concludeRun says what was written, and finds the exit status.
func concludeRun(out *report.Outcome, r *request, stdout, stderr io.Writer) int {
	switch {
	case out.Stopped && r.Strict && out.Errors() > 0:
		fmt.Fprintf(stderr, "error: --strict: no document was written (%s)\n", count(out))
		return exitFailed
	case out.Stopped:
		fmt.Fprintf(stderr, "error: there is no reading to report, so no document was written (%s)\nhint: plimsoll check lists what is wrong with the workbooks\n", count(out))
		return exitFailed
	}
	if !r.quiet {
		fmt.Fprintf(stdout, "%s: %d documents and results.csv, problems.csv, manifest.json in %s (%s)\n", out.Period, len(out.Written)-3,
			filepath.Join(r.Out, out.Period.String()), count(out))
	}
	switch {
	case len(out.Failed) > 0:
		return exitFailed
	case out.Errors() > 0:
		return exitLeftOut
	}
	return exitOK
}

func checkCommand(args []string, stdout, stderr io.Writer) int {
	r, files, err := prepare(args, false)
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, checkText)
		return exitOK
	}
	if err != nil {
		return misused(stderr, err.Error(), "plimsoll check --help lists the flags")
	}
	bar := newBar(stderr, r.quiet)
	out, err := report.Check(r.Options, files, bar.progress())
	bar.end()
	if err != nil {
		return refused(stderr, err)
	}
	printProblems(stderr, out)
	fmt.Fprintln(stdout, count(out))
	if out.Errors() > 0 {
		return exitLeftOut
	}
	return exitOK
}

// refused prints an error that stopped the program before anything was written.
func refused(stderr io.Writer, err error) int {
	if e, ok := report.IsUsage(err); ok {
		return misused(stderr, e.Message, e.Hint)
	}
	fmt.Fprintln(stderr, "error:", err)
	return exitFailed
}

func printProblems(stderr io.Writer, out *report.Outcome) {
	for _, p := range out.Problems {
		fmt.Fprintln(stderr, p)
	}
}

// count says how many problems of each severity there are.
func count(out *report.Outcome) string {
	var n [3]int
	for _, p := range out.Problems {
		n[p.Severity]++
	}
	say := func(n int, word string) string {
		if n == 1 {
			return "1 " + word
		}
		return fmt.Sprintf("%d %ss", n, word)
	}
	return strings.Join([]string{say(n[workbook.Error], "error"), say(n[workbook.Warning], "warning"), say(n[workbook.Note], "note")}, ", ")
}

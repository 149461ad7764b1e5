package main

import (
	"context"
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

	"plimsoll/report/problem"

	"plimsoll/report"
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
	quiet        bool
	passwordFile string
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
	f.Var((*each)(&r.Mappings), "mapping", "")
	f.StringVar(&r.Encoding, "encoding", "", "")
	f.StringVar(&r.passwordFile, "password-file", "", "")
	f.IntVar(&r.Jobs, "jobs", 0, "")
	f.BoolVar(&r.quiet, "q", false, "")
	f.BoolVar(&r.quiet, "quiet", false, "")
	if all {
		f.StringVar(&r.Out, "o", "out", "")
		f.StringVar(&r.Out, "out", "out", "")
		f.StringVar(&r.Date, "date", "", "")
		f.StringVar(&r.Previous, "previous", "", "")
		f.StringVar(&r.Paper, "paper", "", "")
		f.BoolVar(&r.Strict, "strict", false, "")
		f.Var((*list)(&r.Reports), "reports", "")
		f.Var((*list)(&r.Languages), "lang", "")
		f.Var((*each)(&r.Factories), "factory", "")
	} else {
		f.BoolVar(&r.Account, "account", false, "")
		f.StringVar(&r.Annotate, "annotate", "", "")
	}
	paths, err := anyOrder(f, args)
	r.Paths = paths
	return r, err
}

// anyOrder sets the flags of a command line and gives its paths, whatever their order.
func anyOrder(f *flag.FlagSet, args []string) (paths []string, err error) {
	for rest := args; ; {
		if err := f.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return nil, errHelp
		} else if err != nil {
			return nil, errors.New(strings.Replace(err.Error(), "flag provided but not defined: -", "there is no flag -", 1))
		}
		if f.NArg() == 0 || afterDashes(rest, f.NArg()) {
			return append(paths, f.Args()...), nil
		}
		paths, rest = append(paths, f.Arg(0)), f.Args()[1:]
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
	if r.Passwords, err = passwordsIn(r.passwordFile, os.Getenv("PLIMSOLL_PASSWORD")); err != nil {
		return nil, nil, err
	}
	files, err := templatesIn(r.Templates)
	return r, files, err
}

// templatesIn are the built-in templates, with those of a folder in front where one is given.
func templatesIn(folder string) (fs.FS, error) {
	if folder == "" {
		return templates.Files, nil
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("--templates %s: there is no such folder", folder)
	}
	return templates.Over(os.DirFS(folder), templates.Files), nil
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

// begin understands a command line. Where there is nothing to do (help, a mistake), it has said so, and status is the
// exit status; else status is negative.
func begin(args []string, all bool, help string, stdout, stderr io.Writer) (r *request, files fs.FS, status int) {
	r, files, err := prepare(args, all)
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, help)
		return nil, nil, exitOK
	}
	if err != nil {
		return nil, nil, misused(stderr, err.Error(), "--help lists the flags")
	}
	return r, files, -1
}

// carryOut runs or checks with a progress bar.
func carryOut(do func(context.Context, report.Options, fs.FS, report.Progress) (*report.Outcome, error), r *request, files fs.FS, stderr io.Writer) (*report.Outcome, error) {
	bar := newBar(stderr, r.quiet)
	defer bar.end()
	return do(context.Background(), r.Options, files, bar.progress())
}

func runCommand(args []string, stdout, stderr io.Writer) int {
	r, files, status := begin(args, true, runText, stdout, stderr)
	if status >= 0 {
		return status
	}
	out, err := carryOut(report.Run, r, files, stderr)
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
		fmt.Fprintf(stdout, "%s: %s and results.csv, problems.csv, manifest.json in %s (%s)\n", out.Period, say(documents(out.Written), "document"),
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

// documents counts the documents among the files written.
func documents(written []string) int {
	n := 0
	for _, name := range written {
		if strings.HasSuffix(name, ".pdf") {
			n++
		}
	}
	return n
}

func checkCommand(args []string, stdout, stderr io.Writer) int {
	r, files, status := begin(args, false, checkText, stdout, stderr)
	if status >= 0 {
		return status
	}
	out, err := carryOut(report.Check, r, files, stderr)
	if err != nil {
		return refused(stderr, err)
	}
	printProblems(stderr, out)
	if out.Account != nil {
		fmt.Fprintln(stdout, out.Account)
	}
	if out.Copies != nil {
		fmt.Fprintln(stdout, out.Copies)
	}
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
	return strings.Join([]string{say(n[problem.Error], "error"), say(n[problem.Warning], "warning"), say(n[problem.Note], "note")}, ", ")
}

func say(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

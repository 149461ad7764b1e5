package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"plimsoll/report"
	"plimsoll/report/problem"
)

func runCommand() *command {
	return &command{name: "run", takes: "PATH...", tidies: true,
		hint: "--help lists the flags", accept: acceptRun, do: doRun,
		about: `Reads every workbook (.xlsx, .xlsm) and text table (.csv, .tsv) at the paths (folders with all they hold) and writes the
documents of the period into the output folder, all of them or none: an edition that was there before is replaced in one step,
and stays as it was where something goes wrong. A PATH that begins with a dash goes after --.
`,
		after: `Exit status: 0 every document written, no error-level problem; 1 documents written, but some input was left out (each
is listed); 2 wrong usage or configuration, nothing written; 3 a document could not be made, there is nothing to report,
another run is writing there, or --strict stopped the run; 130, 143 somebody stopped it, nothing written.
`}
}

func acceptRun(r *request) (err error) {
	if err := acceptPaths(r); err != nil {
		return err
	}
	if len(r.Languages) == 0 {
		r.Languages = []string{"en"}
	}
	if r.Date == "" {
		r.Date, err = sourceDate(os.Getenv("SOURCE_DATE_EPOCH"))
	}
	return err
}

// acceptPaths takes the words for paths of workbooks.
func acceptPaths(r *request) error {
	if r.Paths = r.words; len(r.Paths) == 0 {
		return errors.New("no PATH was given")
	}
	_, err := shown(r.show, problem.Note)
	return err
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

func doRun(ctx context.Context, r *request, files fs.FS, to streams) int {
	out, err := carryOut(ctx, report.Run, r, files, to)
	if err != nil {
		return to.refused(err)
	}
	usual := problem.Note
	if r.quiet {
		usual = problem.Error
	}
	least, _ := shown(r.show, usual) // it was looked at before
	to.problems(out.Problems, least)
	for _, err := range out.Failed {
		to.error(err.Error(), "")
	}
	for _, name := range out.Removed {
		fmt.Fprintf(to.err, "removed %s: it was of the edition before, and this run does not make it\n",
			problem.Printable(filepath.Join(r.Out, filepath.FromSlash(name))))
	}
	return concludeRun(out, r, to)
}

// concludeRun says what was written, and finds the exit status.
func concludeRun(out *report.Outcome, r *request, to streams) int {
	switch {
	case out.Stopped && r.Strict && out.Errors() > 0:
		to.error(fmt.Sprintf("--strict: no document was written (%s)", count(out)), "")
		return exitFailed
	case out.Stopped:
		to.error(fmt.Sprintf("there is no reading to report, so no document was written (%s)", count(out)),
			"plimsoll check lists what is wrong with the workbooks")
		return exitFailed
	}
	if !r.quiet && out.Withheld != "" {
		to.say("disclosure: %s", problem.Printable(out.Withheld))
	}
	if !r.quiet {
		to.say("%s: %s and results.csv, problems.csv, manifest.json in %s (%s)", out.Period,
			many(documents(out.Written), "document"), filepath.Join(r.Out, out.Period.String()), count(out))
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

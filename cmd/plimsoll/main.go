// Command plimsoll reads audit workbooks and makes the documents of the programme. Each command stands in a file of its
// name; their flags stand in one table (flags.go).
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"syscall"

	"plimsoll/report"
	"plimsoll/templates"
)

// version is printed, and stored in every document and manifest.
const version = "0.1.0"

// The exit statuses, as the README has them.
const (
	exitOK      = 0
	exitLeftOut = 1 // documents written, but some input was left out; verify: there are differences
	exitUsage   = 2 // wrong usage or configuration, nothing written
	exitFailed  = 3 // a document could not be made, --strict stopped the run, or what it says could not be written
	exitStopped = 128
)

func main() {
	tuneCollector()
	os.Exit(untilSignal(os.Stderr, func(ctx context.Context) int {
		return run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	}))
}

// command is one of the program's.
type command struct {
	name         string
	takes        string // what is no flag, as help has it
	about, after string // the help before the flags, and after them
	hint         string // of a mistake in the command line
	tidies       bool   // it has something to clear away where it is stopped
	accept       func(r *request) error
	do           func(ctx context.Context, r *request, files fs.FS, to streams) int
}

// streams are where a command says what it found, and what is wrong.
type streams struct{ out, err io.Writer }

func commands() []*command {
	return []*command{runCommand(), checkCommand(), mapCommand(), explainCommand(), initCommand(), verifyCommand()}
}

// run is the whole program. What it says on standard output must arrive: where it does not, that is a failure of the
// command.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	to := streams{&watched{to: stdout}, stderr}
	status := dispatch(ctx, args, to)
	if err := to.out.(*watched).err; err != nil {
		if !errors.Is(err, syscall.EPIPE) { // who has read enough, as head does, wants to hear no more
			to.error("standard output: "+withoutPath(err).Error(), "")
		}
		return max(status, exitFailed)
	}
	return status
}

func dispatch(ctx context.Context, args []string, to streams) int {
	if len(args) == 0 {
		fmt.Fprint(to.err, usageText)
		return exitUsage
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(ctx, args[1:], to)
		}
	}
	switch args[0] {
	case "version", "--version":
		fmt.Fprintln(to.out, "plimsoll", versionText())
		return exitOK
	case "help", "--help", "-h":
		fmt.Fprint(to.out, usageText)
		return exitOK
	}
	return to.misused(fmt.Sprintf("there is no command %q", args[0]),
		"run, check, map, explain, init, verify or version; plimsoll --help explains them")
}

// run understands a command's line, and carries it out.
func (c *command) run(ctx context.Context, args []string, to streams) int {
	r, err := parse(c.name, args)
	if errors.Is(err, errHelp) {
		fmt.Fprint(to.out, c.help())
		return exitOK
	}
	if err == nil {
		err = c.accept(r)
	}
	var files fs.FS
	if err == nil {
		files, err = templatesIn(r.Templates)
	}
	if err == nil {
		r.Passwords, err = to.passwords(r.passwordFile, os.Getenv("PLIMSOLL_PASSWORD"))
	}
	if err != nil {
		return to.misused(err.Error(), c.hint)
	}
	if c.tidies {
		return c.do(ctx, r, files, to)
	}
	done := make(chan int, 1)
	go func() { done <- c.do(ctx, r, files, to) }()
	select {
	case status := <-done:
		return status
	case <-ctx.Done():
		return exitStopped
	}
}

// templatesIn are the built-in templates, with those of a folder in front where one is given.
func templatesIn(folder string) (fs.FS, error) {
	if folder == "" {
		return templates.Files, nil
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("--templates %s: there is no such folder", folder)
	}
	root, err := os.OpenRoot(folder) // a link in it that leads out of it opens nothing
	if err != nil {
		return nil, fmt.Errorf("--templates %s: it cannot be opened", folder)
	}
	return templates.Over(root.FS(), templates.Files), nil
}

// action is what run and check have in common.
type action func(context.Context, report.Options, fs.FS, report.Progress) (*report.Outcome, error)

// carryOut runs or checks with a progress bar.
func carryOut(ctx context.Context, do action, r *request, files fs.FS, to streams) (*report.Outcome, error) {
	bar := newBar(to.err, r.quiet)
	defer bar.end()
	return do(ctx, r.Options, files, bar.progress())
}

// revision is that of the source which the program was built of, blank where the build did not note it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	revision, modified := "", false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value
		case "vcs.modified":
			modified = s.Value == "true"
		}
	}
	if modified {
		revision += " and changes"
	}
	return revision
}

func versionText() string {
	if r := revision(); r != "" {
		return version + " (" + r + ")"
	}
	return version
}

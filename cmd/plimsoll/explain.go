package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"plimsoll/report"
	"plimsoll/report/standard"
)

// inquiry is a command line of explain as understood.
type inquiry struct {
	report.Options
	report.Asked
	json         bool
	passwordFile string
}

// parseExplain reads FACTORY AREA [PERIOD] [PATH...] and flags, in any order.
func parseExplain(args []string) (*inquiry, fs.FS, error) {
	q := &inquiry{Options: report.Options{Version: version, Paths: []string{"."}}}
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&q.Period, "period", "", "")
	f.StringVar(&q.Templates, "templates", "", "")
	f.StringVar(&q.Indicator, "indicator", "", "")
	f.StringVar(&q.Subject, "subject", "", "")
	f.BoolVar(&q.json, "json", false, "")
	f.StringVar(&q.Encoding, "encoding", "", "")
	f.StringVar(&q.passwordFile, "password-file", "", "")
	f.Var((*each)(&q.Mappings), "mapping", "")
	words, err := anyOrder(f, args)
	switch {
	case err != nil:
		return nil, nil, err
	case len(words) < 2:
		return nil, nil, errors.New("give a FACTORY and an AREA")
	}
	q.Factory, q.Area, words = words[0], words[1], words[2:]
	if len(words) > 0 && q.Period == "" {
		if _, ok := standard.ParseQuarter(words[0]); ok {
			q.Period, words = words[0], words[1:]
		}
	}
	if len(words) > 0 {
		q.Paths = words
	}
	if q.Passwords, err = passwordsIn(q.passwordFile, os.Getenv("PLIMSOLL_PASSWORD")); err != nil {
		return nil, nil, err
	}
	files, err := templatesIn(q.Templates)
	return q, files, err
}

func explainCommand(args []string, stdout, stderr io.Writer) int {
	q, files, err := parseExplain(args)
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, explainText)
		return exitOK
	}
	if err != nil {
		return misused(stderr, err.Error(), "plimsoll explain FACTORY AREA [PERIOD] [PATH...]; --help lists the flags")
	}
	e, err := report.Explain(context.Background(), q.Options, q.Asked, files, nil)
	if err != nil {
		return refused(stderr, err)
	}
	text := []byte(e.Text())
	if q.json {
		if text, err = e.JSON(); err != nil {
			return refused(stderr, err)
		}
	}
	if _, err := stdout.Write(text); err != nil {
		return refused(stderr, err)
	}
	if !e.HasFigure() {
		return exitLeftOut
	}
	return exitOK
}

const explainText = `plimsoll explain [flags] FACTORY AREA [PERIOD] [PATH...]

Shows how the figures of a factory and area came about: every reading with its cell, the conversion, the limits and why
one governs, each formula with its numbers, the result. PATHs are workbooks and folders (default: this folder); PERIOD is
a quarter such as 2026-Q3 (default: the latest that holds at least 1 % of all readings).

  --indicator ID       only this one: exposure, concentration, …, or all
  --subject S          only this agent or process
  --json               for programs, numbers unrounded
  --period 2026-Q3     as PERIOD
  --templates DIR      files here stand in front of the built-in ones, file by file
  --mapping FILE       how to read workbooks laid out in another way; may be given several times (plimsoll map --help)
  --encoding NAME      of text tables that do not say theirs: gb18030, windows-1252, windows-1258, …
  --password-file FILE passwords to try on locked workbooks, one a line; another stands in PLIMSOLL_PASSWORD

Exit status: 0 explained, 1 there is no figure to explain (it says why), 2 wrong usage, or no such factory or area.
`

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"plimsoll/report"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

func explainCommand() *command {
	return &command{name: "explain", takes: "FACTORY AREA [PERIOD] [PATH...]",
		hint:   "plimsoll explain FACTORY AREA [PERIOD] [PATH...]; --help lists the flags",
		accept: acceptExplain, do: doExplain,
		about: `Shows how the figures of a factory and area came about: every reading with its cell, the conversion, the limits and why
one governs, each formula with its numbers, the result. PATHs are workbooks and folders (default: this folder); PERIOD is
a quarter such as 2026-Q3 (default: the latest that holds at least 1 % of all readings).
`,
		after: `Exit status: 0 explained, 1 there is no figure to explain (it says why), 2 wrong usage, or no such factory or area.
`}
}

// acceptExplain takes the words FACTORY AREA [PERIOD] [PATH...].
func acceptExplain(r *request) error {
	words := r.words
	if len(words) < 2 {
		return errors.New("give a FACTORY and an AREA")
	}
	r.Factory, r.Area, words = words[0], words[1], words[2:]
	if len(words) > 0 && r.Period == "" {
		if _, ok := standard.ParseQuarter(words[0]); ok {
			r.Period, words = words[0], words[1:]
		}
	}
	if r.Paths = words; len(words) == 0 {
		r.Paths = []string{"."}
	}
	return nil
}

func doExplain(ctx context.Context, r *request, files fs.FS, to streams) int {
	e, err := report.Explain(ctx, r.Options, r.Asked, files, nil)
	if err != nil {
		return to.refused(err)
	}
	text := e.Text()
	if r.json {
		data, err := e.JSON()
		if err != nil {
			return to.refused(err)
		}
		text = string(data)
	}
	fmt.Fprint(to.out, problem.PrintableText(text))
	if !e.HasFigure() {
		return exitLeftOut
	}
	return exitOK
}

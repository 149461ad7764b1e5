package main

import (
	"context"
	"fmt"
	"io/fs"

	"plimsoll/report"
	"plimsoll/report/problem"
)

func checkCommand() *command {
	return &command{name: "check", takes: "PATH...", tidies: true,
		hint: "--help lists the flags", accept: acceptPaths, do: doCheck,
		about: `Reads the workbooks and lists every problem with its cell and a hint; writes nothing but what --annotate asks for. Equal
problems of many cells are one line with the first of them, and so are
more than a dozen of one kind in a column.
`,
		after: `A session:
  $ plimsoll check --annotate marked audits/
  error audits.xlsx!Noise!F14 not-a-number: "84dB" is not a number (hint: write the level without its unit)
  1 workbook annotated in marked
  1 error, 0 warnings, 0 notes

Exit status: 0 no error-level problem, 1 some, 2 wrong usage, or a copy would take the place of a file.
`}
}

func doCheck(ctx context.Context, r *request, files fs.FS, to streams) int {
	out, err := carryOut(ctx, report.Check, r, files, to)
	if err != nil {
		return to.refused(err)
	}
	least, _ := shown(r.show, problem.Note) // it was looked at before
	to.problems(out.Problems, least)
	if out.Account != nil {
		fmt.Fprintln(to.out, problem.PrintableText(out.Account.String()))
	}
	if out.Copies != nil {
		to.say("%s", out.Copies)
	}
	to.say("%s", count(out))
	if out.Errors() > 0 {
		return exitLeftOut
	}
	return exitOK
}

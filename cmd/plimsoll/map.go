package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"plimsoll/report"
	"plimsoll/report/problem"
)

func mapCommand() *command {
	return &command{name: "map", takes: "WORKBOOK...",
		hint: "plimsoll map --help explains it", accept: acceptMap, do: doMap,
		about: `Proposes a mapping: a file that says how to read workbooks that are not laid out as the audit workbook. It holds what was
recognised (tables, headers, columns, units, dates), how surely and by what, for you to review. What is not sure stands as a
remark, or as ??? where something must stand; while one is left, the mapping does not load. Nothing is applied by itself.
Give several workbooks of one kind together; the programme's own workbooks beside them tell which factories there are. What a
--mapping reads already is not proposed again.
`,
		after: `A session:
  $ plimsoll map lab.xlsx -o lab.yaml
  $ $EDITOR lab.yaml
  $ plimsoll check --mapping lab.yaml lab.xlsx
  $ plimsoll run --mapping lab.yaml audits/

Exit status: 0 proposed, or every sheet is read already; 1 nothing can be mapped; 2 wrong usage, or the FILE exists already.
`}
}

func acceptMap(r *request) error {
	if r.Paths = r.words; len(r.Paths) == 0 {
		return errors.New("map takes a WORKBOOK, or several of one kind")
	}
	return nil
}

func doMap(_ context.Context, r *request, files fs.FS, to streams) int {
	proposed, err := report.ProposeMapping(r.Options, files)
	switch {
	case err != nil:
		return to.refused(err)
	case proposed.Entries == 0:
		return nothingProposed(proposed, to)
	case r.into == "":
		fmt.Fprint(to.out, problem.PrintableText(proposed.Text))
		return exitOK
	}
	if err := writeNew(r.into, proposed.Text); err != nil {
		return to.misused(err.Error(), "name a file that does not exist; nothing was written")
	}
	to.say("%s holds a proposal: review it, then plimsoll check --mapping %s …", r.into, r.into)
	return exitOK
}

// nothingProposed says why there is no mapping to review. Its text has a remark on each sheet, and no file is written
// with it.
func nothingProposed(p *report.Proposal, to streams) int {
	fmt.Fprint(to.out, problem.PrintableText(p.Text))
	if p.Readable {
		fmt.Fprintln(to.err, "nothing is to be mapped: every sheet is read as it stands, or by a mapping that is there")
		return exitOK
	}
	to.error("nothing can be mapped: in no sheet was a table of the audit workbook recognised",
		"the remarks say what each sheet begins with; templates/mappings/README.md shows how a mapping is written")
	return exitLeftOut
}

// writeNew writes a file that must not exist.
func writeNew(name, text string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("--out %s: it exists already, or its folder does not", name)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

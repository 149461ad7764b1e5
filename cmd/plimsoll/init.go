package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"plimsoll/report"
)

func initCommand() *command {
	return &command{name: "init", takes: "DIR", tidies: true,
		hint: "plimsoll init --help explains it", accept: acceptInit, do: doInit,
		about: `Writes what a programme starts with into the folder DIR, which is made if there is none:

  audit-workbook.xlsx  every sheet with its headings, notes that explain them, dropdowns and an example row
  templates/           a copy of the templates (areas, limits, languages, reports, …) to change; run them with --templates
`,
		after: `Nothing is ever overwritten. With --templates, the workbook has the areas of those files too. A DIR that begins with a dash
goes after --.

Exit status: 0 both written, 2 wrong usage, or one of the two is there already and nothing was written, 3 the disk failed.
`}
}

func acceptInit(r *request) error {
	if len(r.words) != 1 || r.words[0] == "" {
		return errors.New("init takes one DIR")
	}
	return nil
}

func doInit(_ context.Context, r *request, files fs.FS, to streams) int {
	if err := report.Init(r.words[0], r.lang, files); err != nil {
		return to.refused(err)
	}
	to.say("audit-workbook.xlsx and templates are in %s", filepath.Clean(r.words[0]))
	return exitOK
}

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"plimsoll/report"
)

// initRequest understands a command line of init: the folder to write into, and the templates to start from.
func initRequest(args []string) (folder string, files fs.FS, err error) {
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	own := f.String("templates", "", "")
	paths, err := anyOrder(f, args)
	switch {
	case err != nil:
		return "", nil, err
	case len(paths) != 1 || paths[0] == "":
		return "", nil, errors.New("init takes one DIR")
	}
	files, err = templatesIn(*own)
	return paths[0], files, err
}

func initCommand(args []string, stdout, stderr io.Writer) int {
	folder, files, err := initRequest(args)
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, initText)
		return exitOK
	}
	if err != nil {
		return misused(stderr, err.Error(), "plimsoll init --help explains it")
	}
	if err := report.Init(folder, files); err != nil {
		return refused(stderr, err)
	}
	fmt.Fprintf(stdout, "audit-workbook.xlsx and templates are in %s\n", filepath.Clean(folder))
	return exitOK
}

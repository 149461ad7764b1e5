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

// initRequest understands a command line of init: the folder to write into, the language of the workbook, and the
// templates to start from.
func initRequest(args []string) (folder, lang string, files fs.FS, err error) {
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	own := f.String("templates", "", "")
	f.StringVar(&lang, "lang", "en", "")
	paths, err := anyOrder(f, args)
	switch {
	case err != nil:
		return "", "", nil, err
	case len(paths) != 1 || paths[0] == "":
		return "", "", nil, errors.New("init takes one DIR")
	}
	files, err = templatesIn(*own)
	return paths[0], lang, files, err
}

func initCommand(args []string, stdout, stderr io.Writer) int {
	folder, lang, files, err := initRequest(args)
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, initText)
		return exitOK
	}
	if err != nil {
		return misused(stderr, err.Error(), "plimsoll init --help explains it")
	}
	if err := report.Init(folder, lang, files); err != nil {
		return refused(stderr, err)
	}
	fmt.Fprintf(stdout, "audit-workbook.xlsx and templates are in %s\n", filepath.Clean(folder))
	return exitOK
}

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"plimsoll/report"
)

// mapRequest understands a command line of map: the workbooks, and the file that the proposal goes to, blank for standard
// output.
func mapRequest(args []string) (o report.Options, files fs.FS, into string, err error) {
	var passwordFile string
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&o.Templates, "templates", "", "")
	f.StringVar(&o.Encoding, "encoding", "", "")
	f.StringVar(&passwordFile, "password-file", "", "")
	f.Var((*each)(&o.Mappings), "mapping", "")
	f.StringVar(&into, "o", "", "")
	f.StringVar(&into, "out", "", "")
	if o.Paths, err = anyOrder(f, args); err != nil {
		return o, nil, "", err
	}
	if len(o.Paths) == 0 {
		return o, nil, "", errors.New("map takes a WORKBOOK, or several of one kind")
	}
	if o.Passwords, err = passwordsIn(passwordFile, os.Getenv("PLIMSOLL_PASSWORD")); err != nil {
		return o, nil, "", err
	}
	files, err = templatesIn(o.Templates)
	return o, files, into, err
}

func mapCommand(args []string, stdout, stderr io.Writer) int {
	o, files, into, err := mapRequest(args)
	if errors.Is(err, errHelp) {
		fmt.Fprint(stdout, mapText)
		return exitOK
	}
	if err != nil {
		return misused(stderr, err.Error(), "plimsoll map --help explains it")
	}
	proposed, err := report.ProposeMapping(o, files)
	switch {
	case err != nil:
		return refused(stderr, err)
	case proposed.Entries == 0:
		return nothingProposed(proposed, stdout, stderr)
	case into == "":
		fmt.Fprint(stdout, proposed.Text)
		return exitOK
	}
	if err := writeNew(into, proposed.Text); err != nil {
		return misused(stderr, err.Error(), "name a file that does not exist; nothing was written")
	}
	fmt.Fprintf(stdout, "%s holds a proposal: review it, then plimsoll check --mapping %s …\n", into, into)
	return exitOK
}

// nothingProposed says why there is no mapping to review. Its text has a remark on each sheet, and no file is written with it.
func nothingProposed(p *report.Proposal, stdout, stderr io.Writer) int {
	fmt.Fprint(stdout, p.Text)
	if p.Readable {
		fmt.Fprintln(stderr, "nothing is to be mapped: every sheet is read as it stands, or by a mapping that is there")
		return exitOK
	}
	fmt.Fprintln(stderr, "error: nothing can be mapped: in no sheet was a table of the audit workbook recognised")
	fmt.Fprintln(stderr, "hint: the remarks say what each sheet begins with; templates/mappings/README.md shows how a mapping is written")
	return exitLeftOut
}

// writeNew writes a file that must not exist.
func writeNew(name, text string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("--out %s: it exists already, or its folder does not", name)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"plimsoll/report"
)

// verifyCommand holds finished folders against their manifests, and prints a line for each difference.
func verifyCommand(args []string, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	folders, err := anyOrder(f, args)
	switch {
	case errors.Is(err, errHelp):
		fmt.Fprint(stdout, verifyText)
		return exitOK
	case err == nil && len(folders) == 0:
		err = errors.New("verify takes a folder that run wrote into")
	}
	if err != nil {
		return misused(stderr, err.Error(), "plimsoll verify --help explains it")
	}
	status := exitOK
	for _, folder := range folders {
		found, err := report.Verify(folder)
		if err != nil {
			return refused(stderr, err)
		}
		for _, line := range found.Differences {
			fmt.Fprintln(stdout, line)
			status = exitLeftOut
		}
		for _, name := range found.Others {
			fmt.Fprintf(stdout, "note: %s is not of this run\n", name)
		}
		fmt.Fprintf(stdout, "%s: %d files, %d documents with their data, %s\n", folder, found.Files, found.Documents, differences(len(found.Differences)))
	}
	return status
}

func differences(n int) string {
	if n == 1 {
		return "1 difference"
	}
	return fmt.Sprintf("%d differences", n)
}

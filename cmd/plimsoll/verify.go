package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"plimsoll/report"
)

func verifyCommand() *command {
	return &command{name: "verify", takes: "OUT",
		hint: "plimsoll verify --help explains it", accept: acceptVerify, do: doVerify,
		about: `Holds a folder that run wrote into (OUT, or one of its periods) against its manifest.json: every file there with its SHA-256,
the figures inside every PDF equal to results.csv, every document that the arguments promise, and no document that the
manifest does not name. Prints a line for each difference, and what was compared. Other files that it does not name are noted.
`,
		after: `Exit status: 0 no difference, 1 some, 2 wrong usage, or there is no manifest.
`}
}

func acceptVerify(r *request) error {
	if len(r.words) == 0 {
		return errors.New("verify takes a folder that run wrote into")
	}
	return nil
}

func doVerify(_ context.Context, r *request, _ fs.FS, to streams) int {
	status := exitOK
	for _, folder := range r.words {
		found, err := report.Verify(folder)
		if err != nil {
			return to.refused(err)
		}
		if r.strict {
			for _, name := range found.Others {
				found.Differences = append(found.Differences, name+": is a file that no manifest names")
			}
			found.Others = nil
		}
		to.verified(folder, found)
		if len(found.Differences) > 0 {
			status = exitLeftOut
		}
	}
	return status
}

// verified prints the differences of a folder, and what was compared.
func (to streams) verified(folder string, found *report.Verified) {
	for _, line := range found.Differences {
		to.say("%s", line)
	}
	for _, name := range found.Others {
		to.say("note: %s is not of this run", name)
	}
	compared := fmt.Sprintf("%s with the sums of the manifest, the data of %s with results.csv",
		many(found.Files, "file"), many(found.Documents, "document"))
	if found.Unread > 0 {
		compared += fmt.Sprintf(" (of %d not, since it cannot be read)", found.Unread)
	}
	to.say("%s: compared %s: %s", folder, compared, many(len(found.Differences), "difference"))
}

package report

import (
	"fmt"
	"io/fs"
	"os"
	"sync"

	"plimsoll/report/mapping"
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/mapping/proposal"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// rules are what workbooks are read by.
type rules struct {
	standard *standard.Standard
	mappings *mapping.Set
}

// ruler gives the rules once they are loaded; it may be called from several goroutines.
type ruler func() (*rules, error)

func rulesOf(templates fs.FS, o Options) ruler {
	return sync.OnceValues(func() (*rules, error) { return openRules(templates, o) })
}

// openRules loads the standard and the mappings; a mistake in them is one of usage, found before any workbook is read.
func openRules(templates fs.FS, o Options) (*rules, error) {
	std, err := standard.Load(templates)
	if err != nil {
		return nil, usage(err.Error(), "")
	}
	own, err := ownMappings(o.Mappings)
	if err != nil {
		return nil, err
	}
	set, err := mapping.Load(templates, own, std)
	if err != nil {
		return nil, usage(err.Error(), "correct the mapping; templates/mappings/README.md explains what may stand in it")
	}
	return &rules{std, set}, nil
}

// ownMappings reads the mappings that were named for this run.
func ownMappings(files []string) ([]declaration.Source, error) {
	var out []declaration.Source
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, usage(fmt.Sprintf("--mapping %s: it cannot be read", name), "check the path")
		}
		out = append(out, declaration.Source{Name: name, Own: true, Data: data})
	}
	return out, nil
}

// ProposeMapping writes a first mapping of workbooks of one kind, for a person to review.
func ProposeMapping(o Options, templates fs.FS) (string, error) {
	get := rulesOf(templates, o)
	r, err := get()
	if err != nil {
		return "", err
	}
	files, reading, _, err := findBooks(o, get)
	if err != nil {
		return "", err
	}
	return proposal.Propose(workbook.OpenAll(files, reading, o.jobs(), func() {}), r.mappings, r.standard), nil
}

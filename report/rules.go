package report

import (
	"fmt"
	"io/fs"
	"os"

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

// openRules loads the standard and the mappings; a mistake in them is one of usage, found before any workbook is read.
func openRules(templates fs.FS, o Options) (*rules, error) {
	std, err := standard.Load(templates)
	if err != nil {
		return nil, usage(err.Error(), "correct the template")
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
	r, err := openRules(templates, o)
	if err != nil {
		return "", err
	}
	files, reading, _, err := findBooks(o, r)
	if err != nil {
		return "", err
	}
	books := make([]*workbook.Book, len(files))
	inParallel(len(files), o.jobs(), func(i int) { books[i] = workbook.Open(files[i].Path, files[i].Name, reading) })
	return proposal.Propose(books, r.mappings, r.standard), nil
}

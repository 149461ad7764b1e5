package mapping

import (
	"fmt"
	"io/fs"
	"slices"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Set is all mappings of a run. It does not change after Load.
type Set struct {
	Words    declaration.Words // the named lists of all mappings
	mappings []*declaration.Mapping
	std      *standard.Standard
	most     int // cells that the tables made of one workbook may have
}

// mostMade bounds what is made: wide columns make many rows of one.
const mostMade = 4_000_000

// Load reads mappings/ of the templates and the files that were given for this run, which stand before them. An error
// is one of declaration.Mistakes, or of the file system.
func Load(templates fs.FS, own []declaration.Source, std *standard.Standard) (*Set, error) {
	names, err := fs.Glob(templates, "mappings/*.yaml")
	if err != nil {
		return nil, err
	}
	sources := slices.Clone(own)
	for _, name := range names {
		data, err := fs.ReadFile(templates, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		sources = append(sources, declaration.Source{Name: name, Data: data})
	}
	mappings, words, err := declaration.Read(sources, std)
	if err != nil {
		return nil, err
	}
	return &Set{words, mappings, std, mostMade}, nil
}

// TextForm is what the mappings declare of a text file by its name, the first of them that does.
func (s *Set) TextForm(name string) workbook.TextForm {
	for _, m := range s.mappings {
		if m.Text != nil && m.NamesFile(name) {
			return *m.Text
		}
	}
	return workbook.TextForm{}
}

// Outcome is what the mappings did to one workbook.
type Outcome struct {
	Applied []*Applied // in the order of its sheets

	matched    map[*declaration.Mapping]bool     // those that describe a sheet, or of which a mismatch was reported
	mismatches map[*declaration.Mapping]mismatch // the one that came nearest
}

// Unused warns of mappings that were given for this run and describe none of its workbooks.
func (s *Set) Unused(outcomes []*Outcome) []problem.Problem {
	var out []problem.Problem
	for _, m := range s.mappings {
		if !m.Own || slices.ContainsFunc(outcomes, func(o *Outcome) bool { return o.matched[m] }) {
			continue
		}
		p := problem.MappingUnused.At(problem.Place{}, "the mapping %s describes none of the sheets", m.Name)
		var nearest *mismatch
		for _, o := range outcomes {
			if x, any := o.mismatches[m]; any && (nearest == nil || x.lacking < nearest.lacking) {
				nearest = &x
			}
		}
		if nearest != nil {
			p.Place = nearest.at
			p.Message += "; this one comes nearest: " + nearest.message
			p.Hint = nearest.hint
		}
		out = append(out, p)
	}
	return out
}

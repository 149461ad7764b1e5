package report

import (
	"fmt"
	"path"
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/output"
)

// promised lists the files that the arguments of a manifest promise and that it does not name: the tables, of each kind
// and language the programme's document, or one for each factory of results.csv.
func promised(m *output.Manifest, figures *figureTable) []string {
	named := map[string]bool{}
	for _, f := range m.Outputs {
		named[f.Name] = true
	}
	var missing []string
	want := func(says string, names ...string) {
		if !slices.ContainsFunc(names, func(name string) bool { return named[name] }) {
			missing = append(missing, says)
		}
	}
	want("results.csv", "results.csv")
	want("problems.csv", "problems.csv")
	if len(m.Kinds) == 0 {
		missing = append(missing, "any kind of document")
	}
	for _, kind := range m.Kinds {
		for _, language := range everyLanguage(m.Arguments.Languages) {
			ending := "." + language + ".pdf"
			if kind.Folder == "" {
				want(kind.Name+ending, kind.Name+ending)
				continue
			}
			for _, id := range figures.factories() {
				names := possibleNames(id)
				want(fmt.Sprintf("a document of %s in %s%s", id, path.Join(kind.Folder, "*"), ending),
					path.Join(kind.Folder, names[0]+ending), path.Join(kind.Folder, names[1]+ending))
			}
		}
	}
	for _, id := range m.Arguments.Factories {
		if figures != nil && !slices.Contains(figures.factories(), id) {
			missing = append(missing, "figures of "+id)
		}
	}
	return missing
}

// everyLanguage are the languages of all documents among those that were asked for: own adds to them.
func everyLanguage(asked []string) []string {
	all := slices.DeleteFunc(slices.Clone(asked), func(lang string) bool { return lang == ownLanguage })
	if len(all) == 0 {
		return []string{"en"}
	}
	return all
}

// factories are the ids of results.csv, each once.
func (t *figureTable) factories() []string {
	if t == nil {
		return nil
	}
	var ids []string
	for _, key := range t.keys {
		if id := t.rows[key][benchmark.ColumnFactory]; len(ids) == 0 || ids[len(ids)-1] != id {
			ids = append(ids, id)
		}
	}
	return ids
}

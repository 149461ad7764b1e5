package proposal

import (
	"slices"
	"strings"

	"plimsoll/report/mapping"
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// factories are those of the audit workbooks that were given beside the one to be mapped: what is called as one of them
// in somebody else's sheet is a factory, whatever stands over it.
type factories struct {
	ids   map[string]string   // by their keys, as they are written
	named map[string][]string // ids by the keys of names; of a name that two have, none is meant
}

// factoriesIn reads the sheets Factories of workbooks.
func factoriesIn(books []*workbook.Book, std *standard.Standard) *factories {
	f := &factories{map[string]string{}, map[string][]string{}}
	at := slices.IndexFunc(std.AllSheets(), func(s *standard.Sheet) bool { return s.Name == "Factories" })
	decl := std.AllSheets()[at]
	for _, b := range books {
		for _, sheet := range b.Sheets {
			if decl.Named(sheet.Name) && mapping.Readable(sheet, std) {
				f.read(sheet, decl)
			}
		}
	}
	return f
}

func (f *factories) read(sheet *workbook.Sheet, decl *standard.Sheet) {
	id, names := 0, []int(nil)
	for _, row := range sheet.Rows {
		if id > 0 {
			f.add(row, id, names)
			continue
		}
		for i, c := range row.Cells {
			switch at := decl.Column(c.Plain()); {
			case c.Kind != workbook.Text || at < 0:
			case decl.Columns[at].Name == "Factory ID":
				id = i + 1
			case slices.Contains([]string{"Name", "Local name", "OS ID"}, decl.Columns[at].Name):
				names = append(names, i+1)
			}
		}
	}
}

func (f *factories) add(row workbook.Row, id int, names []int) {
	written := row.At(id).Plain()
	if written == "" {
		return
	}
	f.ids[declaration.Key(written)] = written
	for _, at := range names {
		if name := row.At(at).Plain(); name != "" {
			key := declaration.Key(name)
			if !slices.Contains(f.named[key], written) {
				f.named[key] = append(f.named[key], written)
			}
		}
	}
}

// isID says whether a text is the id of a factory that was given.
func (f *factories) isID(s string) bool { return f.ids[declaration.Key(s)] != "" }

// isName says whether a text is the name of one factory that was given.
func (f *factories) isName(s string) bool { return len(f.named[declaration.Key(s)]) == 1 }

// words are the names of a column as a list of words: id: [as written].
func (f *factories) words(values []string) string {
	ways := map[string][]string{}
	var order []string
	for _, v := range values {
		if !f.isName(v) {
			continue
		}
		id := f.named[declaration.Key(v)][0]
		if ways[id] == nil {
			order = append(order, id)
		}
		if !slices.ContainsFunc(ways[id], func(w string) bool { return declaration.SameName(w, v) }) {
			ways[id] = append(ways[id], v)
		}
	}
	slices.Sort(order)
	parts := make([]string, len(order))
	for i, id := range order {
		parts[i] = scalar(id) + ": " + scalars(ways[id])
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// within finds the id of a factory that stands in a name as a word or words of its own, and what stands before and
// after it.
func (f *factories) within(name string) (before, after string, found bool) {
	for _, id := range sortedIDs(f.ids) {
		at := strings.Index(strings.ToLower(name), strings.ToLower(id))
		if at < 0 || len(strings.ToLower(name)) != len(name) {
			continue
		}
		before, after = name[:at], name[at+len(id):]
		if !endsInWord(before) && !beginsWithWord(after) {
			return before, after, true
		}
	}
	return "", "", false
}

// sortedIDs has the longer ones first: CN-011 is not CN-01 and a digit.
func sortedIDs(ids map[string]string) (out []string) {
	for _, id := range ids {
		out = append(out, id)
	}
	slices.SortFunc(out, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return out
}

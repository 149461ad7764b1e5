package report

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/internal/pdf"
	"plimsoll/report/language"
	"plimsoll/report/told"
)

// document is one document to make: of a kind, in a language, about a factory or the programme.
type document struct {
	source  *compose.Source
	text    *compose.Template
	factory *audit.Factory // nil: for the programme
	path    string         // below the folder of the period
	carries func() []pdf.Attachment
	left    *atomic.Int32 // documents of the same kind about the factory that are not made yet
}

// forget lets what is known of the factory go, once its last document is made.
func (d *document) forget() {
	if d.left.Add(-1) == 0 && d.factory != nil {
		d.source.Forget(d.factory)
	}
}

// source is what documents are made of.
func (p *plan) source(f *figures, d *documentTemplates) *compose.Source {
	programme := told.New(f.Data, p.standard, f.Limits, f.Made, f.Period)
	issue := compose.Issue{Problems: f.Problems, Version: p.Version, Paper: d.theme.Paper, Compared: p.Previous != "",
		Restatements: f.Made.Restatements(p.earlier, f.Data.Factories), Issued: cmp.Or(p.issued, programme.End())}
	if d.theme.Logo != nil {
		issue.Logo = d.theme.Logo.Alt
	}
	return compose.NewSource(programme, issue)
}

// documents lists the documents of a run, those about all factories of whole, by the names of the factories' files. Those
// that carry the same data follow each other.
func (d *documentTemplates) documents(source, whole *compose.Source, names map[*audit.Factory]string) ([]*document, error) {
	var list []*document
	for _, kind := range d.kinds {
		if !kind.PerFactory {
			list = append(list, documentsOf(whole, kind.all, nil, kind.Name)...)
			continue
		}
		for _, f := range source.Data.Factories {
			texts := slices.Clone(kind.all)
			for _, text := range kind.own {
				if f.Languages != "" && language.Speaks(f, text.Words.Lang) {
					texts = append(texts, text)
				}
			}
			list = append(list, documentsOf(source, texts, f, path.Join(kind.Folder, names[f]))...)
		}
	}
	return list, collide(list)
}

// documentsOf lists the documents of one kind about one factory, or the programme, in each language.
func documentsOf(source *compose.Source, texts []*compose.Template, f *audit.Factory, at string) []*document {
	var list []*document
	carries := sync.OnceValue(func() []pdf.Attachment { return attachments(source, texts[0].Kind, f) })
	left := &atomic.Int32{}
	left.Store(int32(len(texts)))
	for _, text := range texts {
		list = append(list, &document{source, text, f, at + "." + text.Words.Label() + ".pdf", carries, left})
	}
	return list
}

// collide refuses kinds of documents that would write the same file.
func collide(list []*document) error {
	taken := map[string]string{}
	for _, d := range list {
		key := strings.ToLower(d.path)
		if other, twice := taken[key]; twice {
			return usage(fmt.Sprintf("the kinds %s and %s both make %s", other, d.text.Kind.Name, d.path),
				"give one of them another folder in its head")
		}
		taken[key] = d.text.Kind.Name
	}
	return nil
}

// fileNames gives every factory a name that is safe in any file system and no other factory's, also where upper and
// lower case are one.
func fileNames(factories []*audit.Factory) map[*audit.Factory]string {
	out, taken := map[*audit.Factory]string{}, map[string]bool{}
	for _, f := range factories {
		names := possibleNames(f.ID)
		name := names[0]
		if name != f.ID || taken[strings.ToLower(name)] {
			name = names[1]
		}
		taken[strings.ToLower(name)] = true
		out[f] = name
	}
	return out
}

// possibleNames are the two names that the file of a factory may have: its id made safe, and that with a sum of the id.
func possibleNames(id string) [2]string {
	sum := fnv.New32a()
	sum.Write([]byte(id))
	return [2]string{safeName(id), fmt.Sprintf("%s-%08x", safeName(id), sum.Sum32())}
}

// longestName bounds a file name, in characters.
const longestName = 60

func safeName(id string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r) {
			return r
		}
		return '_'
	}, id)
	if runes := []rune(name); len(runes) > longestName {
		name = string(runes[:longestName])
	}
	if base, _, _ := strings.Cut(strings.ToLower(name), "."); base == "" || slices.Contains(reserved(), base) {
		name = "_" + name
	}
	return name
}

// reserved are names that Windows keeps for devices.
func reserved() []string {
	return strings.Fields("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 " +
		"lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
}

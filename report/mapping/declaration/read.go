package declaration

import (
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Source is a mapping file. Own says that it was given by name for this run.
type Source struct {
	Name string
	Own  bool
	Data []byte
}

// Mistake is something in a mapping file that has no meaning.
type Mistake struct {
	File          string
	Line          int
	Message, Hint string
}

func (m Mistake) String() string {
	s := fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Message)
	if m.Hint != "" {
		s += " (hint: " + m.Hint + ")"
	}
	return s
}

// Mistakes are all that was found, by file and line.
type Mistakes []Mistake

func (m Mistakes) Error() string {
	lines := make([]string, len(m))
	for i := range m {
		lines[i] = m[i].String()
	}
	return strings.Join(lines, "\n")
}

// Words are lists of words by name: what each way to write a word stands for, by its key.
type Words map[string]map[string]string

// Find translates a word of a list; ok is false where the list does not have it.
func (w Words) Find(list, written string) (word string, ok bool) {
	word, ok = w[list][Key(written)]
	return word, ok
}

// blank is what a proposed mapping has where a person must decide.
const blank = "???"

// Read reads mapping files; an error is one of Mistakes. The lists of words of a file serve in all of them, so that
// every file is decoded before the first is held against the standard. The list countries is the standard's, unless a
// file has one.
func Read(sources []Source, std *standard.Standard) ([]*Mapping, Words, error) {
	all := Words{}
	var readers []*reader
	for _, s := range sources {
		readers = append(readers, decode(s, std, all))
	}
	if all["countries"] == nil {
		all["countries"] = std.CountryCodes()
	}
	var mappings []*Mapping
	var mistakes Mistakes
	for _, r := range readers {
		if m := r.mapping(); m != nil {
			mappings = append(mappings, m)
		}
		mistakes = append(mistakes, r.mistakes()...)
	}
	if len(mistakes) > 0 {
		return nil, nil, mistakes
	}
	return mappings, all, nil
}

// reader makes a mapping of one file and gathers its mistakes.
type reader struct {
	yaml.Decoder
	source Source
	std    *standard.Standard
	words  Words
	file   *file // nil where it is blank, or no YAML
}

// decode reads a file into structs, and its lists of words into those of all files.
func decode(s Source, std *standard.Standard, all Words) *reader {
	r := &reader{Decoder: yaml.Decoder{Blank: blank, Suggest: didYouMean}, source: s, std: std, words: all}
	root, fault := yaml.Parse(s.Data)
	switch {
	case fault != nil:
		r.Faults = append(r.Faults, *fault)
	case root.Kind == yaml.Nothing:
		r.Fail(1, "templates/mappings/README.md shows what a mapping looks like", "the file is blank")
	case root.Kind != yaml.Table:
		r.Fail(root.Line, "write it as name: value lines", "a mapping was expected here")
	default:
		r.file = &file{}
		r.Decode(root, r.file)
		r.readLists()
	}
	return r
}

func (r *reader) mistakes() (out Mistakes) {
	for _, f := range r.Faults {
		out = append(out, Mistake{r.source.Name, f.Line, f.Message, f.Hint})
	}
	slices.SortStableFunc(out, func(a, b Mistake) int { return a.Line - b.Line })
	return out
}

func didYouMean(written string, known []string) string {
	if near := standard.Nearest(written, known); near != "" {
		return "did you mean " + near + "?"
	}
	return "one of " + strings.Join(known, ", ")
}

// readLists reads the named lists of words of the file.
func (r *reader) readLists() {
	for _, l := range r.file.Words {
		if r.words[l.Key.S] != nil {
			r.Fail(l.Key.Line, "give one of them another name", "there is a list of words called %q already", l.Key.S)
		}
		r.words[l.Key.S] = r.wordList(l.Value)
	}
}

// wordList reads word: [as written, …] lines. The word itself is one of the ways to write it.
func (r *reader) wordList(list yaml.Pairs[[]yaml.Text]) map[string]string {
	out := map[string]string{}
	for _, word := range list {
		ways := word.Value
		if word.Key.S != "" {
			ways = append(ways, word.Key)
		}
		for _, way := range ways {
			if other, taken := out[Key(way.S)]; taken && other != word.Key.S {
				r.Fail(word.Key.Line, "keep it under one of the two",
					"%q stands for both %q and %q", way.S, other, word.Key.S)
			}
			out[Key(way.S)] = word.Key.S
		}
	}
	return out
}

// mapping makes the mapping of the file; nil where it holds lists of words alone.
func (r *reader) mapping() *Mapping {
	f := r.file
	if f == nil || f.Sheets == nil && r.onlyWords() {
		return nil
	}
	m := &Mapping{Name: r.source.Name, Own: r.source.Own, About: f.About, Files: f.Files, Test: f.Test, Skip: f.Skip}
	if f.Text != nil {
		m.Text = &workbook.TextForm{Encoding: string(f.Text.Encoding), Delimiter: byte(f.Text.Delimiter)}
	}
	r.checkTop(m)
	for _, e := range f.Sheets {
		m.Sheets = append(m.Sheets, r.sheet(e))
	}
	return m
}

// onlyWords says that a file is no mapping but a collection of words.
func (r *reader) onlyWords() bool {
	f := r.file
	return len(f.Words) > 0 && len(f.Files)+len(f.Test)+len(f.Skip) == 0 && f.Text == nil
}

func (r *reader) checkTop(m *Mapping) {
	line := int(r.file.Line)
	if r.file.Sheets == nil {
		r.Fail(line, "list under sheets: which sheets there are and what is made of them", "the mapping has no sheets")
	}
	if m.Text != nil && (len(m.Files) == 0 || slices.ContainsFunc(m.Files, Pattern.Anything)) {
		r.Fail(line, "say in files: which are meant",
			"a mapping that says how text is written must say of which files")
	}
	for _, t := range m.Test {
		if t.Row > 0 && t.Sheet == "" {
			r.Fail(t.line, "write it with its sheet, as in Cover!B4", "%q does not say of which sheet", t.Ref)
		}
	}
}

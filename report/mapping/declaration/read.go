package declaration

import (
	"fmt"
	"slices"
	"strings"

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

// Read reads mapping files; an error is one of Mistakes. The lists of words of a file serve in all of them.
func Read(sources []Source, std *standard.Standard) ([]*Mapping, Words, error) {
	all := Words{}
	var readers []*reader
	var mistakes Mistakes
	for _, s := range sources {
		r := &reader{file: s.Name, own: s.Own, std: std, words: all}
		root, mistake := treeOf(s.Data)
		if mistake != nil {
			r.add(*mistake)
		} else {
			r.root = root
			r.readLists()
		}
		readers = append(readers, r)
	}
	var mappings []*Mapping
	for _, r := range readers {
		if m := r.mapping(); m != nil {
			mappings = append(mappings, m)
		}
		slices.SortStableFunc(r.mistakes, func(a, b Mistake) int { return a.Line - b.Line })
		mistakes = append(mistakes, r.mistakes...)
	}
	if len(mistakes) > 0 {
		return nil, nil, mistakes
	}
	return mappings, all, nil
}

// reader reads one file and gathers its mistakes.
type reader struct {
	file     string
	own      bool
	std      *standard.Standard
	words    Words
	root     *node
	mistakes Mistakes
}

func (r *reader) add(m Mistake) {
	m.File = r.file
	r.mistakes = append(r.mistakes, m)
}

func (r *reader) fail(line int, hint, message string, args ...any) {
	r.add(Mistake{Line: line, Message: fmt.Sprintf(message, args...), Hint: hint})
}

// blank is what a proposed mapping has where a person must decide.
const blank = "???"

// keys are what a map of the file may hold, and what reads each.
type keys map[string]func(*node)

// read goes through a map. A key that is not known is a mistake that says which may be meant.
func (r *reader) read(n *node, what string, known keys) {
	if n.kind != table {
		r.fail(n.line, "write it as name: value lines, indented below", "%s was expected here", what)
		return
	}
	for _, p := range n.pairs {
		if do, ok := known[p.key]; ok {
			do(p.value)
			continue
		}
		if r.unfilled(p) {
			continue
		}
		var names []string
		for name := range known {
			names = append(names, name)
		}
		slices.Sort(names)
		hint := "one of " + strings.Join(names, ", ")
		if near := standard.Nearest(p.key, names); near != "" {
			hint = "did you mean " + near + "?"
		}
		r.fail(p.line, hint, "%s has no key %q", what, p.key)
	}
}

// unfilled says whether the key is one that a proposal leaves blank, and reports it.
func (r *reader) unfilled(p pair) bool {
	if p.key == blank {
		r.scalar(&node{line: p.line, kind: text, text: blank})
	}
	return p.key == blank
}

// scalar is a text; what is left blank by a proposal is a mistake.
func (r *reader) scalar(n *node) string {
	switch {
	case n.kind == nothing:
		return ""
	case n.kind != text:
		r.fail(n.line, "", "a text was expected here")
	case n.text == blank:
		r.fail(n.line, "write what belongs there; the comment beside it says what", "%s is still to be filled in", blank)
	}
	return n.text
}

// scalars is a text, or a list of them.
func (r *reader) scalars(n *node) []string {
	if n.kind != list {
		return []string{r.scalar(n)}
	}
	var out []string
	for _, item := range n.items {
		out = append(out, r.scalar(item))
	}
	return out
}

func (r *reader) yes(n *node) bool {
	s := strings.ToLower(r.scalar(n))
	switch s {
	case "yes", "true":
		return true
	case "no", "false", blank:
		return false
	}
	r.fail(n.line, "write yes or no", "%q is neither yes nor no", s)
	return false
}

// one is a text of a closed list.
func (r *reader) one(n *node, what string, of ...string) string {
	s := r.scalar(n)
	if s != blank && !slices.Contains(of, s) {
		r.fail(n.line, "one of "+strings.Join(of, ", "), "unknown %s %q", what, s)
	}
	return s
}

func (r *reader) patterns(n *node) []Pattern {
	var out []Pattern
	for _, s := range r.scalars(n) {
		out = append(out, r.patternOf(n.line, s))
	}
	return out
}

func (r *reader) patternOf(line int, s string) Pattern {
	p, err := NewPattern(s)
	switch {
	case s == "":
		r.fail(line, "* stands for anything", "the pattern is blank")
	case err != nil:
		r.fail(line, err.Error(), "the pattern %q has no meaning", s)
	}
	return p
}

// taking is a pattern of which a part is the value.
func (r *reader) taking(n *node) Pattern {
	p := r.patternOf(n.line, r.scalar(n))
	if p.whole != nil && !p.hasValue() {
		r.fail(n.line, `put < and > around the part that counts, as in "air <*> *"`, "the pattern %q does not say which part counts", p.Written)
	}
	return p
}

// mapping reads the whole file; nil where it holds lists of words alone.
func (r *reader) mapping() *Mapping {
	if r.root == nil {
		return nil
	}
	if r.root.kind == nothing {
		r.fail(1, "templates/mappings/README.md shows what a mapping looks like", "the file is blank")
		return nil
	}
	m := &Mapping{Name: r.file, Own: r.own}
	d := &defaults{}
	var sheets *node
	passed := func(*node) {}
	r.read(r.root, "a mapping", keys{
		"about":     func(n *node) { m.About = r.scalar(n) },
		"files":     func(n *node) { m.Files = r.patterns(n) },
		"text":      func(n *node) { m.Text = r.textForm(n) },
		"test":      func(n *node) { m.Test = r.tests(n, true) },
		"words":     passed,
		"decimal":   d.number(r, &d.decimal),
		"thousands": d.number(r, &d.thousands),
		"dates":     func(n *node) { d.dates = r.dates(n) },
		"skip":      func(n *node) { m.Skip = r.skips(n) },
		"sheets":    func(n *node) { sheets = n },
	})
	switch {
	case sheets != nil:
		r.sheets(sheets, m, d)
	case r.root.kind == table && !r.onlyWords():
		r.fail(r.root.line, "list under sheets: which sheets there are and what is made of them", "the mapping has no sheets")
	default:
		return nil
	}
	if m.Text != nil && (len(m.Files) == 0 || slices.ContainsFunc(m.Files, Pattern.Anything)) {
		r.fail(r.root.line, "say in files: which are meant", "a mapping that says how text is written must say of which files")
	}
	return m
}

func (r *reader) onlyWords() bool {
	for _, p := range r.root.pairs {
		if p.key != "words" && p.key != "about" {
			return false
		}
	}
	return len(r.root.pairs) > 0
}

// defaults are how numbers and dates are written unless a column says otherwise.
type defaults struct {
	decimal, thousands string
	line               int
	dates              []*DateForm
}

func (d *defaults) number(r *reader, into *string) func(*node) {
	return func(n *node) {
		if *into, d.line = r.scalar(n), n.line; *into == blank {
			*into = ""
		}
	}
}

// numbers is what is declared of numbers, nil for nothing.
func (d *defaults) numbers(r *reader) *NumberForm {
	if d.decimal == "" && d.thousands == "" {
		return nil
	}
	f, err := newNumberForm(d.decimal, d.thousands)
	if err != nil {
		r.fail(d.line, "", "%s", err)
	}
	return f
}

func (r *reader) dates(n *node) []*DateForm {
	var out []*DateForm
	orders := 0
	for _, s := range r.scalars(n) {
		if s == blank {
			continue
		}
		f, err := NewDateForm(s)
		if err != nil {
			r.fail(n.line, "", "dates %q: %s", s, err)
			continue
		}
		if f.IsOrder() && f.Written != "ymd" {
			orders++
		}
		out = append(out, f)
	}
	if orders > 1 {
		r.fail(n.line, "declare one of them", "a date cannot be both dmy and mdy")
	}
	return out
}

func (r *reader) textForm(n *node) *workbook.TextForm {
	f := &workbook.TextForm{}
	r.read(n, "text", keys{
		"encoding": func(n *node) {
			f.Encoding = r.scalar(n)
			if err := workbook.CheckEncoding(f.Encoding); err != nil && f.Encoding != blank {
				r.fail(n.line, "gb18030, windows-1252 and windows-1258 are some", "%s", err)
			}
		},
		"delimiter": func(n *node) {
			switch s := n.text; {
			case s == "tab" || s == "\t":
				f.Delimiter = '\t'
			case s == "," || s == ";" || s == "|":
				f.Delimiter = s[0]
			default:
				r.one(n, "delimiter", ",", ";", "|", "tab")
			}
		},
	})
	return f
}

func (r *reader) skips(n *node) []Skip {
	if n.kind != table {
		return []Skip{{Sheets: r.patterns(n), Because: "it holds nothing to read"}}
	}
	var out []Skip
	for _, p := range n.pairs {
		out = append(out, Skip{[]Pattern{r.patternOf(p.line, p.key)}, r.scalar(p.value)})
	}
	return out
}

// readLists reads the named lists of words of the file.
func (r *reader) readLists() {
	for _, p := range r.root.pairs {
		if p.key != "words" || r.root.kind != table {
			continue
		}
		if p.value.kind != table {
			r.fail(p.line, "write name: {word: [as written]}", "lists of words were expected here")
			continue
		}
		for _, l := range p.value.pairs {
			if r.words[l.key] != nil {
				r.fail(l.line, "give one of them another name", "there is a list of words called %q already", l.key)
			}
			r.words[l.key] = r.wordList(l.value)
		}
	}
}

// wordList reads word: [as written, …] lines. The word itself is one of the ways to write it.
func (r *reader) wordList(n *node) map[string]string {
	out := map[string]string{}
	if n.kind != table {
		r.fail(n.line, "write it as word: [as written, as written]", "a list of words was expected here")
		return out
	}
	for _, p := range n.pairs {
		ways := r.scalars(p.value)
		if p.key != "" {
			ways = append(ways, p.key)
		}
		for _, way := range ways {
			if other, taken := out[Key(way)]; taken && other != p.key {
				r.fail(p.line, "keep it under one of the two", "%q stands for both %q and %q", way, other, p.key)
			}
			out[Key(way)] = p.key
		}
	}
	return out
}

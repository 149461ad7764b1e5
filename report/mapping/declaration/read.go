package declaration

import (
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/standard"
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

// Read reads mapping files; an error is one of Mistakes. The lists of words of a file serve in all of them; the list countries
// is the standard's, unless a file has one.
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
	if all["countries"] == nil {
		all["countries"] = std.CountryCodes()
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
func (r *reader) scalars(n *node) []string { return oneOrMore(n, r.scalar) }

// oneOrMore reads a thing, or each of a list of them.
func oneOrMore[T any](n *node, read func(*node) T) []T {
	if n.kind != list {
		return []T{read(n)}
	}
	var out []T
	for _, item := range n.items {
		out = append(out, read(item))
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

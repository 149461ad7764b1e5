package declaration

import (
	"slices"

	"plimsoll/report/internal/textable"
	"plimsoll/report/workbook"
)

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
			if err := textable.CheckEncoding(f.Encoding); err != nil && f.Encoding != blank {
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

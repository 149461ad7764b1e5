package declaration

import (
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/standard"
)

// column reads how one column of a target is filled: by a heading alone, or by a map.
func (r *reader) column(p pair, decl *standard.Column, t *Target, d defaults) *Column {
	c := &Column{Line: p.line, Decl: decl}
	if p.value.kind != table {
		c.Name.Headings = r.scalars(p.value)
		if slices.Contains(c.Name.Headings, "") {
			r.fail(p.line, "write the heading; a column that the sheet does not have is left away", "%s names no heading", decl.Name)
		}
		c.Numbers, c.Dates = r.formsOf(c, &d)
		r.checkColumn(c, t, false)
		return c
	}
	sources, ownDates := 0, false
	from := func(f From, do func(*node)) func(*node) {
		return func(n *node) {
			sources++
			c.From = f
			do(n)
		}
	}
	r.read(p.value, decl.Name, keys{
		"heading":    from(Heading, func(n *node) { c.Name.Headings = r.scalars(n) }),
		"like":       from(Heading, func(n *node) { pattern := r.patternOf(n.line, r.scalar(n)); c.Name.Like = &pattern }),
		"column":     from(Heading, func(n *node) { c.Name.Letter = r.letter(n) }),
		"cell":       from(Cell, func(n *node) { c.Ref = r.ref(n.line, r.scalar(n)) }),
		"label":      from(Label, func(n *node) { c.Label = r.scalar(n) }),
		"title":      from(Title, func(n *node) { c.Take = r.titlePattern(n) }),
		"file":       from(FileName, func(n *node) { c.Take = r.taking(n) }),
		"sheet":      from(SheetName, func(n *node) { c.Take = r.taking(n) }),
		"write":      from(Written, func(n *node) { c.Text = r.text(n.line, r.scalar(n)) }),
		"heading_of": from(HeadingOf, func(n *node) { c.Of = r.scalar(n) }),
		"wide": from(WideValue, func(n *node) {
			if r.one(n, "part of a wide column", "value", "heading") == "heading" {
				c.From = WideHeading
			}
		}),
		"right":     func(n *node) { c.Right = r.steps(n) },
		"below":     func(n *node) { c.Below = r.steps(n) },
		"optional":  func(n *node) { c.Optional = r.yes(n) },
		"pattern":   func(n *node) { c.Pattern = r.takingAny(n) },
		"words":     func(n *node) { c.Words = r.wordsOf(n) },
		"if_blank":  func(n *node) { c.IfBlank = r.scalar(n) },
		"find":      func(n *node) { c.FindUnit = r.findUnit(n, decl, t) },
		"decimal":   d.number(r, &d.decimal),
		"thousands": d.number(r, &d.thousands),
		"dates":     func(n *node) { d.dates, ownDates = r.dates(n), true },
		"day":       func(n *node) { c.Day = r.one(n, "day", "first", "last") },
		"unit":      func(n *node) { c.Times = r.factor(n) },
	})
	if sources != 1 {
		r.fail(p.line, "write one of heading, like, column, cell, label, title, file, sheet, write, wide, heading_of", "%s has %d sources", decl.Name, sources)
		return c
	}
	c.Numbers, c.Dates = r.formsOf(c, &d)
	r.checkColumn(c, t, ownDates)
	return c
}

// formsOf are the forms of numbers and dates that a column's kind has a use for.
func (r *reader) formsOf(c *Column, d *defaults) (*NumberForm, []*DateForm) {
	switch c.Decl.Kind {
	case "number", "count", "share", "concentration":
		return d.numbers(r), nil
	case "date", "month", "period":
		return nil, d.dates
	}
	return nil, nil
}

// findUnit is for the one column that holds a unit.
func (r *reader) findUnit(n *node, decl *standard.Column, t *Target) *standard.Area {
	r.one(n, "thing to find", "unit")
	if decl.Field != "unit" || t.Area == nil {
		r.fail(n.line, "", "%s holds no unit", decl.Name)
		return nil
	}
	return t.Area
}

func (r *reader) steps(n *node) int {
	steps, err := strconv.Atoi(r.scalar(n))
	if (err != nil || steps < 1 || steps > 100) && n.text != blank {
		r.fail(n.line, "1 is the next cell", "%q is no number of cells", n.text)
	}
	return steps
}

// titlePattern wants some letters: a title is told from the data by its words.
func (r *reader) titlePattern(n *node) Pattern {
	p := r.taking(n)
	if len([]rune(strings.Trim(standard.Fold(p.Written), "0123456789"))) < 2 && n.text != blank {
		r.fail(n.line, `write the title's words, as in "Factory: *"`, "the title %q could be any cell", p.Written)
	}
	return p
}

func (r *reader) takingAny(n *node) []Pattern { return oneOrMore(n, r.taking) }

// wordsOf is a list of words written out, or the name of one.
func (r *reader) wordsOf(n *node) map[string]string {
	if n.kind == table {
		return r.wordList(n)
	}
	name := r.scalar(n)
	words, known := r.words[name]
	if !known && name != blank {
		var names []string
		for l := range r.words {
			names = append(names, l)
		}
		slices.Sort(names)
		r.fail(n.line, didYouMean(name, names), "there is no list of words %q", name)
	}
	return words
}

// factors are the units that a number may be declared to be written in.
func factors() map[string]Factor {
	return map[string]Factor{"percent": {By: 1, Per: 100}, "hundred": {By: 100, Per: 1}, "thousand": {By: 1000, Per: 1}, "million": {By: 1_000_000, Per: 1},
		"minutes": {By: 1, Per: 60}, "time of day": {By: 24, Per: 1, Clock: true}}
}

// factor reads a unit by its name, or {name: crates of 12, times: 12}.
func (r *reader) factor(n *node) Factor {
	if n.kind != table {
		f, known := factors()[r.scalar(n)]
		if !known && n.text != blank {
			names := []string{"hundred", "million", "minutes", "percent", "thousand", "time of day"}
			r.fail(n.line, didYouMean(n.text, names)+"; any other is declared as {name: crates of 12, times: 12}", "unknown unit %q", n.text)
		}
		f.Unit = n.text
		return f
	}
	f := Factor{Per: 1}
	r.read(n, "unit", keys{
		"name": func(n *node) { f.Unit = r.scalar(n) },
		"times": func(n *node) {
			v, err := strconv.ParseFloat(r.scalar(n), 64)
			if (err != nil || !(v > 0) || v > 1e12) && n.text != blank {
				r.fail(n.line, "", "times is a number above 0")
			}
			f.By = v
		},
	})
	if f.Unit == "" || f.By == 0 {
		r.fail(n.line, "", "a unit needs its name and how much one of it is (times)")
	}
	return f
}

// text reads a text with places in braces.
func (r *reader) text(line int, s string) Text {
	var out Text
	var run strings.Builder
	flush := func() {
		if run.Len() > 0 {
			out = append(out, Part{Words: run.String()})
			run.Reset()
		}
	}
	for rest := s; rest != ""; {
		place, after, closed := strings.Cut(strings.TrimPrefix(rest, "{"), "}")
		switch {
		case strings.HasPrefix(rest, `\`) && len(rest) > 1:
			run.WriteByte(rest[1])
			rest = rest[2:]
		case rest[0] != '{':
			run.WriteByte(rest[0])
			rest = rest[1:]
		case !closed || strings.TrimSpace(place) == "":
			r.fail(line, `write \{ for the sign itself`, "%q has a { without its name and }", s)
			return out
		default:
			flush()
			out = append(out, partOf(strings.TrimSpace(place)))
			rest = after
		}
	}
	flush()
	return out
}

func partOf(place string) Part {
	p := Part{Place: place}
	letter, isLetter := strings.CutPrefix(place, "column ")
	switch {
	case slices.Contains([]string{"row", "file", "sheet", "values", "blanks", "rows"}, place):
	case isLetter && letters.MatchString(letter):
		p.Name = &Name{Letter: columnNumber(letter)}
	default:
		p.Name = &Name{Headings: []string{place}}
	}
	return p
}

func (t Text) has(place string) bool {
	return slices.ContainsFunc(t, func(p Part) bool { return p.Place == place && p.Name == nil })
}

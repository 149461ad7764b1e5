package declaration

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/standard"
)

// The texts of a mapping that have a form of their own. Each says itself what is wrong with a text; at which line that
// stands, the decoder knows.

// UnmarshalText reads a pattern that is not blank.
func (p *Pattern) UnmarshalText(text []byte) error {
	s := string(text)
	if s == "" {
		return yaml.Faulty("* stands for anything", "the pattern is blank")
	}
	read, err := NewPattern(s)
	if err != nil {
		return yaml.Faulty(err.Error(), "the pattern %q has no meaning", s)
	}
	*p = read
	return nil
}

// taking is a pattern of which a part is the value.
type taking struct{ Pattern }

func (t *taking) UnmarshalText(text []byte) error {
	if err := t.Pattern.UnmarshalText(text); err != nil {
		return err
	}
	if !t.hasValue() {
		return yaml.Faulty(`put < and > around the part that counts, as in "air <*> *"`,
			"the pattern %q does not say which part counts", t.Written)
	}
	return nil
}

// titleForm is the pattern of a title. It wants some letters: a title is told from the data by its words.
type titleForm struct{ taking }

func (t *titleForm) UnmarshalText(text []byte) error {
	if err := t.taking.UnmarshalText(text); err != nil {
		return err
	}
	if !IsTitle(t.Written) {
		return yaml.Faulty(`write the title's words, as in "Factory: *"`, "the title %q could be any cell", t.Written)
	}
	return nil
}

// IsTitle says whether the words of a title tell it from data.
func IsTitle(words string) bool {
	return len([]rune(strings.Trim(standard.Fold(words), "0123456789"))) >= 2
}

// IsLabel says whether a text can be looked for as a label: it has a letter.
func IsLabel(s string) bool { return standard.Fold(s) != "" }

var cellForm = regexp.MustCompile(`^\$?([A-Za-z]{1,3})\$?(\d{1,7})$`)

// UnmarshalText reads B4, or Room!B4.
func (r *Ref) UnmarshalText(text []byte) error {
	sheet, cell := "", string(text)
	if i := strings.LastIndexByte(cell, '!'); i >= 0 {
		sheet, cell = strings.TrimSpace(cell[:i]), cell[i+1:]
	}
	m := cellForm.FindStringSubmatch(strings.TrimSpace(cell))
	row := 0
	if m != nil {
		row, _ = strconv.Atoi(m[2])
	}
	if row == 0 {
		return yaml.Faulty("write it as B4, or with its sheet as Cover!B4", "%q is no cell", text)
	}
	*r = Ref{sheet, row, columnNumber(m[1])}
	return nil
}

func columnNumber(letters string) int {
	n := 0
	for _, c := range strings.ToUpper(letters) {
		n = n*26 + int(c-'A') + 1
	}
	return n
}

// letter is a column by its letters; 0 is none.
type letter int

var letters = regexp.MustCompile(`^[A-Za-z]{1,3}$`)

func (l *letter) UnmarshalText(text []byte) error {
	if !letters.Match(text) {
		return yaml.Faulty("a column is a letter (C) or two (AB); a heading stands under heading:", "%q is no column", text)
	}
	*l = letter(columnNumber(string(text)))
	return nil
}

var headerForm = regexp.MustCompile(`^(\d+)(?: ?[-–] ?(\d+))?$|^(\d+) rows?$`)

// UnmarshalText reads 6, 5-6, "2 rows" or none.
func (h *Header) UnmarshalText(text []byte) error {
	if string(text) == "none" {
		*h = Header{None: true, Rows: 1}
		return nil
	}
	m := headerForm.FindStringSubmatch(string(text))
	if m == nil {
		return yaml.Faulty(`write the row (6), the stacked rows (5-6), how many are stacked ("2 rows"), or none`,
			"header %q has no meaning", text)
	}
	var read Header
	read.First, _ = strconv.Atoi(m[1])
	read.Last = read.First
	if m[2] != "" {
		read.Last, _ = strconv.Atoi(m[2])
	}
	if read.Rows = read.Last - read.First + 1; m[3] != "" {
		read = Header{}
		read.Rows, _ = strconv.Atoi(m[3])
	}
	if read.Rows < 1 || read.Rows > 10 || m[3] == "" && read.First == 0 {
		return yaml.Faulty("", "header %q: a header has one row to ten, counted from 1", text)
	}
	*h = read
	return nil
}

var rowsForm = regexp.MustCompile(`^(\d+)(?: ?[-–] ?(\d*))?$`)

// UnmarshalText reads 7, 7- or 7-250.
func (r *Rows) UnmarshalText(text []byte) error {
	m := rowsForm.FindStringSubmatch(string(text))
	if m == nil {
		return yaml.Faulty("write the first row of the data and the last, as in 7-250, or 7- for all from there",
			"rows %q has no meaning", text)
	}
	first, _ := strconv.Atoi(m[1])
	last, _ := strconv.Atoi(m[2])
	if last > 0 && last < first || first == 0 {
		return yaml.Faulty("", "rows %q ends before it begins", text)
	}
	*r = Rows{first, last}
	return nil
}

// oneOf reads a word of a closed list.
func oneOf(text []byte, what string, known ...string) (string, error) {
	s := string(text)
	if !slices.Contains(known, s) {
		return "", yaml.Faulty("one of "+strings.Join(known, ", "), "unknown %s %q", what, s)
	}
	return s, nil
}

// toRight is the one word that carry: may have.
type toRight bool

func (r *toRight) UnmarshalText(text []byte) error {
	s, err := oneOf(text, "carry", "right")
	*r = s != ""
	return err
}

// widePart is what a column takes of a wide column.
type widePart From

func (w *widePart) UnmarshalText(text []byte) error {
	s, err := oneOf(text, "part of a wide column", "value", "heading")
	*w = map[string]widePart{"value": widePart(WideValue), "heading": widePart(WideHeading)}[s]
	return err
}

// dayWord says which day stands for a month or a quarter.
type dayWord string

func (d *dayWord) UnmarshalText(text []byte) error {
	s, err := oneOf(text, "day", "first", "last")
	*d = dayWord(s)
	return err
}

// unitWord is the one thing that find: finds.
type unitWord bool

func (u *unitWord) UnmarshalText(text []byte) error {
	s, err := oneOf(text, "thing to find", "unit")
	*u = s != ""
	return err
}

// steps are how many cells a value stands from its label.
type steps int

func (s *steps) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 1 || n > 100 {
		return yaml.Faulty("1 is the next cell", "%q is no number of cells", text)
	}
	*s = steps(n)
	return nil
}

// UnmarshalText reads 75 %, or 0.75.
func (s *Share) UnmarshalText(text []byte) error {
	written, percent := strings.CutSuffix(strings.TrimSpace(string(text)), "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(written), 64)
	if percent {
		v /= 100
	}
	if err != nil || !(v > 0 && v <= 1) {
		return yaml.Faulty("write it as 75 %", "%q is no share", text)
	}
	*s = Share(v)
	return nil
}

// UnmarshalText reads how many there are, one at least.
func (c *Count) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 1 {
		return yaml.Faulty("one a minute makes 1440", "values is how many a whole day has")
	}
	*c = Count(n)
	return nil
}

// factors are the units that a number may be declared to be written in.
func factors() map[string]Factor {
	return map[string]Factor{
		"percent": {By: 1, Per: 100}, "hundred": {By: 100, Per: 1}, "thousand": {By: 1000, Per: 1},
		"million": {By: 1_000_000, Per: 1}, "minutes": {By: 1, Per: 60}, "time of day": {By: 24, Per: 1, Clock: true},
	}
}

// ReadNode reads a unit by its name, or {name: crates of 12, times: 12}.
func (f *Factor) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	if n.Kind == yaml.Table {
		f.declared(d, n)
		return
	}
	name, ok := d.Text(n)
	known, found := factors()[name]
	if ok && !found {
		names := []string{"hundred", "million", "minutes", "percent", "thousand", "time of day"}
		d.Fail(n.Line, didYouMean(name, names)+"; any other is declared as {name: crates of 12, times: 12}",
			"unknown unit %q", name)
	}
	*f = known
	f.Unit = name
}

func (f *Factor) declared(d *yaml.Decoder, n *yaml.Node) {
	var own struct {
		yaml.Line `called:"a unit"`
		Name      string    `yaml:"name"`
		Times     yaml.Text `yaml:"times"`
	}
	d.Decode(n, &own)
	v, err := strconv.ParseFloat(own.Times.S, 64)
	switch {
	case own.Times.S != "" && (err != nil || !(v > 0) || v > 1e12):
		d.Fail(own.Times.Line, "", "times is a number above 0")
	case own.Name == "" || own.Times.S == "":
		d.Fail(n.Line, "", "a unit needs its name and how much one of it is (times)")
	}
	*f = Factor{Unit: own.Name, By: v, Per: 1}
}

// UnmarshalText reads a text with places in braces.
func (t *Text) UnmarshalText(text []byte) error {
	var out Text
	var run strings.Builder
	flush := func() {
		if run.Len() > 0 {
			out = append(out, Part{Words: run.String()})
			run.Reset()
		}
	}
	for rest := string(text); rest != ""; {
		place, after, closed := strings.Cut(strings.TrimPrefix(rest, "{"), "}")
		switch {
		case strings.HasPrefix(rest, `\`) && len(rest) > 1:
			run.WriteByte(rest[1])
			rest = rest[2:]
		case rest[0] != '{':
			run.WriteByte(rest[0])
			rest = rest[1:]
		case !closed || strings.TrimSpace(place) == "":
			return yaml.Faulty(`write \{ for the sign itself`, "%q has a { without its name and }", text)
		default:
			flush()
			out = append(out, partOf(strings.TrimSpace(place)))
			rest = after
		}
	}
	flush()
	*t = out
	return nil
}

func partOf(place string) Part {
	p := Part{Place: place}
	column, isLetter := strings.CutPrefix(place, "column ")
	switch {
	case slices.Contains([]string{"row", "file", "sheet", "values", "blanks", "rows",
		"shift name", "shift hours"}, place):
	case isLetter && letters.MatchString(column):
		p.Name = &Name{Letter: columnNumber(column)}
	default:
		p.Name = &Name{Headings: []string{place}}
	}
	return p
}

func (t Text) has(place string) bool {
	return slices.ContainsFunc(t, func(p Part) bool { return p.Place == place && p.Name == nil })
}

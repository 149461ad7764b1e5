package declaration

import (
	"plimsoll/report/internal/textable"
	"plimsoll/report/internal/yaml"
)

// The file as it is written: one struct for each group of keys. What needs no look at the standard is decoded into its
// last form at once; the rest is made of these structs by reader.

// file is a whole mapping file.
type file struct {
	yaml.Line `called:"a mapping"`
	About     string                              `yaml:"about"`
	Files     []Pattern                           `yaml:"files"`
	Text      *textForm                           `yaml:"text"`
	Test      tests                               `yaml:"test"`
	Words     yaml.Pairs[yaml.Pairs[[]yaml.Text]] `yaml:"words"`
	forms
	Skip   skips    `yaml:"skip"`
	Sheets []*entry `yaml:"sheets,list"`
}

// forms are how numbers and dates are written, unless what stands further in says otherwise.
type forms struct {
	Decimal   yaml.Text `yaml:"decimal"`
	Thousands yaml.Text `yaml:"thousands"`
	Dates     dateForms `yaml:"dates"`
	Era       Era       `yaml:"era"`
}

// within gives the forms that hold further in, where some are declared.
func (f forms) within(inner forms) forms {
	if inner.Decimal.S == "" {
		inner.Decimal = f.Decimal
	}
	if inner.Thousands.S == "" {
		inner.Thousands = f.Thousands
	}
	if inner.Dates.Line == 0 {
		inner.Dates = f.Dates
	}
	if inner.Era.Name == "" {
		inner.Era = f.Era
	}
	return inner
}

// dateForms are the forms in which dates are written. A text that could be day first or month first is none.
type dateForms struct {
	Line  int
	Forms []*DateForm
}

// ReadNode reads a form, or a list of them.
func (f *dateForms) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	var written []yaml.Text
	d.Decode(n, &written)
	f.Line = n.Line
	orders := 0
	for _, w := range written {
		if w.S == "" {
			continue
		}
		form, err := NewDateForm(w.S)
		if err != nil {
			d.Fail(w.Line, "", "dates %q: %s", w.S, err)
			continue
		}
		if form.IsOrder() && form.Written != "ymd" {
			orders++
		}
		f.Forms = append(f.Forms, form)
	}
	if orders > 1 {
		d.Fail(n.Line, "declare one of them", "a date cannot be both dmy and mdy")
	}
}

// textForm is how text files are written.
type textForm struct {
	yaml.Line `called:"text"`
	Encoding  encodingName `yaml:"encoding"`
	Delimiter delimiter    `yaml:"delimiter"`
}

type encodingName string

func (e *encodingName) UnmarshalText(text []byte) error {
	*e = encodingName(text)
	if err := textable.CheckEncoding(string(text)); err != nil {
		return yaml.Faulty("gb18030, windows-1252 and windows-1258 are some", "%s", err)
	}
	return nil
}

type delimiter byte

func (l *delimiter) UnmarshalText(text []byte) error {
	if string(text) == "\t" {
		text = []byte("tab")
	}
	s, err := oneOf(text, "delimiter", ",", ";", "|", "tab")
	switch {
	case s == "tab":
		*l = '\t'
	case s != "":
		*l = delimiter(s[0])
	}
	return err
}

// tests are cells and what they must hold.
type tests []Test

// ReadNode reads the table of cells.
func (t *tests) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	if n.Kind != yaml.Table {
		d.Fail(n.Line, `write it as cells and what they hold: {A1: "Noise survey*"}`, "a test was expected here")
		return
	}
	for _, p := range n.Pairs {
		test := Test{line: p.Line}
		d.Decode(&yaml.Node{Line: p.Line, Kind: yaml.Scalar, Text: p.Key}, &test.Ref)
		d.Decode(p.Value, &test.Is)
		*t = append(*t, test)
	}
}

// skips are sheets that hold nothing to read: a list of them, or each with the reason.
type skips []Skip

// ReadNode reads both forms.
func (s *skips) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	if n.Kind != yaml.Table {
		skip := Skip{Because: "it holds nothing to read"}
		d.Decode(n, &skip.Sheets)
		*s = skips{skip}
		return
	}
	for _, p := range n.Pairs {
		var skip Skip
		d.Decode(&yaml.Node{Line: p.Line, Kind: yaml.Scalar, Text: p.Key}, &skip.Sheets)
		d.Decode(p.Value, &skip.Because)
		*s = append(*s, skip)
	}
}

// entry is an item of the list of sheets.
type entry struct {
	Sheet
	forms
	Wide []*wideSet           `yaml:"wide"`
	To   *yaml.Pairs[columns] `yaml:"to"`
}

// columns are those of a table, and how each is filled. Whether it is a table that is known is said first.
type columns struct {
	line  int
	given yaml.Pairs[source]
	none  bool // something else stands there
}

// ReadNode reads the columns.
func (c *columns) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	if c.line, c.none = n.Line, n.Kind != yaml.Table; !c.none {
		d.Decode(n, &c.given)
	}
}

// wideSet is a set of wide columns, and what the rows made of them hold.
type wideSet struct {
	yaml.Line `called:"a set of wide columns"`
	Headings  []string             `yaml:"headings"`
	Columns   []letter             `yaml:"columns"`
	Like      []Pattern            `yaml:"like"`
	Constants yaml.Pairs[constant] `yaml:",rest"`
}

// constant is a text with its line.
type constant struct {
	Line int
	Text Text
}

// ReadNode reads the text.
func (c *constant) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	c.Line = n.Line
	d.Decode(n, &c.Text)
}

// source is how a column is filled: by a heading alone (or several), or by a table of keys.
type source struct {
	yaml.Line
	Heading   []string    `yaml:"heading"`
	Like      *Pattern    `yaml:"like"`
	Column    *letter     `yaml:"column"`
	Cell      *Ref        `yaml:"cell"`
	Label     *string     `yaml:"label"`
	Title     []titleForm `yaml:"title"`
	File      *taking     `yaml:"file"`
	Sheet     *taking     `yaml:"sheet"`
	Write     *Text       `yaml:"write"`
	HeadingOf *string     `yaml:"heading_of"`
	Wide      *widePart   `yaml:"wide"`
	Sum       []string    `yaml:"sum"`
	Count     []string    `yaml:"count"`
	Mean      []string    `yaml:"mean"`

	Right    steps    `yaml:"right"`
	Below    steps    `yaml:"below"`
	Optional bool     `yaml:"optional"`
	Pattern  []taking `yaml:"pattern"`
	Words    words    `yaml:"words"`
	IfBlank  string   `yaml:"if_blank"`
	Find     unitWord `yaml:"find"`
	Day      dayWord  `yaml:"day"`
	Time     *string  `yaml:"time"`
	Unit     Factor   `yaml:"unit"`
	forms

	alone bool // a heading without keys
}

// keyed is a source that is written with keys.
type keyed source

// ReadNode reads both forms.
func (s *source) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	if n.Kind == yaml.Table {
		d.Decode(n, (*keyed)(s))
		return
	}
	s.Line, s.alone = yaml.Line(n.Line), true
	d.Decode(n, &s.Heading)
}

// words are a list of words, or the name of one.
type words struct {
	line int
	name string
	list yaml.Pairs[[]yaml.Text]
}

// ReadNode reads both forms.
func (w *words) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	w.line = n.Line
	if n.Kind != yaml.Table {
		w.name, _ = d.Text(n)
		return
	}
	d.Decode(n, &w.list)
}

// rule is a rule of leave_out.
type rule struct {
	yaml.Line `called:"a rule of leave_out"`
	Heading   []string  `yaml:"heading"`
	Column    letter    `yaml:"column"`
	Is        []Pattern `yaml:"is"`
	Blank     []string  `yaml:"blank"`
	Only      []string  `yaml:"only"`
	First     []Pattern `yaml:"first"`
	Because   string    `yaml:"because"`
}

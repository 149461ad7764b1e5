// Package declaration reads mapping files: what somebody says about a workbook that is not laid out as the audit
// workbook. It holds every name in them against the standard, so that a mapping that loads means something.
package declaration

import (
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Mapping describes one kind of workbook.
type Mapping struct {
	Name   string // of its file, as messages call it
	Own    bool   // given by name for this run: it comes before those of the templates
	About  string
	Files  []Pattern          // none: files of any name
	Text   *workbook.TextForm // of text files
	Test   []Test             // cells that prove that a workbook is of this kind
	Skip   []Skip
	Sheets []*Sheet
}

// Test is a cell and what it holds.
type Test struct {
	Ref
	Is []Pattern

	line int
}

// Ref names a cell; a blank Sheet is the sheet that is spoken of.
type Ref struct {
	Sheet       string
	Row, Column int
}

func (r Ref) String() string {
	cell := problem.ColumnName(r.Column) + fmt.Sprint(r.Row)
	if r.Sheet == "" {
		return cell
	}
	return r.Sheet + "!" + cell
}

// Skip names sheets of the workbook that hold nothing to read, and why.
type Skip struct {
	Sheets  []Pattern
	Because string
}

// Sheet describes one kind of worksheet and the tables that are made of it.
type Sheet struct {
	yaml.Line `called:"a sheet"`
	From      []Pattern  `yaml:"from"`
	Except    []Pattern  `yaml:"except"`
	Test      tests      `yaml:"test"`
	Header    Header     `yaml:"header"`
	Carry     toRight    `yaml:"carry"`   // a heading of an upper row counts for the blank cells to its right
	Exact     bool       `yaml:"exact"`   // no heading stands there that the mapping does not name
	Repeats   bool       `yaml:"repeats"` // the header stands above every block
	Turned    bool       `yaml:"turned"`  // its rows are columns
	Merged    bool       `yaml:"merged"`  // a merged value counts for its whole block
	Rows      Rows       `yaml:"rows"`
	Ends      []Pattern  `yaml:"ends"`
	FillDown  []string   `yaml:"fill_down"`
	LeaveOut  []LeaveOut `yaml:"leave_out"`
	NotRead   []Pattern  `yaml:"not_read"`
	Mean      *Mean      `yaml:"mean"`
	Group     []string   `yaml:"group"` // headings; rows that are alike under them make one row
	Wide      []*Wide
	Targets   []*Target
}

// Header says where the headings stand: in a row, in several stacked rows, or in the first row (or rows) that hold them
// all.
type Header struct {
	None        bool
	First, Last int // 0 = to be found
	Rows        int // how many are stacked
}

// Rows are those of the data: First is 0 where they begin below the header, Last where they go to the end.
type Rows struct{ First, Last int }

// LeaveOut describes rows that are no data: totals, averages, sub-headings.
type LeaveOut struct {
	How     string // is, blank, only, first
	Column  Name   // of is, blank and only
	Is      []Pattern
	Because string
}

// Name is how a mapping names a column of the sheet: by its heading (any of several), a pattern of it, or its letter.
type Name struct {
	Headings []string
	Like     *Pattern
	Letter   int
}

func (n Name) String() string {
	switch {
	case n.Letter > 0:
		return "column " + problem.ColumnName(n.Letter)
	case n.Like != nil:
		return fmt.Sprintf("like %q", n.Like.Written)
	}
	quoted := make([]string, len(n.Headings))
	for i, h := range n.Headings {
		quoted[i] = fmt.Sprintf("%q", h)
	}
	return strings.Join(quoted, " or ")
}

// Wide is a set of columns whose values are of one kind; Constants says what each row made of one holds besides.
type Wide struct {
	Line      int
	Names     []Name // headings and letters
	Like      []Pattern
	Constants []*Column
}

// Target is a table of the audit workbook that is made of the sheet.
type Target struct {
	Line    int
	Sheet   *standard.Sheet
	Area    *standard.Area // of a sheet of readings
	Columns []*Column      // in the order of the standard's sheet
}

// From says where a column's values come from.
type From uint8

// The sources of a column. Wide ones are told by the wide column that a row is made of.
const (
	Heading From = iota
	Cell
	Label
	Title
	FileName
	SheetName
	Written
	HeadingOf
	WideValue
	WideHeading
	WideConstant
	Sum   // of several columns, and of the rows that are grouped
	Tally // how many cells of them are filled
	Average
)

// Column says how one column of a target is filled.
type Column struct {
	Line     int
	Decl     *standard.Column
	From     From
	Name     Name   // of Heading
	Ref      Ref    // of Cell
	Label    string // of Label
	Right    int    // how far from the label its value stands
	Below    int
	Titles   []Pattern // of Title: any of them
	Take     Pattern   // of FileName and SheetName
	Text     Text      // of Written
	Over     []Name    // of Sum, Tally and Average
	Of       string    // of HeadingOf: the column of the target whose heading is meant
	Optional bool      // the heading may be missing

	Pattern  []Pattern
	Words    map[string]string // by folded word; nil where none are translated
	IfBlank  string
	FindUnit *standard.Area // find a unit of the area in the text
	Numbers  *NumberForm
	Dates    []*DateForm
	Era      Era    // of dates
	Time     *Name  // of a date: the column of the time of day, where that is another one
	Day      string // first, last or blank
	Times    Factor
}

// PerRow says whether the column's values differ from row to row of the sheet.
func (c *Column) PerRow() bool {
	switch c.From {
	case Heading, WideValue, Sum, Tally, Average:
		return true
	case Written:
		return len(c.Text.Names()) > 0
	}
	return false
}

// Factor turns a number of a declared unit into one of the target's: value × By ÷ Per. The zero Factor is none.
type Factor struct {
	Unit    string
	By, Per float64
	Clock   bool // hours are written as a time of day
}

// Text is a text with places to be filled: F-{row}.
type Text []Part

// Part is a piece of a Text: words, or a place named row, file, sheet, values, blanks, rows, shift name or
// shift hours, or else a heading.
type Part struct {
	Words string
	Place string
	Name  *Name // of a place that is a heading
}

// Names lists the headings that the text needs.
func (t Text) Names() []Name {
	var names []Name
	for _, p := range t {
		if p.Name != nil {
			names = append(names, *p.Name)
		}
	}
	return names
}

// Constant says whether the text is the same everywhere.
func (t Text) Constant() bool {
	for _, p := range t {
		if p.Place != "" {
			return false
		}
	}
	return true
}

// PerMean says whether the text tells of the values a mean was made of.
func (t Text) PerMean() bool {
	for _, p := range t {
		switch p.Place {
		case "values", "blanks", "rows", "shift name", "shift hours":
			return true
		}
	}
	return false
}

// Word translates a word; ok is false where the list does not have it.
func (c *Column) Word(written string) (word string, ok bool) {
	word, ok = c.Words[Key(written)]
	return word, ok
}

// Key is the form in which names and words are compared: punctuation counts only where there is nothing else.
func Key(s string) string {
	if f := standard.Fold(s); f != "" {
		return f
	}
	return "sign " + standard.FoldSign(s)
}

// NamesFile says whether a file's name (below the path that was given) fits, as a whole or by its last part.
func (m *Mapping) NamesFile(file string) bool {
	return len(m.Files) == 0 || anyFits(m.Files, file) || anyFits(m.Files, file[strings.LastIndexByte(file, '/')+1:])
}

// Named says whether a sheet's name fits.
func (s *Sheet) Named(name string) bool { return anyNames(s.From, name) && !anyNames(s.Except, name) }

// AnyName says that the entry claims no sheet by its name.
func (s *Sheet) AnyName() bool {
	for _, p := range s.From {
		if p.Anything() {
			return true
		}
	}
	return false
}

// Refs lists the cells that the entry reads.
func (s *Sheet) Refs() []Ref {
	var out []Ref
	for _, t := range s.Targets {
		for _, c := range t.Columns {
			if c.From == Cell {
				out = append(out, c.Ref)
			}
		}
	}
	return out
}

// PerRow says whether a table of the entry has a row for each row of the sheet.
func (s *Sheet) PerRow() bool {
	for _, t := range s.Targets {
		if t.PerRow() {
			return true
		}
	}
	return false
}

// PerRow says whether the target has a row for each row of the sheet; else it has one in all.
func (t *Target) PerRow() bool { return slices.ContainsFunc(t.Columns, (*Column).PerRow) }

// PerWide says whether the target has a row for each wide column too.
func (t *Target) PerWide() bool {
	return slices.ContainsFunc(t.Columns, func(c *Column) bool { return c.From == WideValue })
}

// Value is the column of a reading's value, nil where the target has none.
func (t *Target) Value() *Column {
	for _, c := range t.Columns {
		if t.Area != nil && c.Decl.Field == "value" {
			return c
		}
	}
	return nil
}

// Energy says that a mean of the target's values is one of energies, as with decibels.
func (t *Target) Energy() bool {
	return t.Area != nil && slices.ContainsFunc(t.Area.Indicators,
		func(i standard.Indicator) bool { return i.Level == "energy-mean" })
}

// Gathers says whether a column is made of several cells of a row, or of rows.
func (c *Column) Gathers() bool { return c.From == Sum || c.From == Tally || c.From == Average }

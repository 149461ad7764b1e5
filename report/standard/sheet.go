package standard

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
)

// Sheet declares one sheet of the audit workbook.
type Sheet struct {
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
	Columns []Column `yaml:"columns"`
	Keys    []Column `yaml:"keys"` // of a sheet of settings: what its rows may be called

	columns, keys map[string]int // by folded name or alias
}

// Column declares one column. Kind says how its cells are read, Field which part of a reading they fill.
type Column struct {
	Name      string   `yaml:"name"`
	Aliases   []string `yaml:"aliases"`
	Kind      string   `yaml:"kind"`
	Field     string   `yaml:"field"`
	Required  bool     `yaml:"required"`
	Indicator string   `yaml:"indicator"` // of a column of values: whose they are; none = the first of the area
	Words     Words    `yaml:"words"`
	Min       *float64 `yaml:"min"`    // smallest plausible value
	Max       *float64 `yaml:"max"`    // largest plausible value
	Above     *float64 `yaml:"above"`  // plausible values lie above this one
	Years     bool     `yaml:"years"`  // of a period: a whole year is one too
	Hours     bool     `yaml:"hours"`  // of a number: a length of time counts as its hours
	Old       bool     `yaml:"old"`    // of a date: may lie before 1990
	Spoken    bool     `yaml:"spoken"` // of a key: documents print it, in the language it may carry
	Hint      string   `yaml:"hint"`

	words map[string]string
}

// kinds of columns that can be read.
func columnKinds() []string {
	return []string{"text", "id", "number", "count", "share", "date", "month", "period", "yesno", "word", "area",
		"agent", "process", "concentration"}
}

// Named says whether a sheet of a workbook is called so.
func (s *Sheet) Named(name string) bool {
	folded := Fold(name)
	return folded == Fold(s.Name) || slices.ContainsFunc(s.Aliases, func(a string) bool { return Fold(a) == folded })
}

// IsHeader says whether headings as written hold every required one.
func (s *Sheet) IsHeader(headings iter.Seq[string]) bool {
	there := map[int]bool{}
	for h := range headings {
		there[s.Column(h)] = true
	}
	for i := range s.Columns {
		if s.Columns[i].Required && !there[i] {
			return false
		}
	}
	return true
}

// Column finds a column by a heading as written; −1 where none is called so.
func (s *Sheet) Column(heading string) int { return find(s.columns, heading) }

// Key finds a setting by its name as written; −1 where none is called so.
func (s *Sheet) Key(name string) int { return find(s.keys, name) }

func find(names map[string]int, name string) int {
	if i, ok := names[Fold(name)]; ok {
		return i
	}
	return -1
}

// ColumnNames lists the headings, for hints.
func (s *Sheet) ColumnNames() []string {
	names := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		names[i] = c.Name
	}
	return names
}

// Word finds the word of a closed list.
func (c *Column) Word(s string) (string, bool) {
	w, ok := c.words[Fold(s)]
	return w, ok
}

// WordList lists the words of a closed list for a hint.
func (c *Column) WordList() string { return strings.Join(slices.Sorted(maps.Keys(c.Words)), ", ") }

// Plausible holds a number against the column's range.
func (c *Column) Plausible(v float64) bool {
	return (c.Min == nil || v >= *c.Min) && (c.Max == nil || v <= *c.Max) && (c.Above == nil || v > *c.Above)
}

// Range says the plausible range in words.
func (c *Column) Range() string {
	switch {
	case c.Above != nil:
		return fmt.Sprintf("above %v", *c.Above)
	case c.Min != nil && c.Max != nil:
		return fmt.Sprintf("%v to %v", *c.Min, *c.Max)
	case c.Min != nil:
		return fmt.Sprintf("%v or more", *c.Min)
	}
	return ""
}

// index prepares the look-ups and refuses names that mean two things.
func (s *Sheet) index() (err error) {
	if s.columns, err = indexColumns(s.Columns); err != nil {
		return yaml.Below(err, "columns")
	}
	if s.keys, err = indexColumns(s.Keys); err != nil {
		return yaml.Below(err, "keys")
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		if !slices.Contains(columnKinds(), c.Kind) {
			return yaml.Wrong(yaml.At("columns", i, "kind"), "sheet %s, column %s: unknown kind %q (one of %s)", s.Name,
				c.Name, c.Kind, strings.Join(columnKinds(), ", "))
		}
		if c.words, err = c.Words.lookup(); err != nil {
			return yaml.Below(err, "columns", i, "words")
		}
	}
	return nil
}

func indexColumns(columns []Column) (map[string]int, error) {
	out := map[string]int{}
	for i, c := range columns {
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			key := Fold(name)
			if other, taken := out[key]; taken && other != i {
				return nil, yaml.Wrong(yaml.At(i), "%q is a name of both %s and %s", name, columns[other].Name, c.Name)
			}
			out[key] = i
		}
	}
	return out, nil
}

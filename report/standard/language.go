package standard

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
)

// Language is what the audit workbook is called and says in one language: the key workbook of a file of languages/. All
// names in it, and those of areas, processes and agents in the same file, are understood wherever a workbook is read.
type Language struct {
	Tag      string                `yaml:"-"`       // as the file is called: zh-Hans
	Example  string                `yaml:"example"` // begins the first cell of a row that is passed over
	Note     map[string]string     `yaml:"note"`    // the sentences of which notes at headings are put together
	Kind     map[string]string     `yaml:"kind"`    // what a cell of each kind holds
	Range    map[string]string     `yaml:"range"`
	Words    map[string]string     `yaml:"words"`  // of closed lists, by their English
	Common   map[string]ColumnText `yaml:"common"` // headings that several sheets share
	Settings map[string]ColumnText `yaml:"settings"`
	Sheets   map[string]SheetText  `yaml:"sheets"`

	processes, agents, areas, channels, units map[string]string // by id

	file *yaml.File
}

// File is the language's file; its messages, which are for documents, are read from it by package language.
func (l *Language) File() *yaml.File { return l.file }

// SheetText is what a sheet is called in a language, with those of its columns that differ from the common ones.
type SheetText struct {
	Name    string                `yaml:"name"`
	Columns map[string]ColumnText `yaml:"columns"`
}

// ColumnText is what a heading is called, what its note says, an example and words that are usual.
type ColumnText struct {
	Name    string   `yaml:"name"`
	Says    string   `yaml:"says"`
	Example string   `yaml:"example"`
	Usual   []string `yaml:"usual"`
}

func (s *Standard) loadLanguages(templates fs.FS) error {
	names, err := fs.Glob(templates, "languages/*.yaml")
	if err != nil {
		return err
	}
	for _, name := range names {
		file, err := yaml.ReadOver(templates, name)
		if err != nil {
			return err
		}
		l := &Language{Tag: strings.TrimSuffix(path.Base(name), ".yaml"), file: file}
		if err := l.read(file); err != nil {
			return err
		}
		if err := s.learn(l); err != nil {
			return file.Locate(err)
		}
		s.Languages = append(s.Languages, l)
	}
	return s.checkLanguages()
}

func (l *Language) read(file *yaml.File) error {
	return cmp.Or(file.DecodeUnder("workbook", l), file.DecodeUnder("process", &l.processes),
		file.DecodeUnder("agent", &l.agents),
		file.DecodeUnder("area", &l.areas), file.DecodeUnder("channel", &l.channels), file.DecodeUnder("unit",
			&l.units))
}

// Language finds a language by its tag; nil where there is no file for it.
func (s *Standard) Language(tag string) *Language {
	for _, l := range s.Languages {
		if l.Tag == tag {
			return l
		}
	}
	return nil
}

// LanguageTags lists the languages there are files for.
func (s *Standard) LanguageTags() []string {
	tags := make([]string, len(s.Languages))
	for i, l := range s.Languages {
		tags[i] = l.Tag
	}
	return tags
}

// learn adds the names of a language to those by which sheets, headings and words are found. A name of two things is
// refused.
func (s *Standard) learn(l *Language) error {
	if l.Example != "" {
		s.exampleMarks = append(s.exampleMarks, strings.ToLower(l.Example))
	}
	for _, sheet := range s.Sheets {
		if err := l.teach(sheet, false); err != nil {
			return err
		}
	}
	for _, area := range s.Areas {
		if err := l.teach(&area.Sheet, true); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.Sheets)) {
		if sheet := s.sheetNames[Fold(name)]; sheet == nil || sheet.Name != name {
			return yaml.Wrong(yaml.At("workbook", "sheets", name), "there is no sheet %q", name)
		} else if err := s.nameSheet(sheet); err != nil {
			return yaml.Below(err, "workbook", "sheets", name, "name")
		}
	}
	return s.learnThings(l)
}

// learnThings adds the names of yes and no, processes, agents and areas.
func (s *Standard) learnThings(l *Language) error {
	for _, word := range []string{"yes", "no"} {
		if err := add(s.yesNo, l.Words[word], word); err != nil {
			return yaml.Below(err, "workbook", "words", word)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(l.processes)) {
		if err := add(s.processes, l.processes[id], id); err != nil {
			return yaml.Below(err, "process", id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(l.agents)) {
		if err := s.agents.name(l.agents[id], id); err != nil {
			return yaml.Below(err, "agent", id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(l.channels)) {
		if err := add(s.channels, l.channels[id], id); err != nil {
			return yaml.Below(err, "channel", id)
		}
	}
	if err := add(s.pairs, l.units["pairs"], "pairs"); err != nil {
		return yaml.Below(err, "unit", "pairs")
	}
	for _, id := range slices.Sorted(maps.Keys(l.areas)) {
		if err := s.nameArea(l.areas[id], id); err != nil {
			return yaml.Below(err, "area", id)
		}
	}
	return nil
}

// add makes a name mean an id; a blank name means nothing.
func add(names map[string]string, name, id string) error {
	key := Fold(name)
	if other, taken := names[key]; taken && other != id {
		return fmt.Errorf("%q is a name of both %s and %s", name, other, id)
	}
	if key != "" {
		names[key] = id
	}
	return nil
}

// nameArea gives what a finding may be about, an area or one of the words beyond them, one more name.
func (s *Standard) nameArea(name, id string) error {
	if other, known := s.FindingArea(name); known && other != id {
		return fmt.Errorf("%q is a name of both %s and %s", name, other, id)
	}
	if area := s.Area(id); area != nil {
		s.areaNames[Fold(name)] = area
	} else {
		s.findingAreas[Fold(name)] = id
	}
	return nil
}

// teach adds what a sheet, its headings and its words are called.
func (l *Language) teach(sheet *Sheet, ofArea bool) error {
	if name := l.Sheets[sheet.Name].Name; name != "" && !sheet.Named(name) {
		sheet.Aliases = append(sheet.Aliases, name)
	}
	for _, name := range slices.Sorted(maps.Keys(l.Sheets[sheet.Name].Columns)) {
		if at := sheet.Column(name); at < 0 || sheet.Columns[at].Name != name {
			return yaml.Wrong(yaml.At("workbook", "sheets", sheet.Name, "columns", name),
				"the sheet %s has no column %q", sheet.Name, name)
		}
	}
	for i := range sheet.Columns {
		if err := l.teachColumn(sheet, i, ofArea); err != nil {
			return err
		}
	}
	for i, key := range sheet.Keys {
		if err := addColumn(sheet.keys, sheet.Keys, l.Settings[key.Name].Name, i); err != nil {
			return yaml.Below(err, "workbook", "settings", key.Name, "name")
		}
	}
	return nil
}

func (l *Language) teachColumn(sheet *Sheet, i int, ofArea bool) error {
	c := &sheet.Columns[i]
	if err := addColumn(sheet.columns, sheet.Columns, l.Text(sheet, c, ofArea).Name, i); err != nil {
		if _, own := l.Sheets[sheet.Name].Columns[c.Name]; !own {
			return yaml.Below(err, "workbook", "common", c.Name, "name")
		}
		return yaml.Below(err, "workbook", "sheets", sheet.Name, "columns", c.Name, "name")
	}
	for _, word := range slices.Sorted(maps.Keys(c.Words)) {
		if err := add(c.words, l.Words[word], word); err != nil {
			return yaml.Below(err, "workbook", "words", word)
		}
	}
	return nil
}

func addColumn(names map[string]int, columns []Column, name string, at int) error {
	key := Fold(name)
	if other, taken := names[key]; taken && other != at {
		return fmt.Errorf("%q is a name of both %s and %s", name, columns[other].Name, columns[at].Name)
	}
	if key != "" {
		names[key] = at
	}
	return nil
}

// Text is what a language has on a column: by its sheet, or else what is common to the sheets of areas and to a few
// headings of every sheet.
func (l *Language) Text(sheet *Sheet, c *Column, ofArea bool) ColumnText {
	if own, ok := l.Sheets[sheet.Name].Columns[c.Name]; ok {
		return own
	}
	if ofArea || slices.Contains([]string{"Factory ID", "Period", "Note"}, c.Name) {
		return l.Common[c.Name]
	}
	return ColumnText{}
}

// IsExample says that the first cell of a row marks it as an example, in any of the languages.
func (s *Standard) IsExample(first string) bool {
	first = strings.ToLower(first)
	return slices.ContainsFunc(s.exampleMarks, func(mark string) bool { return strings.HasPrefix(first, mark) })
}

// Channel is the id of a usual channel of feedback, comment-box for one, written in any of the languages; any other is
// kept as it stands.
func (s *Standard) Channel(written string) (id string, known bool) {
	if id, known = s.channels[Fold(written)]; known {
		return id, true
	}
	return written, false
}

// OutputUnit is what output is counted in: pairs, in any of the languages, or what else is written.
func (s *Standard) OutputUnit(written string) string {
	if id, known := s.pairs[Fold(written)]; known || written == "" {
		return cmp.Or(id, "pairs")
	}
	return written
}

// ProcessName is what a process is called; blank where the language has no word for it.
func (l *Language) ProcessName(id string) string { return l.processes[id] }

// AreaName is what an area, or another thing that a finding may be about, is called; blank where there is no word for
// it.
func (l *Language) AreaName(id string) string { return l.areas[id] }

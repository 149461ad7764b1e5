package standard

import (
	"maps"
	"regexp"
	"slices"

	"plimsoll/report/internal/yaml"
)

// The workbook part of a language file is held against the built-in English: a key that nothing asks for and a {name} that
// nothing fills are mistakes, for they would be missed, or stand in the blank workbook as they are.

// checkLanguages finds such mistakes in all languages.
func (s *Standard) checkLanguages() error {
	english := s.Language("en")
	if english == nil {
		return nil
	}
	builtIn := &Language{}
	if err := builtIn.read(english.file.Layers()[0]); err != nil {
		return err
	}
	for _, l := range s.Languages {
		if err := l.check(builtIn, s); err != nil {
			return l.file.Locate(yaml.Below(err, "workbook"))
		}
	}
	return nil
}

func (l *Language) check(english *Language, s *Standard) error {
	for _, group := range []struct {
		name       string
		own, known map[string]string
	}{{"note", l.Note, english.Note}, {"kind", l.Kind, english.Kind}, {"range", l.Range, english.Range}} {
		for _, key := range slices.Sorted(maps.Keys(group.own)) {
			known, there := group.known[key]
			if !there {
				return unknownKey(group.name, key, slices.Sorted(maps.Keys(group.known)))
			}
			if err := checkNames(group.own[key], known); err != nil {
				return yaml.Below(err, group.name, key)
			}
		}
	}
	return l.checkHeadings(english, s)
}

// checkHeadings holds what stands for headings, settings and words against the sheets, a user's own among them.
func (l *Language) checkHeadings(english *Language, s *Standard) error {
	columns, keys := slices.Collect(maps.Keys(english.Common)), slices.Collect(maps.Keys(english.Settings))
	words := slices.Collect(maps.Keys(english.Words))
	for _, sheet := range s.AllSheets() {
		for _, c := range sheet.Columns {
			columns = append(columns, c.Name)
			words = slices.AppendSeq(words, maps.Keys(c.Words))
		}
		for _, key := range sheet.Keys {
			keys = append(keys, key.Name)
		}
	}
	for _, group := range []struct {
		name       string
		own, known []string
	}{{"common", slices.Sorted(maps.Keys(l.Common)), columns}, {"settings", slices.Sorted(maps.Keys(l.Settings)), keys},
		{"words", slices.Sorted(maps.Keys(l.Words)), words}} {
		slices.Sort(group.known)
		for _, key := range group.own {
			if !slices.Contains(group.known, key) {
				return unknownKey(group.name, key, group.known)
			}
		}
	}
	return nil
}

func unknownKey(group, key string, known []string) error {
	if meant := Nearest(key, known); meant != "" {
		return yaml.Wrong(yaml.At(group, key), "nothing is called %q here (%s is meant?)", key, meant)
	}
	return yaml.Wrong(yaml.At(group, key), "nothing is called %q here", key)
}

// Placeholder is a place in a message that a value is put in for, such as {count}.
var Placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// checkNames refuses a {name} that the English sentence lacks.
func checkNames(own, english string) error {
	known := Placeholder.FindAllString(english, -1)
	for _, name := range Placeholder.FindAllString(own, -1) {
		if slices.Contains(known, name) {
			continue
		}
		if meant := Nearest(name, known); meant != "" {
			return yaml.Wrong(nil, "nothing fills %s (%s is meant?)", name, meant)
		}
		return yaml.Wrong(nil, "nothing fills %s", name)
	}
	return nil
}

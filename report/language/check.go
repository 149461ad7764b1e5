package language

import (
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/standard"
)

// What is wrong with a file of languages/ is found when it is read, on its line, against the English that is built in: a
// placeholder that nothing fills would be printed, and a message that nothing asks for would be missed.

// check refuses braces that stand alone, and placeholders that nothing fills.
func (c *catalog) check(english *catalog) error {
	known := english.placeholders()
	for _, l := range c.layers {
		for _, e := range l.entries {
			if err := e.check(c.base(e.key), known); err != nil {
				return l.file.Locate(err)
			}
		}
	}
	return nil
}

func (e entry) check(base string, known map[string][]string) error {
	if strings.ContainsAny(standard.Placeholder.ReplaceAllString(e.text, ""), "{}") {
		return yaml.Wrong(e.at, "%q has a brace that stands alone (a {name} has both)", e.text)
	}
	names, there := known[base]
	for _, name := range standard.Placeholder.FindAllString(e.text, -1) {
		if there && name != "{count}" && !slices.Contains(names, name) {
			return yaml.Wrong(e.at, "nothing fills %s in %q%s", name, e.key, meantPlaceholder(name, names))
		}
	}
	return nil
}

// meantPlaceholder is a hint with the placeholder that looks most like one, or with all.
func meantPlaceholder(written string, known []string) string {
	switch meant := standard.Nearest(written, known); {
	case meant != "":
		return " (" + meant + " is meant?)"
	case len(known) == 0:
		return " (it has none)"
	}
	return " (it may have " + strings.Join(known, " ") + ")"
}

// placeholders are those that each message of the built-in file may have, by its key without a plural form.
func (c *catalog) placeholders() map[string][]string {
	known := map[string][]string{}
	for _, e := range c.layers[0].entries {
		base := c.base(e.key)
		known[base] = append(known[base], standard.Placeholder.FindAllString(e.text, -1)...)
	}
	for base := range known {
		slices.Sort(known[base])
		known[base] = slices.Compact(known[base])
	}
	for _, key := range []string{"date.day", "date.cell", "date.month", "date.quarter", "date.cell-quarter"} {
		known[key] = []string{"{year}", "{month}", "{m}", "{day}", "{d}", "{quarter}", "{nth}"}
	}
	return known
}

// Missing lists the messages that English has and this language lacks.
func (w *Words) Missing() []string {
	there := map[string]bool{}
	for key := range w.own.words {
		there[w.own.base(key)] = true
	}
	var out []string
	for key := range w.behind.words {
		if base := w.behind.base(key); !there[base] {
			out = append(out, base)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Unknown is the mistake of the first message that the built-in English lacks, that names nothing of the standard, and that no
// template asks for; nil where there is none.
func (w *Words) Unknown(s *standard.Standard, asked func(key string) bool) error {
	known := map[string]bool{}
	for _, e := range w.behind.layers[0].entries {
		known[w.behind.base(e.key)] = true
	}
	for _, l := range w.own.layers {
		for _, e := range l.entries {
			base := w.own.base(e.key)
			if known[base] || names(s, base) || asked(base) {
				continue
			}
			return l.file.Locate(yaml.Wrong(e.at, "no document asks for %q%s", e.key, meantKey(e.key, known)))
		}
	}
	return nil
}

func meantKey(written string, known map[string]bool) string {
	var keys []string
	for key := range known {
		keys = append(keys, key)
	}
	slices.Sort(keys) // of two that are as like, the first
	if meant := standard.Nearest(written, keys); meant != "" {
		return " (" + meant + " is meant?)"
	}
	return " (the built-in languages/en.yaml has all that are asked for)"
}

// names says that a key is a word for a thing of the standard, or a message about one: areas, indicators and the like may be
// added in the templates.
func names(s *standard.Standard, key string) bool {
	group, id, _ := strings.Cut(key, ".")
	switch group {
	case "unit", "channel":
		return true
	case "area":
		return slices.Contains(s.FindingAreaIDs(), id)
	case "process":
		return slices.Contains(s.ProcessIDs(), id)
	case "agent":
		_, known := s.Agent(id)
		return known
	case "people":
		id = strings.TrimSuffix(id, ".few")
		return slices.ContainsFunc(s.Areas, func(a *standard.Area) bool { return a.People == id })
	case "date":
		return strings.HasPrefix(id, "nth.")
	}
	for _, of := range []string{"indicator.", "level.", "line.", "worst.", "chart.title.", "improved.", "attention.target.", "attention."} {
		if id, about := strings.CutPrefix(key, of); about && isIndicator(s, id) {
			return true
		}
	}
	return false
}

func isIndicator(s *standard.Standard, id string) bool {
	return slices.ContainsFunc(s.Areas, func(a *standard.Area) bool {
		return slices.ContainsFunc(a.Indicators, func(i standard.Indicator) bool { return i.ID == id })
	})
}

package language

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/standard"
)

// english is the language whose file is complete; it stands in for missing words.
const english = "en"

// catalog is the messages of one file of languages/, by key: "people.workers.one".
type catalog struct {
	tag    language.Tag
	words  map[string]string
	layers []layer // the built-in file first, then the user's own of its name
}

// layer is what one file says.
type layer struct {
	file    *yaml.File
	entries []entry
}

// entry is a message of a file and where it stands there; one key may be written in two ways (a: {b: …} and a.b: …).
type entry struct {
	key, text string
	at        []any
}

// newCatalog takes the messages out of a language's file. Keys are nested; a message holds {names} that values are put in for,
// and may have plural forms. A user's own file is laid over the built-in one message by message.
func newCatalog(l *standard.Language) (*catalog, error) {
	tag, err := language.Parse(l.Tag)
	if err != nil {
		return nil, fmt.Errorf("%s: %q is not a language tag (such as vi or zh-Hans)", l.File().Name, l.Tag)
	}
	c := &catalog{tag: tag, words: map[string]string{}}
	for _, file := range l.File().Layers() {
		var tree map[string]any
		if err := file.Decode(&tree); err != nil {
			return nil, err
		}
		delete(tree, "workbook") // what the audit workbook is called: package standard has it
		c.add(layer{file, flatten(nil, "", nil, tree)})
	}
	return c, nil
}

func flatten(out []entry, prefix string, at []any, tree map[string]any) []entry {
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		here := append(slices.Clone(at), key)
		if below, nested := tree[key].(map[string]any); nested {
			out = flatten(out, prefix+key+".", here, below)
			continue
		}
		out = append(out, entry{prefix + key, strings.TrimRight(fmt.Sprint(tree[key]), "\n"), here})
	}
	return out
}

// add lays a file's messages over those that are there. A message with plural forms takes the place of one without, and the
// reverse.
func (c *catalog) add(l layer) {
	c.layers = append(c.layers, l)
	for _, e := range l.entries {
		if message, plural := strings.CutSuffix(e.key, ".other"); plural {
			delete(c.words, message)
		} else if _, plural := c.words[e.key+".other"]; plural {
			for _, form := range pluralForms() {
				delete(c.words, e.key+"."+form)
			}
		}
	}
	for _, e := range l.entries {
		c.words[e.key] = e.text
	}
}

// pluralForms are the names of plural forms, as CLDR has them and in the order of plural.Form.
func pluralForms() [6]string {
	return [...]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few",
		plural.Many: "many"}
}

func isForm(word string) bool { forms := pluralForms(); return slices.Contains(forms[:], word) }

// base is the key of a message without its plural form; where there is no form "other", the last word is no form.
func (c *catalog) base(key string) string {
	at := strings.LastIndexByte(key, '.')
	if at < 0 || !isForm(key[at+1:]) {
		return key
	}
	if _, plural := c.words[key[:at]+".other"]; plural {
		return key[:at]
	}
	return key
}

// pluralForm is the plural form of a count in the language.
func (c *catalog) pluralForm(count float64) string {
	whole := int(count)
	tenths := int(count*10+0.5) - whole*10
	shown := 0 // digits after the decimal point, as Count prints them
	if tenths != 0 && count < 1000 {
		shown = 1
	}
	return pluralForms()[plural.Cardinal.MatchPlural(c.tag, whole%10_000_000, shown, shown, tenths*shown, tenths*shown)]
}

// find looks a message up, in the plural form of a count where there is one.
func (c *catalog) find(key string, count *float64) (string, bool) {
	if count != nil {
		for _, form := range []string{c.pluralForm(*count), "other"} {
			if s, ok := c.words[key+"."+form]; ok {
				return s, true
			}
		}
	}
	s, ok := c.words[key]
	return s, ok
}

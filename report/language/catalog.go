package language

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"plimsoll/report/internal/yaml"
)

// english is the language whose file is complete; it stands in for missing words.
const english = "en"

// catalog is the messages of one file of languages/, by key: "people.workers.one".
type catalog struct {
	tag   language.Tag
	words map[string]string
}

// readCatalog reads languages/<lang>.yaml. Keys are nested; a message holds {names} that values are put in for, and may have
// plural forms.
func readCatalog(templates fs.FS, lang string) (*catalog, *yaml.File, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, nil, fmt.Errorf("languages/%s.yaml: %q is not a language tag (such as vi or zh-Hans)", lang, lang)
	}
	file, err := yaml.Read(templates, "languages/"+lang+".yaml")
	if err != nil {
		return nil, nil, err
	}
	var tree map[string]any
	if err := file.Decode(&tree); err != nil {
		return nil, nil, err
	}
	delete(tree, "workbook") // what the audit workbook is called: package standard reads it
	c := &catalog{tag: tag, words: map[string]string{}}
	c.flatten("", tree)
	return c, file, nil
}

func (c *catalog) flatten(prefix string, tree map[string]any) {
	for key, v := range tree {
		switch v := v.(type) {
		case map[string]any:
			c.flatten(prefix+key+".", v)
		default:
			c.words[prefix+key] = strings.TrimRight(fmt.Sprint(v), "\n")
		}
	}
}

// placeholder is a place in a message that a value is put in for.
var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// check refuses placeholders that nothing would fill.
func (c *catalog) check(english *catalog) error {
	known := english.placeholders()
	for _, key := range slices.Sorted(maps.Keys(c.words)) {
		if strings.ContainsAny(placeholder.ReplaceAllString(c.words[key], ""), "{}") {
			return yaml.Wrong(steps(key), "%q has a brace that stands alone (a {name} has both)", c.words[key])
		}
		names, there := known[c.base(key)]
		for _, name := range placeholder.FindAllString(c.words[key], -1) {
			if there && name != "{count}" && !slices.Contains(names, name) {
				return yaml.Wrong(steps(key), "nothing fills %s in %q (it may have %s)", name, key, strings.Join(names, " "))
			}
		}
	}
	return nil
}

// placeholders are those that each message may have, by its key without a plural form.
func (c *catalog) placeholders() map[string][]string {
	known := map[string][]string{}
	for key, text := range c.words {
		known[c.base(key)] = append(known[c.base(key)], placeholder.FindAllString(text, -1)...)
	}
	for _, key := range []string{"date.day", "date.cell", "date.month", "date.quarter", "date.cell-quarter"} {
		known[key] = []string{"{year}", "{month}", "{m}", "{day}", "{d}", "{quarter}", "{nth}"}
	}
	return known
}

func steps(key string) []any {
	var at []any
	for _, s := range strings.Split(key, ".") {
		at = append(at, s)
	}
	return at
}

// pluralForms are the names of plural forms, as CLDR has them and in the order of plural.Form.
func pluralForms() [6]string {
	return [...]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
}

// base is the key of a message without its plural form; where there is no form "other", the last word is no form.
func (c *catalog) base(key string) string {
	at, names := strings.LastIndexByte(key, '.'), pluralForms()
	if at < 0 || !slices.Contains(names[:], key[at+1:]) {
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

// Missing lists the messages that English has and this language lacks.
func (w *Words) Missing() []string { return lacking(w.behind, w.own) }

// Strange lists the messages of this language that no document asks for: English lacks them, and they name nothing.
func (w *Words) Strange() []string {
	return slices.DeleteFunc(lacking(w.own, w.behind), func(key string) bool {
		group, _, nested := strings.Cut(key, ".")
		return nested && slices.Contains(openGroups(), group)
	})
}

// openGroups hold names of things that templates and workbooks may add, and messages about them.
func openGroups() []string {
	return []string{"date", "area", "indicator", "process", "agent", "unit", "channel", "level", "line", "attention", "improved", "item", "chart", "people", "problem"}
}

func lacking(all, in *catalog) []string {
	var out []string
	there := map[string]bool{}
	for key := range in.words {
		there[in.base(key)] = true
	}
	for key := range all.words {
		if !there[all.base(key)] {
			out = append(out, all.base(key))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

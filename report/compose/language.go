package compose

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"plimsoll/report/internal/markdown"
	"plimsoll/report/internal/yaml"
)

// fallback is the language whose file is complete and stands in for missing words.
const fallback = "en"

// lexicon is the words of one file of languages/, by key: "people.workers.one".
type lexicon struct {
	tag   language.Tag
	words map[string]string
}

// LoadWords reads languages/<lang>.yaml, and English behind it. Keys are nested; a message holds {names} that values are
// put in for, and may have plural forms. A {name} that the English message lacks is an error with its line.
func LoadWords(templates fs.FS, lang string) (*Words, error) {
	english, _, err := readLexicon(templates, fallback)
	if err != nil {
		return nil, err
	}
	own, file, err := readLexicon(templates, lang)
	if err != nil {
		return nil, err
	}
	if err := own.check(english); err != nil {
		return nil, file.Locate(err)
	}
	return &Words{Lang: lang, own: own, behind: english, printer: message.NewPrinter(own.tag)}, nil
}

// Languages lists the languages there are files for.
func Languages(templates fs.FS) []string {
	names, _ := fs.Glob(templates, "languages/*.yaml")
	for i, n := range names {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(n, "languages/"), ".yaml")
	}
	return names
}

func readLexicon(templates fs.FS, lang string) (*lexicon, *yaml.File, error) {
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
	l := &lexicon{tag: tag, words: map[string]string{}}
	l.flatten("", tree)
	return l, file, nil
}

func (l *lexicon) flatten(prefix string, tree map[string]any) {
	for key, v := range tree {
		switch v := v.(type) {
		case map[string]any:
			l.flatten(prefix+key+".", v)
		default:
			l.words[prefix+key] = strings.TrimRight(fmt.Sprint(v), "\n")
		}
	}
}

// hole is a place in a message that a value is put in for.
var hole = regexp.MustCompile(`\{[a-z]+\}`)

// check refuses holes that nothing would fill.
func (l *lexicon) check(english *lexicon) error {
	known := map[string][]string{}
	for key, text := range english.words {
		known[english.base(key)] = append(known[english.base(key)], hole.FindAllString(text, -1)...)
	}
	for _, key := range []string{"date.day", "date.cell", "date.month", "date.quarter", "date.cell-quarter"} {
		known[key] = []string{"{year}", "{month}", "{m}", "{day}", "{d}", "{quarter}", "{nth}"}
	}
	for _, key := range slices.Sorted(maps.Keys(l.words)) {
		if strings.ContainsAny(hole.ReplaceAllString(l.words[key], ""), "{}") {
			return yaml.Wrong(steps(key), "%q has a brace that stands alone (a {name} has both)", l.words[key])
		}
		names, there := known[l.base(key)]
		for _, name := range hole.FindAllString(l.words[key], -1) {
			if there && name != "{count}" && !slices.Contains(names, name) {
				return yaml.Wrong(steps(key), "nothing fills %s in %q (it may have %s)", name, key, strings.Join(names, " "))
			}
		}
	}
	return nil
}

func steps(key string) []any {
	var at []any
	for _, s := range strings.Split(key, ".") {
		at = append(at, s)
	}
	return at
}

// forms are the names of plural forms, as CLDR has them and in the order of plural.Form.
func forms() [6]string {
	return [...]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
}

// base is the key of a message without its plural form; where there is no form "other", the last word is no form.
func (l *lexicon) base(key string) string {
	at, names := strings.LastIndexByte(key, '.'), forms()
	if at < 0 || !slices.Contains(names[:], key[at+1:]) {
		return key
	}
	if _, plural := l.words[key[:at]+".other"]; plural {
		return key[:at]
	}
	return key
}

// form is the plural form of a count in the language.
func (l *lexicon) form(count float64) string {
	whole := int(count)
	tenths := int(count*10+0.5) - whole*10
	shown := 0 // digits after the decimal point, as Count prints them
	if tenths != 0 && count < 1000 {
		shown = 1
	}
	return forms()[plural.Cardinal.MatchPlural(l.tag, whole%10_000_000, shown, shown, tenths*shown, tenths*shown)]
}

// find looks a message up, in the plural form of a count where there is one.
func (l *lexicon) find(key string, count *float64) (string, bool) {
	if count != nil {
		for _, form := range []string{l.form(*count), "other"} {
			if s, ok := l.words[key+"."+form]; ok {
				return s, true
			}
		}
	}
	s, ok := l.words[key]
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
	return []string{"date", "area", "indicator", "process", "agent", "unit", "channel", "level", "line", "attention", "improved", "chart", "people", "problem"}
}

func lacking(all, in *lexicon) []string {
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

// Over puts a second language under this one, for documents in both.
func (w *Words) Over(second *Words) *Words {
	both := *w
	both.second = second
	return &both
}

// Label is the language in file names: vi, or zh-Hans+en where there are two.
func (w *Words) Label() string {
	if w.second == nil {
		return w.Lang
	}
	return w.Lang + "+" + w.second.Lang
}

// Head is a word for a heading: in a document of two languages the second stands beside it.
func (w *Words) Head(key string) (Markup, error) {
	first, err := w.Word(key)
	if err != nil || w.second == nil {
		return first, err
	}
	return w.beside(first, w.second.word(key)), nil
}

// beside puts a text of the second language behind one of the first.
func (w *Words) beside(first, second Markup) Markup { return first + " " + w.second.small(second) }

// small sets a text of this language into one of another.
func (w *Words) small(text Markup) Markup {
	return "[" + text + "]{.small .muted lang=" + Markup(w.Lang) + "}"
}

// under puts a text of the second language below one of the first.
func (w *Words) under(first, second Markup) Markup {
	return first + "<br>" + w.second.small(second)
}

// under puts what matters most in a second language under the first or beside it: statuses and the two lists.
func (v *View) under(w *Words, second View) {
	v.Bilingual = true
	for i, area := range second.Areas {
		v.Areas[i].Name = w.beside(v.Areas[i].Name, area.Name)
		v.Areas[i].StatusWord = w.beside(v.Areas[i].StatusWord, area.StatusWord)
	}
	for i, item := range second.Attention {
		v.Attention[i] = w.under(v.Attention[i], item)
	}
	for i, item := range second.Improved {
		v.Improved[i] = w.under(v.Improved[i], item)
	}
}

// list joins things in the manner of the language: "comma" or "semicolon".
func (w *Words) list(mark string, things []string) Markup {
	return Markup(strings.Join(things, string(w.Name("list", mark))))
}

// Join lists things that are ready for the page, with the semicolon of the language between them.
func (w *Words) Join(things []Markup) Markup {
	plain := make([]string, len(things))
	for i, t := range things {
		plain[i] = string(t)
	}
	return w.list("semicolon", plain)
}

// also adds a sentence to a text.
func (w *Words) also(text, sentence Markup) Markup { return text + w.word("list.sentence") + sentence }

// processes names the processes of a list that a factory gives, each that is known in this language.
func (s *Source) processes(w *Words, list string) Markup {
	var out []string
	for _, part := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",;、，；", r) }) {
		id, known := s.Standard.Process(part)
		if known {
			out = append(out, string(w.Name("process", id)))
		} else {
			out = append(out, markdown.Escape(strings.TrimSpace(part)))
		}
	}
	return w.list("comma", out)
}

// channel names a channel of feedback, where it is a usual one.
func (s *Source) channel(w *Words, written string) Markup {
	id, known := s.Standard.Channel(written)
	if !known {
		return Markup(markdown.Escape(written))
	}
	return w.Name("channel", id)
}

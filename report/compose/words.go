package compose

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"plimsoll/report/document"
	"plimsoll/report/settings"
)

// fallback is the language whose file is complete and stands in for missing words.
const fallback = "en"

// Words are the words of one language, with English behind them. They are safe for use by several goroutines.
type Words struct {
	Lang    string
	words   map[string]string
	behind  map[string]string
	printer *message.Printer
}

// LoadWords reads languages/<lang>.yaml. Keys are nested; a message holds {names} that values are put in for.
func LoadWords(templates fs.FS, lang string) (*Words, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: not a language tag", lang)
	}
	w := &Words{Lang: lang, printer: message.NewPrinter(tag)}
	if w.words, err = readWords(templates, lang); err != nil {
		return nil, err
	}
	if w.behind = w.words; lang != fallback {
		w.behind, err = readWords(templates, fallback)
	}
	return w, err
}

// Languages lists the languages there are files for.
func Languages(templates fs.FS) []string {
	names, _ := fs.Glob(templates, "languages/*.yaml")
	for i, n := range names {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(n, "languages/"), ".yaml")
	}
	return names
}

func readWords(templates fs.FS, lang string) (map[string]string, error) {
	file, err := settings.Read(templates, "languages/"+lang+".yaml")
	if err != nil {
		return nil, err
	}
	var tree map[string]any
	if err := file.Decode(&tree); err != nil {
		return nil, err
	}
	words := map[string]string{}
	flatten("", tree, words)
	return words, nil
}

func flatten(prefix string, tree map[string]any, into map[string]string) {
	for key, v := range tree {
		switch v := v.(type) {
		case map[string]any:
			flatten(prefix+key+".", v, into)
		default:
			into[prefix+key] = strings.TrimSpace(fmt.Sprint(v))
		}
	}
}

// Missing lists the words that English has and this language lacks.
func (w *Words) Missing() []string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(w.behind)) {
		if _, ok := w.words[key]; !ok {
			out = append(out, key)
		}
	}
	return out
}

// find looks a message up, in English where the language has none.
func (w *Words) find(key string) (string, bool) {
	if s, ok := w.words[key]; ok {
		return s, true
	}
	s, ok := w.behind[key]
	return s, ok
}

// Word is a message without values. An unknown key is an error: a document never prints a key.
func (w *Words) Word(key string) (Markup, error) {
	s, ok := w.find(key)
	if !ok {
		return "", fmt.Errorf("no word %q in languages/%s.yaml", key, w.Lang)
	}
	return Markup(s), nil
}

// word is Word for the keys of this package itself; a test holds that all of them exist.
func (w *Words) word(key string) Markup {
	s, ok := w.find(key)
	if !ok {
		return Markup(document.Escape("[" + key + "]"))
	}
	return Markup(s)
}

// Name is the word for an id of data (an area, a process, an action); ids without one print as they are.
func (w *Words) Name(group, id string) Markup {
	if s, ok := w.find(group + "." + id); ok {
		return Markup(s)
	}
	return Markup(document.Escape(id))
}

// Say puts values into a message: pairs of a name and a value. Texts are escaped. A message may have the forms
// key.one and key.other, chosen by the value named count.
func (w *Words) Say(key string, pairs ...any) (Markup, error) {
	s, ok := w.find(w.plural(key, pairs))
	if !ok {
		return "", fmt.Errorf("no word %q in languages/%s.yaml", key, w.Lang)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, fmt.Sprintf("{%v}", pairs[i]), fmt.Sprint(w.value(pairs[i+1])))
	}
	return Markup(tidy(s)), nil
}

// tidy closes the gaps that values without text leave behind: a figure without a unit, an indicator without a subject.
func tidy(s string) string {
	s = strings.NewReplacer(" ,", ",", " ;", ";", " )", ")", " .", ".", "  ", " ").Replace(s)
	return strings.TrimRight(s, " \u00a0")
}

func (w *Words) say(key string, pairs ...any) Markup {
	s, err := w.Say(key, pairs...)
	if err != nil {
		return Markup(document.Escape("[" + key + "]"))
	}
	return s
}

// plural picks the form of a message for the value named count.
func (w *Words) plural(key string, pairs []any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != "count" {
			continue
		}
		form := ".other"
		if fmt.Sprint(pairs[i+1]) == "1" {
			form = ".one"
		}
		if _, ok := w.find(key + form); ok {
			return key + form
		}
		if _, ok := w.find(key + ".other"); ok {
			return key + ".other"
		}
	}
	return key
}

// value is how a value prints inside a message.
func (w *Words) value(v any) any {
	switch v := v.(type) {
	case string:
		return Text(v)
	case int:
		return w.Count(float64(v))
	case float64:
		return w.Count(v)
	}
	return v
}

// Text is a value from the data; it prints escaped, so that it stays text whatever it holds.
type Text string

func (t Text) String() string { return document.Escape(string(t)) }

// Markup is Markdown already: words of the language, with values escaped.
type Markup string

func (m Markup) String() string { return string(m) }

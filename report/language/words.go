// Package language says things in a language: words and messages of languages/*.yaml with values put in, plural forms, numbers and
// dates as the language writes them, and what areas, units, subjects and factories are called.
//
// In come the language files that package standard has read. Open takes the messages of each that is asked for out of it once; Words
// are one language, with English behind it:
//
//	words, err := language.Open(standard).Words("vi")
//	words.Say("people.workers", "count", 2) // 2 công nhân
//	words.Decimal(84.2, 1)                  // 84,2
//
// Out comes Markup, which is Markdown with every value escaped, or a plain string of digits. The package knows no results and no
// documents; what may be said is decided before it is asked.
package language

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"golang.org/x/text/message"

	"plimsoll/report/internal/markdown"
)

// Words are the words of one language, with English behind them. They are safe for use by several goroutines.
type Words struct {
	Lang        string // the language tag: vi, zh-Hans
	own, behind *catalog
	second      *Words // of a document in two languages
	printer     *message.Printer
}

// Functions are what a report template can call beside Go's own functions. Their keys are a person's writing: one that no
// language has is an error, since a document never prints a key.
func (w *Words) Functions() template.FuncMap {
	return template.FuncMap{"word": w.checkedWord, "head": w.heading, "join": w.Join, "say": w.checkedSay, "name": w.Name,
		"escape": func(s string) Text { return Text(s) }}
}

// find looks a message up, in English where the language has none.
func (w *Words) find(key string) (string, bool) { return w.findFor(key, nil) }

func (w *Words) findFor(key string, count *float64) (string, bool) {
	if s, ok := w.own.find(key, count); ok {
		return s, true
	}
	return w.behind.find(key, count)
}

func (w *Words) checkedWord(key string) (Markup, error) {
	s, ok := w.find(key)
	if !ok {
		return "", w.unknown(key)
	}
	return Markup(s), nil
}

func (w *Words) unknown(key string) error {
	return fmt.Errorf("no word %q in languages/%s.yaml", key, w.Lang)
}

// Word is a message without values. The keys are the program's own, and a test holds that all of them exist; one that does not
// prints in brackets.
func (w *Words) Word(key string) Markup {
	s, err := w.checkedWord(key)
	if err != nil {
		return bracketed(key)
	}
	return s
}

func bracketed(key string) Markup { return Markup(markdown.Escape("[" + key + "]")) }

// Has says that the language, or English behind it, has a word.
func (w *Words) Has(key string) bool { _, ok := w.find(key); return ok }

// Own is a word of the language itself, none where only English has it.
func (w *Words) Own(key string) (Markup, bool) {
	s, ok := w.own.find(key, nil)
	return Markup(s), ok
}

// IsEnglish says that the language is the one whose file is complete.
func (w *Words) IsEnglish() bool { return w.Lang == english }

// Name is the word for an id of data (an area, a process, an action); ids without one print as they are.
func (w *Words) Name(group, id string) Markup {
	if s, ok := w.find(group + "." + id); ok {
		return Markup(s)
	}
	return Markup(markdown.Escape(id))
}

// Say puts values into a message: pairs of a name and a value. Texts are escaped. A message may have plural forms, of which
// the value named count chooses.
func (w *Words) Say(key string, pairs ...any) Markup {
	s, err := w.checkedSay(key, pairs...)
	if err != nil {
		return bracketed(key)
	}
	return s
}

func (w *Words) checkedSay(key string, pairs ...any) (Markup, error) {
	count, err := countOf(pairs)
	if err != nil {
		return "", fmt.Errorf("%s: %w", key, err)
	}
	s, ok := w.findFor(key, count)
	if !ok {
		return "", w.unknown(key)
	}
	return Markup(tidy(w.fill(s, pairs))), nil
}

// SayOf uses the message of an id in a group, or the general one of the group.
func (w *Words) SayOf(group, id, general string, pairs ...any) Markup {
	count, _ := countOf(pairs) // Say refuses what is no number
	if _, ok := w.findFor(group+id, count); ok {
		return w.Say(group+id, pairs...)
	}
	return w.Say(group+general, pairs...)
}

// SayPlain is Say for a place that is no Markdown, such as the foot of a page: values stand as they are.
func (w *Words) SayPlain(key string, pairs ...any) string {
	count, err := countOf(pairs)
	s, ok := w.findFor(key, count)
	if !ok || err != nil {
		return "[" + key + "]"
	}
	plain := slices.Clone(pairs)
	for i := 1; i < len(plain); i += 2 {
		if text, ok := plain[i].(string); ok {
			plain[i] = Markup(text)
		}
	}
	return tidy(w.fill(s, plain))
}

// fill puts values in the place of {names}; a placeholder without a value stays.
func (w *Words) fill(s string, pairs []any) string {
	var out strings.Builder
	for {
		from := strings.IndexByte(s, '{')
		if from < 0 {
			break
		}
		name, rest, closed := strings.Cut(s[from+1:], "}")
		value, known := w.valueOf(name, pairs)
		if !closed || !known {
			out.WriteString(s[:from+1])
			s = s[from+1:]
			continue
		}
		out.WriteString(s[:from] + value)
		s = rest
	}
	return out.String() + s
}

// valueOf prints the first value of a name.
func (w *Words) valueOf(name string, pairs []any) (string, bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return fmt.Sprint(w.value(pairs[i+1])), true
		}
	}
	return "", false
}

// gaps are what values without text leave behind: a figure without a unit, an indicator without a subject.
var gaps = strings.NewReplacer(" ,", ",", " ;", ";", " )", ")", " .", ".", "  ", " ")

// solid is a space between a number and its unit where the unit is a Chinese word: 54.6小时, 2,045元.
var solid = regexp.MustCompile(`(\d)\x{00a0}(\p{Han})`)

func tidy(s string) string {
	return strings.TrimRight(gaps.Replace(solid.ReplaceAllString(s, "$1$2")), " \u00a0")
}

// countOf is the number named count, nil where there is none. What is printed already is no number: a plural form is chosen by
// numbers, not by digits.
func countOf(pairs []any) (*float64, error) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != "count" {
			continue
		}
		switch v := pairs[i+1].(type) {
		case int:
			f := float64(v)
			return &f, nil
		case float64:
			return &v, nil
		default:
			return nil, fmt.Errorf("count is %v (%T), which is no number", v, v)
		}
	}
	return nil, nil
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

// List joins things in the manner of the language: "comma" or "semicolon".
func (w *Words) List(mark string, things []string) Markup {
	return Markup(strings.Join(things, string(w.Name("list", mark))))
}

// Join lists things that are ready for the page, with the semicolon of the language between them.
func (w *Words) Join(things []Markup) Markup {
	plain := make([]string, len(things))
	for i, t := range things {
		plain[i] = string(t)
	}
	return w.List("semicolon", plain)
}

// AddSentence adds a sentence to a text.
func (w *Words) AddSentence(text, sentence Markup) Markup {
	return text + w.Word("list.sentence") + sentence
}

// Text is a value from the data; it prints escaped, so that it stays text whatever it holds.
type Text string

func (t Text) String() string { return markdown.Escape(string(t)) }

// Markup is Markdown already: words of the language, with values escaped.
type Markup string

func (m Markup) String() string { return string(m) }

package compose

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"plimsoll/report/internal/markdown"
)

// Words are the words of one language, with English behind them. They are safe for use by several goroutines.
type Words struct {
	Lang        string
	own, behind *lexicon
	second      *Words // of a document in two languages
	printer     *message.Printer
}

// find looks a message up, in English where the language has none.
func (w *Words) find(key string) (string, bool) { return w.findFor(key, nil) }

func (w *Words) findFor(key string, count *float64) (string, bool) {
	if s, ok := w.own.find(key, count); ok {
		return s, true
	}
	return w.behind.find(key, count)
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
		return Markup(markdown.Escape("[" + key + "]"))
	}
	return Markup(s)
}

// Name is the word for an id of data (an area, a process, an action); ids without one print as they are.
func (w *Words) Name(group, id string) Markup {
	if s, ok := w.find(group + "." + id); ok {
		return Markup(s)
	}
	return Markup(markdown.Escape(id))
}

// Say puts values into a message: pairs of a name and a value. Texts are escaped. A message may have plural forms, of which
// the value named count chooses.
func (w *Words) Say(key string, pairs ...any) (Markup, error) {
	s, ok := w.findFor(key, countOf(pairs))
	if !ok {
		return "", fmt.Errorf("no word %q in languages/%s.yaml", key, w.Lang)
	}
	var put []string
	for i := 0; i+1 < len(pairs); i += 2 {
		put = append(put, fmt.Sprintf("{%v}", pairs[i]), fmt.Sprint(w.value(pairs[i+1])))
	}
	return Markup(tidy(strings.NewReplacer(put...).Replace(s))), nil
}

// tidy closes the gaps that values without text leave behind: a figure without a unit, an indicator without a subject.
func tidy(s string) string {
	s = strings.NewReplacer(" ,", ",", " ;", ";", " )", ")", " .", ".", "  ", " ").Replace(s)
	return strings.TrimRight(s, " \u00a0")
}

func (w *Words) say(key string, pairs ...any) Markup {
	s, err := w.Say(key, pairs...)
	if err != nil {
		return Markup(markdown.Escape("[" + key + "]"))
	}
	return s
}

// countOf is the value named count; nil where there is none.
func countOf(pairs []any) *float64 {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != "count" {
			continue
		}
		switch v := pairs[i+1].(type) {
		case int:
			f := float64(v)
			return &f
		case float64:
			return &v
		default: // printed already: its digits make the number again, since counts have no decimals
			f, _ := strconv.ParseFloat(digits(fmt.Sprint(v)), 64)
			return &f
		}
	}
	return nil
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
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

func (t Text) String() string { return markdown.Escape(string(t)) }

// Markup is Markdown already: words of the language, with values escaped.
type Markup string

func (m Markup) String() string { return string(m) }

package report

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/compose"
)

// ownLanguage asks for each factory's own language.
const ownLanguage = "own"

// openWords loads the languages that are asked for, and for own all others too.
func (h *house) openWords(templates fs.FS, o Options) error {
	t := &tongues{templates: templates, known: compose.Languages(templates), loaded: map[string]*compose.Words{}}
	asked := o.Languages
	if !slices.ContainsFunc(asked, func(l string) bool { return l != ownLanguage }) {
		asked = append(slices.Clone(asked), "en") // of documents about the programme, and of factories whose language there is no file for
	}
	for i, lang := range asked {
		switch {
		case lang == ownLanguage:
			h.own = true
		case !slices.Contains(asked[:i], lang):
			words, err := t.oneOrTwo(lang)
			if err != nil {
				return err
			}
			h.words = append(h.words, words)
		}
	}
	for _, lang := range t.known {
		if !h.own || slices.Contains(asked, lang) {
			continue
		}
		words, err := t.load(lang)
		if err != nil {
			return err
		}
		h.others = append(h.others, words)
	}
	h.notes = t.notes
	return nil
}

// tongues loads each language once.
type tongues struct {
	templates fs.FS
	known     []string
	loaded    map[string]*compose.Words
	notes     []problem.Problem
}

// oneOrTwo loads a language, or of zh-Hans+en the first with the second under it.
func (t *tongues) oneOrTwo(lang string) (*compose.Words, error) {
	first, second, two := strings.Cut(lang, "+")
	words, err := t.load(first)
	if err != nil || !two {
		return words, err
	}
	if first == second {
		return nil, usage(fmt.Sprintf("--lang: %s names one language twice", lang), "write zh-Hans+en for documents in two")
	}
	under, err := t.load(second)
	if err != nil {
		return nil, err
	}
	return words.Over(under), nil
}

func (t *tongues) load(lang string) (*compose.Words, error) {
	if words := t.loaded[lang]; words != nil {
		return words, nil
	}
	if !slices.Contains(t.known, lang) {
		return nil, usage(fmt.Sprintf("--lang: there is no language %q", lang), "one of "+strings.Join(t.known, ", ")+"; own; two joined by +")
	}
	words, err := compose.LoadWords(t.templates, lang)
	if err != nil {
		return nil, err
	}
	t.loaded[lang] = words
	t.notes = append(t.notes, wordProblems(words)...)
	return words, nil
}

// wordProblems lists what a language file lacks, and what in it means nothing.
func wordProblems(w *compose.Words) []problem.Problem {
	var out []problem.Problem
	warn := func(code, says string, keys []string, hint string) {
		if len(keys) > 0 {
			out = append(out, problem.Problem{Place: problem.Place{File: "templates/languages/" + w.Lang + ".yaml"}, Severity: problem.Warning, Code: code,
				Message: says + ": " + strings.Join(keys, ", "), Hint: hint})
		}
	}
	warn("missing-word", "English stands in for messages that are missing", w.Missing(), "add them to the file")
	warn("unknown-word", "no document asks for these messages", w.Strange(), "correct their keys; languages/en.yaml has all of them")
	return out
}

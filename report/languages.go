package report

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/language"
)

// ownLanguage asks for each factory's own language.
const ownLanguage = "own"

// openWords loads the languages that are asked for, and for own all others too.
func (h *house) openWords(templates fs.FS, o Options) error {
	catalogs := language.Open(templates)
	asked := o.Languages
	if !slices.ContainsFunc(asked, func(l string) bool { return l != ownLanguage }) {
		asked = append(slices.Clone(asked), "en") // of documents about the programme, and of factories whose language there is no file for
	}
	for i, lang := range asked {
		switch {
		case lang == ownLanguage:
			h.own = true
		case !slices.Contains(asked[:i], lang):
			words, err := h.oneOrTwo(catalogs, lang)
			if err != nil {
				return err
			}
			h.words = append(h.words, words)
		}
	}
	for _, lang := range catalogs.Known {
		if !h.own || slices.Contains(asked, lang) {
			continue
		}
		words, err := h.wordsOf(catalogs, lang)
		if err != nil {
			return err
		}
		h.others = append(h.others, words)
	}
	return nil
}

// oneOrTwo loads a language, or of zh-Hans+en the first with the second under it.
func (h *house) oneOrTwo(catalogs *language.Catalogs, lang string) (*language.Words, error) {
	first, second, two := strings.Cut(lang, "+")
	words, err := h.wordsOf(catalogs, first)
	if err != nil || !two {
		return words, err
	}
	if first == second {
		return nil, usage(fmt.Sprintf("--lang: %s names one language twice", lang), "write zh-Hans+en for documents in two")
	}
	below, err := h.wordsOf(catalogs, second)
	if err != nil {
		return nil, err
	}
	return words.WithSecond(below), nil
}

// wordsOf loads a language, and notes what its file lacks the first time.
func (h *house) wordsOf(catalogs *language.Catalogs, lang string) (*language.Words, error) {
	if !catalogs.Has(lang) {
		return nil, usage(fmt.Sprintf("--lang: there is no language %q", lang), "one of "+strings.Join(catalogs.Known, ", ")+"; own; two joined by +")
	}
	words, err := catalogs.Words(lang)
	if err == nil && !slices.Contains(h.noted, lang) {
		h.noted, h.notes = append(h.noted, lang), append(h.notes, wordProblems(words)...)
	}
	return words, err
}

// wordProblems lists what a language file lacks, and what in it means nothing.
func wordProblems(w *language.Words) []problem.Problem {
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

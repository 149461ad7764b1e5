package report

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	xlanguage "golang.org/x/text/language"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/problem"
)

// ownLanguage asks for each factory's own language.
const ownLanguage = "own"

// languages are those that were asked for.
type languages struct {
	*language.Catalogs
	all    []*language.Words // of every document
	others []*language.Words // the further ones there are files for, where each factory's own is asked for
	noted  []string          // languages whose files were looked at
	notes  []problem.Problem // about those files
}

// loadLanguages reads the languages that are asked for, and for own all others too.
func loadLanguages(templates fs.FS, asked []string) (*languages, error) {
	l := &languages{Catalogs: language.Open(templates)}
	if !slices.ContainsFunc(asked, func(lang string) bool { return lang != ownLanguage }) {
		asked = append(slices.Clone(asked), "en") // of the programme's, and of factories whose language has no file
	}
	for i, lang := range asked {
		if lang == ownLanguage || slices.Contains(asked[:i], lang) {
			continue
		}
		words, err := l.oneOrTwo(lang)
		if err != nil {
			return nil, err
		}
		l.all = append(l.all, words)
	}
	if !slices.Contains(asked, ownLanguage) {
		return l, nil
	}
	for _, lang := range l.Known {
		if slices.Contains(asked, lang) {
			continue
		}
		words, err := l.words(lang)
		if err != nil {
			return nil, err
		}
		l.others = append(l.others, words)
	}
	return l, nil
}

// oneOrTwo loads a language, or of zh-Hans+en the first with the second under it.
func (l *languages) oneOrTwo(lang string) (*language.Words, error) {
	first, second, two := strings.Cut(lang, "+")
	words, err := l.words(first)
	if err != nil || !two {
		return words, err
	}
	if first == second {
		return nil, usage("--lang: "+lang+" names one language twice", "write zh-Hans+en for documents in two")
	}
	below, err := l.words(second)
	if err != nil {
		return nil, err
	}
	return words.WithSecond(below), nil
}

// words loads a language, and notes what its file lacks the first time.
func (l *languages) words(lang string) (*language.Words, error) {
	if !l.Has(lang) {
		return nil, usage(fmt.Sprintf("--lang: there is no language %q", lang),
			"one of "+strings.Join(l.Known, ", ")+"; own; two joined by +")
	}
	words, err := l.Catalogs.Words(lang)
	if err == nil && !slices.Contains(l.noted, lang) {
		l.noted, l.notes = append(l.noted, lang), append(l.notes, wordProblems(words)...)
	}
	return words, err
}

// texts are the templates of a kind in the languages that are asked for.
func (l *languages) texts(kind *compose.Kind) (k kindTexts, err error) {
	k.Kind = kind
	if k.all, err = inEach(kind, l.all); err != nil || !kind.PerFactory {
		return k, err
	}
	k.own, err = inEach(kind, l.others)
	return k, err
}

func inEach(kind *compose.Kind, list []*language.Words) ([]*compose.Template, error) {
	var texts []*compose.Template
	for _, words := range list {
		text, err := kind.In(words)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// unwritten says of which factories' languages there is no file, where each factory's own are asked for.
func (d *documentTemplates) unwritten(factories []*audit.Factory) []problem.Problem {
	if len(d.own) == 0 {
		return nil
	}
	var out []problem.Problem
	for _, f := range factories {
		known, _ := f.LanguageTags()
		for _, tag := range known {
			if !slices.ContainsFunc(d.own, func(lang string) bool { return audit.SameLanguage(tag, xlanguage.Make(lang)) }) {
				out = append(out, problem.UnknownLanguage.At(f.Place,
					"there is no file for the language %s of %s, so it gets no documents in it", tag, f.ID).Of(f.ID).
					Hinted("add languages/"+tag.String()+".yaml to your templates"))
			}
		}
	}
	return out
}

// wordProblems lists what a language file lacks, and what in it means nothing.
func wordProblems(w *language.Words) []problem.Problem {
	var out []problem.Problem
	warn := func(code, says string, keys []string, hint string) {
		if len(keys) > 0 {
			out = append(out, problem.Problem{Place: problem.Place{File: "templates/languages/" + w.Lang + ".yaml"}, Severity: problem.Warning,
				Code: code, Message: says + ": " + strings.Join(keys, ", "), Hint: hint})
		}
	}
	warn("missing-word", "English stands in for messages that are missing", w.Missing(), "add them to the file")
	warn("unknown-word", "no document asks for these messages", w.Strange(),
		"correct their keys; languages/en.yaml has all of them")
	return out
}

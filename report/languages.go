package report

import (
	"fmt"
	"slices"
	"strings"

	xlanguage "golang.org/x/text/language"

	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// ownLanguage asks for each factory's own language.
const ownLanguage = "own"

// allLanguages asks for all that there are files for; only check does, and --lang cannot.
const allLanguages = ""

// languages are those that were asked for.
type languages struct {
	*language.Catalogs
	standard *standard.Standard
	kinds    []*compose.Kind   // all that there are, whose templates may ask for words of their own
	all      []*language.Words // of every document
	others   []*language.Words // the further ones there are files for, where each factory's own is asked for
	noted    []string          // languages whose files were looked at
	notes    []problem.Problem // about those files
}

// loadLanguages reads the languages that are asked for, and for own all others too.
func loadLanguages(s *standard.Standard, kinds []*compose.Kind, asked []string) (*languages, error) {
	l := &languages{Catalogs: language.Open(s), standard: s, kinds: kinds}
	if slices.Contains(asked, allLanguages) {
		asked = l.Known
	}
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

// words loads a language. The first time it notes what its file lacks, and refuses what nothing asks for.
func (l *languages) words(lang string) (*language.Words, error) {
	if !l.Has(lang) {
		return nil, usage(fmt.Sprintf("--lang: there is no language %q", lang),
			"one of "+strings.Join(l.Known, ", ")+"; own; two joined by +")
	}
	words, err := l.Catalogs.Words(lang)
	if err != nil || slices.Contains(l.noted, lang) {
		return words, err
	}
	l.noted, l.notes = append(l.noted, lang), append(l.notes, wordProblems(words)...)
	return words, words.Unknown(l.standard, l.askedFor)
}

// askedFor says that a template asks for a message.
func (l *languages) askedFor(key string) bool {
	return slices.ContainsFunc(l.kinds, func(k *compose.Kind) bool { return k.AsksFor(key) })
}

// texts are the templates of a kind in the languages that are asked for.
func (l *languages) texts(kind *compose.Kind) kindTexts {
	k := kindTexts{Kind: kind, all: inEach(kind, l.all)}
	if kind.PerFactory {
		k.own = inEach(kind, l.others)
	}
	return k
}

func inEach(kind *compose.Kind, list []*language.Words) []*compose.Template {
	texts := make([]*compose.Template, len(list))
	for i, words := range list {
		texts[i] = kind.In(words)
	}
	return texts
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

// wordProblems lists what a language file lacks.
func wordProblems(w *language.Words) []problem.Problem {
	missing := w.Missing()
	if len(missing) == 0 {
		return nil
	}
	at := problem.Place{File: "templates/languages/" + w.Lang + ".yaml"}
	return []problem.Problem{problem.MissingWord.At(at, "English stands in for messages that are missing: %s",
		strings.Join(missing, ", "))}
}

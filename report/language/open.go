package language

import (
	"fmt"
	"slices"

	"golang.org/x/text/message"

	"plimsoll/report/standard"
)

// Catalogs are the languages of a standard. The messages of each are taken out of its file when they are first asked for; a set of
// catalogs belongs to one goroutine, the Words that it gives to any.
type Catalogs struct {
	Known    []string // tags of the languages there are files for, sorted
	standard *standard.Standard
	read     map[string]*Words
}

// Open lists the languages of a standard.
func Open(s *standard.Standard) *Catalogs {
	return &Catalogs{Known: s.LanguageTags(), standard: s, read: map[string]*Words{}}
}

// Has says that there is a file for a language.
func (c *Catalogs) Has(lang string) bool { return slices.Contains(c.Known, lang) }

// Words are the words of a language, English behind them. A {name} that the English message lacks is an error with its line.
func (c *Catalogs) Words(lang string) (*Words, error) {
	if w := c.read[lang]; w != nil {
		return w, nil
	}
	file := c.standard.Language(lang)
	if file == nil {
		return nil, fmt.Errorf("languages/%s.yaml: there is no such file", lang)
	}
	own, err := newCatalog(file)
	if err != nil {
		return nil, err
	}
	behind := own
	if lang != english {
		w, err := c.Words(english)
		if err != nil {
			return nil, err
		}
		behind = w.own
	}
	if err := own.check(behind); err != nil {
		return nil, err
	}
	c.read[lang] = &Words{Lang: lang, own: own, behind: behind, printer: message.NewPrinter(own.tag)}
	return c.read[lang], nil
}

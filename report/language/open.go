package language

import (
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/message"
)

// Catalogs are the language files of a folder of templates. Each is read once, when it is first asked for; a set of them belongs to
// one goroutine, the Words that it gives to any.
type Catalogs struct {
	Known     []string // tags of the languages there are files for, sorted
	templates fs.FS
	read      map[string]*Words
}

// Open lists the language files of a folder of templates.
func Open(templates fs.FS) *Catalogs {
	names, _ := fs.Glob(templates, "languages/*.yaml")
	for i, n := range names {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(n, "languages/"), ".yaml")
	}
	return &Catalogs{Known: names, templates: templates, read: map[string]*Words{}}
}

// Has says that there is a file for a language.
func (c *Catalogs) Has(lang string) bool { return slices.Contains(c.Known, lang) }

// Words are the words of a language, English behind them. A {name} that the English message lacks is an error with its line.
func (c *Catalogs) Words(lang string) (*Words, error) {
	if w := c.read[lang]; w != nil {
		return w, nil
	}
	var behind *catalog
	if lang != english {
		w, err := c.Words(english)
		if err != nil {
			return nil, err
		}
		behind = w.own
	}
	own, file, err := readCatalog(c.templates, lang)
	if err != nil {
		return nil, err
	}
	if behind == nil {
		behind = own
	}
	if err := own.check(behind); err != nil {
		return nil, file.Locate(err)
	}
	c.read[lang] = &Words{Lang: lang, own: own, behind: behind, printer: message.NewPrinter(own.tag)}
	return c.read[lang], nil
}

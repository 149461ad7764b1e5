package standard

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/problem"
)

// loadLimits reads limits/, every file of it.
func (s *Standard) loadLimits(templates fs.FS) error {
	names, err := fs.Glob(templates, "limits/*.yaml")
	if err != nil {
		return err
	}
	for _, name := range names {
		var file struct {
			Limits []*Limit `yaml:"limits"`
		}
		text, err := decode(templates, name, &file)
		if err != nil {
			return err
		}
		for i, l := range file.Limits {
			if err := s.builtIn(l, path.Join("templates", name)); err != nil {
				return text.Locate(yaml.Below(locateTerm(err), "limits", i))
			}
		}
		s.Limits = append(s.Limits, file.Limits...)
	}
	return nil
}

// builtIn completes a limit of a template file.
func (s *Standard) builtIn(l *Limit, file string) error {
	l.Place = problem.Place{File: file}
	var fromOK, toOK bool
	l.From, fromOK = ParseDate(l.FromText)
	l.To, toOK = ParseDate(l.ToText)
	switch {
	case l.FromText != "" && !fromOK, l.ToText != "" && !toOK:
		return yaml.Wrong(yaml.At("from"), "from %q, to %q: a date is written 2026-01-31", l.FromText, l.ToText)
	case !slices.Contains([]string{Legal, Code, Target}, l.Kind):
		return yaml.Wrong(yaml.At("kind"), "unknown kind %q (legal, code, target)", l.Kind)
	case l.Source == "" || l.Jurisdiction == "":
		return fmt.Errorf("a limit needs a source and a jurisdiction")
	case l.From != 0 && l.To != 0 && l.To < l.From:
		return yaml.Wrong(yaml.At("to"), "it ends (%s) before it starts (%s)", l.To, l.From)
	}
	if err := l.checkTerms(); err != nil {
		return err
	}
	written := l.Subject
	if err := s.Complete(l); err != nil {
		return err
	}
	return cmp.Or(s.checkJurisdiction(l), s.checkSubject(l, written))
}

// checkJurisdiction refuses a country that no factory could be in.
func (s *Standard) checkJurisdiction(l *Limit) error {
	if country, strange := s.StrangeCountry(l.Jurisdiction); strange {
		return yaml.Wrong(yaml.At("jurisdiction"), "%q is no country's code (%s)", country, s.CountryHint(country))
	}
	return nil
}

// StrangeCountry is the country of a jurisdiction in which no factory could be, so that a limit of it would govern
// nothing without a word: UK is GB. EU is for directives.
func (s *Standard) StrangeCountry(jurisdiction string) (country string, strange bool) {
	country, _, _ = strings.Cut(jurisdiction, "-")
	code, known := s.Country(country)
	return country, country != "*" && country != "EU" && (!known || code != country)
}

// checkSubject refuses a subject that no reading could have: the limit would govern nothing, without a word.
func (s *Standard) checkSubject(l *Limit, written string) error {
	if written == "" {
		return nil
	}
	switch s.Area(l.Area).Subject() {
	case "":
		return yaml.Wrong(yaml.At("subject"), "a limit of %s has no subject", l.Area)
	case "process":
		if _, known := s.Process(written); !known {
			return yaml.Wrong(yaml.At("subject"), "unknown process %q (one of %s)", written,
				strings.Join(s.processIDs, ", "))
		}
	}
	return nil
}

// locateTerm leads from an unknown word to its key.
func locateTerm(err error) error {
	var unknown *Unknown
	if errors.As(err, &unknown) {
		return yaml.Below(err, unknown.What)
	}
	return err
}

// checkTerms refuses a misspelt term: a limit "averaging: 8hr" would otherwise govern nothing, without a word.
func (l *Limit) checkTerms() error {
	switch {
	case l.Averaging != "" && !slices.Contains(averagings(), l.Averaging):
		return yaml.Wrong(yaml.At("averaging"), "unknown averaging %q (%s)", l.Averaging, strings.Join(averagings(), ", "))
	case !slices.Contains([]string{"", "net", "gross"}, l.Basis):
		return yaml.Wrong(yaml.At("basis"), "unknown basis %q (net, gross)", l.Basis)
	case !slices.Contains([]float64{0, 3, 5}, l.Exchange):
		return yaml.Wrong(yaml.At("exchange"), "unknown exchange %v (3, 5)", l.Exchange)
	case !slices.Contains([]float64{0, 20, 25}, l.Temperature):
		return yaml.Wrong(yaml.At("temperature"), "unknown temperature %v (20, 25)", l.Temperature)
	}
	return nil
}

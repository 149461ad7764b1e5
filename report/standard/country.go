package standard

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"

	"plimsoll/report/internal/yaml"
)

// countries is countries.yaml: the one list of countries, by their ISO 3166-1 codes of two letters.
type countries struct {
	Now    map[string]*country `yaml:"countries"`
	Former map[string]*former  `yaml:"former"`

	codes map[string]string // folded name, or code of three letters → code
}

type country struct {
	Code  string            `yaml:"code"`  // of three letters
	Names map[string]string `yaml:"names"` // by language: what documents print
	Also  []string          `yaml:"also"`
}

// former is a code that ISO 3166 withdrew.
type former struct {
	Names []string `yaml:"names"`
	Until int      `yaml:"until"` // the year
	Now   []string `yaml:"now"`   // the codes of what it became
}

// Country finds the ISO 3166-1 code of a country, written as its code of two or three letters or by one of its names.
// What is not known is given back as it is, in capitals. No name is a code of two letters: NA is Namibia, N/A is
// nothing.
func (s *Standard) Country(written string) (code string, known bool) {
	upper := strings.ToUpper(strings.TrimSpace(norm.NFKC.String(written)))
	if s.countries.Now[upper] != nil {
		return upper, true
	}
	if code, known = s.countries.codes[Fold(written)]; known {
		return code, true
	}
	return upper, false
}

// CountryCodes lists every name and every code of three letters, folded, with the code of two letters.
func (s *Standard) CountryCodes() map[string]string { return s.countries.codes }

// CountryName is what documents in a language call a country: as the list has it, else as CLDR has it. A code that is
// not known is given back as it is.
func (s *Standard) CountryName(code, tag string) string {
	listed := s.countries.Now[code]
	if listed != nil && listed.Names[tag] != "" {
		return listed.Names[tag]
	}
	region, err := language.ParseRegion(code)
	lang, unknown := language.Parse(tag)
	if err != nil || unknown != nil {
		return code
	}
	if namer := display.Regions(lang); namer != nil {
		return namer.Name(region)
	}
	return code
}

// CountryHint says what to write instead of a country: what a withdrawn code became, the code of a name, a name that
// looks like it, or the form of a code.
func (s *Standard) CountryHint(written string) string {
	for _, code := range slices.Sorted(maps.Keys(s.countries.Former)) {
		if f := s.countries.Former[code]; f.is(code, written) {
			return fmt.Sprintf("%s (%s) ended in %d; write what it became: %s", code, f.Names[0], f.Until,
				s.listCountries(f.Now))
		}
	}
	if code, known := s.Country(written); known {
		return "write " + s.listCountries([]string{code})
	}
	if near := Nearest(written, s.englishNames()); near != "" {
		return fmt.Sprintf("did you mean %s (%s)?", s.countries.codes[Fold(near)], near)
	}
	if code, ok := s.spokenIn(written); ok {
		return fmt.Sprintf("%s is the code of a language; did you mean %s?", written, s.listCountries([]string{code}))
	}
	return "write its ISO 3166-1 code, such as CN or VN"
}

// spokenIn is the country where most people speak a language, where a text is the language's code of two letters: JA is
// Japanese.
func (s *Standard) spokenIn(code string) (country string, ok bool) {
	base, err := language.ParseBase(code)
	if _, none := language.ParseRegion(code); err != nil || none == nil || len(code) != 2 {
		return "", false // EU is a region of the world before it is Basque
	}
	tag, _ := language.Compose(base)
	region, _ := tag.Region()
	return region.String(), s.countries.Now[region.String()] != nil
}

func (f *former) is(code, written string) bool {
	return slices.ContainsFunc(append([]string{code}, f.Names...),
		func(name string) bool { return Fold(name) == Fold(written) })
}

// listCountries writes codes with their English names.
func (s *Standard) listCountries(codes []string) string {
	list := make([]string, len(codes))
	for i, code := range codes {
		list[i] = code + " (" + s.CountryName(code, "en") + ")"
	}
	return strings.Join(list, ", ")
}

func (s *Standard) englishNames() []string {
	var names []string
	for _, code := range s.countryIDs() {
		names = append(names, s.countries.Now[code].Names["en"])
	}
	return names
}

// loadCountries reads countries.yaml. It needs the languages, in each of which a country may be written.
func (s *Standard) loadCountries(templates fs.FS) error {
	text, err := decodeOver(templates, "countries.yaml", &s.countries)
	if err != nil {
		return err
	}
	s.countries.codes = map[string]string{}
	for _, code := range s.countryIDs() {
		if err := s.nameCountry(code); err != nil {
			return text.Locate(yaml.Below(err, "countries", code))
		}
	}
	s.codeCountries()
	for _, code := range slices.Sorted(maps.Keys(s.countries.Former)) {
		f := s.countries.Former[code]
		if len(f.Names) == 0 || slices.ContainsFunc(f.Now,
			func(now string) bool { return s.countries.Now[now] == nil }) {
			return text.Locate(yaml.Wrong(yaml.At("former", code), "%s needs names, and codes of today under now",
				code))
		}
	}
	return nil
}

// countryIDs lists the codes of two letters, sorted.
func (s *Standard) countryIDs() []string { return slices.Sorted(maps.Keys(s.countries.Now)) }

// nameCountry adds the names that a country has in the list. A name of two countries is refused.
func (s *Standard) nameCountry(code string) error {
	c := s.countries.Now[code]
	if len(code) != 2 || len(c.Code) != 3 || c.Names["en"] == "" {
		return fmt.Errorf("%s needs a code of three letters, and an English name", code)
	}
	for _, name := range slices.Concat(c.Also, slices.Collect(maps.Values(c.Names))) {
		if other, taken := s.countries.codes[Fold(name)]; taken && other != code {
			return fmt.Errorf("%q is a name of both %s and %s", name, other, code)
		}
		s.countries.codes[Fold(name)] = code
	}
	return nil
}

// codeCountries adds the codes of three letters, then the names that CLDR has in languages which the list lacks. A code
// of three letters that is another country's name stands for neither of them.
func (s *Standard) codeCountries() {
	codes := s.countries.codes
	for _, code := range s.countryIDs() {
		key := Fold(s.countries.Now[code].Code)
		if other, taken := codes[key]; taken && other != code {
			delete(codes, key)
			continue
		}
		codes[key] = code
	}
	for _, code := range s.countryIDs() {
		for _, tag := range s.LanguageTags() {
			key := Fold(s.CountryName(code, tag))
			if s.countries.Now[code].Names[tag] == "" && codes[key] == "" {
				codes[key] = code
			}
		}
	}
}

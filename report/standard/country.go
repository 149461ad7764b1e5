package standard

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country finds the ISO 3166-1 code of a country, written as its two letters or by its name in one of the languages, as CLDR
// has it. What is not known is given back as it is, in capitals.
func (s *Standard) Country(written string) (code string, known bool) {
	upper := strings.ToUpper(strings.TrimSpace(written))
	if len(upper) == 2 {
		if region, err := language.ParseRegion(upper); err == nil && region.IsCountry() {
			return region.Canonicalize().String(), true // UK is GB
		}
		return upper, true
	}
	if code, known = s.countries()[Fold(written)]; known {
		return code, true
	}
	return upper, false
}

// countryNames lists every country by its folded names; it is made when a workbook first names one.
func countryNames(tags []string) map[string]string {
	names := map[string]string{}
	for _, tag := range tags {
		lang, err := language.Parse(tag)
		if err != nil {
			continue
		}
		namer := display.Regions(lang)
		for a := 'A'; a <= 'Z'; a++ {
			for b := 'A'; b <= 'Z'; b++ {
				code := string([]rune{a, b})
				region, err := language.ParseRegion(code)
				if namer == nil || err != nil || !region.IsCountry() || region.Canonicalize() != region {
					continue
				}
				if name := Fold(namer.Name(region)); name != "" && names[name] == "" {
					names[name] = code
				}
			}
		}
	}
	return names
}

func (s *Standard) nameCountries() {
	s.countries = sync.OnceValue(func() map[string]string { return countryNames(s.LanguageTags()) })
}

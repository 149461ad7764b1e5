package standard

import (
	"strings"
	"testing"
)

func TestCountry(t *testing.T) {
	std := built(t)
	for written, want := range map[string]string{"CN": "CN", " vn ": "VN", "ＶＮ": "VN", "UK": "GB", "EL": "GR", "XK": "XK", "BQ": "BQ",
		"CHN": "CN", "vnm": "VN", "RUS": "RU", "中国": "CN", "Việt Nam": "VN", "Vietnam": "VN", "Viet Nam": "VN",
		"P.R. China": "CN", "Korea, Republic of": "KR", "United States": "US", "U.S.": "US", "Reino Unido": "GB", "BANGLADESH": "BD",
		"Turkey": "TR", "Türkiye": "TR", "Swaziland": "SZ", "Burma": "MM", "East Timor": "TL", "Iran (Islamic Republic of)": "IR",
		"NA": "NA", "Namibia": "NA", "Niger": "NE", "Nigeria": "NG"} {
		if code, known := std.Country(written); code != want || !known {
			t.Errorf("%q is %q, %v, want %s", written, code, known, want)
		}
	}
	for _, written := range []string{"Atlantis", "", "中", "ZZ", "AA", "XX", "EU", "N/A", "SU", "YU", "AN", "CS", "DD", "Soviet Union",
		"NGA", "Nga"} { // Nga is Russia in Vietnamese, and NGA Nigeria
		if code, known := std.Country(written); known {
			t.Errorf("%q is %s", written, code)
		}
	}
}

// TestEveryCountry holds the list against the count of ISO 3166-1 and the shape of its codes.
func TestEveryCountry(t *testing.T) {
	std := built(t)
	three := map[string]string{}
	for code, c := range std.countries.Now {
		if other := three[c.Code]; other != "" || strings.ToUpper(code+c.Code) != code+c.Code {
			t.Errorf("%s has the code %q, as has %q", code, c.Code, other)
		}
		three[c.Code] = code
		for _, tag := range std.LanguageTags() {
			if c.Names[tag] == "" {
				t.Errorf("%s has no name in %s", code, tag)
			}
		}
		for _, name := range append([]string{code, c.Names["en"]}, c.Also...) {
			if got, known := std.Country(name); got != code || !known {
				t.Errorf("%q is %q, %v, want %s", name, got, known, code)
			}
		}
	}
	if len(std.countries.Now) != 249+1 { // and Kosovo
		t.Errorf("%d countries", len(std.countries.Now))
	}
	for code := range std.countries.Former {
		if _, known := std.Country(code); known {
			t.Errorf("%s, which was withdrawn, is read", code)
		}
	}
}

func TestCountryName(t *testing.T) {
	std := built(t)
	for _, c := range []struct{ code, tag, want string }{
		{"VN", "en", "Vietnam"}, {"VN", "vi", "Việt Nam"}, {"CN", "zh-Hans", "中国"}, {"GB", "es", "Reino Unido"}, {"MK", "en", "North Macedonia"},
		{"DE", "fr", "Allemagne"}, // not in the list: CLDR's
		{"ZZZZ", "en", "ZZZZ"}, {"CN", "?", "CN"},
	} {
		if got := std.CountryName(c.code, c.tag); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.code, c.tag, got, c.want)
		}
	}
}

func TestCountryHint(t *testing.T) {
	std := built(t)
	for written, want := range map[string]string{
		"SU":             "SU (Soviet Union) ended in 1992; write what it became: AM (Armenia), AZ (Azerbaijan), BY (Belarus)",
		"Czechoslovakia": "write what it became: CZ (Czechia), ME (Montenegro), RS (Serbia), SK (Slovakia)",
		"an":             "BQ (Caribbean Netherlands), CW (Curaçao), SX (Sint Maarten)",
		"UK":             "write GB (United Kingdom)",
		"Vietnm":         "did you mean VN (Vietnam)?",
		"Atlantis":       "such as CN or VN",
		"":               "such as CN or VN",
	} {
		if got := std.CountryHint(written); !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %s", written, got, want)
		}
	}
}

// A language that a person adds brings the names of countries that CLDR has in it; the list's own stand before them.
func TestCountriesOfAnAddedLanguage(t *testing.T) {
	std, err := Load(edited(t, map[string]string{"languages/fr.yaml": "foot: {page: page}\n"}))
	if err != nil {
		t.Fatal(err)
	}
	for written, want := range map[string]string{"Allemagne": "DE", "États-Unis": "US", "越南": "VN"} {
		if code, known := std.Country(written); code != want || !known {
			t.Errorf("%q is %q, %v, want %s", written, code, known, want)
		}
	}
	if code, known := built(t).Country("Allemagne"); known {
		t.Errorf("without French Allemagne is %s", code)
	}
}

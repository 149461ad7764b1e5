package declaration

import (
	"maps"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/standard"
)

// Era is how years are counted: the year here is the one written plus Offset. The zero Era is ours. Calendars whose
// months are others too (solar and lunar Hijri) are no eras: no year alone says what day is meant.
type Era struct {
	Name   string
	Offset int
}

// eras are those of calendars that share months and days with ours: of Thailand, Taiwan, and of Japan since 1989.
var eras = map[string]int{"buddhist": -543, "minguo": 1911, "reiwa": 2018, "heisei": 1988}

// UnmarshalText reads the name of an era.
func (e *Era) UnmarshalText(text []byte) error {
	name := strings.ToLower(string(text))
	offset, known := eras[name]
	if !known {
		names := slices.Sorted(maps.Keys(eras))
		return yaml.Faulty(didYouMean(name, names), "there is no era %q", text)
	}
	*e = Era{name, offset}
	return nil
}

// Here is a year of the era as it is counted here. Of two digits, those of the Buddhist era are of its century 2500, as
// Thailand abbreviates them.
func (e Era) Here(year int) int {
	if e.Name == "buddhist" && year < 100 {
		year += 2500
	}
	return year + e.Offset
}

// Shifted is a day whose year was read as one of ours and is one of the era.
func (e Era) Shifted(d standard.Date) (standard.Date, bool) {
	t := d.Time()
	return standard.DateOf(e.Here(t.Year()), int(t.Month()), t.Day())
}

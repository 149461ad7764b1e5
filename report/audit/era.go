package audit

import (
	"fmt"
	"strings"

	"plimsoll/report/standard"
)

// era is a way to count years. Its months and days are those of this calendar unless its years have others.
type era struct {
	name        string
	ofThisYear  func(year int) int // the year of this era that a year of it begins in
	otherMonths bool
}

func after(years int) func(int) int { return func(year int) int { return year + years } }

// The eras that workbooks come in. The lunar Hijri year has 354.37 days, and its first began in July 622.
var (
	buddhist  = era{"the Buddhist era", after(-543), false}
	minguo    = era{"the Minguo era", after(1911), false}
	reiwa     = era{"Reiwa", after(2018), false}
	heisei    = era{"Heisei", after(1988), false}
	solar     = era{"the Solar Hijri calendar", after(621), true}
	lunar     = era{"the lunar Hijri calendar", func(y int) int { return int(float64(y)*0.970224 + 621.5774) }, true}
	namedEras = map[string]era{"令和": reiwa, "r": reiwa, "平成": heisei, "h": heisei, "民國": minguo, "民国": minguo}
)

// eraOf tells from a year alone that it is none of this era, as far as anything measured today is concerned.
func eraOf(year int) (era, bool) {
	switch {
	case year >= 2500 && year <= newest().Year()+543:
		return buddhist, true
	case year >= 79 && year <= 199:
		return minguo, true
	case year >= 1369 && year <= 1414:
		return solar, true
	case year >= 1415 && year <= 1480:
		return lunar, true
	}
	return era{}, false
}

// eraHint names the year that a year of another era is, and the day where that is known.
func (e era) hint(year, month, day int) string {
	here := e.ofThisYear(year)
	hint := fmt.Sprintf("%d is a year of %s, and %d here: ", year, e.name, here)
	if date, ok := standard.DateOf(here, month, day); ok && !e.otherMonths {
		return hint + "write " + date.String()
	}
	return hint + fmt.Sprintf("write the day as it is called here, such as %d-07-14", here)
}

// namedEra finds an era by the word or letter before its years.
func namedEra(word string) (era, bool) {
	e, ok := namedEras[strings.ToLower(word)]
	return e, ok
}

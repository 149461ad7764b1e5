package explain

import (
	"fmt"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// rooms are those of dormitories, and the buildings whose people share toilets and showers.
type rooms struct{ readings }

func (rooms) units(r *benchmark.Result) string {
	if r.Indicator != nil && methodOf(r.Indicator).shared {
		return "buildings"
	}
	return "rooms"
}

// formula is a ratio, but for the people in a room, who are counted.
func (rooms) formula(x *explained, u *benchmark.Unit) string {
	if x.Indicator == nil {
		return ""
	}
	top, bottom := u.Sums()
	if methodOf(x.Indicator).counted {
		return ""
	}
	return fmt.Sprintf("%s ÷ %s = %s", number(top), number(bottom), with(u.Value, x.Unit))
}

func (rooms) never(f *audit.Factory) string {
	if f.Dormitory == "no" {
		return "; the sheet Factories says that it has no dormitory"
	}
	return ""
}

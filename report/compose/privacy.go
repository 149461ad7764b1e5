package compose

import (
	"math"

	"plimsoll/report/told"
)

// publicCount prints a number of people, or that it is suppressed.
func (o *overview) publicCount(people float64) Markup {
	switch {
	case math.IsNaN(people):
		return "–"
	case told.Few(people):
		return o.w.Word("disclosure.suppressed")
	}
	return Markup(o.w.Count(people))
}

package benchmark

import "plimsoll/report/standard"

// figures makes the results of one factory, area and quarter, as its kind of area has it: which rows make a unit that
// is judged, how units make the level of each indicator, and what is judged together in the overall row. A new kind is
// a file beside exposure.go, air.go, reading.go, rooms.go and pay.go, and a line here.
func (c *comparison) figures(v *visit) []*Result {
	of := map[standard.Kind]func(*visit) []*Result{
		standard.Exposures{}: c.noise,
		standard.Air{}:       c.air,
		standard.Readings{}:  c.plainReadings,
		standard.Rooms{}:     c.rooms,
		standard.Pay{}:       c.pay,
	}
	return of[v.area.Kind](v)
}

package audit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// decides lists the fields without which a reading would be a guess: a bad cell in one of them leaves the whole row
// out. Any other bad cell is left out alone.
func decides(field string) bool {
	switch field {
	case "unit", "hours", "minutes", "detection", "sample", "basis", "lowest", "ordinary", "currency":
		return true
	}
	return false
}

// lostWith is the declared column whose bad cell takes that of another column with it; −1 for none. Weeks are judged by
// the longest: where that is not known, the mean is no figure either.
func (t *table) lostWith(column int) int {
	if t.area != nil && t.decl.Columns[column].Field == "weekly" {
		return t.field("longest")
	}
	return -1
}

// blankReading is a reading of a row of which nothing is read yet.
func blankReading(rec *record) Reading {
	none := math.NaN()
	return Reading{Factory: rec.who, Area: rec.t.area, Source: rec.source(), Value: none,
		Workers: none, Hours: none, Minutes: none, Occupants: none, Beds: none, Toilets: none, Showers: none,
		Lowest: none, Ordinary: none, Overtime: none, Weekly: none, Longest: none}
}

// addReading makes a reading of a row of measurements.
func (c *Collector) addReading(rec *record) bool {
	r := blankReading(rec)
	var main, unit, detection value
	for i := range rec.t.decl.Columns {
		field, v := rec.t.decl.Columns[i].Field, rec.values[i]
		switch field {
		case "value":
			if i == rec.t.field("value") {
				main = v
			}
		case "unit":
			unit = v
		case "detection":
			detection = v
		default:
			fill(&r, field, v)
		}
	}
	if at := rec.t.field("longest"); at >= 0 && rec.values[at].state == bad {
		r.Weekly = math.NaN()
	}
	if !c.fillValue(rec, &r, main, unit, detection) {
		c.lose(rec)
		return false
	}
	if !c.counts(rec) {
		return false
	}
	c.warnOfReading(rec, &r, main, detection)
	c.data.Readings.Add(&r)
	c.addFurther(rec, r, unit)
	return true
}

// addFurther makes readings of the other columns of values that a row has beside its first.
func (c *Collector) addFurther(rec *record, r Reading, unit value) {
	first := rec.t.field("value")
	for i := first + 1; i < len(rec.values); i++ {
		v := rec.values[i]
		if rec.t.decl.Columns[i].Field != "value" || v.state != good {
			continue
		}
		further := r
		further.Indicator, further.Below = uint8(r.Area.Values()[i]), v.below
		if c.fillColumn(rec, &further, i, v, unit) {
			c.data.Readings.Add(&further)
		}
	}
}

// source is the row as it was sent.
func (r *record) source() Source {
	at := r.place()
	s := Source{File: at.File, Sheet: at.Sheet, Row: at.Row, Order: r.order}
	if r.t.Span != nil {
		s.Span = r.t.Span(r.row.Index)
	}
	return s
}

// fill puts a value into the field its column declares.
func fill(r *Reading, field string, v value) {
	switch field {
	case "date":
		r.Date = v.date
	case "place", "room":
		r.Location = v.text
	case "subject":
		r.Subject, r.Agent, r.Isomer = v.text, v.agent, v.isomer
	case "group":
		r.Group = v.text
	case "worker":
		r.Worker = v.text
	case "method":
		r.Method = standard.Fold(v.text)
	case "sample":
		r.AreaWide, r.Personal = v.text == "area", v.text == "personal"
	case "building":
		r.Building = v.text
	case "currency":
		r.Currency = v.text
	case "sex":
		r.Sex = v.text
	case "basis":
		r.Basis = v.text
	default:
		fillNumber(r, field, v.orNaN())
	}
}

func fillNumber(r *Reading, field string, n float64) {
	switch field {
	case "workers":
		r.Workers = n
	case "hours":
		r.Hours = n
	case "minutes":
		r.Minutes = n
	case "occupants":
		r.Occupants = n
	case "beds":
		r.Beds = n
	case "toilets":
		r.Toilets = n
	case "showers":
		r.Showers = n
	case "lowest":
		r.Lowest = n
	case "ordinary":
		r.Ordinary = n
	case "overtime":
		r.Overtime = n
	case "weekly":
		r.Weekly = n
	case "longest":
		r.Longest = n
	}
}

// fillValue brings the value to the area's unit and holds it against the plausible range.
func (c *Collector) fillValue(rec *record, r *Reading, main, unit, detection value) bool {
	if !c.knowUnit(rec, r, unit) || !c.fillDetection(rec, &main, detection) {
		return false
	}
	r.Below = main.below
	return c.fillColumn(rec, r, rec.t.field("value"), main, unit)
}

// fillColumn brings the value of a column to the unit of its indicator and holds it against the plausible range.
func (c *Collector) fillColumn(rec *record, r *Reading, i int, v, unit value) bool {
	column := &rec.t.decl.Columns[i]
	scale := c.scale(r, unit)
	r.Value = scale.Convert(v.number)
	if !column.Plausible(r.Value) {
		c.reportRow(rec, problem.OutOfRange.At(rec.t.Place(rec.row.Index, rec.t.columns[i]),
			"%s", strings.TrimSpace(fmt.Sprintf("%s is %v %s", column.Name, v.number, unit.text))).
			Hinted("plausible is "+column.Range()+" "+strings.TrimPrefix(r.Area.Indicators[r.Indicator].Unit, "currency")))
		return false
	}
	c.origins.keep(rec, r, v.number, scale, unit)
	return true
}

// scale is the unit that a row names; an indicator in another unit than the area's is written in its own.
func (c *Collector) scale(r *Reading, unit value) *standard.Unit {
	if unit.state == good && r.Area.Indicators[r.Indicator].Unit == r.Area.Unit {
		if u, known := r.Area.UnitOf(unit.text); known {
			return u
		}
	}
	return &standard.Unit{Factor: 1}
}

// field finds the declared column that fills a field of a reading; −1 where none does. Its heading may be any.
func (t *table) field(name string) int {
	return slices.IndexFunc(t.decl.Columns, func(c standard.Column) bool { return c.Field == name })
}

// filling is the cell that fills a field of a reading.
func (r *record) filling(field string) problem.Place {
	return r.t.Place(r.row.Index, r.t.columns[r.t.field(field)])
}

// knowUnit wants a unit of the area where the row names one; a row of pay has a currency instead.
func (c *Collector) knowUnit(rec *record, r *Reading, unit value) bool {
	if r.Area.Kind.OfPay() {
		return c.fillCurrency(rec, r)
	}
	if unit.state != good {
		return true
	}
	u, known := r.Area.UnitOf(unit.text)
	switch {
	case !known:
		c.reportRow(rec, problem.UnknownUnit.At(rec.filling("unit"),
			"%s is no unit of %s", problem.Quoted(unit.text), r.Area.Name).
			Hinted("write one of "+r.Area.UnitNames()))
		return false
	case u.ByVolume && (r.Agent == nil || r.Agent.MolarMass == 0):
		c.reportRow(rec, problem.UnknownUnit.At(rec.filling("unit"),
			"%s cannot be converted: no molar mass is known for %s", unit.text, r.About()).
			Hinted("write the concentration in mg/m3"))
		return false
	}
	r.ByVolume = u.ByVolume
	return true
}

func (c *Collector) fillCurrency(rec *record, r *Reading) bool {
	code, ok := r.Area.Currency(r.Currency)
	if !ok {
		c.reportRow(rec, problem.UnknownUnit.At(rec.filling("currency"),
			"%s is no currency code", problem.Quoted(r.Currency)).
			Hinted("write its ISO 4217 code, such as CNY or VND"))
		return false
	}
	r.Currency = code
	return true
}

// fillDetection finds the detection limit of a result that says only that nothing was found.
func (c *Collector) fillDetection(rec *record, main *value, detection value) bool {
	if !main.noted {
		return true
	}
	if detection.state != good || detection.number <= 0 {
		c.reportRow(rec, problem.MissingValue.At(rec.filling("value"),
			"the result is below a detection limit that is not given").
			Hinted("write the laboratory's limit under Detection limit, or the result as <0.5"))
		return false
	}
	main.number = detection.number
	return true
}

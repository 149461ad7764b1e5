package mapping

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// days gathers the readings of a log into one a day.
type days struct {
	*table
	value  int // which column of the target is averaged
	groups map[string]*day
	order  []*day
}

// day is what one day's readings have in common, and their values.
type day struct {
	cells  []content
	date   string // and its shift, as messages say it
	shift  *declaration.Shift
	rows   []int
	values []float64
	first  content // the first of them
	blanks int
	bad    int // values that are no numbers, the first of them
	badOne content
	why    *problem.Code
}

// newDays begins to gather the readings of a table.
func newDays(t *table) *days {
	value := slices.IndexFunc(t.to.Columns, func(c *declaration.Column) bool { return c == t.to.Value() })
	return &days{table: t, value: value, groups: map[string]*day{}}
}

// add gives the readings of a row to their day. They belong together where everything but the value is the same; a
// column of its own is a series of its own. A row that says when, and has no value, counts as blank.
func (d *days) add(row workbook.Row) {
	if !d.hasAny(row) {
		return
	}
	base := d.base(row)
	_, ok := d.dayOf(base)
	shift, within := (*declaration.Shift)(nil), ok
	if ok {
		shift, within = d.shiftOf(row, base)
	}
	if !within {
		d.leave(row, base)
		return
	}
	date, _ := d.dayOf(base)
	key := d.common(base)
	if shift != nil {
		key, date = shift.Name+" "+key, date+" "+shift.Name
	}
	if !d.to.PerWide() {
		d.group(key, date, row, base, nil).in(shift).add(row, base[d.value], d)
		return
	}
	for i := range d.header.wide {
		wide := &d.header.wide[i]
		cell, at := d.read(row, wide.column)
		g := d.group(fmt.Sprint(wide.column, key), date, row, base, wide)
		g.in(shift).add(row, content{cell: cell, at: at}, d)
	}
}

// hasAny says whether a row has a value, or a day of which the value is blank.
func (d *days) hasAny(row workbook.Row) bool {
	return d.hasValue(row, nil) || slices.ContainsFunc(d.header.wide,
		func(w wideColumn) bool { return d.hasValue(row, &w) })
}

// leave leaves out a row that belongs to no day.
func (d *days) leave(row workbook.Row, base []content) {
	for _, c := range base {
		if c.at.in == d.Applied && int(c.at.row) == row.Index {
			c.at.omit()
		}
	}
	for _, wide := range d.header.wide {
		d.ref(row.Index, wide.column).mark(Omitted)
	}
}

// common is what the readings of a day agree in, as far as it does not depend on a wide column.
func (d *days) common(base []content) string {
	cells := make([]workbook.Cell, len(base))
	for i := range base {
		if i != d.value {
			cells[i] = base[i].cell
		}
	}
	return keyOf(cells)
}

// group finds the day that a reading belongs to, or begins it.
func (d *days) group(key, date string, row workbook.Row, base []content, wide *wideColumn) *day {
	g := d.groups[key]
	if g == nil {
		g = &day{cells: d.cells(row, base, wide), date: date}
		d.groups[key] = g
		d.order = append(d.order, g)
	}
	return g
}

// in is the day with its shift.
func (g *day) in(shift *declaration.Shift) *day {
	g.shift = shift
	return g
}

// add takes one value.
func (g *day) add(row workbook.Row, v content, d *days) {
	switch n, why := d.reading(v); {
	case v.blank():
		g.blanks++
	case why == nil:
		if len(g.values) == 0 {
			g.first = v
		}
		g.values, g.rows = append(g.values, n), append(g.rows, row.Index)
	default:
		if g.bad++; g.bad == 1 {
			g.badOne, g.why = v, why
		}
		v.at.mark(Omitted)
	}
}

// dayOf brings the date of a reading to its day. A row without one belongs to no day.
func (d *days) dayOf(cells []content) (string, bool) {
	at := slices.IndexFunc(d.to.Columns, func(c *declaration.Column) bool { return c.Decl.Field == "date" })
	v := &cells[at]
	if v.cell.Kind == workbook.Refused {
		return "", false
	}
	written := v.cell.Plain()
	date, ok := standard.ParseDate(written)
	if !ok {
		if v.blank() {
			d.refuse(*v, problem.MissingValue, "fill it in, or remove the row", "the row of the log has no date")
		} else {
			d.refuse(*v, problem.NotADate, "declare in the mapping "+d.Mapping+
				" how dates are written: dates: dmy, or a form such as DD/MM/YYYY hh:mm",
				"%s is not a date", problem.Quoted(written))
		}
		return "", false
	}
	*v = textContent(date.String(), v.at)
	return date.String(), true
}

// reading is the number that a cell of the log holds; why is what is wrong with another one.
func (d *days) reading(v content) (n float64, why *problem.Code) {
	form := d.to.Value().Numbers
	switch {
	case v.cell.Kind == workbook.Number:
		return v.cell.Number, nil
	case v.cell.Kind != workbook.Text:
		return 0, problem.NotANumber
	case form == nil:
		return d.textNumber(v.cell.Text, int(v.at.column))
	}
	plain, ok := form.Plain(v.cell.Text)
	n, err := strconv.ParseFloat(plain, 64)
	if !ok || err != nil {
		return 0, problem.NotANumber
	}
	return n, nil
}

// finish makes a row of each day that has values enough.
func (d *days) finish() {
	mean := d.entry.Mean
	for _, g := range d.order {
		v := g.first
		if g.bad > 0 {
			d.reportBad(g)
		}
		n := len(g.values)
		enough := float64(n) >= float64(mean.AtLeast)*float64(mean.Values)
		d.markDay(g, v, map[bool]Use{true: Read, false: Omitted}[enough])
		switch {
		case n == 0:
			continue
		case !enough:
			d.problem(v.at, problem.TooFewValues,
				fmt.Sprintf("%s has %s of %d (%d blank, rows %s), fewer than the %.0f %% that the mapping wants; no mean was made",
					g.date, count(n, "value", "values"), mean.Values, g.blanks, runs(g.rows, ", "), mean.AtLeast*100), "")
			continue
		case n > int(mean.Values):
			d.problem(v.at, problem.TooManyValues,
				fmt.Sprintf("%s has %d values, and a day %d; the mean is made of all of them", g.date, n, mean.Values),
				"look whether two logs were joined")
		}
		d.keepDay(g, v)
	}
}

// reportBad says once of a day what is wrong with values of it.
func (d *days) reportBad(g *day) {
	what, hint := "no number", "correct the log, or leave such rows out in the mapping"
	if g.why == problem.AmbiguousNumber {
		what, hint = "to be read in two ways", "declare in the mapping "+d.Mapping+" how numbers are written: decimal: point"
	}
	d.problem(g.badOne.at, g.why,
		fmt.Sprintf("of %s %s %s, the first is %s; the mean is made without", g.date,
			count(g.bad, "value is", "values are"), what, problem.Quoted(g.badOne.cell.Plain())), hint)
}

// markDay says what became of the values of a day.
func (d *days) markDay(g *day, v content, use Use) {
	for _, row := range g.rows {
		d.ref(row, int(v.at.column)).mark(use)
	}
}

// keepDay makes the row of a day.
func (d *days) keepDay(g *day, v content) {
	mean := average(g.values, d.to.Energy())
	rows := runs(g.rows, ",")
	more := map[string]string{"values": fmt.Sprint(len(g.values)), "blanks": fmt.Sprint(g.blanks), "rows": rows}
	if g.shift != nil {
		more["shift name"], more["shift hours"] = g.shift.Name, strconv.FormatFloat(g.shift.Hours(), 'g', -1, 64)
	}
	g.cells[d.value] = d.times(d.to.Value(),
		content{cell: workbook.Cell{Kind: workbook.Number, Number: mean, Text: strconv.FormatFloat(mean, 'g', -1, 64)},
			at: v.at})
	for _, row := range g.rows {
		g.cells[d.value].also = append(g.cells[d.value].also, d.ref(row, int(v.at.column)))
	}
	for i, c := range d.to.Columns {
		if c.From == declaration.Written && c.Text.PerMean() {
			g.cells[i] = d.convert(c, d.text(c, c.Text, workbook.Row{Index: g.rows[0]}, more))
		}
	}
	span := rows
	if len(g.rows) == 1 {
		span = ""
	}
	d.keep(g.cells, d.ref(g.rows[0], 0), span)
}

// average is the mean of numbers, or of the energies that decibels stand for.
func average(values []float64, energy bool) float64 {
	sum := 0.0
	for _, v := range values {
		if energy {
			v = math.Pow(10, v/10)
		}
		sum += v
	}
	mean := sum / float64(len(values))
	if energy {
		return 10 * math.Log10(mean)
	}
	return mean
}

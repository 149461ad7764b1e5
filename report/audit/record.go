package audit

import (
	"math"
	"slices"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// record is a decoded row: its values by the declared columns.
type record struct {
	t      *table
	row    workbook.Row
	values []value
	who    *Factory
	order  int
	cause  int              // which problem of the row leaves it out, counted from 1; 0 = none
	said   *problem.Problem // what leaves it out, where that was said before the audit
}

// rejected takes what was said of a cell before the audit: it concerns the row's factory, and leaves the row out if it
// needs the cell.
func (c *Collector) rejected(rec *record, d *decoder, p problem.Problem) {
	if c.said == nil {
		c.said = map[string]int{}
		for i, said := range c.problems {
			c.said[said.String()] = i
		}
	}
	if i, said := c.said[p.String()]; said && c.problems[i].Factory == "" {
		c.problems[i].Factory = d.who
	}
	if rec.t.needs(d.col) && rec.cause == 0 && rec.said == nil {
		rec.said = &p
	}
}

// rejectedBy says that the row is left out because of its last problem, unless an earlier one has done that.
func (r *record) rejectedBy(problems []problem.Problem) {
	if r.cause == 0 {
		r.cause = len(problems)
	}
}

// decodeRow reads all declared cells of a row. It is not ok where a value that the row needs is missing or bad; every
// bad cell is reported all the same.
func (c *Collector) decodeRow(t *table, row workbook.Row) (*record, bool) {
	if isBlank(row) || c.isExample(row) {
		return nil, false
	}
	c.order++
	rec := &record{t: t, row: row, values: make([]value, len(t.decl.Columns)), order: c.order}
	d := &decoder{c: c, who: t.factoryID(row), marks: &t.marks}
	first := len(c.problems)
	for i := range t.decl.Columns {
		d.column, d.col, d.at = i, &t.decl.Columns[i], t.Place(row.Index, t.columns[i])
		v := d.decode(row.At(t.columns[i]))
		rec.values[i] = v
		switch {
		case v.state == unmeasured:
			d.report(problem.NotMeasured.At(d.at,
				"%s marked as not measured%s", t.called(d.col), t.lostWithRow(d.col)))
			if d.col.Required {
				rec.rejectedBy(c.problems[first:])
			}
		case row.At(t.columns[i]).Kind == workbook.Refused:
			c.rejected(rec, d, t.Refusal(row.Index, t.columns[i]))
		case v.state == bad && t.needs(d.col):
			rec.rejectedBy(c.problems[first:])
		}
	}
	if !c.knowFactory(rec, d) {
		rec.rejectedBy(c.problems[first:])
	}
	return rec, rec.cause == 0 && rec.said == nil
}

// lostWithRow says what else a row takes with it that was not measured: a room's people and toilets are part of the
// figures of its building.
func (t *table) lostWithRow(c *standard.Column) string {
	if t.area == nil || !t.area.Kind.InDormitories() || !c.Required {
		return ""
	}
	return "; its residents, toilets and showers are missing from its building's figures too"
}

// called is what a column is called in a sentence: what an area measures by the area too, Noise level.
func (t *table) called(c *standard.Column) string {
	if t.area == nil || !c.Required {
		return c.Name
	}
	return t.decl.Name + " " + strings.ToLower(c.Name)
}

func isBlank(row workbook.Row) bool {
	return !slices.ContainsFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
}

// isExample knows the example row of the blank workbook: its first cell is marked so.
func (c *Collector) isExample(row workbook.Row) bool {
	first := slices.IndexFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
	return c.std.IsExample(row.At(first + 1).Text)
}

// nearest is the known word that looks most like one that somebody wrote, "" if none comes close. Each word is looked
// for once, and not without end: who writes a thousand unknown words did not slip.
func (c *Collector) nearest(kind, written string, known func() []string) string {
	key := kind + " " + written
	near, looked := c.near[key]
	if !looked && len(c.near) < 1000 && len(written) <= 200 {
		near = standard.Nearest(written, known())
		c.near[key] = near
	}
	return near
}

// at finds the value of a column by its heading, which a record then holds.
func (r *record) at(name string) value {
	i := r.t.decl.Column(name)
	r.t.kept[i] = true
	return r.values[i]
}

func (r *record) text(name string) string { return r.at(name).text }

func (r *record) date(name string) standard.Date { return r.at(name).date }

// number is NaN where the cell gives none.
func (r *record) number(name string) float64 { return r.at(name).orNaN() }

func (v value) orNaN() float64 {
	if v.state != good {
		return math.NaN()
	}
	return v.number
}

func (r *record) place() problem.Place { return r.t.Place(r.row.Index, 0) }

func (r *record) cell(name string) problem.Place {
	return r.t.Place(r.row.Index, r.t.columns[r.t.decl.Column(name)])
}

// reportRow says something about a row, or a cell of it.
func (c *Collector) reportRow(rec *record, p problem.Problem) {
	if rec.who != nil {
		p.Factory = rec.who.ID
	}
	c.report(p)
}

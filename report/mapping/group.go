package mapping

import (
	"plimsoll/report/mapping/declaration"
	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// groups gather the rows of a sheet that are alike under some headings into one row each: a list of people into the
// rooms in which they sleep.
type groups struct {
	*table
	byKey map[string]*group
	order []*group
}

// group are rows that are alike, and what the first of them says.
type group struct {
	rows  []workbook.Row
	cells []content
}

// add gives a row to those that it is like.
func (g *groups) add(row workbook.Row) {
	var alike []workbook.Cell
	for _, heading := range g.entry.Group {
		cell, at := g.filledDown(row, g.header.column(declaration.Name{Headings: []string{heading}}))
		at.mark(Read)
		alike = append(alike, cell)
	}
	key := keyOf(alike)
	one := g.byKey[key]
	if one == nil {
		one = &group{cells: g.base(row)}
		g.byKey[key], g.order = one, append(g.order, one)
	} else {
		one.agree(g.base(row), g.table)
	}
	one.rows = append(one.rows, row)
}

// agree holds a further row against the first one. What it says otherwise is a problem of the group: of two words
// nobody knows which holds.
func (g *group) agree(cells []content, t *table) {
	for i, c := range t.to.Columns {
		first, now := &g.cells[i], cells[i].cell.Plain()
		if c.Gathers() || !c.PerRow() || first.cell.Kind == workbook.Refused || first.cell.Plain() == now {
			continue
		}
		*first = t.refuse(cells[i], problem.UnfitValue,
			"name the heading under group: too, or fill the column from the sheet in another way",
			"%s is %s here and %s in row %d, and both make one row",
			c.Decl.Name, problem.Quoted(now), problem.Quoted(first.cell.Plain()), g.rows[0].Index)
	}
}

// finish makes the rows.
func (g *groups) finish() {
	for _, one := range g.order {
		var numbers []int
		for _, row := range one.rows {
			numbers = append(numbers, row.Index)
		}
		for i, c := range g.to.Columns {
			if c.Gathers() {
				one.cells[i] = g.gather(c, one.rows)
			}
		}
		span := ""
		if len(numbers) > 1 {
			span = runs(numbers, ",")
		}
		g.keep(one.cells, g.ref(numbers[0], 0), span)
	}
}

// gather adds up the numbers of columns over rows, takes their mean, or counts what is filled. Blank cells count for
// nothing; where all are blank there is nothing to say.
func (t *table) gather(c *declaration.Column, rows []workbook.Row) content {
	var values []float64
	var cells []cellRef
	for _, row := range rows {
		for _, name := range c.Over {
			cell, at := t.read(row, t.header.column(name))
			if cell.Kind == workbook.Blank {
				continue
			}
			n, why := t.part(c, content{cell: cell, at: at})
			if why != nil {
				return *why
			}
			values, cells = append(values, n), append(cells, at)
			at.mark(Read)
		}
	}
	if len(values) == 0 {
		return t.convert(c, content{})
	}
	out := numeric(total(c.From, values, t.to.Energy() && c.Decl.Field == "value"), cells[0])
	out.also = cells
	return t.convert(c, out)
}

// part is the number that one cell gives; where cells are counted, every filled one counts.
func (t *table) part(c *declaration.Column, v content) (n float64, refused *content) {
	why := problem.NotANumber
	switch {
	case c.From == declaration.Tally && v.cell.Kind != workbook.ErrorValue, v.cell.Kind == workbook.Number:
		return v.cell.Number, nil
	case v.cell.Kind == workbook.Text && c.Numbers != nil:
		if read := t.number(c, v); read.cell.Kind == workbook.Number {
			return read.cell.Number, nil
		} else if read.cell.Kind == workbook.Refused {
			v.at.mark(Omitted)
			return 0, &read
		}
	case v.cell.Kind == workbook.Text:
		if n, why = t.textNumber(v.cell.Text, int(v.at.column)); why == nil {
			return n, nil
		}
	}
	v.at.mark(Omitted)
	out := t.refuse(v, why, "correct the cell, or say in the mapping "+t.Mapping+" how numbers are written",
		"%s of %s is no number that can be added up", problem.Quoted(v.cell.Plain()), c.Decl.Name)
	return 0, &out
}

// total is what values come to.
func total(how declaration.From, values []float64, energy bool) float64 {
	switch how {
	case declaration.Tally:
		return float64(len(values))
	case declaration.Average:
		return average(values, energy)
	}
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}

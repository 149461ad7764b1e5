package mapping

import (
	"slices"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/workbook"
)

// table is what is made of a worksheet for one sheet of the audit workbook.
type table struct {
	*scan
	to *declaration.Target

	made     []workbook.Row
	origins  [][]cellRef // per row: of the row itself, then of each column
	spans    []string    // per row: the rows it was made of, where they are several
	seen     map[string]bool
	at       int                             // the change of titles after which a row for the whole sheet was made
	fixed    map[*declaration.Column]content // of columns that are the same all over the sheet
	refusals map[[2]int]problem.Problem      // what was said of refused cells, by row and column
	also     map[[2]int][]cellRef            // of cells made of several: where those stand, by row and column
	days     *days                           // nil where no mean is taken
	groups   *groups                         // nil where each row makes one
}

// newTable begins a table.
func newTable(s *scan, target *declaration.Target) *table {
	t := &table{scan: s, to: target, seen: map[string]bool{}, also: map[[2]int][]cellRef{},
		refusals: map[[2]int]problem.Problem{}, at: -1, fixed: map[*declaration.Column]content{}}
	if s.entry.Mean != nil && target.Value() != nil {
		t.days = newDays(t)
	}
	if len(s.entry.Group) > 0 && target.PerRow() {
		t.groups = &groups{table: t, byKey: map[string]*group{}}
	}
	return t
}

// add makes what a row of the worksheet gives.
func (t *table) add(row workbook.Row) {
	switch {
	case t.days != nil:
		t.days.add(row)
	case !t.to.PerRow():
		t.addWhole(row)
	case t.to.PerWide():
		t.addWide(row)
	case !t.hasValue(row, nil), t.elsewhere(row):
	case t.groups != nil:
		t.groups.add(row)
	default:
		t.addRow(row, t.base(row), nil)
	}
}

// elsewhere says that a row holds the reading of another area and none of this one: a blank cell under noise, beside a
// filled one under light, is no noise that somebody forgot to write down.
func (t *table) elsewhere(row workbook.Row) bool {
	if t.measured(row) != blankValue {
		return false
	}
	return slices.ContainsFunc(t.scan.tables, func(o *table) bool { return o != t && o.measured(row) == filledValue })
}

// What a row holds of a table's values.
const (
	noValue = iota // the table has no column of values
	blankValue
	filledValue
)

func (t *table) measured(row workbook.Row) int {
	value := t.to.Value()
	if value == nil || value.From != declaration.Heading {
		return noValue
	}
	if cell, _ := t.read(row, t.header.column(value.Name)); cell.Kind == workbook.Blank {
		return blankValue
	}
	return filledValue
}

// finish makes what is left to be made after the last row.
func (t *table) finish() {
	if !t.to.PerRow() && t.form {
		t.addWhole(workbook.Row{})
	}
	if t.days != nil {
		t.days.finish()
	}
	if t.groups != nil {
		t.groups.finish()
	}
}

// addWhole makes a row for the whole sheet, and another one whenever its titles change.
func (t *table) addWhole(row workbook.Row) {
	titled := false
	for _, c := range t.to.Columns {
		titled = titled || c.From == declaration.Title
	}
	if t.at < 0 || titled && t.at < t.changed {
		t.at = t.changed
		t.addRow(workbook.Row{}, t.base(workbook.Row{}), nil)
	}
}

// hasValue says whether a row holds anything that differs from row to row; else there is nothing to say of it.
func (t *table) hasValue(row workbook.Row, wide *wideColumn) bool {
	if wide != nil {
		cell, _ := t.read(row, wide.column)
		return cell.Kind != workbook.Blank
	}
	for _, c := range t.to.Columns {
		names := c.Text.Names()
		switch {
		case c.From == declaration.Heading:
			names = []declaration.Name{c.Name}
		case c.Gathers():
			names = c.Over
		}
		for _, n := range names {
			if cell, _ := t.read(row, t.header.column(n)); cell.Kind != workbook.Blank {
				return true
			}
		}
	}
	return false
}

// addWide makes a row of each wide column that has a value here.
func (t *table) addWide(row workbook.Row) {
	var base []content
	for i := range t.header.wide {
		wide := &t.header.wide[i]
		if !t.hasValue(row, wide) {
			continue
		}
		if base == nil {
			base = t.base(row)
		}
		t.addRow(row, base, wide)
	}
}

// base reads every column that does not depend on a wide column.
func (t *table) base(row workbook.Row) []content {
	out := make([]content, len(t.to.Columns))
	for i, c := range t.to.Columns {
		switch {
		case c.From == declaration.WideValue || c.From == declaration.WideHeading || c.From == declaration.WideConstant:
		case c.From == declaration.Written && c.Text.PerMean():
		case c.Gathers():
			out[i] = t.gather(c, []workbook.Row{row})
		case c.PerRow() || c.From == declaration.Title || c.From == declaration.Written && !c.Text.Constant():
			out[i] = t.take(c, row)
		default:
			if _, known := t.fixed[c]; !known {
				t.fixed[c] = t.take(c, row)
			}
			out[i] = t.fixed[c]
		}
	}
	return out
}

// take reads a column's source and brings it to the column's form.
func (t *table) take(c *declaration.Column, row workbook.Row) content {
	if c.From == declaration.Written {
		t.markPlaces(c.Text, row)
		return t.convert(c, t.text(c, c.Text, row, nil))
	}
	v := t.get(c, row)
	if t.days != nil && c == t.to.Value() {
		return v // it becomes a number, and is marked, day by day
	}
	return t.convertMarked(c, v)
}

// convertMarked brings a cell to its column's form and says what became of it.
func (t *table) convertMarked(c *declaration.Column, v content) content {
	out := t.convert(c, v)
	if out.cell.Kind == workbook.Refused {
		v.at.mark(Omitted)
	} else {
		v.at.mark(Read)
	}
	return out
}

func (t *table) markPlaces(text declaration.Text, row workbook.Row) {
	for _, n := range text.Names() {
		_, at := t.filledDown(row, t.header.column(n))
		at.mark(Read)
	}
}

// addRow makes one row of the target.
func (t *table) addRow(row workbook.Row, base []content, wide *wideColumn) {
	cells := t.cells(row, base, wide)
	at, span := cellRef{in: t.Applied}, ""
	switch {
	case row.Index == 0:
		at = firstRef(cells, at)
	case t.turned:
		at, span = firstRef(cells, at), problem.ColumnName(row.Index)
	default:
		at = t.ref(row.Index, 0)
	}
	t.keep(cells, at, span)
}

// cells are those of one row: what does not depend on a wide column, and what does.
func (t *table) cells(row workbook.Row, base []content, wide *wideColumn) []content {
	cells := slices.Clone(base)
	for i, c := range t.to.Columns {
		if wide == nil {
			break
		}
		if v, ok := t.takeWide(c, row, wide); ok {
			cells[i] = v
		}
	}
	return cells
}

// firstRef is where a row stands that is none of the sheet's: where the first of its cells does, in this sheet.
func firstRef(cells []content, none cellRef) cellRef {
	for _, c := range cells {
		if c.at.in == none.in && c.at.row > 0 {
			return cellRef{c.at.in, c.at.row, 0}
		}
	}
	return none
}

// takeWide reads a column that depends on a wide column.
func (t *table) takeWide(c *declaration.Column, row workbook.Row, wide *wideColumn) (content, bool) {
	switch c.From {
	case declaration.WideValue:
		if t.days != nil {
			return content{}, false // it becomes a number, and is marked, day by day
		}
		cell, at := t.read(row, wide.column)
		return t.convertMarked(c, content{cell: cell, at: at}), true
	case declaration.WideHeading:
		return t.convert(c, headingContent(wide.heading)), true
	case declaration.WideConstant:
		constant := wide.set.Constant(c.Decl)
		if constant == nil {
			return content{}, false
		}
		t.markPlaces(constant.Text, row)
		return t.convert(c, t.text(c, constant.Text, row, nil)), true
	case declaration.HeadingOf:
		if v := t.headingOf(c); v.blank() {
			return t.convert(c, headingContent(wide.heading)), true
		}
	}
	return content{}, false
}

// keep adds a finished row. Factories that stand in many rows are made once; a row that says otherwise stays, and is
// reported as any other contradiction.
func (t *table) keep(cells []content, at cellRef, span string) {
	if t.book.cellsLeft -= len(cells); t.book.cellsLeft < 0 {
		return // the sheet is left out as a whole
	}
	row := workbook.Row{Index: len(t.made) + 2, Cells: make([]workbook.Cell, len(cells))}
	origin := make([]cellRef, len(cells)+1)
	origin[0] = at
	for i, c := range cells {
		row.Cells[i] = c.cell
		origin[i+1] = c.at
		if c.why != nil {
			t.refusals[[2]int{row.Index, i + 1}] = *c.why
		}
		if len(c.also) > 0 {
			t.also[[2]int{row.Index, i + 1}] = c.also
		}
	}
	if t.to.Sheet.Name == "Factories" {
		key := keyOf(row.Cells)
		if t.seen[key] {
			return
		}
		t.seen[key] = true
	}
	t.made, t.origins, t.spans = append(t.made, row), append(t.origins, origin), append(t.spans, span)
}

// keyOf is what equal rows have in common.
func keyOf(cells []workbook.Cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteByte(byte('0' + c.Kind))
		b.WriteString(c.Plain())
		b.WriteByte('\x1f')
	}
	return b.String()
}

// sheet is the table as a worksheet of the audit workbook whose cells lead back to those that were sent.
func (t *table) sheet() *workbook.Sheet {
	head := workbook.Row{Index: 1}
	for _, c := range t.to.Columns {
		head.Cells = append(head.Cells, workbook.Cell{Kind: workbook.Text, Text: c.Decl.Name})
	}
	out := &workbook.Sheet{File: t.Sheet.File, Name: t.to.Sheet.Name, Rows: append([]workbook.Row{head}, t.made...),
		FullCalcOnLoad: t.Sheet.FullCalcOnLoad}
	origins, spans, whole := t.origins, t.spans, t.place(0, 0)
	out.Origin = func(row, column int) problem.Place {
		if row < 2 || row-2 >= len(origins) {
			return whole
		}
		origin := origins[row-2]
		if column > 0 && column < len(origin) && origin[column].in != nil {
			return origin[column].place()
		}
		return origin[0].place()
	}
	t.Applied.from[out] = func(row, column int) []cellRef {
		if row < 2 || row-2 >= len(origins) || column < 1 || column >= len(origins[row-2]) {
			return nil
		}
		if several := t.also[[2]int{row, column}]; several != nil {
			return several
		}
		if at := origins[row-2][column]; at.in != nil {
			return []cellRef{at}
		}
		return nil
	}
	out.Refusal = func(row, column int) problem.Problem { return t.refusals[[2]int{row, column}] }
	out.Span = func(row int) string {
		if row < 2 || row-2 >= len(spans) {
			return ""
		}
		return spans[row-2]
	}
	return out
}

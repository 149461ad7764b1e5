package audit

import (
	"maps"
	"slices"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// table finds the header: the first row, within the first twenty, that holds all required headings.
func (c *Collector) table(sheet *workbook.Sheet, decl *standard.Sheet, area *standard.Area) *table {
	var nearest workbook.Row
	least := len(decl.Columns) + 1
	for i, row := range sheet.Rows {
		if row.Index > headerRows {
			break
		}
		columns, missing := match(row, decl)
		if len(missing) == 0 {
			return c.tableBelow(sheet, i, &table{Sheet: sheet, decl: decl, area: area, columns: columns})
		}
		if len(missing) < least {
			nearest, least = row, len(missing)
		}
	}
	c.missingHeading(sheet, decl, nearest)
	return nil
}

// tableBelow completes the table whose header is row number at of the sheet's rows; nil where the header does not tell
// which column is which.
func (c *Collector) tableBelow(sheet *workbook.Sheet, at int, t *table) *table {
	header := sheet.Rows[at]
	t.first, t.rows, t.kept = at+1, sheet.Rows[at+1:], make([]bool, len(t.columns))
	t.heads, t.marks = slices.Clone(t.columns), marks{t, c.std, map[int]standard.DecimalMark{}}
	if at := t.factoryColumn(); at >= 0 {
		t.kept[at] = true // by every record, as its factory
	}
	before := len(c.problems)
	if !c.undoMerges(t, header.Index) {
		return nil
	}
	found := slices.Clone(c.problems[before:])
	_, ragged := sheet.Ragged(header, t.rows)
	c.omitRagged(t, ragged)
	before = len(c.problems)
	c.checkHeadings(t, header)
	c.unheaded(t, header)
	c.data.Account.header(t, append(found, c.problems[before:]...))
	return t
}

// undoMerges finds the columns of headings that are merged over several. Where one of them alone holds something, that
// is the heading's; where several do, the heading names none of them for sure, and nothing under it is read: false
// where the rows are nothing without it.
func (c *Collector) undoMerges(t *table, header int) bool {
	t.lost = map[int]problem.Problem{}
	for i, at := range t.heads {
		k := slices.IndexFunc(t.Merged, func(b workbook.Block) bool {
			return b.Row == header && b.Column == at && b.LastColumn > at
		})
		if at == 0 || k < 0 {
			continue
		}
		block := t.Merged[k]
		switch holding := t.holding(block.Column, block.LastColumn); {
		case len(holding) == 1:
			t.columns[i] = holding[0]
		case len(holding) > 1:
			p := mergedHeading(t, i, block)
			c.report(p)
			if t.needs(&t.decl.Columns[i]) {
				c.data.Account.omitSheet(t.Sheet, p)
				return false
			}
			t.columns[i] = 0
			for column := block.Column; column <= block.LastColumn; column++ {
				t.lost[column] = p
			}
		}
	}
	return true
}

func mergedHeading(t *table, column int, block workbook.Block) problem.Problem {
	what := "nothing under it was read"
	if t.needs(&t.decl.Columns[column]) {
		what = "none of the sheet's rows were read"
	}
	return problem.MergedHeading.At(t.Place(block.Row, block.Column),
		"the heading %s is merged over the columns %s to %s, of which more than one holds values; %s",
		t.decl.Columns[column].Name, problem.ColumnName(block.Column), problem.ColumnName(block.LastColumn), what)
}

// holding lists the columns from one to another that hold something in a row of the table: in one that holds something
// under another heading too. A note below the table, or a second row of headings, is none.
func (t *table) holding(from, to int) []int {
	isRow := func(row workbook.Row) bool {
		return slices.ContainsFunc(t.heads, func(column int) bool {
			return (column < from || column > to) && row.At(column).Kind != workbook.Blank
		})
	}
	var columns []int
	for column := from; column <= to; column++ {
		if slices.ContainsFunc(t.rows, func(row workbook.Row) bool {
			return row.At(column).Kind != workbook.Blank && isRow(row)
		}) {
			columns = append(columns, column)
		}
	}
	return columns
}

// omitRagged notes the rows that do not fit the header of a text file.
func (c *Collector) omitRagged(t *table, problems []problem.Problem) {
	c.problems = append(c.problems, problems...)
	t.ragged = map[int]problem.Problem{}
	for _, p := range problems {
		if p.Severity == problem.Error {
			t.ragged[p.Row] = p
		}
	}
}

// match looks for the declared columns in a row; missing are the required ones that it lacks.
func match(row workbook.Row, decl *standard.Sheet) (columns []int, missing []string) {
	columns = make([]int, len(decl.Columns))
	for i := range row.Cells {
		if at := decl.Column(heading(row.At(i + 1))); at >= 0 && columns[at] == 0 {
			columns[at] = i + 1
		}
	}
	for i, col := range decl.Columns {
		if col.Required && columns[i] == 0 {
			missing = append(missing, col.Name)
		}
	}
	return columns, missing
}

func heading(cell workbook.Cell) string {
	if cell.Kind != workbook.Text {
		return ""
	}
	return cell.Text
}

func (c *Collector) missingHeading(sheet *workbook.Sheet, decl *standard.Sheet, nearest workbook.Row) {
	switch {
	case sheet.Pictures > 0:
		c.report(problem.MissingHeading.At(sheet.Place(0, 0), "the sheet holds a picture and no row").
			Hinted("a picture of a table cannot be read: type it into cells"))
		return
	case len(sheet.Rows) == 0:
		c.report(problem.MissingHeading.At(sheet.Place(0, 0), "the sheet is empty").As(problem.Note).Hinted(""))
		return
	}
	_, missing := match(nearest, decl)
	c.report(problem.MissingHeading.At(sheet.Place(nearest.Index, 0),
		"no row within the first %d holds all required headings of %s; missing here: %s", headerRows, decl.Name,
		strings.Join(missing, ", ")))
	c.data.Account.omitSheet(sheet, c.problems[len(c.problems)-1])
}

// checkHeadings lists headings that mean nothing here, and those that stand twice.
func (c *Collector) checkHeadings(t *table, row workbook.Row) {
	for i := range row.Cells {
		cell := row.At(i + 1)
		if cell.Kind == workbook.Blank {
			continue
		}
		at, place := t.decl.Column(heading(cell)), t.Place(row.Index, i+1)
		switch {
		case at < 0:
			hint := "it was not read; known are " + strings.Join(t.decl.ColumnNames(), ", ")
			if near := c.nearest(t.decl.Name, cell.Text, t.decl.ColumnNames); near != "" {
				hint = "write " + near + " if that is meant; the column was not read"
			}
			c.report(problem.UnknownHeading.At(place, "the heading %s is not known", problem.Quoted(cell.Text)).
				Hinted(hint))
		case t.heads[at] != i+1:
			c.report(problem.DuplicateKey.At(place,
				"the heading %s means %s, which stands in column %s already", problem.Quoted(cell.Text),
				t.decl.Columns[at].Name, problem.ColumnName(t.heads[at])).
				Hinted("remove one of the two; the first was read"))
		}
	}
}

// unheaded notes the columns that hold something under no heading at all.
func (c *Collector) unheaded(t *table, header workbook.Row) {
	cells := map[int]int{} // by column
	for _, row := range t.rows {
		for j := range row.Cells {
			if row.Cells[j].Kind != workbook.Blank && t.isUnheaded(header, j+1) {
				cells[j+1]++
			}
		}
	}
	for _, column := range slices.Sorted(maps.Keys(cells)) {
		c.report(problem.UnknownHeading.At(t.Place(header.Index, column),
			"column %s has no heading and was not read; cells below: %d", problem.ColumnName(column),
			cells[column]).As(problem.Note).
			Hinted("give it a heading if it belongs to the data"))
	}
}

// isUnheaded says whether a column has no heading, its own or one that is merged over it.
func (t *table) isUnheaded(header workbook.Row, column int) bool {
	_, lost := t.lost[column]
	return header.At(column).Kind == workbook.Blank && !lost && !slices.Contains(t.columns, column)
}

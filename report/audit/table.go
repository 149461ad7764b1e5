package audit

import (
	"maps"
	"slices"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// headerRows is how far down the header may stand.
const headerRows = 20

// table is a sheet whose header was found: which declared column stands where.
type table struct {
	*workbook.Sheet
	decl    *standard.Sheet
	area    *standard.Area          // of a sheet of readings
	columns []int                   // per declared column: its column in the sheet, 0 = not there
	first   int                     // of the rows below the header, counted in the sheet's rows
	rows    []workbook.Row          // below the header
	ragged  map[int]problem.Problem // rows that are left out whole, by their index
	kept    []bool                  // of a list: the declared columns that its records hold
	marks   marks                   // how its numbers are written
}

// needs says whether a bad cell leaves its whole row out: without it the record would be a guess, or another one.
func (t *table) needs(col *standard.Column) bool {
	return col.Required || t.area != nil && decides(col.Field) || t.decl.Name == "Limits"
}

// keeps says whether records hold the values of a declared column. A process beside a subject of its own is for
// information.
func (t *table) keeps(column int) bool {
	if t.area != nil {
		return t.decl.Columns[column].Field != "" && t.decl.Columns[column].Field != "process"
	}
	return t.kept[column]
}

// sheetOf finds what a sheet of a workbook is.
func (c *collector) sheetOf(name string) (*standard.Sheet, *standard.Area) {
	for _, area := range c.std.Areas {
		if area.Sheet.Named(name) {
			return &area.Sheet, area
		}
	}
	for _, sheet := range c.std.Sheets {
		if sheet.Named(name) {
			return sheet, nil
		}
	}
	return nil, nil
}

// tables finds the known sheets of a book. A book without one, and sheets that are not known, are said.
func (c *collector) tables(book *workbook.Book) []*table {
	var tables []*table
	var unknown []*workbook.Sheet
	for _, sheet := range book.Sheets {
		decl, area := c.sheetOf(sheet.Name)
		if decl == nil {
			unknown = append(unknown, sheet)
			c.data.Account.noSheet(sheet)
			continue
		}
		if t := c.table(sheet, decl, area); t != nil {
			tables = append(tables, t)
			c.problems = append(c.problems, sheet.Notes()...)
		}
	}
	known := len(book.Sheets) > len(unknown)
	if !known && len(book.Problems) == 0 {
		c.report(problem.UnknownSheet.At(problem.Place{File: book.File},
			"none of its sheets is called as the audit workbook's").As(problem.Error).
			Hinted("name them " + strings.Join(c.sheetNames(),
				", ") + "; or say how it is laid out: plimsoll map proposes a mapping"))
		return nil
	}
	for _, sheet := range unknown {
		c.reportUnknown(sheet)
	}
	return tables
}

func (c *collector) reportUnknown(sheet *workbook.Sheet) {
	if len(sheet.Rows) == 0 {
		return
	}
	severity, hint := problem.Note, ""
	if near := c.nearest("sheet", sheet.Name, c.sheetNames); near != "" {
		severity, hint = problem.Warning, "if it holds data, call it "+near
	}
	c.report(problem.UnknownSheet.At(sheet.Place(0, 0),
		"the sheet %q is none of the audit workbook's and was not read", sheet.Name).As(severity).
		Hinted(hint))
}

func (c *collector) sheetNames() []string {
	var names []string
	for _, s := range c.std.Sheets {
		names = append(names, s.Name)
	}
	for _, a := range c.std.Areas {
		names = append(names, a.Sheet.Name)
	}
	return names
}

// table finds the header: the first row, within the first twenty, that holds all required headings.
func (c *collector) table(sheet *workbook.Sheet, decl *standard.Sheet, area *standard.Area) *table {
	var nearest workbook.Row
	least := len(decl.Columns) + 1
	for i, row := range sheet.Rows {
		if row.Index > headerRows {
			break
		}
		columns, missing := match(row, decl)
		if len(missing) == 0 {
			t := &table{Sheet: sheet, decl: decl, area: area, columns: columns, first: i + 1, rows: sheet.Rows[i+1:],
				kept: make([]bool, len(columns))}
			t.marks = marks{t, map[int]decimalMark{}}
			if at := t.factoryColumn(); at >= 0 {
				t.kept[at] = true // by every record, as its factory
			}
			_, ragged := sheet.Ragged(row, t.rows)
			c.omitRagged(t, ragged)
			before := len(c.problems)
			c.checkHeadings(t, row)
			c.unheaded(t, row)
			c.data.Account.header(t, c.problems[before:])
			return t
		}
		if len(missing) < least {
			nearest, least = row, len(missing)
		}
	}
	c.missingHeading(sheet, decl, nearest)
	return nil
}

// omitRagged notes the rows that do not fit the header of a text file.
func (c *collector) omitRagged(t *table, problems []problem.Problem) {
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

func (c *collector) missingHeading(sheet *workbook.Sheet, decl *standard.Sheet, nearest workbook.Row) {
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
func (c *collector) checkHeadings(t *table, row workbook.Row) {
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
		case t.columns[at] != i+1:
			c.report(problem.DuplicateKey.At(place,
				"the heading %s means %s, which stands in column %s already", problem.Quoted(cell.Text),
				t.decl.Columns[at].Name, problem.ColumnName(t.columns[at])).
				Hinted("remove one of the two; the first was read"))
		}
	}
}

// unheaded notes the columns that hold something under no heading at all.
func (c *collector) unheaded(t *table, header workbook.Row) {
	cells := map[int]int{} // by column
	for _, row := range t.rows {
		for j := range row.Cells {
			if header.At(j+1).Kind == workbook.Blank && row.Cells[j].Kind != workbook.Blank {
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

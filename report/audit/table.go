package audit

import (
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
	columns []int                   // per declared column: its column in the sheet, 0 = not there, or not read
	heads   []int                   // per declared column: where its heading stands
	lost    map[int]problem.Problem // columns of the sheet that nobody can tell what they are, and why
	first   int                     // of the rows below the header, counted in the sheet's rows
	rows    []workbook.Row          // below the header; none while they are packed
	packed  *workbook.Packed
	ledger  *ledger                 // nil where no account is kept
	ragged  map[int]problem.Problem // rows that are left out whole, by their index
	kept    []bool                  // of a list: the declared columns that its records hold
	marks   marks                   // how its numbers are written
}

// pack puts the rows away until they are read. The table holds those of its sheet no longer.
func (t *table) pack() {
	bare := *t.Sheet
	bare.Rows = nil
	t.packed, t.rows, t.Sheet = workbook.Pack(t.rows), nil, &bare
}

// unpack gets the rows that were put away.
func (t *table) unpack() { t.rows = t.packed.Rows() }

// forget drops them, once they were read.
func (t *table) forget() { t.packed, t.rows = nil, nil }

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
func (c *Collector) sheetOf(name string) (*standard.Sheet, *standard.Area) {
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
func (c *Collector) tables(book *workbook.Book) []*table {
	var tables []*table
	var unknown []*workbook.Sheet
	for _, sheet := range book.Sheets {
		decl, area := c.sheetOf(sheet.Name)
		if decl == nil {
			unknown = append(unknown, sheet)
			continue
		}
		if t := c.table(sheet, decl, area); t != nil {
			tables = append(tables, t)
			c.problems = append(c.problems, sheet.Notes()...)
		}
	}
	c.reportUnknown(book, unknown)
	return tables
}

// reportUnknown says which sheets of a book were not read.
func (c *Collector) reportUnknown(book *workbook.Book, unknown []*workbook.Sheet) {
	known := len(book.Sheets) > len(unknown)
	var strange []*workbook.Sheet
	for _, sheet := range unknown {
		if like := c.sheetLike(sheet); like != nil {
			c.reportMisnamed(book, sheet, like)
			known = true
			continue
		}
		c.data.Account.noSheet(sheet)
		strange = append(strange, sheet)
	}
	if !known && len(book.Problems) == 0 {
		c.report(problem.UnknownSheet.At(problem.Place{File: book.File},
			"none of its sheets is called as the audit workbook's").As(problem.Error).
			Hinted("name them " + strings.Join(c.sheetNames(), ", ") +
				"; or say how it is laid out: plimsoll map proposes a mapping"))
		return
	}
	for _, sheet := range strange {
		c.reportUnread(sheet)
	}
}

// reportMisnamed says that a sheet has the headings of a known one, and another name: its rows are missing from every
// figure.
func (c *Collector) reportMisnamed(book *workbook.Book, sheet *workbook.Sheet, like *standard.Sheet) {
	hint := "call it " + like.Name
	if slices.ContainsFunc(book.Sheets, func(s *workbook.Sheet) bool { return like.Named(s.Name) }) {
		hint = "move its rows to the sheet " + like.Name + ", or remove it if they do not belong to the data"
	}
	p := problem.UnknownSheet.At(sheet.Place(0, 0),
		"the sheet %q holds the headings of %s, but is not called so, and none of its rows were read",
		sheet.Name, like.Name).As(problem.Error).Hinted(hint)
	c.report(p)
	c.data.Account.omitSheet(sheet, p)
}

// sheetLike finds the known sheet all of whose required headings stand in a row where a header may stand; of several
// that with the most of its headings there.
func (c *Collector) sheetLike(sheet *workbook.Sheet) *standard.Sheet {
	var like *standard.Sheet
	most := 0
	for _, decl := range c.sheets() {
		for _, row := range sheet.Rows {
			if row.Index > headerRows {
				break
			}
			columns, missing := match(row, decl)
			there := len(columns) - countZeros(columns)
			if len(missing) == 0 && there > most {
				like, most = decl, there
			}
		}
	}
	return like
}

func countZeros(list []int) int {
	n := 0
	for _, v := range list {
		if v == 0 {
			n++
		}
	}
	return n
}

func (c *Collector) reportUnread(sheet *workbook.Sheet) {
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

// sheets are all that an audit workbook may have.
func (c *Collector) sheets() []*standard.Sheet {
	sheets := slices.Clone(c.std.Sheets)
	for _, a := range c.std.Areas {
		sheets = append(sheets, &a.Sheet)
	}
	return sheets
}

func (c *Collector) sheetNames() []string {
	var names []string
	for _, s := range c.sheets() {
		names = append(names, s.Name)
	}
	return names
}

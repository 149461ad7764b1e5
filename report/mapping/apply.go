// Package mapping reads worksheets that are not laid out as the audit workbook, as mapping files describe them. It
// makes of them tables that are, whose cells lead back to those that were sent; so that everything after it, the
// checks, problems and sources, works as for any other workbook. It says of every cell what became of it.
//
//	set, err := mapping.Load(templates, []declaration.Source{lab}, std)
//	outcome := set.Apply(book) // book.Sheets are those of the audit workbook now, book.Problems what was understood
//
// apply.go matches mappings and worksheets, by headings that header.go finds; mismatch.go says what those lack that
// nearly fit. scan.go goes down a worksheet and hands its rows to a table (table.go): content.go fetches what a column
// is filled from, convert.go brings it to what the column takes (number.go, shift.go). omit.go passes over what is no
// data, spread.go undoes merged headings, titles.go keeps lines that hold for what follows; days.go and group.go make
// one row of many. account.go tells what became of each cell.
package mapping

import (
	"fmt"
	"slices"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/workbook"
)

// match is an entry of a mapping whose headings a worksheet has.
type match struct {
	mapping *declaration.Mapping
	entry   *declaration.Sheet
	grid    *grid
	header  *header
}

// applying is one workbook while the mappings are applied to it.
type applying struct {
	set       *Set
	book      *workbook.Book
	sheets    []*workbook.Sheet // as they were sent
	applied   map[*workbook.Sheet]*Applied
	outcome   *Outcome
	cellsLeft int // cells that may still be made
}

// Apply puts in the place of the worksheets that a mapping describes the tables that are made of them. What is wrong
// with them, and what was understood, are problems of the book.
func (s *Set) Apply(book *workbook.Book) *Outcome {
	a := &applying{set: s, book: book, sheets: book.Sheets, cellsLeft: s.most, applied: map[*workbook.Sheet]*Applied{},
		outcome: &Outcome{matched: map[*declaration.Mapping]bool{}, mismatches: map[*declaration.Mapping]mismatch{}}}
	matches := map[*workbook.Sheet][]match{}
	for _, m := range s.mappings {
		if a.claims(m) {
			a.matchSheets(m, matches)
		}
	}
	used := map[*declaration.Mapping]bool{}
	for _, sheet := range a.sheets {
		chosen := a.choose(sheet, matches[sheet])
		for _, f := range chosen {
			used[f.mapping] = true
		}
		a.run(sheet, chosen)
	}
	a.reportMismatches(used, matches)
	a.skip(used)
	a.conclude()
	return a.outcome
}

// claims says whether a workbook is of the kind that a mapping describes, by its name and by the cells that prove it.
func (a *applying) claims(m *declaration.Mapping) bool {
	if !m.NamesFile(a.book.File) {
		return false
	}
	for _, t := range m.Test {
		if at, found := a.test(nil, t); found != "" {
			a.nearest(m, mismatch{at: at, message: found, lacking: 1000})
			return false
		}
	}
	return true
}

// test says what a cell holds that should hold something else, "" where it is right.
func (a *applying) test(sheet *workbook.Sheet, t declaration.Test) (at problem.Place, found string) {
	if in := a.sheet(sheet, t.Ref); in != nil {
		cell := cellOf(in, t.Row, t.Column)
		if slices.ContainsFunc(t.Is, func(p declaration.Pattern) bool { return p.Fits(cell.Plain()) }) {
			return at, ""
		}
		return in.Place(t.Row, t.Column), fmt.Sprintf("the cell holds %s, and the mapping expects %q",
			problem.Quoted(cell.Plain()), t.Is[0].Written)
	}
	return problem.Place{File: a.book.File}, fmt.Sprintf("there is no sheet %q", t.Sheet)
}

// sheet finds the worksheet of a reference.
func (a *applying) sheet(here *workbook.Sheet, r declaration.Ref) *workbook.Sheet {
	if r.Sheet == "" {
		return here
	}
	for _, s := range a.sheets {
		if declaration.SameName(s.Name, r.Sheet) {
			return s
		}
	}
	return nil
}

func cellOf(s *workbook.Sheet, row, column int) workbook.Cell {
	for _, r := range s.Rows {
		if r.Index == row {
			return r.At(column)
		}
	}
	return workbook.Cell{}
}

// matchSheets holds every worksheet against the entries of a mapping.
func (a *applying) matchSheets(m *declaration.Mapping, matches map[*workbook.Sheet][]match) {
	for _, sheet := range a.sheets {
		for _, entry := range m.Sheets {
			if !entry.Named(sheet.Name) {
				continue
			}
			f, x := a.match(m, entry, sheet)
			if x != nil {
				a.nearest(m, *x)
				continue
			}
			matches[sheet] = append(matches[sheet], f)
			a.outcome.matched[m] = true
		}
	}
}

// match looks whether a worksheet has what an entry needs.
func (a *applying) match(m *declaration.Mapping, entry *declaration.Sheet, sheet *workbook.Sheet) (match, *mismatch) {
	for _, t := range entry.Test {
		if at, found := a.test(sheet, t); found != "" {
			return match{}, &mismatch{at: at, message: found, lacking: 1000}
		}
	}
	for _, r := range entry.Refs() {
		if a.sheet(sheet, r) == nil {
			return match{}, &mismatch{at: sheet.Place(0, 0),
				message: fmt.Sprintf("the workbook has no sheet %q, of which the mapping reads %s", r.Sheet, r), lacking: 1000}
		}
	}
	if twice := rowTwice(sheet); twice > 0 {
		return match{}, &mismatch{at: sheet.Place(twice, 0), message: "the sheet has two rows of that number",
			hint: "open it in a spreadsheet program and save it again", lacking: 1000}
	}
	// its cells are marked if the entry matches, elsewhere
	g := newGrid(&Applied{Sheet: sheet, Mapping: m.Name}, entry.Turned)
	if g == nil {
		return match{}, &mismatch{at: sheet.Place(0, 0), message: fmt.Sprintf("a sheet that is turned has at most %d rows",
			mostTurned), lacking: 1000}
	}
	h, x := locate(g, entry)
	if x != nil {
		return match{}, x
	}
	return match{m, entry, g, h}, nil
}

// rowTwice finds a row that stands in a sheet twice, or out of order; 0 where there is none.
func rowTwice(sheet *workbook.Sheet) int {
	for i := 1; i < len(sheet.Rows); i++ {
		if sheet.Rows[i].Index <= sheet.Rows[i-1].Index {
			return sheet.Rows[i].Index
		}
	}
	return 0
}

// choose takes the matches of one mapping: of those given for this run before those of the templates. Two mappings of
// equal rank contradict each other.
func (a *applying) choose(sheet *workbook.Sheet, matches []match) []match {
	if slices.ContainsFunc(matches, func(f match) bool { return f.mapping.Own }) {
		matches = slices.DeleteFunc(matches, func(f match) bool { return !f.mapping.Own })
	}
	for _, f := range matches {
		if f.mapping != matches[0].mapping {
			a.report(sheet.Place(0, 0), problem.MappingMismatch,
				fmt.Sprintf("both mappings %s and %s describe the sheet; neither was applied", matches[0].mapping.Name,
					f.mapping.Name),
				"give the one that is meant with --mapping, or make their tests of headings and cells stricter")
			return nil
		}
	}
	return matches
}

// run applies the entries to a worksheet.
func (a *applying) run(sheet *workbook.Sheet, matches []match) {
	if len(matches) == 0 {
		return
	}
	one, before := a.of(sheet, matches[0].mapping), a.cellsLeft
	var extra []unmapped
	var notRead []*heading
	for _, f := range matches {
		g := f.grid
		g.Applied = one
		for i := range f.header.headings {
			for j := range f.header.headings[i].cells {
				f.header.headings[i].cells[j].in = one
			}
		}
		s := &scan{grid: g, entry: f.entry, header: f.header, book: a, std: a.set.std}
		s.form = f.entry.Header.None && !f.entry.PerRow()
		for _, t := range f.entry.Targets {
			s.tables = append(s.tables, newTable(s, t))
		}
		s.run()
		if a.cellsLeft < 0 {
			a.tooMuch(one)
			a.cellsLeft = before // for the sheets that follow
			return
		}
		for _, t := range s.tables {
			one.Made = append(one.Made, t.sheet())
		}
		one.problems = append(one.problems, s.problems...)
		extra, notRead = append(extra, s.unmapped...), append(notRead, s.notRead...)
		a.markTests(one, f)
	}
	a.reportUnmapped(one, extra)
	for _, x := range notRead {
		if l := one.omission(""); x.cells[0].use() == Omitted && !slices.Contains(l.Columns, x.text) {
			l.Columns = append(l.Columns, x.text)
		}
	}
}

// tooMuch leaves out a worksheet of which more would be made than is kept.
func (a *applying) tooMuch(one *Applied) {
	one.Made = nil
	for _, row := range one.Sheet.Rows {
		for i := range row.Cells {
			cellRef{one, int32(row.Index), int32(i + 1)}.omit()
		}
	}
	one.problems = append(one.problems, problem.TooLarge.At(one.place(0, 0),
		"the mapping %s makes more than %d cells of the workbook with this sheet; none of its rows were used",
		one.Mapping, a.set.most).Hinted("split the sheet, or take a mean of each day"))
	one.omission("too large")
}

// of is what is known of a worksheet, from the first time that it is touched.
func (a *applying) of(sheet *workbook.Sheet, m *declaration.Mapping) *Applied {
	if a.applied[sheet] == nil {
		a.applied[sheet] = newApplied(sheet, m.Name)
	}
	return a.applied[sheet]
}

// markTests marks the cells that prove what a worksheet is.
func (a *applying) markTests(here *Applied, f match) {
	for _, t := range slices.Concat(f.mapping.Test, f.entry.Test) {
		if in := a.sheet(here.Sheet, t.Ref); in != nil {
			a.of(in, f.mapping).mark(t.Row, t.Column, Heading)
		}
	}
}

// reportUnmapped says once which columns no rule covers.
func (a *applying) reportUnmapped(one *Applied, extra []unmapped) {
	for _, x := range extra {
		if x.at.use() > NoColumn {
			continue // another entry reads it
		}
		x.mark(NoColumn)
		name := "the heading " + problem.Quoted(x.text)
		if x.text == "" {
			name = "the column " + problem.ColumnName(x.column) + ", which has no heading,"
		}
		a.report(x.at.place(), problem.UnknownHeading,
			fmt.Sprintf("%s is not covered by the mapping %s", name, one.Mapping),
			"fill a column from it, or name it under not_read:; it was not read")
	}
}

// skip leaves out the sheets of which a mapping says that they hold nothing to read.
func (a *applying) skip(used map[*declaration.Mapping]bool) {
	for _, m := range a.set.mappings {
		if !used[m] {
			continue
		}
		for _, s := range m.Skip {
			for _, sheet := range a.sheets {
				if one := a.applied[sheet]; one != nil && len(one.Made) > 0 ||
					!slices.ContainsFunc(s.Sheets, func(p declaration.Pattern) bool { return p.Names(sheet.Name) }) {
					continue
				}
				a.omitSheet(a.of(sheet, m), s.Because)
			}
		}
	}
}

func (a *applying) omitSheet(one *Applied, because string) {
	for _, row := range one.Sheet.Rows {
		for i, cell := range row.Cells {
			if cell.Kind != workbook.Blank {
				one.mark(row.Index, i+1, Omitted)
			}
		}
	}
	one.omission(because)
}

// conclude puts the tables in the place of the worksheets, and says what was understood.
func (a *applying) conclude() {
	var sheets []*workbook.Sheet
	for _, sheet := range a.sheets {
		one := a.applied[sheet]
		if one == nil || len(one.Made)+len(one.Omitted) == 0 && a.readable(sheet) { // a cell of it was looked at, no more
			sheets = append(sheets, sheet)
			continue
		}
		sheets = append(sheets, one.Made...)
		a.outcome.Applied = append(a.outcome.Applied, one)
		a.book.Problems = append(a.book.Problems, one.conclude()...)
	}
	a.book.Sheets = sheets
}

func (a *applying) report(at problem.Place, code *problem.Code, message, hint string) {
	a.book.Problems = append(a.book.Problems, code.At(at, "%s", message).Hinted(hint))
}

// cell reads a cell by its reference, and says that it was read.
func (a *applying) cell(here *Applied, m string, r declaration.Ref) content {
	in := a.sheet(here.Sheet, r)
	if in == nil {
		return content{}
	}
	one := a.applied[in]
	if one == nil {
		one = newApplied(in, m)
		a.applied[in] = one
	}
	g := newGrid(one, false)
	cell, at := g.whole(g.row(r.Row), r.Column)
	return content{cell: cell, at: at}
}

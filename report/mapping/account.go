package mapping

import (
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/workbook"
)

// Use says what became of a cell of a mapped worksheet.
type Use uint8

// The uses, the later ones counting more where a cell has several. Unread is a cell of which nothing is said: after
// Apply only blank cells are. Beside is one outside of the tables, said in a note; NoColumn one in a column that has no
// meaning, said once a column; Omitted one that the mapping leaves out, or that a problem left out; Heading one that
// says what other cells mean; Read one that a value was made of.
const (
	Unread Use = iota
	Beside
	NoColumn
	Omitted
	Heading
	Read
)

// Applied is a worksheet that a mapping was applied to.
type Applied struct {
	Sheet   *workbook.Sheet
	Mapping string            // the name of its file
	Made    []*workbook.Sheet // the tables made of it, in the order of the mapping
	Omitted []Omission        // what was left out by declaration, in the order of the mapping's rules

	uses map[int][]Use // by row: one for each cell
	from map[*workbook.Sheet]func(row, column int) []cellRef
	said map[string]bool

	headings map[int]string // by column
	problems []problem.Problem
	causes   map[[2]int]int // the problems by row and column
}

// Omission is what one rule left out: rows or columns, or where it names none, the whole worksheet.
type Omission struct {
	Because string   // blank for columns that the mapping says it does not read
	Rows    []int    // those of which something is left out, sorted
	Columns []string // headings, or of a turned worksheet letters
}

func newApplied(sheet *workbook.Sheet, name string) *Applied {
	a := &Applied{Sheet: sheet, Mapping: name, uses: make(map[int][]Use, len(sheet.Rows)), said: map[string]bool{},
		from: map[*workbook.Sheet]func(row, column int) []cellRef{}, headings: map[int]string{}, causes: map[[2]int]int{}}
	for _, row := range sheet.Rows {
		a.uses[row.Index] = make([]Use, len(row.Cells))
	}
	return a
}

// Use says what became of a cell.
func (a *Applied) Use(row, column int) Use {
	uses := a.uses[row]
	if column < 1 || column > len(uses) {
		return Unread
	}
	return uses[column-1]
}

// From gives the cells that a cell of a table was made of, in this worksheet or another of the workbook; none for a
// constant.
func (a *Applied) From(table *workbook.Sheet, row, column int) []problem.Place {
	var out []problem.Place
	if from := a.from[table]; from != nil {
		for _, s := range from(row, column) {
			out = append(out, s.place())
		}
	}
	return out
}

// Heading is what stands over a column, blank where nothing does.
func (a *Applied) Heading(column int) string { return a.headings[column] }

// Cause is the problem that says why a cell was left out: one at the cell, at its row, or the note of what the mapping
// leaves out.
func (a *Applied) Cause(row, column int) problem.Problem {
	for _, at := range [][2]int{{row, column}, {row, 0}, {}} {
		if i, known := a.causes[at]; known {
			return a.problems[i]
		}
	}
	return problem.LeftOut.At(a.place(0, 0), "left out by the mapping %s", a.Mapping)
}

// conclude keeps the problems of the worksheet, with notes that say what was understood of it, and gives them all.
func (a *Applied) conclude() []problem.Problem {
	a.problems = append(a.problems, a.notes()...)
	for i, p := range a.problems {
		at := [2]int{p.Row, p.Column}
		_, known := a.causes[at]
		if at != [2]int{} || p.Severity == problem.Error || problem.LeftOut.Is(p) && !known {
			a.causes[at] = i
		}
	}
	return a.problems
}

// mark gives a cell a use, unless it has one that counts more.
func (a *Applied) mark(row, column int, use Use) {
	if uses := a.uses[row]; column >= 1 && column <= len(uses) {
		uses[column-1] = max(uses[column-1], use)
	}
}

func (a *Applied) omission(because string) *Omission {
	at := slices.IndexFunc(a.Omitted, func(l Omission) bool { return l.Because == because })
	if at < 0 {
		a.Omitted, at = append(a.Omitted, Omission{Because: because}), len(a.Omitted)
	}
	return &a.Omitted[at]
}

// place names a cell of the worksheet; column 0 is the row, row 0 the sheet.
func (a *Applied) place(row, column int) problem.Place { return a.Sheet.Place(row, column) }

// notes say in a few lines what was understood of a worksheet, and what was not read.
func (a *Applied) notes() []problem.Problem {
	var out []problem.Problem
	if made := a.made(); made != "" {
		out = append(out, problem.Mapped.At(a.place(0, 0), "read by the mapping %s: %s", a.Mapping, made))
	}
	if left := a.leftText(); left != "" {
		out = append(out, problem.LeftOut.At(a.place(0, 0), "left out by the mapping %s: %s", a.Mapping, left))
	}
	if cells, n := a.unread(); n > 0 {
		at := cells[0]
		out = append(out, problem.UnreadCells.At(at, "%s beside the table not read: %s",
			count(n, "cell is", "cells are"), cellList(cells, n)))
	}
	return out
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// made counts the rows of the tables that were made.
func (a *Applied) made() string {
	rows := map[string]int{}
	var names, parts []string
	for _, s := range a.Made {
		if _, known := rows[s.Name]; !known {
			names = append(names, s.Name)
		}
		rows[s.Name] += len(s.Rows) - 1
	}
	for _, name := range names {
		parts = append(parts, fmt.Sprintf("%s for %s", count(rows[name], "row", "rows"), name))
	}
	return strings.Join(parts, ", ")
}

func (a *Applied) leftText() string {
	var parts []string
	for _, l := range a.Omitted {
		slices.Sort(l.Rows)
		rows := slices.DeleteFunc(slices.Compact(l.Rows),
			func(row int) bool { return !slices.Contains(a.uses[row], Omitted) })
		switch {
		case len(l.Columns) > 0:
			parts = append(parts, fmt.Sprintf("%s (%s%s)", count(len(l.Columns), "column", "columns"), reason(l.Because),
				strings.Join(l.Columns, ", ")))
		case len(l.Rows) == 0 && l.Because != "":
			parts = append(parts, "all of it ("+l.Because+")")
		case len(rows) > 0:
			parts = append(parts, fmt.Sprintf("%s (%s%s)", count(len(rows), "row", "rows"), reason(l.Because), runs(rows, ", ")))
		}
	}
	return strings.Join(parts, "; ")
}

func reason(because string) string {
	if because == "" {
		return ""
	}
	return because + ": "
}

// shown is how many cells a note names.
const shown = 12

// unread finds the cells that nothing was said of, marks them, and gives the first of them and their number.
func (a *Applied) unread() (cells []problem.Place, n int) {
	for _, row := range a.Sheet.Rows {
		for i, cell := range row.Cells {
			if cell.Kind == workbook.Blank || a.Use(row.Index, i+1) != Unread {
				continue
			}
			a.mark(row.Index, i+1, Beside)
			if n++; n <= shown {
				cells = append(cells, a.place(row.Index, i+1))
			}
		}
	}
	return cells, n
}

func cellList(cells []problem.Place, n int) string {
	names := make([]string, len(cells))
	for i, c := range cells {
		names[i] = c.Cell()
	}
	list := strings.Join(names, ", ")
	if n > len(cells) {
		list += ", …"
	}
	return list
}

// runs names sorted numbers as 5-8, 12, with what stands between them given.
func runs(rows []int, between string) string {
	var parts []string
	for i := 0; i < len(rows); {
		last := i
		for last+1 < len(rows) && rows[last+1] == rows[last]+1 {
			last++
		}
		part := fmt.Sprint(rows[i])
		if last > i {
			part += "-" + fmt.Sprint(rows[last])
		}
		parts = append(parts, part)
		i = last + 1
	}
	return strings.Join(parts, between)
}

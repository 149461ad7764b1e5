package mapping

import (
	"fmt"
	"slices"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/workbook"
)

// outside says why a row does not belong to the data at all.
func (s *scan) outside(row workbook.Row) string {
	e := s.entry
	first := slices.IndexFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
	if !s.ended && slices.ContainsFunc(e.Ends,
		func(p declaration.Pattern) bool { return p.Fits(row.Cells[first].Plain()) }) {
		s.ended = true
	}
	switch {
	case s.ended:
		return "below the end of the table"
	case e.Rows.Last > 0 && row.Index > e.Rows.Last:
		return fmt.Sprintf("below row %d", e.Rows.Last)
	}
	return ""
}

// omitRow leaves out every cell of a row.
func (s *scan) omitRow(row workbook.Row, because string) {
	for i, cell := range row.Cells {
		if cell.Kind != workbook.Blank {
			s.ref(row.Index, i+1).mark(Omitted)
		}
	}
	s.omit(because, row.Index)
}

// omit notes that a rule left out a row, which of a turned sheet is a column.
func (s *scan) omit(because string, row int) {
	l := s.omission(because)
	if s.turned {
		l.Columns = append(l.Columns, problem.ColumnName(row))
		return
	}
	l.Rows = append(l.Rows, row)
}

// omitted says which rule leaves a row out, "" for none.
func (s *scan) omitted(row workbook.Row) string {
	for i := range s.entry.LeaveOut {
		if s.applies(&s.entry.LeaveOut[i], row) {
			return s.entry.LeaveOut[i].Because
		}
	}
	return ""
}

func (s *scan) applies(l *declaration.LeaveOut, row workbook.Row) bool {
	fits := func(text string) bool {
		return text != "" && slices.ContainsFunc(l.Is, func(p declaration.Pattern) bool { return p.Fits(text) })
	}
	switch l.How {
	case "is":
		cell, _ := s.read(row, s.header.column(l.Column))
		return fits(cell.Plain())
	case "first":
		first := slices.IndexFunc(row.Cells, func(c workbook.Cell) bool { return c.Kind != workbook.Blank })
		return fits(row.Cells[first].Plain())
	case "blank":
		return !slices.ContainsFunc(l.Names(), func(n declaration.Name) bool {
			cell, _ := s.read(row, s.header.column(n))
			return cell.Kind != workbook.Blank
		})
	}
	only := s.header.column(l.Column)
	for i, cell := range row.Cells {
		if cell.Kind != workbook.Blank && i+1 != only {
			return false
		}
	}
	return row.At(only).Kind != workbook.Blank
}

// markUnread says of the cells of a row that no table read why that is: their column means nothing, or the row made
// nothing.
func (s *scan) markUnread(row workbook.Row) {
	left := false
	for i, cell := range row.Cells {
		column := i + 1
		at := s.ref(row.Index, column)
		if cell.Kind == workbook.Blank || at.use() > NoColumn || s.values[column] {
			continue
		}
		switch use, known := s.uses[column]; {
		case s.ruling[column]:
			at.mark(Read)
		case known && use == Heading || s.letters[column]:
			at.mark(Omitted)
			left = true
		case known:
			at.mark(use)
		default:
			at.mark(NoColumn)
			s.noColumn(&heading{column: column}, at)
		}
	}
	if left {
		s.omit("no value in the columns that are read", row.Index)
	}
}

// omitRagged leaves out the records of a text file that are longer than its header: their values stand in wrong
// columns.
func (s *scan) omitRagged() {
	if s.turned || s.header.top == 0 {
		return
	}
	below := s.find(s.header.bottom + 1)
	whole, problems := s.Sheet.Ragged(s.row(s.header.bottom), s.rows[below:])
	s.problems = append(s.problems, problems...)
	for i, j := below, 0; i < len(s.rows); i++ {
		if j < len(whole) && whole[j].Index == s.rows[i].Index {
			j++
			continue
		}
		for k := range s.rows[i].Cells {
			s.ref(s.rows[i].Index, k+1).mark(Omitted)
		}
	}
	s.rows = slices.Concat(s.rows[:below], whole)
}

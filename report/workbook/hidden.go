package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/internal/grid"
	"plimsoll/report/problem"
)

// Span is a run of rows or columns, counted from 1; the last one belongs to it.
type Span struct{ First, Last int }

// addSpan adds a number to a list of runs: to the last one, where it continues that.
func addSpan(list []Span, n int) []Span {
	if last := len(list) - 1; last >= 0 && n >= list[last].First && n <= list[last].Last+1 {
		list[last].Last = max(list[last].Last, n)
		return list
	}
	return append(list, Span{n, n})
}

// shownSpans is how many runs a message lists.
const shownSpans = 5

func rowName(n int) string { return fmt.Sprint(n) }

// spans lists runs for a message: 12–40, 44 and 3 more.
func spans(list []Span, name func(int) string) string {
	var out []string
	for _, s := range list[:min(len(list), shownSpans)] {
		if s.First == s.Last {
			out = append(out, name(s.First))
			continue
		}
		out = append(out, name(s.First)+"–"+name(s.Last))
	}
	more := 0
	for _, s := range list[len(out):] {
		more += s.Last - s.First + 1
	}
	if more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(out, ", "), more)
	}
	return strings.Join(out, ", ")
}

// readColumn takes one <col>: a run of columns and whether it is hidden.
func (s *sheetReader) readColumn() {
	from, _ := s.Attr("min")
	to, _ := s.Attr("max")
	first, err := strconv.Atoi(from)
	last, errLast := strconv.Atoi(to)
	if s.isHidden() && err == nil && errLast == nil && first >= 1 && first <= last {
		s.columns = append(s.columns, Span{first, min(last, grid.MaxColumn)})
	}
}

// isHidden says whether the row or column just opened is hidden.
func (s *sheetReader) isHidden() bool {
	v, _ := s.Attr("hidden")
	return v == "1" || v == "true"
}

// holding are the hidden columns that hold something, in order.
func holding(hidden []Span, rows []Row) (out []Span) {
	if len(hidden) == 0 {
		return nil
	}
	var holds []bool
	for _, row := range rows {
		for i, c := range row.Cells {
			if i == len(holds) {
				holds = append(holds, false)
			}
			holds[i] = holds[i] || c.Kind != Blank
		}
	}
	slices.SortFunc(hidden, func(a, b Span) int { return cmp.Compare(a.First, b.First) })
	column := 1
	for _, span := range hidden {
		for column = max(column, span.First); column <= min(span.Last, len(holds)); column++ {
			if holds[column-1] {
				out = addSpan(out, column)
			}
		}
	}
	return out
}

// Notes says what a reader should know of a sheet that was used: what its sender may not have seen, and what a program
// may never have computed.
func (s *Sheet) Notes() (notes []problem.Problem) {
	at := s.Place(0, 0)
	if s.Hidden {
		notes = append(notes, problem.HiddenSheet.At(at, "the sheet is hidden and was read"))
	}
	if len(s.HiddenRows) > 0 {
		notes = append(notes,
			problem.HiddenRows.At(at, "rows are hidden and were read: %s", spans(s.HiddenRows, rowName)))
	}
	if len(s.HiddenColumns) > 0 {
		notes = append(notes, problem.HiddenColumns.At(at, "columns are hidden and were read: %s",
			spans(s.HiddenColumns, problem.ColumnName)))
	}
	if s.FullCalcOnLoad {
		notes = append(notes, problem.FormulaWithoutValue.At(at, "the workbook asks to be computed when it is opened: "+
			"values of its formulas were used as they were saved, and may never have been "+
			"computed").As(problem.Warning))
	}
	return notes
}

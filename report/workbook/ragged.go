package workbook

import (
	"plimsoll/report/problem"
)

// Ragged holds the rows below the header of a text file to it, and gives those that may be used. A record with more
// values than the header has was parted where it should not be (84,5 without quotes), and none of its values is where
// it seems to be: it is left out. One with fewer is read as if its last values were blank, as spreadsheets leave them
// off, and is said. Rows of worksheets are all given back.
func (s *Sheet) Ragged(header Row, below []Row) (rows []Row, problems []problem.Problem) {
	if header.Fields == 0 {
		return below, nil
	}
	var short []Span
	rows = below[:0:0]
	for _, row := range below {
		switch {
		case len(row.Cells) > header.Fields:
			problems = append(problems, problem.RaggedRow.At(s.Place(row.Index, 0),
				"the row has %d values under a header of %d", row.Fields, header.Fields).
				Hinted("put quotes around a value that holds the delimiter; the row was left out"))
			continue
		case row.Fields < header.Fields:
			short = addSpan(short, row.Index)
		}
		rows = append(rows, row)
	}
	if len(short) > 0 {
		problems = append(problems, problem.RaggedRow.At(s.Place(0, 0),
			"the header has %d values, and rows have fewer: %s; their last columns were taken as blank",
			header.Fields, spans(short, rowName)).As(problem.Warning).Hinted("look whether a delimiter is missing"))
	}
	return rows, problems
}

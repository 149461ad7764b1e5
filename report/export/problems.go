package export

import (
	"io"

	"plimsoll/report/problem"
)

// Problems writes problems.csv: every problem of a run.
func Problems(to io.Writer, problems []problem.Problem) error {
	header := []string{"severity", "code", "file", "sheet", "cell", "message", "hint"}
	return writeTable(to, header, func(yield func([]string) bool) {
		for _, p := range problems {
			if !yield([]string{p.Severity.String(), p.Code, p.File, p.Sheet, p.Cell(), p.Message, p.Hint}) {
				return
			}
		}
	})
}

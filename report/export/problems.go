package export

import "plimsoll/report/problem"

// Problems is problems.csv: every problem of a run.
func Problems(problems []problem.Problem) []byte {
	header := []string{"severity", "code", "file", "sheet", "cell", "message", "hint"}
	return table(header, func(yield func([]string) bool) {
		for _, p := range problems {
			if !yield([]string{p.Severity.String(), p.Code, p.File, p.Sheet, p.Cell(), p.Message, p.Hint}) {
				return
			}
		}
	})
}

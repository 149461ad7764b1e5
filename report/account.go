package report

import (
	"plimsoll/report/audit"
	"plimsoll/report/mapping"
	"plimsoll/report/problem"
)

// usesAsOutcomes are what the mapping made of a cell, in the words of the audit's account of it. Neither room knows the
// other.
var usesAsOutcomes = map[mapping.Use]audit.Outcome{
	mapping.Read:     audit.Used,
	mapping.Heading:  audit.Used,
	mapping.Omitted:  audit.Omitted,
	mapping.NoColumn: audit.NoColumn,
	mapping.Beside:   audit.Above,
}

// worksheets are those that tables were made of, for the account: it speaks of cells as they were sent.
func (s *received) worksheets() []audit.Sent {
	var out []audit.Sent
	for _, o := range s.mapped {
		for _, a := range o.Applied {
			became := func(row, column int) (audit.Outcome, problem.Problem) {
				outcome := usesAsOutcomes[a.Use(row, column)]
				if outcome != audit.Omitted {
					return outcome, problem.Problem{}
				}
				return outcome, a.Cause(row, column)
			}
			out = append(out, audit.Sent{Sheet: a.Sheet, Tables: a.Made, From: a.From, Heading: a.Heading, Outcome: became})
		}
	}
	return out
}

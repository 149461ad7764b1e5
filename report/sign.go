package report

import (
	"plimsoll/report/audit"
	"plimsoll/report/problem"
)

// unsigned lists what the public document cannot do without and the sheet Programme does not say: whose it is, and
// whom to write to. It is a warning where nobody asked to publish: the document is one of all kinds that a run makes
// by itself, and no workbook has a setting of a programme. Such a document is a draft.
func unsigned(data *audit.Data, asked bool) []problem.Problem {
	severity := problem.Error
	if !asked && data.Programme.IsBlank() {
		severity = problem.Warning
	}
	var out []problem.Problem
	for _, key := range []struct{ name, value string }{
		{"Company", data.Programme.Company}, {"Contact", data.Programme.Contact},
	} {
		if key.value == "" {
			out = append(out, problem.MissingValue.At(problem.Place{},
				"the sheet Programme has no %s, which the public document needs", key.name).As(severity).
				Hinted("add a row with the key "+key.name))
		}
	}
	return out
}

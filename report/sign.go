package report

import (
	"plimsoll/report/audit"
	"plimsoll/report/problem"
)

// unsigned lists what the public document cannot do without and the sheet Programme does not say: whose it is, and whom to write to.
func unsigned(data *audit.Data) []problem.Problem {
	var out []problem.Problem
	for _, key := range []struct{ name, value string }{
		{"Company", data.Programme.Company}, {"Contact", data.Programme.Contact},
	} {
		if key.value == "" {
			out = append(out, problem.MissingValue.At(problem.Place{},
				"the sheet Programme has no %s, which the public document needs", key.name).
				Hinted("add a row with the key "+key.name))
		}
	}
	return out
}

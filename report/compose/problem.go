package compose

import (
	"plimsoll/report/language"
	"plimsoll/report/problem"
)

// ProblemRow is one problem of the factory's data.
type ProblemRow struct {
	Place   Text
	Message Markup
	What    Markup // severity
}

// TellProblem tells a problem. Its message is English; in another language a few words on what is wrong stand before it.
func TellProblem(w *language.Words, p problem.Problem) ProblemRow {
	row := ProblemRow{Place: Text(p.Place.String()), Message: Markup(Text(p.Message).String()), What: w.Name("severity.problem", p.Severity.String())}
	if what, ok := w.Own("problem." + p.Code); ok && !w.IsEnglish() {
		row.Message = w.Say("problem.told", "what", what, "message", row.Message)
	}
	return row
}

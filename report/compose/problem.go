package compose

import (
	"plimsoll/report/problem"
)

// ProblemSeverity says what became of a value with a problem.
func (p Printer) ProblemSeverity(s problem.Severity) Markup {
	return p.W.Name("severity.problem", s.String())
}

// ProblemText tells a problem. Its message is English; in another language a few words on what is wrong stand before it.
func (p Printer) ProblemText(v problem.Problem) Markup {
	message := Markup(Text(v.Message).String())
	if what, ok := p.W.Own("problem." + v.Code); ok && !p.W.IsEnglish() {
		return p.W.Say("problem.told", "what", what, "message", "["+message+"]{lang=en}")
	}
	return message
}

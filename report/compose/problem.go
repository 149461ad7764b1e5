package compose

import (
	"slices"

	"plimsoll/report/problem"
)

// ProblemSeverity says what became of a value with a problem.
func (p Printer) ProblemSeverity(s problem.Severity) Markup {
	return p.W.Name("severity.problem", s.String())
}

// ProblemText tells a problem. Its message is English; in another language a few words on what is wrong stand before it. A
// problem whose message may not be told is told by these words alone.
func (p Printer) ProblemText(v problem.Problem) Markup {
	message := Markup(Text(v.Message).String())
	what, ok := p.W.Own("problem." + v.Code)
	switch {
	case v.Message == "":
		return p.W.Name("problem", v.Code)
	case ok && !p.W.IsEnglish():
		return p.W.Say("problem.told", "what", what, "message", "["+message+"]{lang=en}")
	}
	return message
}

// namedPlaces bounds the cells that are named of one cause; problems.csv has all.
const namedPlaces = 6

// ProblemPlaces names the cells of one cause: a.xlsx, Noise!I6, I10, I14 and 9 more.
func (p Printer) ProblemPlaces(v problem.Cause) Markup {
	places := slices.Compact(v.Places())
	var named []string
	for i, at := range places[:min(len(places), namedPlaces)] {
		name := at.String()
		if cell := at.Cell(); i > 0 && cell != "" && at.File == places[i-1].File && at.Sheet == places[i-1].Sheet {
			name = cell
		}
		named = append(named, Text(name).String())
	}
	list := p.W.List("comma", named)
	if more := len(places) - namedPlaces; more > 0 {
		return p.W.Say("item.more", "ids", list, "count", more)
	}
	return list
}

// Causes are problems that concern a factory, those of one cause together, the gravest first.
func (t *FactoryText) Causes() []problem.Cause {
	causes := problem.ByCause(t.FactoryProblems(t.F))
	slices.SortStableFunc(causes, func(a, b problem.Cause) int { return int(a.Severity) - int(b.Severity) })
	return causes
}

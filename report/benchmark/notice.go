package benchmark

import (
	"fmt"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/problem"
)

// notices are what a comparison says of rows, and which of them it left out for that.
type notices struct {
	said     map[notice]*problem.Problem
	order    []notice
	excluded []exclusion
}

// notice is what is said only once, with the number of rows it is about.
type notice struct{ code, file, sheet, factory, message string }

// exclusion is a row, or some fields of it, that a notice leaves out of every figure.
type exclusion struct {
	why    notice
	row    audit.Source
	fields []string // none = the whole row
}

// say says something about a row: once a factory and sheet, with the number of rows. What is left out, or cannot be
// judged, is said row by row.
func (n *notices) say(r *audit.Reading, code *problem.Code, message string, args ...any) notice {
	return n.add(r, code.At(r.Source.Place(), message, args...), rowByRow(code))
}

func rowByRow(code *problem.Code) bool {
	each := []*problem.Code{problem.DetectionAboveLimit, problem.HoursOverDay, problem.DayNotWhole,
		problem.MixtureNotWhole,
		problem.PartsWithoutWorker}
	return code.Severity == problem.Error || slices.Contains(each, code)
}

func (n *notices) add(r *audit.Reading, p problem.Problem, each bool) notice {
	k := notice{p.Code, r.Source.File, r.Source.Sheet, r.Factory.ID, p.Message}
	if each {
		k.message += p.Place.String()
	}
	if n.said[k] == nil {
		p.Factory = r.Factory.ID
		n.said[k] = &p
		n.order = append(n.order, k)
		return k
	}
	n.said[k].More = append(n.said[k].More, p.Place)
	return k
}

// leaveOut remembers that rows, or these fields of them, enter no figure, and why.
func (n *notices) leaveOut(why notice, rows []*audit.Reading, fields ...string) {
	for _, r := range rows {
		n.excluded = append(n.excluded, exclusion{why, r.Source, fields})
	}
}

func (n *notices) problems() []problem.Problem {
	var out []problem.Problem
	for _, k := range n.order {
		p := *n.said[k]
		if more := len(p.More); more > 0 {
			p.Message += fmt.Sprintf(" (and %s of %s)", problem.Counted(more, "more row", "more rows"), p.Factory)
		}
		out = append(out, p)
	}
	return out
}

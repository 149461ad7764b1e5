// Package problem is what a person should know about the input: what is wrong, how grave it is, at which cell, and what
// helps. Every room that reads something adds to the list; nobody stops at the first.
package problem

import (
	"cmp"
)

// Severity says what became of the value: Error = left out, Warning = used, but look, Note = for information.
type Severity int

// The three severities, the gravest first.
const (
	Error Severity = iota
	Warning
	Note
)

func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// Problem is one thing a person should know about the input: where, what (a stable code and a sentence) and what helps.
type Problem struct {
	Place
	Severity      Severity
	Code          string
	Message, Hint string
	Factory       string  // the factory it concerns, where that is known
	More          []Place // further rows it is about, where it is said once of several
}

// Places are all places of a problem.
func (p *Problem) Places() []Place { return append([]Place{p.Place}, p.More...) }

// String is the line that goes to standard error: severity place code: message (hint: …). Nothing in it steers a
// terminal.
func (p Problem) String() string { return p.line(p.Place.String()) }

func (p Problem) line(where string) string {
	s := p.Severity.String() + " "
	if where != "" {
		s += where + " "
	}
	s += p.Code + ": " + p.Message
	if p.Hint != "" {
		s += " (hint: " + p.Hint + ")"
	}
	return Printable(s)
}

// Compare orders problems by place, then severity, code and message.
func (p Problem) Compare(q Problem) int {
	return cmp.Or(p.Place.Compare(q.Place), cmp.Compare(p.Severity, q.Severity),
		cmp.Compare(p.Code, q.Code), cmp.Compare(p.Message, q.Message))
}

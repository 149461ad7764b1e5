package declaration

import (
	"fmt"
	"slices"
	"strings"

	"plimsoll/report/internal/yaml"
)

// sheet makes an entry of the list of sheets.
func (r *reader) sheet(e *entry) *Sheet {
	s, line := &e.Sheet, int(e.Line)
	if s.Header.Rows == 0 {
		s.Header.Rows = 1
	}
	if len(s.From) == 0 {
		r.Fail(line, `write from: "*" for sheets of any name`, "the entry does not say from which sheet")
	}
	switch {
	case e.To == nil:
		r.Fail(line, "name the table and its columns under to:", "nothing is made of the sheet")
	case r.targets(e):
		r.checkSheet(s)
	}
	return s
}

// ReadNode reads {heading: X, is: "Total*"}, {blank: X}, {only: X} or {first: "Total*"}.
func (l *LeaveOut) ReadNode(d *yaml.Decoder, n *yaml.Node) {
	var r rule
	before := len(d.Faults)
	if d.Decode(n, &r); len(d.Faults) > before {
		return
	}
	how := r.conditions()
	switch {
	case len(how) > 1:
		d.Fail(n.Line, "begin another one with a dash", "one rule has both %s and %s", how[0], how[1])
	case len(how) == 0 || how[0] == "is" && !r.named() || how[0] == "first" && r.named():
		d.Fail(n.Line, `write {heading: Name, is: "Total*"}, {blank: Name}, {only: Name} or {first: "Total*"}`,
			"the rule does not say which rows are left out")
	}
	if len(how) == 0 {
		return
	}
	*l = LeaveOut{How: how[0], Is: append(r.Is, r.First...), Because: r.Because}
	l.Column = Name{Headings: slices.Concat(r.Heading, r.Blank, r.Only), Letter: int(r.Column)}
	if l.Because == "" {
		l.Because = l.reason()
	}
}

// conditions are the keys of a rule that say which rows it means.
func (r *rule) conditions() (how []string) {
	for _, c := range []struct {
		name  string
		given bool
	}{{"is", r.Is != nil}, {"blank", r.Blank != nil}, {"only", r.Only != nil}, {"first", r.First != nil}} {
		if c.given {
			how = append(how, c.name)
		}
	}
	return how
}

func (r *rule) named() bool { return len(r.Heading) > 0 || r.Column > 0 }

// reason says in words which rows a rule leaves out.
func (l *LeaveOut) reason() string {
	var is []string
	for _, p := range l.Is {
		is = append(is, p.Written)
	}
	switch l.How {
	case "is":
		return fmt.Sprintf("%s is %s", l.Column, strings.Join(is, " or "))
	case "first":
		return "it begins with " + strings.Join(is, " or ")
	case "blank":
		if n := len(l.Column.Headings); n > 1 {
			return strings.ReplaceAll(l.Column.String(), " or ", " and ") + " are blank"
		}
		return l.Column.String() + " is blank"
	}
	return "nothing but " + l.Column.String() + " is filled"
}

// Names lists the columns that a rule looks at: of blank, all of the headings.
func (l LeaveOut) Names() []Name {
	if l.How != "blank" {
		if l.Column.Letter == 0 && len(l.Column.Headings) == 0 {
			return nil
		}
		return []Name{l.Column}
	}
	var out []Name
	for _, h := range l.Column.Headings {
		out = append(out, Name{Headings: []string{h}})
	}
	return out
}

// checkSheet holds together what an entry says.
func (r *reader) checkSheet(s *Sheet) {
	h, line := &s.Header, int(s.Line)
	switch {
	case h.None && (s.Exact || s.Repeats || bool(s.Carry)):
		r.Fail(line, "", "a sheet without a header cannot be exact, repeat it or carry it")
	case h.None && s.Rows.First == 0 && s.PerRow():
		r.Fail(line, "write rows: 7- for all from row 7 on",
			"a sheet without a header must say in which row its data begin")
	case s.Repeats && (h.First > 0 || s.Rows.First > 0):
		r.Fail(line, "leave out the row of the header and rows:", "a header that repeats is found by its headings")
	case h.First > 0 && s.Rows.First > 0 && s.Rows.First <= h.Last:
		r.Fail(line, "", "the data begin in row %d, which is the header's", s.Rows.First)
	case s.Turned && s.Mean != nil:
		r.Fail(line, "", "a mean is made of rows, so the sheet cannot be turned")
	case len(s.Group) > 0 && (s.Mean != nil || len(s.Wide) > 0):
		r.Fail(line, "make two entries of it", "rows that are grouped have neither wide columns nor a mean of each day")
	case bool(s.Carry) && h.Rows < 2:
		r.Fail(line, "", "carry: right is for stacked headers")
	}
	for _, t := range s.Targets {
		for _, c := range t.Columns {
			if h.None && (len(c.Name.Headings) > 0 || c.Name.Like != nil) {
				r.Fail(c.Line, "write {column: C}", "a sheet without a header has no heading %s", c.Name)
			}
		}
	}
	if s.Mean != nil && !slices.ContainsFunc(s.Targets, func(t *Target) bool { return t.Value() != nil }) {
		r.Fail(line, "make a table of readings of it", "there is nothing to take a mean of")
	}
}

package declaration

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var headerForm = regexp.MustCompile(`^(\d+)(?: ?[-–] ?(\d+))?$|^(\d+) rows?$`)

// header reads 6, 5-6, "2 rows" or none.
func (r *reader) header(n *node, h *Header) {
	s := r.scalar(n)
	m := headerForm.FindStringSubmatch(s)
	switch {
	case s == blank:
	case s == "none":
		h.None = true
	case m == nil:
		r.fail(n.line, `write the row (6), the stacked rows (5-6), how many are stacked ("2 rows"), or none`, "header %q has no meaning", s)
	case m[3] != "":
		h.Rows, _ = strconv.Atoi(m[3])
	default:
		h.First, _ = strconv.Atoi(m[1])
		h.Last = h.First
		if m[2] != "" {
			h.Last, _ = strconv.Atoi(m[2])
		}
		h.Rows = h.Last - h.First + 1
	}
	if h.Rows < 1 || h.Rows > 10 || h.First == 0 && h.Last > 0 {
		r.fail(n.line, "", "header %q: a header has one row to ten, counted from 1", s)
		*h = Header{Rows: 1}
	}
}

var rowsForm = regexp.MustCompile(`^(\d+)(?: ?[-–] ?(\d*))?$`)

// rows reads 7, 7- or 7-250.
func (r *reader) rows(n *node) (first, last int) {
	s := r.scalar(n)
	m := rowsForm.FindStringSubmatch(s)
	if m == nil && s != blank {
		r.fail(n.line, "write the first row of the data and the last, as in 7-250, or 7- for all from there", "rows %q has no meaning", s)
		return 0, 0
	}
	if m == nil {
		return 0, 0
	}
	first, _ = strconv.Atoi(m[1])
	if last, _ = strconv.Atoi(m[2]); last > 0 && last < first || first == 0 {
		r.fail(n.line, "", "rows %q ends before it begins", s)
	}
	return first, last
}

// parseRef reads B4, or Room!B4.
func parseRef(s string) (Ref, bool) {
	sheet, cell := "", s
	if i := strings.LastIndexByte(s, '!'); i >= 0 {
		sheet, cell = strings.TrimSpace(s[:i]), s[i+1:]
	}
	m := cellForm.FindStringSubmatch(strings.TrimSpace(cell))
	if m == nil {
		return Ref{}, false
	}
	row, _ := strconv.Atoi(m[2])
	return Ref{sheet, row, columnNumber(m[1])}, row > 0
}

var cellForm = regexp.MustCompile(`^\$?([A-Za-z]{1,3})\$?(\d{1,7})$`)

func columnNumber(letters string) int {
	n := 0
	for _, c := range strings.ToUpper(letters) {
		n = n*26 + int(c-'A') + 1
	}
	return n
}

func (r *reader) ref(line int, s string) Ref {
	ref, ok := parseRef(s)
	if !ok && s != blank {
		r.fail(line, "write it as B4, or with its sheet as Cover!B4", "%q is no cell", s)
	}
	return ref
}

// tests reads cells and what they must hold.
func (r *reader) tests(n *node, named bool) []Test {
	if n.kind != table {
		r.fail(n.line, `write it as cells and what they hold: {A1: "Noise survey*"}`, "a test was expected here")
		return nil
	}
	var out []Test
	for _, p := range n.pairs {
		ref := r.ref(p.line, p.key)
		if named && ref.Sheet == "" {
			r.fail(p.line, "write it with its sheet, as in Cover!B4", "%q does not say of which sheet", p.key)
		}
		out = append(out, Test{ref, r.patterns(p.value)})
	}
	return out
}

func (r *reader) leaveOut(n *node) []LeaveOut {
	items := n.items
	if n.kind == table {
		items = []*node{n}
	}
	var out []LeaveOut
	for _, item := range items {
		out = append(out, r.leftOut(item))
	}
	return out
}

// leftOut reads {heading: X, is: "Total*"}, {blank: X}, {only: X} or {first: "Total*"}.
func (r *reader) leftOut(n *node) LeaveOut {
	var l LeaveOut
	how := func(name string, do func(*node)) func(*node) {
		return func(n *node) {
			if l.How != "" {
				r.fail(n.line, "begin another one with a dash", "one rule has both %s and %s", l.How, name)
			}
			l.How = name
			do(n)
		}
	}
	r.read(n, "a rule of leave_out", keys{
		"heading": func(n *node) { l.Column.Headings = r.scalars(n) },
		"column":  func(n *node) { l.Column.Letter = r.letter(n) },
		"is":      how("is", func(n *node) { l.Is = r.patterns(n) }),
		"first":   how("first", func(n *node) { l.Is = r.patterns(n) }),
		"blank":   how("blank", func(n *node) { l.Column.Headings = r.scalars(n) }),
		"only":    how("only", func(n *node) { l.Column.Headings = r.scalars(n) }),
		"because": func(n *node) { l.Because = r.scalar(n) },
	})
	named := len(l.Column.Headings) > 0 || l.Column.Letter > 0
	if l.How == "" || l.How == "is" && !named || l.How == "first" && named {
		r.fail(n.line, `write {heading: Name, is: "Total*"}, {blank: Name}, {only: Name} or {first: "Total*"}`, "the rule does not say which rows are left out")
	}
	if l.Because == "" {
		l.Because = l.reason()
	}
	return l
}

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

func (r *reader) letter(n *node) int {
	s := r.scalar(n)
	if !letters.MatchString(s) {
		if s != blank {
			r.fail(n.line, "a column is a letter (C) or two (AB); a heading stands under heading:", "%q is no column", s)
		}
		return 0
	}
	return columnNumber(s)
}

var letters = regexp.MustCompile(`^[A-Za-z]{1,3}$`)

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

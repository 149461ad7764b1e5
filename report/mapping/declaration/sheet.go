package declaration

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/standard"
)

func (r *reader) sheets(n *node, m *Mapping, d *defaults) {
	if n.kind != list || len(n.items) == 0 {
		r.fail(n.line, "begin each with - from:", "a list of sheets was expected here")
		return
	}
	for _, item := range n.items {
		m.Sheets = append(m.Sheets, r.sheet(item, *d))
	}
}

// sheet reads one entry of the list of sheets.
func (r *reader) sheet(n *node, d defaults) *Sheet {
	s := &Sheet{Line: n.line, Header: Header{Rows: 1}}
	var to, wide *node
	r.read(n, "a sheet", keys{
		"from":      func(n *node) { s.From = r.patterns(n) },
		"except":    func(n *node) { s.Except = r.patterns(n) },
		"test":      func(n *node) { s.Test = r.tests(n, false) },
		"header":    func(n *node) { r.header(n, &s.Header) },
		"carry":     func(n *node) { s.Header.Carry = r.one(n, "carry", "right") == "right" },
		"exact":     func(n *node) { s.Header.Exact = r.yes(n) },
		"repeats":   func(n *node) { s.Header.Repeats = r.yes(n) },
		"turned":    func(n *node) { s.Turned = r.yes(n) },
		"merged":    func(n *node) { s.Merged = r.yes(n) },
		"rows":      func(n *node) { s.First, s.Last = r.rows(n) },
		"ends":      func(n *node) { s.Ends = r.patterns(n) },
		"fill_down": func(n *node) { s.FillDown = r.scalars(n) },
		"leave_out": func(n *node) { s.LeaveOut = r.leaveOut(n) },
		"not_read":  func(n *node) { s.NotRead = r.patterns(n) },
		"mean":      func(n *node) { s.Mean = r.mean(n) },
		"decimal":   d.number(r, &d.decimal),
		"thousands": d.number(r, &d.thousands),
		"dates":     func(n *node) { d.dates = r.dates(n) },
		"wide":      func(n *node) { wide = n },
		"to":        func(n *node) { to = n },
	})
	if len(s.From) == 0 {
		r.fail(n.line, `write from: "*" for sheets of any name`, "the entry does not say from which sheet")
	}
	if to == nil {
		r.fail(n.line, "name the table and its columns under to:", "nothing is made of the sheet")
		return s
	}
	r.targets(to, wide, s, &d)
	r.checkSheet(n.line, s)
	return s
}

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

// ParseRef reads B4, or Room!B4.
func ParseRef(s string) (Ref, bool) {
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
	ref, ok := ParseRef(s)
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

func (r *reader) mean(n *node) *Mean {
	m := &Mean{}
	r.read(n, "mean", keys{
		"over": func(n *node) { r.one(n, "time to take a mean over", "day") },
		"values": func(n *node) {
			m.Values, _ = strconv.Atoi(r.scalar(n))
			if m.Values < 1 && n.text != blank {
				r.fail(n.line, "one a minute makes 1440", "values is how many a whole day has")
			}
		},
		"at_least": func(n *node) { m.AtLeast = r.share(n) },
	})
	if m.Values == 0 || m.AtLeast == 0 {
		r.fail(n.line, "write mean: {over: day, values: 1440, at_least: 75 %}", "a mean must say how many values a day has and how many of them there must be")
	}
	return m
}

func (r *reader) share(n *node) float64 {
	written, percent := strings.CutSuffix(strings.TrimSpace(r.scalar(n)), "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(written), 64)
	if percent {
		v /= 100
	}
	if (err != nil || !(v > 0 && v <= 1)) && n.text != blank {
		r.fail(n.line, "write it as 75 %", "%q is no share", n.text)
	}
	return v
}

// checkSheet holds together what an entry says.
func (r *reader) checkSheet(line int, s *Sheet) {
	h := &s.Header
	switch {
	case h.None && (h.Exact || h.Repeats || h.Carry):
		r.fail(line, "", "a sheet without a header cannot be exact, repeat it or carry it")
	case h.None && s.First == 0 && s.PerRow():
		r.fail(line, "write rows: 7- for all from row 7 on", "a sheet without a header must say in which row its data begin")
	case h.Repeats && (h.First > 0 || s.First > 0):
		r.fail(line, "leave out the row of the header and rows:", "a header that repeats is found by its headings")
	case h.First > 0 && s.First > 0 && s.First <= h.Last:
		r.fail(line, "", "the data begin in row %d, which is the header's", s.First)
	case s.Turned && s.Mean != nil:
		r.fail(line, "", "a mean is made of rows, so the sheet cannot be turned")
	case h.Carry && h.Rows < 2:
		r.fail(line, "", "carry: right is for stacked headers")
	}
	for _, t := range s.Targets {
		for _, c := range t.Columns {
			if h.None && (len(c.Name.Headings) > 0 || c.Name.Like != nil) {
				r.fail(c.Line, "write {column: C}", "a sheet without a header has no heading %s", c.Name)
			}
		}
	}
	if s.Mean != nil && !slices.ContainsFunc(s.Targets, func(t *Target) bool { return t.Value() != nil }) {
		r.fail(line, "make a table of readings of it", "there is nothing to take a mean of")
	}
}

// PerRow says whether a table of the entry has a row for each row of the sheet.
func (s *Sheet) PerRow() bool {
	for _, t := range s.Targets {
		if t.PerRow() {
			return true
		}
	}
	return false
}

// PerRow says whether the target has a row for each row of the sheet; else it has one in all.
func (t *Target) PerRow() bool { return slices.ContainsFunc(t.Columns, (*Column).PerRow) }

// PerWide says whether the target has a row for each wide column too.
func (t *Target) PerWide() bool {
	return slices.ContainsFunc(t.Columns, func(c *Column) bool { return c.From == WideValue })
}

// Value is the column of a reading's value, nil where the target has none.
func (t *Target) Value() *Column {
	for _, c := range t.Columns {
		if t.Area != nil && c.Decl.Field == "value" {
			return c
		}
	}
	return nil
}

// Energy says that a mean of the target's values is one of energies, as with decibels.
func (t *Target) Energy() bool {
	return t.Area != nil && slices.ContainsFunc(t.Area.Indicators, func(i standard.Indicator) bool { return i.Level == "energy-mean" })
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

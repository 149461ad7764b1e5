package declaration

import (
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

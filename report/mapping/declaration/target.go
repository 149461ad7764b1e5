package declaration

import (
	"slices"
	"strings"

	"plimsoll/report/standard"
)

// targets reads what is made of a sheet: tables by name, each a map of columns.
func (r *reader) targets(to, wide *node, s *Sheet, d *defaults) {
	if to.kind != table || len(to.pairs) == 0 {
		r.fail(to.line, "write the table's name and below it its columns", "a table was expected here")
		return
	}
	for _, p := range to.pairs {
		t := r.targetNamed(p)
		if t == nil {
			continue
		}
		given := map[*standard.Column]bool{}
		r.columns(p.value, t, d, given)
		s.Targets = append(s.Targets, t)
	}
	if len(s.Targets) < len(to.pairs) {
		return // what more could be said would be about the missing ones
	}
	if wide != nil {
		r.wide(wide, s)
	}
	for _, t := range s.Targets {
		r.checkTarget(t, s)
	}
	r.checkWide(s)
}

// targetNamed finds a table of the audit workbook.
func (r *reader) targetNamed(p pair) *Target {
	var names []string
	for _, a := range r.std.Areas {
		if a.Sheet.Named(p.key) {
			return &Target{Line: p.line, Sheet: &a.Sheet, Area: a}
		}
		names = append(names, a.Sheet.Name)
	}
	for _, s := range r.std.Sheets {
		if s.Named(p.key) {
			return &Target{Line: p.line, Sheet: s}
		}
		names = append(names, s.Name)
	}
	slices.Sort(names)
	if !r.unfilled(p) {
		r.fail(p.line, didYouMean(p.key, names), "the audit workbook has no sheet %q", p.key)
	}
	return nil
}

func didYouMean(written string, known []string) string {
	if near := standard.Nearest(written, known); near != "" {
		return "did you mean " + near + "?"
	}
	return "one of " + strings.Join(known, ", ")
}

// columns reads the columns of a target.
func (r *reader) columns(n *node, t *Target, d *defaults, given map[*standard.Column]bool) {
	if n.kind != table {
		r.fail(n.line, "write column: heading lines below the table's name", "the columns of %s were expected here", t.Sheet.Name)
		return
	}
	for _, p := range n.pairs {
		decl := r.columnNamed(p, t.Sheet)
		switch {
		case decl == nil:
		case given[decl]:
			r.fail(p.line, "fill it once", "%s is filled already", decl.Name)
		default:
			given[decl] = true
			t.Columns = append(t.Columns, r.column(p, decl, t, *d))
		}
	}
}

func (r *reader) columnNamed(p pair, sheet *standard.Sheet) *standard.Column {
	at := sheet.Column(p.key)
	if at < 0 {
		if !r.unfilled(p) {
			r.fail(p.line, didYouMean(p.key, sheet.ColumnNames()), "%s has no column %q", sheet.Name, p.key)
		}
		return nil
	}
	return &sheet.Columns[at]
}

// wide reads the sets of wide columns, and the columns of the targets that they fill.
func (r *reader) wide(n *node, s *Sheet) {
	items := n.items
	if n.kind == table {
		items = []*node{n}
	}
	for _, item := range items {
		if item.kind != table {
			r.fail(item.line, `write - {headings: Toluene, Agent: toluene}`, "a set of wide columns was expected here")
			continue
		}
		w := &Wide{Line: item.line}
		for _, p := range item.pairs {
			r.wideKey(p, w, s)
		}
		if len(w.Names)+len(w.Like) == 0 {
			r.fail(item.line, `write headings: [Toluene], or like: "20## Q#"`, "it does not say which columns")
		}
		s.Wide = append(s.Wide, w)
	}
}

func (r *reader) wideKey(p pair, w *Wide, s *Sheet) {
	switch p.key {
	case "headings":
		for _, h := range r.scalars(p.value) {
			w.Names = append(w.Names, Name{Headings: []string{h}})
		}
		return
	case "columns":
		for _, l := range r.scalars(p.value) {
			w.Names = append(w.Names, Name{Letter: r.letter(&node{line: p.line, kind: text, text: l})})
		}
		return
	case "like":
		w.Like = r.patterns(p.value)
		return
	}
	known := []string{"headings", "columns", "like"}
	for _, t := range s.Targets {
		if at := t.Sheet.Column(p.key); at >= 0 && t.PerWide() {
			r.wideConstant(p, w, t, &t.Sheet.Columns[at])
			return
		}
		if t.PerWide() {
			known = append(known, t.Sheet.ColumnNames()...)
		}
	}
	r.fail(p.line, didYouMean(p.key, known), "a set of wide columns has no %q", p.key)
}

// wideConstant says what a column of the target holds in the rows made of a wide column.
func (r *reader) wideConstant(p pair, w *Wide, t *Target, decl *standard.Column) {
	at := slices.IndexFunc(t.Columns, func(c *Column) bool { return c.Decl == decl })
	switch {
	case at < 0:
		t.Columns = append(t.Columns, &Column{Line: p.line, Decl: decl, From: WideConstant})
	case t.Columns[at].From != WideConstant:
		r.fail(p.line, "fill it in one of the two places", "%s is filled under to: already", decl.Name)
	}
	c := &Column{Line: p.line, Decl: decl, From: Written}
	c.Text = r.text(p.line, r.scalar(p.value))
	r.checkConstant(c, t)
	w.Constants = append(w.Constants, c)
}

// Constant is what a set of wide columns says of a column; nil where it says nothing.
func (w *Wide) Constant(decl *standard.Column) *Column {
	for _, c := range w.Constants {
		if c.Decl == decl {
			return c
		}
	}
	return nil
}

// checkTarget holds a target together: its required columns, and what goes with a mean or with wide columns.
func (r *reader) checkTarget(t *Target, s *Sheet) {
	slices.SortStableFunc(t.Columns, func(a, b *Column) int { return t.Sheet.Column(a.Decl.Name) - t.Sheet.Column(b.Decl.Name) })
	for i := range t.Sheet.Columns {
		decl := &t.Sheet.Columns[i]
		if decl.Required && !r.filled(t, s, decl) {
			r.fail(t.Line, `fill it from the sheet, or with {write: "…"} where the workbook does not say it`, "%s needs the column %s", t.Sheet.Name, decl.Name)
		}
	}
	if t.PerWide() && len(s.Wide) == 0 {
		r.fail(t.Line, "list under wide: which columns are meant", "%s is made of wide columns, and there are none", t.Sheet.Name)
	}
	value := t.Value()
	for _, c := range t.Columns {
		switch {
		case c.From == WideHeading && !t.PerWide():
			r.fail(c.Line, "give it to the value: {wide: value}", "no column of %s takes the values of wide columns", t.Sheet.Name)
		case c.From == Written && c.Text.PerMean() && (s.Mean == nil || value == nil):
			r.fail(c.Line, "", "{values}, {blanks} and {rows} tell of a mean of readings, and none is made")
		case c.From == Written && !t.PerRow() && c.Text.has("row"):
			r.fail(c.Line, "", "{row} has no meaning where %s gets one row for the whole sheet", t.Sheet.Name)
		case c.From == HeadingOf:
			r.checkHeadingOf(c, t)
		case s.Mean != nil && value != nil && c.Decl.Field == "date" && (c.From == WideHeading || c.From == WideConstant):
			r.fail(c.Line, "", "the days of a mean are those of its rows, not of its columns")
		}
	}
	r.checkMean(t, s)
}

// checkMean wants the rows of a day to say the same of a wide column.
func (r *reader) checkMean(t *Target, s *Sheet) {
	for _, w := range s.Wide {
		for _, c := range w.Constants {
			if s.Mean != nil && t.PerWide() && len(c.Text.Names()) > 0 {
				r.fail(c.Line, "fill it under to:", "%s differs from row to row, and a mean is made of many", c.Decl.Name)
			}
		}
	}
}

func (r *reader) checkHeadingOf(c *Column, t *Target) {
	at := slices.IndexFunc(t.Columns, func(o *Column) bool { return SameName(o.Decl.Name, c.Of) })
	if at < 0 || t.Columns[at].From != Heading && t.Columns[at].From != WideValue {
		r.fail(c.Line, "name a column of the table that is filled from a heading", "%q has no heading", c.Of)
	}
}

// filled says whether a column is filled, by every set of wide columns if by them.
func (r *reader) filled(t *Target, s *Sheet, decl *standard.Column) bool {
	at := slices.IndexFunc(t.Columns, func(c *Column) bool { return c.Decl == decl })
	if at < 0 {
		return false
	}
	if t.Columns[at].From != WideConstant {
		return true
	}
	for _, w := range s.Wide {
		if w.Constant(decl) == nil {
			r.fail(w.Line, "give it for each set of wide columns, or under to:", "%s is missing here", decl.Name)
		}
	}
	return true
}

// checkWide refuses a heading that two sets of wide columns name, and sets that nothing is made of.
func (r *reader) checkWide(s *Sheet) {
	seen := map[string]bool{}
	for _, w := range s.Wide {
		for _, n := range w.Names {
			key := n.String()
			if len(n.Headings) > 0 {
				key = Key(n.Headings[0])
			}
			if seen[key] {
				r.fail(w.Line, "name it once", "%s stands in two sets of wide columns", n)
			}
			seen[key] = true
		}
	}
	if len(s.Wide) > 0 && !slices.ContainsFunc(s.Targets, (*Target).PerWide) {
		r.fail(s.Wide[0].Line, "write {wide: value} at the column that takes their values", "nothing is made of the wide columns")
	}
}

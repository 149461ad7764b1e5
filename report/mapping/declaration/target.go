package declaration

import (
	"slices"

	"plimsoll/report/internal/yaml"
	"plimsoll/report/standard"
)

// targets makes the tables of an entry: by name, each of its columns. It is false where one of them is not known: what
// more could be said would be about the missing ones.
func (r *reader) targets(e *entry) bool {
	if len(*e.To) == 0 {
		r.Fail(int(e.Line), "write the table's name and below it its columns", "a table was expected here")
		return false
	}
	f := r.file.forms.within(e.forms)
	for _, p := range *e.To {
		if t := r.targetNamed(p.Key); t != nil {
			r.columns(p.Value, t, f)
			e.Targets = append(e.Targets, t)
		}
	}
	if len(e.Targets) < len(*e.To) {
		return false
	}
	for _, w := range e.Wide {
		e.Sheet.Wide = append(e.Sheet.Wide, r.wide(w, e.Targets))
	}
	for _, t := range e.Targets {
		r.checkTarget(t, &e.Sheet)
	}
	r.checkWide(&e.Sheet)
	return true
}

// targetNamed finds a table of the audit workbook.
func (r *reader) targetNamed(name yaml.Text) *Target {
	var names []string
	for _, a := range r.std.Areas {
		if a.Sheet.Named(name.S) {
			return &Target{Line: name.Line, Sheet: &a.Sheet, Area: a}
		}
		names = append(names, a.Sheet.Name)
	}
	for _, s := range r.std.Sheets {
		if s.Named(name.S) {
			return &Target{Line: name.Line, Sheet: s}
		}
		names = append(names, s.Name)
	}
	slices.Sort(names)
	r.Fail(name.Line, didYouMean(name.S, names), "the audit workbook has no sheet %q", name.S)
	return nil
}

// columns makes the columns of a target.
func (r *reader) columns(written columns, t *Target, f forms) {
	if written.none {
		r.Fail(written.line, "write column: heading lines below the table's name",
			"the columns of %s were expected here", t.Sheet.Name)
	}
	given := map[*standard.Column]bool{}
	for _, p := range written.given {
		at := t.Sheet.Column(p.Key.S)
		if at < 0 {
			hint := didYouMean(p.Key.S, t.Sheet.ColumnNames())
			r.Fail(p.Key.Line, hint, "%s has no column %q", t.Sheet.Name, p.Key.S)
			continue
		}
		decl := &t.Sheet.Columns[at]
		if given[decl] {
			r.Fail(p.Key.Line, "fill it once", "%s is filled already", decl.Name)
			continue
		}
		given[decl] = true
		t.Columns = append(t.Columns, r.column(p.Key.Line, &p.Value, decl, t, f))
	}
}

// wide makes a set of wide columns, and the columns of the targets that it fills.
func (r *reader) wide(set *wideSet, targets []*Target) *Wide {
	w := &Wide{Line: int(set.Line), Like: set.Like}
	for _, h := range set.Headings {
		w.Names = append(w.Names, Name{Headings: []string{h}})
	}
	for _, l := range set.Columns {
		w.Names = append(w.Names, Name{Letter: int(l)})
	}
	for _, p := range set.Constants {
		r.wideConstant(p.Key, p.Value.Text, w, targets)
	}
	if len(w.Names)+len(w.Like) == 0 {
		r.Fail(w.Line, `write headings: [Toluene], or like: "20## Q#"`, "it does not say which columns")
	}
	return w
}

// wideConstant says what a column of a target holds in the rows made of a wide column.
func (r *reader) wideConstant(key yaml.Text, text Text, w *Wide, targets []*Target) {
	known := []string{"headings", "columns", "like"}
	for _, t := range targets {
		if !t.PerWide() {
			continue
		}
		if at := t.Sheet.Column(key.S); at >= 0 {
			r.constant(key.Line, text, w, t, &t.Sheet.Columns[at])
			return
		}
		known = append(known, t.Sheet.ColumnNames()...)
	}
	r.Fail(key.Line, didYouMean(key.S, known), "a set of wide columns has no %q", key.S)
}

func (r *reader) constant(line int, text Text, w *Wide, t *Target, decl *standard.Column) {
	at := slices.IndexFunc(t.Columns, func(c *Column) bool { return c.Decl == decl })
	switch {
	case at < 0:
		t.Columns = append(t.Columns, &Column{Line: line, Decl: decl, From: WideConstant})
	case t.Columns[at].From != WideConstant:
		r.Fail(line, "fill it in one of the two places", "%s is filled under to: already", decl.Name)
	}
	c := &Column{Line: line, Decl: decl, From: Written, Text: text}
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
	slices.SortStableFunc(t.Columns, func(a,
		b *Column) int {
		return t.Sheet.Column(a.Decl.Name) - t.Sheet.Column(b.Decl.Name)
	})
	for i := range t.Sheet.Columns {
		decl := &t.Sheet.Columns[i]
		if decl.Required && !r.filled(t, s, decl) {
			r.Fail(t.Line, `fill it from the sheet, or with {write: "…"} where the workbook does not say it`,
				"%s needs the column %s", t.Sheet.Name, decl.Name)
		}
	}
	if t.PerWide() && len(s.Wide) == 0 {
		r.Fail(t.Line, "list under wide: which columns are meant", "%s is made of wide columns, and there are none",
			t.Sheet.Name)
	}
	value := t.Value()
	for _, c := range t.Columns {
		switch {
		case c.From == WideHeading && !t.PerWide():
			r.Fail(c.Line, "give it to the value: {wide: value}", "no column of %s takes the values of wide columns",
				t.Sheet.Name)
		case c.From == Written && c.Text.PerMean() && (s.Mean == nil || value == nil):
			r.Fail(c.Line, "", "{values}, {blanks} and {rows} tell of a mean of readings, and none is made")
		case c.From == Written && !t.PerRow() && c.Text.has("row"):
			r.Fail(c.Line, "", "{row} has no meaning where %s gets one row for the whole sheet", t.Sheet.Name)
		case c.From == HeadingOf:
			r.checkHeadingOf(c, t)
		case s.Mean != nil && value != nil && c.Decl.Field == "date" && (c.From == WideHeading || c.From == WideConstant):
			r.Fail(c.Line, "", "the days of a mean are those of its rows, not of its columns")
		}
	}
	r.checkMean(t, s)
}

// checkMean wants the rows of a day to say the same of a wide column.
func (r *reader) checkMean(t *Target, s *Sheet) {
	for _, w := range s.Wide {
		for _, c := range w.Constants {
			if s.Mean != nil && t.PerWide() && len(c.Text.Names()) > 0 {
				r.Fail(c.Line, "fill it under to:", "%s differs from row to row, and a mean is made of many", c.Decl.Name)
			}
		}
	}
}

func (r *reader) checkHeadingOf(c *Column, t *Target) {
	at := slices.IndexFunc(t.Columns, func(o *Column) bool { return SameName(o.Decl.Name, c.Of) })
	if at < 0 || t.Columns[at].From != Heading && t.Columns[at].From != WideValue {
		r.Fail(c.Line, "name a column of the table that is filled from a heading", "%q has no heading", c.Of)
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
			r.Fail(w.Line, "give it for each set of wide columns, or under to:", "%s is missing here", decl.Name)
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
				r.Fail(w.Line, "name it once", "%s stands in two sets of wide columns", n)
			}
			seen[key] = true
		}
	}
	if len(s.Wide) > 0 && !slices.ContainsFunc(s.Targets, (*Target).PerWide) {
		r.Fail(s.Wide[0].Line, "write {wide: value} at the column that takes their values",
			"nothing is made of the wide columns")
	}
}

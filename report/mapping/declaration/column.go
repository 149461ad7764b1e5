package declaration

import (
	"maps"
	"slices"

	"plimsoll/report/standard"
)

// column makes of a source how one column of a target is filled; f are the forms that hold around it.
func (r *reader) column(line int, s *source, decl *standard.Column, t *Target, f forms) *Column {
	c := &Column{Line: line, Decl: decl, Right: int(s.Right), Below: int(s.Below), Optional: s.Optional,
		IfBlank: s.IfBlank, Day: string(s.Day), Times: s.Unit}
	if n := c.take(s); n != 1 {
		r.Fail(line, "write one of heading, like, column, cell, label, title, file, sheet, write, wide, heading_of, sum, count, mean",
			"%s has %d sources", decl.Name, n)
		return c
	}
	if s.alone && slices.Contains(s.Heading, "") {
		r.Fail(line, "write the heading; a column that the sheet does not have is left away",
			"%s names no heading", decl.Name)
	}
	for _, p := range s.Pattern {
		c.Pattern = append(c.Pattern, p.Pattern)
	}
	c.Words = r.wordsOf(&s.Words)
	if s.Time != nil {
		c.Time = &Name{Headings: []string{*s.Time}}
	}
	if s.Find {
		c.FindUnit = r.findUnit(line, decl, t)
	}
	r.takeForms(c, f.within(s.forms))
	r.checkColumn(c, t, s.Dates.Line > 0 || s.Era.Name != "")
	return c
}

// take takes the sources of a column, and says how many there are.
func (c *Column) take(s *source) (n int) {
	from := func(f From, given bool, take func()) {
		if given {
			c.From = f
			take()
			n++
		}
	}
	from(Heading, s.Heading != nil, func() { c.Name.Headings = s.Heading })
	from(Heading, s.Like != nil, func() { c.Name.Like = s.Like })
	from(Heading, s.Column != nil, func() { c.Name.Letter = int(*s.Column) })
	from(Cell, s.Cell != nil, func() { c.Ref = *s.Cell })
	from(Label, s.Label != nil, func() { c.Label = *s.Label })
	from(Title, s.Title != nil, func() {
		for _, t := range s.Title {
			c.Titles = append(c.Titles, t.Pattern)
		}
	})
	from(FileName, s.File != nil, func() { c.Take = s.File.Pattern })
	from(SheetName, s.Sheet != nil, func() { c.Take = s.Sheet.Pattern })
	from(Written, s.Write != nil, func() { c.Text = *s.Write })
	from(HeadingOf, s.HeadingOf != nil, func() { c.Of = *s.HeadingOf })
	from(WideValue, s.Wide != nil, func() { c.From = From(*s.Wide) })
	over := func(headings []string) func() {
		return func() {
			for _, h := range headings {
				c.Over = append(c.Over, Name{Headings: []string{h}})
			}
		}
	}
	from(Sum, s.Sum != nil, over(s.Sum))
	from(Tally, s.Count != nil, over(s.Count))
	from(Average, s.Mean != nil, over(s.Mean))
	return n
}

// takeForms keeps the forms of numbers and dates that a column's kind has a use for.
func (r *reader) takeForms(c *Column, f forms) {
	switch c.Decl.Kind {
	case "number", "count", "share", "concentration":
		c.Numbers = r.numbers(f)
	case "date", "month", "period":
		c.Era = f.Era
		for _, form := range f.Dates.Forms {
			c.Dates = append(c.Dates, form.in(f.Era))
		}
	}
}

// numbers is what is declared of numbers, nil for nothing.
func (r *reader) numbers(f forms) *NumberForm {
	if f.Decimal.S == "" && f.Thousands.S == "" {
		return nil
	}
	form, err := newNumberForm(f.Decimal.S, f.Thousands.S)
	if err != nil {
		r.Fail(max(f.Decimal.Line, f.Thousands.Line), "", "%s", err)
	}
	return form
}

// findUnit is for the one column that holds a unit.
func (r *reader) findUnit(line int, decl *standard.Column, t *Target) *standard.Area {
	if decl.Field != "unit" || t.Area == nil {
		r.Fail(line, "", "%s holds no unit", decl.Name)
		return nil
	}
	return t.Area
}

// wordsOf is a list of words written out, or the one of a name; nil where neither is given.
func (r *reader) wordsOf(w *words) map[string]string {
	if w.list != nil {
		return r.wordList(w.list)
	}
	list, known := r.words[w.name]
	if !known && w.line > 0 {
		names := slices.Sorted(maps.Keys(r.words))
		r.Fail(w.line, didYouMean(w.name, names), "there is no list of words %q", w.name)
	}
	return list
}

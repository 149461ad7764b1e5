package mapping

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/mapping/declaration"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// convert brings what a source gives to what its column takes: pattern, words, units and the forms of numbers and
// dates, each where it is declared. What does not fit is a problem, and the cell refused.
func (t *table) convert(c *declaration.Column, v content) content {
	switch v.cell.Kind {
	case workbook.Refused, workbook.ErrorValue, workbook.Uncached:
		return v
	}
	also := v.also
	for _, step := range []func(*declaration.Column, content) content{t.pattern, t.words, t.ifBlank, t.findUnit, t.number,
		t.times, t.date} {
		if v = step(c, v); v.cell.Kind == workbook.Refused {
			break
		}
	}
	v.also = also
	return v
}

func (t *table) pattern(c *declaration.Column, v content) content {
	if len(c.Pattern) == 0 || v.blank() {
		return v
	}
	written := v.cell.Plain()
	var forms []string
	for _, p := range c.Pattern {
		if taken, ok := p.Value(written); ok {
			return textContent(taken, v.at)
		}
		forms = append(forms, strconv.Quote(p.Written))
	}
	if t.std.NotMeasured(written) {
		return v
	}
	return t.refuse(v, problem.UnfitValue, "correct the cell, or the pattern in the mapping "+t.Mapping,
		"%s does not fit the pattern %s of %s", problem.Quoted(written), strings.Join(forms, " or "), c.Decl.Name)
}

func (t *table) words(c *declaration.Column, v content) content {
	if c.Words == nil || v.blank() {
		return v
	}
	if word, ok := c.Word(v.cell.Plain()); ok {
		return textContent(word, v.at)
	}
	return v
}

func (t *table) ifBlank(c *declaration.Column, v content) content {
	if v.blank() && c.IfBlank != "" {
		return textContent(c.IfBlank, v.at)
	}
	return v
}

// findUnit finds the one unit that a heading or a title names.
func (t *table) findUnit(c *declaration.Column, v content) content {
	if c.FindUnit == nil {
		return v
	}
	units := c.FindUnit.UnitsIn(v.cell.Plain())
	switch len(units) {
	case 1:
		return textContent(units[0], v.at)
	case 0:
		return t.refuse(v, problem.UnknownUnit,
			"write the unit in the mapping: {write: …}, one of "+c.FindUnit.UnitNames(),
			"%s names no unit of %s", problem.Quoted(v.cell.Plain()), c.FindUnit.Name)
	}
	return t.refuse(v, problem.UnknownUnit, "write the unit in the mapping: {write: …}",
		"%s names several units: %s", problem.Quoted(v.cell.Plain()), strings.Join(units, ", "))
}

var timeOfDay = regexp.MustCompile(`^(\d{1,3}):(\d{2})(?::(\d{2}))?$`)

// date rewrites a date in a declared form as ISO text. Date cells and ISO text stay as they are, unless their years are
// those of another era.
func (t *table) date(c *declaration.Column, v content) content {
	written := v.cell.Plain()
	if day, ok := dayOf(v.cell); ok && (c.Decl.Kind == "date" || v.cell.Kind == workbook.Date) {
		if c.Era.Name == "" {
			return v
		}
		if shifted, ok := c.Era.Shifted(day); ok {
			return textContent(shifted.String(), v.at)
		}
	}
	readable := v.cell.Kind == workbook.Text || v.cell.Kind == workbook.Number
	if len(c.Dates) == 0 || !readable || !declaration.HasDigit(written) {
		return v
	}
	var forms []string
	for _, f := range c.Dates {
		if m, ok := f.Parse(written); ok {
			return textContent(t.moment(c, m, v), v.at)
		}
		forms = append(forms, f.Written)
	}
	return t.refuse(v, problem.NotADate, "correct the cell, or what the mapping "+t.Mapping+" declares of dates",
		"%s is not a date written as %s", problem.Quoted(written), strings.Join(forms, " or "))
}

// dayOf is the day of a date cell, or of ISO text.
func dayOf(cell workbook.Cell) (standard.Date, bool) {
	switch cell.Kind {
	case workbook.Date:
		return standard.SerialDate(cell.Number)
	case workbook.Text:
		return standard.ParseDate(cell.Text)
	}
	return 0, false
}

// moment writes what a column needs of a date: its day, its month, its quarter or its year. Where the day is one that
// the mapping chose, that is said.
func (t *table) moment(c *declaration.Column, m declaration.Moment, v content) string {
	switch {
	case c.Decl.Kind == "period" && m.Quarter > 0:
		return fmt.Sprintf("%04d-Q%d", m.Year, m.Quarter)
	case c.Decl.Kind == "period":
		return fmt.Sprintf("%04d", m.Year)
	case c.Decl.Kind == "month":
		return m.First().MonthString()
	case m.Day > 0:
		return m.First().String()
	}
	t.assume(c, v)
	if c.Day == "first" {
		return m.First().String()
	}
	return m.Last().String()
}

// assume warns, once a column, that a day is a convention of the mapping.
func (t *table) assume(c *declaration.Column, v content) {
	key := "assumed " + t.to.Sheet.Name + " " + c.Decl.Name
	if t.said[key] {
		return
	}
	t.said[key] = true
	at := v.at
	if at.in == nil {
		at.in = t.Applied
	}
	t.problem(at, problem.AssumedDate,
		fmt.Sprintf("%s of %s has no day; the mapping %s takes the %s day of what is written, here and below", c.Decl.Name,
			t.to.Sheet.Name, t.Mapping, c.Day), "give the day if it is known")
}

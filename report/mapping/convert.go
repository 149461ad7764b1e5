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

// refuse reports a cell that cannot be read; the audit then treats it as any bad cell.
func (t *table) refuse(v content, code, message, hint string) content {
	at := v.at
	if at.in == nil {
		at.in = t.Applied
	}
	why := t.problem(at, problem.Error, code, message, hint)
	return content{cell: workbook.Cell{Kind: workbook.Refused}, at: v.at, why: why}
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
	return t.refuse(v, "unfit-value", fmt.Sprintf("%s does not fit the pattern %s of %s", problem.Quoted(written),
		strings.Join(forms, " or "), c.Decl.Name), "correct the cell, or the pattern in the mapping "+t.Mapping)
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
		return t.refuse(v, "unknown-unit", fmt.Sprintf("%s names no unit of %s", problem.Quoted(v.cell.Plain()),
			c.FindUnit.Name), "write the unit in the mapping: {write: …}, one of "+c.FindUnit.UnitNames())
	}
	return t.refuse(v, "unknown-unit", fmt.Sprintf("%s names several units: %s", problem.Quoted(v.cell.Plain()),
		strings.Join(units, ", ")), "write the unit in the mapping: {write: …}")
}

// number rewrites a text in the declared form; marks such as N/A and ND are left to the audit.
func (t *table) number(c *declaration.Column, v content) content {
	if c.Numbers == nil || v.cell.Kind != workbook.Text || !strings.ContainsAny(v.cell.Text, "0123456789") {
		return v
	}
	written, below := v.cell.Text, ""
	if c.Decl.Kind == "concentration" {
		if rest, found := strings.CutPrefix(strings.Replace(written, "＜", "<", 1), "<"); found {
			written, below = rest, "<"
		}
	}
	plain, ok := c.Numbers.Plain(written)
	if !ok {
		return t.refuse(v, "not-a-number", fmt.Sprintf("%s is not a number %s", problem.Quoted(v.cell.Text), c.Numbers),
			"correct the cell, or what the mapping "+t.Mapping+" declares of numbers")
	}
	return textContent(below+plain, v.at)
}

var timeOfDay = regexp.MustCompile(`^(\d{1,3}):(\d{2})(?::(\d{2}))?$`)

// times brings a number of a declared unit to the column's.
func (t *table) times(c *declaration.Column, v content) content {
	if c.Times.Unit == "" || v.blank() {
		return v
	}
	n, err := v.cell.Number, error(nil)
	switch {
	case c.Times.Clock && v.cell.Kind == workbook.Date && n >= 0 && n <= 1:
	case c.Times.Clock && v.cell.Kind == workbook.Text && timeOfDay.MatchString(v.cell.Text):
		m := timeOfDay.FindStringSubmatch(v.cell.Text)
		n = (float(m[1])*3600 + float(m[2])*60 + float(m[3])) / 86400
	case c.Times.Clock:
		return v
	case v.cell.Kind == workbook.Text:
		if n, err = strconv.ParseFloat(v.cell.Text, 64); err != nil {
			return v
		}
	case v.cell.Kind != workbook.Number:
		return v
	}
	n = n * c.Times.By / c.Times.Per
	return content{cell: workbook.Cell{Kind: workbook.Number, Number: n, Text: strconv.FormatFloat(n, 'g', -1, 64)},
		at: v.at}
}

func float(s string) float64 { f, _ := strconv.ParseFloat(s, 64); return f }

// date rewrites a date in a declared form as ISO text. Date cells and ISO text stay as they are.
func (t *table) date(c *declaration.Column, v content) content {
	if len(c.Dates) == 0 || v.cell.Kind != workbook.Text && v.cell.Kind != workbook.Number {
		return v
	}
	written := v.cell.Plain()
	if _, iso := standard.ParseDate(written); iso && c.Decl.Kind == "date" || !strings.ContainsAny(written, "0123456789") {
		return v
	}
	var forms []string
	for _, f := range c.Dates {
		if m, ok := f.Parse(written); ok {
			return textContent(t.moment(c, m, v), v.at)
		}
		forms = append(forms, f.Written)
	}
	return t.refuse(v, "not-a-date", fmt.Sprintf("%s is not a date written as %s", problem.Quoted(written),
		strings.Join(forms, " or ")), "correct the cell, or what the mapping "+t.Mapping+" declares of dates")
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
	t.problem(at, problem.Warning, "assumed-date",
		fmt.Sprintf("%s of %s has no day; the mapping %s takes the %s day of what is written, here and below", c.Decl.Name,
			t.to.Sheet.Name, t.Mapping, c.Day), "give the day if it is known")
}

package proposal

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"plimsoll/report/workbook"
)

// blank is what a person must fill in; a mapping that still holds one does not load.
const blank = "???"

// plainScalar is what YAML takes for a text without quotes.
var plainScalar = regexp.MustCompile(`^[\p{L}][\p{L}\p{M}\p{N} _./()&%°³²µ·'-]*$`)

// scalar writes a text so that YAML reads it back.
func scalar(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	switch strings.ToLower(s) {
	case "yes", "no", "true", "false", "null", "on", "off", "y", "n":
	default:
		if plainScalar.MatchString(s) && strings.TrimSpace(s) == s || s == blank {
			return s
		}
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a text can always be encoded
	return strings.TrimSpace(b.String())
}

func scalars(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = scalar(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// writer writes lines with comments that stand in one column.
type writer struct{ strings.Builder }

// A line break of a heading would end the line, and what follows it would be no comment any more: all white space is a
// space.
func (w *writer) line(indent int, text, comment string) {
	line := strings.Repeat(" ", indent) + strings.Map(plainSpace, text)
	if comment != "" {
		comment = strings.Join(strings.Fields(comment), " ")
		line = fmt.Sprintf("%-52s # %s", line, comment)
	}
	w.WriteString(strings.TrimRight(line, " ") + "\n")
}

// plainSpace makes a space of every sign that may end or break a line.
func plainSpace(r rune) rune {
	if unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' {
		return ' '
	}
	return r
}

// entry writes one entry of the list of sheets.
func (p *proposer) entry(w *writer, g *guess, names, others []string) {
	w.line(2, "- from: "+from(names), "")
	if again := p.again(g); again > 0 {
		w.line(4, fmt.Sprintf("header: %d rows", g.bottom-g.top+1), fmt.Sprintf("the headings stand in row %d", g.bottom))
		w.line(4, "repeats: yes", fmt.Sprintf("sure: and again in row %d", again))
	} else {
		w.line(4, header(g), fmt.Sprintf("the headings stand in row %d", g.bottom))
	}
	if p.mergedBelow(g) {
		w.line(4, "merged: yes", "there are merged cells below the header; their value counts for the whole block")
	}
	p.leaveOut(w, g)
	p.marks(w, g)
	p.log(w, g)
	p.wide(w, g)
	p.rest(w, g)
	w.line(4, "to:", "")
	switch {
	case !g.certain():
		w.line(6, blank+":", "unsure: perhaps "+strings.Join(append([]string{g.target.Name}, others...),
			" or ")+"; the columns below are those of "+g.target.Name)
	case len(others) > 0:
		w.line(6, g.target.Name+":", "it may be "+strings.Join(others, " or ")+" instead")
	default:
		w.line(6, g.target.Name+":", "")
	}
	for _, one := range g.tables() {
		if one != g {
			one.alike = g.alike
			w.line(6, one.target.Name+":", "the same rows hold its readings too")
		}
		for i := range one.target.Columns {
			p.column(w, one, &one.target.Columns[i])
		}
	}
}

func header(g *guess) string {
	if g.bottom > g.top {
		return fmt.Sprintf("header: %d-%d", g.top, g.bottom)
	}
	return fmt.Sprintf("header: %d", g.top)
}

// mergedBelow says whether data are merged.
func (p *proposer) mergedBelow(g *guess) bool {
	return slices.ContainsFunc(g.sheet.Merged, func(b workbook.Block) bool {
		return b.Row > g.bottom &&
			b.LastRow > b.Row
	})
}

// again is the row in which the header stands a second time.
func (p *proposer) again(g *guess) int {
	first := g.sheet.Rows[slices.IndexFunc(g.sheet.Rows, func(r workbook.Row) bool { return r.Index == g.bottom })]
	for _, row := range g.below {
		if slices.EqualFunc(row.Cells, first.Cells, func(a, b workbook.Cell) bool { return a.Plain() == b.Plain() }) {
			return row.Index
		}
	}
	return 0
}

// leaveOut proposes to leave out rows that begin with a word for a total or a mean.
func (p *proposer) leaveOut(w *writer, g *guess) {
	rows := map[string][]string{}
	var order []string
	for _, row := range g.below[:min(len(g.below), looked)] {
		if word := p.totalOf(row); word != "" {
			if rows[word] == nil {
				order = append(order, word)
			}
			rows[word] = append(rows[word], fmt.Sprint(row.Index))
		}
	}
	if len(order) > 0 {
		w.line(4, "leave_out:", "")
	}
	for _, word := range order {
		w.line(6, "- {first: "+scalar(word)+"}", "likely: no data, but made of them: row "+strings.Join(rows[word], ", "))
	}
}

// totalOf is the word for a total or a mean with which a row begins, "" for none.
func (p *proposer) totalOf(row workbook.Row) string {
	for _, c := range row.Cells {
		if c.Kind == workbook.Blank {
			continue
		}
		if _, known := p.set.Words.Find("totals", strings.TrimRight(c.Plain(), ": ")); known {
			return c.Plain()
		}
		return ""
	}
	return ""
}

// marks declares how dates and numbers are written, by all rows of the sheet.
func (p *proposer) marks(w *writer, g *guess) {
	headings := make([]string, len(g.columns))
	whole := columnsOf(headings, g.below[:min(len(g.below), looked)])
	var dates, numbers []*column
	for _, one := range g.tables() {
		d, n := one.kinds(whole)
		dates, numbers = append(dates, d...), append(numbers, n...)
	}
	if form, because, certain := order(dates); form != "" {
		w.line(4, "dates: "+scalar(form), map[bool]string{true: "sure: ", false: ""}[certain]+because)
		if year := buddhistYear(dates); year != "" {
			w.line(4, "era: buddhist", "sure: no other calendar is in the year "+year)
		}
	}
	if decimal, thousands, because := marks(numbers); decimal != "" {
		w.line(4, "decimal: "+decimal, because)
		if thousands != "" {
			w.line(4, "thousands: "+thousands, "")
		}
	}
}

// kinds are the columns that were recognised as dates and as numbers, as they stand in the whole sheet. Of a form they
// are its labels' values.
func (g *guess) kinds(whole []*column) (dates, numbers []*column) {
	add := func(list *[]*column, c *column) {
		if c.at > 0 {
			c = whole[c.at-1]
		}
		*list = append(*list, c)
	}
	for i := range g.target.Columns {
		decl := &g.target.Columns[i]
		c := g.means[decl]
		switch {
		case c == nil:
		case slices.Contains([]string{"date", "month", "period"}, decl.Kind):
			add(&dates, c)
		case slices.Contains([]string{"number", "count", "share", "concentration"}, decl.Kind):
			add(&numbers, c)
		}
	}
	for _, a := range g.agents {
		add(&numbers, a.column)
	}
	for _, c := range g.quarters {
		add(&numbers, c)
	}
	return dates, numbers
}

// wide proposes sets of wide columns.
func (p *proposer) wide(w *writer, g *guess) {
	if len(g.agents)+len(g.quarters) > 0 {
		w.line(4, "wide:", "")
	}
	for _, a := range g.agents {
		unit := a.unit
		if unit == "" && g.means[g.column("unit")] == nil {
			unit = blank
		}
		text := fmt.Sprintf("- {headings: %s, Agent: %s", scalar(a.heading), scalar(a.agent.ID))
		if unit != "" {
			text += ", Unit: " + scalar(unit)
		}
		place, sureness := g.column("place"), "sure"
		if rest := p.besideAgent(a); g.means[place] == nil && rest != "" {
			text, sureness = text+", Location: "+scalar(rest), "likely"
		}
		w.line(6, text+"}", sureness+": "+a.agent.Name)
	}
	if len(g.quarters) > 0 {
		var names []string
		for _, c := range g.quarters {
			names = append(names, c.heading)
		}
		w.line(6, "- headings: "+scalars(names),
			"sure: each names a quarter; like: "+scalar(pattern(names[0]))+" takes later ones too")
	}
}

// besideAgent is what a heading says beside its substance: a place, perhaps.
func (p *proposer) besideAgent(a agentColumn) string {
	var rest []string
	all := strings.FieldsFunc(a.heading, notOfWord)
	for _, word := range all {
		if agent, known := p.std.Agent(word); !known || agent != a.agent {
			rest = append(rest, word)
		}
	}
	if len(rest) == len(all) || a.unit != "" {
		return "" // the substance is not one word among others
	}
	return strings.Join(rest, " ")
}

// pattern is a heading with its digits made wildcards.
func pattern(heading string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '#'
		}
		return r
	}, heading)
}

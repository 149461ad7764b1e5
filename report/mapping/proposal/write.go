package proposal

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"plimsoll/report/standard"
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

func (w *writer) line(indent int, text, comment string) {
	line := strings.Repeat(" ", indent) + text
	if comment != "" {
		comment = strings.Join(strings.Fields(comment), " ")
		line = fmt.Sprintf("%-52s # %s", line, comment)
	}
	w.WriteString(strings.TrimRight(line, " ") + "\n")
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
		w.line(6, blank+":", "unsure: perhaps "+strings.Join(append([]string{g.target.Name}, others...), " or ")+"; the columns below are those of "+g.target.Name)
	case len(others) > 0:
		w.line(6, g.target.Name+":", "it may be "+strings.Join(others, " or ")+" instead")
	default:
		w.line(6, g.target.Name+":", "")
	}
	for i := range g.target.Columns {
		p.column(w, g, &g.target.Columns[i], names)
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
	return slices.ContainsFunc(g.sheet.Merged, func(b workbook.Block) bool { return b.Row > g.bottom && b.LastRow > b.Row })
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
		for _, c := range row.Cells {
			if c.Kind == workbook.Blank {
				continue
			}
			if _, known := p.set.Words.Find("totals", strings.TrimRight(c.Plain(), ": ")); known {
				if rows[c.Plain()] == nil {
					order = append(order, c.Plain())
				}
				rows[c.Plain()] = append(rows[c.Plain()], fmt.Sprint(row.Index))
			}
			break
		}
	}
	if len(order) > 0 {
		w.line(4, "leave_out:", "")
	}
	for _, word := range order {
		w.line(6, "- {first: "+scalar(word)+"}", "likely: no data, but made of them: row "+strings.Join(rows[word], ", "))
	}
}

// marks declares how dates and numbers are written, by all rows of the sheet.
func (p *proposer) marks(w *writer, g *guess) {
	headings := make([]string, len(g.columns))
	whole := columnsOf(headings, g.below[:min(len(g.below), looked)])
	dates, numbers := g.kinds(whole)
	if form, because, certain := order(dates); form != "" {
		w.line(4, "dates: "+scalar(form), map[bool]string{true: "sure: ", false: ""}[certain]+because)
	}
	if decimal, thousands, because := marks(numbers); decimal != "" {
		w.line(4, "decimal: "+decimal, because)
		if thousands != "" {
			w.line(4, "thousands: "+thousands, "")
		}
	}
}

// kinds are the columns that were recognised as dates and as numbers, as they stand in the whole sheet. Of a form they are
// its labels' values.
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
		w.line(6, "- headings: "+scalars(names), "sure: each names a quarter; like: "+scalar(pattern(names[0]))+" takes later ones too")
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

// column finds the target's column that fills a field of a reading.
func (g *guess) column(field string) *standard.Column {
	for i := range g.target.Columns {
		if g.target.Columns[i].Field == field {
			return &g.target.Columns[i]
		}
	}
	return nil
}

// rest lists the headings that nothing was recognised in.
func (p *proposer) rest(w *writer, g *guess) {
	var names []string
	for _, c := range g.columns {
		used := g.isWide(c)
		for decl, m := range g.means {
			used = used || m == c && g.readings[decl].how > unsure
		}
		if c.heading != "" && !used {
			names = append(names, c.heading)
		}
	}
	if len(names) > 0 {
		w.line(4, "# not recognised, or not for sure: "+strings.Join(names, ", "), "")
		w.line(4, "# not_read: "+scalars(names), "those that no line below needs")
	}
}

// column writes how a column of the target is filled: as it was recognised, or as a blank where it is required.
func (p *proposer) column(w *writer, g *guess, decl *standard.Column, names []string) {
	if len(g.agents) > 0 && p.toldByAgents(g, decl) {
		return
	}
	key := decl.Name + ": "
	c, r := g.means[decl], g.readings[decl]
	switch {
	case (len(g.agents) > 0 || len(g.quarters) > 0) && p.takesWide(g, decl):
		w.line(8, key+"{wide: value}", "the values of the wide columns")
	case len(g.quarters) > 0 && decl.Kind == "period":
		w.line(8, key+"{wide: heading, dates: "+g.form+"}", "sure")
	case len(g.quarters) > 0 && decl.Field == "date":
		w.line(8, key+"{wide: heading, dates: "+g.form+", day: last}", "the sheet gives quarters alone; their last day stands in, and each run warns of it")
	case c != nil && r.how > unsure:
		w.line(8, key+p.source(decl, c), r.how.String()+": "+r.because+seen(c))
	case decl.Field == "unit":
		p.unit(w, g, decl)
	case p.above(g, decl, names) != "":
		w.line(8, key+p.above(g, decl, names), "likely: it stands above the table, or in the name of the sheet")
	case c != nil && !decl.Required:
		w.line(8, "# "+key+p.source(decl, c), "unsure: "+r.because+seen(c))
	case c != nil:
		w.line(8, key+blank, "unsure: perhaps "+scalar(c.heading)+" ("+r.because+")"+seen(c))
	case decl.Required:
		w.line(8, key+blank, "not found: a heading, or where it stands: "+elsewhere(decl))
	}
}

// toldByAgents says whether the sets of wide columns tell what a column holds.
func (p *proposer) toldByAgents(g *guess, decl *standard.Column) bool {
	return decl.Kind == "agent" || g.means[decl] == nil && (decl.Field == "unit" || decl.Field == "place" && p.besideAgent(g.agents[0]) != "")
}

// takesWide says whether a column takes the values of the wide columns: that of a reading's value, or where the target is no
// area, the first number that no other column fills.
func (p *proposer) takesWide(g *guess, decl *standard.Column) bool {
	if g.area != nil {
		return decl.Field == "value"
	}
	for i := range g.target.Columns {
		c := &g.target.Columns[i]
		if (c.Kind == "number" || c.Kind == "count" || c.Kind == "share") && g.means[c] == nil {
			return c == decl
		}
	}
	return false
}

// source writes the heading, with the words of a column of countries.
func (p *proposer) source(decl *standard.Column, c *column) string {
	codes := c.share(func(s string) bool { return len(s) == 2 })
	if decl.Name == "Country" && codes < most {
		return "{heading: " + scalar(c.heading) + ", words: countries}"
	}
	return scalar(c.heading)
}

// seen shows some values.
func seen(c *column) string {
	if len(c.sample) == 0 {
		return "; no values"
	}
	return "; such as " + strings.Join(c.sample, ", ")
}

// unit proposes where the unit of readings stands: in the heading of the values, or in a title above them.
func (p *proposer) unit(w *writer, g *guess, decl *standard.Column) {
	value := g.column("value")
	if c := g.means[value]; c != nil && g.readings[value].how > unsure && len(g.area.UnitsIn(c.heading)) == 1 {
		w.line(8, decl.Name+": {heading_of: "+value.Name+", find: unit}", "sure: the heading says "+g.area.UnitsIn(c.heading)[0])
		return
	}
	for _, row := range g.sheet.Rows {
		for i, c := range row.Cells {
			if row.Index < g.top && c.Kind == workbook.Text && len(g.area.UnitsIn(c.Text)) == 1 {
				at := workbook.Place{Row: row.Index, Column: i + 1}
				w.line(8, decl.Name+": {cell: "+at.Cell()+", find: unit}", "likely: above the table stands "+short(c.Text))
				return
			}
		}
	}
	if decl.Required {
		w.line(8, decl.Name+": "+blank, "not found: {write: …}, one of "+g.area.UnitNames())
	} else if g.area.Unit != "currency" {
		w.line(8, "# "+decl.Name+": {write: …}", "no unit is written; "+g.area.Unit+" is taken where none is declared")
	}
}

// elsewhere says where a value may stand that no heading names.
func elsewhere(decl *standard.Column) string {
	switch decl.Field {
	case "factory":
		return `{file: "audit <*> *"}, {sheet: "*"}, {cell: B2}, {title: "Factory: *"} or {write: CN-01}`
	case "date":
		return `{cell: B3}, {label: Date} or {write: "2026-07-14"}`
	}
	if decl.Name == "Factory ID" {
		return `{file: "audit <*> *"}, {sheet: "*"}, {cell: B2} or {write: "{a heading}"}`
	}
	if decl.Kind == "word" {
		return "{write: …}, one of " + decl.WordList()
	}
	if strings.HasSuffix(decl.Name, " ID") {
		return `{write: "F-{row}"} makes ids of the row`
	}
	return `{cell: B2}, {label: …} or {write: …}`
}

package proposal

import (
	"strings"

	"plimsoll/report/problem"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

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
		for _, one := range g.tables() {
			for decl, m := range one.means {
				used = used || m == c && one.readings[decl].how > unsure
			}
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
func (p *proposer) column(w *writer, g *guess, decl *standard.Column) {
	if len(g.agents) > 0 && p.toldByAgents(g, decl) {
		return
	}
	key := decl.Name + ": "
	c, r := g.means[decl], g.readings[decl]
	above, where := p.above(g, decl)
	switch {
	case (len(g.agents) > 0 || len(g.quarters) > 0) && p.takesWide(g, decl):
		w.line(8, key+"{wide: value}", "the values of the wide columns")
	case len(g.quarters) > 0 && decl.Kind == "period":
		w.line(8, key+"{wide: heading, dates: "+g.form+"}", "sure")
	case len(g.quarters) > 0 && decl.Field == "date":
		w.line(8, key+"{wide: heading, dates: "+g.form+", day: last}",
			"the sheet gives quarters alone; their last day stands in, and each run warns of it")
	case c != nil && r.how > unsure:
		w.line(8, key+p.source(decl, c), r.how.String()+": "+r.because+seen(c))
	case decl.Field == "unit":
		p.unit(w, g, decl)
	case above != "":
		w.line(8, key+above, where)
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
	return decl.Kind == "agent" || g.means[decl] == nil && (decl.Field == "unit" || decl.Field == "place" &&
		p.besideAgent(g.agents[0]) != "")
}

// takesWide says whether a column takes the values of the wide columns: that of a reading's value, or where the target
// is no area, the first number that no other column fills.
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

// source writes the heading, with what its values need beside it: the words of countries and of factories, and the unit
// of hours that are written as a time of day.
func (p *proposer) source(decl *standard.Column, c *column) string {
	switch {
	case isFactory(decl) && c.values(p.factories.isID) < most && c.values(p.factories.isName) >= most:
		return "{heading: " + scalar(c.heading) + ", words: " + p.factories.words(c.plain()) + "}"
	case isHours(decl) && c.clocks():
		return "{heading: " + scalar(c.heading) + ", unit: time of day}"
	}
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
		w.line(8, decl.Name+": {heading_of: "+value.Name+", find: unit}",
			"sure: the heading says "+g.area.UnitsIn(c.heading)[0])
		return
	}
	for _, row := range g.sheet.Rows {
		for i, c := range row.Cells {
			if row.Index < g.top && c.Kind == workbook.Text && len(g.area.UnitsIn(c.Text)) == 1 {
				at := problem.Place{Row: row.Index, Column: i + 1}
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

package proposal

import (
	"cmp"
	"slices"
	"strings"

	"plimsoll/report/standard"
)

// understand finds the columns of a target among those of the sheet, and how well they fit.
func (p *proposer) understand(g *guess) {
	g.means, g.readings = map[*standard.Column]*column{}, map[*standard.Column]reading{}
	headings := map[*column]*text{}
	for _, c := range g.columns {
		headings[c] = newText(c.heading, g.area)
	}
	p.findWide(g)
	var all []pairing
	for i := range g.target.Columns {
		decl := &g.target.Columns[i]
		for _, c := range g.columns {
			if c.heading == "" || g.isWide(c) || decl.Field == "value" && p.limitWords(c.heading) {
				continue
			}
			r := p.fitting(g, decl, c, p.meaning(headings[c], g.target, decl))
			if v := p.byValues(g, decl, c); v.how > r.how {
				r = v
			}
			if r.how != no && !p.contradicts(decl, c) {
				all = append(all, pairing{decl, c, r})
			}
		}
	}
	slices.SortStableFunc(all, func(a,
		b pairing) int {
		return cmp.Or(cmp.Compare(b.how, a.how), cmp.Compare(b.words, a.words))
	})
	all = p.preferMean(all)
	taken := map[*column]bool{}
	for _, x := range all {
		if g.means[x.decl] == nil && !taken[x.col] {
			g.means[x.decl], g.readings[x.decl] = x.col, x.reading
			taken[x.col] = true
		}
	}
	g.score = p.points(g)
	for _, x := range all {
		first := g.means[x.decl]
		if first == nil || x.decl.Kind == "agent" || p.isMean(first.heading) && !p.isMean(x.col.heading) {
			continue // a name and a CAS number say the same; of several points the mean is meant
		}
		if r := g.readings[x.decl]; first != x.col && !taken[x.col] && x.how == likely && r.how == likely {
			r.how, r.because = unsure, "or "+scalar(x.col.heading)+": both may be meant"
			g.readings[x.decl] = r
		}
	}
}

// pairing is a column of the sheet that may fill one of the target.
type pairing struct {
	decl *standard.Column
	col  *column
	reading
}

// preferMean puts the mean first among several columns that may hold a reading's value.
func (p *proposer) preferMean(all []pairing) []pairing {
	for i, first := range all {
		if first.decl.Field != "value" || p.isMean(first.col.heading) {
			continue
		}
		for j := i + 1; j < len(all); j++ {
			if x := all[j]; x.decl == first.decl && x.how == first.how && p.isMean(x.col.heading) {
				all[i], all[j] = x, first
				break
			}
		}
	}
	return all
}

// contradicts says whether a column's values cannot be what a column of the target holds.
func (p *proposer) contradicts(decl *standard.Column, c *column) bool {
	if c.filled() == 0 {
		return false
	}
	switch decl.Kind {
	case "date", "month":
		return c.numeric() && c.dates == 0 && !c.dated()
	case "area", "word", "yesno", "agent", "process":
		return c.numeric()
	case "number", "count", "share":
		return c.areMostly("words", func(s string) bool { return !strings.ContainsAny(s, "0123456789") })
	}
	return false
}

// byValues recognises a column by what stands in it and by the unit in its heading.
func (p *proposer) byValues(g *guess, decl *standard.Column, c *column) reading {
	switch {
	case isFactory(decl) && c.values(p.factories.isID) >= most:
		return reading{sure, "its values are ids of the factories given", 1}
	case isFactory(decl) && g.target.Name != "Factories" && c.values(p.factories.isName) >= most:
		return reading{sure, "its values are names of the factories given", 1}
	case decl.Kind == "agent" && c.areMostly("agents", func(s string) bool { _, ok := p.std.Agent(s); return ok }):
		return reading{likely, "its values are substances", 1}
	case decl.Field == "value" && g.area != nil && len(g.area.UnitsIn(c.heading)) == 1 && c.numeric():
		return reading{likely, "numbers under a unit of " + g.area.Name, 1}
	case decl.Field == "unit" && g.area != nil && c.areMostly("units of "+g.area.ID,
		func(s string) bool { _, ok := g.area.UnitOf(s); return ok }):
		return reading{likely, "its values are units of " + g.area.Name, 1}
	case decl.Field == "date" && c.dated() && g.onlyDates(c):
		return reading{likely, "no other column holds dates", 1}
	case (decl.Field == "date" || decl.Kind == "date" && decl.Required) && c.dated():
		return reading{unsure, "its values are dates", 1}
	case decl.Kind == "process" && c.areMostly("processes", func(s string) bool { _, ok := p.std.Process(s); return ok }):
		return reading{likely, "its values are processes", 1}
	case decl.Name == "Country" && c.areMostly("countries", func(s string) bool { _, ok := p.std.Country(s); return ok }):
		return reading{likely, "its values are countries", 1}
	}
	return reading{}
}

// onlyDates says that no other column holds dates.
func (g *guess) onlyDates(c *column) bool {
	return !slices.ContainsFunc(g.columns, func(o *column) bool { return o != c && o.dated() })
}

func (g *guess) isWide(c *column) bool {
	return slices.Contains(g.quarters, c) || slices.ContainsFunc(g.agents,
		func(a agentColumn) bool { return a.column == c })
}

// points say how well a sheet fits a target: by the columns found, the units, and the names of the sheet.
func (p *proposer) points(g *guess) float64 {
	score := 0.0
	missing := 0
	for i := range g.target.Columns {
		decl := &g.target.Columns[i]
		weight := []float64{0, 0.5 * g.readings[decl].words, 2, 3}[g.readings[decl].how]
		if decl.Required {
			weight *= 1.5
			if weight == 0 && !p.filledWide(g, decl) {
				missing++
			}
		}
		if g.readings[decl].how == sure && g.target.Named(g.means[decl].heading) {
			weight++
		}
		score += weight
	}
	if g.area != nil && slices.ContainsFunc(g.columns,
		func(c *column) bool { return len(g.area.UnitsIn(c.heading)) > 0 }) {
		score += 4
	}
	switch title := newText(g.sheet.Name, nil); {
	case g.target.Named(g.sheet.Name):
		score += 5
	case slices.ContainsFunc(append([]string{g.target.Name}, g.target.Aliases...),
		func(s string) bool { return title.holds(newName(s)) }):
		score += 3
	}
	if g.area != nil {
		score += p.evidence(g)
	}
	if len(g.agents) > 0 {
		score += float64(3 * len(g.agents))
	}
	if len(g.quarters) > 0 && slices.ContainsFunc(g.target.Columns,
		func(c standard.Column) bool { return c.Kind == "period" }) {
		score += 3
	}
	return score - 0.3*float64(missing)
}

// evidence is what the column of the values says of an area: a unit over numbers proves it, and where no column holds
// them the sheet is hardly one of readings.
func (p *proposer) evidence(g *guess) float64 {
	value := g.column("value")
	if value == nil || p.filledWide(g, value) {
		return 0
	}
	switch c := g.means[value]; {
	case c == nil:
		return -3
	case len(g.area.UnitsIn(c.heading)) == 1 && c.numeric():
		return 2
	}
	return 0
}

// filledWide says whether the wide columns tell what a required column holds.
func (p *proposer) filledWide(g *guess, decl *standard.Column) bool {
	if len(g.agents) > 0 {
		return decl.Kind == "agent" || decl.Field == "value" || decl.Field == "unit"
	}
	return len(g.quarters) > 0 && (decl.Kind == "period" || decl.Field == "value" || decl.Field == "date")
}

// findWide looks for columns that are named by a quarter, or for air, by a substance.
func (p *proposer) findWide(g *guess) {
	for _, f := range quarterForms() {
		var found []*column
		for _, c := range g.columns {
			if _, ok := f.Parse(c.heading); ok && c.heading != "" {
				found = append(found, c)
			}
		}
		if len(found) >= 2 {
			g.quarters, g.form = found, f.Written
			return
		}
	}
	if g.area == nil || !g.area.Kind.OfAgents() {
		return
	}
	var found []agentColumn
	for _, c := range g.columns {
		if agent := p.agentIn(c, g.area); agent != nil && (c.numeric() || c.filled() == 0 ||
			c.is("below", func() bool { return c.share(p.std.BelowDetection) > 0 })) {
			unit := ""
			if units := g.area.UnitsIn(c.heading); len(units) == 1 {
				unit = units[0]
			}
			found = append(found, agentColumn{c, agent, unit})
		}
	}
	if len(found) >= 2 {
		g.agents = found
	}
}

// agentIn is the substance that names a column, as a whole or as a part of it: AVP_BR1_PM25.
func (p *proposer) agentIn(c *column, area *standard.Area) *standard.Agent {
	for _, piece := range slices.Concat([]string{c.heading}, parts(c.heading, area), words(c.heading)) {
		if a, ok := p.std.Agent(strings.TrimSpace(piece)); ok && strings.TrimSpace(piece) != "" {
			return a
		}
	}
	return nil
}

// isFactory says whether a column tells which factory a row is of.
func isFactory(decl *standard.Column) bool {
	return decl.Field == "factory" || decl.Name == "Factory ID"
}

package audit

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/workbook"
)

// factoryCell names a cell that a factory has its value from: of several workbooks the last.
type factoryCell struct {
	factory *Factory
	heading string
}

// factoryTexts are the text fields of a factory by heading.
func factoryTexts(f *Factory) map[string]*string {
	return map[string]*string{"Name": &f.Name, "Local name": &f.LocalName, "OS ID": &f.OSID, "Country": &f.Country,
		"Region":      &f.Region,
		"Wage region": &f.WageRegion, "Address": &f.Address, "Parent company": &f.Parent, "Ownership": &f.Ownership,
		"Product type": &f.Product,
		"Processes":    &f.Processes, "Dormitory": &f.Dormitory, "Supplier since": &f.Since,
		"Ended because": &f.EndedBecause, "Languages": &f.Languages}
}

// addFactory adds a factory, or lets a later workbook override the earlier one cell by cell, blanks aside.
func (c *Collector) addFactory(rec *record) bool {
	id := rec.text("Factory ID")
	rec.who = c.factories[id]
	if !c.once(rec, fmt.Sprintf("Factories of file %d", c.file), id) {
		return false
	}
	isNew := rec.who == nil
	if isNew {
		rec.who = &Factory{ID: id, Workers: math.NaN(), Women: math.NaN(), Place: rec.place()}
		c.factories[id] = rec.who
		c.warnOfID(rec, "Factory ID")
		c.data.Factories = append(c.data.Factories, rec.who)
	}
	texts := factoryTexts(rec.who)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		v := rec.at(name)
		if v.state != good || name == "Name" && v.text == id && !isNew { // an id repeated as a name says nothing new
			continue
		}
		c.override(rec, name, *texts[name], v.text, isNew)
		*texts[name] = v.text
		c.cells[factoryCell{rec.who, name}] = rec.cell(name)
	}
	c.overrideNumber(rec, "Workers", &rec.who.Workers, isNew)
	c.overrideNumber(rec, "Women", &rec.who.Women, isNew)
	if v := rec.at("Ended"); v.state == good {
		c.override(rec, "Ended", rec.who.Ended.String(), v.date.String(), isNew)
		rec.who.Ended = v.date
	}
	return true
}

func (c *Collector) overrideNumber(rec *record, name string, into *float64, isNew bool) {
	if v := rec.at(name); v.state == good {
		c.override(rec, name, numberText(*into), numberText(v.number), isNew)
		*into = v.number
	}
}

// override notes that a later workbook changes what an earlier one says.
func (c *Collector) override(rec *record, name, was, is string, isNew bool) {
	before := len(c.problems)
	if !isNew && was != "" && was != is && was != rec.who.ID {
		c.reportRow(rec, problem.FactoryChanged.At(rec.cell(name),
			"%s of %s is %s here and was %s in an earlier workbook; this one counts", name, rec.who.ID,
			problem.Quoted(is), problem.Quoted(was)))
	}
	c.data.Account.override(rec, name, c.problems[before:])
}

// nameCountry brings a factory's country to its code. One that is none stays as it is written: no country's law is held
// against the factory, which has to be said loudly.
func (c *Collector) nameCountry(f *Factory) {
	code, known := c.std.Country(f.Country)
	switch {
	case !known:
		c.report(problem.UnknownCountry.At(c.cells[factoryCell{f, "Country"}],
			"the country %s is not known, so no country's law is held against this factory",
			problem.Quoted(f.Country)).Of(f.ID).Hinted(c.countryHint(f.Country)))
		return
	case !strings.EqualFold(code, f.Country):
		c.report(problem.UnknownCountry.At(c.cells[factoryCell{f, "Country"}], "the country %s is read as %s",
			problem.Quoted(f.Country), code).As(problem.Warning).Of(f.ID).Hinted("write " + code))
	}
	f.Country = code
}

// countryHint proposes what may be meant by a country that is not known.
func (c *Collector) countryHint(written string) string {
	front, _, isRegion := strings.Cut(written, "-")
	if code, known := c.std.Country(front); isRegion && known {
		return fmt.Sprintf("write %s, and %s under Region", code, written)
	}
	return c.std.CountryHint(written)
}

// finishFactories completes what factories leave open and sorts them.
func (c *Collector) finishFactories() {
	slices.SortFunc(c.data.Factories, func(a, b *Factory) int { return strings.Compare(a.ID, b.ID) })
	for _, f := range c.data.Factories {
		c.nameCountry(f)
		if f.Region == "" {
			f.Region = f.Country
		}
		if f.WageRegion == "" {
			f.WageRegion = f.Region
		}
		c.checkRegion(f, "Region", f.Region)
		c.checkRegion(f, "Wage region", f.WageRegion)
		c.checkLanguages(f)
	}
}

// checkRegion warns of a region that does not begin with its country: no limit of the country would reach it.
func (c *Collector) checkRegion(f *Factory, name, region string) {
	if region == f.Country || strings.HasPrefix(region, f.Country+"-") || name != "Region" && region == f.Region {
		return
	}
	c.report(problem.UnknownRegion.At(c.cells[factoryCell{f, name}],
		"%s is %s, which no limit of %s reaches", name, problem.Quoted(region), f.Country).Of(f.ID))
}

// factoryColumn is the declared column of the factory's id; −1 where the sheet has none.
func (t *table) factoryColumn() int {
	if t.area != nil {
		return t.field("factory")
	}
	return t.decl.Column("Factory ID")
}

// factoryID is the id a row names, for its problems.
func (t *table) factoryID(row workbook.Row) string {
	at := t.factoryColumn()
	if at < 0 {
		return ""
	}
	if cell := row.At(t.columns[at]); cell.Kind == workbook.Text || cell.Kind == workbook.Number {
		return cell.Plain()
	}
	return ""
}

// knowFactory resolves the factory of a row; false where the row names one that is not listed.
func (c *Collector) knowFactory(rec *record, d *decoder) bool {
	at := rec.t.factoryColumn()
	if at < 0 || rec.t.decl.Name == "Factories" || rec.values[at].state != good {
		return true
	}
	id := rec.values[at].text
	if rec.who = c.factories[id]; rec.who != nil {
		return true
	}
	d.at = rec.t.Place(rec.row.Index, rec.t.columns[at])
	d.report(problem.UnknownFactory.At(d.at, "no factory is called %s", problem.Quoted(id)).Hinted(c.factoryHint(id)))
	return false
}

// factoryHint says what may be meant by an id that no factory has.
func (c *Collector) factoryHint(id string) string {
	if near := c.nearest("factory", id, c.factoryIDs); near != "" {
		return "write " + near + " if that is meant, or add it to the sheet Factories"
	}
	return "add it to the sheet Factories, or correct the id"
}

func (c *Collector) factoryIDs() []string {
	ids := make([]string, len(c.data.Factories))
	for i, f := range c.data.Factories {
		ids[i] = f.ID
	}
	return ids
}

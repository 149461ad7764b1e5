package audit

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"plimsoll/report/problem"
)

// once says whether a row with an id may stand: a different row with the same id may not, an identical one is dropped.
func (c *collector) once(rec *record, sheet, id string) bool {
	key, sig := sheet+" id "+id, rec.signature()
	seen := c.seen[key]
	if seen == nil {
		c.seen[key] = &repeat{first: rec.place()}
		c.seen[key+sig] = c.seen[key]
		return true
	}
	if c.seen[key+sig] != nil {
		c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
			"the row stands at %s already; it is counted once", seen.first))
		return false
	}
	c.reportRow(rec, problem.DuplicateKey.At(rec.place(),
		"%s is the id of another row, at %s, which stands", problem.Quoted(id), seen.first).
		Hinted("give each row its own id"))
	return false
}

func (c *collector) addAudit(rec *record) bool {
	if !c.once(rec, "Audits", rec.text("Audit ID")) {
		return false
	}
	c.warnOfID(rec, "Audit ID")
	c.data.Audits = append(c.data.Audits, Audit{ID: rec.text("Audit ID"), Factory: rec.who, Date: rec.date("Date"),
		Auditor: rec.text("Auditor"),
		Kind:    rec.text("Kind"), Announced: rec.text("Announced"), Days: rec.number("Auditor days"),
		Interviewed: rec.number("Workers interviewed"),
		Scheme:      rec.text("Scheme"), Note: rec.text("Note"), Place: rec.place()})
	return true
}

func (c *collector) addFinding(rec *record) bool {
	if !c.once(rec, "Findings", rec.text("Finding ID")) {
		return false
	}
	c.warnOfID(rec, "Finding ID")
	f := Finding{ID: rec.text("Finding ID"), Factory: rec.who, Raised: rec.date("Raised"), Text: rec.text("Finding"),
		Action:  rec.text("Action"),
		AuditID: rec.text("Audit ID"), Requirement: rec.text("Requirement"), Severity: rec.text("Severity"),
		RootCause:  rec.text("Root cause"),
		Corrective: rec.text("Corrective action"), Due: rec.date("Due"), Closed: rec.date("Closed"),
		VerifiedBy: rec.text("Verified by"),
		Repeats:    rec.text("Repeats"), Comment: rec.text("Factory comment"), Place: rec.place()}
	if f.Closed != 0 && f.Closed < f.Raised {
		c.reportRow(rec, problem.OutOfRange.At(rec.cell("Closed"),
			"the finding is closed %s, before it was raised %s; it counts as open", f.Closed, f.Raised).
			Hinted("correct one of the dates"))
		f.Closed = 0
	}
	area, known := c.std.FindingArea(rec.text("Area"))
	if !known {
		area = strings.ToLower(rec.text("Area"))
		c.reportRow(rec, problem.UnknownArea.At(rec.cell("Area"),
			"%s is no area known here; the finding is kept under that word", problem.Quoted(rec.text("Area"))).
			Hinted("one of "+strings.Join(c.std.AreaIDs(), ", ")))
	}
	f.Area = area
	if f.Repeats != "" || f.AuditID != "" {
		c.referring = append(c.referring, referring{len(c.data.Findings), rec})
	}
	c.data.Findings = append(c.data.Findings, f)
	return true
}

func (c *collector) addTraining(rec *record) bool {
	if !c.isNew(rec) {
		return false
	}
	c.data.Training = append(c.data.Training, Training{Factory: rec.who, Date: rec.date("Date"),
		Topic:    rec.text("Topic"),
		Audience: rec.text("Audience"), People: rec.number("People"), Hours: rec.number("Hours"), Place: rec.place()})
	return true
}

func (c *collector) addFeedback(rec *record) bool {
	if !c.isNew(rec) {
		return false
	}
	c.warn(rec, "Resolved", "the number resolved", rec.number("Resolved"), rec.number("Received"),
		"that of those received")
	c.data.Feedback = append(c.data.Feedback, Feedback{Factory: rec.who, Period: rec.at("Period").period,
		Channel:  rec.text("Channel"),
		Received: rec.number("Received"), Resolved: rec.number("Resolved"), MedianDays: rec.number("Median days"),
		Place: rec.place()})
	return true
}

func (c *collector) addSafety(rec *record) bool {
	if !c.isNew(rec) {
		return false
	}
	c.warn(rec, "Machines guarded", "the number of guarded machines", rec.number("Machines guarded"),
		rec.number("Machines inspected"), "that of those inspected")
	c.warn(rec, "Lost time", "the number of injuries with lost time", rec.number("Lost time"), rec.number("Injuries"),
		"that of all injuries")
	c.warn(rec, "Fatalities", "the number of deaths", rec.number("Fatalities"), rec.number("Injuries"), "that of all injuries")
	c.data.Safety = append(c.data.Safety, Safety{Factory: rec.who, Period: rec.at("Period").period,
		Inspected: rec.number("Machines inspected"),
		Guarded:   rec.number("Machines guarded"), Drills: rec.number("Fire drills"), Injuries: rec.number("Injuries"),
		HoursWorked: rec.number("Hours worked"),
		LostTime:    rec.number("Lost time"), Fatalities: rec.number("Fatalities"), Place: rec.place()})
	return true
}

func (c *collector) addProduction(rec *record) bool {
	if !c.isNew(rec) {
		return false
	}
	c.data.Production = append(c.data.Production, Production{Factory: rec.who, Period: rec.at("Period").period,
		Unit:   c.std.OutputUnit(rec.text("Unit")),
		Output: rec.number("Output"), Defects: rec.number("Defect rate"), OnTime: rec.number("On-time delivery"),
		Turnover: rec.number("Turnover"), Absence: rec.number("Absence"), Place: rec.place()})
	return true
}

func (c *collector) addPrice(rec *record) bool {
	p := Price{Country: strings.ToUpper(rec.text("Country")), Month: rec.date("Month"), Index: rec.number("Index"),
		Place: rec.place()}
	at := slices.IndexFunc(c.data.Prices, func(q Price) bool { return q.Country == p.Country && q.Month == p.Month })
	if at < 0 {
		c.data.Prices = append(c.data.Prices, p)
		return true
	}
	c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
		"%s %s stands at %s too; the later row is used", p.Country, p.Month.MonthString(), c.data.Prices[at].Place))
	c.data.Prices[at] = p
	return true
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
func (c *collector) addFactory(rec *record) bool {
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
	}
	c.overrideNumber(rec, "Workers", &rec.who.Workers, isNew)
	c.overrideNumber(rec, "Women", &rec.who.Women, isNew)
	if v := rec.at("Ended"); v.state == good {
		c.override(rec, "Ended", rec.who.Ended.String(), v.date.String(), isNew)
		rec.who.Ended = v.date
	}
	return true
}

func (c *collector) overrideNumber(rec *record, name string, into *float64, isNew bool) {
	if v := rec.at(name); v.state == good {
		c.override(rec, name, numberText(*into), numberText(v.number), isNew)
		*into = v.number
	}
}

// override notes that a later workbook changes what an earlier one says.
func (c *collector) override(rec *record, name, was, is string, isNew bool) {
	before := len(c.problems)
	if !isNew && was != "" && was != is && was != rec.who.ID {
		c.reportRow(rec, problem.FactoryChanged.At(rec.cell(name),
			"%s of %s is %s here and was %s in an earlier workbook; this one counts", name, rec.who.ID,
			problem.Quoted(is), problem.Quoted(was)))
	}
	c.data.Account.override(rec, name, c.problems[before:])
}

// nameCountry brings a factory's country to its code. Without one no country's law is held against the factory, which
// has to be said loudly.
func (c *collector) nameCountry(f *Factory) {
	code, known := c.std.Country(f.Country)
	switch {
	case !known:
		c.report(problem.UnknownCountry.At(f.Place,
			"the country %s is not known, so no country's law is held against this factory",
			problem.Quoted(f.Country)).Of(f.ID).Hinted(c.std.CountryHint(f.Country)))
	case !strings.EqualFold(code, f.Country):
		c.report(problem.UnknownCountry.At(f.Place, "the country %s is read as %s", problem.Quoted(f.Country), code).
			As(problem.Warning).Of(f.ID))
	}
	f.Country = code
}

// finishFactories completes what factories leave open and sorts them.
func (c *collector) finishFactories() {
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
	}
}

// checkRegion warns of a region that does not begin with its country: no limit of the country would reach it.
func (c *collector) checkRegion(f *Factory, name, region string) {
	if region == f.Country || strings.HasPrefix(region, f.Country+"-") || name != "Region" && region == f.Region {
		return
	}
	c.report(problem.UnknownRegion.At(f.Place,
		"%s is %s, which no limit of %s reaches", name, problem.Quoted(region), f.Country).Of(f.ID))
}

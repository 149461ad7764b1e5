package audit

import (
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// once says whether a row with an id may stand: a different row with the same id may not, an identical one is dropped.
func (c *Collector) once(rec *record, sheet, id string) bool {
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

func (c *Collector) addAudit(rec *record) bool {
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

func (c *Collector) addFinding(rec *record) bool {
	if !c.once(rec, "Findings", rec.text("Finding ID")) {
		return false
	}
	c.warnOfID(rec, "Finding ID")
	f := Finding{ID: rec.text("Finding ID"), Factory: rec.who, Raised: rec.date("Raised"), Text: rec.text("Finding"),
		Action:  rec.text("Action"),
		AuditID: rec.text("Audit ID"), Requirement: rec.text("Requirement"), Severity: rec.text("Severity"),
		RootCause: rec.text("Root cause"), Owner: rec.text("Owner"),
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
		rec.row.Cells = nil // they would hold the whole table
		c.referring = append(c.referring, referring{len(c.data.Findings), rec})
	}
	c.data.Findings = append(c.data.Findings, f)
	return true
}

func (c *Collector) addTraining(rec *record) bool {
	if !c.isNew(rec) {
		return false
	}
	c.data.Training = append(c.data.Training, Training{Factory: rec.who, Date: rec.date("Date"),
		Topic:    rec.text("Topic"),
		Audience: rec.text("Audience"), People: rec.number("People"), Hours: rec.number("Hours"), Place: rec.place()})
	return true
}

func (c *Collector) addFeedback(rec *record) bool {
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

func (c *Collector) addSafety(rec *record) bool {
	if !c.isNew(rec) {
		return false
	}
	c.warn(rec, "Machines guarded", "the number of guarded machines", rec.number("Machines guarded"),
		rec.number("Machines inspected"), "that of those inspected")
	c.warn(rec, "Lost time", "the number of injuries with lost time", rec.number("Lost time"), rec.number("Injuries"),
		"that of all injuries")
	c.warn(rec, "Fatalities", "the number of deaths", rec.number("Fatalities"), rec.number("Injuries"),
		"that of all injuries")
	c.data.Safety = append(c.data.Safety, Safety{Factory: rec.who, Period: rec.at("Period").period,
		Inspected: rec.number("Machines inspected"),
		Guarded:   rec.number("Machines guarded"), Drills: rec.number("Fire drills"), Injuries: rec.number("Injuries"),
		HoursWorked: rec.number("Hours worked"),
		LostTime:    rec.number("Lost time"), Fatalities: rec.number("Fatalities"), Place: rec.place()})
	return true
}

func (c *Collector) addProduction(rec *record) bool {
	if !c.isNew(rec) {
		return false
	}
	c.data.Production = append(c.data.Production, Production{Factory: rec.who, Period: rec.at("Period").period,
		Unit:   c.std.OutputUnit(rec.text("Unit")),
		Output: rec.number("Output"), Defects: rec.number("Defect rate"), OnTime: rec.number("On-time delivery"),
		Turnover: rec.number("Turnover"), Absence: rec.number("Absence"), Place: rec.place()})
	return true
}

// addPrice keeps the latest of the rows of one country and month.
func (c *Collector) addPrice(rec *record) bool {
	country, known := c.std.Country(rec.text("Country"))
	if !known {
		c.reportRow(rec, problem.UnknownCountry.At(rec.cell("Country"), "the country %s is not known",
			problem.Quoted(rec.text("Country"))).Hinted(c.countryHint(rec.text("Country"))))
		return false
	}
	p := Price{Country: country, Month: rec.date("Month"), Index: rec.number("Index"), Place: rec.place()}
	key := priceKey{p.Country, p.Month}
	kept, twice := c.prices[key]
	if !twice {
		c.prices[key] = keptPrice{len(c.data.Prices), rec.order}
		c.data.Prices = append(c.data.Prices, p)
		return true
	}
	again := problem.DuplicateRow.At(rec.place(), "%s %s stands at %s too; the later row is used",
		p.Country, p.Month.MonthString(), c.data.Prices[kept.at].Place)
	c.report(again)
	c.data.Account.Omit(Source{Order: kept.order}, again)
	c.data.Prices[kept.at], c.prices[key] = p, keptPrice{kept.at, rec.order}
	return true
}

// keptPrice is where a row of prices stands in the data, and which of all rows it is.
type keptPrice struct{ at, order int }

// priceKey is what makes two rows of prices the same one.
type priceKey struct {
	country string
	month   standard.Date
}

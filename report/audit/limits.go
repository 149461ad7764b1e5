package audit

import (
	"fmt"
	"strings"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// addLimit reads one of the programme's own limits.
func (c *Collector) addLimit(rec *record) bool {
	orZero := func(name string) float64 {
		if v := rec.at(name); v.state == good {
			return v.number
		}
		return 0
	}
	l := &standard.Limit{
		Area: rec.text("Area"), Indicator: rec.text("Indicator"), Subject: rec.text("Subject"), Kind: rec.text("Kind"),
		Jurisdiction: rec.text("Jurisdiction"), Limit: rec.number("Limit"), Unit: rec.text("Unit"),
		Averaging: rec.text("Averaging"), Exchange: orZero("Exchange"), Temperature: orZero("Temperature"),
		Basis: rec.text("Basis"), Normal: orZero("Normal"), From: rec.date("From"), To: rec.date("To"),
		Source: rec.text("Source"), Clause: rec.text("Clause"), URL: rec.text("URL"),
		Verified: rec.text("Verified") == "yes", Place: rec.place(), Own: true,
	}
	if v := rec.at("Deduction"); v.state == good {
		l.Deduction = &v.number
	}
	if !c.isSoundLimit(rec, l) || !c.isNewLimit(rec, l) {
		return false
	}
	c.data.Limits = append(c.data.Limits, l)
	return true
}

// isSoundLimit completes a limit. One that could never be what its author meant is a problem.
func (c *Collector) isSoundLimit(rec *record, l *standard.Limit) bool {
	written := l.Subject
	if l.Deduction != nil && *l.Deduction >= 1 {
		c.reportRow(rec, problem.OutOfRange.At(rec.cell("Deduction"), "Deduction is %s", numberText(*l.Deduction)).
			Hinted("write the share of gross pay, from 0 up to but not 1: 0.3 for 30 %"))
		return false
	}
	if err := c.std.Complete(l); err != nil {
		c.rejectLimit(rec, err)
		return false
	}
	if country, strange := c.std.StrangeCountry(l.Jurisdiction); strange {
		c.rejectLimit(rec, &standard.Unknown{What: "jurisdiction", Word: l.Jurisdiction, Hint: c.std.CountryHint(country)})
		return false
	}
	switch {
	case l.Temperature != 0 && l.Temperature != 20 && l.Temperature != 25:
		c.reportRow(rec, problem.OutOfRange.At(rec.cell("Temperature"), "Temperature is %s", numberText(l.Temperature)).
			Hinted("write 20 or 25, the temperature its source gives for ppm"))
		return false
	case l.From != 0 && l.To != 0 && l.To < l.From:
		c.reportRow(rec, problem.OutOfRange.At(rec.cell("To"), "To is %s, before From (%s)", l.To, l.From).
			Hinted("correct one of the two"))
		return false
	}
	if _, known := c.std.Process(written); !known && written != "" && c.std.Area(l.Area).Subject() == "process" {
		c.reportRow(rec, problem.UnknownProcess.At(rec.cell("Subject"),
			"%s is no process known here; the limit is for readings of %s alone", problem.Quoted(written),
			problem.Quoted(l.Subject)).
			Hinted("one of "+strings.Join(c.std.ProcessIDs(), ", ")))
	}
	return true
}

// isNewLimit says whether a limit is the first of its key and first day. One that another workbook repeats word for
// word contradicts nothing.
func (c *Collector) isNewLimit(rec *record, l *standard.Limit) bool {
	key := fmt.Sprintf("Limits %q %v %d", []string{l.Area, l.Indicator, l.Subject, l.Jurisdiction, l.Kind, l.Averaging},
		l.Exchange, l.From)
	sig := key + rec.signature()
	seen := c.seen[key]
	switch {
	case seen == nil:
		c.seen[key] = &repeat{file: c.file, first: rec.place()}
		c.seen[sig] = c.seen[key]
		return true
	case seen.file != c.file && c.seen[sig] != nil:
		c.reportRow(rec, problem.DuplicateRow.At(rec.place(),
			"the row stands in another workbook too, at %s; it is counted once", seen.first))
	default:
		c.reportRow(rec, problem.DuplicateKey.At(rec.place(),
			"a limit of the same key and first day stands at %s already", seen.first))
	}
	return false
}

// unknownInLimit says where a word stands that a limit cannot be made with, and what kind of problem it is.
var unknownInLimit = map[string]struct {
	column string
	code   *problem.Code
}{
	"area":         {"Area", problem.UnknownArea},
	"indicator":    {"Indicator", problem.UnknownIndicator},
	"agent":        {"Subject", problem.UnknownAgent},
	"subject":      {"Subject", problem.UnknownWord},
	"unit":         {"Unit", problem.UnknownUnit},
	"jurisdiction": {"Jurisdiction", problem.UnknownJurisdiction},
}

func (c *Collector) rejectLimit(rec *record, err error) {
	unknown, ok := err.(*standard.Unknown)
	if !ok {
		c.reportRow(rec, problem.OutOfRange.At(rec.place(), "%s", err).Hinted(""))
		return
	}
	at := unknownInLimit[unknown.What]
	c.reportRow(rec, at.code.At(rec.cell(at.column),
		"%s is no %s known here", problem.Quoted(unknown.Word), unknown.What).
		As(problem.Error).Hinted(unknown.Hint))
}

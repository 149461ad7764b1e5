package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Who audits: the programme's own people, and the third party of the last quarter.
const (
	ownTeam = "Harbour field team"
	outside = "Tideline Assurance (invented)"
)

func (p *programme) auditsSheet(f *factory) sheet {
	s := p.sheet("Audits")
	for _, v := range f.Audits {
		when := f.visit(v.Quarter)
		s.rows = append(s.rows, []any{
			f.auditID(when), f.ID, when, f.auditor(v), v.Kind, v.Announced, v.Days, counted(v.Interviews), v.Scheme, nil,
		})
	}
	return s
}

func (f *factory) auditID(when time.Time) string { return "A-" + f.ID + "-" + when.Format("2006-01") }

func (f *factory) auditor(v visit) string {
	switch v.Kind {
	case "third-party":
		return outside
	case "self":
		return f.Name + ", safety committee"
	}
	return ownTeam
}

func (p *programme) trainingSheet(f *factory) sheet {
	s := p.sheet("Training")
	for _, l := range f.Training {
		s.rows = append(s.rows, []any{f.ID, date(l.On), l.Topic, l.Audience, l.People, l.Hours})
	}
	return s
}

func (p *programme) findingsSheet(f *factory) sheet {
	s := p.sheet("Findings")
	for i, g := range f.Findings {
		s.rows = append(s.rows, f.findingRow(g, i+1))
	}
	return s
}

func (f *factory) findingRow(g finding, number int) []any {
	when := f.visit(g.Raised)
	var audit any
	if f.audited(g.Raised) {
		audit = f.auditID(when)
	}
	return []any{
		f.findingID(number), f.ID, audit, when, g.Area, g.Severity, g.Text, filled(g.Requirement), g.Action, filled(g.Cause),
		filled(g.Correction), date(g.Due), date(g.Closed), filled(g.Verified), filled(f.findingID(g.Repeats)), filled(g.Comment),
	}
}

func (f *factory) findingID(number int) string {
	if number == 0 {
		return ""
	}
	return fmt.Sprintf("F-%s-%02d", strings.ReplaceAll(f.ID, "-", ""), number)
}

func (f *factory) audited(q quarter) bool {
	own := slices.ContainsFunc(f.Audits, func(v visit) bool { return v.Quarter == q })
	return own || f.ThirdParty != nil && q == last
}

// thirdPartySheets is the one workbook of the third party.
func (p *programme) thirdPartySheets() []sheet {
	audits, noise := p.sheet("Audits"), p.sheet("Noise")
	for _, f := range p.factories {
		t := f.ThirdParty
		if t == nil {
			continue
		}
		when := f.visit(last).AddDate(0, 0, t.After)
		audits.rows = append(audits.rows, []any{
			f.auditID(f.visit(last)), f.ID, when, outside, "third-party", t.Announced, t.Days, t.Interviews, "full",
			"noise repeated beside the factory's own survey",
		})
		if t.TypedAgain {
			noise.rows = append(noise.rows, p.noiseRow(f, last, f.Noise[0]))
		}
		for _, at := range t.Noise {
			row := p.noiseRow(f, last, at)
			row[1], row[11], row[12] = when, "Svantek 104A", "repeat by the third party"
			noise.rows = append(noise.rows, row)
		}
	}
	return []sheet{audits, noise}
}

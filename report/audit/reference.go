package audit

import (
	"fmt"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// referring is a finding whose row names another finding, or a visit.
type referring struct {
	at  int // its number in Data.Findings, which are not sorted yet
	rec *record
}

// referent is what an id stands for.
type referent struct {
	factory *Factory
	on      standard.Date
}

// resolve holds what findings name against the findings and visits that there are. A name that means none, or one that
// cannot be meant, counts for nothing: a finding of somebody else, or of later, was not repeated.
func (c *Collector) resolve() {
	findings, audits := map[string]referent{}, map[string]referent{}
	for _, f := range c.data.Findings {
		findings[f.ID] = referent{f.Factory, f.Raised}
	}
	for _, a := range c.data.Audits {
		audits[a.ID] = referent{a.Factory, a.Date}
	}
	for _, r := range c.referring {
		f := &c.data.Findings[r.at]
		if why := f.mistaken("finding", f.Repeats, findings); why != "" {
			c.dropReference(r.rec, "Repeats", why, &f.Repeats)
		}
		if why := f.mistaken("visit", f.AuditID, audits); why != "" {
			c.dropReference(r.rec, "Audit ID", why, &f.AuditID)
		}
	}
}

// mistaken says why a finding cannot mean what it names; blank where it can, or names nothing.
func (f *Finding) mistaken(kind, id string, known map[string]referent) string {
	named, ok := known[id]
	switch {
	case id == "":
		return ""
	case !ok:
		return fmt.Sprintf("no %s is called %s", kind, problem.Quoted(id))
	case kind == "finding" && id == f.ID:
		return fmt.Sprintf("the finding %s names itself", problem.Quoted(id))
	case named.factory != f.Factory:
		return fmt.Sprintf("the %s %s is of the factory %s", kind, problem.Quoted(id), named.factory.ID)
	case named.on > f.Raised:
		return fmt.Sprintf("the %s %s is of %s, later than this finding (%s)",
			kind, problem.Quoted(id), named.on, f.Raised)
	}
	return ""
}

// dropReference says that a name counts for nothing, and makes it so.
func (c *Collector) dropReference(rec *record, column, why string, name *string) {
	p := problem.UnknownReference.At(rec.cell(column), "%s, so %s counts for nothing", why, column).Of(rec.who.ID)
	c.report(p)
	c.data.Account.Omit(Source{Order: rec.order}, p, column)
	*name = ""
}

package quarterly

import (
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Claim is what the three sentences at the top of the document say: how shares moved since the baseline and whether the
// law is met; between which shares the areas lie; and what became of the findings. Each number has its base beside it.
type Claim struct {
	Twice  int // areas with people judged now and at the baseline
	Rose   int // of these, areas whose printed share is larger now
	Broken int // factories where a legal limit is not met
	Among  int // factories with figures that speak of now

	Lowest, Highest *told.Sum // of the areas whose share is told; nil without any, Highest also where there is one
	Untold          []*standard.Area

	AnyFindings             bool // on record
	Open, Overdue, Critical int  // at the end of the quarter; Critical of the overdue
}

func claimOf(v *ReportView) Claim {
	c := Claim{Broken: v.Law.Factories, Among: v.Law.Measured}
	for _, a := range v.Areas {
		c.addArea(a)
	}
	if c.Lowest == c.Highest {
		c.Highest = nil
	}
	for _, row := range v.Overdue {
		c.Open, c.Overdue = c.Open+row.Open, c.Overdue+row.Overdue
		if row.Severity == "critical" {
			c.Critical = row.Overdue
		}
	}
	c.AnyFindings = v.Findings.Any
	return c
}

func (c *Claim) addArea(a AreaView) {
	if a.Twice.Factories > 0 {
		c.Twice++
		if a.Twice.Points() > 0 {
			c.Rose++
		}
	}
	if !a.IsTold() {
		c.Untold = append(c.Untold, a.Area)
		return
	}
	if c.Lowest == nil || a.Now.Share() < c.Lowest.Now.Share() {
		c.Lowest = a.Sum
	}
	if c.Highest == nil || a.Now.Share() > c.Highest.Now.Share() {
		c.Highest = a.Sum
	}
}

// Change is which sentence is true of the change since the baseline: nobody was measured twice, or a larger share is
// within now in none, some or each of the areas measured twice.
func (c Claim) Change() string {
	switch {
	case c.Twice == 0:
		return "once"
	case c.Rose == 0:
		return "none"
	case c.Rose < c.Twice:
		return "some"
	}
	return "each"
}

// Law is which sentence is true of legal limits: one or more are broken, none of those measured is, or nothing was
// measured.
func (c Claim) Law() string {
	switch {
	case c.Among == 0:
		return "unmeasured"
	case c.Broken == 0:
		return "unbroken"
	}
	return "broken"
}

// Remedy is which sentence is true of the findings.
func (c Claim) Remedy() string {
	switch {
	case !c.AnyFindings:
		return "unfound"
	case c.Open == 0:
		return "closed"
	case c.Overdue == 0:
		return "open"
	}
	return "overdue"
}

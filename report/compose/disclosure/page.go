package disclosure

import "plimsoll/report/audit"

// page puts together what a reader can quote: good and bad from the same sums. Nothing is the best of which the law
// is not met in what its share does not count.
func (d *disclosure) page(v *PublicView) OnePage {
	p := OnePage{Visited: v.Count - v.NotVisited.Count, OnRecord: len(v.Findings) > 0}
	for i := range v.Sums {
		s := &v.Sums[i]
		if !s.IsTold {
			continue
		}
		if len(s.Outside) == 0 && (p.Best == nil || s.Now.Share() > p.Best.Now.Share()) {
			p.Best = s
		}
		if p.Worst == nil || s.Now.Share() < p.Worst.Now.Share() {
			p.Worst = s
		}
	}
	for _, f := range d.Raised() {
		if f.IsOpen(d.End()) {
			p.Open++
		}
		if f.IsOverdue(d.End()) {
			p.Overdue++
			if f.Severity == "critical" {
				p.Critical++
			}
		}
	}
	if p.Best == nil {
		p.Best = p.Worst
	}
	p.Alone = p.Best == p.Worst
	p.LawAt, p.WaitingAt = d.lawAt(), len(d.waiting())
	return p
}

// lawAt counts the factories where a verified limit of the law is not met for ten people or more.
func (d *disclosure) lawAt() int {
	at := map[*audit.Factory]bool{}
	for _, b := range d.Breaches("legal", d.Source.Active()) {
		for _, f := range b.At {
			at[f] = true
		}
	}
	return len(at)
}

// waiting are the factories of which some verdict waits for a limit to be verified.
func (d *disclosure) waiting() []*audit.Factory {
	var out []*audit.Factory
	for _, f := range d.Source.Active() {
		if len(d.Withholding([]*audit.Factory{f}).Areas) > 0 {
			out = append(out, f)
		}
	}
	return out
}

package told

import (
	"slices"

	"plimsoll/report/standard"
)

// LimitUse is a limit with a figure that was held against it.
type LimitUse struct {
	*standard.Limit
	Figure        *Figure
	OtherExchange bool // it is in force, but no reading here can be held against it
}

// LimitsOf lists the limits that the shown figures of an area were held against, each once, and those of noise on
// another exchange rate.
func (p *Programme) LimitsOf(st *AreaStatus) []LimitUse {
	var out []LimitUse
	seen := map[*standard.Limit]bool{}
	for _, r := range st.Rows {
		for i := range r.Units {
			if l := r.Units[i].Limit; l != nil && !seen[l] {
				seen[l] = true
				out = append(out, LimitUse{Limit: l, Figure: r})
			}
		}
	}
	return append(out, p.otherExchange(st)...)
}

func (p *Programme) otherExchange(st *AreaStatus) []LimitUse {
	var out []LimitUse
	if st.Lead == nil {
		return nil
	}
	for _, l := range p.Limits.About(st.Area.ID, st.Factory.Region, st.Factory.WageRegion, p.End()) {
		if l.Exchange != 3 && l.Indicator == st.Lead.Indicator.ID {
			out = append(out, LimitUse{Limit: l, Figure: st.Lead, OtherExchange: true})
		}
	}
	return out
}

// AllLimits lists every limit that figures of the reported quarter were held against, once: by area, then by factory.
func (p *Programme) AllLimits() []LimitUse {
	var out []LimitUse
	seen := map[*standard.Limit]bool{}
	for _, area := range p.Standard.Areas {
		for _, f := range p.Data.Factories {
			st := p.Area(f, area)
			if st == nil {
				continue
			}
			for _, use := range p.LimitsOf(st) {
				if !seen[use.Limit] {
					seen[use.Limit] = true
					out = append(out, use)
				}
			}
		}
	}
	return out
}

// PublishedLimits are those of all limits that the public document prints: verified ones.
func (p *Programme) PublishedLimits() []LimitUse {
	return slices.DeleteFunc(p.AllLimits(), func(l LimitUse) bool { return !l.Verified })
}

// LimitsBehind gathers the limits that figures were held against, each once, in the order in which they are met.
type LimitsBehind struct {
	Limits []*standard.Limit
	seen   map[*standard.Limit]bool
}

// Add adds those of a figure.
func (b *LimitsBehind) Add(f *Figure) {
	b.add(f.Limit)
	for i := range f.Units {
		b.add(f.Units[i].Limit)
	}
}

func (b *LimitsBehind) add(l *standard.Limit) {
	if b.seen == nil {
		b.seen = map[*standard.Limit]bool{}
	}
	if l != nil && !b.seen[l] {
		b.seen[l] = true
		b.Limits = append(b.Limits, l)
	}
}

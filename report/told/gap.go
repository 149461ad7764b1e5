package told

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Gap is an indicator of a factory that lies beyond limits of one kind: what somebody has to act on.
type Gap struct {
	*AreaStatus
	Figure   *Figure
	Kind     string           // of the limits: legal, code, target
	Limit    *standard.Limit  // of the place furthest beyond
	Value    float64          // of that limit, in the figure's unit
	Places   []benchmark.Unit // beyond such a limit, the furthest first; a place counts once
	People   float64          // at these places
	Weight   float64          // people × relative distance, summed over the places
	Findings []*audit.Finding // open ones of the factory and area, the gravest first
	Overdue  int              // days since the gravest was due, 0 where it is not overdue
}

// Critical says that a critical finding is open there.
func (g *Gap) Critical() bool { return len(g.Findings) > 0 && g.Findings[0].Severity == "critical" }

// Gaps lists what lies beyond limits at some factories, gravity before number: under a legal limit, a code's, a
// target; then where a critical finding is open; then by people × relative distance. What was last measured too long
// ago comes at the end.
func (p *Programme) Gaps(among []*audit.Factory) []Gap {
	findings := p.openFindings()
	var out []Gap
	for _, f := range among {
		for _, st := range p.Areas(f) {
			if st.Last != nil {
				out = append(out, gapsOf(st, findings[place{f, st.Area.ID}])...)
			}
		}
	}
	for i := range out {
		if open := out[i].Findings; len(open) > 0 && open[0].IsOverdue(p.End()) {
			out[i].Overdue = int(p.End() - open[0].Due)
		}
	}
	slices.SortStableFunc(out, func(a, b Gap) int { return a.compare(&b) })
	return out
}

// compare orders by gravity.
func (g *Gap) compare(o *Gap) int {
	kinds := []string{standard.Legal, standard.Code, standard.Target}
	return cmp.Or(compareBools(g.IsStale(), o.IsStale()), cmp.Compare(slices.Index(kinds, g.Kind), slices.Index(kinds, o.Kind)),
		compareBools(o.Critical(), g.Critical()), cmp.Compare(o.Weight, g.Weight), cmp.Compare(o.People, g.People))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// gapsOf are the gaps of a factory in an area: of each indicator one for each kind of limit that is not met.
func gapsOf(st *AreaStatus, findings []*audit.Finding) []Gap {
	var out []Gap
	for _, r := range st.Rows {
		for _, kind := range []string{standard.Legal, standard.Code, standard.Target} {
			g := Gap{AreaStatus: st, Figure: r, Kind: kind, Findings: findings}
			if g.gather(); len(g.Places) > 0 {
				out = append(out, g)
			}
		}
	}
	return out
}

// gather finds the places beyond, each once with its largest weight and its value furthest beyond.
func (g *Gap) gather() {
	at := map[string]int{}
	for _, u := range g.Figure.Units {
		if !isBeyond(&u, g.Kind) {
			continue
		}
		i, known := at[u.Spot]
		if !known {
			at[u.Spot], g.Places = len(g.Places), append(g.Places, u)
			continue
		}
		weight := max(g.Places[i].Weight, u.Weight)
		if g.distance(&u) > g.distance(&g.Places[i]) {
			g.Places[i] = u
		}
		g.Places[i].Weight = weight
	}
	slices.SortStableFunc(g.Places, func(a, b benchmark.Unit) int { return cmp.Compare(g.distance(&b), g.distance(&a)) })
	for i := range g.Places {
		g.People, g.Weight = g.People+g.Places[i].Weight, g.Weight+g.Places[i].Weight*g.distance(&g.Places[i])
	}
	if len(g.Places) > 0 {
		g.Limit, g.Value = g.Places[0].Limit, g.Places[0].LimitValue
	}
}

// distance is how far a unit lies beyond its limit, as a share of that. Of sound it is the share of energy, since a
// share of decibels says nothing. Of pay the worst value stands for all rows, where it may be told: single rows are
// not.
func (g *Gap) distance(u *benchmark.Unit) float64 {
	value := u.Value
	if g.Area.Kind.OfPay() {
		value = g.Figure.Worst
	}
	var far float64
	switch {
	case g.Area.Kind.OfSound():
		far = math.Pow(10, (value-u.LimitValue)/10) - 1
	case g.Figure.Indicator.Higher():
		far = (u.LimitValue - value) / u.LimitValue
	default:
		far = (value - u.LimitValue) / u.LimitValue
	}
	if math.IsNaN(far) || math.IsInf(far, 0) { // a building without a toilet is as far as can be
		far = 1
		if g.Area.Kind.OfPay() {
			far = 0
		}
	}
	return max(far, 0)
}

// place is where findings and gaps meet.
type place struct {
	factory *audit.Factory
	area    string
}

// openFindings are those open at the end of the quarter, by factory and area: the gravest first, then the longest
// overdue.
func (p *Programme) openFindings() map[place][]*audit.Finding {
	out := map[place][]*audit.Finding{}
	for i := range p.Data.Findings {
		if f := &p.Data.Findings[i]; f.Raised <= p.End() && f.IsOpen(p.End()) {
			at := place{f.Factory, f.Area}
			out[at] = append(out[at], f)
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, compareFindings)
	}
	return out
}

// compareFindings puts the gravest first, then what was due earliest; without a due date last.
func compareFindings(a, b *audit.Finding) int {
	due := func(f *audit.Finding) standard.Date {
		if f.Due == 0 {
			return math.MaxInt32
		}
		return f.Due
	}
	return cmp.Or(cmp.Compare(a.Gravity(), b.Gravity()), cmp.Compare(due(a), due(b)))
}

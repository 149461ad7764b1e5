package compose

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Rank orders what needs attention, the gravest first: what breaks the law before what breaks a code, that before a
// target that is missed; then critical findings of which nothing was measured, and areas that are not known.
type Rank int

// The ranks.
const (
	BreaksLaw Rank = iota
	BreaksCode
	MissesTarget
	CriticalFindings
	NotKnown
)

// Item is something a reader should know: a figure that lies beyond a limit, an area that is not known, or critical
// findings. A limit that nobody has verified counts as any other of its kind.
type Item struct {
	Rank     Rank
	Status   *told.AreaStatus // nil where nothing is measured of it
	AreaID   string
	Figure   *told.Figure    // that lies beyond; nil where the area is not known
	Limit    *benchmark.Unit // the last unit beyond, with its limit
	Beyond   float64         // people, or places where people are not known
	Judged   float64
	Distance float64      // of the worst value from its limit, as a share of the limit
	Findings []FindingRow // open ones of the area, the gravest first
}

// AreaItems lists what needs attention in an area, without findings.
func AreaItems(st *told.AreaStatus) []Item {
	if MarkOf(st) == notApplicable {
		return nil
	}
	var items []Item
	if st.Last != nil {
		for _, r := range st.Rows {
			if it, any := beyondItem(st, r); any && (!st.IsStale() || it.Rank == BreaksLaw) {
				items = append(items, it)
			}
		}
	}
	if len(items) == 0 && (st.Last == nil || st.IsStale()) {
		items = append(items, Item{Rank: NotKnown, Status: st, AreaID: st.Area.ID})
	}
	return items
}

// IsOld says that the figure was last measured too long ago to speak of today.
func (it Item) IsOld() bool { return it.Status != nil && it.Status.IsStale() }

// beyondItem is a figure some of whose units lie beyond a limit: of the gravest kind of limit that any of them is
// beyond, and of the units that are beyond one of that kind.
func beyondItem(st *told.AreaStatus, r *told.Figure) (Item, bool) {
	if r.Status != benchmark.Beyond {
		return Item{}, false
	}
	it := Item{Rank: NotKnown, Status: st, AreaID: st.Area.ID, Figure: r, Judged: peopleIn(r, r.Units, benchmark.IsWithin, benchmark.IsBeyond)}
	var beyond []benchmark.Unit
	for i := range r.Units {
		u := &r.Units[i]
		if u.State != benchmark.IsBeyond || u.Limit == nil {
			continue
		}
		if rank := rankOf(u.Limit); rank < it.Rank {
			it.Rank, beyond = rank, nil
		}
		if rankOf(u.Limit) == it.Rank {
			beyond, it.Limit = append(beyond, *u), u
		}
	}
	it.Beyond, it.Distance = peopleIn(r, beyond, benchmark.IsBeyond), distance(r, beyond)
	return it, it.Limit != nil
}

func rankOf(l *standard.Limit) Rank {
	return map[string]Rank{standard.Legal: BreaksLaw, standard.Code: BreaksCode, standard.Target: MissesTarget}[l.Kind]
}

// peopleIn counts the people of units in given states; where people are not known, the places.
func peopleIn(r *told.Figure, units []benchmark.Unit, states ...benchmark.State) float64 {
	counted := slices.Clone(units)
	if !r.CountsPeople {
		for i := range counted {
			counted[i].Weight = 1
		}
	}
	within, beyond, _ := benchmark.People(counted)
	n := 0.0
	if slices.Contains(states, benchmark.IsWithin) {
		n += within
	}
	if slices.Contains(states, benchmark.IsBeyond) {
		n += beyond
	}
	return n
}

// distance is how far the worst of units lies from its limit, as a share of the limit. Of pay, whose single values are
// not told, it is that of the worst value that is.
func distance(r *told.Figure, beyond []benchmark.Unit) float64 {
	most := 0.0
	if OnScale(r) && !math.IsNaN(r.Worst) && r.LimitValue > 0 && !r.Below {
		most = math.Abs(r.Worst-r.LimitValue) / r.LimitValue
	}
	for _, u := range beyond {
		if d := math.Abs(u.Value-u.LimitValue) / u.LimitValue; d > most {
			most = d
		}
	}
	return most
}

// isCritical says that a critical finding is open in the area.
func (it Item) isCritical() bool {
	return slices.ContainsFunc(it.Findings, func(f FindingRow) bool { return f.Severity == critical })
}

// Compare orders items by gravity, then those with an open critical finding, then by people × distance.
func (it Item) Compare(other Item) int {
	yes := func(b bool) int {
		if b {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(it.Rank, other.Rank), cmp.Compare(yes(it.isCritical()), yes(other.isCritical())),
		cmp.Compare(other.Beyond*other.Distance, it.Beyond*it.Distance), cmp.Compare(other.Beyond, it.Beyond))
}

// Items lists all that needs attention at the factory, the gravest first, with the findings that are open in each area.
func (t *FactoryText) Items() []Item {
	findings, open := t.OpenFindings(), map[string][]FindingRow{}
	for _, f := range findings {
		open[f.Area] = append(open[f.Area], f)
	}
	var items []Item
	for _, st := range t.Areas(t.F) {
		items = append(items, AreaItems(st)...)
	}
	told := map[string]bool{}
	for i := range items {
		items[i].Findings = open[items[i].AreaID]
		told[items[i].AreaID] = true
	}
	for _, f := range findings {
		if f.Severity == critical && !told[f.Area] {
			told[f.Area] = true
			items = append(items, Item{Rank: CriticalFindings, AreaID: f.Area, Findings: open[f.Area]})
		}
	}
	slices.SortStableFunc(items, Item.Compare)
	return items
}

// HasImproved says that the share within or the indicator that speaks for an area improved since its baseline.
func HasImproved(st *told.AreaStatus) bool {
	return st.Last != nil && (st.Last.Verdict == benchmark.Improved || leadImproved(st))
}

func leadImproved(st *told.AreaStatus) bool {
	return st.Lead != nil && st.Lead.Verdict == benchmark.Improved && !math.IsNaN(st.Lead.Change)
}

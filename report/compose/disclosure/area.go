package disclosure

import (
	"plimsoll/report/audit"
	"plimsoll/report/compose"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// How many factories a list names, and up to how many each has its own rows: beyond, the tables would be longer than
// anybody reads, and the attached results.csv has the same figures.
const (
	mostOfCode    = 4
	mostNamed     = 6
	mostByFactory = 100
)

// sum tells an area over the active factories.
func (d *disclosure) sum(area *standard.Area) AreaSum {
	sum := d.PublicSum(area, d.Source.Active())
	measured := sum.Now.Judged() + sum.Unjudged
	s := AreaSum{Area: area, IsTold: sum.IsTold(), Now: sum.Now, Twice: sum.Twice, Measured: told.CountOf(measured),
		OfWorkers: d.ofWorkers(area, measured), Factories: sum.Judged(), Expected: len(sum.Parts)}
	lists := map[told.Class]*Named{told.JudgedOnce: &s.New, told.NotJudged: &s.Waiting, told.OutOfDate: &s.Old,
		told.NeverMeasured: &s.Never, told.Withheld: &s.Small}
	for class, list := range lists {
		for _, part := range sum.Of(class) {
			list.add(d.nameOf(part.Factory, nil, lastOf(part.AreaStatus)))
		}
	}
	return s
}

func lastOf(st *told.AreaStatus) standard.Date {
	if st.Last == nil {
		return 0
	}
	return st.Last.Measured
}

// ofWorkers is the share of all workers whose places were measured; 0 where it would say nothing: residents are no
// workers, and places of several measurements may count more people than work there.
func (d *disclosure) ofWorkers(area *standard.Area, measured float64) float64 {
	all := d.WorkersInPublic()
	share := told.Tens(measured) / all.N
	if area.Kind.InDormitories() || all.Withheld || !(share <= 1) {
		return 0
	}
	return share
}

// nameOf names a factory in a list.
func (d *disclosure) nameOf(f *audit.Factory, area *standard.Area, last standard.Date) Name {
	return Name{ID: Text(f.ID), Name: Text(d.W.NameOf(f)), Area: area, Last: last}
}

// add counts a thing, and names it where it is among the first.
func (n *Named) add(name Name) {
	if n.Count++; n.Count <= mostNamed {
		n.First = append(n.First, name)
		return
	}
	n.More++
}

// notMet lists verified limits of a kind that are not met for ten people or more.
func (d *disclosure) notMet(kind string) []NotMet {
	var out []NotMet
	for _, b := range d.Breaches(kind, d.Source.Active()) {
		row := NotMet{Limit: compose.LimitRow{Limit: b.Limit, Of: b.Area, By: b.Indicator,
			About: compose.NonBlank(b.Subject)}, People: b.People,
			Unsaid: b.Unsaid, Somebody: b.People.Judged() > 0, OneLimit: b.OneLimit}
		for _, f := range b.At {
			row.At.add(d.nameOf(f, nil, 0))
		}
		out = append(out, row)
	}
	return out
}

// outside are the limits of the law that are not met of indicators which do not enter the share of an area: the share
// alone would say that all is well.
func outside(area *standard.Area, law []NotMet) []compose.LimitRow {
	var out []compose.LimitRow
	for _, b := range law {
		if b.Limit.Of == area && b.Limit.By.Apart {
			out = append(out, b.Limit)
		}
	}
	return out
}

// byFactory tells an area of every factory.
func (d *disclosure) byFactory(area *standard.Area, sum AreaSum) ByFactory {
	t := ByFactory{Area: area, Sum: sum}
	for _, s := range d.Active() {
		st := s.At(area)
		switch {
		case st == nil:
		case st.Last != nil:
			t.Rows = append(t.Rows, Row{Text(s.F.ID), Text(d.W.NameOf(s.F)), d.Public(st).Row()})
		case d.Part(st).Class == told.NotAffected:
			t.NoDorm = append(t.NoDorm, d.nameOf(s.F, nil, 0))
		default:
			t.Missing = append(t.Missing, d.nameOf(s.F, nil, 0))
		}
	}
	return t
}

// measured counts the measurements of the quarter that were expected and made.
func (d *disclosure) measured() Expected {
	var e Expected
	for _, s := range d.Active() {
		for _, st := range s.Statuses {
			if d.Part(st).Class == told.NotAffected || !d.Data.Expects(st.Area) {
				continue
			}
			if e.All++; st.Last != nil && st.Last.Period == d.Period {
				e.Done++
				continue
			}
			e.NotBecause.add(d.nameOf(s.F, st.Area, lastOf(st)))
		}
	}
	return e
}

// awaited are the limits that verdicts wait for.
func (d *disclosure) awaited() []Awaited {
	var out []Awaited
	for _, l := range d.Withholding(d.Source.Active()).Limits {
		out = append(out, Awaited{compose.LimitRows([]told.LimitUse{l.LimitUse})[0], l.Factories})
	}
	return out
}

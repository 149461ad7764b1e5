package told

import (
	"math"
	"slices"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// PublicArea is what the public may be told of a factory in an area.
type PublicArea struct {
	*AreaStatus
	Base               *Figure // nil where there is no earlier figure
	Now, Then          Split
	Judged, JudgedThen bool // there are people, and every limit behind them is verified
	Stale, Suppressed  bool
	Speaks             *Figure // that speaks for the area in public; nil without any
}

// Public is what the public may be told of an area that was ever measured.
func (p *Programme) Public(st *AreaStatus) PublicArea {
	a := PublicArea{AreaStatus: st, Base: st.Baseline(), Now: SplitOf(st.Last), Stale: st.IsStale()}
	a.Then = SplitOf(a.Base)
	clean := p.isVerified(st, st.Last)
	cleanThen := a.Base != nil && p.isVerified(st, a.Base)
	a.Judged = !a.Stale && a.Now.Judged() > 0 && clean
	a.JudgedThen = cleanThen && a.Then.Judged() > 0
	a.Suppressed = IsSuppressed(a.Now, a.Then)
	a.Speaks = speaksInPublic(st, clean && (a.Base == nil || cleanThen))
	return a
}

// LevelWithheld says that too few people stand behind the level, behind that of its baseline, or on one side of a
// limit, since a level weighs people: what belongs together is told together.
func (a PublicArea) LevelWithheld() bool {
	return a.Suppressed || a.Speaks.Withholds(benchmark.ColumnLevel) ||
		a.Speaks.Withholds(benchmark.ColumnBaselineLevel)
}

// KnowsTenBeyond says that verified limits alone show ten people or more beyond them: where another limit behind the
// figure is not verified there is no verdict, but what is known is not hidden behind that.
func (a PublicArea) KnowsTenBeyond() bool {
	var known []benchmark.Unit
	for _, r := range a.Rows {
		for _, u := range r.Units {
			if !r.Indicator.Apart && u.State == benchmark.IsBeyond && u.Limit != nil && u.Limit.Verified &&
				u.Limit.Kind != standard.Target {
				known = append(known, u)
			}
		}
	}
	_, beyond, _ := benchmark.People(known)
	return beyond >= LeastPublic-slack
}

// Target is who reaches the target that an area holds its people against beside its limits, such as the living wage.
type Target struct {
	People     Split
	Suppressed bool
}

// Target is that of the area, where it has one and somebody verified it. It is told only where those who meet the
// limits and not the target, or the other way about, are none or many.
func (a PublicArea) Target() (Target, bool) {
	for _, r := range a.Rows {
		if !r.Indicator.OnlyWithLimit || a.Stale || math.IsNaN(r.Within) {
			continue
		}
		people := SplitOf(r)
		if people.Judged() > 0 && allVerified(r) {
			between := Few(math.Abs(a.Now.Within-people.Within)) || Few(math.Abs(a.Now.Beyond-people.Beyond))
			return Target{people, a.Suppressed || between || IsSuppressed(people, SplitOf(r.Baseline()))}, true
		}
	}
	return Target{}, false
}

func allVerified(r *Figure) bool {
	for i := range r.Units {
		if l := r.Units[i].Limit; l != nil && !l.Verified {
			return false
		}
	}
	return true
}

// mixtureLevel is how the level of an index over several limits is computed.
const mixtureLevel = "mixture"

// speaksInPublic is the figure that speaks for an area as the public may be told it; never an index that holds a
// limit nobody verified. Which it is depends on no level that is withheld.
func speaksInPublic(st *AreaStatus, clean bool) *Figure {
	var rows []*Figure
	for _, r := range st.Rows {
		if clean || r.Indicator.Level != mixtureLevel {
			rows = append(rows, r.inPublic())
		}
	}
	return leading(st.Area, rows)
}

// inPublic is a figure as the public may be told it, with its baseline.
func (f *Figure) inPublic() *Figure {
	public := f.edited()
	if base := f.Baseline(); base != f {
		public.Series = []*Figure{base.edited(), public}
	}
	return public
}

// edited is a figure alone as the public may be told it.
func (f *Figure) edited() *Figure {
	if f.lasting {
		return figureWithout(f.raw, f.publicly)
	}
	return forPublic().figure(f.raw)
}

// PublicColumns are those of results.csv that the public document carries: nothing about single places, peers or rows.
func PublicColumns() []benchmark.Column {
	return []benchmark.Column{
		benchmark.ColumnFactory, benchmark.ColumnPeriod, benchmark.ColumnArea, benchmark.ColumnIndicator, benchmark.ColumnSubject,
		benchmark.ColumnUnit, benchmark.ColumnLevel, benchmark.ColumnQualifier, benchmark.ColumnN,
		benchmark.ColumnLimit, benchmark.ColumnLimitKind, benchmark.ColumnLimitSource,
		benchmark.ColumnWithin, benchmark.ColumnStatus, benchmark.ColumnMeasured,
		benchmark.ColumnBaselinePeriod, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict,
	}
}

// Published lists the figures that the public document tells: of each factory and area the share within and the
// indicator that speaks for it, in the reported quarter. What it suppresses, or gives no verdict on, is blank here
// too, and shares are those that it prints.
func (p *Programme) Published() []*Figure {
	var out []*Figure
	for _, f := range p.Data.Factories {
		for _, st := range p.Areas(f) {
			if st.Last == nil {
				continue
			}
			a := p.Public(st)
			out = append(out, a.share())
			if a.Speaks != nil && (a.Speaks.Subject == "" || !a.LevelWithheld()) {
				out = append(out, a.level())
			}
		}
	}
	return out
}

// share is the area as a whole in whole percent, without what the public document does not tell.
func (a PublicArea) share() *Figure {
	printed := *a.Overall.Result
	printed.Series = nil
	printed.Within, printed.BaselineLevel = Percent(printed.Within), Percent(printed.BaselineLevel)
	if !math.IsNaN(printed.Change) {
		printed.Change = math.Round((printed.Within-printed.BaselineLevel)*100) / 100
	}
	return &Figure{Result: &printed, raw: a.Overall.raw, withheld: a.shareBlanks()}
}

// level is the indicator that speaks, without what the public document does not tell.
func (a PublicArea) level() *Figure {
	f := *a.Speaks
	f.withheld = slices.Concat(f.withheld, a.levelBlanks())
	return &f
}

// shareBlanks are the columns of an area as a whole that the public document does not tell.
func (a PublicArea) shareBlanks() []benchmark.Column {
	verdict := []benchmark.Column{benchmark.ColumnWithin, benchmark.ColumnStatus,
		benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict}
	switch {
	case a.Stale:
		return slices.DeleteFunc(verdict, func(c benchmark.Column) bool { return c == benchmark.ColumnStatus })
	case a.Suppressed, !a.Judged && !a.JudgedThen:
		return verdict
	case !a.Judged:
		return slices.DeleteFunc(verdict, func(c benchmark.Column) bool { return c == benchmark.ColumnBaselineLevel })
	case !a.JudgedThen:
		return []benchmark.Column{benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict}
	}
	return nil
}

// levelBlanks are the columns of an indicator that the public document does not tell: it prints levels and their
// change, and shares only of areas as a whole.
func (a PublicArea) levelBlanks() []benchmark.Column {
	blank := []benchmark.Column{benchmark.ColumnWithin, benchmark.ColumnStatus}
	if a.Stale {
		blank = append(blank, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict)
	}
	if l := a.Speaks.Limit; l == nil || !l.Verified {
		blank = append(blank, benchmark.ColumnLimit, benchmark.ColumnLimitKind, benchmark.ColumnLimitSource)
	}
	if a.LevelWithheld() {
		blank = append(blank, benchmark.ColumnLevel, benchmark.ColumnQualifier, benchmark.ColumnN,
			benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict)
	}
	return blank
}

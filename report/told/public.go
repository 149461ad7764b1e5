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
	Base               *benchmark.Result // nil where there is no earlier figure
	Now, Then          Split
	Judged, JudgedThen bool // there are people, and every limit behind them is verified
	Stale, Suppressed  bool
	Speaks             *benchmark.Result // the row that speaks for the area in public; nil without any
	LevelWithheld      bool              // too few people stand behind its level, or behind that of its baseline
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
	a.Speaks = publicLead(st, clean && (a.Base == nil || cleanThen))
	a.LevelWithheld = a.Speaks != nil && (ofFew(a.Speaks) || ofFew(FirstOf(a.Speaks)))
	return a
}

// KnownBeyond counts the people whom verified limits alone show beyond: where another limit behind the figure is not verified there
// is no verdict, but what is known is not hidden behind that.
func (a PublicArea) KnownBeyond() float64 {
	var known []benchmark.Unit
	for _, r := range a.Rows {
		for _, u := range r.Units {
			if u.State == benchmark.IsBeyond && u.Limit != nil && u.Limit.Verified && u.Limit.Kind != standard.Target {
				known = append(known, u)
			}
		}
	}
	_, beyond, _ := benchmark.People(known)
	return beyond
}

// Target is who reaches the target that an area holds its people against beside its limits, such as the living wage.
type Target struct {
	People     Split
	Suppressed bool
}

// Target is that of the area, where it has one and somebody verified it.
func (a PublicArea) Target() (Target, bool) {
	for _, r := range a.Rows {
		if !r.Indicator.OnlyWithLimit || a.Stale || math.IsNaN(r.Within) {
			continue
		}
		people := SplitOf(r)
		if people.Judged() > 0 && allVerified(r) {
			return Target{people, a.Suppressed || IsSuppressed(people, SplitOf(FirstOf(r)))}, true
		}
	}
	return Target{}, false
}

func allVerified(r *benchmark.Result) bool {
	for i := range r.Units {
		if l := r.Units[i].Limit; l != nil && !l.Verified {
			return false
		}
	}
	return true
}

// ofFew says that the rows of a level give their people, and that these are few: a place counts once.
func ofFew(r *benchmark.Result) bool {
	within, beyond, unjudged := benchmark.People(r.Units)
	return r.CountsPeople && within+beyond+unjudged < LeastPublic
}

// mixtureLevel is how the level of an index over several limits is computed.
const mixtureLevel = "mixture"

// publicLead is the row that speaks for an area; never an index that holds a limit nobody verified.
func publicLead(st *AreaStatus, clean bool) *benchmark.Result {
	var rows []*benchmark.Result
	for _, r := range st.Rows {
		if clean || r.Indicator.Level != mixtureLevel {
			rows = append(rows, r)
		}
	}
	return leading(st.Area, rows)
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

// Published lists the results that the public document tells: of each factory and area the share within and the indicator
// that speaks for it, in the reported quarter. What it suppresses, or gives no verdict on, is blank here too.
func (p *Programme) Published() []Result {
	var out []Result
	for _, f := range p.Data.Factories {
		for _, st := range p.Areas(f) {
			if st.Last == nil {
				continue
			}
			a := p.Public(st)
			out = append(out, Result{st.Overall, a.shareBlanks()})
			if a.Speaks != nil {
				out = append(out, Result{a.Speaks, a.levelBlanks()})
			}
		}
	}
	return out
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

// levelBlanks are the columns of an indicator that the public document does not tell: it prints levels and their change, and
// shares only of areas as a whole.
func (a PublicArea) levelBlanks() []benchmark.Column {
	blank := []benchmark.Column{benchmark.ColumnWithin, benchmark.ColumnStatus}
	if a.Stale {
		blank = append(blank, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict)
	}
	if l := a.Speaks.Limit; l == nil || !l.Verified {
		blank = append(blank, benchmark.ColumnLimit, benchmark.ColumnLimitKind, benchmark.ColumnLimitSource)
	}
	if a.LevelWithheld {
		blank = append(blank, benchmark.ColumnLevel, benchmark.ColumnQualifier, benchmark.ColumnN,
			benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnVerdict)
	}
	return blank
}

package told

import (
	"cmp"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// Restated are the restatements that may be told inside: none of a level that is withheld. Of pay the earlier level
// is told only where as many rows stood behind it, since nobody knows any more how many people did.
func (p *Programme) Restated(list []benchmark.Restatement) []benchmark.Restatement {
	var out []benchmark.Restatement
	for _, r := range list {
		f := p.restated(r)
		if f != nil && f.Withholds(benchmark.ColumnLevel) && r.What != "status" {
			continue
		}
		if p.isPayOf(r) && r.What != "within" && r.What != "status" && r.Reason != "recomputed" &&
			r.Reason != "limit" && r.Reason != "sources" {
			r.Old = ""
		}
		out = append(out, r)
	}
	return out
}

// RestatedInPublic are those of figures that the public may be told. That a figure changed at all tells of few people
// where few stand behind it, or on one side of the area's limits in its quarter or at its baseline.
func (p *Programme) RestatedInPublic(list []benchmark.Restatement) []benchmark.Restatement {
	return slices.DeleteFunc(p.Restated(list), func(r benchmark.Restatement) bool {
		f := p.restated(r)
		if f == nil {
			return false
		}
		area := r
		area.Indicator, area.Subject = standard.Overall, ""
		overall := p.restated(area)
		return overall == nil || IsSuppressed(SplitOf(f), SplitOf(f.Baseline()), SplitOf(overall),
			SplitOf(overall.Baseline())) ||
			f.inPublic().Withholds(benchmark.ColumnLevel)
	})
}

// restated finds the figure that a restatement is about; nil where it is gone.
func (p *Programme) restated(r benchmark.Restatement) *Figure {
	at, known := slices.BinarySearchFunc(p.Data.Factories, r.Factory, func(f *audit.Factory, id string) int {
		return cmp.Compare(f.ID, id)
	})
	if !known {
		return nil
	}
	for _, f := range p.whole(p.Data.Factories[at]) {
		if f.Period.String() == r.Period && f.Area.ID == r.Area && f.IndicatorID() == r.Indicator &&
			f.Subject == r.Subject {
			return f
		}
	}
	return nil
}

func (p *Programme) isPayOf(r benchmark.Restatement) bool {
	area := p.Standard.Area(r.Area)
	return area != nil && area.Kind.OfPay() && r.Indicator != standard.Overall
}

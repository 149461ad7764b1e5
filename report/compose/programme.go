package compose

import (
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/report/told"
)

// Programme tells figures of the whole programme in one language.
type Programme struct {
	*Source
	W    *language.Words
	Rows []*FactoryRow // every factory, in the order of ids
}

// FactoryRow is a factory with where it stands in every area.
type FactoryRow struct {
	*FactoryText
	Statuses []*told.AreaStatus // in the order of areas
}

// At finds where the factory stands in an area; nil where it has no row there.
func (s *FactoryRow) At(area *standard.Area) *told.AreaStatus {
	for _, st := range s.Statuses {
		if st.Area == area {
			return st
		}
	}
	return nil
}

// NewProgramme is all factories of a source in a language.
func NewProgramme(s *Source, w *language.Words) *Programme {
	o := &Programme{Source: s, W: w}
	for _, f := range s.Data.Factories {
		o.Rows = append(o.Rows, &FactoryRow{NewFactoryText(s, w, f), s.Areas(f)})
	}
	return o
}

// Active are the factories whose relationship had not ended before the quarter.
func (o *Programme) Active() []*FactoryRow {
	return slices.DeleteFunc(slices.Clone(o.Rows), func(s *FactoryRow) bool { return !o.IsActive(s.F) })
}

// Audits are the visits of the quarter.
func (o *Programme) Audits() []*audit.Audit {
	var out []*audit.Audit
	for i := range o.Data.Audits {
		if a := &o.Data.Audits[i]; a.Date >= o.Start() && a.Date <= o.End() {
			out = append(out, a)
		}
	}
	return out
}

// MeasuredAreas are the areas that any factory has a row for.
func (o *Programme) MeasuredAreas() []*standard.Area {
	return slices.DeleteFunc(slices.Clone(o.Standard.Areas), func(a *standard.Area) bool {
		return !slices.ContainsFunc(o.Rows, func(s *FactoryRow) bool { return s.At(a) != nil })
	})
}

// CountryName is the name of a country by its code.
func (o *Programme) CountryName(code string) string { return o.Standard.CountryName(code, o.W.Lang) }

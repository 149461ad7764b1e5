package audit

import (
	"slices"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// Origin is how a reading stands in its workbook.
type Origin struct {
	Cells  []OriginCell // of its row that hold something, in the order in which the sheet's columns are declared
	Number float64      // as read; the reading's Value is (Number + Offset) × Factor
	Unit   string       // of Number, as the row names it; blank where it names none
	Factor float64
	Offset float64
}

// OriginCell is one cell of a reading's row.
type OriginCell struct {
	Column string // the declared heading, whatever the sheet calls it
	Field  string // what it fills; blank where nothing is computed with it
	// Indicator is whose value it is, where a row holds several; blank: the first of the area.
	Indicator string
	Text      string // as a person sees it
	Place     problem.Place
}

// Origins are those of the readings of one factory and area.
type Origins struct {
	factory  string
	area     *standard.Area
	std      *standard.Standard
	readings map[originKey]*Origin
	sheets   map[problem.Place]bool // that hold readings of the area
}

// Of is the origin of a reading; nil where it is another factory's or area's.
func (o *Origins) Of(r *Reading) *Origin { return o.readings[originKeyOf(r)] }

// originKey is which reading of which row, by the order of rows.
type originKey struct {
	order     int
	indicator uint8
}

func originKeyOf(r *Reading) originKey { return originKey{r.Source.Order, r.Indicator} }

// Concerns says whether a problem may have kept the area's readings of the factory from being what they could be: it is
// about the factory and a sheet of the area, or about nobody's row but a whole sheet, workbook or limit.
func (o *Origins) Concerns(p problem.Problem) bool {
	ofArea := o.sheets[problem.Place{File: p.File, Sheet: p.Sheet}] || o.area.Sheet.Named(p.Sheet)
	switch {
	case p.Factory != "":
		return p.Factory == o.factory && ofArea
	case p.Sheet == "":
		return p.Severity == problem.Error
	}
	return ofArea && p.Severity != problem.Note || p.Severity == problem.Error && o.isLimits(p.Sheet)
}

func (o *Origins) isLimits(sheet string) bool {
	return slices.ContainsFunc(o.std.Sheets,
		func(s *standard.Sheet) bool { return s.Name == "Limits" && s.Named(sheet) })
}

// note keeps the sheets that a table of the area stands in.
func (o *Origins) note(t *table) {
	if o == nil || t.area != o.area {
		return
	}
	for _, row := range t.rows {
		at := t.Place(row.Index, 0)
		o.sheets[problem.Place{File: at.File, Sheet: at.Sheet}] = true
	}
}

// keep keeps the origin of a reading that is wanted.
func (o *Origins) keep(rec *record, r *Reading, number float64, scale *standard.Unit, unit value) {
	if o == nil || r.Area != o.area || r.Factory.ID != o.factory {
		return
	}
	origin := &Origin{Number: number, Factor: scale.Factor, Offset: scale.Offset, Unit: unit.text}
	for i, column := range rec.t.decl.Columns {
		if cell := rec.row.At(rec.t.columns[i]); cell.Kind != workbook.Blank {
			origin.Cells = append(origin.Cells, OriginCell{column.Name, column.Field, column.Indicator, shown(cell),
				rec.t.Place(rec.row.Index, rec.t.columns[i])})
		}
	}
	o.readings[originKeyOf(r)] = origin
}

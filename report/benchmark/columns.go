package benchmark

import (
	"math"
	"strconv"

	"plimsoll/report/standard"
)

// Column is a column of results.csv. The one table of them is below: who writes rows, blanks figures that a document
// may not tell, reads an earlier run or holds documents against the file asks it.
type Column int

// The columns of results.csv, in their order. Those up to ColumnSubject say what a row is about.
const (
	ColumnFactory Column = iota
	ColumnPeriod
	ColumnArea
	ColumnIndicator
	ColumnSubject
	ColumnUnit
	ColumnLevel
	ColumnQualifier
	ColumnN
	ColumnWeight
	ColumnLimit
	ColumnLimitKind
	ColumnLimitSource
	ColumnWithin
	ColumnWorst
	ColumnWorstPlace
	ColumnStatus
	ColumnMeasured
	ColumnBaselinePeriod
	ColumnBaselineLevel
	ColumnChange
	ColumnVerdict
	ColumnGapClosed
	ColumnTrend
	ColumnPeersN
	ColumnPeersMedian
	ColumnRealChange
	ColumnCompliance
	ColumnUTL
	ColumnCost
	ColumnSources
	columnCount
)

// KeyColumns is how many columns, the first ones, say what a row is about.
const KeyColumns = int(ColumnSubject) + 1

// columns is the table: the name of each column, and how a result prints in it. Numbers are unrounded, in the shortest
// form that reads back the same; a cell is blank where there is none.
var columns = [columnCount]struct {
	name string
	text func(r *Result) string
}{
	ColumnFactory:        {"factory_id", func(r *Result) string { return r.Factory.ID }},
	ColumnPeriod:         {"period", func(r *Result) string { return r.Period.String() }},
	ColumnArea:           {"area", func(r *Result) string { return r.Area.ID }},
	ColumnIndicator:      {"indicator", (*Result).IndicatorID},
	ColumnSubject:        {"subject", func(r *Result) string { return r.Subject }},
	ColumnUnit:           {"unit", func(r *Result) string { return r.Unit }},
	ColumnLevel:          {"level", func(r *Result) string { return Exact(r.Level) }},
	ColumnQualifier:      {"qualifier", func(r *Result) string { return where(r.Below, "<") }},
	ColumnN:              {"n", func(r *Result) string { return where(r.Status != NotMeasured, strconv.Itoa(r.N)) }},
	ColumnWeight:         {"weight", func(r *Result) string { return Exact(r.Weight) }},
	ColumnLimit:          {"limit", func(r *Result) string { return Exact(r.LimitValue) }},
	ColumnLimitKind:      {"limit_kind", func(r *Result) string { return limitOf(r).Kind }},
	ColumnLimitSource:    {"limit_source", func(r *Result) string { return limitOf(r).Source }},
	ColumnWithin:         {"within", func(r *Result) string { return Exact(r.Within) }},
	ColumnWorst:          {"worst", func(r *Result) string { return Exact(r.Worst) }},
	ColumnWorstPlace:     {"worst_place", func(r *Result) string { return r.WorstPlace }},
	ColumnStatus:         {"status", func(r *Result) string { return r.Status }},
	ColumnMeasured:       {"measured_on", func(r *Result) string { return r.Measured.String() }},
	ColumnBaselinePeriod: {"baseline_period", baselinePeriod},
	ColumnBaselineLevel:  {"baseline_level", func(r *Result) string { return Exact(r.BaselineLevel) }},
	ColumnChange:         {"change", func(r *Result) string { return Exact(r.Change) }},
	ColumnVerdict:        {"verdict", func(r *Result) string { return r.Verdict }},
	ColumnGapClosed:      {"gap_closed", func(r *Result) string { return Exact(r.GapClosed) }},
	ColumnTrend:          {"trend_per_year", func(r *Result) string { return Exact(r.Trend) }},
	ColumnPeersN:         {"peers_n", func(r *Result) string { return where(r.HasPeers, strconv.Itoa(r.PeersN)) }},
	ColumnPeersMedian:    {"peers_median", func(r *Result) string { return Exact(r.PeersMedian) }},
	ColumnRealChange:     {"real_change", func(r *Result) string { return Exact(r.RealChange) }},
	ColumnCompliance:     {"compliance", func(r *Result) string { return r.Compliance }},
	ColumnUTL:            {"utl", func(r *Result) string { return Exact(r.UTL) }},
	ColumnCost:           {"cost", func(r *Result) string { return Exact(r.Cost) }},
	ColumnSources:        {"sources", func(r *Result) string { return sourcesText(r.Sources) }},
}

// Columns are all columns, in the order of results.csv.
func Columns() []Column {
	all := make([]Column, columnCount)
	for i := range all {
		all[i] = Column(i)
	}
	return all
}

// String is the column's name in the header.
func (c Column) String() string { return columns[c].name }

// Of is what stands in the column of a result's row.
func (c Column) Of(r *Result) string { return columns[c].text(r) }

// Exact is a number in the shortest form that reads back the same, blank where there is none (NaN); there is no minus
// zero.
func Exact(v float64) string {
	switch {
	case math.IsNaN(v):
		return ""
	case v == 0:
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func where(means bool, text string) string {
	if !means {
		return ""
	}
	return text
}

// limitOf is the limit that governs, a blank one where none does.
func limitOf(r *Result) *standard.Limit {
	if r.Limit == nil {
		return &standard.Limit{}
	}
	return r.Limit
}

func baselinePeriod(r *Result) string {
	if !r.HasBaseline {
		return ""
	}
	return r.BaselinePeriod.String()
}

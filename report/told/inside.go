package told

import (
	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
)

// Result is a result with what a document may not tell of it: columns of results.csv that stay blank.
type Result struct {
	*benchmark.Result
	Blank []benchmark.Column
}

// Behind lists the results behind a factory's document as far as it may tell them: pay that stands for too few people is blank.
func (p *Programme) Behind(f *audit.Factory) []Result {
	var out []Result
	for _, r := range p.byFactory[f] {
		out = append(out, Result{r, payBlanks(r)})
	}
	return out
}

// BehindAll lists the results behind a document about all factories, in the order of results.csv.
func (p *Programme) BehindAll() []Result {
	var out []Result
	for _, f := range p.Data.Factories {
		out = append(out, p.Behind(f)...)
	}
	return out
}

// OfTooFew says that pay stands for so few people that it would tell on them.
func OfTooFew(r *benchmark.Result, people float64) bool {
	return r.Area.Kind.OfPay() && people < LeastInside
}

func payBlanks(r *benchmark.Result) []benchmark.Column {
	var blank []benchmark.Column
	if OfTooFew(r, r.Weight) {
		blank = append(blank, benchmark.ColumnLevel, benchmark.ColumnBaselineLevel, benchmark.ColumnChange,
			benchmark.ColumnRealChange, benchmark.ColumnGapClosed, benchmark.ColumnTrend, benchmark.ColumnWorst, benchmark.ColumnWorstPlace)
	} else if OfTooFew(r, r.WorstWeight) {
		blank = append(blank, benchmark.ColumnWorst, benchmark.ColumnWorstPlace)
	}
	if OfTooFew(FirstOf(r), FirstOf(r).Weight) {
		blank = append(blank, benchmark.ColumnBaselineLevel, benchmark.ColumnChange, benchmark.ColumnRealChange,
			benchmark.ColumnGapClosed)
	}
	return blank
}

package quarterly

import (
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/told"
)

// BusinessRow is one factory's conditions and business side by side, without saying that one makes the other.
type BusinessRow struct {
	*audit.Factory
	N          int // of the factory in the list, for its figures
	Met, Areas int // areas where everyone judged is within, of those where anybody is
	Rates      []Rate
}

// Rate is one rate of a factory's production over the quarters of the time axis.
type Rate struct {
	Of       string // defects, ontime, turnover, absence
	Last     float64
	Quarters int // with a value
	Alt      Markup
}

// rateNames are the rates of production, as figures name them.
func rateNames() []string { return []string{"defects", "ontime", "turnover", "absence"} }

// business lists the factories that report production for the quarter; of many factories none.
func (q *report) business() []BusinessRow {
	if !sizeOf(len(q.active)).Listed {
		return nil
	}
	var out []BusinessRow
	for i, s := range q.Rows {
		if !q.reportsProduction(s.F) {
			continue
		}
		row := BusinessRow{Factory: s.F, N: i}
		for _, st := range s.Statuses {
			if p := q.Part(st); p.Class <= told.JudgedOnce {
				row.Areas++
				if p.Now.Beyond == 0 {
					row.Met++
				}
			}
		}
		for _, of := range rateNames() {
			row.Rates = append(row.Rates, rateOf(q.rates(i, of), of, q.sparkAlt(s.F.ID, i, of, "business."+of)))
		}
		out = append(out, row)
	}
	return out
}

// rateOf takes the last value of a rate.
func rateOf(values []float64, of string, alt Markup) Rate {
	values = slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	r := Rate{Of: of, Last: math.NaN(), Quarters: len(values), Alt: alt}
	if len(values) > 0 {
		r.Last = values[len(values)-1]
	}
	return r
}

func (q *report) reportsProduction(f *audit.Factory) bool {
	return slices.ContainsFunc(q.Data.Production, func(p audit.Production) bool {
		return p.Factory == f && p.Period.Quarter == q.Period && !p.Period.Year
	})
}

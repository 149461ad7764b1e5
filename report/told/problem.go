package told

import (
	"plimsoll/report/audit"
	"plimsoll/report/problem"
	"plimsoll/report/standard"
)

// sheet is one sheet of one workbook.
type sheet struct{ file, name string }

// paySheets says of every sheet that readings came from whether they were of pay.
func paySheets(readings audit.Readings) map[sheet]bool {
	out := map[sheet]bool{}
	var last sheet
	for r := range readings.All() {
		if at := (sheet{r.Source.File, r.Source.Sheet}); at != last {
			last, out[at] = at, out[at] || r.Area.Kind.OfPay()
		}
	}
	return out
}

// Problem is a problem as a document may tell it. A message quotes the cell, and a hint the value that is meant: of a sheet
// of pay, and of one that nobody knows, only the kind of the problem is told and where it is. What stands in a cell of pay may
// be the pay of one worker.
func (p *Programme) Problem(pr problem.Problem) problem.Problem {
	if pr.Row == 0 || !p.mayHoldPay(pr.Place) {
		return pr
	}
	pr.Message, pr.Hint = "", problem.HintOf(pr.Code)
	return pr
}

func (p *Programme) mayHoldPay(at problem.Place) bool {
	for _, area := range p.Standard.Areas {
		if area.Sheet.Named(at.Sheet) {
			return area.Kind.OfPay()
		}
	}
	if isNamed(p.Standard.Sheets, at.Sheet) {
		return false
	}
	pay, known := p.paySheets()[sheet{at.File, at.Sheet}]
	return pay || !known
}

func isNamed(sheets []*standard.Sheet, name string) bool {
	for _, s := range sheets {
		if s.Named(name) {
			return true
		}
	}
	return false
}

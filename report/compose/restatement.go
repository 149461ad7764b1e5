package compose

import (
	"math"
	"strconv"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// RestatedQuarter prints a quarter of an earlier results.csv.
func (p Printer) RestatedQuarter(written string) string {
	if quarter, ok := standard.ParseQuarter(written); ok {
		return p.W.CellQuarter(quarter)
	}
	return written
}

// RestatedFigure names the figure that a restatement is about.
func (p Printer) RestatedFigure(r benchmark.Restatement) Markup {
	area := p.Standard.Area(r.Area)
	if area == nil {
		return Markup(Text(r.Area).String())
	}
	name := p.W.Area(area)
	if ind := area.Indicator(r.Indicator); ind != nil {
		name += p.W.Word("list.dot") + p.W.Indicator(ind)
	} else if r.Indicator == standard.Overall {
		name += p.W.Word("list.dot") + p.W.Word("restated.all")
	}
	if r.Subject != "" {
		name += p.W.Word("list.dot") + p.W.Subject(p.Standard, area, r.Subject)
	}
	return name
}

// RestatedValue rounds a figure of results.csv for print; words stay.
func (p Printer) RestatedValue(s string) string {
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case s == "":
		return "–"
	case err != nil:
		return s
	}
	return p.W.Figure(nil, v, math.NaN())
}

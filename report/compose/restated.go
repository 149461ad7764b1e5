package compose

import (
	"math"
	"strconv"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// RestatedRow is one restatement in a document.
type RestatedRow struct {
	Factory, Period, What, Old, New Text
	Figure, Reason                  Markup
}

// restated tells the restatements.
func (o *overview) restated() []RestatedRow {
	var out []RestatedRow
	for _, r := range o.Restated {
		out = append(out, RestatedRow{Factory: Text(r.Factory), Period: Text(o.quarter(r.Period)), What: Text(o.w.Name("restated.what", r.What)),
			Old: Text(o.plainFigure(r.Old)), New: Text(o.plainFigure(r.New)), Figure: o.figureName(r), Reason: o.w.Name("restated.reason", r.Reason)})
	}
	return out
}

// quarter prints a quarter of results.csv.
func (o *overview) quarter(written string) string {
	if q, ok := standard.ParseQuarter(written); ok {
		return o.w.CellQuarter(q)
	}
	return written
}

func (o *overview) figureName(r benchmark.Restatement) Markup {
	area := o.Standard.Area(r.Area)
	if area == nil {
		return Markup(Text(r.Area).String())
	}
	name := o.w.Area(area)
	if ind := area.Indicator(r.Indicator); ind != nil {
		name += o.w.Word("list.dot") + o.w.Indicator(ind)
	} else if r.Indicator == standard.Overall {
		name += o.w.Word("list.dot") + o.w.Word("restated.all")
	}
	if r.Subject != "" {
		name += o.w.Word("list.dot") + o.w.Subject(o.Standard, area, r.Subject)
	}
	return name
}

// plainFigure rounds a figure of results.csv for print; words stay.
func (o *overview) plainFigure(s string) string {
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case s == "":
		return "–"
	case err != nil:
		return s
	}
	return o.w.Figure(nil, v, math.NaN())
}

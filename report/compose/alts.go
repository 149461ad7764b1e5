package compose

import (
	"cmp"
	"math"
	"slices"

	"plimsoll/report/audit"
	"plimsoll/report/internal/chart"
	"plimsoll/report/standard"
)

// What figures of the programme show, in words and numbers, told from the same data that is drawn.

func (o *overview) dumbbellAlt(area *standard.Area) Markup {
	var each []Markup
	for _, row := range o.dumbbell(area).Rows {
		now, then := o.w.Share(row.Now/100), o.w.Share(row.Baseline/100)
		switch {
		case math.IsNaN(row.Now):
			each = append(each, o.w.Say("dumbbell.unmeasured", "id", row.ID))
		case math.IsNaN(row.Baseline):
			each = append(each, o.w.Say("dumbbell.alone", "id", row.ID, "now", now))
		default:
			each = append(each, o.w.Say("dumbbell.each", "id", row.ID, "now", now, "then", then))
		}
	}
	return o.w.Say("dumbbell.told", "area", o.w.Area(area), "each", o.w.Join(each))
}

func (o *overview) stripAlt(area *standard.Area) Markup {
	strip := o.strip(area)
	var each []Markup
	for _, row := range strip.Rows {
		beyond := 0
		for _, p := range row.Points {
			if p.Beyond {
				beyond++
			}
		}
		byValue := func(a, b chart.StripPoint) int { return cmp.Compare(a.Value, b.Value) }
		least, most := slices.MinFunc(row.Points, byValue), slices.MaxFunc(row.Points, byValue)
		each = append(each, o.w.Say("strip.each", "id", row.ID, "n", len(row.Points), "beyond", beyond,
			"least", o.w.Figure(nil, least.Value, math.NaN()), "most", o.w.Figure(nil, most.Value, math.NaN())))
	}
	if len(each) == 0 {
		return o.w.Say("strip.none", "area", o.w.Area(area))
	}
	return o.w.Say("strip.told", "area", o.w.Area(area), "unit", strip.Unit, "each", o.w.Join(each))
}

func (o *overview) ladderAlt(area *standard.Area) Markup {
	var each []Markup
	for _, row := range o.ladder(area).Rows {
		if math.IsNaN(row.Minimum) {
			each = append(each, o.w.Say("dumbbell.unmeasured", "id", row.ID))
			continue
		}
		times := func(v float64) Markup { return Markup(o.w.Decimal(v/row.Minimum, 2)) }
		each = append(each, o.w.Say("ladder.each", "id", row.ID, "lowest", times(row.Lowest), "median", times(row.Median), "living", times(row.Living)))
	}
	return o.w.Say("ladder.told", "area", o.w.Area(area), "each", o.w.Join(each))
}

// sparkAlt tells the first and the last quarter of a rate; word is the key of its name.
func (o *overview) sparkAlt(id string, factory int, of, word string) Markup {
	values := o.rates(factory, of)
	first := slices.IndexFunc(values, func(v float64) bool { return !math.IsNaN(v) })
	if first < 0 {
		return o.w.Say("business.unknown", "id", id, "what", o.w.Word(word))
	}
	last := len(values) - 1
	for math.IsNaN(values[last]) {
		last--
	}
	return o.w.Say("business.told", "id", id, "what", o.w.Word(word), "first", o.percent(values[first]), "from", o.w.Quarter(o.First+standard.Quarter(first)),
		"last", o.percent(values[last]), "to", o.w.Quarter(o.First+standard.Quarter(last)))
}

// rates are one rate of a factory's production, by quarter of the time axis; nil for a rate that there is none of.
func (o *overview) rates(factory int, of string) []float64 {
	rate, known := map[string]func(audit.Production) float64{
		"defects": func(p audit.Production) float64 { return p.Defects }, "ontime": func(p audit.Production) float64 { return p.OnTime },
		"turnover": func(p audit.Production) float64 { return p.Turnover }, "absence": func(p audit.Production) float64 { return p.Absence },
	}[of]
	if !known {
		return nil
	}
	values := blanks(int(o.Period-o.First) + 1)
	for _, p := range o.Data.Production {
		if i := int(p.Period.Quarter - o.First); p.Factory == o.each[factory].f && !p.Period.Year && i >= 0 && i < len(values) {
			values[i] = rate(p)
		}
	}
	return values
}

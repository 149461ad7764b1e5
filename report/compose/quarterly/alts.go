package quarterly

import (
	"math"
	"slices"

	"plimsoll/report/standard"
)

// What figures of the programme show, in words and numbers, told from the same data that is drawn.

func (q *report) dumbbellAlt(area *standard.Area) Markup {
	var each []Markup
	for _, row := range q.dumbbell(area).Rows {
		now, then := q.W.Share(row.Now/100), q.W.Share(row.Baseline/100)
		switch {
		case math.IsNaN(row.Now):
			each = append(each, q.W.Say("dumbbell.unmeasured", "id", row.ID))
		case math.IsNaN(row.Baseline):
			each = append(each, q.W.Say("dumbbell.alone", "id", row.ID, "now", now))
		default:
			each = append(each, q.W.Say("dumbbell.each", "id", row.ID, "now", now, "then", then))
		}
	}
	return q.W.Say("dumbbell.told", "area", q.W.Area(area), "each", q.W.Join(each))
}

func (q *report) stripAlt(area *standard.Area) Markup {
	strip := q.strip(area)
	var each []Markup
	for _, row := range strip.Rows {
		if len(row.Points) == 0 {
			continue
		}
		beyond, least, most := 0, math.NaN(), math.NaN()
		for _, p := range row.Points {
			if p.Beyond {
				beyond++
			}
			if !(p.Value >= least) && !math.IsNaN(p.Value) { // it is none of a building without a toilet
				least = p.Value
			}
			if !(p.Value <= most) && !math.IsNaN(p.Value) {
				most = p.Value
			}
		}
		each = append(each, q.W.Say("strip.each", "id", row.ID, "count", len(row.Points), "beyond", beyond,
			"least", q.W.Figure(nil, least, math.NaN()), "most", q.W.Figure(nil, most, math.NaN())))
	}
	if len(each) == 0 {
		return q.W.Say("strip.none", "area", q.W.Area(area))
	}
	alt := q.W.Say("strip.told", "area", q.W.Area(area), "unit", strip.Unit, "each", q.W.Join(each))
	if comparisonOf(area) == turned {
		alt = q.W.AddSentence(alt, q.W.Word("strip.turned"))
	}
	return alt
}

func (q *report) ladderAlt(area *standard.Area) Markup {
	var each []Markup
	for _, row := range q.ladder(area).Rows {
		if math.IsNaN(row.Minimum) {
			each = append(each, q.W.Say("dumbbell.unmeasured", "id", row.ID))
			continue
		}
		times := func(v float64) Markup { return Markup(q.multiple(v / row.Minimum)) }
		each = append(each, q.W.Say("ladder.each", "id", row.ID, "lowest", times(row.Lowest), "median", times(row.Median),
			"living", times(row.Living)))
	}
	return q.W.Say("ladder.told", "area", q.W.Area(area), "each", q.W.Join(each))
}

// sparkAlt tells the first and the last quarter of a rate; word is the key of its name.
func (q *report) sparkAlt(id string, factory int, of, word string) Markup {
	values := q.rates(factory, of)
	first := slices.IndexFunc(values, func(v float64) bool { return !math.IsNaN(v) })
	if first < 0 {
		return q.W.Say("business.unknown", "id", id, "what", q.W.Word(word))
	}
	last := len(values) - 1
	for math.IsNaN(values[last]) {
		last--
	}
	print, quarter := q.Printer(q.W).OneDecimal, func(i int) string { return q.W.Quarter(q.First + standard.Quarter(i)) }
	return q.W.Say("business.told", "id", id, "what", q.W.Word(word), "first", print(values[first]), "from", quarter(first),
		"last", print(values[last]), "to", quarter(last))
}

package explain

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// unit explains one thing that was judged.
func (x *explained) unit(i int) Unit {
	u := &x.Units[i]
	out := Unit{Number: i + 1, Name: u.Place, Date: u.Date.String(), Weight: Number(u.Weight), Value: Number(u.Value), Unit: x.Unit, Below: u.Below,
		Detection: Number(math.NaN()), Spot: u.Spot, Held: Number(math.NaN()), Limit: Number(u.LimitValue), State: stateWord(u.State), JudgedBy: []Part{}}
	if u.Below {
		out.Detection = Number(u.Detection)
	}
	if held := u.Held(); held != u.Value && !math.IsNaN(held) {
		out.Held = Number(held)
	}
	if x.Indicator == nil {
		out.Limit, out.Value = Number(math.NaN()), Number(math.NaN())
	}
	for _, r := range u.Rows() {
		out.Readings = append(out.Readings, x.reading(u, r))
	}
	for _, p := range x.Parts(u, x.current) {
		out.JudgedBy = append(out.JudgedBy, partOf(p))
	}
	out.Formula, out.Why = x.formula(u), x.why(u)
	return out
}

func stateWord(s benchmark.State) string {
	return map[benchmark.State]string{benchmark.Unlimited: benchmark.NoLimit, benchmark.Unjudged: benchmark.NotJudged,
		benchmark.IsWithin: benchmark.Within, benchmark.IsBeyond: benchmark.Beyond}[s]
}

func partOf(p benchmark.Part) Part {
	at := slices.IndexFunc(p.Result.Units, func(u benchmark.Unit) bool { return u.Rows()[0] == p.Rows()[0] && u.Place == p.Place })
	return Part{Indicator: p.Result.IndicatorID(), Subject: p.Result.Subject, Name: partName(p), Unit: at + 1, Value: Number(p.Held()), Limit: Number(p.LimitValue),
		State: stateWord(p.Counts), Place: p.Rows()[0].Source.Place().String()}
}

func partName(p benchmark.Part) string {
	if agent := p.Rows()[0].Agent; agent != nil && p.Result.Subject != "" {
		return agent.Name
	}
	return strings.TrimSpace(p.Result.IndicatorID() + " " + p.Result.Subject)
}

// reading gives a row with its cells and, for the figures made of its value, the conversion.
func (x *explained) reading(u *benchmark.Unit, r *audit.Reading) Reading {
	out := Reading{Place: r.Source.Place().String(), Rows: r.Source.Span, Cells: []Cell{}, Number: Number(math.NaN()), Factor: Number(math.NaN()), Value: Number(r.Value)}
	o := x.asked.Origins.Of(r)
	if o == nil {
		return out
	}
	out.Number, out.Unit, out.Factor = Number(o.Number), o.Unit, Number(o.Factor)
	for _, c := range o.Cells {
		out.Cells = append(out.Cells, Cell{c.Place.String(), c.Column, c.Text, c.Place.Cell(), slices.Contains(x.telling(), c.Field)})
		if c.Field == x.mainField(r) {
			out.main = out.Cells[len(out.Cells)-1]
		}
	}
	if x.usesValue() {
		out.Conversion = x.conversion(u, r, o)
	}
	return out
}

// mainField is the field of the cell that the result is about.
func (x *explained) mainField(r *audit.Reading) string {
	if x.Indicator == nil {
		return "value"
	}
	switch x.Indicator.Level {
	case "occupancy":
		return "occupants"
	case "toilets", "showers":
		return x.Indicator.Level
	case "hours":
		if math.IsNaN(r.Weekly) {
			return "longest"
		}
		return "weekly"
	}
	return "value"
}

// telling lists the fields of the cells that enter a figure.
func (x *explained) telling() []string {
	switch {
	case x.Indicator == nil:
		return nil
	case x.Indicator.Level == "space":
		return []string{"value", "unit", "occupants", "building"}
	case x.Area.Shape == "rooms":
		return []string{"occupants", "building", x.Indicator.Level}
	case x.Indicator.Wage:
		return []string{"value", "workers", "currency", "basis", "lowest", "ordinary"}
	case x.Area.Shape == "pay":
		return []string{"workers", "weekly", "longest"}
	}
	return []string{"value", "unit", "subject", "hours", "worker", "workers", "detection", "sample"}
}

// usesValue says whether the figure is made of the main value of a row, and not of other cells alone.
func (x *explained) usesValue() bool {
	return x.Indicator != nil && !slices.Contains([]string{"occupancy", "toilets", "showers", "hours", "mixture"}, x.Indicator.Level)
}

// conversion shows how the number as written came into the unit of the area.
func (x *explained) conversion(u *benchmark.Unit, r *audit.Reading, o *audit.Origin) string {
	var steps []string
	value, unit := r.Value, x.Area.Unit
	if r.ByVolume {
		unit = "ppm"
	}
	if o.Factor != 1 {
		steps = append(steps, fmt.Sprintf("%s × %s = %s", with(o.Number, o.Unit), number(o.Factor), with(value, unit)))
	}
	if r.ByVolume {
		value = u.Concentration(r)
		t := u.Temperature()
		steps = append(steps, fmt.Sprintf("%s ppm × %s g/mol ÷ %s L/mol (%s °C) = %s", number(r.Value), number(r.Agent.MolarMass), number(standard.MolarVolume(t)), number(t), with(value, x.Area.Unit)))
	}
	if r.Below {
		steps = append(steps, fmt.Sprintf("below detection: %s ÷ √2 = %s", number(value), with(benchmark.Undetected(value), x.Area.Unit)))
	}
	return strings.Join(steps, "; ")
}

// why says in words how a unit stands towards its limit.
func (x *explained) why(u *benchmark.Unit) string {
	held, limit := u.Held(), with(u.LimitValue, x.limitUnit(u))
	switch {
	case x.Indicator == nil:
		return ""
	case u.State == benchmark.Unlimited:
		return "no limit applies"
	case u.Infinite():
		return "people share none: beyond any limit"
	case u.State == benchmark.Unjudged && u.Below:
		return fmt.Sprintf("the detection limit %s lies above the limit %s: it cannot be judged", number(u.Detection), limit)
	case u.State == benchmark.Unjudged:
		return fmt.Sprintf("%s cannot be held against %s: %s", number(held), limit, unsuited(u, u.Limit))
	case u.Below:
		return fmt.Sprintf("the detection limit %s keeps the limit %s", number(u.Detection), limit)
	case x.Indicator.Wage && u.Limit.Basis != "" && u.Limit.Basis != u.Rows()[0].Basis:
		return fmt.Sprintf("%s pay %s, %s limit %s: certain on any basis", u.Rows()[0].Basis, number(held), u.Limit.Basis, limit)
	}
	if number(held) == number(u.LimitValue) && u.State == benchmark.IsBeyond { // six digits would hide by how much
		return x.compared(u, strconv.FormatFloat(held, 'f', -1, 64), limit)
	}
	return x.compared(u, number(held), limit)
}

// compared is the comparison itself: 90.4 > 85.
func (x *explained) compared(u *benchmark.Unit, held, limit string) string {
	sign := "≤"
	switch beyond, higher := u.State == benchmark.IsBeyond, x.Indicator.Higher(); {
	case beyond && higher:
		sign = "<"
	case beyond:
		sign = ">"
	case higher:
		sign = "≥"
	}
	return x.heldName(u) + held + " " + sign + " " + limit
}

func (x *explained) heldName(u *benchmark.Unit) string {
	r := u.Rows()[0]
	switch {
	case x.Indicator.Wage && x.Indicator.ID != "living" && math.IsNaN(r.Lowest):
		return "the group's average (no lowest pay is given) "
	case x.Indicator.Wage && x.Indicator.ID != "living":
		return "the lowest pay "
	case x.Area.Shape == "pay" && !x.Indicator.Wage && !math.IsNaN(r.Longest):
		return "the longest week "
	}
	return ""
}

func (x *explained) limitUnit(u *benchmark.Unit) string {
	if u.Limit != nil && u.Limit.Currency != "" {
		return u.Limit.Currency
	}
	return x.Unit
}

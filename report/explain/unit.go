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
	out := Unit{Number: i + 1, Name: u.Place, Date: u.Date.String(), Weight: Number(u.Weight), Value: Number(u.Value),
		Unit: x.Unit, Below: u.Below,
		Detection: Number(math.NaN()), Spot: u.Spot, Held: Number(math.NaN()), Limit: Number(u.LimitValue),
		State: stateWord(u.State), Lost: []string{}, JudgedBy: []Contribution{}}
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
	for _, l := range u.Lost() {
		out.Lost = append(out.Lost, l.Source.Place().String())
	}
	out.Hindrance = string(u.Hindrance())
	for _, p := range x.contributions.To(u) {
		out.JudgedBy = append(out.JudgedBy, contribution(p))
	}
	out.Formula, out.Why = kindOf(x.Area).formula(x, u), x.why(u)
	return out
}

func stateWord(s benchmark.State) string {
	return map[benchmark.State]string{benchmark.Unlimited: benchmark.NoLimit, benchmark.Unjudged: benchmark.NotJudged,
		benchmark.IsWithin: benchmark.Within, benchmark.IsBeyond: benchmark.Beyond}[s]
}

func contribution(p benchmark.Contribution) Contribution {
	at := slices.IndexFunc(p.Result.Units, func(u benchmark.Unit) bool {
		return u.Rows()[0] == p.Rows()[0] && u.Place == p.Place
	})
	return Contribution{Indicator: p.Result.IndicatorID(), Subject: p.Result.Subject, Name: contributor(p),
		Unit: at + 1, Value: Number(p.Held()), Limit: Number(p.LimitValue),
		State: stateWord(p.Counts), Place: p.Rows()[0].Source.Place().String()}
}

func contributor(p benchmark.Contribution) string {
	if agent := p.Rows()[0].Agent; agent != nil && p.Result.Subject != "" {
		return agent.Name
	}
	return strings.TrimSpace(p.Result.IndicatorID() + " " + p.Result.Subject)
}

// reading gives a row with its cells and, for the figures made of its value, the conversion.
func (x *explained) reading(u *benchmark.Unit, r *audit.Reading) ReadRow {
	out := ReadRow{Place: r.Source.Place().String(), Rows: r.Source.Span, Cells: []Cell{}, Number: Number(math.NaN()),
		Factor: Number(math.NaN()), Value: Number(r.Value)}
	o := x.asked.Origins.Of(r)
	if o == nil {
		return out
	}
	out.Number, out.Unit, out.Factor, out.Offset = Number(o.Number), o.Unit, Number(o.Factor), Number(o.Offset)
	for _, c := range o.Cells {
		tells := slices.Contains(x.telling(), c.Field)
		out.Cells = append(out.Cells, Cell{c.Place.String(), c.Column, c.Text, c.Place.Cell(), tells})
		if c.Field == x.mainField(r) && x.ofIndicator(c.Indicator) {
			out.main = out.Cells[len(out.Cells)-1]
		}
	}
	if x.Indicator != nil && methodOf(x.Indicator).ofValue {
		out.Conversion = x.conversion(u, r, o)
	}
	return out
}

// ofIndicator says that a cell of values is that of the result's indicator; blank is the area's first.
func (x *explained) ofIndicator(id string) bool {
	return id == "" || x.Indicator == nil || id == x.Indicator.ID
}

// conversion shows how the number as written came into the unit of the area.
func (x *explained) conversion(u *benchmark.Unit, r *audit.Reading, o *audit.Origin) string {
	var steps []string
	value, unit := r.Value, x.Area.Unit
	if r.ByVolume {
		unit = "ppm"
	}
	switch {
	case o.Offset != 0:
		steps = append(steps, fmt.Sprintf("(%s + %s) × %s = %s", with(o.Number, o.Unit), bracketed(o.Offset), number(o.Factor),
			with(value, unit)))
	case o.Factor != 1:
		steps = append(steps, fmt.Sprintf("%s × %s = %s", with(o.Number, o.Unit), number(o.Factor), with(value, unit)))
	}
	if r.ByVolume {
		value = u.Concentration(r)
		t := u.Temperature()
		steps = append(steps, fmt.Sprintf("%s ppm × %s g/mol ÷ %s L/mol (%s °C) = %s", number(r.Value),
			number(r.Agent.MolarMass), number(standard.MolarVolume(t)), number(t), with(value, x.Area.Unit)))
	}
	if r.Below {
		substitute := with(benchmark.Substituted(value), x.Area.Unit)
		steps = append(steps, fmt.Sprintf("below detection: %s ÷ √2 = %s", number(value), substitute))
	}
	return strings.Join(steps, "; ")
}

// why says in words how a unit stands towards its limit.
func (x *explained) why(u *benchmark.Unit) string {
	held, limit := u.Held(), with(u.LimitValue, x.limitUnit(u))
	switch {
	case x.Indicator == nil:
		return whyOverall(u)
	case u.State == benchmark.Unlimited:
		return "no limit applies"
	case u.Infinite():
		return "people share none: beyond any limit"
	case u.State == benchmark.Unjudged && u.Below:
		return fmt.Sprintf("the detection limit %s lies above the limit %s: it cannot be judged", number(u.Detection),
			limit)
	case u.State == benchmark.Unjudged:
		return fmt.Sprintf("%s cannot be held against %s: %s", number(held), limit, unsuited(u, u.Limit)) + x.certain(u)
	case u.Below:
		return fmt.Sprintf("the detection limit %s keeps the limit %s", number(u.Detection), limit)
	case x.Indicator.Wage && u.Limit.Basis != "" && u.Limit.Basis != u.Rows()[0].Basis:
		return fmt.Sprintf("%s %s, %s limit %s: certain all the same", payWord(u.Rows()[0].Basis), number(held),
			u.Limit.Basis, limit) + x.certain(u)
	}
	if number(held) == number(u.LimitValue) && u.State == benchmark.IsBeyond { // six digits would hide by how much
		return x.compared(u, strconv.FormatFloat(held, 'f', -1, 64), limit)
	}
	return x.compared(u, number(held), limit) + stands(u)
}

// whyOverall says why a place is not within though everything judged there is.
func whyOverall(u *benchmark.Unit) string {
	return map[benchmark.Hindrance]string{
		benchmark.NotWhole:   "a day, a sample or an index was left out here as not whole: it cannot be within",
		benchmark.PayLeftOut: "its pay was left out, though law or code draw a line for it: it cannot be within",
	}[u.Hindrance()]
}

// stands says that an exposure counts though a part of it was lost.
func stands(u *benchmark.Unit) string {
	if len(u.Lost()) == 0 {
		return ""
	}
	lost := each(u.Lost(), func(l *audit.Lost) string { return l.Source.Place().String() })
	return "; " + strings.Join(lost, ", ") + " was lost, but could only add"
}

func payWord(basis string) string {
	if basis == "" {
		return "pay that does not say its basis"
	}
	return basis + " pay"
}

// certain gives the amounts from which pay on another basis than its limit's is within, and under which it is beyond.
func (x *explained) certain(u *benchmark.Unit) string {
	r := u.Rows()[0]
	if u.Limit.Currency != r.Currency {
		return ""
	}
	within, beyond := benchmark.Certain(r.Basis, u.Limit.Basis, u.LimitValue, u.Limit.Deduction)
	text := ""
	if !math.IsNaN(within) {
		text += "; within from " + number(within)
	}
	if !math.IsNaN(beyond) {
		text += "; beyond under " + number(beyond)
	}
	if u.Limit.Deduction == nil {
		return text + " (no largest deduction is known)"
	}
	return text + fmt.Sprintf(" (at most %s of gross pay may be deducted)", percent(*u.Limit.Deduction))
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
	return kindOf(x.Area).held(x.Indicator, u.Rows()[0]) + held + " " + sign + " " + limit
}

func (x *explained) limitUnit(u *benchmark.Unit) string {
	if u.Limit != nil && u.Limit.Currency != "" {
		return u.Limit.Currency
	}
	return x.Unit
}

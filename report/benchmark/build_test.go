package benchmark_test

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"

	"plimsoll/report/problem"

	"plimsoll/report/audit"
	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
	"plimsoll/templates"
)

var builtIn = sync.OnceValues(func() (*standard.Standard, error) { return standard.Load(templates.Files) })

// book is a programme as a test writes it down, row by row, with limits of its own instead of the built-in ones.
// Rows belong to the factory and the day named last: at first F in CN-GD, on 2026-01-15.
type book struct {
	rows        []audit.Reading // the data has them from fill on
	t           testing.TB
	std         *standard.Standard
	data        audit.Data
	limits, own []*standard.Limit
	factory     *audit.Factory
	date        standard.Date
	period      standard.Quarter // reported; the latest that has readings where a test does not say
}

func newBook(t testing.TB) *book {
	t.Helper()
	std, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	b := &book{t: t, std: std, data: audit.Data{Programme: audit.Programme{YearStarts: 1}}}
	b.in("F", "CN-GD", "CN-GD")
	b.on("2026-01-15")
	return b
}

// in turns to a factory, which is made where it is new.
func (b *book) in(id, region, wageRegion string) {
	for _, f := range b.data.Factories {
		if f.ID == id {
			b.factory = f
			return
		}
	}
	b.factory = &audit.Factory{ID: id, Name: id, Country: region[:2], Region: region, WageRegion: wageRegion}
	b.data.Factories = append(b.data.Factories, b.factory)
}

// on turns to a day; a quarter such as 2026-Q3 stands for the fifteenth of its first month.
func (b *book) on(day string) {
	b.t.Helper()
	if q, ok := standard.ParseQuarter(day); ok {
		b.date = q.Start(b.data.Programme.YearStarts) + 14
		return
	}
	var ok bool
	if b.date, ok = standard.ParseDate(day); !ok {
		b.t.Fatalf("%q is no day", day)
	}
}

func (b *book) report(period string) { b.period, _ = standard.ParseQuarter(period) }

// reading is short for tests that change one themselves.
type reading = audit.Reading

// a change says something more about a row.
type change func(*audit.Reading)

func workers(n float64) change    { return func(r *audit.Reading) { r.Workers = n } }
func hours(h float64) change      { return func(r *audit.Reading) { r.Hours = h } }
func code(worker string) change   { return func(r *audit.Reading) { r.Worker = worker } }
func group(name string) change    { return func(r *audit.Reading) { r.Group = name } }
func place(name string) change    { return func(r *audit.Reading) { r.Location = name } }
func method(name string) change   { return func(r *audit.Reading) { r.Method = standard.Fold(name) } }
func building(name string) change { return func(r *audit.Reading) { r.Building = name } }
func toilets(n float64) change    { return func(r *audit.Reading) { r.Toilets = n } }
func showers(n float64) change    { return func(r *audit.Reading) { r.Showers = n } }
func currency(code string) change { return func(r *audit.Reading) { r.Currency = code } }
func lowest(pay float64) change   { return func(r *audit.Reading) { r.Lowest = pay } }
func ordinary(h float64) change   { return func(r *audit.Reading) { r.Ordinary = h } }
func minutes(m float64) change    { return func(r *audit.Reading) { r.Minutes = m } }
func beds(n float64) change       { return func(r *audit.Reading) { r.Beds = n } }
func sex(word string) change      { return func(r *audit.Reading) { r.Sex = word } }
func overtime(pay float64) change { return func(r *audit.Reading) { r.Overtime = pay } }
func weekly(h float64) change     { return func(r *audit.Reading) { r.Weekly = h } }
func longest(h float64) change    { return func(r *audit.Reading) { r.Longest = h } }
func below(r *audit.Reading)      { r.Below = true } // the value is then the detection limit
func ppm(r *audit.Reading)        { r.ByVolume = true }
func personal(r *audit.Reading)   { r.Personal = true }
func areaSample(r *audit.Reading) { r.AreaWide = true }
func gross(r *audit.Reading)      { r.Basis = "gross" }
func unsaid(r *audit.Reading)     { r.Basis = "" } // neither net nor gross

// row adds a reading of an area; numbers that are not given are NaN, as audit leaves them.
func (b *book) row(area string, value float64, changes []change) {
	b.t.Helper()
	none, order := math.NaN(), len(b.rows)+len(b.data.Lost)+1
	r := audit.Reading{Factory: b.factory, Area: b.std.Area(area), Date: b.date, Value: value, Location: "here", Basis: "net",
		Source:  audit.Source{File: "a.xlsx", Sheet: area, Row: order + 1, Order: order},
		Workers: none, Hours: none, Minutes: none, Occupants: none, Beds: none, Toilets: none, Showers: none, Lowest: none, Ordinary: none, Overtime: none, Weekly: none, Longest: none}
	if r.Area == nil {
		b.t.Fatalf("there is no area %s", area)
	}
	for _, c := range changes {
		c(&r)
	}
	b.rows = append(b.rows, r)
}

func (b *book) noise(level float64, changes ...change) { b.t.Helper(); b.row("noise", level, changes) }

func (b *book) light(process string, lux float64, changes ...change) {
	b.t.Helper()
	b.row("light", lux, append([]change{func(r *audit.Reading) { r.Subject = process }}, changes...))
}

func (b *book) air(agent string, concentration float64, changes ...change) {
	b.t.Helper()
	a, ok := b.std.Agent(agent)
	if !ok {
		b.t.Fatalf("there is no agent %s", agent)
	}
	b.row("air", concentration, append([]change{func(r *audit.Reading) { r.Agent, r.Subject, r.Isomer = a, a.ID, b.std.Isomer(agent) }}, changes...))
}

// lose takes the row added last away: an error left it out, or it says that nothing was measured.
func (b *book) lose() {
	last := len(b.rows) - 1
	b.data.Lost = append(b.data.Lost, audit.Lost{Reading: b.rows[last]})
	b.rows = b.rows[:last]
}

// prices adds a price index of China.
func (b *book) prices(month string, index float64) {
	b.t.Helper()
	on, _ := standard.ParseDate(month + "-01")
	b.data.Prices = append(b.data.Prices, audit.Price{Country: "CN", Month: on, Index: index})
}

func (b *book) room(name string, floor, occupants float64, changes ...change) {
	b.t.Helper()
	b.row("dorms", floor, append([]change{place(name), func(r *audit.Reading) { r.Occupants = occupants }}, changes...))
}

// pay adds a row of earnings in CNY; it is dated on the first day of the month.
func (b *book) pay(workersGroup string, n, regular float64, changes ...change) {
	b.t.Helper()
	b.row("earnings", regular, append([]change{group(workersGroup), workers(n), currency("CNY"), func(r *audit.Reading) { r.Date = r.Date.Month() }}, changes...))
}

// law, written "air concentration/toluene CN 50 mg/m3 legal from=2020-04-01", is a limit that is built in; mine is one
// of the programme's own. Its source is the text itself.
func (b *book) law(text string)  { b.t.Helper(); b.limits = append(b.limits, b.limit(text, false)) }
func (b *book) mine(text string) { b.t.Helper(); b.own = append(b.own, b.limit(text, true)) }

func (b *book) limit(text string, own bool) *standard.Limit {
	b.t.Helper()
	f := strings.Fields(text)
	value, err := strconv.ParseFloat(f[3], 64)
	if err != nil {
		b.t.Fatal(err)
	}
	l := &standard.Limit{Area: f[0], Jurisdiction: f[2], Limit: value, Unit: f[4], Kind: f[5], Source: strings.ReplaceAll(text, " ", "_"), Own: own}
	l.Indicator, l.Subject, _ = strings.Cut(f[1], "/")
	for _, more := range f[6:] {
		name, value, _ := strings.Cut(more, "=")
		switch name {
		case "from":
			l.From, _ = standard.ParseDate(value)
		case "to":
			l.To, _ = standard.ParseDate(value)
		case "averaging":
			l.Averaging = value
		case "basis":
			l.Basis = value
		case "normal":
			l.Normal, _ = strconv.ParseFloat(value, 64)
		case "deduction":
			share, _ := strconv.ParseFloat(value, 64)
			l.Deduction = &share
		case "exchange":
			l.Exchange, _ = strconv.ParseFloat(value, 64)
		case "temperature":
			l.Temperature, _ = strconv.ParseFloat(value, 64)
		default:
			b.t.Fatalf("%s: what is %s?", text, name)
		}
	}
	if err := b.std.Complete(l); err != nil {
		b.t.Fatalf("%s: %v", text, err)
	}
	return l
}

// fill puts the rows into the data.
func (b *book) fill() {
	b.data.Readings = audit.Readings{}
	for i := range b.rows {
		b.data.Readings.Add(&b.rows[i])
	}
}

// compare computes the results, which must make sense whatever the rows are.
func (b *book) compare() ([]*benchmark.Result, []problem.Problem) {
	b.t.Helper()
	if b.period == 0 {
		for _, r := range b.rows {
			b.period = max(b.period, b.data.Quarter(r.Date))
		}
	}
	b.fill()
	results, problems := benchmark.Compare(&b.data, standard.NewLimits(b.limits, b.own), b.std.Areas, b.period)
	for _, r := range results {
		sane(b.t, r)
	}
	return results, problems
}

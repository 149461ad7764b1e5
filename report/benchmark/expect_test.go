package benchmark_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/report/standard"
)

// A test's expectation is a text with a line for each row it looks at, the columns named and numbers rounded as written
// (blank = none): "noise exposure: level=89.78 n=1 within=". The factory (F) and the period (the reported one) may stand
// in front. A line "no air mixture" wants no such row, "says hours-over-day" a problem of that code ("x2": two, "x0": none).
type expectation struct {
	name  string
	build func(b *book)
	want  string
}

// holdAll runs the cases of a table.
func holdAll(t *testing.T, cases []expectation) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := newBook(t)
			c.build(b)
			b.hold(c.want)
		})
	}
}

// hold compares the results with an expectation.
func (b *book) hold(want string) {
	b.t.Helper()
	results, problems := b.compare()
	rows := map[string]*benchmark.Result{}
	for _, r := range results {
		rows[strings.TrimSpace(strings.Join([]string{r.Factory.ID, r.Period.String(), r.Area.ID, r.IndicatorID(), r.Subject}, " "))] = r
	}
	for line := range strings.Lines(want) {
		line = strings.TrimSpace(line)
		key, columns, isRow := strings.Cut(line, ":")
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "":
		case word == "no":
			if rows[b.key(rest)] != nil {
				b.t.Errorf("there is a row %s", rest)
			}
		case word == "says":
			code, times := rest, 1
			if name, n, counted := strings.Cut(rest, " x"); counted {
				code = name
				times, _ = strconv.Atoi(n)
			}
			said := 0
			for _, p := range problems {
				if p.Code == code {
					said++
				}
			}
			if said != times {
				b.t.Errorf("%s is said %d times, want %d: %v", code, said, times, problems)
			}
		case !isRow:
			b.t.Fatalf("not understood: %s", line)
		case rows[b.key(key)] == nil:
			b.t.Errorf("there is no row %q", b.key(key))
		default:
			for _, column := range strings.Fields(columns) {
				holdColumn(b.t, key, rows[b.key(key)], column)
			}
		}
	}
}

// key completes "noise exposure" to "F 2026-Q1 noise exposure".
func (b *book) key(short string) string {
	words := strings.Fields(short)
	factory, period := b.data.Factories[0].ID, b.period.String()
	for _, f := range b.data.Factories {
		if words[0] == f.ID {
			factory, words = words[0], words[1:]
		}
	}
	if _, ok := standard.ParseQuarter(words[0]); ok {
		period, words = words[0], words[1:]
	}
	return strings.Join(slices.Concat([]string{factory, period}, words), " ")
}

// holdColumn wants a column such as level=89.78 of a row; a space within a text is written as _.
func holdColumn(t testing.TB, key string, r *benchmark.Result, column string) {
	t.Helper()
	name, want, _ := strings.Cut(column, "=")
	switch got := columnOf(t, r, name).(type) {
	case string:
		if strings.ReplaceAll(got, " ", "_") != want {
			t.Errorf("%s: %s is %q, want %q", key, name, got, want)
		}
	case float64:
		if want == "" {
			if !math.IsNaN(got) {
				t.Errorf("%s: %s is %v, want none", key, name, got)
			}
			return
		}
		number, err := strconv.ParseFloat(want, 64)
		if err != nil {
			t.Fatal(column)
		}
		_, decimals, _ := strings.Cut(want, ".")
		if !(math.Abs(got-number) <= 0.5*math.Pow10(-len(decimals))+1e-9) || decimals == "" && math.Abs(got-number) > 1e-6*max(1, math.Abs(number)) {
			t.Errorf("%s: %s is %v, want %s", key, name, got, want)
		}
	}
}

// columnOf gives a column of results.csv, as a number (NaN = blank) or a text.
func columnOf(t testing.TB, r *benchmark.Result, name string) any {
	t.Helper()
	limit := &standard.Limit{}
	if r.Limit != nil {
		limit = r.Limit
	}
	switch name {
	case "unit":
		return r.Unit
	case "level":
		return r.Level
	case "qualifier":
		return map[bool]string{true: "<"}[r.Below]
	case "n":
		if r.Status == benchmark.NotMeasured {
			return math.NaN() // blank in results.csv
		}
		return float64(r.N)
	case "weight":
		return r.Weight
	case "limit":
		return r.LimitValue
	case "kind":
		return limit.Kind
	case "source":
		return limit.Source
	case "within":
		return r.Within
	case "worst":
		return r.Worst
	case "place":
		return r.WorstPlace
	case "status":
		return r.Status
	case "measured":
		return r.Measured.String()
	case "baseline":
		return map[bool]string{true: r.BaselinePeriod.String()}[r.HasBaseline]
	case "from":
		return r.BaselineLevel
	case "change":
		return r.Change
	case "verdict":
		return r.Verdict
	case "gap":
		return r.GapClosed
	case "real":
		return r.RealChange
	case "trend":
		return r.Trend
	case "peers":
		return map[bool]string{true: strconv.Itoa(r.PeersN)}[r.HasPeers]
	case "median":
		return r.PeersMedian
	case "compliance":
		return r.Compliance
	case "utl":
		return r.UTL
	case "cost":
		return r.Cost
	case "sources":
		var rows []string
		for _, s := range r.Sources {
			rows = append(rows, strconv.Itoa(s.Order))
		}
		return strings.Join(rows, ",")
	}
	t.Fatalf("there is no column %s", name)
	return nil
}

// sane holds what is true of every result.
func sane(t testing.TB, r *benchmark.Result) {
	t.Helper()
	at := strings.Join([]string{r.Factory.ID, r.Period.String(), r.Area.ID, r.IndicatorID(), r.Subject}, " ")
	complain := func(wrong bool, about string) {
		if wrong {
			t.Errorf("%s: %s: %+v", at, about, r)
		}
	}
	for _, v := range []float64{r.Level, r.Weight, r.LimitValue, r.Within, r.Worst, r.Change, r.GapClosed, r.Trend, r.PeersMedian, r.BaselineLevel} {
		complain(math.IsInf(v, 0), "an infinite figure")
	}
	complain(r.Within < 0 || r.Within > 1, "within outside 0 to 1")
	complain((r.Status == benchmark.Within) != (r.Within == 1) && r.Status != benchmark.Stale, "status against within")
	complain((r.Status == benchmark.Beyond) != (r.Within < 1) && r.Status != benchmark.Stale, "status against within")
	complain(r.HasPeers && math.IsNaN(r.PeersMedian) != (r.PeersN < 4), "median against number of peers")
	complain(r.Indicator == nil && (!math.IsNaN(r.Level) || !math.IsNaN(r.Worst) || r.WorstPlace != "" || r.Unit != "" || r.Limit != nil), "all with a level")
	complain(r.HasBaseline && r.BaselinePeriod > r.Period, "a baseline that lies ahead")
	complain((r.Verdict == benchmark.First || r.Verdict == benchmark.Break) && !math.IsNaN(r.Change), "a change in the first quarter")
	complain(!r.HasBaseline && r.Verdict != "", "a verdict without a baseline")
}

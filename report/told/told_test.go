package told_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"plimsoll/report/benchmark"
	"plimsoll/report/compose"
	"plimsoll/report/compose/small"
	"plimsoll/report/told"
)

const payHeadings = "Factory ID,Month,Worker group,Workers,Regular pay,Currency,Basis,Hours per week\n"

// minimum is the told figure of pay against the minimum wage of a factory in the latest quarter.
func minimum(t *testing.T, source *compose.Source, factory int) *told.Figure {
	t.Helper()
	for _, f := range source.Areas(source.Data.Factories[factory])[4].Rows {
		if f.IndicatorID() == "minimum" {
			return f
		}
	}
	t.Fatal("no figure of pay")
	return nil
}

func paid(t *testing.T, lines string) *compose.Source {
	t.Helper()
	return small.Read(t, small.Sheets{"Earnings": payHeadings + lines,
		"Factories": "Factory ID,Name,Country,Region,Wage region,Workers\nA,Alpha,VN,VN-I,VN-I,40\nB,Beta,VN,VN-I,VN-I,900\n"})
}

// TestPayOfOne: the median of eleven groups of one worker is one worker's pay, though eleven people stand behind it.
func TestPayOfOne(t *testing.T) {
	lines := ""
	for i := range 11 {
		lines += fmt.Sprintf("A,2026-07,Worker %d,1,%d,VND,gross,48\n", i, 6000000+100003*i)
	}
	f := minimum(t, paid(t, lines), 0)
	if !math.IsNaN(f.Level) || !math.IsNaN(f.Worst) || f.WorstPlace != "" || !f.Withholds(benchmark.ColumnLevel) || f.Weight != 11 {
		t.Errorf("%v %v %q", f.Level, f.Worst, f.WorstPlace)
	}
	for _, u := range f.Units {
		if !math.IsNaN(u.Value) {
			t.Errorf("a row's pay is told: %v", u.Value)
		}
	}
}

// TestPayOfFewOnce: three people at the baseline withhold what their pay could be computed from now, and no more.
func TestPayOfFewOnce(t *testing.T) {
	f := minimum(t, paid(t, "A,2026-01,Guards,3,6123457,VND,gross,48\nA,2026-04,Guards,12,6500000,VND,gross,48\nA,2026-07,Guards,12,6700000,VND,gross,48\n"), 0)
	if f.Level != 6700000 || f.Verdict != "" || f.Baseline().HasFigure() {
		t.Errorf("%v %q %v", f.Level, f.Verdict, f.Baseline().Level)
	}
	for name, v := range map[string]float64{"change": f.Change, "trend": f.Trend, "baseline": f.BaselineLevel, "gap": f.GapClosed} {
		if !math.IsNaN(v) {
			t.Errorf("%s is told: %v", name, v)
		}
	}
}

// TestManyAreTold: twelve people with one pay, in one row or in several, are told inside and in public.
func TestManyAreTold(t *testing.T) {
	source := paid(t, "A,2026-07,Line,7,6700000,VND,gross,48\nA,2026-07,Hall,5,6700000,VND,gross,48\nB,2026-07,Line,7,6700000,VND,gross,48\n")
	for factory, want := range []bool{false, true} {
		if f := minimum(t, source, factory); f.Level != 6700000 {
			t.Errorf("%d: %v", factory, f.Level)
		}
		area := source.Areas(source.Data.Factories[factory])[4]
		if got := source.Public(area).LevelWithheld(); got != want {
			t.Errorf("in public %d: %v", factory, got)
		}
	}
}

// TestPeersOfFew: who stands for fewer than five people is nobody's peer.
func TestPeersOfFew(t *testing.T) {
	factories, lines := "Factory ID,Name,Country,Region,Wage region\n", ""
	for i, workers := range []int{200, 200, 200, 1, 200, 200} {
		factories += fmt.Sprintf("F%d,Mill,VN,VN-I,VN-I\n", i)
		lines += fmt.Sprintf("F%d,2026-07,Line,%d,%d,VND,gross,48\n", i, workers, 6000000+100000*i)
	}
	source := small.Read(t, small.Sheets{"Factories": factories, "Earnings": payHeadings + lines})
	for factory, want := range []benchmark.Peers{{N: 4, Median: 6300000}, {N: 4, Median: 6300000}, {N: 4, Median: 6250000}, {N: 5, Median: 6200000}} {
		if f := minimum(t, source, factory); f.PeersN != want.N || f.PeersMedian != want.Median {
			t.Errorf("F%d: %d, %v, not %+v", factory, f.PeersN, f.PeersMedian, want)
		}
	}
}

// TestChannels: a factory with few messages is counted as withheld, and its days are not told.
func TestChannels(t *testing.T) {
	source := small.Read(t, small.Mills())
	channels := source.Channels()
	if len(channels) != 1 || channels[0].Received != 30 || channels[0].Resolved != 20 || channels[0].Factories != 1 || channels[0].Withheld != 1 ||
		channels[0].ShortestDays != 4 || channels[0].LongestDays != 4 {
		t.Errorf("%+v", channels)
	}
	if got := source.WorkersInPublic(); got.N != 500 || got.Withheld {
		t.Errorf("%+v", got)
	}
	if got := told.CountOf(9); !got.Withheld || told.CountOf(14).N != 10 {
		t.Errorf("%+v", got)
	}
}

// TestPublished: shares are in whole percent, and what is withheld is blank.
func TestPublished(t *testing.T) {
	source := small.ReadAfter(t, small.Mills(), small.Before())
	var rows []string
	for _, f := range source.Published() {
		row := f.Factory.ID + " " + f.Area.ID + " " + f.IndicatorID()
		for _, c := range []benchmark.Column{benchmark.ColumnWithin, benchmark.ColumnLevel} {
			text := c.Of(f.Result)
			for _, blank := range f.Blank() {
				if blank == c {
					text = ""
				}
			}
			row += " " + text
		}
		rows = append(rows, row)
	}
	all := strings.Join(rows, "\n")
	for _, want := range []string{"A noise all 0.75 ", "A noise exposure  86.", "B noise all 1 ", "A earnings all  ", "B earnings minimum  "} {
		if !strings.Contains(all+"\n", want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if inside, public := source.Restated(source.Restatements), source.RestatedInPublic(source.Restatements); len(public) == 0 || len(public) > len(inside) {
		t.Errorf("%d restatements inside, %d in public", len(inside), len(public))
	}
	var behind told.LimitsBehind
	for f := range source.BehindAll() {
		behind.Add(f)
	}
	if len(source.UnverifiedLimits()) == 0 || len(source.PublishedLimits()) == 0 || len(behind.Limits) == 0 {
		t.Error("no limits")
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]float64{0: 0, 1: 1, 0.999: 0.99, 0.001: 0.01, 0.754: 0.75, 0.5: 0.5} {
		if got := told.Percent(share); got != want {
			t.Errorf("%v: %v", share, got)
		}
	}
}

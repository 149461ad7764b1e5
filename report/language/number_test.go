package language

import (
	"math"
	"testing"

	"plimsoll/report/standard"
)

func TestFiguresNeverLookAtTheLimitWhenTheyAreOffIt(t *testing.T) {
	w, one := englishWords(t), 1
	noise := &standard.Indicator{ID: "exposure", Decimals: &one}
	for _, c := range []struct {
		ind      *standard.Indicator
		v, limit float64
		want     string
	}{
		{noise, 84.96, 85, "84.96"}, {noise, 85.04, 85, "85.04"}, {noise, 85, 85, "85.0"}, {noise, 85.0004, 85, "85.0004"},
		{noise, 84.21, 85, "84.2"}, {nil, 16.66, math.NaN(), "16.7"}, {nil, 0.1, math.NaN(), "0.1"}, {nil, 0.0123456, math.NaN(), "0.0123"},
		{nil, 5310000, math.NaN(), "5,310,000"}, {nil, -0.4, math.NaN(), "−0.4"}, {nil, 50, 50, "50"}, {nil, 49.98, 50, "49.98"}, {nil, 0, 5, "0"},
	} {
		if got := w.Figure(c.ind, c.v, c.limit); got != c.want {
			t.Errorf("%v against %v: %q, not %q", c.v, c.limit, got, c.want)
		}
	}
}

func TestOnlyAllIsHundredPercent(t *testing.T) {
	w := englishWords(t)
	for v, want := range map[float64]string{1: "100", 0.9999: ">99", 0.994: "99", 0.001: "<1", 0: "0", 0.5: "50", math.NaN(): "–"} {
		if got := w.Share(v); got != want {
			t.Errorf("%v: %q, not %q", v, got, want)
		}
	}
}

func TestLimitsPrintAsTheirSourceHasThem(t *testing.T) {
	w := englishWords(t)
	for v, want := range map[float64]string{0.66: "0.66", 50: "50", 2617.283: "2,617.283", 4.64515: "4.64515", 0.05: "0.05", 188.42535787321064: "188.4"} {
		if got := w.Exact(v); got != want {
			t.Errorf("%v: %q, not %q", v, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	w := englishWords(t)
	day, _ := standard.DateOf(2026, 7, 4)
	if w.Date(day) != "2026-07-04" || w.Month(day) != "2026-07" || w.Quarter(2026*4+2) != "2026 Q3" || w.Date(0) != "–" {
		t.Error(w.Date(day), w.Month(day), w.Quarter(2026*4+2), w.Date(0))
	}
}

package standard

import (
	"errors"
	"math"
	"strings"
	"testing"
)

// complete makes a limit ready, as Load and the sheet Limits do.
func complete(t testing.TB, l Limit) *Limit {
	t.Helper()
	if err := built(t).Complete(&l); err != nil {
		t.Fatal(err)
	}
	return &l
}

func TestCompleteBringsTheValueToTheUnitOfTheLevel(t *testing.T) {
	for _, test := range []struct {
		name string
		l    Limit
		want float64
	}{
		{"milligrams stay", Limit{Area: "air", Indicator: "concentration", Subject: "toluene", Limit: 50, Unit: "mg/m³"}, 50},
		{"micrograms", Limit{Area: "air", Indicator: "concentration", Subject: "toluene", Limit: 50, Unit: "µg/m3"}, 0.05},
		{"ppm at 25 °C", Limit{Area: "air", Indicator: "concentration", Subject: "toluene", Limit: 100, Unit: "ppm", Temperature: 25}, 376.8507},
		{"ppm at 20 °C", Limit{Area: "air", Indicator: "concentration", Subject: "toluene", Limit: 100, Unit: "ppm", Temperature: 20}, 383.0389},
		{"ppm where no temperature is said", Limit{Area: "air", Indicator: "concentration", Subject: "benzene", Limit: 1, Unit: "ppm"}, 3.194683},
		{"ppb", Limit{Area: "air", Indicator: "concentration", Subject: "benzene", Limit: 200, Unit: "ppb", Temperature: 20}, 0.649428},
		{"mixture", Limit{Area: "air", Indicator: "mixture", Limit: 1, Unit: "1"}, 1},
		{"mixture without a unit", Limit{Area: "air", Indicator: "mixture", Limit: 1}, 1},
		{"decibels", Limit{Area: "noise", Indicator: "exposure", Limit: 85, Unit: "dBA"}, 85},
		{"foot-candles", Limit{Area: "light", Indicator: "illuminance", Limit: 50, Unit: "fc"}, 538.19552},
		{"square feet", Limit{Area: "dorms", Indicator: "space", Limit: 50, Unit: "sq ft"}, 4.645152},
		{"persons", Limit{Area: "dorms", Indicator: "toilets", Limit: 15, Unit: "people"}, 15},
		{"hours", Limit{Area: "earnings", Indicator: "hours", Limit: 60, Unit: "hours"}, 60},
		{"pay a month", Limit{Area: "earnings", Indicator: "minimum", Limit: 2500, Unit: "RMB"}, 2500},
		{"in any case", Limit{Area: "Noise", Indicator: "Exposure", Limit: 85, Unit: "db(a)"}, 85},
		{"an area by alias", Limit{Area: "宿舍", Indicator: "space", Limit: 4, Unit: "m²"}, 4},
	} {
		if l := complete(t, test.l); math.Abs(l.Value-test.want) > 1e-4 {
			t.Errorf("%s: %v %s is %v, want %v", test.name, l.Limit, l.Unit, l.Value, test.want)
		}
	}
}

func TestCompleteFillsIn(t *testing.T) {
	l := complete(t, Limit{Area: "Air", Indicator: "concentration", Subject: "甲苯", Limit: 1, Unit: "mg/m3"})
	if l.Area != "air" || l.Subject != "108-88-3" || l.Averaging != "8h" || l.Exchange != 3 {
		t.Errorf("%+v", l)
	}
	if l = complete(t, Limit{Area: "light", Indicator: "illuminance", Subject: "Sewing", Limit: 500, Unit: "lx"}); l.Subject != "stitching" {
		t.Errorf("sewing is %q", l.Subject)
	}
	hourly := complete(t, Limit{Area: "earnings", Indicator: "minimum", Limit: 11.44, Unit: "GBP/h"})
	monthly := complete(t, Limit{Area: "earnings", Indicator: "minimum", Limit: 2500, Unit: "CNY/month"})
	if !hourly.PerHour || hourly.Currency != "GBP" || monthly.PerHour || monthly.Currency != "CNY" {
		t.Errorf("%+v, %+v", hourly, monthly)
	}
}

func TestCompleteKeepsWhatGoesWithPay(t *testing.T) {
	for _, share := range []float64{0, 0.105, 0.999} {
		l := complete(t, Limit{Area: "earnings", Indicator: "minimum", Limit: 2500, Unit: "CNY", Deduction: &share})
		if *l.Deduction != share {
			t.Errorf("%v became %v", share, *l.Deduction)
		}
	}
	if l := complete(t, Limit{Area: "earnings", Indicator: "minimum", Limit: 2500, Unit: "CNY"}); l.Deduction != nil {
		t.Errorf("a deduction that is not known is %v", *l.Deduction)
	}
	if l := complete(t, Limit{Area: "earnings", Indicator: "hours", Limit: 60, Unit: "h", Normal: 48}); l.Normal != 48 {
		t.Errorf("48 normal hours are %v", l.Normal)
	}
}

// Pay by the day is paid every day of the year, overtime is of a month.
func TestCompleteBringsTimesToTheMonth(t *testing.T) {
	for _, test := range []struct {
		l    Limit
		want float64
	}{
		{Limit{Area: "earnings", Indicator: "minimum", Limit: 315.04, Unit: "MXN/day"}, 9582.466667},
		{Limit{Area: "earnings", Indicator: "minimum", Limit: 2500, Unit: "CNY/month"}, 2500},
		{Limit{Area: "earnings", Indicator: "overtime", Limit: 36, Unit: "h"}, 36},
		{Limit{Area: "earnings", Indicator: "overtime", Limit: 36, Unit: "h/month"}, 36},
		{Limit{Area: "earnings", Indicator: "overtime", Limit: 12, Unit: "h/week"}, 52},
		{Limit{Area: "earnings", Indicator: "hours", Limit: 60, Unit: "h/week"}, 60},
	} {
		if l := complete(t, test.l); math.Abs(l.Value-test.want) > 1e-6 || l.PerHour {
			t.Errorf("%v %s: %v, want %v", test.l.Limit, test.l.Unit, l.Value, test.want)
		}
	}
}

func TestCompleteSaysWhichWordIsUnknown(t *testing.T) {
	for _, test := range []struct {
		l                Limit
		what, word, hint string
	}{
		{Limit{Area: "smell"}, "area", "smell", "noise"},
		{Limit{Area: "noise", Indicator: "loudness"}, "indicator", "loudness", "exposure"},
		{Limit{Area: "air", Indicator: "concentration", Subject: "glue", Unit: "mg/m3"}, "agent", "glue", "CAS"},
		{Limit{Area: "air", Indicator: "concentration", Subject: "toluene", Unit: "mg"}, "unit", "mg", "ppm"},
		{Limit{Area: "air", Indicator: "concentration", Subject: "dust-total", Unit: "ppm"}, "unit", "ppm", "molar mass"},
		{Limit{Area: "air", Indicator: "concentration", Subject: "98-82-8", Unit: "ppm"}, "unit", "ppm", "molar mass"},
		{Limit{Area: "air", Indicator: "concentration", Unit: "ppm"}, "unit", "ppm", "molar mass"},
		{Limit{Area: "air", Indicator: "mixture", Unit: "mg/m3"}, "unit", "mg/m3", "1"},
		{Limit{Area: "noise", Indicator: "exposure", Unit: "dB"}, "unit", "dB", "dB(A)"},
		{Limit{Area: "light", Indicator: "illuminance", Unit: "fl"}, "unit", "fl", "lx"},
		{Limit{Area: "dorms", Indicator: "toilets", Unit: "m2"}, "unit", "m2", "persons"},
		{Limit{Area: "dorms", Indicator: "space", Unit: "persons"}, "unit", "persons", "m2"},
		{Limit{Area: "earnings", Indicator: "minimum", Unit: "dollars"}, "unit", "dollars", "GBP/h"},
		{Limit{Area: "earnings", Indicator: "minimum", Unit: "CNY/week"}, "unit", "CNY/week", "GBP/h"},
		{Limit{Area: "earnings", Indicator: "living-gap", Unit: "1"}, "indicator", "living-gap", "living"},
		{Limit{Area: "air", Indicator: "short-term", Unit: "mg/m3"}, "indicator", "short-term", "concentration"},
		{Limit{Area: "earnings", Indicator: "overtime", Unit: "h/year"}, "unit", "h/year", "h"},
		{Limit{Area: "earnings", Indicator: "hours", Unit: "min"}, "unit", "min", "h"},
	} {
		err := built(t).Complete(&test.l)
		var unknown *Unknown
		if !errors.As(err, &unknown) {
			t.Errorf("%s %q: the error is %v", test.what, test.word, err)
			continue
		}
		if unknown.What != test.what || unknown.Word != test.word || !strings.Contains(unknown.Hint, test.hint) {
			t.Errorf("%s %q: the error is %v", test.what, test.word, err)
		}
		if !strings.Contains(err.Error(), test.what) || !strings.Contains(err.Error(), test.word) {
			t.Errorf("the message names neither: %v", err)
		}
	}
}

// A jurisdiction reaches the regions that begin with it at a hyphen, nothing else.
func TestReaches(t *testing.T) {
	for _, test := range []struct {
		jurisdiction, region string
		want                 bool
	}{
		{"*", "CN-GD", true}, {"*", "", true}, {"CN", "CN", true}, {"CN", "CN-GD", true}, {"CN-GD", "CN-GD-Dongguan", true},
		{"CN-GD", "CN-GDX", false}, {"CN-GD", "CN-G", false}, {"CN-GD", "CN", false}, {"VN-I", "VN-II", false}, {"VN-I", "VN-IV", false},
		{"VN-I", "VN-I", true}, {"CN", "CNX", false}, {"US", "US-CA", true}, {"US-CA", "US-OH", false}, {"EU", "FR", false}, {"CN", "", false},
	} {
		l := Limit{Jurisdiction: test.jurisdiction}
		if l.reaches(test.region) != test.want {
			t.Errorf("%s reaches %q: %v", test.jurisdiction, test.region, !test.want)
		}
	}
}

func TestHoldsFromTheFirstToTheLastDay(t *testing.T) {
	bounded := Limit{From: day(t, "2024-07-01"), To: day(t, "2025-12-31")}
	for on, want := range map[string]bool{"2024-06-30": false, "2024-07-01": true, "2025-12-31": true, "2026-01-01": false} {
		if bounded.holds(day(t, on)) != want {
			t.Errorf("on %s: %v", on, !want)
		}
	}
	since, until, always := Limit{From: day(t, "2024-07-01")}, Limit{To: day(t, "2025-12-31")}, Limit{}
	if !since.holds(day(t, "2099-01-01")) || since.holds(day(t, "1995-01-01")) || !until.holds(day(t, "1995-01-01")) || until.holds(day(t, "2026-01-01")) || !always.holds(day(t, "1995-01-01")) {
		t.Error("a blank end is not open")
	}
}

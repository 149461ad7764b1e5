package audit

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"plimsoll/report/standard"
)

// dated makes data with so many readings a quarter, one each day from its first on.
func dated(count map[string]int) *Data {
	d, one := &Data{Programme: Programme{YearStarts: 1}}, &Factory{ID: "CN-01"}
	for _, name := range slices.Sorted(maps.Keys(count)) {
		quarter, _ := standard.ParseQuarter(name)
		for i := range count[name] {
			d.Readings.Add(&Reading{Factory: one, Date: quarter.Start(1) + standard.Date(i%80), Source: Source{File: "a.xlsx", Sheet: "Noise", Row: i + 2}})
		}
	}
	return d
}

func TestLatestPeriod(t *testing.T) {
	long := map[string]int{"1990-Q2": 2}
	for year := 1990; year <= 2026; year++ {
		long[fmt.Sprintf("%d-Q1", year)]++
		long[fmt.Sprintf("%d-Q3", year)]++
		long[fmt.Sprintf("%d-Q4", year)]++
	}
	for _, c := range []struct {
		name  string
		count map[string]int
		want  string
	}{
		{"one reading", map[string]int{"2026-Q3": 1}, "2026-Q3"},
		{"the latest of several", map[string]int{"2026-Q1": 50, "2026-Q3": 2, "2026-Q2": 50}, "2026-Q3"},
		{"one percent is enough", map[string]int{"2026-Q3": 99, "2026-Q4": 1}, "2026-Q4"},
		{"less is not", map[string]int{"2026-Q3": 100, "2026-Q4": 1}, "2026-Q3"},
		{"a slip of the year", map[string]int{"2026-Q2": 150, "2026-Q3": 49, "2062-Q3": 1}, "2026-Q3"},
		{"no quarter has one percent: the fullest", long, "1990-Q2"},
	} {
		got, ok := dated(c.count).LatestPeriod()
		if !ok || got.String() != c.want {
			t.Errorf("%s: %v %v, want %s", c.name, got, ok, c.want)
		}
	}
	if got, ok := dated(nil).LatestPeriod(); ok {
		t.Error("no readings have a period:", got)
	}
}

func TestFutureDate(t *testing.T) {
	for _, asked := range []bool{false, true} {
		d := dated(map[string]int{"2026-Q3": 150, "2026-Q4": 1})
		period, _ := standard.ParseQuarter("2026-Q3")
		problems := d.Until(period, asked)
		if d.Readings.Len() != 150 {
			t.Errorf("%d readings are left", d.Readings.Len())
		}
		const want = "error a.xlsx!Noise!2 future-date: the reading of 2026-10-01 lies after the reported period 2026-Q3 (hint: correct the date, or ask for its quarter with --period)\n"
		if got := listed(problems); asked && got != "" || !asked && got != want {
			t.Errorf("asked for: %v, got %q", asked, got)
		}
	}
}

func TestQuarterOfTheProgramme(t *testing.T) {
	for _, c := range []struct {
		starts int
		day    string
		want   string
	}{
		{1, "2026-07-14", "2026-Q3"}, {1, "2026-01-01", "2026-Q1"}, {1, "2026-12-31", "2026-Q4"},
		{4, "2026-04-01", "2026-Q1"}, {4, "2026-03-31", "2025-Q4"}, {4, "2027-01-31", "2026-Q4"},
		{12, "2026-11-30", "2025-Q4"}, {12, "2026-12-01", "2026-Q1"}, {2, "2026-01-31", "2025-Q4"},
	} {
		d := &Data{Programme: Programme{YearStarts: c.starts}}
		day, _ := standard.ParseDate(c.day)
		quarter := d.Quarter(day)
		if quarter.String() != c.want || day < quarter.Start(c.starts) || day > quarter.End(c.starts) {
			t.Errorf("%s in a year from month %d: %s (%s to %s), want %s", c.day, c.starts, quarter, quarter.Start(c.starts), quarter.End(c.starts), c.want)
		}
	}
}

// TestDoubt holds that a reported period far after all other readings is doubted, since a mistyped year makes one.
func TestDoubt(t *testing.T) {
	for _, c := range []struct {
		name  string
		count map[string]int
		want  string
	}{
		{"quarter by quarter", map[string]int{"2026-Q1": 5, "2026-Q2": 5, "2026-Q3": 1}, ""},
		{"a year without audits", map[string]int{"2025-Q3": 5, "2026-Q3": 1}, ""},
		{"more than a year", map[string]int{"2025-Q2": 5, "2026-Q3": 2}, "warning a.xlsx!Noise!2 future-date: the reported period 2026-Q3 lies 5 quarters after all other readings (hint: correct the date if the year is mistyped, or ask for the period with --period)\n"},
		{"nothing before it", map[string]int{"2026-Q3": 5}, ""},
		{"nothing at all", nil, ""},
	} {
		d := dated(c.count)
		latest, _ := d.LatestPeriod()
		if got := listed(d.WarnFarAhead(latest)); got != c.want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
}

package standard

import (
	"math"
	"strings"
	"testing"
)

// day is a date a test is sure of.
func day(t testing.TB, text string) Date {
	t.Helper()
	d, ok := ParseDate(text)
	if !ok {
		t.Fatalf("%q is no date", text)
	}
	return d
}

func TestDateOfKnowsTheCalendar(t *testing.T) {
	for _, test := range []struct {
		year, month, day int
		ok               bool
	}{
		{2024, 2, 29, true}, {2023, 2, 29, false}, {2000, 2, 29, true}, {1900, 2, 29, false}, {2100, 2, 29, false},
		{2026, 4, 30, true}, {2026, 4, 31, false}, {2026, 13, 1, false}, {2026, 0, 1, false}, {2026, 1, 0, false},
		{0, 1, 1, false}, {10000, 1, 1, false},
	} {
		if _, ok := DateOf(test.year, test.month, test.day); ok != test.ok {
			t.Errorf("DateOf(%d, %d, %d) ok = %v", test.year, test.month, test.day, ok)
		}
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2026-07-14": "2026-07-14", "2024-02-29": "2024-02-29", "2026-07-14T08:30:00Z": "2026-07-14", "2026-07-14 08:30": "2026-07-14", "2026-07-14 08:30:00.5+08:00": "2026-07-14", "2026-07-14 08:30 PM": "2026-07-14",
		"2026-07-14 08:30 to 2026-07-15 08:30": "", "2026-07-14 08:30–2026-07-16": "",
		"2023-02-29": "", "14.7.2026": "", "2026/07/14": "", "2026-7-14": "", "26-07-14": "", "2026-07": "", "": "", "2026-07-14x": "",
	} {
		d, ok := ParseDate(text)
		if ok != (want != "") || ok && d.String() != want {
			t.Errorf("ParseDate(%q) = %s, %v, want %q", text, d, ok, want)
		}
	}
}

func TestSerialDate(t *testing.T) {
	for serial, want := range map[float64]string{25570: "1970-01-02", 45292: "2024-01-01", 45351: "2024-02-29", 45352.99: "2024-03-01", 2_958_465: "9999-12-31"} {
		if d, ok := SerialDate(serial); !ok || d.String() != want {
			t.Errorf("SerialDate(%v) = %s, %v, want %s", serial, d, ok, want)
		}
	}
	for _, serial := range []float64{-1, 2_958_466, 1e12} {
		if _, ok := SerialDate(serial); ok {
			t.Errorf("SerialDate(%v) is a date", serial)
		}
	}
}

func TestMonth(t *testing.T) {
	d := day(t, "2024-02-29")
	if got := d.Month().String() + " " + d.MonthString(); got != "2024-02-01 2024-02" {
		t.Error(got)
	}
	if none := Date(0); none.String() != "" {
		t.Errorf("no date is %q", none)
	}
}

// The quarter is named after the year in which the programme's year starts.
func TestQuarterOf(t *testing.T) {
	for _, test := range []struct {
		on   string
		want [4]string // where the year starts in month 1, 4, 7, 10
	}{
		{"2026-01-01", [4]string{"2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2"}},
		{"2026-03-31", [4]string{"2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2"}},
		{"2026-04-01", [4]string{"2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3"}},
		{"2026-06-30", [4]string{"2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3"}},
		{"2026-07-14", [4]string{"2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"}},
		{"2026-10-01", [4]string{"2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1"}},
		{"2026-12-31", [4]string{"2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1"}},
		{"2024-02-29", [4]string{"2024-Q1", "2023-Q4", "2023-Q3", "2023-Q2"}},
	} {
		for i, starts := range []int{1, 4, 7, 10} {
			if got := QuarterOf(day(t, test.on), starts).String(); got != test.want[i] {
				t.Errorf("%s, year starts in month %d: %s, want %s", test.on, starts, got, test.want[i])
			}
		}
	}
}

func TestQuarterStartAndEnd(t *testing.T) {
	for _, test := range []struct {
		quarter    string
		starts     int
		start, end string
	}{
		{"2026-Q3", 1, "2026-07-01", "2026-09-30"},
		{"2024-Q1", 1, "2024-01-01", "2024-03-31"},
		{"2026-Q3", 4, "2026-10-01", "2026-12-31"},
		{"2026-Q4", 4, "2027-01-01", "2027-03-31"},
		{"2026-Q3", 7, "2027-01-01", "2027-03-31"},
		{"2026-Q1", 10, "2026-10-01", "2026-12-31"},
		{"2026-Q3", 10, "2027-04-01", "2027-06-30"},
		{"2023-Q1", 12, "2023-12-01", "2024-02-29"},
	} {
		q, _ := ParseQuarter(test.quarter)
		if start, end := q.Start(test.starts), q.End(test.starts); start.String() != test.start || end.String() != test.end {
			t.Errorf("%s, year starts in month %d: %s to %s, want %s to %s", q, test.starts, start, end, test.start, test.end)
		}
	}
}

// Whatever month the year starts in, quarters lie side by side and every day lies in its own.
func TestQuartersCoverEveryDay(t *testing.T) {
	first, last := day(t, "1995-01-01"), day(t, "2031-12-31")
	for starts := 1; starts <= 12; starts++ {
		for d := first; d <= last; d += 13 {
			q := QuarterOf(d, starts)
			if q.Start(starts) > d || d > q.End(starts) || (q-1).End(starts)+1 != q.Start(starts) {
				t.Fatalf("%s, year starts in month %d: %s runs from %s to %s", d, starts, q, q.Start(starts), q.End(starts))
			}
		}
	}
}

func TestParseQuarter(t *testing.T) {
	for q := Quarter(1990 * 4); q < 2040*4; q++ {
		if got, ok := ParseQuarter(q.String()); !ok || got != q {
			t.Fatalf("%s reads back as %s", q, got)
		}
	}
	if q, ok := ParseQuarter("2026-q3"); !ok || q.Year() != 2026 || q.Number() != 3 {
		t.Errorf("2026-q3 is %s, %v", q, ok)
	}
	for _, text := range []string{"", "2026", "2026-Q5", "2026-Q0", "2026Q3", "26-Q3", "Q3-2026", "2026-Q3 ", "2026-Q33"} {
		if q, ok := ParseQuarter(text); ok {
			t.Errorf("%q is read as %s", text, q)
		}
	}
}

// FuzzDates holds that what is read is a day of the calendar, and reads back the same.
func FuzzDates(f *testing.F) {
	for _, s := range []string{"2026-07-14", "2026-02-29", "2026-07-14T06:00:00.5Z", "2026-07-14 06:00", "2026-07-14 08:00 to 2026-07-15", "2026-Q3", "0000-Q1", "9999-Q4", "٢٠٢٦-٠٧-١٤"} {
		f.Add(s, 46217.5)
	}
	f.Add("", math.NaN())
	f.Add("", math.Inf(1))
	f.Add("", -0.5)
	f.Fuzz(func(t *testing.T, s string, serial float64) {
		if d, ok := ParseDate(s); ok && d != 0 && d.String() != s[:10] {
			t.Errorf("%q is %s", s, d)
		}
		if q, ok := ParseQuarter(s); ok && !strings.EqualFold(q.String(), s) {
			t.Errorf("%q is %s", s, q)
		}
		if d, ok := SerialDate(serial); ok && (d.Time().Year() < 1899 || d.Time().Year() > 9999) {
			t.Errorf("%v is %s", serial, d)
		}
	})
}

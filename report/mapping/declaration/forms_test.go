package declaration

import (
	"fmt"
	"testing"

	"plimsoll/report/standard"
)

func TestPatternTakes(t *testing.T) {
	for _, c := range []struct {
		pattern, text, value string
		ok                   bool
	}{
		{"Factory: *", "Factory:  CN-01", "CN-01", true},
		{"Factory: *", "factory:\nCN-01 ", "CN-01", true},
		{"Factory: *", "My factory: CN-01", "", false},
		{"Factory: *", "Factory：CN-01", "", false}, // the pattern wants a space
		{"Factory:*", "Factory：CN-01", "CN-01", true},
		{"air <*> *.csv", "air CN-01 2026.csv", "CN-01", true},
		{"<####>-###", "2023-011", "2023", true},
		{"<####>-###", "2023-11", "", false},
		{"<*> dB", "84.5 dB", "84.5", true},
		{"<*> dB", "84.5dB", "", false},
		{"?<*>", "A1", "1", true},
		{"*", "anything", "anything", true},
		{"Open", "open", "open", true},
		{`\*`, "*", "*", true},
		{`\*`, "x", "", false},
		{`a\<b <*>`, "a<b c", "c", true},
		{"a.c", "abc", "", false},
		{"(x) *", "(x) y", "y", true},
	} {
		p, err := NewPattern(c.pattern)
		if err != nil {
			t.Errorf("%q: %v", c.pattern, err)
			continue
		}
		value, ok := p.Value(c.text)
		if value != c.value || ok != c.ok || p.Fits(c.text) != c.ok {
			t.Errorf("%q of %q: %q, %v", c.pattern, c.text, value, ok)
		}
	}
	for _, bad := range []string{"<*", "<>", "a < b"} {
		if _, err := NewPattern(bad); err == nil {
			t.Errorf("%q is a pattern", bad)
		}
	}
}

func TestPatternNames(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		ok            bool
	}{
		{"Noise", "NOISE ", true},
		{"Factory ID*", "factory_id", true},
		{"20## Q#", "2026-Q3", true},
		{"20## Q#", "2026 H1", false},
		{"Factory *", "Factory CN-01", true},
		{"Factory *", "The factory", false},
		{"?", "A", true},
		{"%", "%", true},
		{"%", "#", false},
		{"苯", "甲苯", false},
		{"*苯", "甲苯", true},
	} {
		p, err := NewPattern(c.pattern)
		if err != nil || p.Names(c.name) != c.ok {
			t.Errorf("%q names %q: %v, %v", c.pattern, c.name, !c.ok, err)
		}
	}
}

func TestDateForms(t *testing.T) {
	for _, c := range []struct{ form, text, want string }{
		{"dmy", "14.07.2026", "2026-7-14 0"},
		{"dmy", "1/2/2026 8:05", "2026-2-1 0"},
		{"dmy", "1. 2. 2026", "2026-2-1 0"},
		{"dmy", "31/02/2026", ""},
		{"dmy", "01/02/26", ""}, // two digits may be any century: spell the form out
		{"dmy", "07/14/2026", ""},
		{"mdy", "05/22/2019 18:00", "2019-5-22 0"},
		{"mdy", "5-22-2019 06:00:01.5 PM", "2019-5-22 0"},
		{"mdy", "5/22/2019 6 o'clock", ""},
		{"ymd", "2026/7/4", "2026-7-4 0"},
		{"DD.MM.YY", "14.07.26", "2026-7-14 0"},
		{"DD.MM.YY", "14.07.91", "1991-7-14 0"},
		{"DD.MM.YY", "1.7.26", ""},
		{"D.M.YY", "1.7.26", "2026-7-1 0"},
		{"D MMM YYYY", "14 July 2026", "2026-7-14 0"},
		{"D MMM YYYY", "14 sept. 2026", "2026-9-14 0"},
		{"D MMM YYYY", "14 foo 2026", ""},
		{"YYYYMMDD", "20260714", "2026-7-14 0"},
		{"YYYY年M月D日", "2026年7月14日", "2026-7-14 0"},
		{"YYYY-MM-DD hh:mm:ss", "2026-07-14 08:00:00", "2026-7-14 0"},
		{"YYYY QN", "2026 q3", "2026-0-0 3"},
		{"QN/YYYY", "Q5/2026", ""},
		{"YYYY", "2023", "2023-0-0 0"},
		{"MM/YYYY", "00/2023", ""},
		{`\Date: YYYY`, "Date: 2023", "2023-0-0 0"},
	} {
		f, err := NewDateForm(c.form)
		if err != nil {
			t.Errorf("%s: %v", c.form, err)
			continue
		}
		got := ""
		if m, ok := f.Parse(c.text); ok {
			got = fmt.Sprintf("%d-%d-%d %d", m.Year, m.Month, m.Day, m.Quarter)
		}
		if got != c.want {
			t.Errorf("%q as %s: %q, not %q", c.text, c.form, got, c.want)
		}
	}
	for _, bad := range []string{"", "DD.MM", "YYYY YY", "DD YYYY", "N MM YYYY", "MM MM YYYY"} {
		if _, err := NewDateForm(bad); err == nil {
			t.Errorf("%q is a form of dates", bad)
		}
	}
}

// TestMomentsEnd holds first and last days of what is written against a calendar worked by hand.
func TestMomentsEnd(t *testing.T) {
	for _, c := range []struct {
		m           Moment
		first, last string
	}{
		{Moment{Year: 2026}, "2026-01-01", "2026-12-31"},
		{Moment{Year: 2024, Month: 2}, "2024-02-01", "2024-02-29"},
		{Moment{Year: 2026, Month: 12}, "2026-12-01", "2026-12-31"},
		{Moment{Year: 2026, Quarter: 1}, "2026-01-01", "2026-03-31"},
		{Moment{Year: 2026, Quarter: 4}, "2026-10-01", "2026-12-31"},
		{Moment{Year: 2026, Month: 7, Day: 14}, "2026-07-14", "2026-07-14"},
	} {
		if c.m.First().String() != c.first || c.m.Last().String() != c.last {
			t.Errorf("%+v: %s to %s", c.m, c.m.First(), c.m.Last())
		}
	}
}

// TestEveryDayIsReadBack holds that a day written in a form is that day, over years with and without a leap day.
func TestEveryDayIsReadBack(t *testing.T) {
	forms := map[string]string{"dmy": "02.01.2006", "mdy": "1/2/2006", "ymd": "2006/01/02", "D MMM YYYY": "2 Jan 2006",
		"YYYYMMDD": "20060102", "YYYY年M月D日": "2006年1月2日"}
	from, _ := standard.DateOf(2024, 1, 1)
	for form, layout := range forms {
		f, err := NewDateForm(form)
		if err != nil {
			t.Fatal(err)
		}
		for d := from; d < from+2*366; d++ {
			m, ok := f.Parse(d.Time().Format(layout))
			if !ok || m.First() != d || m.Last() != d {
				t.Fatalf("%s as %s: %+v, %v", d, form, m, ok)
			}
		}
	}
}

func TestNumberForms(t *testing.T) {
	for _, c := range []struct{ decimal, thousands, text, want string }{
		{"comma", "", "84,5", "84.5"},
		{"comma", "", "84.5", ""}, // the declared mark, or nothing
		{"comma", "", "1.200", ""},
		{"comma", "point", "1.200", "1200"},
		{"comma", "point", "1.200,50", "1200.50"},
		{"comma", "point", "4.960.000", "4960000"},
		{"comma", "point", "12.34", ""},
		{"comma", "point", "0.673", ""}, // a group of thousands never begins with 0
		{"comma", "point", "012.345", ""},
		{"comma", "point", "1200,5", "1200.5"},
		{"comma", "space", "1 200,5", "1200.5"},
		{"comma", "space", "1\u00a0200", "1200"},
		{"point", "comma", "1,200.5", "1200.5"},
		{"", "comma", "12,5", ""},
		{"", "apostrophe", "1’200'000.5", "1200000.5"},
		{"comma", "", "-1,5E-3", "-1.5E-3"},
		{"comma", "", ",5", ""},
		{"comma", "", "84,5 dB", ""},
		{"comma", "", "", ""},
	} {
		f, err := newNumberForm(c.decimal, c.thousands)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := f.Plain(c.text); got != c.want || ok != (c.want != "") {
			t.Errorf("%q %s: %q, not %q", c.text, f, got, c.want)
		}
	}
}

// TestAmbiguous holds which texts are one number with a decimal point, and another with a decimal comma.
func TestAmbiguous(t *testing.T) {
	for s, want := range map[string]bool{"60.000": true, "4,960": true, "-1.250": true, "1\u00a0000": false,
		"0.673": false, "60.00": false,
		"4.960.000": false, "1200.500": false, "84.5": false, "60": false, "": false, "1.250e3": false} {
		if Ambiguous(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// TestEras holds years of other eras against the day that they are, by hand.
func TestEras(t *testing.T) {
	for _, c := range []struct{ era, form, text, want string }{
		{"buddhist", "dmy", "14/07/2569", "2026-07-14"},
		{"buddhist", "DD/MM/YY", "14/07/69", "2026-07-14"},
		{"buddhist", "dmy", "29/02/2567", "2024-02-29"}, // 2024 has that day, and 2567 not
		{"minguo", "ymd", "115/7/14", "2026-07-14"},
		{"minguo", "Y年M月D日", "115年7月14日", "2026-07-14"},
		{"reiwa", "令和Y年M月D日", "令和8年7月14日", "2026-07-14"},
		{"heisei", "HY.M.D", "H31.4.30", "2019-04-30"},
		{"buddhist", "dmy", "๑๔/๐๗/๒๕๖๙", "2026-07-14"},
	} {
		var era Era
		if err := era.UnmarshalText([]byte(c.era)); err != nil {
			t.Fatal(err)
		}
		f, err := newDateForm(c.form, era)
		if err != nil {
			t.Fatal(err)
		}
		if m, ok := f.Parse(c.text); !ok || m.First().String() != c.want {
			t.Errorf("%s as %s: %v, %v", c.text, c.form, m, ok)
		}
	}
}

// TestShifts holds which hours a shift has.
func TestShifts(t *testing.T) {
	night, early := Shift{"night", 22, 6}, Shift{"early", 6, 14}
	for hour, want := range map[float64][3]bool{5.99: {true, true, false}, 6: {false, false, true},
		13.9: {false, false, true}, 14: {},
		22: {true, false, false}, 23.5: {true, false, false}} {
		in, before := night.Holds(hour)
		if inEarly, _ := early.Holds(hour); [3]bool{in, in && before, inEarly} != want {
			t.Errorf("%v: %v %v %v", hour, in, before, inEarly)
		}
	}
	if night.Hours() != 8 || early.Hours() != 8 || (&Shift{"all", 0, 24}).Hours() != 24 {
		t.Error("hours")
	}
}

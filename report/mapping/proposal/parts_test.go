package proposal

import (
	"slices"
	"strings"
	"testing"

	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// under is a column of cells as they are drawn: numbers, or texts.
func under(texts ...string) *column {
	c := &column{}
	for _, s := range texts {
		c.look(workbook.Cell{Kind: workbook.Text, Text: s})
	}
	return c
}

func TestScalar(t *testing.T) {
	for s, want := range map[string]string{
		"Place": "Place", "LAeq dB(A)": "LAeq dB(A)", "噪声 dB(A)": "噪声 dB(A)", "no": `"no"`, "Y": `"Y"`, "2026": `"2026"`,
		"":     `""`,
		"a: b": `"a: b"`, "a #1": `"a #1"`, "say \"x\"": `"say \"x\""`, "line\nbreak": "line break", "% women": `"% women"`,
		"{row}": `"{row}"`, "???": "???",
	} {
		if got := scalar(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

// TestMarks holds what texts of numbers tell of their marks, and when they tell nothing.
func TestMarks(t *testing.T) {
	for _, c := range []struct{ texts, decimal, thousands string }{
		{"84.5 80", "", ""},
		{"84,5 80", "comma", ""},
		{"1.200,50", "comma", "point"},
		{"4.960.000 60.000", "comma", "point"},
		{"1,200.5", "point", "comma"},
		{"4,960,000", "point", "comma"},
		{"4,960 5,310", "???", ""},
		{"60.000", "???", ""},
		{"60.000 84.5", "", ""}, // another one shows a decimal point
		{"0.673", "", ""},
	} {
		decimal, thousands, _ := marks([]*column{under(strings.Fields(c.texts)...)})
		if decimal != c.decimal || thousands != c.thousands {
			t.Errorf("%s: decimal %q, thousands %q", c.texts, decimal, thousands)
		}
	}
}

// TestOrder holds which form the texts of dates prove.
func TestOrder(t *testing.T) {
	for _, c := range []struct {
		texts   []string
		form    string
		certain bool
	}{
		{[]string{"2026-07-14"}, "", true},
		{[]string{"03.07.2026", "14.07.2026"}, "dmy", true},
		{[]string{"07/03/2026", "07/14/2026"}, "mdy", true},
		{[]string{"03/07/2026"}, "???", false},
		{[]string{"2026/7/14"}, "ymd", true},
		{[]string{"14-Jul-26"}, "D-MMM-YY", true},
		{[]string{"2026年7月14日"}, "YYYY年M月D日", true},
		{[]string{"14.07.2026", "14 July 2026"}, "???", false},
		{[]string{"none"}, "", true},
	} {
		if form, _, certain := order([]*column{under(c.texts...)}); form != c.form || certain != c.certain {
			t.Errorf("%q: %q, %v", c.texts, form, certain)
		}
	}
}

// TestFitting holds that a name is sure only over values that the column takes.
func TestFitting(t *testing.T) {
	p := newProposer(setOf(t), shipped(t))
	p.factories = &factories{}
	for _, c := range []struct {
		target, column string
		values         []string
		how            certainty
		says           string
	}{
		{"Noise", "Level", []string{"84,5", "80"}, sure, ""},
		{"Noise", "Level", nil, likely, ""},
		{"Noise", "Level", []string{"84", "85", "8o"}, likely, "but 1 of 3 values is no number, such as 8o"},
		{"Noise", "Level", []string{"loud", "quiet", "84"}, unsure, "but 2 of 3 values are no number, such as loud"},
		{"Noise", "Level", []string{"84", "n/a"}, sure, ""}, // it was not measured, and that is said
		{"Noise", "Date", []string{"14.07.2026", "spring"}, unsure, "no date, such as spring"},
		{"Noise", "Hours a day", []string{"7:30", "8:00"}, sure, ""},
		{"Air", "Concentration", []string{"<0,5", "ND", "12"}, sure, ""},
		{"Findings", "Severity", []string{"major", "high", "low"}, unsure, "no word for Severity, such as high"},
		{"Safety", "Period", []string{"Q1 2026", "2026-Q2"}, sure, ""},
		{"Noise", "Note", []string{"anything", "5"}, sure, ""},
	} {
		at := slices.IndexFunc(p.std.AllSheets(), func(s *standard.Sheet) bool { return s.Name == c.target })
		sheet := p.std.AllSheets()[at]
		g := &guess{target: sheet, area: p.areas[sheet]}
		got := p.fitting(g, &sheet.Columns[sheet.Column(c.column)], under(c.values...), reading{sure, "", 1})
		if got.how != c.how || !strings.Contains(got.because, c.says) {
			t.Errorf("%s %s of %q: %s, %s", c.target, c.column, c.values, got.how, got.because)
		}
	}
}

// TestNamesWithFactories holds how an id is taken out of names.
func TestNamesWithFactories(t *testing.T) {
	f := &factories{ids: map[string]string{"vn1": "VN-1", "vn11": "VN-11"}}
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"VN-1 noise"}, "<*> *"},
		{[]string{"noise VN-11 May.xlsx"}, "noise <*> *"},
		{[]string{"audit_VN-1.xlsx", "audit_VN-11.xlsx"}, "audit_<*>.*"},
		{[]string{"VN-1", "VN-11"}, "<*>"},
		{[]string{"VN-12"}, ""},
		{[]string{"a VN-1", "b VN-1"}, ""},
		{[]string{"VN-1", "summary"}, ""},
	} {
		if got := f.pattern(c.names); got != c.want {
			t.Errorf("%q: %q, want %q", c.names, got, c.want)
		}
	}
}

func TestFrom(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"Noise"}, "Noise"}, {[]string{"Noise #1"}, `"Noise \\#1"`},
		{[]string{"Factory CN-01", "Factory CN-02"}, `"Factory *"`}, {[]string{"Jan", "Feb"}, "[Jan, Feb]"},
	} {
		if got := from(c.names); got != c.want {
			t.Errorf("%q: %s, want %s", c.names, got, c.want)
		}
	}
}

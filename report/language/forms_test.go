package language

import (
	"math"
	"strings"
	"testing"

	"plimsoll/report/audit"
	"plimsoll/report/standard"
)

// TestNumbersOfLanguages writes numbers as each language does.
func TestNumbersOfLanguages(t *testing.T) {
	for lang, want := range map[string][6]string{ // 1234567, −0.5, 84.25 to one decimal, NaN, a share of 0.994, one of 0.999
		"en":      {"1,234,567", "−0.5", "84.3", "–", "99", ">99"},
		"zh-Hans": {"1,234,567", "−0.5", "84.3", "–", "99", ">99"},
		"vi":      {"1.234.567", "−0,5", "84,3", "–", "99", ">99"},
		"es":      {"1.234.567", "−0,5", "84,3", "–", "99", ">99"},
	} {
		w := wordsOf(t, lang)
		got := [6]string{w.Count(1234567), w.Decimal(-0.5, 1), w.Decimal(84.26, 1), w.Decimal(math.NaN(), 1), w.Share(0.994), w.Share(0.999)}
		if got != want {
			t.Errorf("%s: %q, not %q", lang, got, want)
		}
	}
}

// TestDatesOfLanguages writes days, months and quarters.
func TestDatesOfLanguages(t *testing.T) {
	day, _ := standard.ParseDate("2026-07-04")
	quarter, _ := standard.ParseQuarter("2026-Q3")
	for lang, want := range map[string][5]string{
		"en":      {"2026-07-04", "2026-07-04", "2026-07", "2026 Q3", "2026 Q3"},
		"zh-Hans": {"2026年7月4日", "2026-07-04", "2026年7月", "2026年第三季度", "2026 Q3"},
		"vi":      {"04/07/2026", "04/07/2026", "07/2026", "Quý\u00a03/2026", "Q3/2026"},
		"es":      {"4/7/2026", "4/7/2026", "07/2026", "T3 2026", "T3 2026"},
	} {
		w := wordsOf(t, lang)
		got := [5]string{w.Date(day), w.CellDate(day), w.Month(day), w.Quarter(quarter), w.CellQuarter(quarter)}
		if got != want {
			t.Errorf("%s: %q, not %q", lang, got, want)
		}
		if w.Date(0) != "–" {
			t.Errorf("%s: no day is %q", lang, w.Date(0))
		}
	}
}

// TestListsOfLanguages joins things, and sentences.
func TestListsOfLanguages(t *testing.T) {
	for lang, want := range map[string][3]string{
		"en": {"a, b", "a; b", "A. B."}, "vi": {"a, b", "a; b", "A. B."}, "es": {"a, b", "a; b", "A. B."}, "zh-Hans": {"a、b", "a；b", "A. B."},
	} {
		w := wordsOf(t, lang)
		sentences := w.AddSentence("A.", "B.")
		if lang == "zh-Hans" {
			sentences = w.AddSentence("A. ", "B.") // 。 needs no space behind it
		}
		got := [3]string{string(w.List("comma", []string{"a", "b"})), string(w.Join([]Markup{"a", "b"})), string(sentences)}
		if got != want {
			t.Errorf("%s: %q, not %q", lang, got, want)
		}
	}
}

// TestPluralsOfLanguages says one thing and more.
func TestPluralsOfLanguages(t *testing.T) {
	for lang, want := range map[string][3]string{
		"en":      {"1 factory", "0 factories", "1,000 factories"},
		"zh-Hans": {"1家工厂", "0家工厂", "1,000家工厂"},
		"vi":      {"1 nhà máy", "0 nhà máy", "1.000 nhà máy"},
		"es":      {"1 fábrica", "0 fábricas", "1.000 fábricas"},
	} {
		w := wordsOf(t, lang)
		for i, n := range []int{1, 0, 1000} {
			if got := string(w.Say("disclosure.count", "count", n)); got != want[i] {
				t.Errorf("%s: %q, not %q", lang, got, want[i])
			}
		}
	}
	if _, err := englishWords(t).checkedSay("disclosure.count", "count", "3"); err == nil {
		t.Error("a printed number is counted")
	}
}

// TestUnitsOfLanguages: Chinese sets a number and its unit solid, others part them by a space that no line breaks at.
func TestUnitsOfLanguages(t *testing.T) {
	for lang, want := range map[string][3]string{
		"en": {"54.6\u00a0h", "3\u00a0mg/m³", "2\u00a0persons"}, "zh-Hans": {"54.6小时", "3\u00a0mg/m³", "2人"},
		"vi": {"54.6\u00a0giờ", "3\u00a0mg/m³", "2\u00a0người"}, "es": {"54.6\u00a0h", "3\u00a0mg/m³", "2\u00a0personas"},
	} {
		w := wordsOf(t, lang)
		for i, of := range [][2]string{{"54.6", "h"}, {"3", "mg/m3"}, {"2", "persons"}} {
			if got := string(w.Say("amount", "n", Markup(of[0]), "unit", w.Unit(of[1]))); got != want[i] {
				t.Errorf("%s: %q, not %q", lang, got, want[i])
			}
		}
	}
}

// TestNamesOfThings: by a word of the language, else as the standard or the workbook has it.
func TestNamesOfThings(t *testing.T) {
	std, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	w := wordsOf(t, "zh-Hans")
	air := std.Area("air")
	for want, got := range map[string]Markup{
		"空气": w.Area(air), "噪声": w.AreaID(std, "noise"), "管理": w.AreaID(std, "management"), "甲苯": w.Subject(std, air, "108-88-3"),
		"": w.Subject(std, air, ""), "无此物": w.Subject(std, air, "无此物"), "针车": w.Subject(std, std.Area("light"), "stitching"),
		"针车、Spray": w.Processes(std, "sewing; Spray"), "热线": w.Channel(std, "hotline"), "Radio": w.Channel(std, "Radio"),
		"浓度": w.Indicator(&standard.Indicator{ID: "concentration"}), "dampness": w.Indicator(&standard.Indicator{ID: "dampness"}),
		"Damp": w.Indicator(&standard.Indicator{ID: "x", Name: "Damp"}), "XYZ": w.Unit("XYZ"),
	} {
		if string(got) != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// TestTwoLanguages sets the second beside or below the first, told to be in it.
func TestTwoLanguages(t *testing.T) {
	both := wordsOf(t, "vi").WithSecond(englishWords(t))
	heading, err := both.heading("limits.title")
	if want := Markup("Giới hạn áp dụng [Limits used]{.small .muted lang=en}"); err != nil || heading != want {
		t.Errorf("%q, %v", heading, err)
	}
	if got := both.Bilingual("a", "b"); got != "a<br>[b]{.small .muted lang=en}" {
		t.Errorf("%q", got)
	}
	if both.Label() != "vi+en" || both.Second().Lang != "en" || wordsOf(t, "vi").Label() != "vi" || both.IsEnglish() {
		t.Errorf("%s", both.Label())
	}
	if _, own := both.Own("no.such"); own || both.Has("no.such") || !both.Has("limits.title") {
		t.Error("a word that is none")
	}
	if got := both.SayPlain("foot.page", "page", 2, "pages", "3*"); got != "trang 2/3*" {
		t.Errorf("%q", got)
	}
	if got := both.Sign("limit.unverified.mark", "limit.unverified.says"); got != `[†]{says="giới hạn chưa xác minh"}` {
		t.Errorf("%q", got)
	}
}

// TestFigures: a value off its limit never prints as if it were at it, and only all is 100 %.
func TestFigures(t *testing.T) {
	w := englishWords(t)
	for _, c := range []struct {
		got, want string
	}{
		{w.Figure(nil, 0.998, 1), "0.998"}, {w.Figure(nil, 1, 1), "1"}, {w.Figure(nil, 85.04, 85), "85.04"}, {w.Figure(nil, 1234.4, math.NaN()), "1,234"},
		{w.Signed(nil, 0.5), "+0.5"}, {w.Signed(nil, -0.5), "−0.5"}, {w.Signed(nil, 0), "0"}, {w.Exact(0.1 + 0.2), "0.3"}, {w.Exact(188.4), "188.4"},
		{w.Tick(0.30000000000000004), "0.3"}, {w.Tick(1e-5), "0.0000"}, {w.Share(0.001), "<1"}, {w.Share(math.NaN()), "–"}, {w.Count(1.5), "1.5"},
	} {
		if c.got != c.want {
			t.Errorf("%q, not %q", c.got, c.want)
		}
	}
}

// TestNamesOfFactories: the name in a factory's own language leads there.
func TestNamesOfFactories(t *testing.T) {
	f := &audit.Factory{Name: "Meihua", LocalName: "美华", Languages: "zh-Hans", Country: "CN"}
	if got := wordsOf(t, "zh-Hans").NameOf(f) + " " + wordsOf(t, "es").NameOf(f); got != "美华 Meihua" {
		t.Error(got)
	}
	if _, other, lang := wordsOf(t, "es").Names(f); other != "美华" || !strings.HasPrefix(lang, "zh") {
		t.Error(other, lang)
	}
}

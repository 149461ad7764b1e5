package standard

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"Factory ID", "Factory ID*", "factory_id", "FACTORY-ID", " factory  id ", "Ｆａｃｔｏｒｙ　ＩＤ"},
		{"Hours a day", "hours a day:", "Hours_a_day"},
		{"Ngày đo", "Nga\u0300y đo", "NGÀY ĐO"}, // composed and decomposed
		{"苯", " 苯 ", "苯*"},
		{"PM2.5", "pm 2.5", "ＰＭ２．５"},
		{"m²", "m2"},
		{"甲苯（全部异构体）", "甲苯(全部异构体)"},
	} {
		for _, other := range same[1:] {
			if Fold(other) != Fold(same[0]) {
				t.Errorf("%q folds to %q, %q to %q", same[0], Fold(same[0]), other, Fold(other))
			}
		}
	}
	for _, different := range [][2]string{{"苯", "甲苯"}, {"甲苯", "二甲苯"}, {"toluen", "toluene"}, {"ma", "má"}, {"1-butanol", "2-butanol"}} {
		if Fold(different[0]) == Fold(different[1]) {
			t.Errorf("%q and %q fold alike", different[0], different[1])
		}
	}
}

func TestFoldSignKeepsPunctuation(t *testing.T) {
	for _, same := range [][2]string{{"N/A", "n / a"}, {"dB(A)", "ｄＢ（Ａ）"}, {"mg/m³", "MG/M3"}, {"µg/m3", "μg/m³"}, {"<LOD", "＜LOD"}} {
		if FoldSign(same[0]) != FoldSign(same[1]) {
			t.Errorf("%q and %q differ: %q, %q", same[0], same[1], FoldSign(same[0]), FoldSign(same[1]))
		}
	}
	for _, different := range [][2]string{{"N/A", "NA"}, {"-", "–"}, {"mg/m3", "ug/m3"}, {"dB", "dB(A)"}} {
		if FoldSign(different[0]) == FoldSign(different[1]) {
			t.Errorf("%q and %q are one", different[0], different[1])
		}
	}
}

func TestWordsLookup(t *testing.T) {
	got, err := Words{"net": {"take-home", "实发"}, "gross": {"before deductions", "Net of nothing"}}.lookup()
	if err != nil || got["takehome"] != "net" || got["beforedeductions"] != "gross" || got["net"] != "net" {
		t.Errorf("%v, %v", got, err)
	}
	_, err = Words{"net": {"pay"}, "gross": {"Pay!"}}.lookup()
	if err == nil || !strings.Contains(err.Error(), "name of both gross and net") {
		t.Errorf("a word of two meanings is taken: %v", err)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"Factory ID", "Date", "Location", "Level", "toluene", "苯"}
	for written, want := range map[string]string{"Fcatory ID": "Factory ID", "Locations": "Location", "Lvl": "Level", "tolune": "toluene", "Humidity": "", "": "", "甲苯": "苯"} {
		if got := Nearest(written, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", written, got, want)
		}
	}
}

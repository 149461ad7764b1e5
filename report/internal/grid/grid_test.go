package grid

import (
	"strings"
	"testing"
)

func TestParseCell(t *testing.T) {
	type cell struct {
		row, column int
		ok          bool
	}
	for name, want := range map[string]cell{
		"A1": {1, 1, true}, "$C$7": {7, 3, true}, "zz10": {10, 702, true}, "XFD1048576": {MaxRow, MaxColumn, true},
		"XFE1": {}, "A1048577": {}, "A0": {}, "7": {}, "A": {}, "": {}, "A-1": {}, "ß1": {}, "A1B": {},
		"A99999999999999999999": {},
	} {
		row, column, ok := ParseCell(name)
		if ok != want.ok || ok && (row != want.row || column != want.column) {
			t.Errorf("%s: %d %d %v, want %v", name, row, column, ok, want)
		}
	}
}

func TestColumnNumber(t *testing.T) {
	for ref, want := range map[string]int{"": 0, "12": 0, "A": 1, "z9": 26, "AA1": 27, "$XFD$1": 16_384,
		"xfe": 16_385} {
		if got := ColumnNumber(ref); got != want {
			t.Errorf("%s: %d, want %d", ref, got, want)
		}
	}
	if got := ColumnNumber(strings.Repeat("Z", 1<<20)); got <= MaxColumn || got > 1<<20 {
		t.Errorf("a name without end is column %d", got)
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"abc", 3, "abc"}, {"abc", 2, "ab"}, {"甲苯", 1, "甲"}, {"甲苯", 2, "甲苯"}, {"a🙂b", 3, "a🙂"}, {"a🙂b", 4, "a🙂b"},
		{"a🙂", 2, "a\uFFFD"}, {"", 0, ""},
	} {
		if got := Cut(c.text, c.most); got != c.want {
			t.Errorf("%q to %d: %q, want %q", c.text, c.most, got, c.want)
		}
	}
}

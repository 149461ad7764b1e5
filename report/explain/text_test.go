package explain

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 85: "85", 4960000: "4960000", 83.83255985480255: "83.8326", 89.59999999999997: "89.6", 0.6106944444: "0.610694", -0.779166: "−0.779166",
		0.0003968253968: "0.000396825", 1234.5678: "1234.57", 1234567.8: "1234568", math.Inf(1): "∞", 0.003535533906: "0.00353553", -4e-17: "0",
	} {
		if got := number(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
	if got := number(math.NaN()); got != "none" {
		t.Errorf("NaN: %s", got)
	}
}

func TestJoined(t *testing.T) {
	terms := make([]string, 30)
	for i := range terms {
		terms[i] = strconv.Itoa(i)
	}
	if got := joined(terms, " + "); got != "0 + 1 + 2 + … + 29 [30 terms]" {
		t.Error(got)
	}
	if got := joined(terms[:3], " + "); got != "0 + 1 + 2" {
		t.Error(got)
	}
}

// Lines are wrapped at words, and hang under the first one.
func TestLine(t *testing.T) {
	p := &page{}
	p.line(4, "· ", strings.Repeat("word ", 40))
	lines := strings.Split(strings.TrimSuffix(p.String(), "\n"), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "    · word") || !strings.HasPrefix(lines[1], "      word") {
		t.Errorf("%q", lines)
	}
	for _, l := range lines {
		if utf8.RuneCountInString(l) > width {
			t.Errorf("%d characters: %s", utf8.RuneCountInString(l), l)
		}
	}
}

func TestNumberInJSON(t *testing.T) {
	for v, want := range map[Number]string{16.666666666666668: "16.666666666666668", 4.96e6: "4960000", Number(math.Inf(1)): "null"} {
		if got, err := v.MarshalJSON(); err != nil || string(got) != want {
			t.Errorf("%v: %s, want %s (%v)", float64(v), got, want, err)
		}
	}
	if got, _ := Number(math.NaN()).MarshalJSON(); string(got) != "null" {
		t.Errorf("NaN: %s", got)
	}
}

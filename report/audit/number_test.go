package audit

import (
	"strconv"
	"testing"
)

// TestMarkOf tells numbers with a decimal point, with a decimal comma, and those that are either.
func TestMarkOf(t *testing.T) {
	for s, want := range map[string]decimalMark{
		"84.5": decimalPoint, "0.3": decimalPoint, "0.673": decimalPoint, ".5": decimalPoint, "1,200.5": decimalPoint,
		"4,960,000": decimalPoint, "4960.000": decimalPoint, "-1.25e3": decimalPoint, "5.": decimalPoint, "01.234": decimalPoint,
		"84,5": decimalComma, "0,673": decimalComma, "4.960.000": decimalComma, "5.310,50": decimalComma, ",5": decimalComma,
		"84": unknownMark, "60.000": unknownMark, "4,960": unknownMark, "-999.999": unknownMark, "1e5": unknownMark,
		"5.500.00": unknownMark, "1.2.3": unknownMark, "1,2,3": unknownMark, ".": unknownMark, "": unknownMark, "x": unknownMark,
		"0.001.000": unknownMark, "1.200,5.": unknownMark,
	} {
		if got := markOf(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// FuzzNumberIn holds that what a hint tells people to write is a number that is then read, and read in one way.
func FuzzNumberIn(f *testing.F) {
	for _, s := range []string{"84.5", "84,5", "4 960 000", "4'960'000", "5.310,50", "60.000", "1e400", "٨٤", "８４,５", "-.5", "1,", "é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		number := numberIn(plainText(s))
		if number == "" {
			return
		}
		if _, err := strconv.ParseFloat(number, 64); err != nil && err.(*strconv.NumError).Err != strconv.ErrRange {
			t.Errorf("%q: %q is no number", s, number)
		}
		if !plainNumber.MatchString(number) {
			t.Errorf("%q: %q would not be read", s, number)
		}
	})
}

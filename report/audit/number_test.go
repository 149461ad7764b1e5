package audit

import (
	"strconv"
	"testing"
)

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

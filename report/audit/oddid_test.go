package audit

import (
	"testing"

	"plimsoll/report/problem"
)

// TestOddIDs: ids that a spreadsheet takes for a formula are used, with one warning where they are given, none where they are named.
func TestOddIDs(t *testing.T) {
	for id, want := range map[string]int{"=1+1": 1, "+84": 1, "-1": 1, "@mill": 1, "CN-01": 0, "北-1": 0, "1=1": 0} {
		c := &testCase{sections: []section{{"b.xlsx!Factories", "Factory ID\tName\tCountry\n'" + id + "\tMill\tCN\n"},
			{"a.xlsx!Noise", "Factory ID\tDate\tLocation\tLevel\n'" + id + "\t2026-07-14\tLine 1\t84\n"}}}
		data, problems := Collect(c.books(t), shipped(t))
		odd := 0
		for _, p := range problems {
			if problem.OddID.Is(p) {
				odd++
			}
		}
		if odd != want || data.Readings.Len() != 1 {
			t.Errorf("%q: %v", id, problems)
		}
	}
}

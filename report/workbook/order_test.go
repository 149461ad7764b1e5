package workbook

import (
	"slices"
	"testing"
)

// Files come as people count them; what agrees as numbers comes by its bytes.
func TestNaturally(t *testing.T) {
	sorted := []string{"", "1.xlsx", "02.xlsx", "2.xlsx", "10.xlsx", "2026/a.xlsx", "A.xlsx", "a.xlsx", "a1b2",
		"a01b10", "a1b10", "a2",
		"wages 9.xlsx", "wages 10.xlsx", "wages 99999999999999999999.xlsx", "wages 100000000000000000000.xlsx",
		"wages.xlsx", "工资 9", "工资 10"}
	for i, a := range sorted {
		for j, b := range sorted {
			if got, want := naturally(a, b), compare(i, j); got != want {
				t.Errorf("%q and %q: %d, want %d", a, b, got, want)
			}
		}
	}
	names := []string{"a1", "a01", "a001"}
	slices.SortFunc(names, naturally)
	if !slices.Equal(names, []string{"a001", "a01", "a1"}) {
		t.Error(names)
	}
}

func compare(i, j int) int {
	switch {
	case i < j:
		return -1
	case i > j:
		return 1
	}
	return 0
}

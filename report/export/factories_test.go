package export

import (
	"encoding/csv"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plimsoll/report/audit"
)

func TestFactoriesCSV(t *testing.T) {
	list := []*audit.Factory{
		{Country: "VN", Name: "Mill, \"One\"", Address: "1 Road\nTown", Product: "shoes, boots; ", Processes: "cutting、stitching", Workers: 1200, Parent: "=Parent", OSID: "VN1"},
		{Country: "CN", Name: "@Mill", Workers: math.NaN()},
		{Country: "CN", Name: "Ended on the last day", Ended: 100, Workers: 5},
		{Country: "CN", Name: "Ends later", Ended: 101, Workers: 5},
	}
	rows, err := csv.NewReader(strings.NewReader(string(Factories(list, 100)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{factoryColumns(),
		{"VN", "Mill, \"One\"", "1 Road Town", "", "shoes|boots", "", "cutting|stitching", "1001-5000", "=Parent", "VN1"},
		{"CN", "@Mill", "", "", "", "", "", "", "", ""},
		{"CN", "Ends later", "", "", "", "", "", "Less than 1000", "", ""}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

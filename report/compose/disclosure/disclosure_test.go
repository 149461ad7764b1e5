package disclosure

import (
	"math"
	"testing"

	"plimsoll/report/compose"
	"plimsoll/report/language"
	"plimsoll/report/standard"
	"plimsoll/report/told"
	"plimsoll/templates"
)

func TestPublicCount(t *testing.T) {
	d := &disclosure{&compose.Programme{W: english(t)}}
	for people, want := range map[float64]string{0: "0", 9: "withheld: fewer than 10 people", 10: "10", 1234: "1,230"} {
		if got := d.count(people); string(got) != want {
			t.Errorf("%v: %q", people, got)
		}
	}
	if d.count(math.NaN()) != "–" || d.PeopleWithin(told.Split{}) != "–" {
		t.Error("nothing is not told")
	}
}

// TestEverySectionIsIndexed holds the indexes to sections that exist.
func TestEverySectionIsIndexed(t *testing.T) {
	w := english(t)
	for _, table := range index(w, func(string) int { return 0 }) {
		for _, row := range table.Rows {
			if row.Item == "" || row.What == "" || row.Where == "" || row.Where[0] == '0' {
				t.Errorf("%s: %+v", table.Name, row)
			}
		}
	}
}

func english(t *testing.T) *language.Words {
	t.Helper()
	std, err := standard.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	w, err := language.Open(std).Words("en")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

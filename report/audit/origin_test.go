package audit

import (
	"slices"
	"testing"

	"plimsoll/report/problem"
	"plimsoll/report/standard"
	"plimsoll/report/workbook"
)

// originCase has readings of two factories, in another order of columns and in units of their own.
var originCase = &testCase{sections: []section{
	{name: "a.xlsx!Light", body: "Note\tIlluminance\tUnit\tFactory ID\tDate\tLocation\tProcess\n" +
		"x\t50\tfc\tCN-01\t2026-07-14\tLine 1\tcutting\n" + "\t400\t\tVN-01\t2026-07-14\tLine 1\tcutting\n" + "\tdim\tlx\tCN-01\t2026-07-14\tLine 2\tcutting\n"},
	{name: "a.xlsx!Noise", body: "Factory ID\tDate\tLocation\tLevel\nCN-01\t2026-07-14\tLine 1\tloud\n"},
	{name: "a.xlsx!Limits", body: "Area\tIndicator\tJurisdiction\tLimit\tUnit\tKind\tSource\nlight\tglow\tCN\t9\tlx\tlegal\tx\n"},
}}

// The origin of a reading names the cells of its row, whatever the order of columns, and the number as written.
func TestOriginsNameCells(t *testing.T) {
	std := shipped(t)
	data, problems, origins := collectOrigins(originCase.books(t), std, "CN-01", std.Area("light"))
	for r := range data.Readings.All() {
		o := origins.Of(r)
		if r.Factory.ID != "CN-01" {
			if o != nil {
				t.Errorf("%s has an origin", r.Source.Place())
			}
			continue
		}
		cell := o.Cells[slices.IndexFunc(o.Cells, func(c OriginCell) bool { return c.Field == "value" })]
		if cell.Place.String() != "a.xlsx!Light!B2" || cell.Text != "50" || cell.Column != "Illuminance" || o.Number != 50 || o.Unit != "fc" || o.Number*o.Factor != r.Value {
			t.Errorf("%+v", o)
		}
		if last := o.Cells[len(o.Cells)-1]; last.Column != "Note" || last.Field != "" || last.Place.Cell() != "A2" {
			t.Errorf("%+v", last)
		}
	}
	for place, want := range map[string]bool{"a.xlsx!Light!B4": true, "a.xlsx!Noise!D2": false, "a.xlsx!Limits!B2": true} {
		found := false
		for _, p := range problems {
			found = found || p.Place.String() == place && p.Severity == problem.Error && origins.Concerns(p)
		}
		if found != want {
			t.Errorf("%s concerns the area: %v; %v", place, found, problems)
		}
	}
}

// A run that asks for no origins finds the same records and problems.
func TestOriginsChangeNothing(t *testing.T) {
	std := shipped(t)
	want, problems := Collect(originCase.books(t), std)
	got, same, _ := collectOrigins(originCase.books(t), std, "CN-01", std.Area("light"))
	if dump(got) != dump(want) || len(same) != len(problems) {
		t.Errorf("%s\n%v", dump(got), same)
	}
}

// collectOrigins is Collect with the origins of a factory and area.
func collectOrigins(books []*workbook.Book, std *standard.Standard, factory string, area *standard.Area) (*Data,
	[]problem.Problem, *Origins) {
	c := NewCollector(std, Keep{Factory: factory, Area: area})
	for _, b := range books {
		c.Take(b)
	}
	data, problems := c.Records()
	return data, problems, c.Origins()
}

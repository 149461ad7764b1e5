package standard

import (
	"slices"
	"testing"
)

// column is a column of an area's sheet.
func column(t *testing.T, area, heading string) *Column {
	t.Helper()
	s := &built(t).Area(area).Sheet
	at := s.Column(heading)
	if at < 0 {
		t.Fatalf("%s has no column %s", area, heading)
	}
	return &s.Columns[at]
}

func TestColumnsAreFoundByNameAndAlias(t *testing.T) {
	s := built(t)
	for _, headings := range [][3]string{ // area, the name, another writing
		{"noise", "Factory ID", "FACTORY_ID*"}, {"noise", "Level", "声级"}, {"noise", "Date", "Ngày đo"}, {"air", "Detection limit", "LOD"},
		{"dorms", "Floor area", "Diện tích"}, {"earnings", "Worker group", "岗位"}, {"light", "Process", "工序"},
	} {
		sheet := &s.Area(headings[0]).Sheet
		if a, b := sheet.Column(headings[1]), sheet.Column(headings[2]); a < 0 || a != b {
			t.Errorf("%s: %s is column %d, %s column %d", headings[0], headings[1], a, headings[2], b)
		}
	}
	if at := s.Area("noise").Sheet.Column("Humidity"); at != -1 {
		t.Errorf("Humidity is column %d", at)
	}
	programme := s.Sheets[slices.IndexFunc(s.Sheets, func(s *Sheet) bool { return s.Name == "Programme" })]
	if at := programme.Key("Year  starts:"); at < 0 || programme.Keys[at].Name != "Year starts" {
		t.Errorf("Year starts is key %d", at)
	}
	if names := s.Area("light").Sheet.ColumnNames(); !slices.Contains(names, "Illuminance") || len(names) != 10 {
		t.Errorf("the columns of Light are %v", names)
	}
}

// Physically plausible ranges, as the contract has them (format.md, section 1).
func TestPlausible(t *testing.T) {
	for _, test := range []struct {
		area, heading, in string
		good, bad         []float64
	}{
		{"noise", "Level", "30 to 140", []float64{30, 85.5, 140}, []float64{29.9, 140.1, 0, -5}},
		{"light", "Illuminance", "0 to 100000", []float64{0, 500, 100000}, []float64{-1, 100001}},
		{"air", "Concentration", "0 or more", []float64{0, 1e6}, []float64{-0.1}},
		{"dorms", "Floor area", "above 0", []float64{0.1, 400}, []float64{0, -3}},
		{"dorms", "Occupants", "0 or more", []float64{0, 12}, []float64{-1}},
		{"noise", "Workers", "0 or more", []float64{0, 12}, []float64{-1}},
		{"earnings", "Regular pay", "0 or more", []float64{0, 5e6}, []float64{-1}},
		{"noise", "Hours a day", "0 to 24", []float64{0, 24}, []float64{-1, 24.1}},
		{"earnings", "Hours per week", "0 to 112", []float64{0, 112}, []float64{113}},
		{"earnings", "Longest week", "0 to 112", []float64{0, 112}, []float64{113}},
		{"noise", "Location", "", []float64{-1}, nil},
	} {
		c := column(t, test.area, test.heading)
		if c.Range() != test.in {
			t.Errorf("%s: the range reads %q, want %q", test.heading, c.Range(), test.in)
		}
		for _, v := range test.good {
			if !c.Plausible(v) {
				t.Errorf("%s: %v is refused", test.heading, v)
			}
		}
		for _, v := range test.bad {
			if c.Plausible(v) {
				t.Errorf("%s: %v is taken", test.heading, v)
			}
		}
	}
}

func TestWordsOfAColumn(t *testing.T) {
	c := column(t, "earnings", "Basis")
	for written, want := range map[string]string{"net": "net", "GROSS": "gross", "税后": "net", "take home": "net", "both": ""} {
		if word, ok := c.Word(written); word != want || ok != (want != "") {
			t.Errorf("%q is %q, %v", written, word, ok)
		}
	}
	if list := c.WordList(); list != "gross, net" {
		t.Errorf("the words are %q", list)
	}
}

func TestUnitsAndCurrencies(t *testing.T) {
	s := built(t)
	for _, test := range []struct {
		area, written string
		factor        float64
	}{
		{"air", "mg/m3", 1}, {"air", "MG/M³", 1}, {"air", "µg/m3", 0.001}, {"air", "μg/m³", 0.001}, {"air", "ppm", 1}, {"air", "ppb", 0.001},
		{"light", "Lux", 1}, {"light", "fc", 10.7639104}, {"dorms", "m²", 1}, {"dorms", "sq ft", 0.09290304}, {"noise", "dB(A)", 1}, {"noise", "dBA", 1},
		{"noise", "dB", 0}, {"noise", "dB(C)", 0}, {"air", "g/m3", 0}, {"air", "%", 0}, {"light", "fl", 0},
	} {
		u, ok := s.Area(test.area).UnitOf(test.written)
		if ok != (test.factor != 0) || ok && u.Factor != test.factor {
			t.Errorf("%s %q: %+v, %v, want a factor of %v", test.area, test.written, u, ok, test.factor)
		}
	}
	pay := s.Area("earnings")
	for written, want := range map[string]string{"CNY": "CNY", "cny": "CNY", "RMB": "CNY", "人民币": "CNY", "£": "GBP", "đồng": "VND", "IDR": "IDR", "dollars": "", "": "", "U1D": ""} {
		if code, ok := pay.Currency(written); code != want || ok != (want != "") {
			t.Errorf("%q is %q, %v, want %q", written, code, ok, want)
		}
	}
	if names := s.Area("air").UnitNames(); names != "mg/m3, ug/m3, ppm, ppb" {
		t.Errorf("the units of air are %s", names)
	}
}

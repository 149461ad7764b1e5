package main

import "math"

// A limit that the programme adds to the built-in ones, or puts in their place.
type limit struct {
	area, indicator, subject, jurisdiction string
	limit                                  float64
	unit, kind, basis, from, to            string
	source, clause, verified               string
}

const (
	ownCode   = "Harbour Code of Conduct (invented)"
	ownLiving = "Harbour living-wage target (invented)"
	gbz       = "GBZ 2.1-2019"
)

// The light lines are in the code of conduct; statutory values that the built-in table holds as unverified, or not at all,
// are entered as the programme's lawyers gave them, and say so under Verified.
var limits = []limit{
	{"dorms", "space", "", "*", 4, "m2", "code", "", "2023-01-01", "", ownCode, "6.1", "yes"},
	{"dorms", "space", "", "CN", 4, "m2", "code", "", "2023-01-01", "", ownCode, "6.1", "yes"},
	{"dorms", "occupancy", "", "*", 8, "persons", "code", "", "2023-01-01", "", ownCode, "6.1", "yes"},
	{"light", "illuminance", "cutting", "*", 500, "lx", "code", "", "2023-01-01", "", ownCode, "4.2", "yes"},
	{"light", "illuminance", "skiving", "*", 500, "lx", "code", "", "2023-01-01", "", ownCode, "4.2", "yes"},
	{"light", "illuminance", "stitching", "*", 500, "lx", "code", "", "2023-01-01", "", ownCode, "4.2", "yes"},
	{"light", "illuminance", "cementing", "*", 500, "lx", "code", "", "2023-01-01", "", ownCode, "4.2", "yes"},
	{"light", "illuminance", "lasting", "*", 500, "lx", "code", "", "2023-01-01", "", ownCode, "4.2", "yes"},
	{"light", "illuminance", "sole-pressing", "*", 500, "lx", "code", "", "2023-01-01", "", ownCode, "4.2", "yes"},
	{"light", "illuminance", "finishing", "*", 500, "lx", "code", "", "2023-01-01", "", ownCode, "4.2", "yes"},
	{"air", "concentration", "78-93-3", "CN", 300, "mg/m3", "legal", "", "2020-04-01", "", gbz, "Table 1", "no"},
	{"air", "concentration", "141-78-6", "CN", 200, "mg/m3", "legal", "", "2020-04-01", "", gbz, "Table 1", "no"},
	{"air", "concentration", "110-82-7", "CN", 250, "mg/m3", "legal", "", "2020-04-01", "", gbz, "Table 1", "no"},
	{"air", "concentration", "108-88-3", "VN", 100, "mg/m3", "legal", "", "2019-12-09", "", "QCVN 03:2019/BYT", "Table 1", "no"},
	{"air", "concentration", "78-93-3", "VN", 150, "mg/m3", "legal", "", "2002-10-10", "", "Decision 3733/2002/QĐ-BYT", "", "no"},
	{"earnings", "minimum", "", "CN-GD-Dongguan", 1900, "CNY", "legal", "", "2021-12-01", "2025-02-28", "Guangdong notice (2021)", "class 2", "no"},
	{"earnings", "minimum", "", "CN-GD-Dongguan", 2080, "CNY", "legal", "", "2025-03-01", "", "Guangdong notice (2025)", "class 2", "no"},
	{"earnings", "minimum", "", "CN-FJ-2", 1960, "CNY", "legal", "", "2022-04-01", "2025-03-31", "Fujian notice (2022)", "tier 2", "no"},
	{"earnings", "minimum", "", "CN-FJ-2", 2195, "CNY", "legal", "", "2025-04-01", "", "Fujian notice (2025)", "tier 2", "no"},
	{"earnings", "minimum", "", "CN-FJ-3", 1810, "CNY", "legal", "", "2022-04-01", "2025-03-31", "Fujian notice (2022)", "tier 3", "no"},
	{"earnings", "minimum", "", "CN-FJ-3", 2045, "CNY", "legal", "", "2025-04-01", "", "Fujian notice (2025)", "tier 3", "no"},
	{"earnings", "minimum", "", "US-ME", 13.80, "USD/h", "legal", "gross", "2023-01-01", "2023-12-31", "Maine minimum wage (2023)", "26 MRSA 664", "no"},
	{"earnings", "minimum", "", "US-ME", 14.15, "USD/h", "legal", "gross", "2024-01-01", "2024-12-31", "Maine minimum wage (2024)", "26 MRSA 664", "no"},
	{"earnings", "minimum", "", "US-ME", 14.65, "USD/h", "legal", "gross", "2025-01-01", "2025-12-31", "Maine minimum wage (2025)", "26 MRSA 664", "no"},
	{"earnings", "minimum", "", "US-ME", 15.10, "USD/h", "legal", "gross", "2026-01-01", "", "Maine minimum wage (2026)", "26 MRSA 664", "no"},
	{"earnings", "living", "", "CN-GD-Dongguan", 3300, "CNY", "target", "", "2023-10-01", "2025-12-31", ownLiving, "7.3", "yes"},
	{"earnings", "living", "", "CN-GD-Dongguan", 3410, "CNY", "target", "", "2026-01-01", "", ownLiving, "7.3", "yes"},
	{"earnings", "living", "", "CN-FJ", 3150, "CNY", "target", "", "2023-10-01", "", ownLiving, "7.3", "yes"},
	{"earnings", "living", "", "US-CA", 23.40, "USD/h", "target", "", "2023-10-01", "", ownLiving, "7.3", "yes"},
	{"earnings", "living", "", "US-ME", 21.50, "USD/h", "target", "", "2023-10-01", "", ownLiving, "7.3", "yes"},
	{"earnings", "living", "", "GB", 12.60, "GBP/h", "target", "", "2023-10-01", "", ownLiving, "7.3", "yes"},
}

// An economy is a price index: 100 in the first month, a yearly rate, and a sway over the year.
type economy struct {
	country    string
	rate, sway float64
}

var economies = []economy{{"CN", 0.004, 0.4}, {"VN", 0.033, 0.3}, {"US", 0.028, 0.2}, {"GB", 0.032, 0.3}}

func limitsSheet() sheet {
	s := sheet{name: "Limits", columns: []column{
		{"Area", 10, text}, {"Indicator", 14, text}, {"Subject", 14, text}, {"Jurisdiction", 17, text}, {"Limit", 10, general}, {"Unit", 10, text},
		{"Kind", 9, text}, {"Basis", 9, text}, {"From", 12, day}, {"To", 12, day}, {"Averaging", 10, text}, {"Source", 42, text}, {"Clause", 14, text}, {"Verified", 10, text},
	}}
	for _, l := range limits {
		var averaging any
		if l.area == "air" {
			averaging = "8h"
		}
		s.rows = append(s.rows, []any{
			l.area, l.indicator, filled(l.subject), l.jurisdiction, l.limit, l.unit, l.kind, filled(l.basis), date(l.from), date(l.to), averaging,
			l.source, filled(l.clause), l.verified,
		})
	}
	return s
}

func pricesSheet() sheet {
	s := sheet{name: "Prices", columns: []column{{"Country", 10, text}, {"Month", 12, month}, {"Index", 10, tenths}}}
	for _, e := range economies {
		for m := range 3 * quarters {
			years := float64(m) / 12
			index := 100*math.Pow(1+e.rate, years) + e.sway*math.Sin(2*math.Pi*years) + 0.1*wobble(e.country, quarter(m).String())
			s.rows = append(s.rows, []any{e.country, quarter(m / 3).month(m % 3), rounded(index, 1)})
		}
	}
	return s
}

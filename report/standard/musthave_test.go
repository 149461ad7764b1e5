package standard

import (
	"slices"
	"testing"
)

// lawful is the legal limit that applies, 0 where there is none.
func lawful(t *testing.T, set *Limits, area, indicator, subject, region, on string) float64 {
	t.Helper()
	if l := set.Applying(Question{Area: area, Indicator: indicator, Subject: subject, Region: region, On: day(t, on)}, nil)[0]; l != nil {
		return l.Value
	}
	return 0
}

// What the law says in the regions of a footwear programme, by date. Values as the instruments print them.
func TestLawByDate(t *testing.T) {
	set := NewLimits(built(t).Limits, nil)
	const benzene, toluene = "71-43-2", "108-88-3"
	for _, test := range []struct {
		area, indicator, subject, region string
		values                           map[string]float64 // by date
	}{
		// GBZ 2.1-2019 is in force since 2020-04-01; the date of its amendment (3 mg/m3) is not known, so 6 stands.
		{"air", "concentration", benzene, "CN-GD", map[string]float64{"2020-03-31": 0, "2020-04-01": 6, "2026-07-14": 6}},
		{"air", "concentration", benzene, "EU", map[string]float64{"2024-04-04": 3.25, "2024-04-05": 1.65, "2026-04-05": 1.65, "2026-04-06": 0.66}},
		{"air", "concentration", benzene, "US-OH", map[string]float64{"2026-01-01": 78.11 / 24.45}},
		{"air", "concentration", toluene, "CN-GD", map[string]float64{"2026-01-01": 50}},
		{"air", "concentration", toluene, "VN-HN", map[string]float64{"2026-01-01": 100}},
		{"air", "concentration", toluene, "US-OH", map[string]float64{"2026-01-01": 200 * 92.14 / 24.45}},
		{"air", "concentration", toluene, "US-CA", map[string]float64{"2026-01-01": 10 * 92.14 / 24.45}},
		{"air", "concentration", toluene, "GB", map[string]float64{"2026-01-01": 191}},
		{"air", "concentration", "67-64-1", "VN", map[string]float64{"2019-12-08": 200, "2019-12-09": 200}},
		{"air", "concentration", "68-12-2", "EU", map[string]float64{"2024-04-04": 0, "2024-04-05": 15}},
		{"air", "concentration", "50-00-0", "CN", map[string]float64{"2026-01-01": 0}}, // a ceiling only

		{"noise", "exposure", "", "CN", map[string]float64{"2026-01-01": 85}},
		{"noise", "exposure", "", "VN", map[string]float64{"2016-11-30": 0, "2016-12-01": 85}},
		{"noise", "exposure", "", "GB", map[string]float64{"2026-01-01": 85}},
		{"noise", "exposure", "", "EU", map[string]float64{"2026-01-01": 85}},
		{"noise", "exposure", "", "US-OH", map[string]float64{"2026-01-01": 0}}, // 90 dB(A) on a 5 dB exchange rate
		{"noise", "exposure", "", "US-CA", map[string]float64{"2026-01-01": 0}},

		{"earnings", "minimum", "", "VN-I", map[string]float64{"2024-06-30": 4_680_000, "2024-07-01": 4_960_000, "2025-12-31": 4_960_000, "2026-01-01": 5_310_000}},
		{"earnings", "minimum", "", "VN-II", map[string]float64{"2024-06-30": 4_160_000, "2024-07-01": 4_410_000, "2025-12-31": 4_410_000, "2026-01-01": 4_730_000}},
		{"earnings", "minimum", "", "VN-III", map[string]float64{"2024-06-30": 3_640_000, "2024-07-01": 3_860_000, "2025-12-31": 3_860_000, "2026-01-01": 4_140_000}},
		{"earnings", "minimum", "", "VN-IV", map[string]float64{"2024-06-30": 3_250_000, "2024-07-01": 3_450_000, "2025-12-31": 3_450_000, "2026-01-01": 3_700_000}},
		{"earnings", "minimum", "", "VN", map[string]float64{"2026-01-01": 0}}, // there are regions only
		{"earnings", "minimum", "", "CN-GD-Shenzhen", map[string]float64{"2025-02-28": 2360, "2025-03-01": 2520}},
		{"earnings", "minimum", "", "CN-GD-Guangzhou", map[string]float64{"2021-11-30": 2100, "2021-12-01": 2300, "2025-03-01": 2500}},
		{"earnings", "minimum", "", "CN-SH", map[string]float64{"2025-06-30": 2690, "2025-07-01": 2740}},
		{"earnings", "minimum", "", "US-OH", map[string]float64{"2009-07-23": 0, "2009-07-24": 7.25, "2026-01-01": 7.25}},
		{"earnings", "minimum", "", "US-CA", map[string]float64{"2023-12-31": 15.5, "2024-01-01": 16, "2025-01-01": 16.5, "2025-12-31": 16.5, "2026-01-01": 16.9}},
		{"earnings", "minimum", "", "GB", map[string]float64{"2024-03-31": 10.42, "2024-04-01": 11.44, "2025-04-01": 12.21, "2026-03-31": 12.21, "2026-04-01": 12.71}},
	} {
		for on, want := range test.values {
			if got := lawful(t, set, test.area, test.indicator, test.subject, test.region, on); got < want-1e-9 || got > want+1e-9 {
				t.Errorf("%s %s %s in %s on %s: %v, want %v", test.area, test.indicator, test.subject, test.region, on, got, want)
			}
		}
	}
}

func TestNoiseOnAnotherExchangeRateIsListedAllTheSame(t *testing.T) {
	about := NewLimits(built(t).Limits, nil).About("noise", "US-CA", "US-CA", day(t, "2026-07-14"))
	if !slices.ContainsFunc(about, func(l *Limit) bool { return l.Value == 90 && l.Exchange == 5 && l.Kind == Legal }) {
		t.Errorf("the 5 dB limits of the US are not among %d limits", len(about))
	}
}

// The programme's own lines hold everywhere, also where there is no law.
func TestDefaultLines(t *testing.T) {
	set := NewLimits(built(t).Limits, nil)
	line := func(area, indicator, subject string) float64 {
		if l := set.Applying(Question{Area: area, Indicator: indicator, Subject: subject, Region: "XX", On: day(t, "2026-07-14")}, nil)[1]; l != nil {
			return l.Value
		}
		return 0
	}
	for _, test := range []struct {
		area, indicator string
		want            float64
	}{
		{"noise", "exposure", 85}, {"air", "mixture", 1}, {"dorms", "space", 4}, {"dorms", "occupancy", 8}, {"dorms", "toilets", 15}, {"dorms", "showers", 15},
		{"earnings", "hours", 60},
	} {
		if got := line(test.area, test.indicator, ""); got != test.want {
			t.Errorf("%s %s: %v, want %v", test.area, test.indicator, got, test.want)
		}
	}
	for _, process := range built(t).ProcessIDs() {
		if got := line("light", "illuminance", process); got < 100 && process != "dormitory" {
			t.Errorf("light for %s: %v lx", process, got)
		}
	}
}

func TestFootwearAgentsHaveLimits(t *testing.T) {
	set := NewLimits(built(t).Limits, nil)
	agents := []string{"108-88-3", "1330-20-7", "100-41-4", "100-42-5", "110-54-3", "110-82-7", "67-64-1", "78-93-3", "108-10-1", "79-20-9", "141-78-6",
		"123-86-4", "67-56-1", "67-63-0", "68-12-2", "75-09-2", "71-43-2", "50-00-0", "26471-62-5", "101-68-8", "7664-41-7", "dust-total", "dust-respirable",
		"wood-dust", "cotton-dust", "leather-dust"}
	lawOf := map[string]int{}
	for _, region := range []string{"CN-GD", "US-CA", "GB", "VN"} {
		for _, agent := range agents {
			found := set.Applying(Question{Area: "air", Indicator: "concentration", Subject: agent, Region: region, On: day(t, "2026-07-14")}, nil)
			if found[0] == nil && found[1] == nil {
				t.Errorf("%s has no limit in %s", agent, region)
			}
			if found[0] != nil {
				lawOf[region]++
			}
		}
	}
	for _, region := range []string{"CN-GD", "US-CA", "GB"} {
		if lawOf[region] < 15 {
			t.Errorf("%s: a legal limit for %d agents only", region, lawOf[region])
		}
	}
}

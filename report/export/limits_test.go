package export

import (
	"strings"
	"testing"

	"plimsoll/report/standard"
	"plimsoll/templates"
)

// A cell is blank where it means nothing for the limit: no averaging of pay, no deduction that is not known.
func TestLimits(t *testing.T) {
	std, err := standard.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	none, tenth := 0.0, 0.105
	from, _ := standard.ParseDate("2026-01-01")
	limits := []*standard.Limit{
		{Area: "air", Indicator: "concentration", Subject: "108-88-3", Jurisdiction: "US", Limit: 200, Unit: "ppm", Kind: "legal",
			Averaging: "8h", Exchange: 3, Temperature: 25, Source: "29 CFR 1910.1000", URL: "osha.gov", Verified: true},
		{Area: "noise", Indicator: "exposure", Jurisdiction: "*", Limit: 85, Unit: "dB(A)", Kind: "code", Averaging: "8h",
			Exchange: 3, Source: "NIOSH", URL: "https://cdc.gov"},
		{Area: "earnings", Indicator: "minimum", Jurisdiction: "VN-I", Limit: 5310000, Unit: "VND", Kind: "legal", Basis: "gross",
			From: from, Source: "Decree 293", Clause: "3", Deduction: &tenth},
		{Area: "earnings", Indicator: "minimum", Jurisdiction: "XK", Limit: 1, Unit: "EUR", Kind: "legal", Source: "law",
			Deduction: &none},
		{Area: "earnings", Indicator: "hours", Jurisdiction: "BD", Limit: 60, Unit: "h", Kind: "legal", Source: "law", Normal: 48},
	}
	want := `area,indicator,subject,jurisdiction,kind,limit,unit,from,to,averaging,exchange,basis,temperature,source,clause,url,verified,deduction,normal
air,concentration,108-88-3,US,legal,200,ppm,,,8h,,,25,29 CFR 1910.1000,,,true,,
noise,exposure,,*,code,85,dB(A),,,,3,,,NIOSH,,https://cdc.gov,false,,
earnings,minimum,,VN-I,legal,5310000,VND,2026-01-01,,,,gross,,Decree 293,3,,false,0.105,
earnings,minimum,,XK,legal,1,EUR,,,,,,,law,,,false,0,
earnings,hours,,BD,legal,60,h,,,,,,,law,,,false,,48
`
	got := strings.TrimPrefix(string(Limits(limits, std)), "\ufeff")
	if got = strings.ReplaceAll(got, "\r\n", "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

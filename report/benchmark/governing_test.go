package benchmark

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"plimsoll/report/standard"
	"plimsoll/templates"
)

// Which built-in limit a reading is held against: where | when | what | the limit as its source prints it | kind | source.
// The figures are those of the instruments, taken from them by hand, not from the template files; a dash is no limit.
const governs = `
CN-GD | 2026-07-14 | air concentration 108-88-3 | 50 mg/m3 | legal | GBZ 2.1-2019
CN-GD | 2020-03-31 | air concentration 108-88-3 | 192 mg/m3 | code | Directive 2006/15/EC (2006)
CN-GD | 2026-07-14 | air concentration 71-43-2 | 0.66 mg/m3 | code | Directive 2004/37/EC (as amended 2022)
CN-GD | 2026-07-14 | air concentration 110-54-3 | 72 mg/m3 | code | Directive 2006/15/EC (2006)
CN-FJ | 2026-07-14 | air concentration 110-82-7 | 250 mg/m3 | legal | GBZ 2.1-2019
CN-FJ | 2026-07-14 | air concentration 78-93-3 | 300 mg/m3 | legal | GBZ 2.1-2019
CN-FJ | 2026-07-14 | air concentration 67-63-0 | 350 mg/m3 | legal | GBZ 2.1-2019
CN-FJ | 2026-07-14 | air concentration 75-09-2 | 200 mg/m3 | legal | GBZ 2.1-2019
CN-FJ | 2026-07-14 | air concentration 100-42-5 | 50 mg/m3 | legal | GBZ 2.1-2019
CN-FJ | 2026-07-14 | air concentration 100-41-4 | 100 mg/m3 | legal | GBZ 2.1-2019
CN-FJ | 2026-07-14 | air concentration 68-12-2 | 15 mg/m3 | code | Directive 2009/161/EU (2009); binding since Directive (EU) 2022/431
CN-FJ | 2026-07-14 | air concentration 26471-62-5 | 0.005 ppm | code | Cal/OSHA Table AC-1 (as of 2018)
CN-FJ | 2026-07-14 | air concentration 101-68-8 | 0.05 mg/m3 | legal | GBZ 2.1-2019
CN-FJ | 2026-07-14 | air concentration 108-10-1 | 205 mg/m3 | code | NIOSH REL (2016)
CN-FJ | 2026-07-14 | air concentration 50-00-0 | 0.37 mg/m3 | code | Directive (EU) 2019/983 (2019)
CN-FJ | 2026-07-14 | air concentration wood-dust | 2 mg/m3 | code | Directive 2004/37/EC (as amended 2017)
VN-HN | 2026-07-14 | air concentration 108-88-3 | 100 mg/m3 | legal | QCVN 03:2019/BYT
VN-HN | 2026-07-14 | air concentration 78-93-3 | 150 mg/m3 | legal | Decision 3733/2002/QĐ-BYT
VN-HN | 2026-07-14 | air concentration 124-38-9 | 9000 mg/m3 | legal | QCVN 03:2019/BYT
VN-HN | 2026-07-14 | air concentration cotton-dust | 0.2 mg/m3 | code | NIOSH REL (2016)
GB | 2026-07-14 | air concentration 108-88-3 | 191 mg/m3 | legal | EH40/2005 4th ed. (2020)
GB | 2020-01-16 | air concentration 108-88-3 | 192 mg/m3 | code | Directive 2006/15/EC (2006)
GB | 2026-07-14 | air concentration 1330-20-7 | 220 mg/m3 | legal | EH40/2005 4th ed. (2020)
GB | 2026-07-14 | air concentration 110-82-7 | 350 mg/m3 | legal | EH40/2005 4th ed. (2020)
GB | 2026-07-14 | air concentration 67-64-1 | 500 ppm | legal | EH40/2005 4th ed. (2020)
GB | 2026-07-14 | air concentration 78-93-3 | 600 mg/m3 | legal | EH40/2005 4th ed. (2020)
GB | 2026-07-14 | air concentration 75-09-2 | 353 mg/m3 | legal | EH40/2005 4th ed. (2020)
GB | 2026-07-14 | air concentration 68-12-2 | 15 mg/m3 | legal | EH40/2005 4th ed. (2020)
GB | 2026-07-14 | air concentration 100-41-4 | 441 mg/m3 | legal | EH40/2005 4th ed. (2020)
GB | 2026-07-14 | air concentration 100-42-5 | 215 mg/m3 | code | NIOSH REL (2016)
GB | 2026-07-14 | air concentration 123-86-4 | 241 mg/m3 | code | Directive (EU) 2019/1831 (2019)
GB | 2026-07-14 | air concentration 7664-41-7 | 14 mg/m3 | code | Directive 2000/39/EC (2000)
IT | 2026-07-14 | air concentration 108-10-1 | 83 mg/m3 | legal | D.Lgs. 81/2008, Annex XXXVIII
IT | 2026-07-14 | air concentration 110-82-7 | 350 mg/m3 | legal | D.Lgs. 81/2008, Annex XXXVIII
IT | 2026-07-14 | air concentration 108-88-3 | 192 mg/m3 | legal | D.Lgs. 81/2008, Annex XXXVIII
IT | 2026-07-14 | air concentration 71-43-2 | 0.66 mg/m3 | code | Directive 2004/37/EC (as amended 2022)
TR | 2026-07-14 | air concentration 108-10-1 | 83 mg/m3 | legal | Regulation on chemicals at work (Türkiye)
TR | 2026-07-14 | air concentration 110-82-7 | 700 mg/m3 | legal | Regulation on chemicals at work (Türkiye)
TR | 2026-07-14 | air concentration 7664-41-7 | 14 mg/m3 | legal | Regulation on chemicals at work (Türkiye)
EU | 2026-07-14 | air concentration 108-10-1 | 83 mg/m3 | code | Directive 2000/39/EC (2000)
US-ME | 2026-07-14 | air concentration 108-88-3 | 192 mg/m3 | code | Directive 2006/15/EC (2006)
US-CA | 2026-07-14 | air concentration 108-88-3 | 10 ppm | legal | Cal/OSHA Table AC-1 (as of 2018)
US-CA | 2026-07-14 | air concentration 67-64-1 | 500 ppm | legal | Cal/OSHA Table AC-1 (as of 2018)
BD | 2026-07-14 | air concentration 67-64-1 | 1210 mg/m3 | code | Directive 2000/39/EC (2000)

CN-GD | 2026-07-14 | noise exposure | 85 dB(A) | legal | GBZ 2.2-2007
ID-BT | 2026-07-14 | noise exposure | 85 dB(A) | legal | Permenaker 5/2018
TR | 2026-07-14 | noise exposure | 85 dB(A) | legal | Noise Regulation (Türkiye)
VN-HN | 2016-11-30 | noise exposure | 85 dB(A) | code | NIOSH 98-126 (1998)
US-ME | 2026-07-14 | noise exposure | 85 dB(A) | code | NIOSH 98-126 (1998)

CN-GD | 2024-07-31 | light illuminance assembly | 300 lx | legal | GB 50034-2013
CN-GD | 2024-08-01 | light illuminance assembly | 300 lx | code | EN 12464-1:2011
CN-GD | 2024-07-31 | light illuminance stitching | 500 lx | code | EN 12464-1:2011
KH | 2026-07-14 | light illuminance corridor | 100 lx | code | EN 12464-1:2011

CN-GD | 2026-07-14 | earnings hours | 60 h | code | ETI Base Code (2014)
BD | 2026-07-14 | earnings hours | 60 h | legal | Labour Act 2006
IN-TN | 2026-07-14 | earnings hours | 60 h | legal | Factories Act 1948
FR | 2026-07-14 | earnings hours | 48 h | legal | Code du travail (text of 2015)

CN-FJ-1 | 2022-03-31 | earnings minimum | -
CN-FJ-1 | 2022-04-01 | earnings minimum | 2030 CNY | legal | Fujian notice (2022)
CN-FJ-1 | 2025-03-31 | earnings minimum | 2030 CNY | legal | Fujian notice (2022)
CN-FJ-1 | 2025-04-01 | earnings minimum | 2265 CNY | legal | Fujian notice (2025)
CN-FJ-2 | 2024-07-14 | earnings minimum | 1960 CNY | legal | Fujian notice (2022)
CN-FJ-3 | 2024-07-14 | earnings minimum | 1810 CNY | legal | Fujian notice (2022)
CN-FJ-4 | 2024-07-14 | earnings minimum | 1660 CNY | legal | Fujian notice (2022)
CN-FJ-4 | 2026-07-14 | earnings minimum | 1895 CNY | legal | Fujian notice (2025)
CN-BJ | 2025-08-31 | earnings minimum | 2420 CNY | legal | Beijing notice (2023)
CN-BJ | 2025-09-01 | earnings minimum | 2540 CNY | legal | Beijing notice (2025)
CN-SD-1 | 2026-07-14 | earnings minimum | 2400 CNY | legal | Shandong notice (in force on 2026-01-01)
CN-SD-3 | 2025-07-14 | earnings minimum | 1820 CNY | legal | Shandong notice (2023)
CN-GD-Dongguan | 2025-02-28 | earnings minimum | 1900 CNY | legal | Guangdong notice (2021)
CN-GD-Dongguan | 2025-03-01 | earnings minimum | 2080 CNY | legal | Guangdong notice (2025), class 2
CN-GD-Qingyuan | 2026-07-14 | earnings minimum | 1750 CNY | legal | Guangdong notice (2025), class 4
CN-ZJ-1 | 2025-12-31 | earnings minimum | 2490 CNY | legal | Zhejiang notice (2024)
CN-ZJ-1 | 2026-01-01 | earnings minimum | 2660 CNY | legal | Zhejiang notice (2026)
CN-SH | 2023-06-30 | earnings minimum net | 2590 CNY | legal | Shanghai HRSS notice (2021)
US-ME | 2022-12-31 | earnings minimum | 7.25 USD/h | legal | Fair Labor Standards Act (2009 step)
US-ME | 2023-01-01 | earnings minimum | 13.8 USD/h | legal | Maine minimum wage (2023)
US-ME | 2024-07-14 | earnings minimum | 14.15 USD/h | legal | Maine minimum wage (2024)
US-ME | 2025-12-31 | earnings minimum | 14.65 USD/h | legal | Maine minimum wage (2025)
US-ME-Portland | 2026-01-01 | earnings minimum | 15.1 USD/h | legal | Maine minimum wage (2026)
GB | 2026-03-31 | earnings minimum | 12.21 GBP/h | legal | National Minimum Wage Regulations 2015 (amended yearly)
GB | 2026-04-01 | earnings minimum | 12.71 GBP/h | legal | National Minimum Wage Regulations 2015 (amended yearly)
VN-I | 2025-12-31 | earnings minimum | 4960000 VND | legal | Decree 74/2024/NĐ-CP
VN-I | 2026-01-01 | earnings minimum | 5310000 VND | legal | Decree 293/2025/NĐ-CP
KH | 2023-12-31 | earnings minimum | -
KH | 2024-01-01 | earnings minimum | 204 USD | legal | Minimum wage decision of 2023
KH | 2025-12-31 | earnings minimum | 208 USD | legal | Minimum wage decision of 2024-09-19
KH | 2026-01-01 | earnings minimum | 210 USD | legal | Prakas 214 of 2025-09-17
ID-JK | 2025-12-31 | earnings minimum | -
ID-JK | 2026-01-01 | earnings minimum | 5729876 IDR | legal | UMP DKI Jakarta 2026 (PP 49/2025)
ID-BT-Tangerang | 2026-07-14 | earnings minimum | 3100811 IDR | legal | UMP Banten 2026 (PP 49/2025)
TR | 2026-07-14 | earnings minimum | 33030 TRY | legal | Minimum wage decision 2026
PT | 2024-12-31 | earnings minimum | -
PT | 2025-12-31 | earnings minimum | 870 EUR | legal | Decreto-Lei 112/2024
PT | 2026-01-01 | earnings minimum | 920 EUR | legal | Decreto-Lei 139/2025
BD | 2026-07-14 | earnings minimum | -
IT | 2026-07-14 | earnings minimum | -
`

func TestWhichBuiltInLimitGoverns(t *testing.T) {
	std, err := standard.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(governs), "\n")
	rows = slices.DeleteFunc(rows, func(row string) bool { return row == "" })
	for _, row := range rows {
		cells := strings.Split(row, " | ")
		want := strings.Join(cells[3:], " | ")
		if got := governsAt(t, std, cells[0], cells[1], strings.Fields(cells[2])); got != want {
			t.Errorf("%s %s %s:\n got %s\nwant %s", cells[0], cells[1], cells[2], got, want)
		}
	}
	if len(rows) < 60 {
		t.Errorf("%d rows", len(rows))
	}
}

// governsAt writes the limit that governs a reading of an area, an indicator and a subject (of pay: a basis, or gross).
func governsAt(t *testing.T, std *standard.Standard, region, day string, what []string) string {
	t.Helper()
	on, _ := standard.ParseDate(day)
	q := standard.Question{Area: what[0], Indicator: what[1], Region: region, On: on}
	ind := std.Area(q.Area).Indicator(q.Indicator)
	rest, basis := strings.Join(what[2:], " "), "gross"
	switch {
	case !ind.Wage:
		q.Subject = rest
	case rest != "":
		basis = rest
	}
	suits := func(l *standard.Limit) standard.Standing {
		if !ind.Wage || l.Basis == "" || l.Basis == basis {
			return standard.Stands
		}
		return standard.Unsuited
	}
	l := governing(ind, standard.NewLimits(std.Limits, nil).Applying(q, suits),
		func(l *standard.Limit) float64 { return l.Value })
	if l == nil {
		return "-"
	}
	return fmt.Sprintf("%s %s | %s | %s", Exact(l.Limit), l.Unit, l.Kind, l.Source)
}

// What is printed in ppm is compared in mg/m3: molar mass ÷ 24.055 l at 20 °C (EH40), ÷ 24.45 l at 25 °C (OSHA).
func TestBuiltInLimitsInPPM(t *testing.T) {
	std, err := standard.Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	on, _ := standard.ParseDate("2026-07-14")
	for _, c := range []struct {
		subject, region string
		want            float64
	}{
		{"67-64-1", "GB", 500 * 58.08 / 24.055},
		{"67-64-1", "US-CA", 500 * 58.08 / 24.45},
		{"108-88-3", "US-ME", 200 * 92.14 / 24.45},
		{"108-88-3", "US-CA", 10 * 92.14 / 24.45},
		{"75-09-2", "US-CA", 25 * 84.93 / 24.45},
		{"124-38-9", "US-CA", 5000 * 44.01 / 24.45},
	} {
		q := standard.Question{Area: "air", Indicator: "concentration", Subject: c.subject, Region: c.region, On: on}
		legal := standard.NewLimits(std.Limits, nil).Applying(q, nil)[0]
		if legal == nil || math.Abs(legal.Value/c.want-1) > 1e-4 {
			t.Errorf("%s in %s: %+v, want %v mg/m3", c.subject, c.region, legal, c.want)
		}
	}
}

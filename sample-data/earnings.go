package main

// A payGroup is one group of workers in the payroll. Pay is a month's; where the factory counts ordinary hours and pays by
// the hour (see hourly), an hour's.
type payGroup struct {
	group, sex  string
	workers     int
	pay, lowest span // lowest 0, 0: the factory does not say
	hours, long span // a week; long 0, 0: the factory does not say
}

// Pay moves in steps, as the minimum wage does.
var payCourses = map[string]course{
	"CN-01": {0, .05, .1, .2, .25, .55, .6, .65, .7, .9, .95, 1},
	"CN-02": {0, .04, .1, .14, .26, .55, .6, .66, .72, .86, .92, 1},
	"CN-03": {0, .1, .1, .25, .3, .35, .76, .76, .8, .95, .95, 1},
	"CN-04": {gap, gap, gap, gap, gap, gap, gap, gap, gap, 0, .5, 1},
	"VN-01": {0, 0, .05, .35, .35, .35, .4, .45, .45, .85, .95, 1},
	"US-01": {0, .3, .3, .3, .35, .6, .6, .65, .65, .95, 1, 1},
	"US-02": {0, .2, .2, .3, .3, .5, .5, .6, .6, .9, .9, 1},
	"GB-01": {0, 0, .35, .35, .35, .36, .72, .72, .72, .73, 1, 1},
}

// Hours move more evenly; the fourth quarter is the busy one.
var hourCourses = map[string]course{
	"CN-01": {0, .05, .1, .2, .1, .4, .5, .6, .5, .85, .9, 1},
	"CN-02": {0, .1, .2, .3, .2, .5, .6, .7, .6, .9, .95, 1},
	"CN-03": {0, .1, .2, .2, .35, .4, .5, .6, .8, .8, 1, 1},
	"CN-04": {gap, gap, gap, gap, gap, gap, gap, gap, gap, 0, .6, 1},
	"VN-01": {0, .1, .1, .25, .2, .4, .5, .55, .5, .8, .9, 1},
	"US-01": {0, .2, .3, .4, .2, .5, .6, .7, .5, .8, .9, 1},
	"US-02": {0, .2, .3, .4, .2, .5, .6, .7, .5, .8, .9, 1},
	"GB-01": {0, .2, .3, .4, .2, .5, .6, .7, .5, .8, .9, 1},
}

// Ordinary hours a month, where pay is by the hour.
var hourly = map[string]float64{"US": 173.33, "GB": 169}

func earningsSheet(f factory) sheet {
	s := sheet{name: "Earnings", columns: []column{
		{"Factory ID", 11, text}, {"Month", 11, month}, {"Worker group", 26, text}, {"Sex", 6, text}, {"Workers", 9, whole}, {"Regular pay", 13, payFormat(f)},
		{"Currency", 9, text}, {"Basis", 8, text}, {"Lowest pay", 13, payFormat(f)}, {"Ordinary hours", 10, cents}, {"Overtime pay", 13, payFormat(f)},
		{"Hours per week", 10, tenths}, {"Longest week", 10, tenths}, {"Note", 30, text},
	}}
	for q := range quarter(quarters) {
		if !payCourses[f.id].measured(q) {
			continue
		}
		for _, g := range payGroups[f.id] {
			s.rows = append(s.rows, payRow(f, q, g))
		}
	}
	return s
}

func payRow(f factory, q quarter, g payGroup) []any {
	pay, lowest := g.pay.at(payCourses[f.id][q]), g.lowest.at(payCourses[f.id][q])
	hours, longest := rounded(g.hours.at(hourCourses[f.id][q]), 1), rounded(g.long.at(hourCourses[f.id][q]), 1)
	var ordinary any
	month := 174.0
	if h, ok := hourly[f.country]; ok {
		ordinary, month = h, h
		pay, lowest = pay*h, lowest*h
	}
	overtime := 1.5 * pay / month * max(0, hours-40) * 52 / 12
	return []any{
		f.id, q.month(f.payMonth), g.group, filled(g.sex), g.workers, money(f, pay), f.currency, f.payBasis, stated(money(f, lowest)), ordinary,
		money(f, overtime), hours, stated(longest), nil,
	}
}

func money(f factory, v float64) float64 {
	switch f.currency {
	case "VND":
		return rounded(v, -3)
	case "CNY":
		return rounded(v, 0)
	}
	return rounded(v, 2)
}

func payFormat(f factory) string {
	if hourly[f.country] > 0 {
		return cents
	}
	return whole
}

var payGroups = map[string][]payGroup{
	"CN-01": {
		{"Stitching", "F", 1180, span{2780, 3120}, span{1990, 2250}, span{56.5, 54}, span{59.5, 58}},
		{"Stitching", "M", 190, span{2830, 3190}, span{2010, 2260}, span{56.5, 54}, span{59.5, 58}},
		{"Cementing and assembly", "F", 740, span{2740, 3080}, span{1980, 2240}, span{58, 55}, span{60, 58}},
		{"Lasting", "M", 380, span{2920, 3290}, span{2040, 2300}, span{62.2, 57}, span{66, 59.5}},
		{"Sole pressing", "M", 180, span{2980, 3360}, span{2060, 2320}, span{62.6, 57.5}, span{67, 60}},
		{"Cutting", "M", 260, span{3050, 3480}, span{2100, 2380}, span{57, 54}, span{59.5, 57.5}},
		{"Packing and finishing", "F", 370, span{2650, 2960}, span{1980, 2230}, span{55, 53}, span{59, 57}},
	},
	"CN-02": {
		{"Stitching", "F", 760, span{2640, 2930}, span{1990, 2180}, span{56.5, 54.5}, span{59.5, 58}},
		{"Stitching", "M", 120, span{2700, 3000}, span{2000, 2200}, span{56.5, 54.5}, span{59.5, 58}},
		{"Lasting", "M", 260, span{2760, 3080}, span{2020, 2240}, span{58, 56}, span{60, 59}},
		{"Cementing", "F", 90, span{2670, 2960}, span{1990, 2190}, span{61.8, 57}, span{65, 59.5}},
		{"Assembly", "F", 410, span{2670, 2960}, span{1990, 2190}, span{57, 55}, span{60, 58.5}},
		{"Cutting", "M", 140, span{2900, 3450}, span{2060, 2300}, span{57, 55}, span{60, 58}},
		{"Packing", "F", 220, span{2560, 2840}, span{1980, 2170}, span{54, 53}, span{58, 57}},
	},
	"CN-03": {
		{"针车", "F", 390, span{2480, 2690}, span{1870, 2140}, span{55, 57}, span{58, 60}},
		{"成型", "F", 240, span{2450, 2650}, span{1860, 2120}, span{56, 58}, span{59, 60}},
		{"硫化压机", "M", 170, span{2700, 2860}, span{1920, 2170}, span{57, 62.5}, span{60, 67}},
		{"裁断和密炼", "M", 150, span{2760, 2930}, span{1940, 2190}, span{57, 59}, span{60, 60}},
		{"包装 (新工)", "F", 90, span{2180, 2260}, span{1830, 1985}, span{54, 56}, span{57, 59}},
	},
	"CN-04": {
		{"Stitching 针车", "F", 480, span{2890, 2960}, span{0, 0}, span{55, 54}, span{59, 58.5}},
		{"Stitching 针车", "M", 130, span{2950, 3010}, span{0, 0}, span{55, 54}, span{59, 58.5}},
		{"Cutting 裁断", "M", 120, span{3180, 3240}, span{0, 0}, span{56, 54.5}, span{59.5, 58}},
		{"Packing 包装", "F", 110, span{2640, 2700}, span{0, 0}, span{53, 52.5}, span{57, 56}},
	},
	"VN-01": {
		{"May (stitching)", "F", 2700, span{6150000, 7280000}, span{4760000, 5560000}, span{56, 53}, span{59, 57}},
		{"May (stitching)", "M", 480, span{6220000, 7350000}, span{4780000, 5580000}, span{56, 53}, span{59, 57}},
		{"Gò (lasting)", "M", 620, span{6500000, 7760000}, span{4850000, 5680000}, span{61.8, 56.5}, span{65, 59.5}},
		{"Lắp ráp (assembly)", "F", 900, span{6080000, 7190000}, span{4750000, 5540000}, span{57, 54}, span{60, 58}},
		{"Chặt và ép (cutting, pressing)", "M", 430, span{6900000, 8620000}, span{4960000, 5840000}, span{58, 54.5}, span{60, 58}},
		{"Học việc (trainees)", "F", 160, span{4980000, 5620000}, span{4700000, 5300000}, span{50, 48}, span{54, 52}},
	},
	"US-01": {
		{"Assembly", "F", 128, span{17.10, 18.60}, span{15.90, 17.20}, span{44, 43}, span{50, 48}},
		{"Assembly", "M", 74, span{17.30, 18.80}, span{15.90, 17.20}, span{44, 43}, span{50, 48}},
		{"Cementing and lasting", "M", 62, span{18.60, 20.40}, span{16.40, 17.90}, span{46, 44}, span{54, 50}},
		{"Packing and dispatch", "F", 36, span{16.60, 18.10}, span{15.90, 17.20}, span{42, 41}, span{46, 45}},
	},
	"US-02": {
		{"Stitching", "F", 142, span{18.40, 21.60}, span{15.20, 17.40}, span{42, 41}, span{47, 46}},
		{"Lasting and assembly", "M", 118, span{19.20, 22.60}, span{15.60, 17.90}, span{43, 42}, span{49, 47}},
		{"Cutting", "M", 24, span{21.10, 24.80}, span{17.00, 19.40}, span{42, 41}, span{47, 46}},
		{"Finishing and packing", "F", 64, span{16.90, 19.90}, span{14.60, 16.60}, span{41, 40.5}, span{45, 44}},
	},
	"GB-01": {
		{"Closing", "F", 92, span{11.60, 13.60}, span{11.00, 12.95}, span{39.6, 39.4}, span{44, 43}},
		{"Making", "M", 84, span{12.40, 14.50}, span{11.20, 13.15}, span{41, 40.5}, span{46, 45}},
		{"Finishing", "M", 52, span{12.10, 14.10}, span{11.10, 13.05}, span{40, 39.8}, span{45, 44}},
		{"Boxing", "F", 30, span{11.20, 13.20}, span{11.00, 12.95}, span{39, 39}, span{42, 42}},
	},
}
